/** Reads of the yearly figures: what is known of one product, of one year, of all products of an area. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import { type Channel, FIRST_YEAR, type LastDay, yearAsked, yearDue } from '#law/product-years';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { settingsOn } from '#platform/settings';
import type { YearState } from './schema.ts';

/** Figures of one version. Money in đồng. */
export interface Version {
  readonly no: number;
  readonly quantity: number;
  readonly quantityUnit: string;
  readonly revenue: number;
  readonly jobs: number;
  readonly women: number;
  readonly local: number;
  readonly channels: readonly Channel[];
  readonly online: number | null;
  readonly exported: number | null;
  readonly markets: string | null;
  readonly note: string | null;
  readonly byOffice: boolean;
  readonly enteredBy: string;
  readonly reportedOn: Day;
}

/** A product as its years are told. */
interface YearProduct {
  readonly id: string;
  readonly name: string;
  readonly producer: string | null;
  readonly producerName: string | null;
  readonly commune: string | null;
  readonly province: string | null;
  /** The first year of which anything is known of it: its registration, a recognition, a dated part of its record or a dated paper of it. */
  readonly firstYear: number;
}

export interface ProductYear {
  readonly id: string;
  readonly version: number;
  readonly state: Exclude<YearState, 'missing'> | 'setAside';
  readonly year: number;
  readonly product: YearProduct;
  /** Number of the version that counts. */
  readonly accepted: number | null;
  readonly acceptedOn: Day | null;
  /** Newest first. */
  readonly versions: readonly Version[];
}

const VERSION = sql`json_build_object('no', v.no, 'quantity', v.quantity, 'quantityUnit', v.quantity_unit, 'revenue', v.revenue, 'jobs', v.jobs,
  'women', v.jobs_women, 'local', v.jobs_local, 'channels', v.channels, 'online', v.online_revenue, 'exported', v.export_revenue,
  'markets', v.markets, 'note', v.note, 'byOffice', v.by_office, 'enteredBy', v.entered_by, 'reportedOn', v.reported_on)`;

const PRODUCT = sql`json_build_object('id', p.id, 'name', p.name, 'producer', p.producer, 'producerName', r.name, 'commune', p.commune, 'province', p.province,
  'firstYear', extract(year from least((select min(g.day) from ledger g where g.subject = p.id),
    (select min(n.issued_earliest) from recognition n where n.product = p.id), (select min(least(f.valid_from, (f.open ->> 'since')::date, (f.open ->> 'issuedOn')::date, (f.open ->> 'testedOn')::date))
      from product_fact f where f.product = p.id and not f.undone)))::int)`;

/** What is to be reported of a product, for a record joined into another of that other. Throws 404. */
export async function yearProduct(db: Kysely<DB>, id: string): Promise<YearProduct> {
  const { rows } = await sql<{ product: YearProduct }>`
    select ${PRODUCT} as product from product p left join producer r on r.id = p.producer where p.id = product_today(${id}::uuid)`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw notFound();
  return row.product;
}

const YEARS = sql`select y.id, l.version, l.state, y.year, y.accepted, y.accepted_on as "acceptedOn", ${PRODUCT} as product,
    (select json_agg(${VERSION} order by v.no desc) from product_year_version v where v.product_year = y.id) as versions
  from product_year y join lifecycle l on l.id = y.id join product p on p.id = y.product left join producer r on r.id = p.producer`;

