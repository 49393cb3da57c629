// The second factor of officers, council members and administrators: TOTP (RFC 6238) and ten recovery codes (S3).
import { generateURI, verifySync } from 'otplib';

/** How long a code of the app counts: its own half minute and the one before, for slow fingers and clocks. */
const tolerance: [number, number] = [30, 30];

/** What the picture for the app says. */
export function totpUri(secret: string, username: string): string {
  return generateURI({ issuer: 'Sao Làng', label: username, secret });
}

/**
 * The half minute (step) a code belongs to, or null when it is wrong, too old, or of a step already used.
 * Store the step: a code counts once. `now` is the instant of the try.
 */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: tolerance,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** Letters and digits that nobody mistakes for one another on paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'; // 31 of them

/** Ten codes like `k7mq-2xwd-9ahb`, each good once, made from random bytes (at least 320). */
export function recoveryCodesFrom(random: Uint8Array): string[] {
  return Array.from({ length: 10 }, (_, no) => {
    const letters = Array.from(random.subarray(no * 32, no * 32 + 32))
      .filter((byte) => byte < 248) // 248 = 8 × 31: every letter equally likely
      .slice(0, 12)
      .map((byte) => alphabet[byte % 31] ?? '')
      .join('');
    return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
  });
}

/** A recovery code as somebody types it: blanks, capitals and hyphens do not matter. Null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '');
  return new RegExp(`^[${alphabet}]{12}$`).test(letters)
    ? `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
    : null;
}
