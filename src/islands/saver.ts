/**
 * Saves a form by itself: the newest text only, one request at a time, with the version it was read at and a key so
 * that a repeated sending has one effect. Without network the text stays on this device and goes later; when another
 * device has saved meanwhile, both are kept and the person chooses.
 */
import { v7 } from 'uuid';
import { ownPlace } from './own-place.ts';

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'sending' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict'; readonly current: number }
  | { readonly kind: 'refused'; readonly message: string };

/** What became of one sending. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'stale'; readonly current: number }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' };

interface SaverParts<Body> {
  /** Names the text on this device: the address of the page. */
  readonly place: string;
  readonly version: number;
  send(body: Body, version: number): Promise<SaveAnswer>;
  tell(status: SaveStatus, version: number): void;
}

const RETRY_MS = 15_000;
/** So long a link waits for the newest text to arrive; it stays on this device anyhow. */
const LEAVE_MS = 3000;

/** Keeps the newest text of one form on its way to the server. */
export class Saver<Body> {
  private version: number;
  private waiting: Body | undefined;
  private sending = false;
  private blocked = false;
  private settled: (() => void) | undefined;
  private readonly parts: SaverParts<Body>;
  private readonly place: string;

  constructor(parts: SaverParts<Body>) {
    this.parts = parts;
    this.version = parts.version;
    this.place = `saolang.unsent ${ownPlace(parts.place)}`;
    window.addEventListener('online', () => this.flush());
    setInterval(() => this.flush(), RETRY_MS);
  }

  /** Text of an earlier visit that never reached the server. */
  unsent(): Body | undefined {
    const kept = localStorage.getItem(this.place);
    return kept === null ? undefined : (JSON.parse(kept) as Body);
  }

  /** Takes over the newest text and sends it as soon as possible. */
  save(body: Body): void {
    this.waiting = body;
    localStorage.setItem(this.place, JSON.stringify(body));
    this.flush();
  }

  /** After a conflict: what stands on this device wins over version `current`. */
  overwrite(current: number): void {
    this.version = current;
    this.blocked = false;
    this.flush();
  }

  /** What this device holds is given up: it was saved, or the server's text wins. */
  giveUp(): void {
    this.waiting = undefined;
    localStorage.removeItem(this.place);
  }

  /**
   * Before the form itself is sent: what waits is given up, since the form carries it. Answers false when a sending is
   * still on its way; then `again` runs once it has ended, with the newest version known.
   */
  settle(again: () => void): boolean {
    this.giveUp();
    if (!this.sending) return true;
    this.settled = again;
    return false;
  }

  /** Runs `go` once nothing can be sent any more: all arrived, refused, a choice is asked, or no network; at most after 3 s. */
  leave(go: () => void, since = Date.now()): void {
    const arrived = !this.sending && (this.waiting === undefined || this.blocked);
    if (arrived || !navigator.onLine || Date.now() - since > LEAVE_MS) go();
    else setTimeout(() => this.leave(go, since), 50);
  }

  private flush(): void {
    if (this.sending || this.blocked || this.waiting === undefined) return;
    void this.send(this.waiting);
  }

  private goOn(): void {
    const again = this.settled;
    this.settled = undefined;
    again?.();
  }

  private async send(body: Body): Promise<void> {
    this.sending = true;
    this.parts.tell({ kind: 'sending' }, this.version);
    const answer = await this.parts.send(body, this.version);
    this.sending = false;
    if (answer.kind === 'saved') {
      this.version = answer.version;
      if (this.waiting === body) this.giveUp();
      this.parts.tell({ kind: 'saved', at: new Date() }, this.version);
    } else if (answer.kind === 'stale') {
      this.blocked = true;
      this.parts.tell({ kind: 'conflict', current: answer.current }, this.version);
    } else if (answer.kind === 'refused') {
      // The same text would be refused again: wait for another one.
      if (this.waiting === body) this.waiting = undefined;
      this.parts.tell({ kind: 'refused', message: answer.message }, this.version);
    } else {
      this.parts.tell({ kind: 'waiting' }, this.version);
      this.goOn();
      return;
    }
    this.goOn();
    this.flush();
  }
}

/** What an act of the API answers, or a refusal as RFC 9457. */
interface Told {
  readonly version?: number;
  readonly draftVersion?: number;
  readonly detail?: string;
  readonly details?: { readonly current?: number };
}

/** Sends to an operation of the API. */
export async function postJson(url: string, body: unknown, version: number): Promise<SaveAnswer> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': v7(), 'if-match': `"${version}"` };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    const told = (await response.json()) as Told;
    if (response.ok) return { kind: 'saved', version: told.draftVersion ?? told.version ?? version + 1 };
    if (response.status === 412) return { kind: 'stale', current: told.details?.current ?? version };
    return { kind: 'refused', message: told.detail ?? 'Chưa lưu được. Tải lại trang rồi thử lại.' };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Sends the fields of a form as the browser would; the new version stands in the same form of the page that answers. */
export async function postForm(
  form: HTMLFormElement,
  fields: readonly (readonly [string, string])[],
  version: number,
): Promise<SaveAnswer> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  body.set('_key', v7());
  body.set('_version', String(version));
  try {
    const response = await fetch(form.action, { method: 'POST', body });
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const now = versionIn(page.querySelector(`form[action="${CSS.escape(form.getAttribute('action') ?? '')}"]`));
    if (response.status === 409) return { kind: 'stale', current: now ?? version };
    if (response.ok && !page.querySelector('input[type="password"]'))
      return { kind: 'saved', version: now ?? version + 1 };
    return { kind: 'refused', message: page.querySelector('.esum li, .esum p')?.textContent ?? SIGNED_OUT };
  } catch {
    return { kind: 'unreachable' };
  }
}

const SIGNED_OUT = 'Đăng nhập lại để lưu; chữ đã gõ còn trên máy này';

/** The version a form carries. */
export function versionIn(form: Element | null): number | undefined {
  const field = form?.querySelector<HTMLInputElement>('input[name="_version"]');
  return field ? Number(field.value) : undefined;
}
