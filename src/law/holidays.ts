/**
 * Days off as data. Days fixed by law are certain. Tết, Giỗ Tổ Hùng Vương, the second day of Quốc khánh, days in lieu
 * and swapped days are fixed each year by an act: until an administrator enters that act they are "chưa xác nhận".
 */
import type { Basis, Day } from './answers.ts';

export const LABOUR_CODE: Basis = { act: 'Bộ luật Lao động 2019', article: 'Điều 112' };

/** Month and day, with the name; the same every year. */
export const FIXED_HOLIDAYS: readonly { readonly on: string; readonly name: string }[] = [
  { on: '01-01', name: 'Tết Dương lịch' },
  { on: '04-30', name: 'Ngày Chiến thắng' },
  { on: '05-01', name: 'Quốc tế Lao động' },
  { on: '09-02', name: 'Quốc khánh' },
];

/** From the lunar calendar: the first day of Tết and Giỗ Tổ (10 March lunar). Not confirmed by an act. */
export const LUNAR_DAYS: readonly { readonly year: number; readonly tet: Day; readonly hungKings: Day }[] = [
  { year: 2023, tet: '2023-01-22', hungKings: '2023-04-29' },
  { year: 2024, tet: '2024-02-10', hungKings: '2024-04-18' },
  { year: 2025, tet: '2025-01-29', hungKings: '2025-04-07' },
  { year: 2026, tet: '2026-02-17', hungKings: '2026-04-26' },
  { year: 2027, tet: '2027-02-06', hungKings: '2027-04-16' },
];

/** What an administrator enters from a year's act: it settles the whole year. */
export interface ConfirmedYear {
  readonly year: number;
  /** Number and date of the act. */
  readonly act: string;
  /** Days off that year beyond the four fixed ones, days in lieu included. */
  readonly daysOff: readonly Day[];
  /** Saturdays or Sundays worked in exchange. */
  readonly workedWeekends: readonly Day[];
}
