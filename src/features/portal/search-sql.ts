import { CompiledQuery } from 'kysely';
import { stateText } from '#features/registry';
import type { CertificateRules, CertificateState } from '#law/certificate';
import { LAW_SETTINGS } from '#law/settings';
import type { Day } from '#platform/clock';
import type { ProductFilters, ProductStatus, Sort } from './schema.ts';
import { soonDays } from './soon.ts';
import { wordsOf } from './words-of.ts';

/** Values of the last row shown: rank (of the words, and whether its certificate holds), star or recency (0 when by name), name, id. */
export type Cursor = [rank: number, order: number, name: string, id: string];
export interface Asked {
  filters: ProductFilters;
  day: Day;
  sort: Sort;
  limit: number;
  after: Cursor | null;
  /** Only products of producers that work in this craft village or raw-material area. */
  village?: string;
  /** How certificates are judged; the defaults of the law's open points when left out. */
  rules?: CertificateRules;
  /** Take the last word as unfinished; tried when whole words find nothing. */
  unfinished?: boolean;
  /** The question to the word vector with typing errors mended, in place of the words; tried last. */
  mended?: string | undefined;
}

/** States that outside programs know by the law's own names; of the others `inForce` is valid and `notYet` undetermined. */
const SAME_NAMES = [
  'expired',
  'extended',
  'revoked',
  'annulled',
  'superseded',
] as const satisfies readonly CertificateState[];

const ORDERS: Readonly<Record<Sort, string | null>> = {
  current: 's.star_order',
  star: 's.star_order',
  recent: 's.recency',
  name: null,
};

/**
 * The statements of the product lists, written as text: the hottest reads of the portal spend no time in a query
 * builder. Only fixed text and `$1 …` ever stand in it; everything asked for goes through `bind`.
 */
