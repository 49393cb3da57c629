import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { fileText } from './record.ts';
import { findSession, steppedBackFrom } from './session-record.ts';

/** The record of a session as a file `saolang verify-session` checks: sheets, versions, seals, chain, results, minutes. */
export const sessionFile = download({
  name: 'session.exportRecord',
  title: 'Tải tệp hồ sơ phiên',
  permission: 'result.read',
  params: byId,
  subject: ({ id }) => id,
  logged: 'export',
  async run(ctx, { id }) {
    const [session, hidden] = await Promise.all([
      findSession(ctx.db, id),
      steppedBackFrom(ctx.db, id, ctx.actor.account),
    ]);
    if (!session || hidden.size > 0) throw notFound();
    const body = Buffer.from(await fileText(ctx.db, session, ctx.day));
    return { name: `ho-so-phien-${session.heldOn ?? ctx.day}.json`, type: 'application/json', body };
  },
});