/** One year of one product with all its versions. Throws 404. */
export async function productYear(db: Kysely<DB>, id: string): Promise<ProductYear> {
  const { rows } = await sql<ProductYear>`${YEARS} where y.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** Every year told of a product, newest first; at most fifty. */
export async function yearsOfProduct(db: Kysely<DB>, product: string): Promise<ProductYear[]> {
  const { rows } =
    await sql<ProductYear>`${YEARS} where y.product = ${product}::uuid order by y.year desc limit 50`.execute(db);
  return rows;
}

/** Settings that apply on a day, with the year asked for and its last day. */
export async function askedOn(db: Kysely<DB>, day: Day, province: string | null = null) {
  const { yearLastDay, yearReminderDays, yearTwoHands } = lawSettings(await settingsOn(db, day, province));
  const year = yearAsked(day, yearLastDay as LastDay);
  return { year, due: yearDue(year, yearLastDay as LastDay), reminderDays: yearReminderDays, twoHands: yearTwoHands };
}

/** The version that stands for a year: the one that counts, else the newest told. */
export const shownOf = ({ versions, accepted }: Pick<ProductYear, 'versions' | 'accepted'>): Version | undefined =>
  versions.find(({ no }) => no === accepted) ?? versions[0];

/** One product of the list of a year. */
export interface YearRow {
  readonly product: string;
  readonly name: string;
  readonly producerName: string | null;
  readonly place: string | null;
  readonly star: number | null;
  readonly id: string | null;
  readonly state: YearState;
  readonly counts: boolean;
  readonly version: Version | null;
}

export interface ListAsk {
  readonly year: number;
  readonly day: Day;
  readonly state?: YearState | undefined;
  readonly q?: string | undefined;
  /** Rows of lifecycle `l` (of products) the reader reaches. */
  readonly reach: RawBuilder<boolean>;
}

/** Products of a year: those that reported it, and those that hold a certificate and have not (told of years up to now only). */
async function listed(db: Kysely<DB>, { year, day, state, q, reach }: ListAsk): Promise<RawBuilder<unknown>> {
  const rules = await certificateRules(db, day);
  const owes = sql`(s.recognition is not null and ${stateOn('s', 's.life', day, rules)} in ('inForce', 'extended') and s.issued_earliest < make_date(${year + 1}::int, 1, 1)
    and ${year >= FIRST_YEAR && year <= Number(day.slice(0, 4))})`;
  return sql`from product_search s join lifecycle l on l.id = s.product left join product_year y on y.product = s.product and y.year = ${year}
      left join lifecycle k on k.id = y.id left join product_year_version v on v.product_year = y.id and v.no = coalesce(y.accepted, y.reported)
     where ${reach} and (y.id is not null or ${owes}) ${state ? sql`and coalesce(k.state, 'missing') = ${state}` : sql``}
       ${q ? sql`and (s.plain like '%' || plain_text(${q}) || '%' or plain_text(s.producer_name) like '%' || plain_text(${q}) || '%')` : sql``}`;
}

/** A page of the list, by name. */
export async function yearRows(
  db: Kysely<DB>,
  ask: ListAsk,
  after: readonly [string, string] | null,
  limit: number,
): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    select s.product, s.name, s.producer_name as "producerName", s.place, s.star, y.id, coalesce(k.state, 'missing') as state, y.accepted is not null as counts,
      case when y.id is not null then ${VERSION} end as version
    ${await listed(db, ask)} ${after ? sql`and (s.name, s.product) > (${after[0]}, ${after[1]}::uuid)` : sql``} order by s.name, s.product limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** What the accepted figures of a year come to, and how many products stand where. Money in đồng. */
export interface YearSums {
  readonly counts: Readonly<Record<YearState, number>>;
  readonly revenue: number;
  readonly jobs: number;
  readonly women: number;
}

/** Sums over the whole list, whatever page is shown. */
export async function yearSums(db: Kysely<DB>, ask: Omit<ListAsk, 'state'>): Promise<YearSums> {
  const { rows } = await sql<Omit<YearSums, 'counts'> & Record<YearState, number>>`
    select count(*) filter (where y.id is null)::int as missing, count(*) filter (where k.state = 'reported')::int as reported,
      count(*) filter (where k.state = 'returned')::int as returned, count(*) filter (where k.state = 'accepted')::int as accepted,
      coalesce(sum(v.revenue) filter (where y.accepted is not null), 0)::int8 as revenue, coalesce(sum(v.jobs) filter (where y.accepted is not null), 0)::int8 as jobs,
      coalesce(sum(v.jobs_women) filter (where y.accepted is not null), 0)::int8 as women
    ${await listed(db, ask)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  const { missing, reported, returned, accepted, revenue, jobs, women } = row;
  return { counts: { missing, reported, returned, accepted }, revenue, jobs, women };
}

/** How many of the reader's products owe the year that is asked for, or had it returned. */
export async function yearsOwed(db: Kysely<DB>, ask: Pick<ListAsk, 'day' | 'reach'>) {
  const { year, due } = await askedOn(db, ask.day);
  const { counts } = await yearSums(db, { ...ask, year });
  return { year, due, missing: counts.missing, returned: counts.returned };
}
