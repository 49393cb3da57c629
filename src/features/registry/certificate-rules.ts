import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CertificateRules, CertificateState } from '#law/certificate';
import { LAW_SETTINGS } from '#law/settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { setting, settingChanges } from '#platform/settings';

/** How long a process takes a value for known: public pages are kept for as long (5 s). */
const KEPT_MS = 5000;

interface Kept {
  readonly day: Day;
  readonly until: number;
  readonly changes: number;
  readonly rules: Promise<CertificateRules>;
}
const kept = new WeakMap<Kysely<DB>, Kept>();

/**
 * What the office set for judging certificates on a day: is the expiry day itself still valid (R6.2, open point of the
 * law)? Outside a transaction the answer may be five seconds old, so that public lists ask one question less.
 */
export function certificateRules(db: Kysely<DB>, day: Day): Promise<CertificateRules> {
  if (db.isTransaction) return load(db, day);
  const known = kept.get(db);
  if (known && known.day === day && known.until > performance.now() && known.changes === settingChanges())
    return known.rules;
  const rules = load(db, day);
  kept.set(db, { day, until: performance.now() + KEPT_MS, changes: settingChanges(), rules });
  rules.catch(() => kept.delete(db));
  return rules;
}

async function load(db: Kysely<DB>, day: Day): Promise<CertificateRules> {
  const value = await setting(db, 'expiryDayValid', { day });
  return { expiryDayValid: typeof value === 'boolean' ? value : LAW_SETTINGS.expiryDayValid.initial };
}

/** What a recognition is judged by, in the order certificate_state takes them. */
const DAYS = [
  ...['issued_earliest', 'issued_latest', 'expires_earliest', 'expires_latest', 'extended_from', 'extended_to'],
  ...['ended_on', 'aside'],
];

/**
 * The state of a recognition on a day as the database works it out (certificate_state, twin of statusOn): the only way a
 * statement asks for it. `of` names the row with its days, `life` the column with its state in the ledger, `day` the day as
 * SQL. Fixed text, so that the planner writes the function out.
 */
export function stateText(of: string, life: string, day: string, { expiryDayValid }: CertificateRules): string {
  const days = DAYS.map((column) => `${of}.${column}`).join(', ');
  return `certificate_state(${life}, ${days}, ${day}, ${expiryDayValid ? 'true' : 'false'})`;
}

/** The same inside a statement put together by the query builder; the day given, or a column of the statement. */
export function stateOn(
  of: string,
  life: string,
  day: Day | RawBuilder<unknown>,
  { expiryDayValid }: CertificateRules,
): RawBuilder<CertificateState> {
  const column = (name: string) => sql.ref(`${of}.${name}`);
  return sql`certificate_state(${sql.ref(life)}, ${sql.join([...DAYS.map(column), typeof day === 'string' ? sql`${day}::date` : day])}, ${expiryDayValid ? sql`true` : sql`false`})`;
}
