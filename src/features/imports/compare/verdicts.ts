/** What the comparisons of products and of producers have in common: bare verdicts, and rows that are not compared. */
import type { RowNote } from '../reading/types.ts';
import type { RowFacts, Verdict } from './types.ts';

export const BARE = {
  ...{ code: null, notes: [], candidates: [], changes: [], product: null, producer: null, recognition: null },
  ...{ newProducer: null, newProduct: null, commune: null },
} as const satisfies Omit<Verdict, 'status'>;

/** A verdict without its status. */
export type Base = Omit<Verdict, 'status'>;

export const note = (code: string, text: string): RowNote => ({ code, text });

export const doubtful = (code: string, text: string, more: Partial<Verdict> = {}): Verdict => ({
  ...BARE,
  ...more,
  status: 'doubtful',
  code,
  notes: [...(more.notes ?? []), note(code, text)],
});

export const refusedFor = (code: string, text: string): Verdict => ({
  ...BARE,
  status: 'refused',
  code,
  notes: [note(code, text)],
});

export const withChanges = (base: Base): Verdict => ({ ...base, status: base.changes.length > 0 ? 'change' : 'same' });

/** The verdict of a row that is not compared: left out, a title or a repeat, refused, of another province. */
export function notCompared(row: RowFacts, province: string, name: string | null, nameless: string): Verdict | null {
  if (row.settled?.how === 'leaveOut')
    return { ...BARE, status: 'skipped', code: 'leftOut', notes: [note('leftOut', 'Cán bộ bỏ qua dòng này.')] };
  if (row.status === 'skipped' || row.status === 'repeat') return { ...BARE, status: row.status };
  if (name === null) return { ...BARE, status: 'refused', code: row.notes[0]?.code ?? nameless };
  if (row.status === 'refused' && !row.corrected)
    return { ...BARE, status: 'refused', code: row.notes[0]?.code ?? 'refused' };
  if (row.place.province !== null && row.place.province !== province)
    return refusedFor('otherProvince', 'Địa chỉ thuộc tỉnh khác; chỉ nhập được danh sách của tỉnh mình.');
  return null;
}

/** A doubt of the reading stands before what the comparison found, until a person has settled it. */
export function withReadingDoubts(row: RowFacts, verdict: Verdict): Verdict {
  if (row.status !== 'doubtful' || row.settled !== null || verdict.status === 'refused') return verdict;
  if (verdict.status === 'doubtful' || verdict.status === 'same') return verdict;
  return { ...verdict, status: 'doubtful', code: row.notes[0]?.code ?? 'doubtful' };
}

/** Why the commune of a new record must be asked. */
export function placeDoubt({ place }: RowFacts): [code: string, text: string] {
  if (place.choices.length > 1)
    return ['dividedCommune', 'Xã cũ đã chia cho nhiều xã mới. Chọn xã nơi sản xuất, hoặc để trống và xếp sau.'];
  if (place.former !== null)
    return ['successorUnknown', 'Chưa rõ xã cũ nay thuộc xã nào. Chọn xã, hoặc để trống và xếp sau.'];
  return ['noCommune', 'Không thấy xã trong địa chỉ. Chọn xã, hoặc để trống và xếp sau.'];
}
