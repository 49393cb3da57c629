// The secret shown while the app is being tied to the account, and the recovery codes shown once afterwards.
// Neither is stored in the clear: both are derived anew for the one browser that may see them.
import { hkdfSync } from 'node:crypto';
import { ScureBase32Plugin } from 'otplib';
import type { Tx } from '#platform/db/database';
import { recoveryCodesFrom } from './one-time-password.ts';
import { codeHash } from './secrets.ts';

/** The secret offered to the app during this session: nothing is written until a code proves that the app has it. */
export function enrolmentSecret(secret: string, session: string): string {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, 'saolang identity', `enrol ${session}`, 20));
  return new ScureBase32Plugin().encode(bytes);
}

/**
 * The ten codes that belong to this browser's token. Only its hash is stored, so nobody else can derive them, and a new
 * name of the session ends their showing.
 */
export function recoveryCodesOf(secret: string, token: string): string[] {
  return recoveryCodesFrom(new Uint8Array(hkdfSync('sha512', secret, token, 'recovery codes', 10 * 32)));
}

/** Keeps the hashes of the ten codes for `token`; earlier codes are taken away. */
export async function keepRecoveryCodes(
  tx: Tx,
  secret: string,
  given: { account: string; token: string },
): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account', '=', given.account).execute();
  await tx
    .insertInto('recovery_code')
    .values(
      recoveryCodesOf(secret, given.token).map((code) => ({
        account: given.account,
        code_hash: codeHash(secret, given.account, code),
      })),
    )
    .execute();
}
