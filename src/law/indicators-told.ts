/**
 * Figures that rest on what producers and communes tell of products, worked out from facts one by one: the plain reading of
 * db/indicators/told-rows.sql and of the parts of the stock that end soon or whose term is not settled (R6.1, R14.1, R15.2).
 */
import type { Day } from './answers.ts';
import type { CertificateState } from './certificate.ts';
import { addDays } from './days.ts';
import type { Channel } from './product-years.ts';
import { percent } from './reporting.ts';

/** The year whose figures are told on a day: the newest that has ended, the day itself included. */
export const yearTold = (asOf: Day): number => Number(addDays(asOf, 1).slice(0, 4)) - 1;

/** Accepted figures of a product's year. Money in đồng. */
export interface YearTold {
  readonly revenue: number;
  readonly jobs: number;
  readonly women: number;
  readonly channels: readonly Channel[];
}

/** A product in stock with what is told of it; null: nothing. */
export interface ToldFact {
  readonly producer: string | null;
  readonly year: YearTold | null;
  /** A sales page, and a place of sale, were told by the day. */
  readonly online: boolean;
  readonly place: boolean;
  /** Its producer has a circular or green chain that runs on the day. */
  readonly chain: boolean;
}

export interface ToldFigures {
  readonly yearTold: number;
  readonly revenue: number | null;
  readonly jobs: number | null;
  readonly jobsWomen: number | null;
  readonly ecommerce: number;
  readonly online: number;
  readonly salesPoints: number;
  readonly modern: number;
  readonly circular: number;
  /** Per cent of all producers in stock, two decimals; null without any. */
  readonly modernShare: number | null;
  readonly circularShare: number | null;
}

/** Figures told of the stock, each product once, each producer once. */
export function toldFigures(facts: readonly ToldFact[]): ToldFigures {
  const years = facts.flatMap(({ year }) => year ?? []);
  const sum = (of: (year: YearTold) => number) =>
    years.length === 0 ? null : years.reduce((total, year) => total + of(year), 0);
  const through = (channel: Channel) => facts.filter(({ year }) => year?.channels.includes(channel));
  const makers = (rows: readonly ToldFact[]) => new Set(rows.flatMap(({ producer }) => producer ?? [])).size;
  const [all, modern] = [makers(facts), makers(through('modern'))];
  const circular = makers(facts.filter(({ chain }) => chain));
  return {
    ...{ yearTold: years.length, revenue: sum(({ revenue }) => revenue), jobs: sum(({ jobs }) => jobs) },
    ...{ jobsWomen: sum(({ women }) => women), ecommerce: through('online').length },
    online: facts.filter(({ online }) => online).length,
    salesPoints: facts.filter(({ place }) => place).length,
    ...{ modern, circular, modernShare: percent(modern, all, 2), circularShare: percent(circular, all, 2) },
  };
}

/** A certificate of a product on a day. */
export interface CertificateOn {
  readonly state: CertificateState;
  /** Its last certain day, its extension included. */
  readonly lastDay: Day | null;
  readonly issued: Day | null;
}

/**
 * Of products with all their certificates: those in stock whose newest one in force ends by `until`, and those outside the
 * stock with a certificate whose term the records do not settle.
 */
export function stockEdges(products: readonly (readonly CertificateOn[])[], until: Day) {
  const holds = ({ state }: CertificateOn) => state === 'inForce' || state === 'extended';
  const newest = (product: readonly CertificateOn[]) =>
    product
      .filter(holds)
      .toSorted((a, b) => (a.issued ?? '').localeCompare(b.issued ?? ''))
      .at(-1);
  return {
    expiring: products.filter((product) => (newest(product)?.lastDay ?? '9999-12-31') <= until).length,
    undetermined: products.filter(
      (product) => !product.some(holds) && product.some(({ state }) => state === 'undetermined'),
    ).length,
  };
}
