/** Lists of an office brought into the registry: read, confirmed by a person, written as a whole, undone as a whole. */
import type { Basis } from '../answers.ts';
import type { MoveRow, StateWords } from './types.ts';

/** Written from a list that was undone. */
export const TAKEN_BACK = {
  name: 'Đã rút khỏi danh bạ',
  explain: 'Ghi từ danh sách đã hoàn tác; không còn trong danh bạ.',
  final: true,
} as const satisfies StateWords;

export const listImportStates = {
  new: { name: 'Mới', explain: 'Chưa gửi tệp.' },
  open: { name: 'Đang xem trước', explain: 'Đã gửi tệp; chưa ghi gì vào danh bạ.' },
  writing: { name: 'Đang ghi', explain: 'Hệ thống đang ghi vào danh bạ, xong tất cả hoặc không ghi gì.' },
  written: { name: 'Đã ghi vào danh bạ', explain: 'Các dòng đã vào danh bạ.', final: true },
  undoing: { name: 'Đang hoàn tác', explain: 'Hệ thống đang đưa danh bạ về như trước khi ghi.' },
  undone: { name: 'Đã hoàn tác', explain: 'Danh bạ đã trở lại như trước khi ghi.', final: true },
  cancelled: { name: 'Đã bỏ', explain: 'Tệp không được ghi vào danh bạ.', final: true },
} as const satisfies Record<string, StateWords>;

const HOUSE: Basis = { act: 'Quy chế quản lý dữ liệu của đơn vị vận hành', article: '' };

type Way = readonly [action: string, from: string, to: string, verb: string];
const way = <const W extends Way>(action: W[0], from: W[1], to: W[2], verb: W[3]) => ({
  action,
  from: [from],
  to,
  next: null,
  verb,
  basis: HOUSE,
});

export const listImportMoves = [
  way('listImport.upload', 'new', 'open', 'Gửi tệp danh sách'),
  way('listImport.map', 'open', 'same', 'Xác nhận cột và loại danh sách'),
  way('listImport.write', 'open', 'writing', 'Yêu cầu ghi danh sách vào danh bạ'),
  way('listImport.finish', 'writing', 'written', 'Đã ghi danh sách vào danh bạ'),
  way('listImport.halt', 'writing', 'open', 'Chưa ghi được, trở lại xem trước'),
  way('listImport.undo', 'written', 'undoing', 'Yêu cầu hoàn tác danh sách đã ghi'),
  way('listImport.finishUndo', 'undoing', 'undone', 'Đã hoàn tác danh sách'),
  way('listImport.haltUndo', 'undoing', 'written', 'Không hoàn tác được, danh sách giữ nguyên'),
  way('listImport.cancel', 'open', 'cancelled', 'Bỏ tệp danh sách'),
] as const satisfies readonly MoveRow[];
