/** Rows that repeat one above: the same name of the same producer, and nothing that says otherwise. */
import { hash } from 'node:crypto';
import { fitsDate } from './dates.ts';
import type { ReadRow, RowNote } from './types.ts';
import { nameKey } from './words.ts';

export interface Repeat {
  readonly of: { readonly sheet: string; readonly row: number } | null;
  readonly doubts: readonly RowNote[];
}

type Known = Pick<
  ReadRow,
  | 'sheet'
  | 'row'
  | 'listKind'
  | 'product'
  | 'producer'
  | 'address'
  | 'stars'
  | 'score'
  | 'decisionNumber'
  | 'decisionDate'
>;

/** Remembers the rows of a file; give each in its order. */
export class Repeats {
  readonly #known = new Map<string, Known[]>();

  look(given: Known): Repeat {
    const row = compared(given);
    const key = hash('sha1', `${nameKey(row.product ?? '')}|${nameKey(row.producer ?? '')}`, 'base64');
    const before = this.#known.get(key);
    if (before === undefined) {
      this.#known.set(key, [row]);
      return { of: null, doubts: [] };
    }
    const same = before.find((each) => isRepeat(each, row));
    if (same) return { of: { sheet: same.sheet, row: same.row }, doubts: [] };
    const other = before.find((each) => contradicts(each, row));
    before.push(row);
    if (other === undefined) return { of: null, doubts: [] };
    const text = `Cùng tên, cùng chủ thể với dòng ${other.row} (${other.sheet}) nhưng khác hạng sao hoặc điểm.`;
    return { of: null, doubts: [{ code: 'sameNameOtherFacts', text }] };
  }
}

/** Of a long list only what is compared is remembered. */
function compared(row: Known): Known {
  const { sheet, row: number, listKind, product, producer, address, stars, score, decisionNumber, decisionDate } = row;
  return { sheet, row: number, listKind, product, producer, address, stars, score, decisionNumber, decisionDate };
}

const kindFits = (a: Known, b: Known): boolean =>
  a.listKind === b.listKind || a.listKind === 'unknown' || b.listKind === 'unknown';
const fits = <Value>(a: Value | null, b: Value | null): boolean => a === null || b === null || a === b;
const dateFits = (a: string | null, b: string | null): boolean => a === null || b === null || fitsDate(a, b);
const addressKey = (row: Known): string | null => (row.address === null ? null : nameKey(row.address));

/** Without a producer on both rows only the same full row is a repeat: many make "Mật ong". */
function isRepeat(above: Known, row: Known): boolean {
  if (!kindFits(above, row) || !fits(above.stars, row.stars) || !fits(above.score, row.score)) return false;
  if (!fits(above.decisionNumber, row.decisionNumber) || !dateFits(above.decisionDate, row.decisionDate)) return false;
  if (row.stars !== null && above.stars === null) return false;
  if (row.producer === null) return row.address !== null && addressKey(above) === addressKey(row);
  return fits(addressKey(above), addressKey(row)) || addressKey(above)?.includes(addressKey(row) ?? '') === true;
}

/** Same producer, same occasion (or none told), other stars. */
function contradicts(above: Known, row: Known): boolean {
  if (row.producer === null || above.listKind !== row.listKind) return false;
  const occasion = dateFits(above.decisionDate, row.decisionDate) && fits(above.decisionNumber, row.decisionNumber);
  const told = above.decisionDate !== null && row.decisionDate !== null && above.decisionDate !== row.decisionDate;
  return occasion && !told && (!fits(above.stars, row.stars) || !fits(above.score, row.score));
}