export class SearchStatement {
  readonly #values: unknown[] = [];
  readonly #asked: Asked;
  readonly #day: string;
  readonly #rules: CertificateRules;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#day = `${this.bind(asked.day)}::date`;
    this.#rules = asked.rules ?? { expiryDayValid: LAW_SETTINGS.expiryDayValid.initial };
  }

  bind(value: unknown): string {
    this.#values.push(value);
    return `$${this.#values.length}`;
  }

  compiled<Row>(text: string): CompiledQuery<Row> {
    return CompiledQuery.raw(text, this.#values);
  }

  /** The state of the newest recognition on the day, as the law names it. */
  get #law(): string {
    return stateText('s', 's.life', this.#day, this.#rules);
  }

  /** The same as outside programs know it; `listed` when there is no recognition. */
  get state(): string {
    return this.#stateWith(`'valid'`);
  }

  /** The same, with certificates that end within the re-evaluation window set apart as `expiring`. */
  get shownState(): string {
    return this.#stateWith(
      `case when s.expires_earliest - ${this.#day} <= ${soonDays(this.#asked.day)} then 'expiring' else 'valid' end`,
    );
  }

  /** The law is asked once a row: over all products that is most of the work. */
  #stateWith(inForce: string): string {
    const same = SAME_NAMES.map((state) => `when '${state}' then '${state}'`).join(' ');
    return `case when s.recognition is null then 'listed' else case ${this.#law} when 'inForce' then ${inForce} ${same} else 'undetermined' end end`;
  }

  /** Products for everybody, filtered but for star, sector and status: what every facet counts within. */
  base(): string {
    const { q, unit, unitsAsOf, producer } = this.#asked.filters;
    const parts = ['s.open'];
    if (this.#asked.mended !== undefined) {
      parts.push(`s.words @@ ${this.bind(this.#asked.mended)}::tsquery`);
    } else if (q !== undefined) {
      const words = wordsOf(q);
      const last = words.length - 1;
      const query = words.map((word, i) => (this.#asked.unfinished && i === last ? `${word}:*` : word)).join(' & ');
      parts.push(words.length > 0 ? `s.words @@ ${this.bind(query)}::tsquery` : 'false');
    }
    if (unit !== undefined) parts.push(unitsAsOf === undefined ? this.#everIn(unit) : this.#layIn(unit, unitsAsOf));
    if (this.#asked.village !== undefined) {
      const here = this.bind(this.#asked.village);
      parts.push(`s.producer in (select x.producer from local_place_producer x where x.local_place = ${here}::uuid)`);
    }
    if (producer !== undefined) parts.push(`s.producer = ${this.bind(producer)}::uuid`);
    return parts.join(' and ');
  }

  /** In the unit today or at any time before. */
  #everIn(unit: string): string {
    return `s.places @> array[${this.bind(unit)}::uuid]`;
  }

  /** In the unit on a day, in the units of that day (R12.8). */
  #layIn(unit: string, day: Day): string {
    return `exists (select from product p join places_on(${this.bind(day)}::date) z on z.place = p.place where p.id = s.product and ${this.bind(unit)}::uuid in (z.commune, z.district, z.province))`;
  }

  #narrowed(): string {
    const { star, sector, status } = this.#asked.filters;
    const parts = [this.base()];
    if (star?.length) parts.push(this.#starIs(star));
    if (sector?.length) parts.push(`s.sector = any(${this.bind(sector)}::text[])`);
    if (status?.length) parts.push(this.#statusIs(status));
    return parts.join(' and ');
  }

  /** By the column the list is ordered by, so that its index leads straight to the star. */
  #starIs(wanted: readonly number[]): string {
    const [only, ...others] = wanted;
    return only !== undefined && others.length === 0
      ? `s.star_order = ${this.bind(-only)}::int`
      : `s.star_order = any(${this.bind(wanted.map((star) => -star))}::int[])`;
  }

  #statusIs(wanted: readonly ProductStatus[]): string {
    return `${wanted.includes('expiring') ? this.shownState : this.state} = any(${this.bind(wanted)}::text[])`;
  }

  /** Hits whose name carries the words with their marks come first, then the words in order without marks, then the rest (U6). */
  #rank(): string {
    const { q } = this.#asked.filters;
    if (q === undefined) return '0';
    const { mended } = this.#asked;
    if (mended !== undefined)
      return `case when word_vector(s.plain) @@ ${this.bind(mended)}::tsquery then 0 else 1 end`;
    const fit = `case when position(' ' || marked_text(${this.bind(q)}) || ' ' in ' ' || s.marked || ' ') > 0 then 0
      when position(${this.bind(` ${wordsOf(q).join(' ')} `)} in ' ' || s.plain || ' ') > 0 then 1 else 2 end`;
    return this.#asked.sort === 'current' ? `2 * (${fit}) + case when ${this.#holds()} then 0 else 1 end` : fit;
  }

  /** Its certificate holds on the day. */
  #holds(): string {
    return `${this.state} in ('valid', 'extended')`;
  }

  /** The rows of one page in order, numbered, one more than asked for to know whether there is a next one. */
  pages(): string {
    const page =
      this.#asked.sort === 'current' && this.#asked.filters.q === undefined ? this.#twoPages() : this.#onePage();
    return `with page as (${page}), numbered as (select *, row_number() over () as n from page)`;
  }

  #onePage(): string {
    const { filters, sort, limit, after } = this.#asked;
    const rank = this.#rank();
    const order = ORDERS[sort];
    const ranked = filters.q !== undefined;
    const keys = [...(ranked ? [rank] : []), ...(order ? [order] : []), 's.name', 's.product'].join(', ');
    const beyond = after === null ? '' : `and (${keys}) > (${this.#cursor(after, ranked, order !== null)})`;
    return `select s.*, ${rank} as rank, ${order ?? '0'} as sorted from product_search s
      where ${this.#narrowed()} ${beyond} order by ${keys} limit ${this.bind(limit + 1)}`;
  }

  /** Certificates that hold (rank 0), then the others (rank 1): two walks along the same index, each as short as the page. */
  #twoPages(): string {
    const { limit, after } = this.#asked;
    const [where, holds, most] = [this.#narrowed(), this.#holds(), this.bind(limit + 1)];
    const keys = `${ORDERS.current}, s.name, s.product`;
    const parts = [holds, `not (${holds})`].flatMap((condition, rank) => {
      if (after !== null && after[0] > rank) return [];
      const beyond = after?.[0] === rank ? `and (${keys}) > (${this.#cursor(after, false, true)})` : '';
      return `(select s.*, ${rank} as rank, ${ORDERS.current} as sorted from product_search s
        where ${where} and ${condition} ${beyond} order by ${keys} limit ${most})`;
    });
    return `select * from (${parts.join(' union all ')}) s order by rank, sorted, name, product limit ${most}`;
  }

  #cursor([rank, order, name, id]: Cursor, ranked: boolean, ordered: boolean): string {
    const values = [ranked ? `${this.bind(rank)}::int` : '', ordered ? `${this.bind(order)}::int` : ''];
    return [...values.filter((each) => each !== ''), `${this.bind(name)}::text`, `${this.bind(id)}::uuid`].join(', ');
  }
}
