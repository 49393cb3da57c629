import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import {
  type CertificateCursor,
  type CertificateListRow,
  certificateFilter,
  certificateStates,
  listCertificates,
} from './list.ts';

const BATCH = 500;
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
    const rows = pages((after) => listCertificates(ctx.db, ask, { limit: BATCH, after }));
    const columns = [
      { header: 'Sản phẩm', kind: 'text', width: 40 },
      { header: 'Chủ thể', kind: 'text', width: 40 },
      { header: 'Nơi sản xuất', kind: 'text', width: 34 },
      { header: 'Hạng sao', kind: 'integer', width: 10 },
      { header: 'Trạng thái', kind: 'text', width: 18 },
      { header: 'Số giấy chứng nhận', kind: 'text', width: 24 },
      { header: 'Mã tra cứu', kind: 'text', width: 20 },
      { header: 'Quyết định', kind: 'text', width: 26 },
      { header: 'Ngày cấp', kind: 'date', width: 12 },
      { header: 'Ngày hết hạn', kind: 'date', width: 14 },
      { header: 'Kéo dài đến', kind: 'date', width: 14 },
    ] as const;
    return {
      name: `giay-chung-nhan-${ctx.day}.xlsx`,
      type: XLSX_TYPE,
      body: writeSheet('Giấy chứng nhận', [...columns], rows),
    };
  },
});

async function* pages(read: (after: CertificateCursor | null) => Promise<CertificateListRow[]>) {
  let after: CertificateCursor | null = null;
  for (let done = 0; done < MOST; done += BATCH) {
    const rows: CertificateListRow[] = await read(after);
    for (const row of rows) yield cells(row);
    after = rows.at(-1)?.cursor ?? null;
    if (rows.length < BATCH) return;
  }
}

const cells = (row: CertificateListRow) => [
  row.product,
  row.producer,
  row.place,
  row.star,
  certificateStates[row.state],
  row.number,
  row.code,
  row.decision,
  row.issuedOn,
  row.expiresOn,
  row.extendedTo,
];
