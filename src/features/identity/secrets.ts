// Random names, what is kept of them, and what is kept under lock. Nothing secret is ever stored as it is given out.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
} from 'node:crypto';

/** A name of 256 random bits, safe in a cookie and a link (S6). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of such a name: enough to recognise it, useless to whoever reads the table. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Six digits for a letter or a message. */
export function newDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/**
 * What is kept of a short code. Six digits can be tried out by whoever holds the table, so the hash is keyed with SECRET
 * and bound to the one row it belongs to.
 */
export function codeHash(secret: string, boundTo: string, code: string): string {
  return createHmac('sha256', keyOf(secret, 'codes')).update(`${boundTo}\n${code}`).digest('hex');
}

/** Locks a text (AES-256-GCM with a key derived from SECRET), bound to the row it belongs to. */
export function seal(secret: string, boundTo: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, 'seal'), nonce).setAAD(Buffer.from(boundTo));
  const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString('base64url');
}

/** Opens what `seal` locked. Throws when SECRET or row is another one, or a bit was changed. */
export function unseal(secret: string, boundTo: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'seal'), bytes.subarray(0, 12))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

function keyOf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'saolang identity', purpose, 32));
}

const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** A code for a letter, typed by a person: 12 letters and digits in three groups, 59 bits. */
export function newLetterCode(): string {
  const one = () => letters[randomInt(letters.length)] ?? '';
  return [0, 1, 2].map(() => one() + one() + one() + one()).join('-');
}
