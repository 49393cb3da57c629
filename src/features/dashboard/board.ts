import { confirmedYears } from '#features/dossiers';
import { type CommunePoint, communePoints } from '#features/maps';
import { countWork, workAsk } from '#features/queue';
import {
  asKnown,
  type Days,
  type Figure,
  type KnownReport,
  makeKnownReport,
  makeReport,
  mayOpen,
  recognisedIn,
  starsOn,
} from '#features/reports';
import { type TargetResult, targetResults } from '#features/targets';
import { lateTasks } from '#features/tasks';
import { addDays, addMonths } from '#law/days';
import type { Parts } from '#law/indicators';
import { windowStart } from '#law/reporting';
import type { Day } from '#platform/clock';
import type { ReadContext } from '#platform/http/context';
import { formatDay, type PlotColumn } from '#ui';
import { type CommunePlan, communePlans } from './communes.ts';
import { type Asked, daysOf } from './queries.ts';
import { figureUrl } from './urls.ts';

/** A figure with the screen of its list. */
export interface BoardFigure extends Pick<Figure, 'id' | 'label' | 'value' | 'unit'> {
  readonly href: string | null;
}

export interface Board {
  readonly days: Days;
  readonly figures: readonly BoardFigure[];
  readonly trend: readonly PlotColumn[];
  /** Recognitions of the last twelve months; a month whose day the source does not give stands in none. */
  readonly months: readonly PlotColumn[];
  /** Targets of the unit that touch the year and are measured by a figure, those not reached first. */
  readonly targets: readonly TargetResult[];
  /** Plans of the year given to communes of the unit. */
  readonly communePlans: readonly CommunePlan[];
  /** Communes of a province that have a point. */
  readonly points: readonly CommunePoint[];
  /** Tasks given to the reader's own office and not reported by their last day; null where the board is of another unit. */
  readonly lateTasks: number | null;
  /** Work of this office past its term, and ending soon; null for roles without a queue. */
  readonly work: { readonly late: number; readonly soon: number } | null;
}

/** So many year ends stand before the day in a trend. */
const YEARS_BACK = 5;
/** Roles whose work waits in the queue of their office. */
const QUEUES: readonly string[] = ['commune', 'province', 'ministry'];

/** Everything on the board, counted as the report counts it; as it was known at an earlier day where that is asked. */
export async function boardOf(ctx: ReadContext, asked: Asked): Promise<Board> {
  const { knownAt } = asked;
  return knownAt === null
    ? countBoard(ctx, asked)
    : asKnown(ctx.db, knownAt, (db) => countBoard({ ...ctx, db }, asked));
}

async function countBoard(ctx: ReadContext, asked: Asked): Promise<Board> {
  const { unit, unitsAsOf, asOf } = asked;
  const days = daysOf(asked);
  const ends = trendDays(asOf);
  const windows = monthsTo(asOf);
  const own = unit !== null && unit.id === asked.own;
  const [figures, stars, work, byMonth, plans, tasks, ofCommunes, points] = await Promise.all([
    boardFigures(ctx, asked),
    starsOn(ctx.db, unit, unitsAsOf, ends),
    workOf(ctx),
    recognisedIn(ctx.db, unit, unitsAsOf, windows),
    targetResults(ctx.db, unit?.id ?? null, { from: days.from, to: asOf, day: asOf }),
    own ? lateTasks(ctx.db, unit.id, asOf, 1) : null,
    communePlans(ctx.db, asked),
    unit?.level === 'province' ? communePoints(ctx.db, unit.id, unitsAsOf) : [],
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
      parts: starParts(of, stars),
    };
  });
  const months = windows.map(
    ({ from, asOf: last }, at): PlotColumn => ({
      label: `T${Number(from.slice(5, 7))}`,
      href: figureUrl('period.recognised', unit?.code ?? null, { ...days, from, asOf: last }),
      parts: starParts(byMonth[at] ?? {}, byMonth),
    }),
  );
  const targets = plans
    .filter(({ indicator }) => indicator !== null)
    .toSorted((a, b) => Number(a.verdict.reached ?? true) - Number(b.verdict.reached ?? true));
  return {
    ...{ days, figures, trend, months, targets, communePlans: ofCommunes, points },
    ...{ lateTasks: tasks?.total ?? null, work },
  };
}

/** Every figure of the annual report, each with the screen of its list. */
async function boardFigures({ db, may }: Pick<ReadContext, 'db' | 'may'>, asked: Asked): Promise<BoardFigure[]> {
  const { unit, asOf, unitsAsOf } = asked;
  const days = daysOf(asked);
  const { figures } = await makeReport(db, { name: 'annual', unit, asOf, unitsAsOf });
  const open = new Map(await Promise.all(figures.map(async ({ id }) => [id, await mayOpen({ may }, id)] as const)));
  return figures.map(({ id, label, value, unit: of }) => ({
    ...{ id, label, value, unit: of },
    href: open.get(id) ? figureUrl(id, unit?.code ?? null, days) : null,
  }));
}

/** The figures as a list that goes out; what cannot be known of an earlier day is left empty. */
export async function sheetFigures(ctx: ReadContext, asked: Asked): Promise<BoardFigure[]> {
  const { knownAt } = asked;
  if (knownAt === null) return boardFigures(ctx, asked);
  const [figures, news] = await Promise.all([
    asKnown(ctx.db, knownAt, (db) => boardFigures({ may: ctx.may, db }, asked)),
    knownNews(ctx, asked),
  ]);
  const unknown = new Set(news?.unknown.map(({ id }) => id));
  return figures.map((one) => (unknown.has(one.id) ? { ...one, value: null } : one));
}

/** What is another number today than the board says of an earlier day, and what it cannot say; null for a board of today. */
export async function knownNews({ db }: Pick<ReadContext, 'db'>, asked: Asked): Promise<KnownReport | null> {
  const { unit, asOf, unitsAsOf, knownAt } = asked;
  return knownAt === null ? null : makeKnownReport(db, { name: 'annual', unit, asOf, unitsAsOf }, knownAt);
}

/** The stars of one column, and what the source gives no star where any column has such. */
function starParts(of: Parts, all: readonly Parts[]): PlotColumn['parts'] {
  return [
    { label: '3 sao', value: of['3'] ?? 0, look: 'a' },
    { label: '4 sao', value: of['4'] ?? 0, look: 'b' },
    { label: '5 sao', value: of['5'] ?? 0, look: 'c' },
    ...(all.some(({ none }) => none)
      ? [{ label: 'Nguồn không ghi sao', value: of.none ?? 0, look: 'd' as const }]
      : []),
  ];
}

const MONTHS_BACK = 12;
/** The last twelve months, the day's own up to the day. */
function monthsTo(asOf: Day): { from: Day; asOf: Day }[] {
  const first = addMonths(`${asOf.slice(0, 7)}-01`, 1 - MONTHS_BACK);
  return Array.from({ length: MONTHS_BACK }, (_, n) => ({
    from: addMonths(first, n),
    asOf: n === MONTHS_BACK - 1 ? asOf : addDays(addMonths(first, n + 1), -1),
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
