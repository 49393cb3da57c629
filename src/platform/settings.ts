/** Settings of the office with the day they apply from: open points of the law, local rules. */
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Day } from './clock.ts';
import type { DB } from './db/schema.generated.ts';
import type { Json } from './refusal.ts';

export interface SettingAsk {
  /** Province; its own value goes before the one for the whole system. */
  scope?: string | null;
  /** The day whose value is wanted. */
  day: Day;
}

let changes = 0;
/** How often this process has changed a setting: what is kept longer than a transaction is asked anew after a change. */
export const settingChanges = (): number => changes;

const read = new WeakMap<Kysely<DB>, Map<string, Promise<Json | undefined>>>();

/**
 * The value of a setting on a day: the province's newest not later than the day, else the system's; undefined when
 * nobody has set it. Inside one transaction each question goes to the database once.
 */
export function setting(db: Kysely<DB>, key: string, { scope = null, day }: SettingAsk): Promise<Json | undefined> {
  if (!db.isTransaction) return load(db, key, scope, day);
  const known = read.get(db) ?? new Map<string, Promise<Json | undefined>>();
  read.set(db, known);
  const name = `${key} ${scope} ${day}`;
  const value = known.get(name) ?? load(db, key, scope, day);
  known.set(name, value);
  return value;
}

/** Every value on a day, by key: the province's newest not later than the day, else the system's. */
export async function settingsOn(
  db: Kysely<DB>,
  day: Day,
  scope: string | null = null,
): Promise<Readonly<Record<string, Json>>> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .distinctOn('key')
    .where('valid_from', '<=', day)
    .where(inScope(scope))
    .orderBy('key')
    .orderBy('scope', (order) => order.asc().nullsLast())
    .orderBy('valid_from', 'desc')
    .execute();
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** Writes the value that applies from `validFrom` on; the move settings.change belongs beside it in the ledger. */
export async function changeSetting(
  db: Kysely<DB>,
  change: { key: string; scope: string | null; validFrom: Day; value: Json; note: string | null },
): Promise<void> {
  const value = JSON.stringify(change.value);
  await db
    .insertInto('setting')
    .values({ key: change.key, scope: change.scope, valid_from: change.validFrom, value, note: change.note })
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'scope', 'valid_from'])
        .doUpdateSet({ value, note: change.note, changed_at: new Date() }),
    )
    .execute();
  read.delete(db);
  changes += 1;
}

/** The system's own, and the province's where one is asked for. */
const inScope = (scope: string | null) => (where: ExpressionBuilder<DB, 'setting'>) =>
  scope === null ? where('scope', 'is', null) : where.or([where('scope', '=', scope), where('scope', 'is', null)]);

async function load(db: Kysely<DB>, key: string, scope: string | null, day: Day): Promise<Json | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .where('valid_from', '<=', day)
    .where(inScope(scope))
    .orderBy('scope', (order) => order.asc().nullsLast())
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.value;
}
