/** Bodies that steer the programme (ban chỉ đạo, tổ giúp việc, văn phòng) and officers in charge of it in a commune. */
import type { Basis, Day } from '../answers.ts';
import type { BodyFacts } from './body-facts.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const HOUSE: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };
const PROGRAMME: Basis = { act: 'Quyết định số 26/2026/QĐ-TTg', article: 'Điều 10' };

export const bodyStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  active: { name: 'Đang hoạt động', explain: 'Thành viên tính theo ngày từ các văn bản đã ghi.' },
  dissolved: { name: 'Đã giải thể', explain: 'Không còn hoạt động; thành viên cũ vẫn xem được.', final: true },
} as const satisfies Record<string, StateWords>;

const kept = { next: null, basis: HOUSE } as const;
export const bodyMoves = [
  { action: 'body.establish', from: ['new'], to: 'active', verb: 'Ghi thành lập', ...kept },
  { action: 'body.correct', from: ['active'], to: 'same', verb: 'Sửa thông tin', ...kept },
  { action: 'body.changeMembers', from: ['active'], to: 'same', verb: 'Thay đổi thành viên', ...kept },
  { action: 'body.correctMember', from: ['active'], to: 'same', verb: 'Sửa dòng thành viên', ...kept },
  { action: 'body.dissolve', from: ['active'], to: 'dissolved', verb: 'Giải thể', ...kept },
] as const satisfies readonly MoveRow[];

export const communeOfficerStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  serving: { name: 'Đang phụ trách', explain: 'Cán bộ phụ trách Chương trình của xã.' },
  ended: { name: 'Đã thôi', explain: 'Không còn phụ trách; ngày thôi đã ghi.', final: true },
} as const satisfies Record<string, StateWords>;

const charged = { next: null, basis: PROGRAMME } as const;
export const communeOfficerMoves = [
  { action: 'communeOfficer.appoint', from: ['new'], to: 'serving', verb: 'Phân công phụ trách', ...charged },
  { action: 'communeOfficer.correct', from: ['serving'], to: 'same', verb: 'Sửa thông tin', ...charged },
  { action: 'communeOfficer.end', from: ['serving'], to: 'ended', verb: 'Thôi phụ trách', ...charged },
] as const satisfies readonly MoveRow[];

const past = (day: Day | undefined, today: Day, code: string, words: string) =>
  ask(day !== undefined && day <= today, code, words, HOUSE);
/** Null: the source does not tell the day. */
const founded = (from: Day | null | undefined, today: Day) =>
  from === null ? undefined : past(from, today, 'from', 'Ngày thành lập không sau hôm nay.');
const oneHead = (heads: number | undefined) =>
  ask(heads !== undefined && heads <= 1, 'heads', 'Chỉ một người đứng đầu trong cùng thời gian.', HOUSE);
const why = (reason: string | undefined) => ask(said(reason), 'reason', 'Ghi lý do.', HOUSE);
const actOrReason = (act: string | null | undefined, reason: string | null | undefined) =>
  ask(
    said(act ?? undefined) || said(reason ?? undefined),
    'act',
    'Ghi văn bản, hoặc lý do khi không có văn bản.',
    HOUSE,
  );

export const bodyNeeds: NeedsTable<keyof BodyFacts> = {
  'body.establish': ({ from, heads }, day) => all(founded(from, day), oneHead(heads)),
  'body.correct': ({ from, reason }, day) => all(founded(from, day), why(reason)),
  'body.changeMembers': ({ from, since, joining, leaving, heads, act, reason }, day) =>
    all(
      past(from, day, 'from', 'Ngày thay đổi không sau hôm nay.'),
      ask(
        since === null || (since !== undefined && from !== undefined && from >= since),
        'since',
        'Ngày thay đổi không trước ngày thành lập.',
        HOUSE,
      ),
      ask((joining ?? 0) + (leaving ?? 0) > 0, 'members', 'Ghi người vào, hoặc đánh dấu người ra.', HOUSE),
      oneHead(heads),
      actOrReason(act, reason),
    ),
  'body.correctMember': ({ reason, heads }) => all(why(reason), oneHead(heads)),
  'body.dissolve': ({ to, last, act, reason }, day) =>
    all(
      past(to, day, 'to', 'Ngày giải thể không sau hôm nay.'),
      ask(
        last === null || (last !== undefined && to !== undefined && to >= last),
        'last',
        'Ngày giải thể không trước ngày thành lập và lần thay đổi thành viên gần nhất.',
        HOUSE,
      ),
      actOrReason(act, reason),
    ),
  'communeOfficer.appoint': ({ from }, day) => all(past(from, day, 'from', 'Ngày bắt đầu không sau hôm nay.')),
  'communeOfficer.correct': ({ from, reason }, day) =>
    all(past(from, day, 'from', 'Ngày bắt đầu không sau hôm nay.'), why(reason)),
  'communeOfficer.end': ({ from, to, reason }, day) =>
    all(
      past(to, day, 'to', 'Ngày thôi không sau hôm nay.'),
      ask(
        from !== undefined && to !== undefined && to >= from,
        'before',
        'Ngày thôi không trước ngày bắt đầu phụ trách.',
        HOUSE,
      ),
      why(reason),
    ),
};
