/** Two records that may be one product: which to look at, and what hangs on each. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** Product rows by these names: the same name but for marks, blanks and signs, a near name (`near.ts`), or the same barcode. Never joined, never said to be two. */
export const alike = (p: string, o: string): RawBuilder<boolean> => {
  const [mine, other] = [(name: string) => sql.ref(`${p}.${name}`), (name: string) => sql.ref(`${o}.${name}`)];
  const bare = (column: RawBuilder<unknown>) => sql`regexp_replace(${column}, '[^a-z0-9]', '', 'g')`;
  return sql<boolean>`(${other('id')} <> ${mine('id')} and ${other('joined_into')} is null and ${mine('joined_into')} is null
    and (${bare(sql`${other('name_plain')}`)} = ${bare(sql`${mine('name_plain')}`)} or exists (select from product_near n where n.a = least(${mine('id')}, ${other('id')}) and n.b = greatest(${mine('id')}, ${other('id')}))
      or exists (select from product_fact f join product_fact h on h.open ->> 'key' = f.open ->> 'key'
      where f.product = ${mine('id')} and h.product = ${other('id')} and f.section = 'barcode' and h.section = 'barcode' and not f.undone and not h.undone))
    and not exists (select from product_apart x where x.a = least(${mine('id')}, ${other('id')}) and x.b = greatest(${mine('id')}, ${other('id')})))`;
};

/** Another product of the same producer. */
export interface Other {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly star: number | null;
  readonly recognitions: number;
  readonly alike: boolean;
  /** It lies within the reader's reach too. */
  readonly reached: boolean;
  /** Said to be another product. */
  readonly apartOn: Day | null;
}

/** Other products of a product's producer, those most alike first; at most 200. `within`: on lifecycle `l`. */
export async function othersOf(db: Kysely<DB>, product: string, within: RawBuilder<boolean>): Promise<Other[]> {
  const { rows } = await sql<Other>`
    select o.id, o.name, s.place, s.star, (select count(*)::int from recognition g where g.product = o.id) as recognitions,
      ${alike('p', 'o')} as alike, ${within} as reached, x.apart_on as "apartOn"
    from product p join product o on o.producer = p.producer and o.id <> p.id and o.joined_into is null join lifecycle l on l.id = o.id
      left join product_search s on s.product = o.id left join product_apart x on x.a = least(p.id, o.id) and x.b = greatest(p.id, o.id)
    where p.id = ${product}::uuid order by alike desc, o.name collate "vi-x-icu", o.id limit 200`.execute(db);
  return rows;
}

/** What was said of a pair; null when nothing was. */
export async function apartOf(db: Kysely<DB>, one: string, other: string): Promise<{ on: Day; reason: string } | null> {
  const [a = one, b = other] = [one, other].toSorted();
  const found = await db
    .selectFrom('product_apart')
    .select(['apart_on as on', 'reason'])
    .where('a', '=', a)
    .where('b', '=', b)
    .executeTakeFirst();
  return found ?? null;
}

/** What hangs on a record beside its parts, recognitions and years. */
export interface Hanging {
  readonly dossiers: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
  /** Rows of published lists that lead to it, reports of misuse, ties found for conflicts of interest. */
  readonly listRows: number;
  readonly reports: number;
  readonly ties: number;
  readonly national: { readonly id: string | null; readonly on: Day } | null;
  readonly selling: { readonly place: string | null; readonly links: number; readonly months: number } | null;
}

/** What would go over when a record is joined into another. */
export async function hangingOn(db: Kysely<DB>, product: string): Promise<Hanging> {
  const { rows } = await sql<Hanging>`
    select coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'state', l.state) order by d.created_at, d.id)
        from (select * from dossier where product = p.id order by created_at limit 50) d join lifecycle l on l.id = d.id), '[]') as dossiers,
      (select count(*)::int from list_row where product_id = p.id) as "listRows", (select count(*)::int from misuse_report where product = p.id) as reports,
      (select count(*)::int from product_tie where product = p.id) as ties,
      (select json_build_object('id', n.national_id, 'on', n.transferred_on) from national_record n where n.product = p.id) as national,
      (select json_build_object('place', w.place, 'links', cardinality(w.links), 'months', cardinality(w.season)) from product_selling w where w.product = p.id) as selling
    from (select ${product}::uuid as id) p`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('no counts');
  return row;
}

/** A record joined into another and not taken out again. */
export interface Join {
  readonly id: string;
  readonly joined: string;
  readonly name: string;
  readonly on: Day;
}

/** Records joined into a product and not taken out again, newest first. */
export async function joinsOf(db: Kysely<DB>, product: string): Promise<Join[]> {
  return db
    .selectFrom('product_join as j')
    .innerJoin('product as p', 'p.id', 'j.joined')
    .select(['j.id', 'j.joined', 'p.name', 'j.joined_on as on'])
    .where('j.kept', '=', product)
    .where('j.undone_on', 'is', null)
    .orderBy('j.kept_no', 'desc')
    .limit(50)
    .execute();
}
