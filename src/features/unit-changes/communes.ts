/** The communes of a province that merges with another, or leaves one: which go along, under which code. */
import { type Kysely, sql } from 'kysely';
import type { GoingCommune } from '#law/unit-change';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ChangePlan } from './schema.ts';

type Reader = Kysely<DB> | Tx;

/** A commune of a change of provinces, as the law and the writing need it. */
export interface Going extends GoingCommune {
  readonly id: string;
}

/** A chosen unit that is no commune of today. */
const STRANGE: Omit<Going, 'id'> = {
  ...{ name: 'Một đơn vị đã chọn', level: 'commune', parent: null, since: null, until: null },
  ...{ newCode: null, codeTaken: false },
};

/** New codes as they were written, old code first: one commune a line. A line that is not two codes is kept as a wrong code. */
export function codesIn(text: string | undefined): { code: string; newCode: string }[] {
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const [code = '', newCode = '', ...more] = line.split(/[\s;,:→>=-]+/).filter(Boolean);
    return { code, newCode: more.length > 0 ? '' : newCode };
  });
}

/**
 * What a change of provinces does to communes: of a merger all that go to another province or get another code, of a
 * parting those that were chosen. `remaining`: communes the divided province keeps.
 */
export async function goingOf(db: Reader, plan: ChangePlan): Promise<{ communes: Going[]; remaining: number }> {
  const codes = codesIn(plan.codes);
  const chosen = plan.communes ?? [];
  const wanted =
    plan.kind === 'split'
      ? sql`v.unit = any(${chosen}::uuid[])`
      : sql`(v.parent is distinct from ${plan.stays ?? null}::uuid and v.parent = any(${plan.units}::uuid[]) or c.new_code is not null)`;
  const { rows } = await sql<Going>`
    with given as (select code, "newCode" as new_code from json_to_recordset(${JSON.stringify(codes)}::json) as g(code text, "newCode" text)),
    going as (
      select v.unit as id, v.full_name as name, u.level, v.parent, u.valid_to as until, c.new_code as "newCode", v.code,
        case when v.valid_from = '-infinity' then null else v.valid_from::text end as since
      from unit_version v join unit u on u.id = v.unit and u.level = 'commune' left join given c on c.code = v.code
      where v.valid_to is null and ${wanted})
    select g.id, g.name, g.level, g.parent, g.since, g.until, g."newCode", g."newCode" is not null and exists (
      select from unit_version o join unit u on u.id = o.unit and u.level = 'commune' where o.code = g."newCode"
        and coalesce(o.valid_to, 'infinity') >= ${plan.effectiveOn}::date and o.unit not in (select id from going where "newCode" is not null)) as "codeTaken"
    from going g
    union all
    select null, 'Mã ' || c.code, 'commune', null, null, null, c.new_code, false from given c where not exists (select from going g where g.code = c.code)
    order by 2, 1`.execute(db);
  if (plan.kind !== 'split') return { communes: rows, remaining: 0 };
  const { rows: rest } = await sql<{ n: number }>`
    select count(*)::int as n from unit_version v join unit u on u.id = v.unit and u.level = 'commune'
    where v.valid_to is null and v.parent = ${plan.units[0]}::uuid and v.unit <> all(${chosen}::uuid[])`.execute(db);
  const found = new Set(rows.map(({ id }) => id));
  const strange = chosen.filter((id) => !found.has(id)).map((id): Going => ({ ...STRANGE, id }));
  return { communes: [...rows, ...strange], remaining: rest[0]?.n ?? 0 };
}
