import type { Kysely } from 'kysely';
import type { CertificateRules } from '#law/certificate';
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
