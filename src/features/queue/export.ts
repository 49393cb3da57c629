import { confirmedYears } from '#features/dossiers';
import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
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
    return listFile('viec-cua-toi', 'Việc của tôi', items, [
      ['Mã số', 'text', 22, (one) => one.code],
      ['Tên', 'text', 40, (one) => one.name],
      ['Chủ thể', 'text', 40, (one) => one.who],
      ['Trạng thái', 'text', 24, (one) => stateWords(one.process, one.state).name],
      ['Việc cần làm', 'text', 36, (one) => actOf(one)],
      ['Làm thay', 'text', 28, (one) => one.inPlaceOf],
      ['Hạn', 'date', 14, (one) => one.dueOn],
      ['Thời hạn', 'text', 26, (one) => termOf(one.dueOn, ctx.day, years)?.words ?? null],
    ]);
  },
});
