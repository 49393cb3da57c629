import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { codeOf } from '../db/connect.ts';
import type { Ask } from '../idempotency/idempotency.ts';
import type { Action } from './action.ts';
import { requestContext } from './requests.ts';
import { markedFields } from './schema-walk.ts';
import type { Web } from './web.ts';

const UNIQUE_VIOLATION = '23505';

/** What stands in the statement besides the act itself. */
interface Conditions {
  readonly ask: Ask | null;
  readonly version: number | null;
}

/** Can its one statement ask by itself who acts? Not where something is to be asked or done before it. */
export function mayPresume(action: Action): boolean {
  if (action.open || action.atOnce === undefined || action.fresh || action.grave || action.prepare) return false;
  return markedFields(action.input, 'file').size === 0;
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
  const { actor, presumed } = request;
  const unchanged = presumed?.unchanged ?? sql<boolean>`true`;
  if (!action.atOnce || actor === null || ask === null || version === null) return null;
  try {
    const out = await action.atOnce(
      {
        ...requestContext(web, request),
        ...{ db: web.db.planned, actor, version, ask },
        within: (verb, alias) => sql<boolean>`(${web.access.within(actor, verb, alias)} and ${unchanged})`,
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
