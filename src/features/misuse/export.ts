import { stateWords } from '#law/moves';
import { dayOf } from '#platform/clock';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listReports } from './queries.ts';
import { listQuery } from './schema.ts';
import { findingWords, kindWords } from './words.ts';

const MOST = 5000;

/** The list as a spreadsheet, with the filter of the screen; contacts stay in the reports. */
export const misuseSheet = download({
  name: 'misuse.export',
  title: 'Xuất phản ánh ra Excel',
  permission: 'misuse.read',
  query: listQuery.pick({ state: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const rows = await listReports(ctx.db, { query, reach: ctx.within('misuse.read', 'l'), limit: MOST });
    return listFile('phan-anh', 'Phản ánh', rows, [
      ['Số phản ánh', 'text', 20, (one) => one.number],
      ['Ngày nhận', 'date', 14, (one) => dayOf(one.receivedAt)],
      ['Việc dùng sai', 'text', 44, (one) => kindWords(one.kind)],
      ['Sản phẩm', 'text', 40, (one) => one.productName ?? one.typed],
      ['Nơi thấy', 'text', 40, (one) => one.place],
      ['Tỉnh', 'text', 22, (one) => one.province],
      ['Trạng thái', 'text', 16, (one) => stateWords('misuse', one.state).name],
      ['Kết luận', 'text', 30, (one) => (one.finding === null ? null : findingWords(one.finding))],
      ['Trả lời', 'text', 60, (one) => one.answer],
      ['Ngày trả lời', 'date', 14, (one) => one.closedOn],
    ]);
  },
});
