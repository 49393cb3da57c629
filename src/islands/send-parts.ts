/**
 * Sends a file in parts (Q7): after a cut connection it goes on from the last part the server has, also after another
 * sign-in or on another day, since the server knows a file by its hash.
 */
const UPLOADS = '/api/v1/files/uploads';
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30_000;

/** What is told while a file is on its way. */
export type SendNews =
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'offline'; readonly sent: number }
  | { readonly kind: 'sent'; readonly id: string }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'refused'; readonly message: string };

interface Progress {
  readonly id: string;
  readonly received: number;
  readonly partBytes: number;
  readonly file: string | null;
}

/** Thrown inside for answers that trying again does not heal. */
class Ended extends Error {
  readonly news: SendNews;
  constructor(news: SendNews) {
    super(news.kind);
    this.news = news;
  }
}

/** Sends `file` until it is there, refused, or `stop` is given; tells every step. */
export async function sendInParts(
  file: File,
  takes: string,
  tell: (news: SendNews) => void,
  stop: AbortSignal,
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  let sent = 0;
  const step = (at: number) => {
    if (at > sent) wait = FIRST_WAIT_MS;
    sent = at;
    tell({ kind: 'sending', sent });
  };
  while (!stop.aborted) {
    try {
      tell({ kind: 'sent', id: await sendOnce(file, takes, step, stop) });
      return;
    } catch (error) {
      if (stop.aborted) return;
      if (error instanceof Ended) {
        tell(error.news);
        return;
      }
      tell({ kind: 'offline', sent });
      await pause(wait, stop);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }
}

/** One try from where the server stands; answers the id of the file. Throws on any break of the connection. */
async function sendOnce(file: File, takes: string, step: (at: number) => void, signal: AbortSignal): Promise<string> {
  const announced = { name: file.name, type: file.type, size: file.size, sha256: await hashOf(file), takes };
  const begun = await ask<Progress>('POST', UPLOADS, announced, signal);
  if (begun.file !== null) return begun.file;
  const place = `${UPLOADS}/${begun.id}`;
  let at = begun.received;
  step(at);
  while (at < file.size) {
    const part = file.slice(at, at + begun.partBytes);
    ({ received: at } = await ask<Progress>('PUT', `${place}?offset=${at}`, part, signal));
    step(at);
  }
  const { id } = await ask<{ id: string }>('POST', `${place}/finish`, {}, signal);
  return id;
}

async function ask<Answer>(method: string, url: string, body: object, signal: AbortSignal): Promise<Answer> {
  const bytes = body instanceof Blob;
  const answer = await fetch(url, {
    method,
    signal,
    headers: { 'content-type': bytes ? 'application/octet-stream' : 'application/json' },
    body: bytes ? body : JSON.stringify(body),
  });
  if (answer.ok) return answer.json();
  if (answer.status === 401) throw new Ended({ kind: 'signIn' });
  // A place the server does not expect, too many at once, overload: begin again from where it stands.
  if (answer.status === 409 || answer.status === 429 || answer.status >= 500) throw new Error(String(answer.status));
  const { detail, errors } = (await answer.json()) as { detail?: string; errors?: readonly { message: string }[] };
  const message = errors?.[0]?.message ?? detail ?? 'Tệp này không nhận. Chọn tệp khác.';
  throw new Ended({ kind: 'refused', message });
}

async function hashOf(file: File): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Waits, but no longer than until the network is back. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      stop.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    window.addEventListener('online', go);
    stop.addEventListener('abort', go);
  });
}
