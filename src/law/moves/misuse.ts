/** Reports of wrong use of the stars, from anybody: received, then closed with a finding. Art. 8.1.d of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

/** What an office may find. */
export const MISUSE_FINDINGS = {
  wrongUse: 'Có dùng sai sao',
  noWrongUse: 'Không thấy dùng sai',
  notEnough: 'Chưa đủ thông tin để kết luận',
  passedOn: 'Đã chuyển cơ quan khác xử lý',
} as const;
export type MisuseFinding = keyof typeof MISUSE_FINDINGS;

export const misuseStates = {
  new: { name: 'Mới', explain: 'Chưa ghi nhận.' },
  received: { name: 'Đã nhận', explain: 'Cơ quan quản lý của tỉnh đã nhận, đang xem xét.' },
  closed: { name: 'Đã trả lời', explain: 'Đã có kết luận và lời trả lời người báo.', final: true },
} as const satisfies Record<string, StateWords>;

const WRONG_USE = article26('Điều 8 khoản 1 điểm d');

export const misuseMoves = [
  {
    action: 'misuse.receive',
    from: ['new'],
    to: 'received',
    next: 'province',
    verb: 'Nhận phản ánh dùng sai sao',
    basis: WRONG_USE,
  },
  {
    action: 'misuse.close',
    from: ['received'],
    to: 'closed',
    next: null,
    verb: 'Kết luận và trả lời phản ánh',
    basis: WRONG_USE,
  },
] as const satisfies readonly MoveRow[];

export const misuseNeeds: NeedsTable<'misuse.close'> = {
  'misuse.close': ({ finding, answer }) =>
    all(
      ask(Object.hasOwn(MISUSE_FINDINGS, finding ?? ''), 'finding', 'Chọn kết luận về phản ánh này.', WRONG_USE),
      ask(said(answer), 'answer', 'Ghi lời trả lời người báo.', WRONG_USE),
    ),
};
