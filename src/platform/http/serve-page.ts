import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { v7 } from 'uuid';
import { z } from 'zod';
import { unreadNotes } from '../outbox/notes.ts';
import { notFound, Refusal } from '../refusal.ts';
import { documentOf, frameOf, HTML, setCaching } from './answers.ts';
import type { Asker } from './asker.ts';
import type { FormSource, FormState, PublicContext, ReadContext } from './context.ts';
import { takeDone } from './cookies.ts';
import { readInput } from './explain.ts';
import { takeKeptForm } from './kept-form.ts';
import { type Page, type PageHead, Redirect } from './page.ts';
import type { Written } from './page-cache.ts';
import { writeAccess } from './refused-access.ts';
import { publicContext, readContext } from './requests.ts';
import type { Frame, Notice, Web } from './web.ts';

/** The form that was refused (or kept over a sign-in) and is to be shown again on its page. */
export interface ShownForm {
  readonly action: string;
  /** Values of its path: with several forms of one action on a page they tell which one it is. */
  readonly subjects: readonly string[];
  readonly state: FormState;
  /** Said above the page when the form is no longer on it (somebody else was first). */
  readonly notice?: Notice;
}

/** A page that is loaded, and how it is drawn. */
interface Composed {
  frame: Frame;
  /** The whole content as text, where the page keeps it so. */
  ready: string | null;
  draw: () => Rendered;
}

/** The ready page as text, and whether it is the same for everybody. */
interface Rendered {
  html: string;
  personal: boolean;
  /** The page says that what was asked for does not exist. */
  missing: boolean;
}

/** Answers a GET of a page. */
export async function servePage(web: Web, page: Page, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { generation } = web.cache;
  const kept = page.open ? null : await takeKeptForm(web, request, reply);
  const shown = kept && {
    action: kept.action,
    subjects: kept.subjects,
    state: { key: kept.key, values: kept.values, errors: [], stale: false, kept: true },
  };
  const done = takeDone(request, reply, web.config);
  const composed = await composePage(web, page, request, { params: request.params, query: request.query, shown, done });
  if (composed instanceof Redirect) {
    setCaching(reply, 'private');
    return reply.redirect(composed.to, 303);
  }
  const { frame, ready, draw } = composed;
  const forAll = page.open && page.cache !== 'private' && web.cache.isImpersonal(request.raw);
  const answer = (body: string | Written) => {
    reply.hijack();
    return web.cache.answer(request.raw, reply.raw, { generation, type: HTML, body, cors: false });
  };
  if (forAll && ready !== null && frame.head.status === undefined) return answer(wholePage(web, frame, ready, draw));
  const rendered = draw();
  if (forAll && !rendered.personal && !rendered.missing) return answer(rendered.html);
  setCaching(reply, 'private');
  return reply
    .code(rendered.missing ? 404 : 200)
    .type(HTML)
    .send(rendered.html);
}

export interface PageAsk {
  params: unknown;
  query: unknown;
  shown: ShownForm | null;
  /** What was just done. */
  done?: string | null;
}

/**
 * The answer of a public page for somebody without any cookie, who needs no way back to a form; null: it leads elsewhere,
 * does not exist or carries a form. Throws the refusal 400 for a filter that cannot be used.
 */
export async function openPage(web: Web, page: Page, asker: Asker, query: unknown): Promise<string | Written | null> {
  const composed = await composePage(web, page, asker, { params: {}, query, shown: null });
  if (composed instanceof Redirect || composed.frame.head.status !== undefined) return null;
  const { frame, ready, draw } = composed;
  if (ready !== null) return wholePage(web, frame, ready, draw);
  const rendered = draw();
  return rendered.personal ? null : rendered.html;
}

const wholePage = (web: Web, frame: Frame, ready: string, draw: Composed['draw']): Written =>
  web.wholePages.of(ready, JSON.stringify(frame), () => draw().html);

/** Loads and draws a page, with a refused form in it where there is one. */
export async function renderPage(
  web: Web,
  page: Page,
  request: FastifyRequest,
  ask: PageAsk,
): Promise<Rendered | Redirect> {
  const composed = await composePage(web, page, request, ask);
  return composed instanceof Redirect ? composed : composed.draw();
}

