import { targetTerm } from '#law/targets';
import { listFile } from '#platform/documents/list-file';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { targetsOfAct } from './queries.ts';
import { type TargetResult, withResults } from './results.ts';
import { listQuery } from './schema.ts';
import { shownTargets } from './shown.ts';
import { planSaid, resultSaid, yearsWords } from './words.ts';

/** Plan and result with the filters of the screen. */
export const targetsSheet = download({
  name: 'target.export',
  title: 'Kế hoạch và kết quả (Excel)',
  permission: 'list.export',
  query: listQuery,
  logged: 'export',
  async run(ctx, _params, query) {
    if (!(await ctx.may('target.read'))) throw notFound();
    const { rows } = await shownTargets(ctx, query);
    return sheetOf(`chi-tieu-${ctx.day}`, 'Kế hoạch và kết quả', rows, ctx.day);
  },
});

/** The targets of one plan with their results. */
export const planSheet = download({
  name: 'target.exportPlan',
  title: 'Chỉ tiêu của kế hoạch (Excel)',
  permission: 'list.export',
  params: byId,
  logged: 'export',
  async run(ctx, { id }) {
    if (!(await ctx.may('target.read'))) throw notFound();
    const rows = await withResults(ctx, await targetsOfAct(ctx.db, id), ctx.day);
    if (rows.length === 0) throw notFound();
    return sheetOf('chi-tieu-ke-hoach', rows[0]?.actLabel ?? 'Kế hoạch', rows, ctx.day);
  },
});

const sheetOf = (name: string, title: string, rows: readonly TargetResult[], day: string) =>
  listFile(name, title, rows, [
    ['Đơn vị', 'text', 26, (row) => row.place],
    ['Kỳ', 'text', 16, (row) => yearsWords(row)],
    ['Chỉ tiêu', 'text', 60, (row) => row.name],
    ['Kế hoạch', 'text', 36, (row) => planSaid(row)],
    ['Kết quả', 'text', 22, (row) => resultSaid(row)],
    ['Tính đến ngày', 'date', 14, (row) => row.asOf],
    ['So với kế hoạch', 'text', 48, (row) => row.verdict.words],
    ['Hạn', 'text', 26, (row) => targetTerm({ to: row.to, reached: row.verdict.reached }, day).words],
    ['Văn bản giao', 'text', 36, (row) => row.actLabel || row.source],
    ['Cơ quan chịu trách nhiệm', 'text', 30, (row) => row.owner],
  ]);
