/** What each row of the ledger changed in words: old and new values, for the facts an office understands. Pure. */
import { formatDay } from '#ui';

/** Facts shown, by their names in the ledger. Others (ids, hashes, inner marks) say nothing to a reader. */
const WORDS: Readonly<Record<string, string>> = {
  name: 'Tên',
  act: 'Văn bản',
  year: 'Năm',
  no: 'Đợt số',
  proposedBefore: 'Nhận hồ sơ trước ngày',
  completedBefore: 'Hoàn thành trước ngày',
  inclusive: 'Nhận cả đúng ngày hạn',
  extra: 'Đợt thêm',
  star: 'Hạng sao',
  number: 'Số văn bản',
  decisionNumber: 'Số quyết định',
  certificateNumber: 'Số giấy chứng nhận',
  dated: 'Ngày văn bản',
  signatory: 'Người ký',
  ground: 'Căn cứ',
  proofNumber: 'Số kết luận, xác nhận',
  proofDated: 'Ngày kết luận, xác nhận',
  slip: 'Số biên nhận',
  startsOn: 'Từ ngày',
  endsOn: 'Đến ngày',
  specification: 'Quy cách',
  standard: 'Tiêu chuẩn',
  story: 'Câu chuyện sản phẩm',
  title: 'Tên phiên',
};

export interface Change {
  readonly label: string;
  /** Null: nothing was known before. */
  readonly before: string | null;
  /** Null: taken away. */
  readonly after: string | null;
}

/** Rows in any order of numbers; the answer by number. A value is compared with the last one the same record had. */
export function changesByRow(rows: readonly { no: number; facts: unknown }[]): ReadonlyMap<number, readonly Change[]> {
  const known = new Map<string, string | null>();
  const found = new Map<number, Change[]>();
  for (const { no, facts } of rows.toSorted((a, b) => a.no - b.no)) {
    const changes = Object.entries(isRecord(facts) ? facts : {}).flatMap(([name, value]): Change[] => {
      const label = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
      if (label === undefined) return [];
      const told = isRecord(value) && 'before' in value && 'after' in value;
      const before = told ? wordsOf(value.before) : (known.get(name) ?? null);
      const after = wordsOf(told ? value.after : value);
      known.set(name, after);
      return before === after ? [] : [{ label, before, after }];
    });
    found.set(no, changes);
  }
  return found;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function wordsOf(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}
