import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
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
    const body = writeSheet(
      'Đợt đánh giá',
      [
        { header: 'Tỉnh', kind: 'text', width: 24 },
        { header: 'Năm', kind: 'integer', width: 8 },
        { header: 'Đợt', kind: 'integer', width: 8 },
        { header: 'Xã đề nghị trước ngày', kind: 'date', width: 20 },
        { header: 'Hoàn thành trước ngày', kind: 'date', width: 20 },
        { header: 'Kế hoạch', kind: 'text', width: 30 },
        { header: 'Số hồ sơ', kind: 'integer', width: 10 },
      ],
      rows.map((row) => [
        row.provinceName,
        row.year,
        row.no,
        row.proposedBefore,
        row.completedBefore,
        row.act,
        row.dossiers,
      ]),
    );
    return { name: 'dot-danh-gia.xlsx', type: XLSX_TYPE, body };
  },
});
