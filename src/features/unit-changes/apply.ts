import { sql } from 'kysely';
import { v7 } from 'uuid';
import { addDays } from '#law/days';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { BEFORE_ROUND, OPEN } from './preview.ts';
import { mergeProvince, partProvince } from './provinces.ts';
import type { Change, UnitNow } from './read.ts';
import type { ChangePlan } from './schema.ts';

/** Writes a change into the register and takes along what hangs on its units. All of it in the caller's transaction. */
export async function applyChange(tx: Tx, change: Change): Promise<void> {
  const { id, plan, units } = change;
  const [first] = units;
  if (!first) throw new Error('a change without units');
  const parent = plan.parent ?? first.parent;
  if (plan.kind === 'alter') return alter(tx, plan, first, parent);
  if (first.level === 'province') return provinces(tx, change, first);
  if (plan.kind === 'split') return split(tx, change, first);
  const staying = units.find((unit) => unit.id === plan.stays);
  if (staying && plan.parent !== undefined && plan.parent !== staying.parent)
    await alter(tx, plan, staying, plan.parent);
  const heir = staying?.id ?? (await begin(tx, plan, plan.made[0], parent));
  for (const unit of units) {
    if (unit.id === heir) continue;
    await end(tx, unit.id, plan.effectiveOn);
    await succeed(tx, plan, unit.id, heir, 'full');
    await takeAlong(tx, id, unit.id, heir, plan.effectiveOn);
  }
}

/** Provinces that become one, or one that leaves another (`provinces.ts`). */
async function provinces(tx: Tx, change: Change, first: UnitNow): Promise<void> {
  const { plan } = change;
  const heir = plan.kind === 'merge' && plan.stays ? plan.stays : await begin(tx, plan, plan.made[0], null, 'province');
  if (plan.kind === 'split') {
    await succeed(tx, plan, first.id, heir, 'partial');
    return partProvince(tx, change, first.id, heir);
  }
  const gone = plan.units.filter((id) => id !== heir);
  for (const former of gone) {
    await end(tx, former, plan.effectiveOn);
    await succeed(tx, plan, former, heir, 'full');
  }
  await mergeProvince(tx, change, gone, heir);
}

/** A new name, type, code or province; the unit goes on. */
async function alter(tx: Tx, plan: ChangePlan, unit: UnitNow, parent: string | null): Promise<void> {
  const [as] = plan.made;
  const { type, name, code } = as ?? { type: unit.type, name: unit.bare, code: unit.code };
  await sql`update unit_version set valid_to = ${addDays(plan.effectiveOn, -1)} where unit = ${unit.id} and valid_to is null`.execute(
    tx,
  );
  await tx
    .insertInto('unit_version')
    .values({
      ...{ unit: unit.id, valid_from: plan.effectiveOn, code, name, full_name: `${type} ${name}`, type, parent },
      act: plan.number,
    })
    .execute();
  if (parent === unit.parent) return;
  await sql`update producer set province = ${parent}, version = version + 1 where commune = ${unit.id}`.execute(tx);
  await sql`update product set province = ${parent}, version = version + 1 where commune = ${unit.id}`.execute(tx);
  await sql`update local_place set province = ${parent} where commune = ${unit.id}`.execute(tx);
  await sql`update product_idea set province = ${parent} where commune = ${unit.id}`.execute(tx);
  await sql`update dossier d set province = ${parent} from lifecycle l
    where l.id = d.id and d.commune = ${unit.id} and l.state = any(${BEFORE_ROUND}::text[])`.execute(tx);
  await sql`select reach_follows_province(array[${unit.id}]::uuid[])`.execute(tx);
}

/** A divided unit: what lies in it waits for a person who knows the place (R12.4). */
async function split(tx: Tx, { id, plan, units }: Omit<Change, 'communes'>, unit: UnitNow): Promise<void> {
  for (const made of plan.made) {
    const heir = await begin(tx, plan, made, plan.parent ?? units[0]?.parent ?? null);
    await succeed(tx, plan, unit.id, heir, 'partial');
  }
  if (plan.stays !== unit.id) await end(tx, unit.id, plan.effectiveOn);
  await note(tx, id, unit.id, null, plan.effectiveOn);
}

