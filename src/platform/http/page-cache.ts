import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A body written out, with its ETag and its compressed copies. */
export interface Written {
  readonly etag: string;
  readonly plain: Buffer;
  readonly bodies: Map<Encoding, { headers: string[]; body: Buffer }>;
}

/** A finished public answer, ready to be written again. */
interface Kept {
  readonly written: Written;
  readonly generation: number;
  readonly until: number;
  readonly type: string;
  readonly cors: boolean;
}
type Encoding = 'br' | 'gzip' | 'identity';

export interface PageCacheOptions {
  /** Headers of every answer, security headers first (name, value, name, value …). */
  headers: (type: string, cors: boolean) => readonly string[];
  /** Cookies that make a request personal. */
  personalCookies: readonly string[];
  now?: () => number;
  ttlMs?: number;
  maxBytes?: number;
}

const TTL_MS = 5000;
const MAX_BYTES = 48 * 1024 * 1024;
/** How long, and of how many addresses, it is remembered that they were asked for. */
const ASKED_MS = 60_000;
const MOST_ASKED = 10_000;
/** Longer addresses are nobody's bookmark: they are neither remembered nor kept. */
const LONGEST_ADDRESS = 400;

const MOST_VALUES = 500;

/** A finished answer, and the generation its data was read in. */
export interface Made {
  readonly generation: number;
  readonly type: string;
  readonly body: string | Written;
  readonly cors: boolean;
}

/**
 * Answers for people who are not signed in, kept in memory for a few seconds and thrown away together after every commit
 * that may change something public. Kept is what is asked for twice within a minute: typed searches and addresses of
 * crawlers come once, and keeping them would only fill the memory. Bounded by bytes, oldest out first. `serve` is the hot
 * path: no routing, no schema.
 */
export class PageCache {
  readonly #kept = new Map<string, Kept>();
  readonly #options: PageCacheOptions;
  readonly #now: () => number;
  readonly #values = new Map<string, { generation: number; until: number; value: Promise<unknown> }>();
  readonly #asked = new Set<string>();
  #askedUntil = 0;
  #generation = 0;
  #bytes = 0;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Something public may have changed: nothing kept so far is served again. */
  changed(): void {
    this.#generation++;
  }

  /** To be read before the data of a page is, and given to `answer` with the page made from them. */
  get generation(): number {
    return this.#generation;
  }

  /** Is this request the same for everybody: a GET or HEAD without any cookie of ours? */
  isImpersonal(request: IncomingMessage): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const cookie = request.headers.cookie;
    return cookie === undefined || !this.#options.personalCookies.some((name) => cookie.includes(`${name}=`));
  }

  /** Writes the kept answer and is true, or touches nothing and is false. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const key = request.url ?? '/';
    const kept = this.#kept.get(key);
    if (kept === undefined || !this.isImpersonal(request)) return false;
    if (kept.generation !== this.#generation || kept.until < this.#now()) {
      this.#drop(key, kept);
      return false;
    }
    write(request, response, kept, this.#options);
    return true;
  }

  /** Writes a finished answer, and keeps it when it is worth it. One made from data older than the last change is not kept. */
  answer(request: IncomingMessage, response: ServerResponse, { generation, type, body, cors }: Made): void {
    const url = request.url ?? '/';
    const written = typeof body === 'string' ? writtenOut(body) : body;
    const until = this.#now() + (this.#options.ttlMs ?? TTL_MS);
    const made: Kept = { written, generation, until, type, cors };
    if (this.#isAskedAgain(url) && generation === this.#generation) this.#keep(url, made);
    write(request, response, made, this.#options);
  }

  /**
   * A value many pages are made from, the same for everybody (counts over a whole list): kept as long as pages are, and
   * worked out once when many ask at the same moment. The key says all it depends on; a failure is not kept.
   */
  value<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#values.get(key);
    if (known && known.generation === this.#generation && known.until >= this.#now()) return known.value as Promise<T>;
    const value = load();
    this.#values.delete(key);
    this.#values.set(key, {
      generation: this.#generation,
      until: this.#now() + (this.#options.ttlMs ?? TTL_MS),
      value,
    });
    value.catch(() => this.#values.delete(key));
    const [oldest] = this.#values.keys();
    if (this.#values.size > MOST_VALUES && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }

  #isAskedAgain(url: string): boolean {
    if (url.length > LONGEST_ADDRESS) return false;
    if (this.#askedUntil < this.#now() || this.#asked.size >= MOST_ASKED) {
      this.#asked.clear();
      this.#askedUntil = this.#now() + ASKED_MS;
    }
    if (this.#asked.has(url)) return true;
    this.#asked.add(url);
    return false;
  }

  #keep(url: string, made: Kept): void {
    const old = this.#kept.get(url);
    if (old) this.#drop(url, old);
    this.#kept.set(url, made);
    this.#bytes += cost(made.written.plain, url);
    for (const [key, kept] of this.#kept) {
      if (this.#bytes <= (this.#options.maxBytes ?? MAX_BYTES)) break;
      this.#drop(key, kept);
    }
  }

  #drop(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#bytes -= cost(kept.written.plain, key);
  }
}

/** Twice the body stands for its compressed copies too. */
const cost = (body: Buffer, url: string) => body.length * 2 + url.length * 2 + 500;

/** A body with what is worked out from it once. */
export function writtenOut(body: string): Written {
  const plain = Buffer.from(body);
  return { etag: etagOf(plain), plain, bodies: new Map() };
}

/** A weak ETag of a body: the same content, however compressed. */
export function etagOf(body: Buffer | string): string {
  return `W/"${hash('sha1', body, 'base64url')}"`;
}

/** Does If-None-Match name this ETag? Weak comparison. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = etag.replace(/^W\//, '');
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === bare);
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  { written, type, cors }: Kept,
  options: PageCacheOptions,
): void {
  const { etag, plain, bodies } = written;
  const encoding = bestEncoding(request.headers['accept-encoding'], plain.length);
  let ready = bodies.get(encoding);
  if (!ready) {
    const body = compress(plain, encoding);
    const headers = [...options.headers(type, cors), 'etag', etag, 'content-length', String(body.length)];
    if (encoding !== 'identity') headers.push('content-encoding', encoding);
    ready = { headers, body };
    bodies.set(encoding, ready);
  }
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, [...options.headers(type, cors), 'etag', etag]);
    response.end();
    return;
  }
  response.writeHead(200, ready.headers);
  response.end(request.method === 'HEAD' ? undefined : ready.body);
}

function bestEncoding(accepted: string | string[] | undefined, size: number): Encoding {
  const header = String(accepted ?? '');
  if (size < 1000) return 'identity';
  if (/\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(header)) return 'br';
  return /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(header) ? 'gzip' : 'identity';
}

function compress(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'identity') return body;
  if (encoding === 'gzip') return gzipSync(body, { level: 6 });
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
