import { stateWords } from '#law/moves';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { listDecisions } from './queries.ts';
import { decisionKinds } from './schema.ts';

const MOST = 5000;

/** Decisions within reach as a spreadsheet. */
export const decisionsSheet = download({
  name: 'decision.export',
  title: 'Xuất quyết định ra Excel',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    const rows = await listDecisions(ctx.db, ctx.within('decision.read', 'l'), MOST);
    const body = writeSheet(
      'Quyết định',
      [
        { header: 'Số', kind: 'text', width: 20 },
        { header: 'Ngày', kind: 'date', width: 12 },
        { header: 'Trích yếu', kind: 'text', width: 70 },
        { header: 'Loại', kind: 'text', width: 36 },
        { header: 'Số sản phẩm', kind: 'integer', width: 12 },
        { header: 'Trạng thái', kind: 'text', width: 20 },
      ],
      rows.map((row) => [
        row.number,
        row.dated,
        row.title,
        decisionKinds[row.kind],
        row.items,
        stateWords('decision', row.state).name,
      ]),
    );
    return { name: 'quyet-dinh.xlsx', type: XLSX_TYPE, body };
  },
});
