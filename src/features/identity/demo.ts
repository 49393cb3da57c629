// The accounts of the demonstration: made once, shown on the page "Vào thử với vai …".
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { beget, carryOut, type MoveContext, system } from '#platform/ledger/ledger';
import { demoAccountId, type TryAsAccount, tryAsAccounts } from './demo-accounts.ts';

/** Where the demonstration's accounts stand. */
export interface DemoPlaces {
  readonly commune: string;
  readonly commune2: string;
  readonly province: string;
  readonly producer: string;
  readonly producer2: string;
}

/**
 * Makes the accounts that people try the demonstration with. They have no password: nobody signs in to them but through
 * the demonstration's door. Ids are the same on every install; a second call changes nothing.
 */
export async function demoAccounts(tx: Tx, day: string, places: DemoPlaces): Promise<number> {
  const ctx: MoveContext = {
    actor: system('demoAccounts', 'Nạp dữ liệu trình diễn'),
    day,
    requestId: 'demonstration',
  };
  let made = 0;
  for (const account of tryAsAccounts) {
    const id = demoAccountId(account.key);
    const there = await tx.selectFrom('account').select('id').where('id', '=', id).executeTakeFirst();
    if (there) continue;
    await beget(tx, ctx, {
      process: 'account',
      id,
      action: 'account.invite',
      reach: {},
      facts: { username: account.key, role: account.role, demonstration: true },
      effect: (inside) => insert(inside, id, account, places, day),
    });
    await carryOut(tx, ctx, { action: 'account.activate', subject: id });
    made += 1;
  }
  return made;
}

async function insert(tx: Tx, id: string, account: TryAsAccount, places: DemoPlaces, day: string): Promise<void> {
  await tx
    .insertInto('account')
    .values({ id, username: account.key, full_name: account.fullName, must_change_password: false, demo: true })
    .execute();
  const producer = account.at === 'producer' || account.at === 'producer2' ? places[account.at] : null;
  await tx
    .insertInto('appointment')
    .values({
      id: v7(),
      account: id,
      role: account.role,
      unit: account.at === null || producer !== null ? null : places[account.at],
      producer,
      organisation: account.organisation,
      position: account.position,
      valid_from: day,
    })
    .execute();
}

/** What stands behind each account of the door: body and name, by user name. */
export async function readTryAs(db: Kysely<DB>, day: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ username: string; full_name: string; body: string | null }>`
    select a.username, a.full_name, coalesce(c.name, p.organisation, v.full_name) as body
    from account a join appointment p on p.account = a.id left join producer c on c.id = p.producer
      left join lateral (select w.full_name from unit_version w where w.unit = p.unit and w.valid_from <= ${day}::date
        order by w.valid_from desc limit 1) v on true
    where a.demo`.execute(db);
  return new Map(
    rows.map((row) => [row.username, row.body === null ? row.full_name : `${row.full_name}, ${row.body}`]),
  );
}
