import { verbOf } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { doerWords } from '#platform/ledger/read';
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
    return listFile('so-ghi-viec', 'Sổ ghi việc', rows, [
      ['Số', 'integer', 10, (row) => row.no],
      ['Lúc', 'time', 20, (row) => new Date(row.at)],
      ['Việc', 'text', 36, (row) => verbOf(row.action, row.from)],
      ['Đối tượng', 'text', 40, (row) => row.name],
      ['Người', 'text', 28, (row) => doerWords(row.actorName, row.inPlaceOf)],
      ['Tư cách', 'text', 36, (row) => row.capacity],
      ['Lý do', 'text', 40, (row) => row.reason],
      ['Mã dòng', 'text', 66, (row) => row.hash],
    ]);
  },
});
