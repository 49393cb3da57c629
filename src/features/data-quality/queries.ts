/** Counts of every check by commune, one statement a kind of record; the records with one fault, page by page. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules } from '#features/registry';
import { addMonths } from '#law/days';
import { loadRulebook } from '#law/rulebooks';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { settingsOn } from '#platform/settings';
import type { Check, Facts, Faulty } from './checks/check.ts';
import { PRODUCER_CHECKS } from './checks/producers.ts';
import { PRODUCT_CHECKS } from './checks/products.ts';
import type { CheckName } from './schema.ts';

const PRODUCTS: Readonly<Record<string, Check>> = PRODUCT_CHECKS;
const PRODUCERS: Readonly<Record<string, Check>> = PRODUCER_CHECKS;

/** Every check by name. */
export const CHECKS: Readonly<Record<CheckName, Check>> = { ...PRODUCT_CHECKS, ...PRODUCER_CHECKS };
export const isOfProducts = (name: string): boolean => Object.hasOwn(PRODUCTS, name);

/** What the conditions need to know of the day and of the settings. */
export async function factsOn(db: Kysely<DB>, day: Day, province: string | null): Promise<Facts> {
  const [{ expiryDayValid }, settings, { starBands }] = await Promise.all([
    certificateRules(db, day),
    settingsOn(db, day, province),
    loadRulebook('26-2026'),
  ]);
  const { refreshMonths } = lawSettings(settings);
  return { day, expiryDayValid, bands: starBands, staleBefore: addMonths(day, -refreshMonths) };
}

/** Faults of one commune; null: records whose commune nobody knows. */
export interface CommuneFaults {
  readonly commune: string | null;
  readonly place: string | null;
  readonly counts: Readonly<Partial<Record<CheckName, number>>>;
}

const FROM_PRODUCTS = sql`product p join lifecycle l on l.id = p.id join product_search s on s.product = p.id`;
const FROM_PRODUCERS = sql`producer r join lifecycle l on l.id = r.id`;
const STANDING = sql`r.joined_into is null`;

/** How many records of the reader's reach have each fault, by commune in Vietnamese order. */
export async function faultCounts(db: Kysely<DB>, facts: Facts, reach: RawBuilder<boolean>): Promise<CommuneFaults[]> {
  const counts = (checks: Readonly<Record<string, Check>>) =>
    sql.join(
      Object.entries(checks).map(([name, { where }]) => sql`${name}::text, count(*) filter (where ${where(facts)})`),
    );
  const { rows } = await sql<CommuneFaults>`
    with found as (
      select l.commune, jsonb_build_object(${counts(PRODUCTS)}) as counts from ${FROM_PRODUCTS} where ${reach} group by l.commune
      union all
      select l.commune, jsonb_build_object(${counts(PRODUCERS)}) from ${FROM_PRODUCERS} where ${STANDING} and ${reach} group by l.commune
    ), together as (
      select f.commune, jsonb_object_agg(e.key, e.value) as counts from found f cross join lateral jsonb_each(f.counts) e group by f.commune
    )
    select t.commune, (unit_on(t.commune, ${facts.day}::date)).full_name as place, t.counts from together t
     order by t.commune is null, (unit_on(t.commune, ${facts.day}::date)).name collate "vi-x-icu", t.commune limit 1000`.execute(
    db,
  );
  return rows;
}

export type FaultyCursor = readonly [name: string, id: string];
interface FaultyAsked {
  readonly check: CheckName;
  readonly facts: Facts;
  readonly reach: RawBuilder<boolean>;
  readonly commune: string | undefined;
}

/** Records with one fault, by name. */
export async function faultyRows(
  db: Kysely<DB>,
  { check, facts, reach, commune }: FaultyAsked,
  after: FaultyCursor | null,
  limit: number,
): Promise<Faulty[]> {
  const { where, detail, other } = CHECKS[check];
  const products = isOfProducts(check);
  const row = products
    ? sql`p.id, p.name, s.producer_name as who, s.place`
    : sql`r.id, r.name, null::text as who, place_words(r.commune, r.former_unit, r.province, ${facts.day}::date) as place`;
  const own = products ? sql.ref('p') : sql.ref('r');
  const { rows } = await sql<Faulty>`
    select ${row}, ${detail ? detail(facts) : sql`null::text`} as detail, ${other ? other(facts) : sql`null::text`} as other
      from ${products ? FROM_PRODUCTS : FROM_PRODUCERS}
     where ${products ? sql`true` : STANDING} and ${reach} and ${where(facts)} ${commune === undefined ? sql`` : sql`and l.commune = ${commune}::uuid`}
       ${after === null ? sql`` : sql`and (${own}.name collate "vi-x-icu", ${own}.id) > (${after[0]}, ${after[1]}::uuid)`}
     order by ${own}.name collate "vi-x-icu", ${own}.id limit ${limit}`.execute(db);
  return rows;
}

/** Lists brought in whose doubtful rows still wait for somebody. */
export interface WaitingImport {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
}
export async function waitingImports(db: Kysely<DB>, reach: RawBuilder<boolean>): Promise<WaitingImport[]> {
  const { rows } = await sql<WaitingImport>`
    select i.id, i.file_name as name, count(*)::int as rows from list_import i join lifecycle l on l.id = i.id
      join list_import_row w on w.import = i.id and w.status = 'doubtful' and w.settled is null
     where ${reach} and l.state = 'open' group by i.id, i.file_name, i.at order by i.at desc, i.id limit 20`.execute(
    db,
  );
  return rows;
}
