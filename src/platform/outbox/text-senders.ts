/** The way out of text messages (SMS, Zalo): a provider's HTTP address, and what a text message says. */
import { type Channel, type Outgoing, type Sender, Unsure } from './outbox.ts';

const TIMEOUT_MS = 10_000;
/** Nothing was handed over when the connection was never made. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Hands a text message to a provider: POST with `{"id","to","text"}`, the token as bearer, the id also as Idempotency-Key.
 * 2xx: sent. Another answer, or no connection: an error that may be tried again. Silence after the hand-over: `Unsure`.
 * Neither token nor text ever stands in an error.
 */
export function httpSender(url: string, token: string): Sender {
  return async ({ id, address, body }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id },
      body: JSON.stringify({ id, to: address, text: body }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      if (NOT_REACHED.has(causeOf(error))) throw new Error('The provider cannot be reached');
      throw new Unsure('The provider did not answer');
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The provider answered ${answer.status}`);
  };
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** Each channel by its own way. */
export function byChannel(ways: Readonly<Record<Channel, Sender>>): Sender {
  return (letter) => ways[letter.channel](letter.channel === 'email' ? letter : { ...letter, body: textOf(letter) });
}

/** A text message is one line; without diacritics where the office wants it so. */
export function textOf({ body, plain }: Pick<Outgoing, 'body' | 'plain'>): string {
  const line = body.replace(/\s+/gu, ' ').trim();
  if (!plain) return line;
  return line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[“”„]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[–—]/gu, '-')
    .replaceAll('…', '...')
    .replace(/[^ -~]/gu, '?');
}
