/** Products through the years: parts of the record, and figures of a year. Art. 2 and 10 of Decision 26/2026/QĐ-TTg. */
import { article26, type Basis } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { Needs, NeedsTable } from './facts.ts';
import { changeNeeds } from './producers.ts';
import type { ProductFacts } from './product-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const WHO = article26('Điều 2');
const REGISTER: Basis = { act: 'Quy chế quản lý danh bạ của đơn vị vận hành', article: '' };
const DUTIES = article26('Điều 10');

const stays = { from: ['active'], to: 'same', next: 'same', basis: WHO } as const;

/** Each part of a product's record is changed by its own dated move. */
export const productPartMoves = [
  { action: 'product.rename', ...stays, verb: 'Đổi tên sản phẩm' },
  { action: 'product.classify', ...stays, verb: 'Xếp bộ sản phẩm' },
  { action: 'product.place', ...stays, verb: 'Đổi nơi sản xuất' },
  { action: 'product.tell', ...stays, verb: 'Sửa câu chuyện sản phẩm' },
  { action: 'product.specify', ...stays, verb: 'Sửa quy cách sản phẩm' },
  { action: 'product.keepPicture', ...stays, verb: 'Ghi ảnh sản phẩm' },
  { action: 'product.keepLabel', ...stays, verb: 'Ghi mẫu nhãn, bao bì' },
  { action: 'product.keepStandard', ...stays, verb: 'Ghi tiêu chuẩn công bố' },
  { action: 'product.keepTest', ...stays, verb: 'Ghi phiếu kiểm nghiệm' },
  { action: 'product.keepBarcode', ...stays, verb: 'Ghi mã vạch' },
] as const satisfies readonly MoveRow[];

export const figureStates = {
  new: { name: 'Mới', explain: 'Chưa báo.' },
  reported: { name: 'Chờ xã xem', explain: 'Chủ thể đã báo số liệu của năm; xã xem và nhận.' },
  returned: { name: 'Xã trả lại', explain: 'Chủ thể sửa theo lý do của xã rồi báo lại.' },
  accepted: { name: 'Xã đã nhận', explain: 'Số liệu của năm tính vào báo cáo.', final: true },
} as const satisfies Record<string, StateWords>;

export const figureMoves = [
  {
    action: 'figures.report',
    from: ['new', 'returned'],
    to: 'reported',
    next: 'commune',
    verb: 'Báo số liệu của năm',
    basis: DUTIES,
  },
  {
    action: 'figures.accept',
    from: ['reported'],
    to: 'accepted',
    next: null,
    verb: 'Nhận số liệu của năm',
    basis: DUTIES,
  },
  {
    action: 'figures.return',
    from: ['reported', 'accepted'],
    to: 'returned',
    next: 'producer',
    verb: 'Trả lại số liệu của năm',
    basis: DUTIES,
  },
] as const satisfies readonly MoveRow[];

const change: Needs<'product.rename'> = changeNeeds;
export const productNeeds: NeedsTable<keyof ProductFacts> = {
  'product.rename': change,
  'product.classify': change,
  'product.place': change,
  'product.tell': change,
  'product.specify': change,
  'product.keepPicture': change,
  'product.keepLabel': change,
  'product.keepStandard': change,
  'product.keepTest': change,
  'product.keepBarcode': change,
  'figures.report': ({ year, women, local, jobs }, day) =>
    all(
      ask(year !== undefined && year <= Number(day.slice(0, 4)), 'yearAhead', 'Chọn năm nay hoặc năm đã qua.', DUTIES),
      ask(
        women !== undefined && jobs !== undefined && women <= jobs,
        'women',
        'Số lao động nữ không nhiều hơn số lao động.',
        DUTIES,
      ),
      ask(
        local !== undefined && jobs !== undefined && local <= jobs,
        'local',
        'Số lao động tại địa phương không nhiều hơn số lao động.',
        DUTIES,
      ),
    ),
  'figures.return': ({ reason }) =>
    all(ask(said(reason), 'reason', 'Ghi lý do trả lại để chủ thể biết sửa gì.', REGISTER)),
};
