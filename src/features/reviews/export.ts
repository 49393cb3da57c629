import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listReviews } from './queries.ts';
import { listQuery } from './schema.ts';
import { aboutWords, officeName, outcomeWords } from './words.ts';

const MOST = 5000;

/** The list as a spreadsheet, with the filter of the screen; what was written stays in the matters. */
export const reviewSheet = download({
  name: 'review.export',
  title: 'Xuất khiếu nại, đề nghị xem xét lại ra Excel',
  permission: 'review.read',
  query: listQuery.pick({ group: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const rows = await listReviews(ctx.db, { query, reach: ctx.within('review.read', 'l'), limit: MOST });
    return listFile('xem-xet-lai', 'Xem xét lại', rows, [
      ['Số', 'text', 20, (one) => one.number],
      ['Ngày', 'date', 14, (one) => one.dated],
      ['Nội dung', 'text', 44, aboutWords],
      ['Sản phẩm', 'text', 40, (one) => one.product],
      ['Chủ thể', 'text', 40, (one) => one.producer],
      ['Tỉnh', 'text', 22, (one) => one.province],
      ['Cơ quan trả lời', 'text', 40, officeName],
      ['Trạng thái', 'text', 18, (one) => stateWords('review', one.state).name],
      ['Hạn', 'date', 14, (one) => one.dueOn],
      ['Kết quả', 'text', 30, outcomeWords],
      ['Ngày trả lời', 'date', 14, (one) => one.answerDated],
    ]);
  },
});