async function begin(
  tx: Tx,
  plan: ChangePlan,
  made: ChangePlan['made'][number] | undefined,
  parent: string | null,
  level: 'commune' | 'province' = 'commune',
): Promise<string> {
  if (!made) throw new Error('a change without its result');
  const unit = v7();
  const { type, name, code } = made;
  await tx.insertInto('unit').values({ id: unit, level, valid_from: plan.effectiveOn }).execute();
  await tx
    .insertInto('unit_version')
    .values({
      unit,
      valid_from: plan.effectiveOn,
      code,
      name,
      full_name: `${type} ${name}`,
      type,
      parent,
      act: plan.number,
    })
    .execute();
  return unit;
}

async function end(tx: Tx, unit: string, effectiveOn: Day): Promise<void> {
  const last = addDays(effectiveOn, -1);
  await sql`update unit set valid_to = ${last} where id = ${unit}`.execute(tx);
  await sql`update unit_version set valid_to = ${last} where unit = ${unit} and valid_to is null`.execute(tx);
}

async function succeed(
  tx: Tx,
  plan: ChangePlan,
  former: string,
  successor: string,
  part: 'full' | 'partial',
): Promise<void> {
  await tx
    .insertInto('unit_succession')
    .values({ former, successor, part, effective_on: plan.effectiveOn, act: plan.number })
    .execute();
}

/** Writes down whom the change touches; without successor: to be placed by a person. */
async function note(tx: Tx, change: string, former: string, successor: string | null, day: Day): Promise<void> {
  await sql`insert into unit_change_effect (change, subject, kind, former, successor, settled_on)
    select ${change}::uuid, s.id, s.kind, ${former}::uuid, ${successor}::uuid, case when ${successor}::uuid is not null then ${day}::date end from (
      select id, 'producer' as kind from producer where commune = ${former} and joined_into is null
      union all select id, 'product' from product where commune = ${former} and joined_into is null
      union all select d.id, 'dossier' from dossier d join lifecycle l on l.id = d.id where d.commune = ${former} and l.state = any(${[...OPEN]}::text[])
      union all select distinct account, 'account' from appointment where unit = ${former} and (valid_to is null or valid_to >= ${day}::date)) s`.execute(
    tx,
  );
}

/** Everything of a whole unit goes to its successor: records, open dossiers, seats, and the reach of what is closed. */
async function takeAlong(tx: Tx, change: string, gone: string, heir: string, day: Day): Promise<void> {
  await note(tx, change, gone, heir, day);
  const province = sql`(select parent from unit_version where unit = ${heir} and valid_to is null)`;
  for (const table of ['producer', 'product'] as const) {
    await sql`update ${sql.table(table)} set commune = ${heir}, province = ${province}, former_unit = coalesce(former_unit, ${gone}),
      earlier_units = earlier_units || ${gone}::uuid, version = version + 1 where commune = ${gone}`.execute(tx);
  }
  await sql`update local_place set commune = ${heir}, province = ${province} where commune = ${gone}`.execute(tx);
  await sql`update product_idea set commune = ${heir}, province = ${province} where commune = ${gone}`.execute(tx);
  await sql`update dossier d set commune = ${heir}, province = case when l.state = any(${BEFORE_ROUND}::text[]) then ${province} else d.province end
    from lifecycle l where l.id = d.id and d.commune = ${gone} and l.state = any(${[...OPEN]}::text[])`.execute(tx);
  await sql`update appointment set unit = ${heir} where unit = ${gone} and (valid_to is null or valid_to >= ${day}::date)`.execute(
    tx,
  );
  await sql`select reach_follows_unit(${gone}, ${heir})`.execute(tx);
}
