/** A report: every figure counted from records, with its list behind it, and the sums held against their wholes. */
import type { Kysely } from 'kysely';
import { unitsIn } from '#features/units';
import { sumCheck } from '#law/indicators';
import { percent, percentText, planYears, type Window, windowStart } from '#law/reporting';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type Counted, countAll, type Territory } from './count.ts';
import { type Aid, countAid } from './count-aid.ts';
import { achievement, type Plan, planCheck, planOf } from './plan.ts';
import { figureAddress } from './urls.ts';
import { APPLICATIONS, type Days, ENDINGS, figureOf, KINDS, type ReportName, SECTOR_FIGURES, STARS } from './words.ts';

export interface Figure {
  readonly id: string;
  readonly label: string;
  /** Null: it cannot be known (no plan, no denominator). */
  readonly value: number | null;
  /** What is counted: sản phẩm, chủ thể, %. */
  readonly unit: string;
  /** Address of the API list whose `total` is the value; null for what is worked out from other figures. */
  readonly list: string | null;
}

export interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly message: string;
}

export interface Report {
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

/** What a report counts as its period, up to the day. */
const WINDOWS: Readonly<Record<ReportName, Window>> = {
  annual: 'calendarYear',
  'mid-term': 'programmePeriod',
  stock: 'calendarYear',
  period: 'reportingYear',
};

/** Every figure of a unit (null: the whole country) for these days, without the report's plan and checks. */
export async function figuresOf(db: Kysely<DB>, unit: Territory, days: Days): Promise<readonly Figure[]> {
  const [counted, aid] = await Promise.all([countAll(db, unit, days), countAid(db, unit?.id ?? null, days)]);
  const figure = makerOf(unit, days);
  return [...stockOf(counted, figure), ...periodOf(counted, figure), ...aidOf(aid, figure)];
}

export interface Asked {
  readonly name: ReportName;
  readonly unit: Territory;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
  readonly from?: Day;
  /** Only for the addresses of the lists: the database is asked through `asKnown`. */
  readonly knownAt?: string;
}

/** The days a report counts by. */
export const daysOf = ({ name, asOf, unitsAsOf, from, knownAt }: Asked): Days => ({
  ...{ asOf, unitsAsOf, from: from ?? windowStart(WINDOWS[name], asOf) },
  ...(knownAt === undefined ? {} : { knownAt }),
});
/** The years whose plan it is held against. */
export const plannedYears = ({ name, asOf }: Asked) => planYears(WINDOWS[name], asOf);

/** Makes the report. `unit` null: the whole country. `from`: first day of the period, when it is not that of the report's name. */
export async function makeReport(db: Kysely<DB>, asked: Asked): Promise<Report> {
  const { unit, unitsAsOf } = asked;
  const days = daysOf(asked);
  const [counted, aid] = await Promise.all([countAll(db, unit, days), countAid(db, unit?.id ?? null, days)]);
  const plan = await planOf(db, unit?.id ?? null, plannedYears(asked));
  const parts = await partsOf(db, unit, unitsAsOf, counted);
  const figure = makerOf(unit, days);
  return {
    figures: [
      ...stockOf(counted, figure),
      ...parts.map(({ id, label, value }) => figure(id, value, label)),
      ...periodOf(counted, figure),
      ...aidOf(aid, figure),
      ...plannedOf(counted, plan, figure),
    ],
    checks: checksOf(
      counted,
      plan,
      parts.map(({ value }) => value),
    ),
  };
}

type Make = (id: string, value: number | null, label?: string) => Figure;

const makerOf =
  (unit: Territory, days: Days): Make =>
  (id, value, label) => {
    const words = figureOf(id);
    const nothing = value === null && words?.behind?.sums !== undefined; // no amount is known, so there is none to list
    const list = words?.behind && !nothing ? figureAddress(id, unit?.code ?? null, days) : null;
    return { id, label: label ?? words?.label ?? id, value, unit: words?.of ?? '', list };
  };

function stockOf(counted: Counted, figure: Make): Figure[] {
  const { byStar, bySector, byKind, producers } = counted;
  const share = (kinds: readonly string[]) =>
    percent(
      kinds.reduce((sum, kind) => sum + (byKind[kind] ?? 0), 0),
      producers,
      2,
    );
  return [
    figure('stock.products', counted.products),
    ...STARS.map((star) => figure(`stock.star.${star}`, byStar[star] ?? 0)),
    figure('stock.expiring', counted.expiring),
    figure('stock.undetermined', counted.undetermined),
    figure('stock.candidates', counted.candidates),
    ...Object.entries(SECTOR_FIGURES).map(([sector, [word]]) => figure(`stock.sector.${word}`, bySector[sector] ?? 0)),
    figure('stock.producers', producers),
    ...KINDS.map(([kind]) => figure(`stock.producers.${kind}`, byKind[kind] ?? 0)),
    figure('stock.producers.women', counted.women),
    figure('stock.producers.ethnicMinority', counted.minority),
    figure('stock.villages', counted.villages),
    figure('stock.online', counted.online),
    figure('stock.salesPoints', counted.salesPoints),
    figure('stock.ecommerce', counted.ecommerce),
    figure('stock.producers.modern', counted.modern),
    figure('stock.producers.circular', counted.circular),
    figure('stock.producers.trained', counted.trained),
    figure('stock.yearTold', counted.yearTold),
    figure('stock.revenue', counted.revenue),
    figure('stock.jobs', counted.jobs),
    figure('stock.jobs.women', counted.jobsWomen),
    figure('share.producers.modern', percent(counted.modern, producers, 2)),
    figure('share.producers.trained', percent(counted.trained, producers, 2)),
    figure('share.producers.circular', percent(counted.circular, producers, 2)),
    figure('share.producers.cooperative', share(['cooperative', 'cooperativeUnion'])),
    figure('share.producers.smallMediumEnterprise', share(['smallMediumEnterprise'])),
  ];
}

function periodOf({ recognised, ended }: Counted, figure: Make): Figure[] {
  return [
    figure('period.recognised', sumOf(Object.values(recognised))),
    ...Object.entries(APPLICATIONS).map(([word, [kind]]) => figure(`period.${word}`, recognised[kind] ?? 0)),
    ...Object.entries(ENDINGS).map(([word, [kind]]) => figure(`period.${word}`, ended[kind] ?? 0)),
  ];
}

const aidOf = (aid: Aid, figure: Make): Figure[] => Object.entries(aid).map(([id, value]) => figure(id, value));

/** What the plan is about: everything recognised, or new products alone. */
const resultOf = ({ recognised }: Counted, plan: Plan | null): number =>
  plan?.indicator === 'period.new' ? (recognised.first ?? 0) : sumOf(Object.values(recognised));

function plannedOf(counted: Counted, plan: Plan | null, figure: Make): Figure[] {
  const said = [
    plan?.indicator === 'period.new' ? 'Kế hoạch công nhận mới trong kỳ' : 'Kế hoạch công nhận trong kỳ',
    plan?.high == null ? '' : ' (mức thấp nhất)',
  ].join('');
  return [
    figure('period.plan', plan?.low ?? null, said),
    figure('period.achievement', achievement(plan, resultOf(counted, plan))),
  ];
}

interface Part {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

/** A figure for each unit directly in the one reported on, in Vietnamese order. */
async function partsOf(db: Kysely<DB>, unit: Territory, day: Day, { byPart }: Counted): Promise<Part[]> {
  if (unit?.level === 'commune') return [];
  const units = await unitsIn(db, unit?.id ?? null, day);
  return units.flatMap(({ id, name, code }) =>
    code === null ? [] : [{ id: `unit.${code}`, label: name, value: byPart[id] ?? 0 }],
  );
}

function checksOf(counted: Counted, plan: Plan | null, parts: readonly number[]): Check[] {
  const { products, producers, byStar, bySector, byKind } = counted;
  const of = (all: Counted['byStar'], keys: readonly string[]) => keys.map((key) => all[key] ?? 0);
  return [
    { id: 'sum.star', ...sumCheck(of(byStar, STARS), products, 'chưa rõ hạng sao') },
    { id: 'sum.sector', ...sumCheck(of(bySector, Object.keys(SECTOR_FIGURES)), products, 'chưa phân nhóm') },
    {
      id: 'sum.kind',
      ...sumCheck(
        of(
          byKind,
          KINDS.map(([kind]) => kind),
        ),
        producers,
        'chưa rõ loại hình',
      ),
    },
    {
      id: 'sum.units',
      ...(parts.length === 0
        ? { ok: true, message: 'Không chia nhỏ hơn' }
        : sumCheck(parts, products, 'chưa rõ địa bàn')),
    },
    { id: 'plan.wording', ...planCheck(plan, resultOf(counted, plan)) },
    { id: 'share.denominator', ...shareCheck(byKind, producers) },
  ];
}

/** Every share of producers is of all of them, and says so (R14.2). */
function shareCheck(byKind: Counted['byKind'], producers: number): Omit<Check, 'id'> {
  const [cooperatives, enterprises] = [
    (byKind.cooperative ?? 0) + (byKind.cooperativeUnion ?? 0),
    byKind.smallMediumEnterprise ?? 0,
  ];
  if (producers === 0) return { ok: false, message: 'Không có chủ thể nào: tỷ lệ không có mẫu số' };
  const said = (part: number) => `${part}/${producers} = ${percentText(percent(part, producers, 2) ?? 0)}%`;
  return {
    ok: true,
    message: `Trên tổng số chủ thể: hợp tác xã ${said(cooperatives)}, doanh nghiệp nhỏ và vừa ${said(enterprises)}`,
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
