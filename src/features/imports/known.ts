/** The registry of a province and the register of units, as a comparison needs them. */
import { type Kysely, sql } from 'kysely';
import { nameKey } from '#features/registry';
import { TWO_LEVELS_FROM } from '#features/units';
import { daySpan } from '#law/days';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { Known, KnownProducer, KnownProduct, KnownRecognition, RowPlace } from './compare/types.ts';
import type { ReadRow } from './reading/types.ts';

/** Producers and products of a province with their recognitions; about 3 KB of memory a product. */
export async function loadKnown(db: Kysely<DB>, province: string): Promise<Known> {
  const producers = await sql<Omit<KnownProducer, 'otherNames'>>`
    select p.id, p.name, p.commune, p.address, p.tax_code as "taxCode", p.phone, p.representative->>'name' as representative,
           array(select distinct f.section from producer_fact f where f.producer = p.id and not f.undone) as "byHand"
      from producer p where p.province = ${province} and p.joined_into is null order by p.id`.execute(db);
  const { rows: joined } = await sql<{ id: string; name: string }>`
    select producer_today(id) as id, name from producer where province = ${province} and joined_into is not null order by name, id`.execute(
    db,
  );
  const otherNames = new Map<string, string[]>();
  for (const { id, name } of joined) otherNames.set(id, [...(otherNames.get(id) ?? []), name]);
  const products = await sql<Omit<KnownProduct, 'recognitions'>>`
    select p.id, p.name, p.producer, p.commune, array(select j.name from product j where product_today(j.id) = p.id and j.joined_into is not null) as "otherNames" from product p where p.province = ${province} and p.joined_into is null order by p.id`.execute(
    db,
  );
  const recognitions = await sql<KnownRecognition & { product: string }>`
    select r.id, r.product, r.star, r.decision_number as number, r.issued_earliest as "issuedEarliest", r.issued_latest as "issuedLatest",
           l.state, r.decision is not null as "issuedHere", r.product_name as "productName", r.producer_name as "producerName"
      from recognition r join lifecycle l on l.id = r.id join product p on p.id = r.product
     where p.province = ${province} order by r.id`.execute(db);
  const ofProduct = new Map<string, KnownRecognition[]>();
  for (const { product, ...recognition } of recognitions.rows)
    ofProduct.set(product, [...(ofProduct.get(product) ?? []), recognition]);
  return {
    producers: producers.rows.map((one) => ({ ...one, otherNames: otherNames.get(one.id) ?? [] })),
    products: products.rows.map((one) => ({ ...one, recognitions: ofProduct.get(one.id) ?? [] })),
  };
}

/** Finds the units of rows as read. */
export type PlaceFinder = (
  row: Pick<ReadRow, 'communeCode' | 'newCommuneCodes' | 'provinceCode' | 'decisionDate' | 'address'>,
) => RowPlace;

/** "…, tỉnh Bắc Ninh" at the end of an address. */
const PROVINCE_AT_END = /(?:^|[\s,;–-])(?:tỉnh|t\.)\s*([^,;()–]+?)\s*$/iu;

/** Codes of units as ids: today's communes with their province, provinces of either register as today's. */
export async function placeFinder(db: Kysely<DB>, day: Day, asOf: Day | null): Promise<PlaceFinder> {
  const { rows: communes } = await sql<{ code: string; unit: string; province: string | null }>`
    select v.code, v.unit, v.parent as province from unit_version v join unit u on u.id = v.unit
     where u.level = 'commune' and v.code is not null and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date`.execute(
    db,
  );
  const { rows: provinces } = await sql<{ code: string; province: string }>`
    select distinct on (v.code) v.code, coalesce(s.successor, v.unit) as province
      from unit_version v join unit u on u.id = v.unit left join unit_succession s on s.former = v.unit and u.valid_to is not null
     where u.level = 'province' and v.code is not null order by v.code, u.valid_to desc nulls first`.execute(db);
  const { rows: former } = await sql<{ code: string; unit: string; from: Day; to: Day }>`
    select v.code, v.unit, v.valid_from::text as "from", v.valid_to as "to" from unit_version v join unit u on u.id = v.unit
     where u.level = 'commune' and v.code is not null and v.valid_to < ${TWO_LEVELS_FROM}::date`.execute(db);
  const { rows: names } = await sql<{ name: string; province: string }>`
    select distinct v.name, coalesce(s.successor, v.unit) as province
      from unit_version v join unit u on u.id = v.unit left join unit_succession s on s.former = v.unit and u.valid_to is not null
     where u.level = 'province'`.execute(db);
  const named = new Map(names.map((one) => [nameKey(one.name).bare, one.province]));
  const todays = new Map(communes.map((one) => [one.code, one]));
  const provinceOf = new Map(provinces.map((one) => [one.code, one.province]));
  const formerOf = new Map<string, typeof former>();
  for (const one of former) formerOf.set(one.code, [...(formerOf.get(one.code) ?? []), one]);

  return ({ communeCode, newCommuneCodes, provinceCode, decisionDate, address }) => {
    const said = named.get(nameKey(PROVINCE_AT_END.exec(address ?? '')?.[1] ?? '').bare) ?? null;
    const found = newCommuneCodes.flatMap((code) => todays.get(code) ?? []);
    const on = asOf ?? (decisionDate === null ? null : (daySpan(decisionDate)?.latest ?? null));
    const former = communeCode === null ? null : formerOn(formerOf.get(communeCode) ?? [], on);
    const only = found.length === 1 ? found[0] : undefined;
    const there = found[0]?.province ?? (provinceCode === null ? null : (provinceOf.get(provinceCode) ?? null));
    // The list was read as one province's: an address that names another one lies there, whatever commune was found.
    if (said !== null && said !== there) return { commune: null, choices: [], former: null, province: said };
    return {
      commune: only?.unit ?? null,
      choices: found.length > 1 ? found.map(({ unit }) => unit) : [],
      former: former === only?.unit ? null : former,
      province: there,
    };
  };
}

/** The unit that bore a code on a day before the two levels, the last one when no day is known. */
function formerOn(units: readonly { unit: string; from: Day; to: Day }[], day: Day | null): string | null {
  if (day !== null && day >= TWO_LEVELS_FROM) return null;
  const on = day ?? '9999-12-31';
  const there = units.find(({ from, to }) => (from === '-infinity' || from <= on) && on <= to);
  return (there ?? units.toSorted((a, b) => b.to.localeCompare(a.to))[0])?.unit ?? null;
}
