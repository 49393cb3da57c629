import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_LABEL } from '#features/legal-acts';
import type { TargetNumber } from '#law/targets';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { Measure } from './measures.ts';

/** A target as it was given. */
export interface TargetRecord extends TargetNumber {
  readonly id: string;
  readonly version: number;
  /** Null: the country. */
  readonly unit: string | null;
  /** As the unit was called in the first year. */
  readonly place: string;
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
  readonly measure: string;
  readonly denominator: string | null;
  readonly indicator: Measure | null;
  readonly act: string | null;
  readonly actLabel: string | null;
  readonly owner: string | null;
  readonly quote: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

const MOST = 500;
const columns = sql`t.id, l.version, t.unit,
    coalesce((select w.full_name from unit_version w where w.unit = t.unit and w.valid_from <= t.to_on order by w.valid_from desc limit 1), 'Cả nước') as place,
    t.from_on as "from", t.to_on as "to", t.name, t.comparator, t.low::float8 as low, t.high::float8 as high, t.measure, t.denominator,
    t.indicator, t.act, case when a.id is not null then ${ACT_LABEL} end as "actLabel", t.owner, t.quote, t.source, t.note
    from target t join lifecycle l on l.id = t.id and l.state = 'set' left join legal_act a on a.id = t.act`;

/** Targets that touch these days, of a unit (null: the country); the newest years first. */
export async function targetsOf(db: Kysely<DB>, unit: string | null, from: Day, to: Day): Promise<TargetRecord[]> {
  return read(
    db,
    sql`t.unit is not distinct from ${unit}::uuid and t.from_on <= ${to}::date and t.to_on >= ${from}::date`,
  );
}

/** Targets of a province of today: its own, its communes', and those of what became part of it. */
export async function targetsAround(db: Kysely<DB>, province: string): Promise<TargetRecord[]> {
  return read(db, sql`l.province = ${province}::uuid`);
}

async function read(db: Kysely<DB>, where: RawBuilder<unknown>): Promise<TargetRecord[]> {
  const { rows } = await sql<TargetRecord>`select ${columns} where ${where}
     order by t.from_on desc, t.to_on, t.unit nulls first, t.act, t.indicator is null, t.comparator = 'words', t.name, t.id limit ${MOST}`.execute(
    db,
  );
  return rows;
}

/** Targets an act gives: of the country, of provinces, then of communes by name. */
export async function targetsOfAct(db: Kysely<DB>, act: string): Promise<TargetRecord[]> {
  const rows = await read(db, sql`t.act = ${act}::uuid`);
  const { rows: communes } = await sql<{ unit: string }>`
    select t.unit from target t join unit u on u.id = t.unit and u.level = 'commune' where t.act = ${act}::uuid`.execute(
    db,
  );
  const small = new Set(communes.map(({ unit }) => unit));
  const rank = ({ unit }: TargetRecord) => (unit === null ? 0 : small.has(unit) ? 2 : 1);
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || a.place.localeCompare(b.place, 'vi') || a.from.localeCompare(b.from),
  );
}

/** One target; undefined when there is none, or it was cancelled. */
export async function findTarget(db: Kysely<DB>, id: string): Promise<TargetRecord | undefined> {
  return (await read(db, sql`t.id = ${id}::uuid`))[0];
}

/** Units that have targets, with the country first. */
export async function unitsWithTargets(db: Kysely<DB>): Promise<{ unit: string | null; place: string }[]> {
  const { rows } = await sql<{ unit: string | null; place: string }>`
    select x.unit, coalesce((select w.full_name from unit_version w where w.unit = x.unit and w.valid_from <= x.last order by w.valid_from desc limit 1), 'Cả nước') as place
      from (select t.unit, max(t.to_on) as last from target t join lifecycle l on l.id = t.id and l.state = 'set' group by t.unit) x
     order by x.unit is not null, 2, x.unit limit 500`.execute(db);
  return rows;
}

export interface Version {
  readonly no: number;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
  readonly said: string | null;
  readonly name: string | null;
}

/** What was set and corrected, the newest first. */
export async function versionsOf(db: Kysely<DB>, id: string): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select g.version as no, g.at, g.actor_name as by, g.reason, g.facts ->> 'said' as said, g.facts ->> 'name' as name
      from ledger g where g.subject = ${id}::uuid order by g.no desc limit 50`.execute(db);
  return rows;
}
