/** Products through the years: each part of the record is changed by its own dated move; two records of one product are joined. Art. 2 of Decision 26/2026/QĐ-TTg. */
import { article26, type Basis, refuse } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { Needs, NeedsTable } from './facts.ts';
import { changeNeeds } from './producers.ts';
import type { ProductFacts } from './product-facts.ts';
import type { MoveRow } from './types.ts';

const WHO = article26('Điều 2');
const REGISTER: Basis = { act: 'Quy chế quản lý danh bạ của đơn vị vận hành', article: '' };

const stays = { from: ['active'], to: 'same', next: 'same', basis: WHO } as const;

const apart = { from: ['active'], to: 'same', next: 'same', basis: REGISTER } as const;

/** Two records of one product: joined by a person, taken back, or remembered as two. */
export const productJoinMoves = [
  { action: 'product.join', ...apart, verb: 'Nhập hồ sơ trùng vào sản phẩm này' },
  {
    action: 'product.joinInto',
    from: ['active'],
    to: 'joined',
    next: null,
    verb: 'Nhập vào sản phẩm khác',
    basis: REGISTER,
  },
  { action: 'product.unjoin', ...apart, verb: 'Tách lại hồ sơ đã nhập' },
  {
    action: 'product.standAgain',
    from: ['joined'],
    to: 'active',
    next: null,
    verb: 'Tách ra khỏi sản phẩm khác',
    basis: REGISTER,
  },
  { action: 'product.keepApart', ...apart, verb: 'Ghi là không trùng' },
] as const satisfies readonly MoveRow[];

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
  'product.join': ({ sameRecord, sameProvince, sameProducer, openDossiers, yearsOpen, reason }) =>
    all(
      ask(sameRecord === false, 'sameRecord', 'Chọn hai hồ sơ khác nhau.', REGISTER),
      ask(sameProvince === true, 'otherProvince', 'Chỉ nhập hai hồ sơ trong cùng một tỉnh.', REGISTER),
      ask(
        sameProducer === true,
        'otherProducer',
        'Hai sản phẩm của hai chủ thể. Nếu hai chủ thể là một, nhập hai hồ sơ chủ thể trước.',
        REGISTER,
      ),
      openDossiers?.length === 0
        ? undefined
        : {
            ...refuse(
              'openDossiers',
              'Cả hai sản phẩm đang có hồ sơ chưa xong. Làm xong hoặc rút một hồ sơ trước.',
              REGISTER,
            ),
            missing: openDossiers ?? [],
          },
      yearsOpen?.length === 0
        ? undefined
        : refuse('years', `Chọn số liệu được giữ của năm ${(yearsOpen ?? []).join(', ')}.`, REGISTER),
      ask(said(reason), 'reason', 'Ghi vì sao hai hồ sơ là một sản phẩm.', REGISTER),
    ),
  'product.unjoin': ({ since, reason }) =>
    all(
      since?.length === 0
        ? undefined
        : {
            ...refuse('newSince', 'Không tách được nữa: sau khi nhập đã có việc mới ở sản phẩm này.', REGISTER),
            missing: since ?? [],
          },
      ask(said(reason), 'reason', 'Ghi lý do tách lại.', REGISTER),
    ),
  'product.keepApart': ({ reason }) =>
    ask(said(reason), 'reason', 'Ghi vì sao hai hồ sơ không trùng.', REGISTER) ?? { ok: true },
};
