import type { FastifyRequest } from 'fastify';
import { codeOf } from '../db/connect.ts';
import type { Ask } from '../idempotency/idempotency.ts';
import type { Action } from './action.ts';
import { requestContext } from './requests.ts';
import type { Web } from './web.ts';

const UNIQUE_VIOLATION = '23505';

/** What stands in the statement besides the act itself. */
interface Conditions {
  readonly ask: Ask | null;
  readonly version: number | null;
}

/**
 * The answer of an act done as one statement (`atOnce`); null when it has no such way, or the statement changed nothing.
 * The same key twice at one moment is a unique violation and null too: the usual way tells which of them was first.
 */
export async function doneAtOnce(
  web: Web,
  request: FastifyRequest,
  action: Action & { readonly open: false },
  { ask, version }: Conditions,
  input: Record<string, unknown>,
): Promise<unknown> {
  const { actor } = request;
  if (!action.atOnce || actor === null || ask === null || version === null) return null;
  try {
    const out = await action.atOnce(
      {
        ...requestContext(web, request),
        ...{ db: web.db.app, actor, version, ask },
        within: (verb, alias) => web.access.within(actor, verb, alias),
      },
      input,
    );
    if (out !== null && action.publicData !== false) web.cache.changed();
    return out;
  } catch (error) {
    if (codeOf(error) === UNIQUE_VIOLATION) return null;
    throw error;
  }
}
