import { SteeringWays } from '#features/legal-acts';
import { page } from '#platform/http/page';
import { Button, DateField, EmptyState, Form, formatDay, SelectField, TakeList, TextField } from '#ui';
import { type ListQuery, listQuery } from '../schema.ts';
import { type Shown, shownTargets } from '../shown.ts';
import { targetPaths } from '../urls.ts';
import { Plan, plansOf } from './plan-table.tsx';

/** Plan against result by unit and years: numbers, bars, right words. */
export const targetsPage = page({
  permission: 'target.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const [shown, maySet, mayExport, tasks] = await Promise.all([
      shownTargets(ctx, query),
      ctx.may('target.set'),
      ctx.may('list.export'),
      ctx.may('task.read'),
    ]);
    return { ...shown, query, maySet, mayExport, tasks, own: ctx.actor.area !== null, day: ctx.day };
  },
  head: () => ({ title: 'Kế hoạch và kết quả', here: '/viec-cua-toi' }),
  view: (data) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Kế hoạch và kết quả</h1>
        <span class="row tight">
          {data.mayExport && <TakeList href={`${targetPaths.sheet}${asked(data.query)}`} />}
          {data.maySet && (
            <Button kind="main" href={targetPaths.new} icon="plus">
              Ghi chỉ tiêu
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={targetPaths.list} offices={data.tasks} />
      <Filter {...data} />
      {data.rows.length === 0 ? (
        <EmptyState title="Chưa có chỉ tiêu được giao">
          Chọn đơn vị hoặc năm khác, hoặc ghi chỉ tiêu của kế hoạch.
        </EmptyState>
      ) : (
        plansOf(data.rows).map((rows) => <Plan key={rows[0]?.id} rows={rows} day={data.day} />)
      )}
    </div>
  ),
});

const asked = ({ unit, nam, ngay }: ListQuery) =>
  targetPaths.listWith({ unit, nam: nam?.toString(), ngay }).slice(targetPaths.list.length);

function Filter({ units, unit, query, asOf, own }: Shown & { query: ListQuery; own: boolean }) {
  return (
    <Form action={targetPaths.list} method="get" label="Chọn kế hoạch" class="row items-end">
      <SelectField
        name="unit"
        label="Đơn vị"
        value={unit}
        choices={units}
        {...(own ? { empty: 'Tỉnh của tôi, cả các tỉnh cũ' } : {})}
        optional
      />
      <TextField
        name="nam"
        label="Năm"
        value={query.nam}
        width="date"
        inputMode="numeric"
        hint="Trống: mọi năm"
        optional
      />
      <DateField name="ngay" label="Kết quả đến ngày" value={formatDay(asOf)} optional />
      <Button>Xem</Button>
    </Form>
  );
}
