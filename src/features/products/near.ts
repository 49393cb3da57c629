/** Products of one producer whose names are near: found a handful at a time, in the background. Nothing is joined by itself. */
import { sql } from 'kysely';
import { nameKey, nearNames } from '#features/registry';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';

interface Keyed {
  readonly id: string;
  readonly producer: string;
  readonly madeOf: string;
  readonly bare: string;
  readonly core: string;
}

const MADE_OF = sql`md5(concat_ws('|', p.name, p.producer::text))`;
/** Products compared in one transaction: few, so that nobody waits for it. */
const FEW = 50;
/** Others a product is compared with, those most alike first: a name that hundreds bear says nothing. */
const MOST_MET = 30;

/** Compares the next few products whose name or producer changed with the others of their producer; false when none is left. */
export async function compareFewProducts(tx: Tx, day: Day): Promise<boolean> {
  const joined = sql`select id from product where joined_into is not null`;
  await sql`delete from product_key where product in (${joined})`.execute(tx);
  await sql`delete from product_near where a in (${joined}) or b in (${joined})`.execute(tx);
  const { rows: stale } = await sql<{ id: string; producer: string; name: string; madeOf: string }>`
    select p.id, p.producer, p.name, ${MADE_OF} as "madeOf" from product p left join product_key k on k.product = p.id
     where p.joined_into is null and p.producer is not null and k.made_of is distinct from ${MADE_OF} limit ${FEW}`.execute(
    tx,
  );
  if (stale.length === 0) return false;
  const keyed = stale.map(({ name, ...row }): Keyed => {
    const { bare, core } = nameKey(name);
    return { ...row, bare, core };
  });
  await sql`insert into product_key (product, made_of, producer, bare, core)
    select id, "madeOf", producer, bare, core from json_to_recordset(${JSON.stringify(keyed)}::json) as k(id uuid, "madeOf" text, producer uuid, bare text, core text)
    on conflict (product) do update set (made_of, producer, bare, core) = (excluded.made_of, excluded.producer, excluded.bare, excluded.core)`.execute(
    tx,
  );
  await savePairs(tx, keyed, day);
  return stale.length === FEW;
}

async function savePairs(tx: Tx, keyed: readonly Keyed[], day: Day): Promise<void> {
  const ids = keyed.map(({ id }) => id);
  await sql`delete from product_near where a = any(${ids}::uuid[]) or b = any(${ids}::uuid[])`.execute(tx);
  const { rows: met } = await sql<{ of: string; id: string; bare: string; core: string }>`
    select m.product as of, o.product as id, o.bare, o.core from product_key m cross join lateral (
      select o.product, o.bare, o.core from product_key o where o.producer = m.producer and o.product <> m.product
      order by similarity(o.core, m.core) desc, o.product limit ${MOST_MET}) o where m.product = any(${ids}::uuid[])`.execute(
    tx,
  );
  const mine = new Map(keyed.map((one) => [one.id, one]));
  const pairs = met.flatMap((other) => {
    const own = mine.get(other.of);
    if (!own || !nearNames(own, other)) return [];
    const [a, b] = [own.id, other.id].toSorted();
    return [{ a, b }];
  });
  await sql`insert into product_near (a, b, found_on) select a, b, ${day}::date
    from json_to_recordset(${JSON.stringify(pairs)}::json) as n(a uuid, b uuid) on conflict do nothing`.execute(tx);
}
