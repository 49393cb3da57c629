import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { Refusal } from '../refusal.ts';
import { answerError, HTML, setCaching } from './answers.ts';
import { writeDone } from './cookies.ts';
import { asRefusal } from './errors.ts';
import { type FormFields, formValues, shownValues } from './form-reader.ts';
import { keepForm } from './kept-form.ts';
import { mediaType } from './origin.ts';
import { type Page, Redirect, redirect } from './page.ts';
import { admit, asksVersion, pathInput, perform } from './perform.ts';
import type { Route } from './routes.ts';
import { markedFields } from './schema-walk.ts';
import { renderPage } from './serve-page.ts';
import { type Posted, readMultipart } from './uploads.ts';
import type { Web } from './web.ts';

type FormRoute = Extract<Route, { kind: 'form' }>;

/** Answers a form: performs its act and leads on (303), or shows its page again with everything typed. */
export async function serveForm(
  web: Web,
  route: FormRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { action, form } = route;
  let posted: Posted = { fields: new Map(), problems: [], hashes: new Map() };
  try {
    const admission = await admit(web, request, action).then(
      () => null,
      (error: unknown) => error,
    );
    const turnedAway = asRefusal(admission);
    if (admission !== null && turnedAway?.status !== 401 && turnedAway?.status !== 429) throw admission;
    posted = await readPosted(web, route, request, turnedAway === null);
    if (turnedAway) throw turnedAway;
    if (posted.fields.has('_again')) return await showAgain(web, route, request, reply, posted);
    const { out, input } = await perform(web, request, reply, {
      action,
      input: { ...formValues(action.input, posted.fields), ...pathInput(action, request) },
      key: action.once === false ? null : keyIn(posted.fields),
      version: asksVersion(action) ? versionIn(posted.fields) : null,
      problems: posted.problems,
      hashes: posted.hashes,
    });
    setCaching(reply, 'private');
    if (form.done) writeDone(reply, web.config, form.done(out, input));
    return reply.redirect(redirect(form.back(out, input)).to, 303);
  } catch (error) {
    return answerRefusedForm(web, route, request, reply, posted, error);
  }
}

/** The page once more with everything typed and nothing done: a button named `_again` asks for more rows. */
async function showAgain(
  web: Web,
  { action, form }: FormRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  posted: Posted,
): Promise<unknown> {
  const values = shownValues(posted.fields, markedFields(action.input, 'secret'));
  const key = posted.fields.get('_key')?.at(-1) ?? v7();
  const state = { key, values, errors: [], stale: false, kept: false, again: true };
  const subjects = [...Object.values(pathValues(request)), ...(posted.fields.get('id') ?? [])];
  const notice = { message: 'Nội dung này đã đổi trong lúc bạn gõ. Xem lại rồi làm tiếp.', texts: written(values) };
  const shown = { action: action.name, subjects, state, notice };
  const rendered = await renderPage(web, form.page, request, { params: request.params, query: request.query, shown });
  setCaching(reply, 'private');
  if (rendered instanceof Redirect) return reply.redirect(rendered.to, 303);
  return reply.type(HTML).send(rendered.html);
}

/** What was typed; files of those let in are kept, and of strangers only where the act is open to them. */
async function readPosted(web: Web, { action }: FormRoute, request: FastifyRequest, letIn: boolean): Promise<Posted> {
  if (mediaType(request) === 'multipart/form-data') {
    return readMultipart(web, request, action.input, letIn && (action.open || request.actor !== null));
  }
  const fields: FormFields = request.body instanceof Map ? request.body : new Map();
  return { fields, problems: [], hashes: new Map() };
}

function pathValues(request: FastifyRequest): Record<string, string> {
  return { ...(request.params as Record<string, string>) };
}

/** Texts worth keeping in sight when the page no longer shows their form: what a person wrote, not ids and choices. */
function written(values: Record<string, string | string[]>): string[] {
  return Object.values(values)
    .flat()
    .filter((value) => /\s/.test(value.trim()) && value.length > 10);
}

function keyIn(fields: FormFields): string {
  const key = fields.get('_key')?.at(-1) ?? '';
  if (/^[\w.:-]{8,200}$/.test(key)) return key;
  throw new Refusal({
    status: 400,
    code: 'keyMissing',
    message: 'Biểu mẫu này mở đã lâu hoặc bị thiếu phần mã. Xem lại rồi gửi lần nữa.',
  });
}

function versionIn(fields: FormFields): number {
  const version = fields.get('_version')?.at(-1) ?? '';
  if (/^\d{1,9}$/.test(version)) return Number(version);
  throw new Refusal({
    status: 400,
    code: 'versionMissing',
    message: 'Biểu mẫu này không nói rõ sửa bản nào. Xem lại rồi gửi lần nữa.',
  });
}

/** Refusals that a new key heals: the old one is missing or was spent on something else. */
const NEW_KEY = new Set(['keyMissing', 'keyReused']);

async function answerRefusedForm(
  web: Web,
  route: FormRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  posted: Posted,
  error: unknown,
): Promise<unknown> {
  const refusal = asRefusal(error);
  if (refusal === null || refusal.status === 404 || refusal.status === 403 || refusal.status === 503) throw error;
  const { action, form } = route;
  const values = shownValues(posted.fields, markedFields(action.input, 'secret'));
  const key = posted.fields.get('_key')?.at(-1) ?? v7();
  const subjects = [...Object.values(pathValues(request)), ...(posted.fields.get('id') ?? [])];
  if (refusal.status === 401) {
    const path = pagePath(web, form.page, request);
    await keepForm(web, reply, { path, action: action.name, subjects, key, values });
    const door = refusal.code === 'reauthenticate' ? web.paths.reauthenticate : web.paths.signIn;
    setCaching(reply, 'private');
    return reply.redirect(`${door}?tiep=${encodeURIComponent(path)}`, 303);
  }
  const basis = refusal.basis === undefined ? '' : ` (${refusal.basis})`;
  const state = {
    key: NEW_KEY.has(refusal.code) ? v7() : key,
    values,
    errors: refusal.errors,
    ...(refusal.errors.length > 0 ? {} : { message: `${refusal.message}${basis}` }),
    stale: refusal.code === 'stale',
    kept: false,
  };
  try {
    const shown = {
      action: action.name,
      subjects,
      state,
      notice: { message: refusal.message, texts: written(values) },
    };
    const rendered = await renderPage(web, form.page, request, { params: request.params, query: request.query, shown });
    if (rendered instanceof Redirect) throw refusal;
    setCaching(reply, 'private');
    if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
    return reply.code(refusal.status).type(HTML).send(rendered.html);
  } catch (second) {
    return answerError(web, request, reply, asRefusal(second) === null ? second : refusal);
  }
}

/** Address of the page a form stands on, with this request's path values and query. */
export function pagePath(web: Web, page: Page, request: FastifyRequest): string {
  const route = web.routes.find((one) => one.kind === 'page' && one.page === page);
  const values = pathValues(request);
  const path = (route?.path ?? '/').replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
  const query = request.url.split('?', 2)[1];
  return query ? `${path}?${query}` : path;
}
