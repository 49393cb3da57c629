import { z } from 'zod';
import { coordinates } from '#features/units';
import { SALE_POINT_KINDS } from '#law/sale-points';
import { choice, day, phone, search, text, uuid } from '#platform/http/fields';

const fields = {
  kind: choice(SALE_POINT_KINDS, { label: 'Loại' }),
  name: text({ label: 'Tên', max: 200 }),
  commune: uuid({ label: 'Xã, phường, đặc khu' }),
  address: text({ label: 'Địa chỉ', max: 300 }),
  operator: text({ label: 'Đơn vị quản lý', max: 200 }).optional(),
  phone: phone({ label: 'Điện thoại của điểm bán' }).optional(),
  opened: day({ label: 'Mở từ ngày' }),
  act: text({ label: 'Văn bản công nhận, hỗ trợ', max: 200 }).optional(),
  ...coordinates,
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};
export const registerPoint = z.strictObject(fields);
export type PointGiven = z.output<typeof registerPoint>;
const reason = text({ label: 'Lý do', max: 300 });
/** Everything not sent is emptied. */
export const correctPoint = z.strictObject({ id: uuid(), ...fields, reason: text({ label: 'Lý do sửa', max: 300 }) });
const MOST_PRODUCTS = 200;
const products = (label: string) => z.array(uuid()).max(MOST_PRODUCTS).default([]).meta({ label });
export const offerAtPoint = z.strictObject({
  id: uuid(),
  join: products('Sản phẩm bán ở đây'),
  leave: products('Không còn bán'),
});
export const closePoint = z.strictObject({ id: uuid(), closed: day({ label: 'Ngày bán cuối cùng' }), reason });
export const reopenPoint = z.strictObject({ id: uuid(), reason });
export const withdrawPoint = z.strictObject({ id: uuid(), reason });
export const pointRow = z.object({ id: uuid(), version: z.int() });

const page = z.coerce.number().int().min(1).max(2000).optional().catch(undefined);
export const listQuery = z.object({
  q: search().catch(undefined),
  kind: choice(SALE_POINT_KINDS).optional().catch(undefined),
  cu: choice(['1']).optional().catch(undefined),
  trang: page,
});
export type ListQuery = z.output<typeof listQuery>;
export const oneQuery = z.object({ tim: search().catch(undefined) });
/** `tinh`: a province of today. */
export const openQuery = z.object({
  q: search().catch(undefined),
  tinh: uuid().optional().catch(undefined),
  trang: page,
});
export type OpenQuery = z.output<typeof openQuery>;
