/** Tax codes (R19.5): 10 digits with a check digit, 13 for a branch, or the 12-digit personal number since 1/7/2025. */
import { type Answer, answer, type Basis, type Refused, refuse } from './answers.ts';

export type TaxCodeKind = 'organisation' | 'branch' | 'person';

export interface TaxCode {
  readonly kind: TaxCodeKind;
  /** As stored and shown: "0100109106", "0100109106-001", "001088000123". */
  readonly text: string;
  /** A personal number is personal data: never public. */
  readonly personal: boolean;
}

const BASIS: Basis = { act: 'Luật Quản lý thuế và quy định về mã số thuế', article: '' };
const WEIGHTS: readonly number[] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Whether the tenth digit is the check of the first nine: 10 − (weighted sum mod 11). */
function checkHolds(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return 10 - (sum % 11) === Number(digits.charAt(9));
}

/** Reads a tax code typed with blanks, dots or dashes. A cooperative group may have none: do not ask then. */
export function readTaxCode(typed: string): Answer<TaxCode> | Refused {
  const digits = typed.replace(/[\s.-]/g, '');
  if (!/^[0-9]+$/.test(digits)) return refuse('taxCodeDigits', 'Mã số thuế chỉ gồm chữ số và dấu gạch.', BASIS);
  if (digits.length === 12) return answer({ kind: 'person', text: digits, personal: true }, BASIS);
  if (digits.length !== 10 && digits.length !== 13) {
    return refuse('taxCodeLength', 'Nhập đủ 10 số, 13 số của chi nhánh, hoặc 12 số định danh cá nhân.', BASIS);
  }
  if (!checkHolds(digits)) return refuse('taxCodeCheck', 'Kiểm tra lại từng chữ số của mã số thuế.', BASIS);
  if (digits.length === 10) return answer({ kind: 'organisation', text: digits, personal: false }, BASIS);
  return answer({ kind: 'branch', text: `${digits.slice(0, 10)}-${digits.slice(10)}`, personal: false }, BASIS);
}
