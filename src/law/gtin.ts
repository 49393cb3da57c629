/** GTINs, the numbers in a product's barcode: 8, 12, 13 or 14 digits with a check digit (GS1 General Specifications). */
import { type Answer, answer, type Basis, type Refused, refuse } from './answers.ts';

export type GtinKind = 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14';

export interface Gtin {
  readonly kind: GtinKind;
  /** The digits as printed below the bars. */
  readonly text: string;
  /** Padded to 14 digits: two labels with the same key are one trade item. */
  readonly key: string;
  /** Begins with 893, the prefix of numbers issued in Viet Nam; says nothing of where a thing is made. */
  readonly issuedInVietnam: boolean;
}

const BASIS: Basis = { act: 'Nghị định số 132/2008/NĐ-CP và quy định của GS1 về mã số mã vạch', article: '' };
const KINDS: Readonly<Record<number, GtinKind>> = { 8: 'GTIN-8', 12: 'GTIN-12', 13: 'GTIN-13', 14: 'GTIN-14' };
const LONGEST = 14;

/** The last digit makes the sum divisible by ten: from the right, digits count 3, 1, 3 … before the check digit. */
function checkHolds(key: string): boolean {
  const sum = [...key].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** Reads a GTIN typed with blanks or dashes. */
export function readGtin(typed: string): Answer<Gtin> | Refused {
  const text = typed.replace(/[\s-]/g, '');
  if (!/^[0-9]+$/.test(text)) return refuse('gtinDigits', 'Mã vạch chỉ gồm chữ số.', BASIS);
  const kind = KINDS[text.length];
  if (!kind) return refuse('gtinLength', 'Nhập đủ 8, 12, 13 hoặc 14 chữ số dưới mã vạch.', BASIS);
  const key = text.padStart(LONGEST, '0');
  if (/^0+$/.test(key) || !checkHolds(key))
    return refuse('gtinCheck', 'Kiểm tra lại từng chữ số của mã vạch; số cuối không khớp.', BASIS);
  return answer({ kind, text, key, issuedInVietnam: kind !== 'GTIN-8' && /^893/.test(key.slice(1)) }, BASIS);
}
