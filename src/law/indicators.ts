/**
 * The figures of a register worked out from its facts one by one: the plain reading of db/indicators/*.sql, to which a
 * test holds them. Everything here is counted, nothing is looked up.
 */
import { percent } from './reporting.ts';

/** A product in stock on a day: it has a certificate in force. */
export interface StockFact {
  readonly product: string;
  readonly producer: string | null;
  readonly star: number | null;
  /** I–VI. */
  readonly sector: string | null;
  readonly producerType: string | null;
  /** The unit directly in the one reported on. */
  readonly part: string | null;
}

/** Parts of a whole by their key; what has no key stands under `none`. */
export type Parts = Readonly<Record<string, number>>;

export interface StockFigures {
  readonly products: number;
  readonly byStar: Parts;
  readonly bySector: Parts;
  readonly byPart: Parts;
  readonly producers: number;
  readonly byKind: Parts;
  /** Per cent of the producers, two decimals; null without any. */
  readonly cooperativeShare: number | null;
  readonly enterpriseShare: number | null;
}

const COOPERATIVES: ReadonlySet<string | null> = new Set(['cooperative', 'cooperativeUnion']);
const ENTERPRISE = 'smallMediumEnterprise';

/** Figures of the stock from its facts, each product once. */
export function stockFigures(facts: readonly StockFact[]): StockFigures {
  const kinds = new Map<string, string | null>();
  for (const { producer, producerType } of facts) if (producer !== null) kinds.set(producer, producerType);
  const types = [...kinds.values()];
  const share = (which: (type: string | null) => boolean) => percent(types.filter(which).length, types.length, 2);
  return {
    products: facts.length,
    byStar: countBy(facts, ({ star }) => star?.toString()),
    bySector: countBy(facts, ({ sector }) => sector),
    byPart: countBy(facts, ({ part }) => part),
    producers: kinds.size,
    byKind: countBy(types, (type) => type),
    cooperativeShare: share((type) => COOPERATIVES.has(type)),
    enterpriseShare: share((type) => type === ENTERPRISE),
  };
}

function countBy<T>(rows: readonly T[], key: (row: T) => string | null | undefined): Parts {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = key(row) ?? 'none';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** A sum held against its whole. */
export interface SumCheck {
  readonly ok: boolean;
  /** `182 + 46 = 228` */
  readonly message: string;
}

/** Do the printed parts make the whole? What is not told apart ("none") is named and breaks the sum (R14.4). */
export function sumCheck(parts: readonly number[], whole: number, missing: string): SumCheck {
  const sum = parts.reduce((total, part) => total + part, 0);
  const shown = parts.filter((part) => part !== 0).join(' + ') || '0';
  if (sum === whole) return { ok: true, message: `${shown} = ${whole}` };
  const apart = sum < whole ? `${whole - sum} ${missing}` : `thừa ${sum - whole}`;
  return { ok: false, message: `${shown} = ${sum}, tổng ${whole}: ${apart}` };
}

/** Who leads a producer, as far as its record tells. */
export interface LeaderFact {
  readonly sex: string | null;
  readonly ethnicity: string | null;
}

const MAJORITY = 'kinh';

/**
 * Producers led by women, and by members of an ethnic minority. A count that is not zero but smaller than `from` is null:
 * it would tell who they are.
 */
export function leaderFigures(
  leaders: readonly LeaderFact[],
  from: number,
): { women: number | null; minority: number | null } {
  const told = (count: number) => (count > 0 && count < from ? null : count);
  return {
    women: told(leaders.filter(({ sex }) => sex === 'female').length),
    minority: told(leaders.filter(({ ethnicity }) => (ethnicity ?? MAJORITY).trim().toLowerCase() !== MAJORITY).length),
  };
}
