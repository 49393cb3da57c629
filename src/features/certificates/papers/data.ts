/** A day of law: 'YYYY-MM-DD'. */
export type Day = string;
