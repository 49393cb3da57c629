/** The writing of changes of provinces: communes with everything in them go to another province, codes kept or given anew. */
import { sql } from 'kysely';
import { addDays } from '#law/days';
import type { Tx } from '#platform/db/database';
import { BEFORE_ROUND, OPEN } from './preview.ts';
import type { Change } from './read.ts';

/**
 * Provinces that ended hand over everything to their heir: communes, records, open dossiers with their rounds, seats, reach.
 * What was decided before keeps the province of its day. Where nothing but the province of a record is known, it is kept as
 * a former one, so that the past stays countable (R12.8).
 */
export async function mergeProvince(tx: Tx, change: Change, gone: readonly string[], heir: string): Promise<void> {
  const { id, plan } = change;
  await bringSettings(tx, change, heir);
  for (const former of gone) await note(tx, id, former, heir, plan.effectiveOn);
  await moveCommunes(tx, change, heir);
  for (const former of gone) {
    for (const table of ['producer', 'product'] as const) {
      await sql`update ${sql.table(table)} set province = ${heir}, version = version + 1,
        earlier_units = case when commune is null then earlier_units || ${former}::uuid else earlier_units end where province = ${former}`.execute(
        tx,
      );
    }
    for (const table of ['local_place', 'product_idea'] as const)
      await sql`update ${sql.table(table)} set province = ${heir} where province = ${former}`.execute(tx);
    await sql`update dossier d set province = ${heir} from lifecycle l
      where l.id = d.id and d.province = ${former} and l.state = any(${[...OPEN]}::text[])`.execute(tx);
    await sql`update appointment set unit = ${heir}
      where unit = ${former} and (valid_to is null or valid_to >= ${plan.effectiveOn}::date)`.execute(tx);
    await sql`select province_handed_over(${former}, ${heir}, ${plan.effectiveOn}::date)`.execute(tx);
  }
}

/**
 * A new province takes the chosen communes with all that lies in them; seats of the old province stay, and a dossier that is
 * in a round is finished by the province that took it in. Records of no known commune stay where they are.
 */
export async function partProvince(tx: Tx, change: Change, former: string, heir: string): Promise<void> {
  const { id, plan } = change;
  const communes = change.communes.map((commune) => commune.id);
  const moved = sql`commune = any(${communes}::uuid[])`;
  await sql`insert into unit_change_effect (change, subject, kind, former, successor, settled_on)
    select ${id}::uuid, s.id, s.kind, ${former}::uuid, ${heir}::uuid, ${plan.effectiveOn}::date from (
      select id, 'producer' as kind from producer where ${moved} and joined_into is null
      union all select id, 'product' from product where ${moved} and joined_into is null
      union all select d.id, 'dossier' from dossier d join lifecycle l on l.id = d.id where d.${moved} and l.state = any(${BEFORE_ROUND}::text[])) s`.execute(
    tx,
  );
  await moveCommunes(tx, change, heir);
  for (const table of ['producer', 'product'] as const)
    await sql`update ${sql.table(table)} set province = ${heir}, version = version + 1 where ${moved}`.execute(tx);
  for (const table of ['local_place', 'product_idea'] as const)
    await sql`update ${sql.table(table)} set province = ${heir} where ${moved}`.execute(tx);
  await sql`update dossier d set province = ${heir} from lifecycle l
    where l.id = d.id and d.${moved} and l.state = any(${BEFORE_ROUND}::text[])`.execute(tx);
  await sql`select reach_follows_province(${communes}::uuid[])`.execute(tx);
  await sql`insert into province_region (unit, region) select ${heir}, region from province_region where unit = ${former}`.execute(
    tx,
  );
}

/** From the day on the communes lie in the heir, under their new codes where the act gives some. */
async function moveCommunes(tx: Tx, { plan, communes }: Change, heir: string): Promise<void> {
  const going = JSON.stringify(communes.map(({ id, newCode }) => ({ id, code: newCode })));
  await sql`with going as (select * from json_to_recordset(${going}::json) as g(id uuid, code text)),
    ended as (update unit_version v set valid_to = ${addDays(plan.effectiveOn, -1)} from going g
      where v.unit = g.id and v.valid_to is null returning v.unit, v.name, v.full_name, v.type, v.code as old_code, g.code)
    insert into unit_version (unit, valid_from, code, name, full_name, type, parent, act)
    select unit, ${plan.effectiveOn}::date, coalesce(code, old_code), name, full_name, type, ${heir}::uuid, ${plan.number} from ended`.execute(
    tx,
  );
}

/**
 * A setting and a region on which all provinces of a merger agree hold in the new one; where they differ nothing is chosen:
 * the system's own value holds until somebody sets another. A province that stays keeps its own.
 */
async function bringSettings(tx: Tx, { plan, units }: Change, heir: string): Promise<void> {
  if (units.some(({ id }) => id === heir)) return;
  const ids = units.map(({ id }) => id);
  await sql`insert into setting (key, scope, valid_from, value, note)
    select key, ${heir}::uuid, ${plan.effectiveOn}::date, (array_agg(value))[1], ${plan.number} from (
      select distinct on (key, scope) key, scope, value from setting where scope = any(${ids}::uuid[]) and valid_from <= ${plan.effectiveOn}::date
      order by key, scope, valid_from desc) s
    group by key having count(*) = ${ids.length} and count(distinct value) = 1`.execute(tx);
  await sql`insert into province_region (unit, region) select ${heir}::uuid, min(region) from province_region
    where unit = any(${ids}::uuid[]) having count(*) = ${ids.length} and count(distinct region) = 1`.execute(tx);
}

/** Writes down what goes over, record by record, before it does. */
async function note(tx: Tx, change: string, former: string, heir: string, day: string): Promise<void> {
  const open = sql`l.state = any(${[...OPEN]}::text[])`;
  await sql`insert into unit_change_effect (change, subject, kind, former, successor, settled_on)
    select distinct on (s.id) ${change}::uuid, s.id, s.kind, ${former}::uuid, ${heir}::uuid, ${day}::date from (
      select id, 'producer' as kind from producer where province = ${former} and joined_into is null
      union all select id, 'product' from product where province = ${former} and joined_into is null
      union all select d.id, 'dossier' from dossier d join lifecycle l on l.id = d.id where d.province = ${former} and ${open}
      union all select m.account, 'account' from appointment m where m.unit = ${former} and (m.valid_to is null or m.valid_to >= ${day}::date)
      union all select e.id, 'round' from evaluation_round e where e.province = ${former} and (e.completed_before >= ${day}::date
        or exists (select from dossier d join lifecycle l on l.id = d.id where d.round = e.id and l.state in ('inRound', 'inSession', 'concluded', 'candidate')))
      union all select d.id, 'decision' from decision d join lifecycle l on l.id = d.id where d.province = ${former} and l.state in ('draft', 'proposed')
      union all select t.id, 'task' from task t join lifecycle l on l.id = t.id where t.unit = ${former} and l.next_actor is not null
      union all select c.id, 'report' from compiled_report c where c.office = ${former} and c.open
        and not exists (select from compiled_report_version v where v.report = c.id)
      union all select m.id, 'mandate' from mandate m where m.province = ${former} and m.valid_from < ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
      union all select i.id, 'import' from list_import i join lifecycle l on l.id = i.id where i.province = ${former} and l.state = 'open') s`.execute(
    tx,
  );
}
