/** Reads of a producer's record: the register's row, its dated facts, and both as one record on a day. */
import { type Kysely, sql } from 'kysely';
import { type Fact, type PartOn, type PartValue, partsOn } from '#features/record-parts';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { PARTS, type PartKey, parts } from './sections.ts';

/** What the register says today. */
export interface ProducerRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly name: string;
  readonly type: string | null;
  readonly commune: string | null;
  readonly province: string | null;
  readonly place: string | null;
  readonly formerPlace: string | null;
  readonly invented: boolean;
  readonly joinedInto: string | null;
  readonly contactOpen: readonly string[];
  /** Today's values of the parts the register's own columns hold. */
  readonly columns: Readonly<Partial<Record<PartKey, PartValue>>>;
}

/** Parts that stand in columns of table producer: what the register says of them wins for today. */
const fromColumns = (day: Day) => sql`jsonb_build_object(
  'name', jsonb_build_object('name', r.name),
  'kind', jsonb_build_object('type', r.type),
  'registration', jsonb_build_object('taxCode', r.tax_code, 'registrationNumber', r.registration_number),
  'representative', r.representative,
  'address', jsonb_build_object('commune', r.commune, 'address', r.address, 'place', place_words(r.commune, r.former_unit, r.province, ${day}::date)),
  'contact', jsonb_build_object('phone', r.phone, 'email', r.email, 'website', r.website),
  'about', jsonb_build_object('foundedOn', r.founded_on, 'history', r.history, 'organisation', r.organisation))`;

/** The register's row of a producer, joined ones too. Throws 404. Restricted: for those who may read it. */
export async function getProducer(db: Kysely<DB> | Tx, id: string, day: Day): Promise<ProducerRow> {
  const { rows } = await sql<ProducerRow>`
    select r.id, l.version, l.state, r.name, r.type, r.commune, r.province, r.invented, r.joined_into as "joinedInto",
      r.contact_open as "contactOpen", place_words(r.commune, r.former_unit, r.province, ${day}::date) as place,
      case when r.former_unit is not null then place_text(r.former_unit, date '2025-06-30') end as "formerPlace",
      jsonb_strip_nulls(${fromColumns(day)}) as columns
    from producer r join lifecycle l on l.id = r.id where r.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** The dated facts of a producer that stand, or those of one part of it. */
export async function factsOf(db: Kysely<DB> | Tx, producer: string, section?: string): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select no, section, item, valid_from as "from", case when open is not null then open || restricted end as value, ledger
    from producer_fact where producer = ${producer}::uuid and not undone
      ${section === undefined ? sql`` : sql`and section = ${section}`} order by no`.execute(db);
  return rows;
}

/** The whole record on a day, as far as is known today. */
export const recordOn = (row: ProducerRow, facts: readonly Fact[], day: Day, today: Day): PartOn[] =>
  partsOn(parts, row.columns, facts, { day, today });

/** Names a producer bore before today's, newest first, each with the last day it was so; for everybody to read. */
export function formerNames(facts: readonly Fact[], today: string): string[] {
  const names = facts
    .filter(({ section, value }) => section === PARTS.name.key && value)
    .toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || b.no - a.no)
    .map(({ value }) => String(value?.name));
  return [...new Set(names)].filter((name) => name !== today);
}
