/** Reads of a product's record: the register's row, its dated facts, its recognitions through the years. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Fact, type PartOn, type PartValue, partsOn } from '#features/record-parts';
import { certificateRules } from '#features/registry';
import type { CertificateStatus } from '#law/certificate';
import { type RecordedCertificate, statusOn } from '#law/validity';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { parts } from './sections.ts';
import { setName } from './sets.ts';

/** What the register says today. */
export interface ProductRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly producer: string | null;
  readonly producerName: string | null;
  readonly commune: string | null;
  readonly province: string | null;
  readonly place: string | null;
  readonly placeNote: string | null;
  readonly set: string | null;
  readonly sector: string | null;
  readonly sectorGuessed: boolean;
  readonly invented: boolean;
  /** The record it was joined into. */
  readonly joinedInto: string | null;
  /** Names of records joined into it. */
  readonly joinedNames: readonly string[];
  /** It stands in the public register. */
  readonly open: boolean;
  /** Old and new codes, as labels, newest first. */
  readonly codes: readonly { readonly code: string; readonly on: Day }[];
  /** Today's values of the parts the register's own columns hold. */
  readonly columns: Readonly<Record<string, PartValue>>;
}

/** The register's row of a product. Throws 404. */
export async function getProduct(db: Kysely<DB> | Tx, id: string, day: Day): Promise<ProductRow> {
  const { rows } = await sql<ProductRow>`
    select p.id, l.version, p.name, p.producer, r.name as "producerName", p.commune, p.province, p.place_note as "placeNote",
      place_words(p.commune, p.former_unit, p.province, ${day}::date) as place, p.product_set as set, p.sector,
      p.sector_guessed as "sectorGuessed", p.invented, p.joined_into as "joinedInto",
      array(select j.name from product j where j.joined_into = p.id order by j.name, j.id) as "joinedNames", coalesce(s.open, false) as open,
      coalesce((select json_agg(json_build_object('code', c.code, 'on', c.given_on) order by c.given_on desc, c.code) from product_code c where c.product = p.id), '[]') as codes,
      jsonb_strip_nulls(jsonb_build_object('name', jsonb_build_object('name', p.name), 'class', jsonb_build_object('set', p.product_set),
        'place', jsonb_build_object('commune', p.commune, 'place', place_words(p.commune, p.former_unit, p.province, ${day}::date)),
        'story', jsonb_build_object('story', p.story, 'storyEn', p.story_en),
        'specification', jsonb_build_object('specification', p.specification, 'standard', p.standard))) as columns
    from product p join lifecycle l on l.id = p.id left join producer r on r.id = p.producer left join product_search s on s.product = p.id
    where p.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  const named = row.set === null ? {} : { class: { set: row.set, setName: await setName(row.set) } };
  return { ...row, columns: { ...row.columns, ...named } };
}

/** The dated facts of a product, or those of one part of it. */
export async function factsOf(db: Kysely<DB> | Tx, product: string, section?: string): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select no, section, item, valid_from as "from", open as value, ledger from product_fact where product = ${product}::uuid and not undone
      ${section === undefined ? sql`` : sql`and section = ${section}`} order by no`.execute(db);
  return rows;
}

/** The whole record on a day, as far as is known today. */
export const recordOn = (row: ProductRow, facts: readonly Fact[], day: Day, today: Day): PartOn[] =>
  partsOn(parts, row.columns, facts, { day, today });

/** Names a product bore in the register before today's, latest first; then those of records joined into it. */
export function formerNames(facts: readonly Fact[], today: string, joined: readonly string[] = []): string[] {
  const names = facts
    .filter(({ section, value }) => section === 'name' && value)
    .toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || b.no - a.no)
    .map(({ value }) => String(value?.name));
  return [...new Set([...names, ...joined])].filter((name) => name !== today);
}

/** One recognition of the chain, with what it is worth on the day asked. */
export interface ChainLink extends RecordedCertificate {
  readonly id: string;
  readonly star: number | null;
  /** How it came about; null: the source does not say. */
  readonly kind: string | null;
  readonly name: string;
  readonly code: string;
  readonly decision: string | null;
  readonly issuer: string | null;
  readonly productCode: string | null;
  readonly endReason: string | null;
  /** By a decision made in the system. */
  readonly issuedHere: boolean;
  readonly status: CertificateStatus;
}

/** Every recognition of a product, oldest first. */
export async function chainOf(db: Kysely<DB>, product: string, day: Day): Promise<ChainLink[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<Omit<ChainLink, 'status'>>`
    select g.id, g.star, d.kind, g.product_name as name, coalesce(g.check_code, g.certificate_number, g.id::text) as code,
      g.decision_number as decision, g.issuer, g.product_code as "productCode", g.end_reason as "endReason", g.decision is not null as "issuedHere", l.state as life,
      g.issued_earliest as "issuedEarliest", g.issued_latest as "issuedLatest", g.expires_earliest as "expiresEarliest",
      g.expires_latest as "expiresLatest", g.extended_from as "extendedFrom", g.extended_to as "extendedTo", g.ended_on as "endedOn", g.aside::text as aside
    from recognition g join lifecycle l on l.id = g.id left join dossier d on d.id = g.dossier
    where g.product = ${product}::uuid order by g.issued_latest nulls first, g.id limit 100`.execute(db);
  return rows.map((row) => ({ ...row, status: statusOn(row, day, rules) }));
}

/** Another product that bears the same barcode. */
export interface Twin {
  readonly gtin: string;
  readonly product: string;
  readonly name: string;
  /** The reader may open its record; else it is known from the public register only. */
  readonly own: boolean;
}

/** Other products that bear the same barcode, by its key; only those the reader (`within`, on lifecycle `l`) may know of. */
export async function sameBarcodes(db: Kysely<DB>, product: string, within: RawBuilder<boolean>): Promise<Twin[]> {
  const { rows } = await sql<Twin>`
    select distinct f.open ->> 'gtin' as gtin, p.id as product, p.name, ${within} as own
    from product_fact own join product_fact f on f.open ->> 'key' = own.open ->> 'key' and f.section = 'barcode' and f.product <> own.product and not f.undone
      join product p on p.id = f.product and p.joined_into is null join lifecycle l on l.id = p.id left join product_search s on s.product = p.id
    where (${within} or s.open) and own.product = ${product}::uuid and own.section = 'barcode' and own.open is not null and not own.undone
      and not exists (select from product_fact n where n.product = f.product and n.section = 'barcode' and n.item = f.item and n.no > f.no and not n.undone)
    order by p.name, p.id limit 20`.execute(db);
  return rows;
}
