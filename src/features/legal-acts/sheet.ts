import { ACT_STATES } from '#law/act-validity';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { listActs } from './queries.ts';
import { ACT_KINDS, ACT_LEVELS, listQuery } from './schema.ts';

/** The register with the filters of the screen. */
export const actsSheet = download({
  name: 'legalAct.export',
  title: 'Sổ văn bản (Excel)',
  permission: 'list.export',
  query: listQuery,
  logged: 'export',
  async run(ctx, _params, query) {
    const rows = await listActs(ctx.db, query, ctx.day);
    return listFile(`so-van-ban-${ctx.day}`, 'Sổ văn bản', rows, [
      ['Loại', 'text', 14, (row) => ACT_KINDS[row.kind]],
      ['Số, ký hiệu', 'text', 22, (row) => row.number],
      ['Ngày ban hành', 'date', 14, (row) => row.issuedOn],
      ['Cơ quan ban hành', 'text', 30, (row) => row.issuer],
      ['Cấp', 'text', 12, (row) => ACT_LEVELS[row.level]],
      ['Trích yếu', 'text', 70, (row) => row.title],
      ['Giai đoạn từ', 'date', 14, (row) => row.periodFrom],
      ['Giai đoạn đến', 'date', 14, (row) => row.periodTo],
      ['Hiệu lực', 'text', 24, (row) => ACT_STATES[row.standing.state]],
      ['Từ ngày', 'date', 14, (row) => row.standing.since],
      ['Người ký', 'text', 24, (row) => row.signatory],
      ['Nguồn', 'text', 50, (row) => row.source],
    ]);
  },
});
