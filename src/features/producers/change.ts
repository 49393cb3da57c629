/** How a producer's record keeps its parts: dated facts, restricted halves apart, and the register's row of today. */
import { sql } from 'kysely';
import {
  agreedTo,
  communeOf,
  type Fact,
  halves,
  inForce,
  type KeptRecord,
  type Part,
  type PartValue,
  withPaper,
} from '#features/record-parts';
import { readUnit } from '#features/units';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { factsOf, getProducer } from './record.ts';
import { PARTS, type PartKey } from './sections.ts';

/** A producer's record as its parts are changed. Each read throws 404 where there is none. */
export const producerRecord = (tx: Tx, id: string, day: Day): KeptRecord => ({
  facts: (part) => factsOf(tx, id, part.key),
  before: async (part) => (await getProducer(tx, id, day)).columns[part.key as PartKey] ?? null,
  completed: async (part, value) =>
    part.key === 'address'
      ? { ...value, place: (await communeOf(tx, String(value.commune), day)).place }
      : withPaper(tx, id, value),
  keep: (part, fact, ledger) => keep(tx, part, id, fact, ledger, day),
  project: (part) => project(tx, id, part, day),
});

/** Writes one dated fact; answers its number. */
export async function keep(
  tx: Tx,
  part: Part,
  producer: string,
  { item, from, value }: Pick<Fact, 'item' | 'from' | 'value'>,
  ledger: number | null,
  day: Day,
): Promise<number> {
  const { open, restricted } = value === null ? { open: null, restricted: {} } : halves(part, value);
  const row = { producer, section: part.key, item, valid_from: from, ledger, recorded_on: day };
  const { no } = await tx
    .insertInto('producer_fact')
    .values({ ...row, open: open && JSON.stringify(open), restricted: JSON.stringify(restricted) })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

/** Columns of table producer that a part fills. */
const COLUMNS: Readonly<Record<string, (value: PartValue) => Record<string, unknown>>> = {
  name: ({ name }) => ({ name }),
  kind: ({ type }) => ({ type: type ?? null }),
  registration: ({ taxCode, registrationNumber }) => ({
    ...{ tax_code: taxCode ?? null, registration_number: registrationNumber ?? null },
  }),
  representative: (value) => ({ representative: JSON.stringify(value) }),
  address: ({ commune, address }) => ({ commune: commune ?? null, address: address ?? null }),
  contact: ({ phone, email, website }) => ({ phone: phone ?? null, email: email ?? null, website: website ?? null }),
  about: ({ foundedOn, history, organisation }) => ({
    ...{ founded_on: foundedOn ?? null, history: history ?? null, organisation: organisation ?? null },
  }),
};

/** Brings the register's row up to what the facts of a part say today. */
export async function project(tx: Tx, producer: string, part: Part, day: Day): Promise<void> {
  const facts = await factsOf(tx, producer);
  const today = inForce(
    facts.filter(({ section }) => section === part.key),
    day,
  )?.value;
  const columns = COLUMNS[part.key]?.(today ?? {});
  if (columns) {
    const place = part.key === 'address' ? await provinceOf(tx, today?.commune, day) : {};
    await tx
      .updateTable('producer')
      .set({ ...columns, ...place, version: sql`version + 1` })
      .where('id', '=', producer)
      .execute();
  }
  if (part.key === 'contact' || part.key === 'consent') await showContacts(tx, producer, facts, day);
}

/** The province goes with the commune; without a commune it stays as it is. */
async function provinceOf(tx: Tx, commune: PartValue[string] | undefined, day: Day): Promise<{ province?: string }> {
  const province = commune === undefined ? null : (await readUnit(tx, String(commune), day))?.province;
  return province ? { province } : {};
}

/** A contact is shown in public when it is marked so and a consent to it runs (R19.1, R19.2). */
async function showContacts(tx: Tx, producer: string, facts: readonly Fact[], day: Day): Promise<void> {
  const contact = inForce(
    facts.filter(({ section }) => section === 'contact'),
    day,
  )?.value;
  const agreed = agreedTo(PARTS.consent, facts, 'contact', day);
  const open = [contact?.showPhone && contact.phone ? 'phone' : '', contact?.showEmail && contact.email ? 'email' : ''];
  await tx
    .updateTable('producer')
    .set({ contact_open: agreed ? open.filter((one) => one !== '') : [] })
    .where('id', '=', producer)
    .execute();
}
