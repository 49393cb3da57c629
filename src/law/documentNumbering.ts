/** Numbers and dates as official papers write them: Form 01 (back), Decree 30/2020/NĐ-CP; R3.10, R18.5–R18.8. */
import type { Day } from './answers.ts';
import { civil } from './days.ts';

export interface ReceiptSlipParts {
  /** One sequence per receiving body per year, from 1, never reused (our choice). */
  readonly serial: number;
  readonly body: 'commune' | 'province';
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly year: number;
}

/** Marks the series: X at the commune, T at the provincial office. */
const SERIES: Readonly<Record<ReceiptSlipParts['body'], string>> = { commune: 'X', province: 'T' };

/** "0007-X/PĐK-33-11953-2026": the number of a receipt slip. */
export function receiptSlipNumber(parts: ReceiptSlipParts): string {
  const serial = String(parts.serial).padStart(4, '0');
  return `${serial}-${SERIES[parts.body]}/PĐK-${parts.provinceCode}-${parts.communeCode}-${parts.year}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** "ngày 05 tháng 02 năm 2026": 0 before days 1–9 and months 1–2 only. */
export function dateInWords(day: Day): string {
  const { year, month, date } = civil(day);
  return `ngày ${two(date)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

/** "Hà Nội, ngày … tháng … năm 2026": place and date of a paper not yet issued. */
export function blankDate(year: number): string {
  return `ngày      tháng      năm ${year}`;
}

/** "05/QĐ-UBND"; a draft without a number leaves a blank: "     /QĐ-UBND". */
export function documentNumber(serial: number | null, symbol: string): string {
  return `${serial === null ? '     ' : two(serial)}/${symbol}`;
}

/** "05 sản phẩm", "12 đợt": two digits in documents (R21.3). */
export function countInDocuments(count: number, what: string): string {
  return `${two(count)} ${what}`;
}
