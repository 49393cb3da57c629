/** A report: every figure counted from records, with its list behind it, and the sums held against their wholes. */
import type { Kysely } from 'kysely';
import { unitsIn } from '#features/units';
import { sumCheck } from '#law/indicators';
import { percent, percentText, planWords, type Window, windowStart } from '#law/reporting';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type Counted, countAll, type Territory } from './count.ts';
import { figureAddress } from './urls.ts';
import {
  APPLICATIONS,
  behindFigure,
  type Days,
  ENDINGS,
  KINDS,
  type ReportName,
  SECTOR_FIGURES,
  STARS,
} from './words.ts';

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

const PRODUCTS = 'sản phẩm';
const PRODUCERS = 'chủ thể';

/** Makes the report. `unit` null: the whole country. */
export async function makeReport(
  db: Kysely<DB>,
  asked: { name: ReportName; unit: Territory; asOf: Day; unitsAsOf: Day },
): Promise<Report> {
  const { unit, asOf, unitsAsOf } = asked;
  const days: Days = { asOf, unitsAsOf, from: windowStart(WINDOWS[asked.name], asOf) };
  const counted = await countAll(db, unit, days);
  const parts = await partsOf(db, unit, unitsAsOf, counted);
  const figure = (id: string, label: string, value: number | null, of: string): Figure => {
    const list = behindFigure(id) === null ? null : figureAddress(id, unit?.code ?? null, days);
    return { id, label, value, unit: of, list };
  };
  return {
    figures: [
      ...stockOf(counted, figure),
      ...parts.map(({ id, label, value }) => figure(id, label, value, PRODUCTS)),
      ...periodOf(counted, figure),
    ],
    checks: checksOf(
      counted,
      parts.map(({ value }) => value),
    ),
  };
}

type Make = (id: string, label: string, value: number | null, of: string) => Figure;

function stockOf(counted: Counted, figure: Make): Figure[] {
  const { byStar, bySector, byKind, producers } = counted;
  const share = (kinds: readonly string[]) =>
    percent(
      kinds.reduce((sum, kind) => sum + (byKind[kind] ?? 0), 0),
      producers,
      2,
    );
  return [
    figure('stock.products', 'Sản phẩm có giấy chứng nhận còn hiệu lực', counted.products, PRODUCTS),
    ...STARS.map((star) => figure(`stock.star.${star}`, `Trong đó ${star} sao`, byStar[star] ?? 0, PRODUCTS)),
    figure('stock.candidates', 'Sản phẩm tiềm năng 5 sao', counted.candidates, PRODUCTS),
    ...Object.entries(SECTOR_FIGURES).map(([sector, [word, label]]) =>
      figure(`stock.sector.${word}`, label, bySector[sector] ?? 0, PRODUCTS),
    ),
    figure('stock.producers', 'Chủ thể có sản phẩm còn hiệu lực', producers, PRODUCERS),
    ...KINDS.map(([kind, label]) => figure(`stock.producers.${kind}`, label, byKind[kind] ?? 0, PRODUCERS)),
    figure(
      'share.producers.cooperative',
      'Tỷ lệ chủ thể là hợp tác xã',
      share(['cooperative', 'cooperativeUnion']),
      '%',
    ),
    figure(
      'share.producers.smallMediumEnterprise',
      'Tỷ lệ chủ thể là doanh nghiệp nhỏ và vừa',
      share(['smallMediumEnterprise']),
      '%',
    ),
  ];
}

function periodOf({ recognised, ended }: Counted, figure: Make): Figure[] {
  return [
    figure('period.recognised', 'Lượt công nhận trong kỳ', sumOf(Object.values(recognised)), PRODUCTS),
    ...Object.entries(APPLICATIONS).map(([word, [kind, label]]) =>
      figure(`period.${word}`, label, recognised[kind] ?? 0, PRODUCTS),
    ),
    ...Object.entries(ENDINGS).map(([word, [kind, label]]) =>
      figure(`period.${word}`, label, ended[kind] ?? 0, PRODUCTS),
    ),
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

function checksOf(counted: Counted, parts: readonly number[]): Check[] {
  const { products, producers, byStar, bySector, byKind } = counted;
  const of = (all: Counted['byStar'], keys: readonly string[]) => keys.map((key) => all[key] ?? 0);
  const recognised = sumOf(Object.values(counted.recognised));
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
    { id: 'plan.wording', ...planCheck(recognised, null) },
    { id: 'share.denominator', ...shareCheck(byKind, producers) },
  ];
}

/** The sentence that sets the result against the plan; it holds when it can be said in right words (R14.3). */
function planCheck(result: number, plan: number | null): Omit<Check, 'id'> {
  const words = plan === null ? null : planWords(result, plan);
  return { ok: true, message: words === null ? 'Chưa có chỉ tiêu để so sánh' : `${result}/${plan} sản phẩm: ${words}` };
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
