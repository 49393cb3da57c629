import { actsById, Cited } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, FactsList, formatDay, formatMoment } from '#ui';
import { MEASURES } from '../measures.ts';
import { findTarget, type Version, versionsOf } from '../queries.ts';
import { withResults } from '../results.ts';
import { targetPaths } from '../urls.ts';
import { planSaid, resultSaid, yearsWords } from '../words.ts';

/** One target: what was given by which act, the result, and every version. */
export const targetPage = page({
  permission: 'target.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const found = await findTarget(ctx.db, id);
    if (!found) throw notFound();
    const [[target], versions, mayCorrect] = await Promise.all([
      withResults(ctx, [found], ctx.day),
      versionsOf(ctx.db, id),
      ctx.may('target.correct', id),
    ]);
    if (!target) throw notFound();
    const [cited] = (await actsById(ctx.db, [target.act], ctx.day)).values();
    return { target, cited, versions, mayCorrect };
  },
  head: () => ({
    title: 'Chỉ tiêu',
    here: '/viec-cua-toi',
    up: { href: targetPaths.list, words: 'Kế hoạch và kết quả' },
  }),
  view: ({ target, cited, versions, mayCorrect }) => (
    <div class="stack-7">
      <div class="row between">
        <h1>{target.name}</h1>
        {mayCorrect && <Button href={targetPaths.correct(target.id)}>Sửa</Button>}
      </div>
      <FactsList
        facts={[
          { term: 'Đơn vị', value: target.place },
          { term: 'Kỳ', value: yearsWords(target) },
          { term: 'Kế hoạch', value: planSaid(target) },
          target.indicator !== null && {
            term: 'Kết quả',
            value: target.list === null ? resultSaid(target) : <a href={target.list}>{resultSaid(target)}</a>,
            sub: `${MEASURES[target.indicator]}, tính đến ${formatDay(target.asOf)}`,
          },
          { term: 'So với kế hoạch', value: target.verdict.words },
          target.owner !== null && { term: 'Chịu trách nhiệm', value: target.owner },
          cited !== undefined && {
            term: 'Văn bản giao',
            value: <Cited act={cited} words={target.actLabel ?? undefined} />,
          },
          target.quote !== null && { term: 'Nguyên văn', value: `“${target.quote}”` },
          target.source !== null && { term: 'Nguồn', value: target.source },
          target.note !== null && { term: 'Ghi chú', value: target.note },
        ]}
      />
      <DataTable rows={versions} columns={columns} caption="Các lần ghi" showCaption keyOf={(row) => String(row.no)} />
    </div>
  ),
});

const columns = [
  { head: 'Lần', rowHead: true, cell: (row: Version) => row.no },
  { head: 'Mức giao', cell: (row: Version) => row.said ?? '' },
  { head: 'Chỉ tiêu', cell: (row: Version) => row.name ?? '' },
  { head: 'Ai ghi, lúc nào', cell: (row: Version) => `${row.by}, ${formatMoment(row.at)}` },
  { head: 'Lý do', cell: (row: Version) => row.reason ?? '' },
];
