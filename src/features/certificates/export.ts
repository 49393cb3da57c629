import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listDecisions } from './queries.ts';
import { decisionName } from './schema.ts';

const MOST = 5000;

/** Decisions within reach as a spreadsheet. */
export const decisionsSheet = download({
  name: 'decision.export',
  title: 'Xuất quyết định ra Excel',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    const rows = await listDecisions(ctx.db, ctx.within('decision.read', 'l'), ctx.within('decision.issue', 'l'), MOST);
    return listFile('quyet-dinh', 'Quyết định', rows, [
      ['Số', 'text', 20, (row) => row.number],
      ['Ngày', 'date', 12, (row) => row.dated],
      ['Trích yếu', 'text', 70, (row) => row.title],
      ['Loại', 'text', 36, (row) => decisionName(row.kind, row.level)],
      ['Số sản phẩm', 'integer', 12, (row) => row.items],
      ['Trạng thái', 'text', 20, (row) => stateWords('decision', row.state).name],
    ]);
  },
});
