/** Records that may be one producer: how they are found, kept and listed. Nothing is joined by itself. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { type Compared, comparedBy, LOOK_FIRST_FROM, likeness, type Reason, type Written } from './likeness.ts';

/** A record with the forms it is compared by, and a hash of what they were made of. */
interface Keyed extends Compared {
  readonly id: string;
  readonly province: string;
  readonly madeOf: string;
}

const MADE_OF = sql`md5(concat_ws('|', r.name, coalesce(r.address, ''), coalesce(r.phone, ''), coalesce(r.tax_code, ''), coalesce(r.commune::text, ''), coalesce(r.former_unit::text, ''), r.province::text))`;
const digits = (column: string) => sql`nullif(regexp_replace(${sql.ref(column)}, '[^0-9]', '', 'g'), '')`;
const FACTS = sql`r.id, ${digits('r.phone')} as phone, ${digits('r.tax_code')} as "taxCode", r.commune, r.former_unit as "formerUnit", r.province`;
/** Records read at a time. */
const BATCH = 500;
/** Names less alike than this are not even looked at (share of common groups of three letters). */
const TRIGRAMS = '0.55';

/**
 * Compares records with the others of their province and keeps the likely pairs: those named, or all whose name, address,
 * contact or place changed since they were compared last. Answers how many were compared.
 */
export async function refreshKeys(tx: Tx, day: Day, ids?: readonly string[]): Promise<number> {
  await dropJoined(tx);
  let compared = 0;
  for (;;) {
    const rows = await staleRows(tx, BATCH, ids);
    if (rows.length === 0) return compared;
    await saveKeys(tx, rows);
    await savePairs(tx, rows, day);
    compared += rows.length;
  }
}

/** Records compared in the background at a time: few, so that nobody waits for the transaction. */
const FEW = 50;

/** The same for the next few records that changed; false when none is left. */
export async function refreshFew(tx: Tx, day: Day): Promise<boolean> {
  await dropJoined(tx);
  const rows = await staleRows(tx, FEW);
  if (rows.length === 0) return false;
  await saveKeys(tx, rows);
  await savePairs(tx, rows, day);
  return rows.length === FEW;
}

/** A joined record is compared with nothing any more. */
async function dropJoined(tx: Tx): Promise<void> {
  const joined = sql`select id from producer where joined_into is not null`;
  await sql`delete from producer_key where producer in (${joined})`.execute(tx);
  await sql`delete from producer_pair where apart_on is null and (a in (${joined}) or b in (${joined}))`.execute(tx);
}

async function staleRows(tx: Tx, most: number, ids?: readonly string[]): Promise<Keyed[]> {
  const { rows } = await sql<Written & Pick<Keyed, 'id' | 'province' | 'madeOf'>>`
    select ${FACTS}, r.name, r.address, ${MADE_OF} as "madeOf" from producer r left join producer_key k on k.producer = r.id
     where r.joined_into is null and r.province is not null and k.made_of is distinct from ${MADE_OF}
       ${ids === undefined ? sql`` : sql`and r.id = any(${[...ids]}::uuid[])`} limit ${most}`.execute(tx);
  return rows.map((row) => ({ ...comparedBy(row), id: row.id, province: row.province, madeOf: row.madeOf }));
}

async function saveKeys(tx: Tx, rows: readonly Keyed[]): Promise<void> {
  const keys = rows.map((row) => ({
    ...{ producer: row.id, made_of: row.madeOf, bare: row.bare, core: row.core, place: row.addressKey },
    ...{ phone: row.phone, tax_code: row.taxCode, province: row.province },
  }));
  await tx
    .insertInto('producer_key')
    .values(keys)
    .onConflict((twice) =>
      twice.column('producer').doUpdateSet((row) => ({
        made_of: row.ref('excluded.made_of'),
        bare: row.ref('excluded.bare'),
        core: row.ref('excluded.core'),
        place: row.ref('excluded.place'),
        phone: row.ref('excluded.phone'),
        tax_code: row.ref('excluded.tax_code'),
        province: row.ref('excluded.province'),
      })),
    )
    .execute();
}

/** Others a record is compared with by each key, at most: a name that hundreds bear says nothing. */
const MOST_MET = 30;

