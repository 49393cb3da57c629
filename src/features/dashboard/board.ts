import { confirmedYears } from '#features/dossiers';
import { countWork, workAsk } from '#features/queue';
import { type Days, type Figure, makeReport, mayOpen, starsOn } from '#features/reports';
import { windowStart } from '#law/reporting';
import type { Day } from '#platform/clock';
import type { ReadContext } from '#platform/http/context';
import { formatDay, type PlotColumn } from '#ui';
import type { Asked } from './queries.ts';
import { figureUrl } from './urls.ts';

/** A figure with the screen of its list. */
export interface BoardFigure extends Pick<Figure, 'id' | 'label' | 'value' | 'unit'> {
  readonly href: string | null;
}

export interface Board {
  readonly days: Days;
  readonly figures: readonly BoardFigure[];
  readonly trend: readonly PlotColumn[];
  /** Work of this office past its term, and ending soon; null for roles without a queue. */
  readonly work: { readonly late: number; readonly soon: number } | null;
}

/** So many year ends stand before the day in a trend. */
const YEARS_BACK = 5;
/** Roles whose work waits in the queue of their office. */
const QUEUES: readonly string[] = ['commune', 'province', 'ministry'];

/** Everything on the board, counted as the report counts it. */
export async function boardOf(ctx: ReadContext, asked: Asked): Promise<Board> {
  const { unit, asOf, unitsAsOf } = asked;
  const days: Days = { asOf, unitsAsOf, from: windowStart('calendarYear', asOf) };
  const ends = trendDays(asOf);
  const [figures, stars, work] = await Promise.all([
    boardFigures(ctx, asked),
    starsOn(ctx.db, unit, unitsAsOf, ends),
    workOf(ctx),
  ]);
  const trend = ends.map((day, at): PlotColumn => {
    const of = stars[at] ?? {};
    return {
      label: day.endsWith('-12-31') ? day.slice(0, 4) : formatDay(day).slice(0, 5),
      href: figureUrl('stock.products', unit?.code ?? null, {
        ...days,
        asOf: day,
        from: windowStart('calendarYear', day),
      }),
      parts: [
        { label: '3 sao', value: of['3'] ?? 0, look: 'a' },
        { label: '4 sao', value: of['4'] ?? 0, look: 'b' },
        { label: '5 sao', value: of['5'] ?? 0, look: 'c' },
        ...(stars.some(({ none }) => none)
          ? [{ label: 'Nguồn không ghi sao', value: of.none ?? 0, look: 'd' as const }]
          : []),
      ],
    };
  });
  return { days, figures, trend, work };
}

/** Every figure of the annual report, each with the screen of its list. */
export async function boardFigures(
  { db, may }: Pick<ReadContext, 'db' | 'may'>,
  { unit, asOf, unitsAsOf }: Asked,
): Promise<BoardFigure[]> {
  const days: Days = { asOf, unitsAsOf, from: windowStart('calendarYear', asOf) };
  const { figures } = await makeReport(db, { name: 'annual', unit, asOf, unitsAsOf });
  const open = new Map(await Promise.all(figures.map(async ({ id }) => [id, await mayOpen({ may }, id)] as const)));
  return figures.map(({ id, label, value, unit: of }) => ({
    ...{ id, label, value, unit: of },
    href: open.get(id) ? figureUrl(id, unit?.code ?? null, days) : null,
  }));
}

function trendDays(asOf: Day): Day[] {
  const year = Number(asOf.slice(0, 4));
  const ends = Array.from({ length: YEARS_BACK }, (_, at) => `${year - YEARS_BACK + at}-12-31`);
  return [...ends, asOf];
}

async function workOf(ctx: ReadContext): Promise<Board['work']> {
  if (!QUEUES.includes(ctx.actor.role)) return null;
  const { late, soon } = await countWork(ctx.db, workAsk(ctx, {}, 1, null, await confirmedYears(ctx.db)));
  return { late, soon };
}
