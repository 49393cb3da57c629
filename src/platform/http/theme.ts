import type { FastifyInstance } from 'fastify';
import { setCaching } from './answers.ts';
import { writeToken } from './cookies.ts';
import { redirect } from './page.ts';
import { beforeHandler } from './requests.ts';
import type { Web } from './web.ts';

const YEAR = 365 * 24 * 3600;

/** Day, night, or as the device says: a plain form on every page with `theme` and the local path `back`. */
export function registerTheme(app: FastifyInstance, web: Web): void {
  app.post(web.paths.theme, { onRequest: beforeHandler(web, 'form', 'write') }, async (request, reply) => {
    const fields: ReadonlyMap<string, readonly string[]> = request.body instanceof Map ? request.body : new Map();
    const theme = fields.get('theme')?.at(-1);
    if (theme === 'day' || theme === 'night') writeToken(reply, web.config, 'theme', theme, YEAR);
    else writeToken(reply, web.config, 'theme', null);
    setCaching(reply, 'private');
    return reply.redirect(localOr(fields.get('back')?.at(-1) ?? '/', '/'), 303);
  });
}

function localOr(path: string, otherwise: string): string {
  try {
    return redirect(path).to;
  } catch {
    return otherwise;
  }
}
