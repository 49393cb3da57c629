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
import type { Counted } from '#platform/http/slow-counts';
import { formatDay, type PlotColumn } from '#ui';
import { type CommunePlan, communePlans } from './communes.ts';
import { type Asked, daysOf } from './queries.ts';
import { figureUrl } from './urls.ts';

/** A figure with the screen of its list. */
export interface BoardFigure extends Pick<Figure, 'id' | 'label' | 'value' | 'unit'> {
  readonly href: string | null;
}

export interface Board {
  /** Null: just now. */
  readonly countedAt: Date | null;
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

/** What is counted for a board: the same for everybody who may open it. */
interface Counts {
  readonly figures: readonly Figure[];
  readonly stars: readonly Parts[];
  readonly byMonth: readonly Parts[];
  readonly targets: readonly TargetResult[];
  readonly communePlans: readonly CommunePlan[];
  readonly points: readonly CommunePoint[];
}

/**
 * Everything on the board, counted as the report counts it; as it was known at an earlier day where that is asked. What takes
 * long to count is kept for a while, and the board tells when it was counted.
 */
export async function boardOf(ctx: ReadContext, asked: Asked): Promise<Board> {
  const { knownAt, unit, asOf, unitsAsOf } = asked;
  if (knownAt !== null)
    return asKnown(ctx.db, knownAt, async (db) =>
      laidOut({ ...ctx, db }, asked, { value: await countsOf(db, asked), at: null }),
    );
  const key = `board ${unit?.id ?? 'country'} ${asOf} ${unitsAsOf}`;
  return laidOut(ctx, asked, await ctx.counted(key, () => countsOf(ctx.db, asked)));
}

async function countsOf(db: ReadContext['db'], asked: Asked): Promise<Counts> {
  const { unit, unitsAsOf, asOf } = asked;
  const [report, stars, byMonth, plans, ofCommunes, points] = await Promise.all([
    makeReport(db, { name: 'annual', unit, asOf, unitsAsOf }),
    starsOn(db, unit, unitsAsOf, trendDays(asOf)),
    recognisedIn(db, unit, unitsAsOf, monthsTo(asOf)),
    targetResults(db, unit?.id ?? null, { from: daysOf(asked).from, to: asOf, day: asOf }),
    communePlans(db, asked),
    unit?.level === 'province' ? communePoints(db, unit.id, unitsAsOf) : [],
  ]);
  const targets = plans
    .filter(({ indicator }) => indicator !== null)
    .toSorted((a, b) => Number(a.verdict.reached ?? true) - Number(b.verdict.reached ?? true));
  return { figures: report.figures, stars, byMonth, targets, communePlans: ofCommunes, points };
}

/** The counts with their screens, and what is the reader's own. */
async function laidOut(ctx: ReadContext, asked: Asked, counted: Counted<Counts>): Promise<Board> {
  const { unit, asOf } = asked;
  const { stars, byMonth, targets, communePlans: ofCommunes, points } = counted.value;
  const days = daysOf(asked);
  const own = unit !== null && unit.id === asked.own;
  const [figures, work, tasks] = await Promise.all([
    opening(ctx, asked, counted.value.figures),
    workOf(ctx),
    own ? lateTasks(ctx.db, unit.id, asOf, 1) : null,
  ]);
  const trend = trendDays(asOf).map((day, at): PlotColumn => {
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
  const months = monthsTo(asOf).map(
    ({ from, asOf: last }, at): PlotColumn => ({
      label: `T${Number(from.slice(5, 7))}`,
      href: figureUrl('period.recognised', unit?.code ?? null, { ...days, from, asOf: last }),
      parts: starParts(byMonth[at] ?? {}, byMonth),
    }),
  );
  return {
    ...{ countedAt: counted.at, days, figures, trend, months, targets, communePlans: ofCommunes, points },
    ...{ lateTasks: tasks?.total ?? null, work },
  };
}

/** Every figure of the annual report, each with the screen of its list. */
async function boardFigures(ctx: Pick<ReadContext, 'db' | 'may'>, asked: Asked): Promise<BoardFigure[]> {
  const { unit, asOf, unitsAsOf } = asked;
  const { figures } = await makeReport(ctx.db, { name: 'annual', unit, asOf, unitsAsOf });
  return opening(ctx, asked, figures);
}

async function opening(
  { may }: Pick<ReadContext, 'may'>,
  asked: Asked,
  figures: readonly Figure[],
): Promise<BoardFigure[]> {
  const days = daysOf(asked);
  const open = new Map(await Promise.all(figures.map(async ({ id }) => [id, await mayOpen({ may }, id)] as const)));
  return figures.map(({ id, label, value, unit: of }) => ({
    ...{ id, label, value, unit: of },
    href: open.get(id) ? figureUrl(id, asked.unit?.code ?? null, days) : null,
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
