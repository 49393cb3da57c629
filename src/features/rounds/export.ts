import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listRounds } from './queries.ts';

const MOST = 5000;

/** Rounds within reach as a spreadsheet. */
export const roundsSheet = download({
  name: 'round.export',
  title: 'Xuất đợt đánh giá ra Excel',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    const rows = await listRounds(ctx.db, ctx.within('round.read', 'l'), MOST);
    return listFile('dot-danh-gia', 'Đợt đánh giá', rows, [
      ['Tỉnh', 'text', 24, (row) => row.provinceName],
      ['Năm', 'integer', 8, (row) => row.year],
      ['Đợt', 'integer', 8, (row) => row.no],
      ['Xã đề nghị trước ngày', 'date', 20, (row) => row.proposedBefore],
      ['Hoàn thành trước ngày', 'date', 20, (row) => row.completedBefore],
      ['Kế hoạch', 'text', 30, (row) => row.act],
      ['Số hồ sơ', 'integer', 10, (row) => row.dossiers],
    ]);
  },
});