async function composePage(
  web: Web,
  page: Page,
  request: Asker,
  { shown, done = null, ...raw }: PageAsk,
): Promise<Composed | Redirect> {
  const params = readParams(page.params, raw.params);
  const query = readQuery(page.query, raw.query);
  const forms = new Forms(shown);
  const form = forms.state;
  let content: () => VNode;
  let head: PageHead | string;
  let ready: string | null = null;
  if (page.open) {
    const ctx: PublicContext = publicContext(web, request);
    const data = await page.load(ctx, params, query);
    if (data instanceof Redirect) return data;
    head = page.head(data, ctx);
    ready = page.ready?.(data, ctx) ?? null;
    content = () => page.view(data, { ...ctx, form });
  } else {
    const ctx: ReadContext = await readContext(web, request, page.permission, page.subject?.(params, query));
    const data = await page.load(ctx, params, query);
    if (data instanceof Redirect) return data;
    const personal = page.personal?.(data, params);
    if (personal) await writeAccess(web, request, 'read', { what: personal.what }, personal.subject);
    head = page.head(data, ctx);
    content = () => page.view(data, { ...ctx, form });
  }
  const errors = shown !== null && !shown.state.kept && shown.state.again !== true;
  const unread = request.actor ? await unreadNotes(web.db.app, request.actor.account) : 0;
  const logo = page.shell === 'public' ? await logoNow(web) : null;
  const frame = frameOf(web, request, { shell: page.shell, head, errors, done, unread, logo });
  const draw = (): Rendered => {
    const inner = content();
    const html = documentOf(web, frame, inner);
    const missing = frame.head.status === 404;
    if (shown?.notice && !forms.found) {
      return { html: documentOf(web, { ...frame, notice: shown.notice }, inner), personal: true, missing };
    }
    return { html, personal: forms.used, missing };
  };
  return { frame, ready, draw };
}

/** The mark around public pages, asked for as seldom as they are made. */
const logoNow = (web: Web) => web.cache.value('logo', () => web.logo(web.db.app, web.clock.today()));

/** Values of the path; a wrong one is an address that does not exist. */
export function readParams(schema: z.ZodObject | undefined, raw: unknown): Record<string, unknown> {
  if (!schema) return {};
  const read = schema.safeParse(raw);
  if (!read.success) throw notFound();
  return read.data;
}

/** Values after `?`. Blank ones count as absent, repeated ones by the last (or all, where the schema wants a list). */
export function readQuery<S extends z.ZodObject>(schema: S, raw: unknown, strict?: boolean): z.output<S>;
export function readQuery(schema: z.ZodObject | undefined, raw: unknown, strict?: boolean): Record<string, unknown>;
export function readQuery(schema: z.ZodObject | undefined, raw: unknown, strict = false): Record<string, unknown> {
  const given = Object.entries(raw ?? {}).filter(([, value]) => value !== '');
  if (!schema) {
    if (strict && given.length > 0) throw badQuery();
    return {};
  }
  const values: Record<string, unknown> = {};
  for (const [name, value] of given) {
    const field = schema.shape[name];
    if (!field) {
      if (strict) throw badQuery();
      continue;
    }
    values[name] = fitting(field, value);
  }
  try {
    return readInput(schema, values);
  } catch (error) {
    if (error instanceof Refusal) throw badQuery(error);
    throw error;
  }
}

type ReadText = (value: unknown) => unknown;
const readers = new WeakMap<z.core.$ZodType, ReadText>();

/** The text of an address as the field wants it; what a field wants is looked up once. */
function fitting(field: z.core.$ZodType, value: unknown): unknown {
  let read = readers.get(field);
  if (read === undefined) {
    read = readerOf(field);
    readers.set(field, read);
  }
  return read(value);
}

function readerOf(field: z.core.$ZodType): ReadText {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodCatch) {
    const inner = field.unwrap();
    return (value) => fitting(inner, value);
  }
  if (field instanceof z.ZodArray) {
    const { element } = field;
    return (value) => [value].flat().map((one) => fitting(element, one));
  }
  if (field instanceof z.ZodNumber) {
    return (value) => {
      const last = lastOf(value);
      return typeof last === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(last) ? Number(last) : last;
    };
  }
  if (field instanceof z.ZodBoolean) return (value) => ['true', '1', 'on'].includes(String(lastOf(value)));
  return lastOf;
}

const lastOf = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

/** 400; a list is named by its field, since an address has no places in it. */
function badQuery(cause?: Refusal): Refusal {
  const errors = new Map((cause?.errors ?? []).map(({ field, message }) => [field.replace(/\..*$/, ''), message]));
  return new Refusal({
    status: 400,
    code: 'invalid',
    message: cause?.message ?? 'Địa chỉ có điều kiện lọc không dùng được. Bỏ bớt điều kiện rồi mở lại.',
    errors: [...errors].map(([field, message]) => ({ field, message })),
  });
}

/** States of the forms on one page: the refused one as it was, the others fresh. */
class Forms {
  readonly #shown: ShownForm | null;
  /** A page with a form carries a key of its own and is never kept for others. */
  used = false;
  /** The refused form stands on the page. */
  found = false;

  constructor(shown: ShownForm | null) {
    this.#shown = shown;
  }

  readonly state: FormSource['form'] = (action, subject) => {
    this.used = true;
    const shown = this.#shown;
    if (shown?.action === action && (subject === undefined || shown.subjects.includes(subject))) {
      this.found = true;
      return shown.state;
    }
    return { key: v7(), values: {}, errors: [], stale: false, kept: false };
  };
}
