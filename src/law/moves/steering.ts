/** Steering the programme: the register of legal acts, targets of plans. Nobody has to act; every change is kept. */
import type { Basis } from '../answers.ts';
import type { MoveRow, StateWords } from './types.ts';

const HOUSE: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };

export const legalActStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  kept: { name: 'Trong sổ', explain: 'Hiệu lực tính theo ngày từ chính văn bản và văn bản khác.' },
  removed: { name: 'Đã bỏ', explain: 'Ghi nhầm; không còn hiện trong sổ.', final: true },
} as const satisfies Record<string, StateWords>;

const act = { next: null, basis: HOUSE } as const;
export const legalActMoves = [
  { action: 'legalAct.record', from: ['new'], to: 'kept', verb: 'Ghi văn bản vào sổ', ...act },
  { action: 'legalAct.correct', from: ['kept'], to: 'same', verb: 'Sửa văn bản trong sổ', ...act },
  { action: 'legalAct.relate', from: ['kept'], to: 'same', verb: 'Ghi quan hệ với văn bản khác', ...act },
  { action: 'legalAct.unrelate', from: ['kept'], to: 'same', verb: 'Bỏ quan hệ với văn bản khác', ...act },
  { action: 'legalAct.remove', from: ['kept'], to: 'removed', verb: 'Bỏ văn bản khỏi sổ', ...act },
] as const satisfies readonly MoveRow[];

const PLAN: Basis = { act: 'Quyết định số 26/2026/QĐ-TTg', article: 'Điều 10' };

export const targetStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  set: { name: 'Đang giao', explain: 'Kết quả được đặt cạnh chỉ tiêu này.' },
  cancelled: { name: 'Đã hủy', explain: 'Không còn là chỉ tiêu; không báo cáo nào tính đến.', final: true },
} as const satisfies Record<string, StateWords>;

const plan = { next: null, basis: PLAN } as const;
export const targetMoves = [
  { action: 'target.set', from: ['new'], to: 'set', verb: 'Ghi chỉ tiêu', ...plan },
  { action: 'target.correct', from: ['set'], to: 'same', verb: 'Sửa chỉ tiêu', ...plan },
  { action: 'target.cancel', from: ['set'], to: 'cancelled', verb: 'Hủy chỉ tiêu', ...plan },
] as const satisfies readonly MoveRow[];
