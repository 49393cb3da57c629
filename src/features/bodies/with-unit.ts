/** What becomes of bodies and officers in charge when their commune ends: they end with it, and the office of the successor is told. */
import { sql } from 'kysely';
import { tellOfficers } from '#features/identity';
import { addDays, dayText } from '#law/days';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { carryOut, system } from '#platform/ledger/ledger';
import { bodyPaths } from './urls.ts';

interface UnitsEnded {
  readonly units: readonly string[];
  /** Number of the legal act that ends them. */
  readonly act: string;
  /** First day without them. */
  readonly effectiveOn: Day;
  readonly day: Day;
}

interface Gone {
  readonly unit: string;
  readonly heir: string;
  readonly name: string;
}
interface Standing {
  readonly id: string;
  readonly kind: 'body' | 'officer';
  readonly name: string;
  readonly from: Day | null;
  /** The newest day somebody joined or left. */
  readonly newest: Day | null;
}

/**
 * Ends the bodies at work and the officers in charge of every commune that became part of another whole, on its last day and with
 * the act as reason; the successor's office gets one letter a unit. A divided commune keeps them until a person decides, a province that merged keeps them too. Answers
 * how many ended.
 */
export async function endWithUnits(tx: Tx, { units, act, effectiveOn, day }: UnitsEnded): Promise<number> {
  const { rows } = await sql<Gone>`
    select s.former as unit, s.successor as heir, (unit_on(s.former, ${addDays(effectiveOn, -1)}::date)).full_name as name
      from unit_succession s join unit u on u.id = s.former and u.level = 'commune' and u.valid_to is not null
     where s.former = any(${[...units]}::uuid[]) and s.part = 'full' order by 1`.execute(tx);
  let ended = 0;
  for (const gone of rows) {
    const records = await standingOf(tx, gone.unit);
    const reason = `${gone.name} kết thúc theo ${act} từ ngày ${dayText(effectiveOn)}`;
    for (const record of records) await endOne(tx, record, { reason, last: addDays(effectiveOn, -1), day });
    ended += records.length;
    const [first] = records;
    if (first === undefined) continue;
    await tellOfficers(tx, gone.heir, {
      subject: `Ban chỉ đạo, cán bộ phụ trách của ${gone.name} đã kết thúc`,
      body: `${reason}. Đã kết thúc theo: ${records.map(({ name }) => name).join('; ')}. Lập ban của đơn vị hiện nay và phân công cán bộ phụ trách nếu chưa có.`,
      ...{ link: bodyPaths.list, about: first.id },
    });
  }
  return ended;
}

async function standingOf(tx: Tx, unit: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select b.id, 'body' as kind, b.name, b.from_on as "from",
        greatest(b.from_on, (select max(greatest(m.from_on, m.to_on)) from body_member m where m.body = b.id)) as newest
      from body b join lifecycle l on l.id = b.id and l.state = 'active' where b.unit = ${unit}::uuid
    union all
    select o.id, 'officer', 'cán bộ phụ trách (' || o.position || ')', o.from_on, o.from_on
      from commune_officer o join lifecycle l on l.id = o.id and l.state = 'serving' where o.commune = ${unit}::uuid
    order by 2, 3, 1`.execute(tx);
  return rows;
}

async function endOne(
  tx: Tx,
  { id, kind, from, newest }: Standing,
  { reason, last, day }: { readonly reason: string; readonly last: Day; readonly day: Day },
): Promise<void> {
  const hand = { actor: system('unit-changes', 'Đơn vị hành chính kết thúc'), day, requestId: 'unit-changes' };
  // What was entered with a day after the unit's last one ends on that day: never before it began.
  const to = newest !== null && newest > last ? newest : last;
  if (kind === 'officer') {
    await carryOut(tx, hand, {
      ...{ action: 'communeOfficer.end', subject: id, reason, facts: { to }, shown: { from: from ?? to, to, reason } },
      effect: async (inner) => {
        await inner.updateTable('commune_officer').set({ to_on: to }).where('id', '=', id).execute();
      },
    });
    return;
  }
  await carryOut(tx, hand, {
    ...{ action: 'body.dissolve', subject: id, reason, facts: { to, act: null } },
    shown: { to, last: newest, act: null, reason },
    effect: async (inner) => {
      await inner.updateTable('body').set({ to_on: to }).where('id', '=', id).execute();
      await inner
        .updateTable('body_member')
        .set({ to_on: to })
        .where('body', '=', id)
        .where('to_on', 'is', null)
        .execute();
    },
  });
}
