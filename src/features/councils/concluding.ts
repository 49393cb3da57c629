import { sql } from 'kysely';
import type { FactsOf } from '#law/moves';
import type { Star } from '#law/rulebooks';
import { meanText } from '#law/stars';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut, system } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import {
  acceptSpread as acceptInput,
  concludeSession as concludeInput,
  rescoreSession as rescoreInput,
  type SessionRow,
  sessionRow,
} from './schema.ts';
import { holdSession, type SessionRecord } from './session-record.ts';
import { lockSessionAlone, unlock } from './sheet.ts';

interface ResultFacts {
  readonly dossier: string;
  readonly state: string;
  readonly sum: number;
  readonly count: number;
  readonly bandStar: Star;
  readonly star: Star | null;
  readonly candidate: boolean;
  readonly pairs: number;
  readonly accepted: string | null;
}

/** Opens the sheets of flagged products once more; what was handed in before stays readable as its version. */
export const rescoreSession = action({
  name: 'session.rescore',
  title: 'Chấm lại sản phẩm chênh lệch',
  input: rescoreInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await lockSessionAlone(ctx.tx, given.id);
    const session = await holdSession(ctx.tx, given.id);
    const flagged = (await resultFacts(ctx.tx, session)).filter((one) => one.pairs > 0).map((one) => one.dossier);
    if (given.dossiers.some((one) => !flagged.includes(one)))
      throw invalid('dossiers', 'Chỉ chấm lại sản phẩm có chênh lệch quá mức của quy chế');
    const shown: FactsOf<'session.rescore'> = { flagged: given.dossiers, reason: given.reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.rescore',
      subject: session.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { dossiers: given.dossiers },
      shown,
      effect: (tx) => openSheetsAgain(ctx, tx, session, given.dossiers, given.reason),
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

async function openSheetsAgain(
  ctx: ActionContext,
  tx: Tx,
  session: SessionRecord,
  dossiers: readonly string[],
  reason: string,
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ rescoring: true })
    .where('session', '=', session.id)
    .where('dossier', 'in', [...dossiers])
    .execute();
  const { rows } = await sql<{ id: string; hash: string }>`
    select s.id, s.hash from score_sheet s join lifecycle l on l.id = s.id
     where s.session = ${session.id} and s.dossier = any(${dossiers}::uuid[]) and l.state = 'submitted' order by s.id`.execute(
    tx,
  );
  const actor = system('rescoreSession', 'Hội đồng chấm lại theo quy chế');
  const shown: FactsOf<'sheet.reopen'> = { sessionState: 'scoring', reason };
  for (const { id, hash } of rows) {
    await carryOut(
      tx,
      { ...ctx, actor },
      {
        action: 'sheet.reopen',
        subject: id,
        reason,
        facts: { earlierHash: hash },
        shown,
        effect: (inner) => unlock(inner, id),
      },
    );
  }
}

/** Keeps a result although members differ by more than the limit, with the reason that goes into the minutes. */
export const acceptSpread = action({
  name: 'session.acceptSpread',
  title: 'Giữ kết quả dù chênh lệch',
  input: acceptInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const of = (await resultFacts(ctx.tx, session)).find((one) => one.dossier === given.dossier);
    if (!of || of.pairs === 0) throw invalid('dossier', 'Sản phẩm này không có chênh lệch quá mức');
    const shown: FactsOf<'session.acceptSpread'> = { dossier: given.dossier, reason: given.reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.acceptSpread',
      subject: session.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { dossier: given.dossier },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('evaluation_result')
          .set({ spread_accepted: given.reason })
          .where('session', '=', session.id)
          .where('dossier', '=', given.dossier)
          .execute();
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

/** Makes the minutes final: every dossier not excluded meanwhile is concluded with its stored result. */
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
    const open = (one: ResultFacts) => (one.accepted === null && one.state === 'inSession' ? one.pairs : 0);
    const openPairs = results.reduce((total, one) => total + open(one), 0);
    const shown: FactsOf<'session.conclude'> = { openPairs };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.conclude',
      subject: session.id,
      expect: ctx.expect,
      facts: { minutesNumber: given.minutesNumber ?? null, minutesFile: given.minutesFile ?? null },
      shown,
      effect: async (tx) => {
        if (given.minutesFile)
          await attachFiles(ctx, [given.minutesFile], { province: session.province }, 'minutesFile');
        await tx
          .updateTable('council_session')
          .set({ minutes_number: given.minutesNumber ?? null, minutes_file: given.minutesFile ?? null })
          .where('id', '=', session.id)
          .execute();
        for (const one of results) if (one.state === 'inSession') await concludeDossier(ctx, tx, session, one);
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

async function concludeDossier(ctx: ActionContext, tx: Tx, session: SessionRecord, of: ResultFacts): Promise<void> {
  const shown: FactsOf<'dossier.conclude'> = { sessionState: 'concluded', openPairs: 0, bandStar: of.bandStar };
  const text = meanText({ sum: of.sum, count: of.count });
  await carryOut(tx, ctx, {
    action: 'dossier.conclude',
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

/** Stored results of a session with the state of each dossier. Refuses before the scores are opened. */
async function resultFacts(tx: Tx, session: SessionRecord): Promise<ResultFacts[]> {
  const { rows } = await sql<ResultFacts>`
    select r.dossier, l.state, r.point_sum as sum, r.sheet_count as count, r.band_star as "bandStar", r.star, r.candidate,
           jsonb_array_length(r.spread) as pairs, r.spread_accepted as accepted
      from evaluation_result r join lifecycle l on l.id = r.dossier
      join session_dossier s on s.session = r.session and s.dossier = r.dossier
     where r.session = ${session.id} order by s.position`.execute(tx);
  if (rows.length === 0) throw refused('Mở điểm trước khi làm việc này.');
  return rows;
}
