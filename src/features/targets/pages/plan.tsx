import { actsById, Cited, SteeringWays } from '#features/legal-acts';
import { targetTerm } from '#law/targets';
import type { Day } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Chips, EmptyState, formatDay, TakeList } from '#ui';
import { targetsOfAct } from '../queries.ts';
import { type TargetResult, withResults } from '../results.ts';
import { PLAN_VIEWS, type PlanView, planQuery } from '../schema.ts';
import { targetPaths } from '../urls.ts';
import { Plan, plansOf } from './plan-table.tsx';

/** One plan: everything its act sets, unit by unit, with results to date and what is over and not reached. */
export const planPage = page({
  permission: 'target.read',
  params: byId,
  query: planQuery,
  shell: 'desk',
  async load(ctx, { id }, { xem }) {
    const [targets, acts, mayExport, offices] = await Promise.all([
      targetsOfAct(ctx.db, id),
      actsById(ctx.db, [id], ctx.day),
      ctx.may('list.export'),
      ctx.may('task.read'),
    ]);
    const act = acts.get(id);
    if (!act || targets.length === 0) throw notFound('Chưa ghi chỉ tiêu nào của văn bản này.');
    return { act, rows: await withResults(ctx, targets, ctx.day), view: xem, mayExport, offices, day: ctx.day };
  },
  head: ({ act }) => ({
    title: `Kế hoạch ${act.number ?? act.title}`,
    here: '/viec-cua-toi',
    up: { href: targetPaths.list, words: 'Kế hoạch và kết quả' },
  }),
  view: ({ act, rows, view, mayExport, offices, day }) => {
    const shown = rows.filter((row) => view === undefined || viewOf(row, day) === view);
    return (
      <div class="stack-5">
        <div class="row between">
          <h1>Kế hoạch {act.number ?? act.title}</h1>
          {mayExport && <TakeList href={targetPaths.planSheet(act.id)} />}
        </div>
        <SteeringWays here={targetPaths.list} offices={offices} />
        <div>
          {act.number !== null && <p>{act.title}</p>}
          <p class="ink2">
            {[act.issuer, act.issuedOn && formatDay(act.issuedOn)].filter(Boolean).join(', ')}. <Cited act={act} />
          </p>
        </div>
        <Chips
          label="Lọc theo kết quả"
          chips={[
            { href: targetPaths.plan(act.id), words: 'Mọi chỉ tiêu', count: rows.length, on: view === undefined },
            ...(Object.keys(PLAN_VIEWS) as PlanView[]).map((one) => ({
              href: targetPaths.planWith(act.id, one),
              words: PLAN_VIEWS[one],
              count: rows.filter((row) => viewOf(row, day) === one).length,
              on: view === one,
            })),
          ]}
        />
        {shown.length === 0 ? (
          <EmptyState title="Không có chỉ tiêu nào">Chọn “Mọi chỉ tiêu” để xem cả kế hoạch.</EmptyState>
        ) : (
          plansOf(shown).map((group) => <Plan key={group[0]?.id} rows={group} day={day} ofAct />)
        )}
      </div>
    );
  },
});

/** Where a target stands: reached, over and not reached, or still under way; null: over, and not to be said in numbers. */
function viewOf({ to, verdict: { reached } }: TargetResult, day: Day): PlanView | null {
  if (reached) return 'dat';
  if (targetTerm({ to, reached }, day).late) return 'quaky';
  return to >= day ? 'dang' : null;
}
