/** Products through the years: each part of the record is changed by its own dated move. Art. 2 of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import type { Needs, NeedsTable } from './facts.ts';
import { changeNeeds } from './producers.ts';
import type { ProductFacts } from './product-facts.ts';
import type { MoveRow } from './types.ts';

const WHO = article26('Điều 2');

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
};
