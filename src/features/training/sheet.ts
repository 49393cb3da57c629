import { TRAINING_KINDS } from '#law/training';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listTrainings } from './queries.ts';
import { listQuery, QUALIFIERS } from './schema.ts';

const MOST = 20_000;

/** The list of courses with the filters of the screen. Written to the access log. */
export const trainingsSheet = download({
  name: 'training.export',
  title: 'Tập huấn, hội nghị (Excel)',
  permission: 'training.read',
  query: listQuery.omit({ trang: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const rows = await listTrainings(ctx.db, { query, reach: ctx.within('training.read', 'l') }, 0, MOST);
    return listFile(`tap-huan-${ctx.day}`, 'Tập huấn, hội nghị', rows, [
      ['Hình thức', 'text', 24, (row) => TRAINING_KINDS[row.kind]],
      ['Nội dung', 'text', 60, (row) => row.subject],
      ['Tính cho', 'text', 34, (row) => row.unitName],
      ['Đơn vị tổ chức', 'text', 36, (row) => row.organiser],
      ['Địa điểm', 'text', 30, (row) => row.venue],
      ['Từ ngày', 'date', 12, (row) => row.from],
      ['Đến ngày', 'date', 12, (row) => row.to],
      ['Số người ghi là', 'text', 14, (row) => QUALIFIERS[row.qualifier]],
      ['Số người', 'integer', 10, (row) => row.people],
      ['Số lượt người', 'integer', 12, (row) => row.turns],
      ['Cán bộ', 'integer', 10, (row) => row.officers],
      ['Người của chủ thể', 'integer', 14, (row) => row.producers],
      ['Nữ', 'integer', 8, (row) => row.women],
      ['Chủ thể có tên', 'integer', 12, (row) => row.named],
      ['Văn bản, kế hoạch', 'text', 44, (row) => row.actLabel],
      ['Ghi chú', 'text', 40, (row) => (row.invented ? 'Dữ liệu giả định' : row.note)],
    ]);
  },
});
