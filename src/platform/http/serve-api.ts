import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Action } from './action.ts';
import { JSON_TYPE, setCaching } from './answers.ts';
import type { Asker } from './asker.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { integer } from './fields.ts';
import { CORS } from './headers.ts';
import { etagOf, matches } from './page-cache.ts';
import { admit, asksVersion, type Call, pathInput, perform, performPresumed } from './perform.ts';
import { type List, type ListAsk, type ListPage, RawJson, type Read } from './read.ts';
import { askWho, publicContext, readContext } from './requests.ts';
import { readParams, readQuery } from './serve-page.ts';
import type { Web } from './web.ts';

/** Answers an act called through the API. */
export async function serveApiAction(
  web: Web,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const done = await presumedAnswer(web, action, request);
  if (done !== null && done !== undefined) return answerAtOnce(web, reply, done);
  const out = await usualAnswer(web, action, request, reply);
  setCaching(reply, 'private');
  if (action.output === undefined) return reply.code(204).send();
  const version = versionOf(out);
  if (version !== undefined) reply.header('etag', `"${version}"`);
  return reply.type(JSON_TYPE).send(JSON.stringify(out));
}

/** The few words of an act done as one statement are written as they are: nothing is left for the hooks to do. */
function answerAtOnce(web: Web, reply: FastifyReply, out: unknown): void {
  const body = JSON.stringify(out);
  const headers = [...web.privateHeaders, 'content-type', JSON_TYPE, 'content-length', `${Buffer.byteLength(body)}`];
  const version = versionOf(out);
  if (version !== undefined) headers.push('etag', `"${version}"`);
  reply.hijack();
  reply.raw.writeHead(200, headers);
  reply.raw.end(body);
}

function versionOf(out: unknown): number | undefined {
  const version = out !== null && typeof out === 'object' && 'version' in out ? out.version : undefined;
  return typeof version === 'number' ? version : undefined;
}

/** The answer where it is only presumed who acts; null: ask. Whatever stands against the act is said once that is known. */
async function presumedAnswer(web: Web, action: Action, request: FastifyRequest): Promise<unknown> {
  if (request.presumed === null) return null;
  try {
    return await performPresumed(web, request, callOf(action, request));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function usualAnswer(web: Web, action: Action, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  await askWho(web, request);
  await admit(web, request, action);
  try {
    return (await perform(web, request, reply, callOf(action, request))).out;
  } catch (error) {
    throw error instanceof Refusal && error.code === 'stale' ? as412(error) : error;
  }
}

/** What was asked for. Throws the refusal of a body, key or version that cannot be read. */
function callOf(action: Action, request: FastifyRequest): Call {
  const { body } = request;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Refusal({ status: 422, code: 'invalid', message: 'Nội dung gửi lên phải là một đối tượng JSON.' });
  }
  return {
    action,
    input: { ...body, ...pathInput(action, request) },
    key: action.once === false ? null : keyIn(request),
    version: asksVersion(action) ? versionIn(request) : null,
  };
}

function keyIn(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new Refusal({
    status: 400,
    code: 'keyMissing',
    message: 'Thiếu đầu mục Idempotency-Key (8 đến 200 ký tự, mỗi việc một mã mới).',
  });
}

function versionIn(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) {
    throw new Refusal({ status: 428, code: 'versionMissing', message: 'Thiếu đầu mục If-Match với phiên bản đã đọc.' });
  }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw new Refusal({ status: 400, code: 'versionMissing', message: 'If-Match phải là một phiên bản, ví dụ "3".' });
}

/** Over HTTP a failed If-Match is 412; in a form it is a conflict, 409. */
function as412(error: Refusal): Refusal {
  const details = error.details === undefined ? {} : { details: error.details };
  return new Refusal({ status: 412, code: 'stale', message: error.message, ...details });
}

const paging = z.object({
  limit: integer({ label: 'Số dòng mỗi trang', min: 1, max: 100 }).default(20),
  cursor: z.string().max(1000).optional(),
});