/** Judges the records against those that share a name, a phone or a tax code; what was judged apart stays so. */
async function savePairs(tx: Tx, rows: readonly Keyed[], day: Day): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await sql`select set_config('pg_trgm.similarity_threshold', ${TRIGRAMS}, true)`.execute(tx);
  await sql`delete from producer_pair where apart_on is null and (a = any(${ids}::uuid[]) or b = any(${ids}::uuid[]))`.execute(
    tx,
  );
  const { rows: near } = await sql<Compared & { id: string; of: string }>`
    select m.producer as of, ${FACTS}, met.bare, met.core, met.place as "addressKey" from producer_key m cross join lateral (
      (select o.producer, o.bare, o.core, o.place from producer_key o where o.province = m.province and o.core = m.core and m.core <> '' and o.producer <> m.producer
        order by o.bare <> m.bare, o.producer limit ${MOST_MET})
      union (select o.producer, o.bare, o.core, o.place from producer_key o where o.core % m.core and o.province = m.province and o.producer <> m.producer
        order by similarity(o.core, m.core) desc, o.producer limit ${MOST_MET})
      union (select o.producer, o.bare, o.core, o.place from producer_key o where o.phone = m.phone and o.province = m.province and o.producer <> m.producer limit ${MOST_MET})
      union (select o.producer, o.bare, o.core, o.place from producer_key o where o.tax_code = m.tax_code and o.province = m.province and o.producer <> m.producer limit ${MOST_MET})
      ) met join producer r on r.id = met.producer where m.producer = any(${ids}::uuid[])`.execute(tx);
  const mine = new Map(rows.map((row) => [row.id, row]));
  const pairs = new Map<string, { a: string; b: string; strength: number; reasons: Reason[]; found_on: Day }>();
  for (const other of near) {
    const own = mine.get(other.of);
    const like = own && likeness(own, other);
    if (!like) continue;
    const [a, b] = other.of < other.id ? [other.of, other.id] : [other.id, other.of];
    pairs.set(`${a}${b}`, { a, b, strength: like.strength, reasons: [...like.reasons], found_on: day });
  }
  if (pairs.size > 0)
    await tx
      .insertInto('producer_pair')
      .values([...pairs.values()])
      .onConflict((twice) => twice.columns(['a', 'b']).doNothing())
      .execute();
}

/** Two records for a person to judge. */
export interface LikelyPair {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly strength: number;
  readonly reasons: readonly Reason[];
}
interface PairSide {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly products: number;
}
export type PairCursor = readonly [strength: number, a: string, b: string];

const side = (alias: string, day: Day) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`json_build_object('id', ${column('id')}, 'name', ${column('name')},
    'place', place_words(${column('commune')}, ${column('former_unit')}, ${column('province')}, ${day}::date),
    'products', (select count(*) from product where producer = ${column('id')} and joined_into is null))`;
};
type Db = Kysely<DB> | Tx;
/** Rows of lifecycle `la` and `lb`: both records within the officer's reach. */
type Within = (alias: string) => RawBuilder<boolean>;

/** The queue "Có thể trùng", the surest first. */
export async function likelyPairs(
  db: Db,
  within: Within,
  day: Day,
  { limit, after }: { limit: number; after: PairCursor | null },
): Promise<LikelyPair[]> {
  const { rows } = await sql<LikelyPair>`
    select ${side('a', day)} as a, ${side('b', day)} as b, p.strength, p.reasons from producer_pair p
      join producer a on a.id = p.a join producer b on b.id = p.b join lifecycle la on la.id = p.a join lifecycle lb on lb.id = p.b
     where p.apart_on is null and ${within('la')} and ${within('lb')}
       ${after ? sql`and (-p.strength, p.a, p.b) > (${-after[0]}, ${after[1]}::uuid, ${after[2]}::uuid)` : sql``}
     order by p.strength desc, p.a, p.b limit ${limit}`.execute(db);
  return rows;
}

/** How many pairs wait for the officer. */
export async function countPairs(db: Db, within: Within): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from producer_pair p join lifecycle la on la.id = p.a join lifecycle lb on lb.id = p.b
     where p.apart_on is null and ${within('la')} and ${within('lb')}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** What is known of two records as a pair; null when nothing makes them alike. */
export async function pairOf(
  db: Db,
  one: string,
  other: string,
): Promise<{ strength: number; reasons: readonly Reason[]; apartOn: Day | null; apartReason: string | null } | null> {
  const [a, b] = one < other ? [one, other] : [other, one];
  const found = await db
    .selectFrom('producer_pair')
    .select(['strength', 'reasons', 'apart_on as apartOn', 'apart_reason as apartReason'])
    .where('a', '=', a)
    .where('b', '=', b)
    .executeTakeFirst();
  return found ? { ...found, reasons: found.reasons as Reason[] } : null;
}

/** Records so like this one that a second is not made unseen; of the whole province, by name and place only. */
export async function likelySame(
  { tx, day }: { tx: Tx; day: Day },
  id: string,
): Promise<{ id: string; name: string; place: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; place: string | null }>`
    select r.id, r.name, place_words(r.commune, r.former_unit, r.province, ${day}::date) as place from producer_pair p
      join producer r on r.id = case when p.a = ${id}::uuid then p.b else p.a end
     where ${id}::uuid in (p.a, p.b) and p.strength >= ${LOOK_FIRST_FROM} and p.apart_on is null
     order by p.strength desc limit 5`.execute(tx);
  return rows;
}
