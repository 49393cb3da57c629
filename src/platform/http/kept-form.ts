import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { readToken, writeToken } from './cookies.ts';
import type { Web } from './web.ts';

/** What a form held when its session had ended: it waits for the next sign-in in this browser (S7). */
export interface KeptForm {
  /** Path (with query) of the page the form stands on. */
  path: string;
  action: string;
  subjects: string[];
  key: string;
  values: Record<string, string | string[]>;
}

const KEEP_SECONDS = 24 * 3600;

/**
 * Keeps the typed texts. The browser gets only a random token; what lies in the database is locked with a key made of
 * that token and SECRET, so neither is of use alone.
 */
export async function keepForm(web: Web, reply: FastifyReply, form: KeptForm): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const text = JSON.stringify(form);
  await sql`delete from kept_form where at < now() - interval '1 day'`.execute(web.db.app);
  await web.db.app
    .insertInto('kept_form')
    .values({ id: idOf(token), content: lock(web.secret, token, text) })
    .execute();
  writeToken(reply, web.config, 'kept', token, KEEP_SECONDS);
}

/** The form kept for this page, taken out; null when there is none, or it waits for another page. */
export async function takeKeptForm(web: Web, request: FastifyRequest, reply: FastifyReply): Promise<KeptForm | null> {
  const token = readToken(request, web.config, 'kept');
  if (token === null || request.actor === null) return null;
  const row = await web.db.app
    .selectFrom('kept_form')
    .select('content')
    .where('id', '=', idOf(token))
    .executeTakeFirst();
  const form = row ? (JSON.parse(unlock(web.secret, token, row.content)) as KeptForm) : null;
  if (form !== null && form.path !== request.url) return null;
  writeToken(reply, web.config, 'kept', null);
  await web.db.app.deleteFrom('kept_form').where('id', '=', idOf(token)).execute();
  return form;
}

const idOf = (token: string) => createHash('sha256').update(token).digest('hex');
const keyOf = (secret: string, token: string) => Buffer.from(hkdfSync('sha256', secret, token, 'kept form', 32));

function lock(secret: string, token: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, token), nonce);
  const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
}

function unlock(secret: string, token: string, bytes: Buffer): string {
  const opener = createDecipheriv('aes-256-gcm', keyOf(secret, token), bytes.subarray(0, 12));
  opener.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
}
