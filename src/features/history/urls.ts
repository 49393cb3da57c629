/** The history of a record. */
export const historyPath = (id: string): string => `/lich-su/${id}`;
