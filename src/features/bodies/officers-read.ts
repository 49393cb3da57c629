/** Reads of officers in charge, and of communes that have nobody. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_LABEL } from '#features/legal-acts';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { OfficerQuery } from './schema.ts';

export interface Officer {
  readonly id: string;
  readonly version: number;
  readonly state: 'serving' | 'ended';
  readonly commune: string;
  readonly place: string;
  readonly name: string;
  readonly position: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly act: string | null;
  readonly actLabel: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly invented: boolean;
}

/** `contacts` false leaves telephone and e-mail out. */
const columns = (
  day: Day,
  contacts: boolean,
) => sql`o.id, l.version, l.state, o.commune, place_text(o.commune, ${day}::date) as place, o.name, o.position,
    case when ${contacts} then o.phone end as phone, case when ${contacts} then o.email end as email,
    o.act, case when a.id is not null then ${ACT_LABEL} end as "actLabel", o.from_on as "from", o.to_on as "to", o.invented
    from commune_officer o join lifecycle l on l.id = o.id left join legal_act a on a.id = o.act`;

/** Officers within reach, by commune; those who serve, or those who served. */
export async function listOfficers(
  db: Kysely<DB>,
  ask: {
    readonly query: OfficerQuery;
    readonly reach: RawBuilder<boolean>;
    readonly day: Day;
    readonly contacts: boolean;
  },
  from: number,
  limit: number,
): Promise<Officer[]> {
  const { q, xem } = ask.query;
  const { rows } =
    await sql<Officer>`select ${columns(ask.day, ask.contacts)} where ${ask.reach} and l.state = ${xem === 'cu' ? 'ended' : 'serving'}
      ${q ? sql`and plain_text(concat_ws(' ', o.name, o.position, place_text(o.commune, ${ask.day}::date))) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}
    order by place_text(o.commune, ${ask.day}::date) collate "vi-x-icu", o.from_on desc, o.id offset ${from} limit ${limit}`.execute(
      db,
    );
  return rows;
}

/** One officer in charge. Throws 404. */
export async function findOfficer(db: Kysely<DB>, id: string, day: Day, contacts: boolean): Promise<Officer> {
  const { rows } = await sql<Officer>`select ${columns(day, contacts)} where o.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** Who serves in a commune now. */
export async function servingIn(db: Kysely<DB>, commune: string): Promise<{ id: string; name: string; from: Day }[]> {
  const { rows } = await sql<{ id: string; name: string; from: Day }>`
    select o.id, o.name, o.from_on as "from" from commune_officer o join lifecycle l on l.id = o.id and l.state = 'serving'
     where o.commune = ${commune}::uuid order by o.from_on, o.id limit 50`.execute(db);
  return rows;
}

export interface CommuneWithout {
  readonly commune: string;
  readonly name: string;
  readonly province: string;
  /** The last day somebody was in charge; null: never. */
  readonly last: Day | null;
}

/** Communes of today in an area (null: the country; `unit`: one commune) where nobody is in charge. */
export async function communesWithout(
  db: Kysely<DB>,
  {
    area,
    unit,
    day,
    q,
  }: { readonly area: string | null; readonly unit: string | null; readonly day: Day; readonly q?: string | undefined },
  from: number,
  limit: number,
): Promise<CommuneWithout[]> {
  const { rows } = await sql<CommuneWithout>`select v.unit as commune, v.full_name as name, p.full_name as province,
      (select max(o.to_on) from commune_officer o where o.commune = v.unit) as last
    ${without(area, unit, day, q)} order by p.name collate "vi-x-icu", v.name collate "vi-x-icu", v.unit offset ${from} limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** How many they are. */
export async function countWithout(
  db: Kysely<DB>,
  { area, unit, day }: { readonly area: string | null; readonly unit: string | null; readonly day: Day },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${without(area, unit, day, undefined)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

const on = (alias: 'v' | 'p', day: Day) =>
  sql`${sql.ref(`${alias}.valid_from`)} <= ${day}::date and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity') >= ${day}::date`;
const without = (area: string | null, unit: string | null, day: Day, q: string | undefined) => sql`
    from unit_version v join unit u on u.id = v.unit and u.level = 'commune' join unit_version p on p.unit = v.parent and ${on('p', day)}
   where ${on('v', day)} ${area === null ? sql`` : sql`and v.parent = ${area}::uuid`} ${unit === null ? sql`` : sql`and v.unit = ${unit}::uuid`}
     ${q ? sql`and plain_text(v.full_name || ' ' || p.full_name) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}
     and not exists (select from commune_officer o join lifecycle l on l.id = o.id and l.state = 'serving' where o.commune = v.unit)`;
