// What an agency may set about signing in (the ⚙ of S1, S3, S7). Kept in `setting` under this key, for the whole system.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/db/schema.generated';
import { setting } from '#platform/settings';

export const identitySettingsKey = 'identity';

const minutes = z
  .int()
  .min(5)
  .max(60 * 24 * 90);
const limits = z.object({ idle: minutes, absolute: minutes });

const identitySettings = z.object({
  /** Fewest characters of a password. */
  passwordAtLeast: z.object({ producer: z.int().min(8).max(64), officer: z.int().min(10).max(64) }),
  /** Days after which a password must be changed; null: never (S1). */
  passwordMaximumDays: z.int().min(30).max(3650).nullable(),
  /** Roles that sign in with a second factor (S3). */
  secondFactor: z.array(z.string()),
  /** Minutes without a request, and in all, after which a session ends (S7). */
  timeouts: z.object({ producer: limits, officer: limits }),
});
export type IdentitySettings = z.output<typeof identitySettings>;

const defaultIdentitySettings: IdentitySettings = {
  passwordAtLeast: { producer: 10, officer: 12 },
  passwordMaximumDays: null,
  secondFactor: [
    'commune',
    'province',
    'councilChair',
    'councilSecretary',
    'councilMember',
    'adviser',
    'ministry',
    'inspector',
    'auditor',
    'administrator',
  ],
  timeouts: {
    producer: { idle: 24 * 60, absolute: 30 * 24 * 60 },
    officer: { idle: 30, absolute: 12 * 60 },
  },
};

/** The settings in force: what is kept, the defaults where nothing (or something unreadable) is kept. */
export function readIdentitySettings(kept: unknown): IdentitySettings {
  const whole = typeof kept === 'object' && kept !== null ? { ...defaultIdentitySettings, ...kept } : null;
  const read = identitySettings.safeParse(whole);
  return read.success ? read.data : defaultIdentitySettings;
}

/** The settings in force on a day. */
export async function identitySettingsNow(db: Kysely<DB>, day: string): Promise<IdentitySettings> {
  return readIdentitySettings(await setting(db, identitySettingsKey, { day }));
}
