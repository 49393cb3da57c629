import { SALE_POINT_KINDS } from '#law/sale-points';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listPoints } from './queries.ts';
import { listQuery } from './schema.ts';

const MOST = 20_000;

/** The officers' register with the filters of the screen. Written to the access log. */
export const pointsSheet = download({
  name: 'salePoint.export',
  title: 'Điểm giới thiệu, bán sản phẩm (Excel)',
  permission: 'salePoint.read',
  query: listQuery.omit({ trang: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const ask = { query, reach: ctx.within('salePoint.read', 'l'), day: ctx.day };
    return listFile(`diem-ban-${ctx.day}`, 'Điểm giới thiệu, bán sản phẩm', await listPoints(ctx.db, ask, 0, MOST), [
      ['Tên', 'text', 44, (row) => row.name],
      ['Loại', 'text', 36, (row) => SALE_POINT_KINDS[row.kind]],
      ['Địa chỉ', 'text', 44, (row) => row.address],
      ['Xã', 'text', 36, (row) => row.unitName],
      ['Đơn vị quản lý', 'text', 36, (row) => row.operator],
      ['Điện thoại', 'text', 16, (row) => row.phone],
      ['Mở từ ngày', 'date', 12, (row) => row.opened],
      ['Ngày bán cuối cùng', 'date', 14, (row) => row.closed],
      ['Văn bản công nhận, hỗ trợ', 'text', 36, (row) => row.act],
      ['Vĩ độ', 'decimal', 12, (row) => row.latitude],
      ['Kinh độ', 'decimal', 12, (row) => row.longitude],
      ['Ghi chú', 'text', 40, (row) => (row.invented ? 'Dữ liệu giả định' : row.note)],
    ]);
  },
});
