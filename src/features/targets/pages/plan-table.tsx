import { PROGRAMME_PERIODS } from '#law/programme-periods';
import { targetTerm } from '#law/targets';
import type { Day } from '#platform/clock';
import { DataTable, formatDay, StatusTag } from '#ui';
import type { TargetResult } from '../results.ts';
import { targetPaths } from '../urls.ts';
import { planSaid, resultSaid, yearsWords } from '../words.ts';

/** Targets of one unit and years together. */
export function plansOf(rows: readonly TargetResult[]): TargetResult[][] {
  const plans = new Map<string, TargetResult[]>();
  for (const row of rows) {
    const key = `${row.unit} ${row.from} ${row.to}`;
    plans.set(key, [...(plans.get(key) ?? []), row]);
  }
  return [...plans.values()];
}

/** Them with their results. */
export function Plan({
  rows,
  day,
  ofAct = false,
}: {
  rows: readonly TargetResult[];
  day: Day;
  /** All stand in the act the page is about: it is not said again. */
  ofAct?: boolean;
}) {
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
        columns={columnsOn(day, ofAct)}
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

const columnsOn = (day: Day, ofAct: boolean) => [
  {
    head: 'Chỉ tiêu',
    rowHead: true,
    cell: (row: TargetResult) => (
      <>
        <a class="inline-block py-1" href={targetPaths.one(row.id)}>
          {row.name}
        </a>
        {ofAct ? null : row.act !== null && row.actLabel !== null ? (
          <a class="sub py-1 font-normal" href={targetPaths.plan(row.act)}>
            {row.actLabel}
          </a>
        ) : (
          row.source && <span class="sub font-normal">{row.source}</span>
        )}
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
    cell: (row: TargetResult) => (
      <>
        {row.verdict.reached !== null && (
          <StatusTag
            status={row.verdict.reached ? 'paper.passed' : 'paper.fix'}
            words={row.verdict.reached ? 'Đạt' : 'Chưa đạt'}
          />
        )}
        <Term row={row} day={day} />
      </>
    ),
  },
];

function Term({ row, day }: { row: TargetResult; day: Day }) {
  const { words, late } = targetTerm({ to: row.to, reached: row.verdict.reached }, day);
  return <span class={late ? 'sub font-semibold' : 'sub'}>{words}</span>;
}
