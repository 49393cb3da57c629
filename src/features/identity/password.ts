// Passwords: what is accepted (S1) and how they are kept (S2).
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '#platform/refusal';

/** argon2id, 19 MiB, two passes, one lane (S2). The library runs it on its own threads, never on the main one. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = 4;
const waitingAtMost = 16;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw unavailable(5);
    await new Promise<void>((go) => waiting.push(go));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The encoded argon2id hash of a password. Throws 503 when twenty are already under way. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost));
}

/** A hash nobody knows the password of: verifying against it costs what a real account costs (S5). */
const decoy = hashPassword(`decoy ${Math.random()} ${Math.random()}`);
decoy.catch(() => undefined);

/**
 * Is this the password behind the hash? With no hash (unknown account, account without password) the same work is done
 * and the answer is no. Throws 503 when twenty are already under way.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const against = stored ?? (await decoy);
  const matches = await inTurn(() => verify(against, password.normalize('NFC')));
  return matches && stored !== null;
}

export interface PasswordRules {
  /** Fewest characters: 10 for producers, 12 for everyone else unless the agency set otherwise. */
  readonly atLeast: number;
  /** Names, phone number, province: words that somebody who knows the person would try. */
  readonly context: readonly string[];
}

const longest = 256;
/** Words of the programme itself. */
const ownWords = ['ocop', 'saolang', 'matkhau'];

/**
 * The sentence that says how to choose another password, or null when this one is accepted (S1).
 * Counted in characters after NFC; no composition rules.
 */
export async function problemOfPassword(password: string, rules: PasswordRules): Promise<string | null> {
  const length = [...password.normalize('NFC')].length;
  if (length < rules.atLeast) return `Đặt mật khẩu dài ít nhất ${rules.atLeast} ký tự.`;
  if (length > longest) return `Đặt mật khẩu ngắn hơn, nhiều nhất ${longest} ký tự.`;
  if (await isCommon(password))
    return 'Mật khẩu này rất nhiều người dùng. Đặt một mật khẩu khác, ví dụ vài từ không liên quan.';
  const plain = fold(password);
  const told = [...ownWords, ...rules.context].map(fold).filter((word) => word.length >= 4);
  if (told.some((word) => plain.includes(word)))
    return 'Đặt mật khẩu không chứa họ tên, số điện thoại, tên đăng nhập, tên tỉnh hay chữ OCOP.';
  return null;
}

async function isCommon(password: string): Promise<boolean> {
  const { common } = await import('./common-passwords.ts');
  return common.has(password.normalize('NFC').toLowerCase());
}

/** Lower case, without diacritics, blanks and signs: 'Hưng Yên' and 'hung-yen' are the same word. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
