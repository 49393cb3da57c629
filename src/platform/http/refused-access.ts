import { type Json, notFound, type Refusal } from '../refusal.ts';
import type { Asker } from './asker.ts';
import type { Web } from './web.ts';

export type AccessKind = 'refused' | 'attack' | 'read' | 'export' | 'intent' | 'outcome';

/** Writes one row of the access log (S35, S38). A log that cannot be written is reported and stops nothing but reads. */
export async function writeAccess(
  web: Web,
  request: Pick<Asker, 'actor' | 'ip' | 'id'>,
  kind: AccessKind,
  facts: Record<string, Json>,
  subject: string | null = null,
): Promise<void> {
  const { actor } = request;
  await web.db.app
    .insertInto('access_log')
    .values({
      kind,
      account: actor?.account ?? null,
      actor_name: actor?.name ?? '',
      capacity: actor?.capacity ?? '',
      address: request.ip,
      request_id: request.id,
      subject,
      facts: JSON.stringify(facts),
    })
    .execute();
}

/** The same for refusals: the answer is a refusal anyway, so a failing log is only reported. */
export async function logAccess(
  web: Web,
  request: Asker,
  kind: AccessKind,
  facts: Record<string, Json>,
  subject: string | null = null,
): Promise<void> {
  try {
    await writeAccess(web, request, kind, facts, subject);
  } catch (error) {
    web.log.error({ err: error, id: request.id }, 'access log not written');
  }
}

/** The answer to those who may not: as if it did not exist, and known to the auditor (S13). */
export async function refusedAsMissing(
  web: Web,
  request: Asker,
  verb: string,
  subject: string | undefined,
): Promise<Refusal> {
  await logAccess(web, request, 'refused', { verb, route: request.routeOptions?.url ?? '' }, subject ?? null);
  return notFound();
}
