import { createHash, randomBytes } from 'node:crypto';

/** Letters and digits that cannot be mistaken for each other (no I, L, O, U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 11;

/**
 * A check code: what stands under the QR and in the address of the certificate page, `7K3M-9QX2-4TBH`: 55 random bits
 * and a check letter. With a seed it is the same every time (data of the repository). It says nothing about the product.
 */
export function newCheckCode(seed?: string): string {
  const bytes =
    seed === undefined
      ? randomBytes(LENGTH)
      : createHash('sha256').update(`check:${seed}`).digest().subarray(0, LENGTH);
  const letters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const code = letters + checkLetter(letters);
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** Luhn's sum to the base 32: finds every single wrong letter and nearly every swap of two neighbours. */
function checkLetter(letters: string): string | undefined {
  let sum = 0;
  for (const [place, letter] of [...letters].reverse().entries()) {
    const value = ALPHABET.indexOf(letter) * (place % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 32) + (value % 32);
  }
  return ALPHABET[(32 - (sum % 32)) % 32];
}
