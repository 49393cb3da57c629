/** What follows from a change of provinces, before anything does: told on the page of the change. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import { BEFORE_ROUND } from './preview.ts';
import type { ChangeRecord } from './read.ts';

/** What of one province goes over, ends, or stays under its name. */
export interface ProvinceFollows {
  unit: string;
  communes: number;
  /** Accounts of its communes: they stay in their commune. */
  communeAccounts: number;
  rounds: { year: number; no: number; taken: boolean }[];
  sessions: number;
  councils: string[];
  decisions: number;
  mandates: number;
  tasks: number;
  reports: number;
  imports: number;
  targets: number;
  bodies: number;
}

/** A setting two provinces have differently, or a region. */
export interface Differing {
  key: string;
  values: { unit: string; value: string }[];
}

export interface ProvincePreview {
  provinces: ProvinceFollows[];
  /** Communes that will bear the same type and name in one province. */
  sameNames: { name: string; n: number }[];
  differing: Differing[];
  /** Of a parting: what lies in the chosen communes. */
  parting: { communes: string[]; products: number; producers: number; dossiers: number; staying: number } | null;
}

/** Reads it; for changes of communes there is nothing to read. */
export async function provincePreview(db: Kysely<DB>, change: ChangeRecord): Promise<ProvincePreview> {
  const { plan, effectiveOn } = change;
  const ends = plan.kind === 'merge' ? plan.units.filter((id) => id !== plan.stays) : [];
  const [provinces, sameNames, differing, parting] = await Promise.all([
    followsOf(db, ends, plan.stays ?? null, effectiveOn),
    plan.kind === 'merge' ? sameNamesOf(db, plan.units) : [],
    plan.kind === 'merge' && plan.stays === undefined ? differingOf(db, plan.units, effectiveOn) : [],
    plan.kind === 'split' ? partingOf(db, plan.communes ?? []) : null,
  ]);
  return { provinces, sameNames, differing, parting };
}

async function followsOf(
  db: Kysely<DB>,
  ids: readonly string[],
  heir: string | null,
  day: string,
): Promise<ProvinceFollows[]> {
  const { rows } = await sql<ProvinceFollows>`
    select u.id as unit,
      (select count(*)::int from unit_version v join unit c on c.id = v.unit and c.level = 'commune' where v.parent = u.id and v.valid_to is null) as communes,
      (select count(distinct m.account)::int from appointment m join unit_version v on v.unit = m.unit and v.valid_to is null
        where v.parent = u.id and (m.valid_to is null or m.valid_to >= ${day}::date)) as "communeAccounts",
      coalesce((select json_agg(json_build_object('year', e.year, 'no', e.no, 'taken', exists (
          select from evaluation_round o where o.province = ${heir}::uuid and o.level = e.level and o.year = e.year and o.no = e.no)) order by e.year, e.no)
        from evaluation_round e where e.province = u.id and (e.completed_before >= ${day}::date or exists (
          select from dossier d join lifecycle l on l.id = d.id where d.round = e.id and l.state in ('inRound', 'inSession', 'concluded', 'candidate')))), '[]') as rounds,
      (select count(*)::int from council_session s join lifecycle l on l.id = s.id
        where l.province = u.id and l.state in ('preparing', 'scoring', 'closed', 'opened')) as sessions,
      coalesce((select json_agg(c.name order by c.name, c.id) from council c join lifecycle l on l.id = c.id where c.province = u.id and l.state = 'active'), '[]') as councils,
      (select count(*)::int from decision d join lifecycle l on l.id = d.id where d.province = u.id and l.state in ('draft', 'proposed')) as decisions,
      (select count(*)::int from mandate m where m.province = u.id and m.valid_from < ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)) as mandates,
      (select count(*)::int from task t join lifecycle l on l.id = t.id where t.unit = u.id and l.next_actor is not null) as tasks,
      (select count(*)::int from compiled_report c where c.office = u.id and c.open
        and not exists (select from compiled_report_version v where v.report = c.id)) as reports,
      (select count(*)::int from list_import i join lifecycle l on l.id = i.id where i.province = u.id and l.state = 'open') as imports,
      (select count(*)::int from target t where t.unit = u.id and t.to_on >= ${day}::date) as targets,
      (select count(*)::int from body b where b.unit = u.id and b.to_on is null) as bodies
    from unnest(${[...ids]}::uuid[]) with ordinality a (id, n) join unit u on u.id = a.id order by a.n`.execute(db);
  return rows;
}

async function sameNamesOf(db: Kysely<DB>, units: readonly string[]): Promise<{ name: string; n: number }[]> {
  const { rows } = await sql<{ name: string; n: number }>`
    select max(v.full_name) as name, count(*)::int as n from unit_version v join unit u on u.id = v.unit and u.level = 'commune'
    where v.valid_to is null and v.parent = any(${[...units]}::uuid[])
    group by v.type, lower(v.name) having count(*) > 1 order by max(v.name) collate "vi-x-icu"`.execute(db);
  return rows;
}

async function differingOf(db: Kysely<DB>, units: readonly string[], day: string): Promise<Differing[]> {
  const { rows } = await sql<Differing>`
    with held as (
      select distinct on (key, scope) key, scope as unit, value::text as value from setting
      where scope = any(${[...units]}::uuid[]) and valid_from <= ${day}::date order by key, scope, valid_from desc)
    select key, json_agg(json_build_object('unit', (unit_on(unit, ${day}::date)).full_name, 'value', value) order by unit) as values
    from held group by key having count(*) < ${units.length} or count(distinct value) > 1
    union all
    select 'region', json_agg(json_build_object('unit', (unit_on(unit, ${day}::date)).full_name, 'value', region) order by unit)
    from province_region where unit = any(${[...units]}::uuid[]) having count(*) > 0 and (count(*) < ${units.length} or count(distinct region) > 1)`.execute(
    db,
  );
  return rows;
}

async function partingOf(db: Kysely<DB>, communes: readonly string[]): Promise<ProvincePreview['parting']> {
  const { rows } = await sql<NonNullable<ProvincePreview['parting']>>`
    with c as (select unnest(${[...communes]}::uuid[]) as id), open as (
      select l.state from dossier d join lifecycle l on l.id = d.id where d.commune in (select id from c) and d.submitted_on is not null)
    select coalesce((select json_agg(v.full_name order by v.name collate "vi-x-icu") from unit_version v where v.unit in (select id from c) and v.valid_to is null), '[]') as communes,
      (select count(*)::int from product where commune in (select id from c) and joined_into is null) as products,
      (select count(*)::int from producer where commune in (select id from c) and joined_into is null) as producers,
      (select count(*)::int from open where state = any(${BEFORE_ROUND}::text[])) as dossiers,
      (select count(*)::int from open where state in ('inRound', 'inSession', 'concluded', 'candidate')) as staying`.execute(
    db,
  );
  return rows[0] ?? null;
}
