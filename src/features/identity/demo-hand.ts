import { sql } from 'kysely';
import { createAccess } from '#platform/access/access';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/db/database';
import type { FileStore } from '#platform/files/store';
import type { ActionContext } from '#platform/http/context';
import { policyTable } from '#policy';
import { demoAccountId } from './demo-accounts.ts';
import { type Appointment, appointmentsOf } from './standing.ts';
import { capacityOf } from './words.ts';

/** What the loader of the demonstration gives every chapter. */
export interface DemoTools {
  readonly tx: Tx;
  readonly day: string;
  readonly now: Date;
  readonly files: FileStore;
}

/** The context in which an account of the demonstration does a real act while the data are loaded. */
export async function demoHand({ tx, day, now, files }: DemoTools, key: string): Promise<ActionContext> {
  const actor = await demoActor(tx, key, day);
  const access = createAccess(policyTable);
  return {
    ...{ tx, actor, day, now, files, requestId: 'demonstration', address: '', device: '', knownDevice: null },
    ...{ baseUrl: '', demo: true, secret: '', rateLimits: false, securityContact: null, session: null },
    setSession: nothing,
    setKnownDevice: nothing,
    afterCommit: nothing,
    may: async (verb, subject) => {
      const there = sql<{
        id: string;
      }>`select l.id from lifecycle l where l.id = ${subject ?? null} and ${access.within(actor, verb, 'l')}`;
      return (await there.execute(tx)).rows.length > 0;
    },
    within: (verb, alias) => access.within(actor, verb, alias),
  };
}

function nothing(): void {
  // There is no browser behind the loader.
}

async function demoActor(tx: Tx, key: string, day: string): Promise<Actor> {
  const { rows } = await sql<{ account: string; name: string; appointments: Appointment[] | null }>`
    select a.id as account, a.full_name as name, ${appointmentsOf(sql.ref('a.id'), day)} as appointments
      from account a where a.id = ${demoAccountId(key)}`.execute(tx);
  const [found] = rows;
  const appointment = found?.appointments?.[0];
  if (!found || !appointment) throw new Error(`The demonstration has no account ${key}.`);
  const { role, unit, area, producer } = appointment;
  const producers = producer === null ? [] : [producer];
  const { account, name } = found;
  return {
    ...{ account, name, role, capacity: capacityOf(appointment), unit, area, producers },
    ...{ session: 'demonstration', fresh: true, demo: true },
    ...(role === 'adviser' ? { byName: true } : {}),
  };
}
