import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { OPEN } from './preview.ts';
import { settlePlace as settleInput, settleRow } from './schema.ts';

/** A record that lay in a unit which was divided. */
export interface Unsettled {
  id: string;
  version: number;
  kind: 'producer' | 'product';
  name: string;
  address: string | null;
  /** The producer of a product; how many products go along with a producer. */
  who: string | null;
  products: number;
  former: string;
  formerId: string;
  choices: { id: string; name: string }[];
}

/** A producer, or a product that does not go along with its producer, still in a divided unit; `u` names that unit. */
const divided = sql`(
  select r.id, 'producer' as kind, r.name, r.address, null as who, f.unit, r.commune, r.former_unit
  from producer r cross join lateral (select coalesce(r.commune, r.former_unit) as unit) f
  where r.joined_into is null
  union all
  select p.id, 'product', p.name, p.place_note, m.name, f.unit, p.commune, p.former_unit
  from product p left join producer m on m.id = p.producer cross join lateral (select coalesce(p.commune, p.former_unit) as unit) f
  where p.joined_into is null and (m.id is null or coalesce(m.commune, m.former_unit) is distinct from f.unit)) x`;

/** In a unit with partial successors: either never placed, or its unit was divided since and nobody has said which part. */
const open = sql`exists (select from unit_succession s where s.former = x.unit and s.part = 'partial')
  and (x.commune is null or exists (select from unit_change_effect e where e.subject = x.id and e.former = x.commune and e.successor is null))`;

/** Parts that are there today, and the unit itself where it goes on. */
const choicesOf = (unit: RawBuilder<unknown>, day: Day) => sql`(
  select json_agg(json_build_object('id', c.id, 'name', place_text(c.id, ${day}::date)) order by c.id = ${unit} desc, place_text(c.id, ${day}::date) collate "vi-x-icu")
  from (select s.successor as id from unit_succession s where s.former = ${unit} union select ${unit}) n join unit c on c.id = n.id
  where c.valid_from <= ${day}::date and coalesce(c.valid_to, 'infinity') >= ${day}::date)`;

/** What is to be placed within reach, by name. */
export async function unsettled(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
  day: Day,
  limit: number,
): Promise<Unsettled[]> {
  const { rows } = await sql<Unsettled>`
    select x.id, l.version, x.kind, x.name, x.address, x.who, x.unit as "formerId", place_text(x.unit, coalesce(u.valid_to, ${day}::date)) as former,
      (select count(*)::int from product p where x.kind = 'producer' and p.producer = x.id and p.joined_into is null and coalesce(p.commune, p.former_unit) = x.unit) as products,
      coalesce(${choicesOf(sql`x.unit`, day)}, '[]') as choices
    from ${divided} join lifecycle l on l.id = x.id join unit u on u.id = x.unit and u.level = 'commune'
    where ${reach} and ${open} order by x.name collate "vi-x-icu", x.id limit ${limit}`.execute(db);
  return rows;
}

/** Says in which part of a divided unit a producer (with its products there) or a product lies. */
export const settlePlace = action({
  name: 'place.settle',
  title: 'Xếp lại xã',
  permission: 'producer.correct',
  input: settleInput,
  output: settleRow,
  subject: ({ id }) => id,
  async run(ctx, { id, commune }) {
    const [record] = await rowsToSettle(ctx.tx, sql`x.id = ${id}::uuid`, ctx.day);
    if (!record) throw notFound();
    const chosen = record.choices?.find((choice) => choice.id === commune);
    if (!chosen) throw invalid('commune', 'Chọn một trong các xã đã nhận phần của xã cũ.');
    const { version } = await place(ctx, record, commune, ctx.expect);
    if (record.kind === 'producer') {
      const along = await ctx.tx
        .selectFrom('product')
        .select('id')
        .where('producer', '=', id)
        .where('joined_into', 'is', null)
        .where(sql<boolean>`coalesce(commune, former_unit) = ${record.unit}`)
        .orderBy('id')
        .execute();
      for (const product of along) await place(ctx, { ...record, ...product, kind: 'product' }, commune);
    }
    return { id, version };
  },
});

interface ToSettle {
  readonly id: string;
  readonly kind: 'producer' | 'product';
  readonly unit: string;
  readonly choices: { id: string; name: string }[] | null;
}

async function rowsToSettle(tx: Tx, which: RawBuilder<unknown>, day: Day): Promise<ToSettle[]> {
  const { rows } = await sql<ToSettle>`
    select x.id, x.kind, x.unit, ${choicesOf(sql`x.unit`, day)} as choices from ${divided} where ${which} and ${open}`.execute(
    tx,
  );
  return rows;
}

/** One record, one row of the ledger; its open dossiers go along. */
async function place(ctx: ActionContext, { id, kind, unit }: ToSettle, commune: string, expect?: { version?: number }) {
  const province = sql<string>`(select parent from unit_version where unit = ${commune} and valid_to is null)`;
  return carryOut(ctx.tx, ctx, {
    action: `${kind}.correct`,
    subject: id,
    expect,
    facts: { commune: { before: unit, after: commune } },
    effect: async (tx) => {
      await sql`update ${sql.table(kind)} set commune = ${commune}, province = ${province}, former_unit = coalesce(former_unit, ${unit}::uuid),
        earlier_units = case when ${commune}::uuid = ${unit}::uuid or former_unit = ${unit}::uuid then earlier_units else earlier_units || ${unit}::uuid end,
        version = version + 1 where id = ${id}`.execute(tx);
      const settled = sql`update unit_change_effect set successor = ${commune}, settled_on = ${ctx.day} where former = ${unit} and successor is null`;
      await sql`${settled} and subject = ${id}`.execute(tx);
      if (kind !== 'product') return;
      const dossiers = sql`select d.id from dossier d join lifecycle l on l.id = d.id where d.product = ${id} and d.commune = ${unit}
        and l.state = any(${[...OPEN]}::text[])`;
      await sql`${settled} and subject in (${dossiers})`.execute(tx);
      await sql`update dossier set commune = ${commune} where id in (${dossiers})`.execute(tx);
    },
  });
}
