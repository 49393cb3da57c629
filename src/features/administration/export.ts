import { verbOf } from '#law/moves';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { listLedger } from './queries.ts';
import { ledgerFilter } from './schema.ts';

const MOST = 10_000;

/** The ledger as a spreadsheet, with the filters of the screen and the hash of every row. */
export const ledgerSheet = download({
  name: 'ledger.export',
  title: 'Xuất sổ ghi việc ra Excel',
  permission: 'ledger.read',
  query: ledgerFilter,
  logged: 'export',
  async run(ctx, _params, filter) {
    const rows = await listLedger(ctx.db, ctx.within, filter, { before: null, limit: MOST });
    const body = writeSheet(
      'Sổ ghi việc',
      [
        { header: 'Số', kind: 'integer', width: 10 },
        { header: 'Lúc', kind: 'time', width: 20 },
        { header: 'Việc', kind: 'text', width: 36 },
        { header: 'Đối tượng', kind: 'text', width: 40 },
        { header: 'Người', kind: 'text', width: 28 },
        { header: 'Tư cách', kind: 'text', width: 36 },
        { header: 'Lý do', kind: 'text', width: 40 },
        { header: 'Mã dòng', kind: 'text', width: 66 },
      ],
      rows.map((row) => [
        row.no,
        new Date(row.at),
        verbOf(row.action, row.from),
        row.name,
        row.actorName,
        row.capacity,
        row.reason,
        row.hash,
      ]),
    );
    return { name: 'so-ghi-viec.xlsx', type: XLSX_TYPE, body };
  },
});
