export const registerPath = '/so-san-pham';
export const registerSheetPath = '/so-san-pham.xlsx';
export const productRecordPath = (id: string): string => `/so-san-pham/${id}`;
/** The register of producers is a chapter of its own (producers). */
export const producersPath = '/so-chu-the';
export const producerRecordPath = (id: string): string => `/so-chu-the/${id}`;
