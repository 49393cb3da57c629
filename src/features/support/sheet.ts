import { SUPPORT_ITEMS, SUPPORT_SOURCES } from '#law/support';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listPayments } from './queries.ts';
import { listQuery } from './schema.ts';

const MOST = 50_000;

/** The list of payments with the filters of the screen. Written to the access log. */
export const paymentsSheet = download({
  name: 'support.export',
  title: 'Hỗ trợ đã trả (Excel)',
  permission: 'support.read',
  query: listQuery.omit({ trang: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const ask = { query, reach: ctx.within('support.read', 'l'), day: ctx.day };
    return listFile(`ho-tro-${ctx.day}`, 'Hỗ trợ đã trả', await listPayments(ctx.db, ask, 0, MOST), [
      ['Chủ thể', 'text', 44, (row) => row.producerName],
      ['Nơi', 'text', 34, (row) => row.place],
      ['Nội dung', 'text', 28, (row) => SUPPORT_ITEMS[row.item]],
      ['Nguồn kinh phí', 'text', 24, (row) => SUPPORT_SOURCES[row.source]],
      ['Số tiền (đồng)', 'integer', 18, (row) => row.amount],
      ['Ngày trả', 'date', 12, (row) => row.paidOn],
      ['Quyết định', 'text', 36, (row) => row.decision],
      ['Theo chính sách', 'text', 44, (row) => row.policyName],
      ['Sản phẩm', 'text', 44, (row) => row.productName],
      ['Hạng sao', 'integer', 10, (row) => row.star],
      ['Lý do trả thêm', 'text', 30, (row) => row.again],
      ['Ghi chú', 'text', 40, (row) => (row.invented ? 'Dữ liệu giả định' : row.note)],
    ]);
  },
});
