import { SteeringWays } from '#features/legal-acts';
import { PROGRAMME_PERIODS } from '#law/programme-periods';
import { page } from '#platform/http/page';
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  Form,
  formatDay,
  SelectField,
  StatusTag,
  TakeList,
  TextField,
} from '#ui';
import type { TargetResult } from '../results.ts';
import { type ListQuery, listQuery } from '../schema.ts';
import { type Shown, shownTargets } from '../shown.ts';
import { targetPaths } from '../urls.ts';
import { planSaid, resultSaid, yearsWords } from '../words.ts';

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
    return { ...shown, query, maySet, mayExport, tasks, own: ctx.actor.area !== null };
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
        plansOf(data.rows).map((rows) => <Plan key={rows[0]?.id} rows={rows} />)
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

/** Targets of one unit and years together. */
function plansOf(rows: readonly TargetResult[]): TargetResult[][] {
  const plans = new Map<string, TargetResult[]>();
  for (const row of rows) {
    const key = `${row.unit} ${row.from} ${row.to}`;
    plans.set(key, [...(plans.get(key) ?? []), row]);
  }
  return [...plans.values()];
}

function Plan({ rows }: { rows: readonly TargetResult[] }) {
  const [first] = rows;
  if (!first) return null;
  const period = PROGRAMME_PERIODS.find(({ from, to }) => from <= first.from && first.to <= to);
  return (
    <section class="stack">
      <div>
        <h2>
          {first.place}, {yearsWords(first)}
        </h2>
        <p class="sm mut">
          {period && `${period.name} của Chương trình (${period.act}). `}Kết quả tính đến {formatDay(first.asOf)}.
        </p>
      </div>
      <DataTable
        rows={rows}
        columns={columns}
        caption={`${first.place}, ${yearsWords(first)}`}
        keyOf={(row) => row.id}
      />
    </section>
  );
}

/** A bar as long as the result is of the plan; a full one means reached. */
function Bar({ rate }: { rate: number }) {
  return (
    <svg aria-hidden="true" width="100%" height="10" class="block max-w-[9rem]">
      <rect width="100%" height="10" fill="var(--line, #ccc)" rx="2" />
      <rect width={`${Math.min(100, rate)}%`} height="10" fill="currentColor" rx="2" />
    </svg>
  );
}

const columns = [
  {
    head: 'Chỉ tiêu',
    rowHead: true,
    cell: (row: TargetResult) => (
      <>
        <a href={targetPaths.one(row.id)}>{row.name}</a>
        {(row.actLabel || row.source) && <span class="sub font-normal">{row.actLabel || row.source}</span>}
      </>
    ),
  },
  { head: 'Kế hoạch', cell: (row: TargetResult) => planSaid(row) },
  {
    head: 'Kết quả',
    cell: (row: TargetResult) => (row.list === null ? resultSaid(row) : <a href={row.list}>{resultSaid(row)}</a>),
  },
  {
    head: 'So với kế hoạch',
    cell: (row: TargetResult) => (
      <>
        {row.verdict.rate !== null && row.verdict.reached !== null && <Bar rate={row.verdict.rate} />}
        <span class="sm">{row.verdict.words}</span>
      </>
    ),
  },
  {
    head: 'Đạt',
    bare: true,
    cell: (row: TargetResult) =>
      row.verdict.reached === null ? null : (
        <StatusTag
          status={row.verdict.reached ? 'paper.passed' : 'paper.fix'}
          words={row.verdict.reached ? 'Đạt' : 'Chưa đạt'}
        />
      ),
  },
];