/** Answers a read or a list. Public ones answer anyone with CORS `*`, and are kept some seconds. */
export async function serveRead(
  web: Web,
  read: Read | List,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { generation } = web.cache;
  const params = readParams(read.params, request.params);
  const { text, version } =
    read.kind === 'list' ? await listText(web, read, request, params) : await oneText(web, read, request, params);
  const impersonal = read.open && web.cache.isImpersonal(request.raw);
  if (impersonal && version === undefined) {
    reply.hijack();
    return web.cache.answer(request.raw, reply.raw, { generation, type: JSON_TYPE, body: text, cors: true });
  }
  if (read.open) for (const [name, value] of CORS) reply.header(name, value);
  setCaching(reply, impersonal ? 'public' : 'private');
  const etag = version === undefined ? etagOf(text) : `"${version}"`;
  reply.header('etag', etag);
  if (version === undefined && matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(JSON_TYPE).send(text);
}

interface Text {
  text: string;
  version?: number;
}

async function oneText(web: Web, read: Read, request: FastifyRequest, params: Record<string, unknown>): Promise<Text> {
  const query = readQuery(read.query, request.query, true);
  const out = read.open
    ? await read.run(publicContext(web, request), params, query)
    : await read.run(await readContext(web, request, read.permission, read.subject?.(params)), params, query);
  if (out instanceof RawJson) return { text: out.text };
  const shaped = read.output.parse(out);
  const version = read.version?.(shaped);
  return { text: JSON.stringify(shaped), ...(version === undefined ? {} : { version }) };
}

async function listText(web: Web, list: List, request: FastifyRequest, params: Record<string, unknown>): Promise<Text> {
  if (list.open) return { text: await openListText(web, list, request, request.query, params) };
  const { query, ask } = askedOf(list, request.query);
  const ctx = await readContext(web, request, list.permission, list.subject?.(params));
  return { text: textOf(list, await list.run(ctx, params, query, ask)) };
}

/** A public list as JSON text. Throws the refusal 400 for filters it does not have. */
export async function openListText(
  web: Web,
  list: List & { readonly open: true },
  asker: Asker,
  given: unknown,
  params: Record<string, unknown> = {},
): Promise<string> {
  const { query, ask } = askedOf(list, given);
  return textOf(list, await list.run(publicContext(web, asker), params, query, ask));
}

/** What a list was asked: its filters, and which page. */
interface Asked {
  readonly query: Record<string, unknown>;
  readonly ask: ListAsk<unknown>;
}
/** The same few questions come thousands of times: what they say when read by the schemas is kept a while. */
const understood = new WeakMap<List, Map<string, Asked>>();
const MOST_UNDERSTOOD = 200;
const LONGEST_QUESTION = 300;

function askedOf(list: List, given: unknown): Asked {
  const known = understood.get(list) ?? new Map<string, Asked>();
  understood.set(list, known);
  const question = JSON.stringify(given ?? {});
  const asked = known.get(question) ?? read(list, given);
  if (question.length > LONGEST_QUESTION || known.has(question)) return asked;
  const [oldest] = known.keys();
  if (known.size >= MOST_UNDERSTOOD && oldest !== undefined) known.delete(oldest);
  known.set(question, asked);
  return asked;
}

function read(list: List, given: unknown): Asked {
  const { limit, cursor, ...filters } = (given ?? {}) as Record<string, unknown>;
  const page = readQuery(paging, {
    ...(limit === undefined ? {} : { limit: String(limit) }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const query = Object.freeze(readQuery(list.query, filters, true));
  const after = page.cursor === undefined ? null : decodeCursor(list.cursor, page.cursor);
  return { query, ask: Object.freeze({ limit: page.limit, after }) };
}

function textOf(list: List, { items, next, total }: ListPage<unknown>): string {
  const rows = items instanceof RawJson ? items.text : JSON.stringify(items.map((item) => list.item.parse(item)));
  const count = total === undefined ? '' : `"total":${total},`;
  return `{${count}"items":${rows},"next":${JSON.stringify(next === null ? null : encodeCursor(next))}}`;
}
