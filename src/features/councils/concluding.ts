import type { FactsOf } from '#law/moves';
import { sealOf } from '#law/session-record';
import { meanText } from '#law/stars';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { LEVELS, officeNext } from './level.ts';
import { keepFile, recordCore, sha256 } from './record.ts';
import { concludeSession as concludeInput, type SessionRow, sessionRow } from './schema.ts';
import { holdSession, type SessionRecord } from './session-record.ts';
import { type ResultFacts, resultFacts } from './spread-acts.ts';

/**
 * Makes the minutes final: every dossier not excluded meanwhile is concluded with its stored result, and the record of the
 * session is kept as it stands, its seal in the ledger.
 */
export const concludeSession = action({
  name: 'session.conclude',
  title: 'Chốt biên bản',
  input: concludeInput,
  output: sessionRow,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const results = await resultFacts(ctx.tx, session);
    const open = (one: ResultFacts) =>
      one.accepted === null && one.state === LEVELS[session.level].sitting ? one.pairs : 0;
    const openPairs = results.reduce((total, one) => total + open(one), 0);
    const shown: FactsOf<'session.conclude'> = { openPairs };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.conclude',
      next: officeNext(session.level),
      subject: session.id,
      expect: ctx.expect,
      facts: {
        ...{ minutesNumber: given.minutesNumber ?? null, minutesFile: given.minutesFile ?? null },
        seal: sealOf(await recordCore(ctx.tx, session), sha256),
      },
      shown,
      effect: async (tx) => {
        if (given.minutesFile)
          await attachFiles(ctx, [given.minutesFile], { province: session.province }, 'minutesFile');
        await tx
          .updateTable('council_session')
          .set({ minutes_number: given.minutesNumber ?? null, minutes_file: given.minutesFile ?? null })
          .where('id', '=', session.id)
          .execute();
        await keepFile(tx, session, ctx.day);
        for (const one of results)
          if (one.state === LEVELS[session.level].sitting) await concludeDossier(ctx, tx, session, one);
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

async function concludeDossier(ctx: ActionContext, tx: Tx, session: SessionRecord, of: ResultFacts): Promise<void> {
  const shown: FactsOf<'dossier.conclude'> = { sessionState: 'concluded', openPairs: 0, bandStar: of.bandStar };
  const text = meanText({ sum: of.sum, count: of.count });
  await carryOut(tx, ctx, {
    action: LEVELS[session.level].conclude,
    subject: of.dossier,
    facts: {
      session: session.id,
      sum: of.sum,
      count: of.count,
      text,
      bandStar: of.bandStar,
      star: of.star,
      candidate: of.candidate,
    },
    shown,
  });
}
