/** The handbook of recognised products of a province: ordered by an officer, made in the background. */
import type { Basis } from '../answers.ts';
import type { MoveRow, StateWords } from './types.ts';

export const handbookStates = {
  new: { name: 'Mới', explain: 'Chưa yêu cầu.' },
  ordered: { name: 'Đang làm', explain: 'Hệ thống đang dàn trang cẩm nang.' },
  made: { name: 'Đã xong', explain: 'Tệp PDF đã có để tải về.', final: true },
  failed: { name: 'Không làm được', explain: 'Cẩm nang chưa có; lý do ghi ở trang cẩm nang.', final: true },
} as const satisfies Record<string, StateWords>;

const PROMOTION: Basis = { act: 'Quy chế quản lý dữ liệu của đơn vị vận hành', article: '' };

export const handbookMoves = [
  {
    action: 'handbook.order',
    from: ['new'],
    to: 'ordered',
    next: null,
    verb: 'Yêu cầu làm cẩm nang sản phẩm',
    basis: PROMOTION,
  },
  {
    action: 'handbook.finish',
    from: ['ordered'],
    to: 'made',
    next: null,
    verb: 'Đã làm xong cẩm nang',
    basis: PROMOTION,
  },
  {
    action: 'handbook.fail',
    from: ['ordered'],
    to: 'failed',
    next: null,
    verb: 'Không làm được cẩm nang',
    basis: PROMOTION,
  },
] as const satisfies readonly MoveRow[];
