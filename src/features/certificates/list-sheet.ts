import { moreThanAtOnce } from '#features/list-files';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import {
  type CertificateCursor,
  certificateCounts,
  certificateFilter,
  certificateStates,
  listCertificates,
} from './list.ts';

const MOST = 50_000;

/** The officers' list of certificates with its filters as an Excel workbook. */
export const certificateSheet = download({
  name: 'certificate.export',
  title: 'Xuất danh sách giấy chứng nhận ra Excel',
  permission: 'certificate.list',
  logged: 'export',
  query: certificateFilter,
  async run(ctx, _params, filter) {
    const ask = { filter, reach: ctx.within('certificate.list', 'l'), day: ctx.day };
    const read = (after: CertificateCursor | null, limit: number) => listCertificates(ctx.db, ask, { limit, after });
    const file = listFile(
      `giay-chung-nhan-${ctx.day}`,
      'Giấy chứng nhận',
      inPages(read, (row) => row.cursor, MOST),
      [
        ['Sản phẩm', 'text', 40, (row) => row.product],
        ['Chủ thể', 'text', 40, (row) => row.producer],
        ['Nơi sản xuất', 'text', 34, (row) => row.place],
        ['Hạng sao', 'integer', 10, (row) => row.star],
        ['Trạng thái', 'text', 18, (row) => certificateStates[row.state]],
        ['Số giấy chứng nhận', 'text', 24, (row) => row.number],
        ['Mã tra cứu', 'text', 20, (row) => row.code],
        ['Quyết định', 'text', 26, (row) => row.decision],
        ['Ngày cấp', 'date', 12, (row) => row.issuedOn],
        ['Ngày hết hạn', 'date', 14, (row) => row.expiresOn],
        ['Kéo dài đến', 'date', 14, (row) => row.extendedTo],
      ],
    );
    const count = async () => {
      const counts = [...(await certificateCounts(ctx.db, ask))];
      return counts.reduce(
        (sum, [state, n]) => sum + (filter.state === undefined || filter.state === state ? n : 0),
        0,
      );
    };
    return { ...file, long: () => moreThanAtOnce(ctx.db, ctx.day, count) };
  },
});
