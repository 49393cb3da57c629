/** Practice sessions of a council: made, sheets handed in, ended. They touch no dossier and no result. */
import { article26 } from '../answers.ts';
import { all, ask } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const COUNCIL = article26('Điều 7 khoản 3 điểm b (Quy chế hoạt động của Hội đồng)');

export const practiceStates = {
  new: { name: 'Mới', explain: 'Phiên tập chưa được lập.' },
  open: { name: 'Đang tập', explain: 'Thành viên chấm thử, xem điểm Hội đồng khi đã nộp đủ.' },
  ended: { name: 'Đã xong', explain: 'Mỗi người xem phiếu của mình bên điểm Hội đồng.', final: true },
} as const satisfies Record<string, StateWords>;

export const practiceMoves = [
  { action: 'practice.make', from: ['new'], to: 'open', next: null, verb: 'Lập phiên tập chấm', basis: COUNCIL },
  { action: 'practice.submit', from: ['open'], to: 'same', next: 'same', verb: 'Nộp phiếu tập', basis: COUNCIL },
  { action: 'practice.end', from: ['open'], to: 'ended', next: null, verb: 'Kết thúc phiên tập', basis: COUNCIL },
] as const satisfies readonly MoveRow[];

export const practiceNeeds: NeedsTable<'practice.make' | 'practice.submit'> = {
  'practice.make': (facts) =>
    all(
      ask(facts.councilState === 'active', 'council', 'Chọn Hội đồng đang hoạt động.', COUNCIL),
      ask((facts.products ?? 0) > 0, 'products', 'Chọn ít nhất một sản phẩm đã có kết quả.', COUNCIL),
      ask((facts.members ?? 0) > 0, 'members', 'Hội đồng chưa có thành viên chấm.', COUNCIL),
    ),
  'practice.submit': (facts) =>
    all(ask(facts.handedIn === false, 'handedIn', 'Phiếu tập này đã nộp. Xem so sánh với điểm Hội đồng.', COUNCIL)),
};
