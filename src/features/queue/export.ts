import { confirmedYears } from '#features/dossiers';
import { stateWords } from '#law/moves';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { workAsk } from './pages/home.tsx';
import { listWork } from './queries.ts';
import { queueFilter } from './schema.ts';
import { actOf, termOf } from './words.ts';

const MOST = 5000;

/** The queue as a spreadsheet, with the filters of the screen. */
export const workSheet = download({
  name: 'queue.export',
  title: 'Xuất việc của tôi ra Excel',
  permission: 'list.export',
  query: queueFilter,
  logged: 'export',
  async run(ctx, _params, filter) {
    const years = await confirmedYears(ctx.db);
    const items = await listWork(ctx.db, workAsk(ctx, filter, MOST, null, years));
    const body = writeSheet(
      'Việc của tôi',
      [
        { header: 'Mã số', kind: 'text', width: 22 },
        { header: 'Tên', kind: 'text', width: 40 },
        { header: 'Chủ thể', kind: 'text', width: 40 },
        { header: 'Trạng thái', kind: 'text', width: 24 },
        { header: 'Việc cần làm', kind: 'text', width: 36 },
        { header: 'Hạn', kind: 'date', width: 14 },
        { header: 'Thời hạn', kind: 'text', width: 26 },
      ],
      items.map((one) => [
        one.code,
        one.name,
        one.who,
        stateWords(one.process, one.state).name,
        actOf(one),
        one.dueOn,
        termOf(one.dueOn, ctx.day, years)?.words ?? null,
      ]),
    );
    return { name: 'viec-cua-toi.xlsx', type: XLSX_TYPE, body };
  },
});
