import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { FormFields } from './form-reader.ts';

export const BODY_LIMIT = 1024 * 1024;
export const MAX_FIELDS = 1000;
export const BYTES_TYPE = 'application/octet-stream';
const MAX_DEPTH = 32;

/** Readers of the bodies that are not whole files: JSON for the API, urlencoded for forms, bytes of a part. Bounds of S20. */
export function registerBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  registerBytes(app);
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const text = utf8(body);
    if (text === null) return done(malformed());
    readJson(request, text, (error, value) => {
      if (error) done(malformed());
      else {
        const problem = boundsProblem(value);
        done(problem, value);
      }
    });
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (_request, body: Buffer, done) => {
      try {
        const text = utf8(body);
        if (text === null)
          throw new Refusal({ status: 400, code: 'malformed', message: 'Biểu mẫu gửi lên có chữ không phải UTF-8.' });
        done(null, readForm(text));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}

const malformed = () =>
  new Refusal({ status: 400, code: 'malformed', message: 'Nội dung gửi lên không phải JSON đúng.' });

/** The text of a body, or null when it is not UTF-8: nothing is guessed, or letters of names would be lost. */
function utf8(body: Buffer): string | null {
  return isUtf8(body) ? body.toString('utf8') : null;
}

/** The bytes of a part of a file. A connection cut half-way gives no body at all, so no half part is ever kept. */
function registerBytes(app: FastifyInstance): void {
  app.addContentTypeParser(BYTES_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** A urlencoded body as names and values. Throws the refusal 413 beyond 1,000 fields. */
function readForm(body: string): FormFields {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    if (++count > MAX_FIELDS) throw tooManyFields();
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

export function tooManyFields(): Refusal {
  return new Refusal({
    status: 413,
    code: 'tooManyFields',
    message: 'Gửi quá nhiều mục trong một lần. Chia thành nhiều lần.',
  });
}

/** Deeper than 32 levels or more than 1,000 names and items: refused before any schema sees it. */
function boundsProblem(value: unknown): Refusal | null {
  let count = 0;
  const waiting: [unknown, number][] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [at, depth] = next;
    if (at === null || typeof at !== 'object') continue;
    if (depth > MAX_DEPTH) {
      return new Refusal({ status: 400, code: 'tooDeep', message: 'Nội dung JSON lồng quá nhiều tầng.' });
    }
    for (const inner of Object.values(at)) {
      if (++count > MAX_FIELDS) return tooManyFields();
      waiting.push([inner, depth + 1]);
    }
  }
  return null;
}
