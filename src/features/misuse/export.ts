import { stateWords } from '#law/moves';
import { dayOf } from '#platform/clock';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
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
    const body = writeSheet(
      'Phản ánh',
      [
        { header: 'Số phản ánh', kind: 'text', width: 20 },
        { header: 'Ngày nhận', kind: 'date', width: 14 },
        { header: 'Việc dùng sai', kind: 'text', width: 44 },
        { header: 'Sản phẩm', kind: 'text', width: 40 },
        { header: 'Nơi thấy', kind: 'text', width: 40 },
        { header: 'Tỉnh', kind: 'text', width: 22 },
        { header: 'Trạng thái', kind: 'text', width: 16 },
        { header: 'Kết luận', kind: 'text', width: 30 },
        { header: 'Trả lời', kind: 'text', width: 60 },
        { header: 'Ngày trả lời', kind: 'date', width: 14 },
      ],
      rows.map((one) => [
        one.number,
        dayOf(one.receivedAt),
        kindWords(one.kind),
        one.productName ?? one.typed,
        one.place,
        one.province,
        stateWords('misuse', one.state).name,
        one.finding === null ? null : findingWords(one.finding),
        one.answer,
        one.closedOn,
      ]),
    );
    return { name: 'phan-anh.xlsx', type: XLSX_TYPE, body };
  },
});
