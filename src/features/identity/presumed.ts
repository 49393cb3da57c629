// Who acts, asked of the database, or presumed for a statement that asks it itself.
import { type Kysely, sql } from 'kysely';
import type { Actor, PresumedActor } from '#platform/actor';
import { dayOf } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { tokenHash } from './secrets.ts';
import { actorOf, isLongAgo, lookUp, type SeenSession, standingIn } from './standing.ts';

/** Sessions as they were read last, by the hash of their token, oldest first. */
const seen = new Map<string, SeenSession>();
const MOST = 1000;

/** The actor behind a cookie, or null while the session may not act (S6, S7, S8). One query. */
export async function findActor(db: Kysely<DB>, token: string, now: Date): Promise<Actor | null> {
  const found = await lookUp(db, token, now);
  remember(tokenHash(token), found?.seen ?? null);
  return found && actorOf(found.standing);
}

/**
 * Who acted behind this cookie a moment ago, with the condition that nothing has changed since: session, account, roles,
 * delegations and settings, word for word. It is worth nothing without the condition. Null when it must be asked anew:
 * never asked before, timed out, or the time of the last request is to be written again.
 */
export function presumeActor(token: string, now: Date): PresumedActor | null {
  const hash = tokenHash(token);
  const session = seen.get(hash);
  if (!session || isLongAgo(session, now)) return null;
  const standing = standingIn(session, now);
  const actor = standing && actorOf(standing);
  if (actor === null) return null;
  const unchanged = sql<boolean>`(select x.standing from standing_of(${hash}, ${dayOf(now)}::date) x) = ${session.text}`;
  return { actor, unchanged };
}

function remember(hash: string, session: SeenSession | null): void {
  seen.delete(hash);
  if (session === null) return;
  seen.set(hash, session);
  const [oldest] = seen.keys();
  if (seen.size > MOST && oldest !== undefined) seen.delete(oldest);
}
