/** Who may sign in somebody's name, and an office's own forms of papers. Decree 30/2020/NĐ-CP Art. 13 and Appendix I. */
import type { Basis, Day } from '../answers.ts';
import { mayGrant } from '../mandate.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const SIGNING: Basis = { act: 'Nghị định số 30/2020/NĐ-CP', article: 'Điều 13' };
const LAYOUT: Basis = { act: 'Nghị định số 30/2020/NĐ-CP', article: 'Phụ lục I' };

export const mandateStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  inForce: { name: 'Đã ghi', explain: 'Dùng được cho văn bản ký trong thời hạn đã ghi.' },
  ended: { name: 'Đã chấm dứt', explain: 'Chỉ còn dùng cho văn bản ký trước ngày chấm dứt.', final: true },
} as const satisfies Record<string, StateWords>;

export const mandateMoves = [
  { action: 'mandate.grant', from: ['new'], to: 'inForce', next: null, verb: 'Ghi văn bản giao ký', basis: SIGNING },
  { action: 'mandate.end', from: ['inForce'], to: 'ended', next: null, verb: 'Chấm dứt giao ký', basis: SIGNING },
] as const satisfies readonly MoveRow[];

export const templateStates = {
  new: { name: 'Mới', explain: 'Chưa tải lên.' },
  draft: { name: 'Chờ xem thử', explain: 'Đã tải lên; xem thử bằng dữ liệu thật rồi đưa vào dùng.' },
  inUse: { name: 'Đang dùng', explain: 'Bản Word của văn bản được làm từ mẫu này.' },
  retired: { name: 'Thôi dùng', explain: 'Đã thay bằng mẫu khác hoặc trở lại mẫu chung.', final: true },
} as const satisfies Record<string, StateWords>;

export const templateMoves = [
  {
    action: 'template.upload',
    from: ['new'],
    to: 'draft',
    next: null,
    verb: 'Tải mẫu văn bản lên',
    basis: LAYOUT,
  },
  {
    action: 'template.use',
    from: ['draft'],
    to: 'inUse',
    next: null,
    verb: 'Đưa mẫu văn bản vào dùng',
    basis: LAYOUT,
  },
  {
    action: 'template.retire',
    from: ['draft', 'inUse'],
    to: 'retired',
    next: null,
    verb: 'Thôi dùng mẫu văn bản',
    basis: LAYOUT,
  },
] as const satisfies readonly MoveRow[];

type PaperAction = 'mandate.grant' | 'mandate.end' | 'template.upload';

export const papersNeeds: NeedsTable<PaperAction> = {
  'mandate.grant': (facts, day) => mayGrant(facts, day),

  'mandate.end': ({ reason, from, to, lastDay }) =>
    all(
      ask(said(reason), 'reason', 'Ghi lý do chấm dứt.', SIGNING),
      ask(
        lastDay !== undefined && from !== undefined && lastDay >= from && withinTerm(lastDay, to),
        'mandateLastDay',
        'Ngày cuối cùng có hiệu lực phải nằm trong thời hạn đã ghi.',
        SIGNING,
      ),
    ),

  'template.upload': ({ unknown, fields }) =>
    all(
      ask(
        unknown?.length === 0,
        'templateUnknown',
        `Mẫu dùng tên trường không có trong danh sách: ${(unknown ?? []).join(', ')}. Sửa lại trong Word rồi tải lên.`,
        LAYOUT,
      ),
      ask(
        (fields ?? 0) > 0,
        'templateEmpty',
        'Mẫu chưa có trường nào. Đặt ít nhất một tên trường trong dấu ngoặc nhọn kép, ví dụ {{so}}.',
        LAYOUT,
      ),
    ),
};

const withinTerm = (lastDay: Day, to: Day | null | undefined) => to === null || (to !== undefined && lastDay <= to);
