import { sql } from 'kysely';
import type { SpreadPair } from '#law/council';
import type { FactsOf } from '#law/moves';
import type { Star } from '#law/rulebooks';
import { meanText } from '#law/stars';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut, system } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { causesToMeet } from './ballot-read.ts';
import { acceptSpread as acceptInput, rescoreSession as rescoreInput, type SessionRow, sessionRow } from './schema.ts';
import { holdSession, type SessionRecord, steppedBackFrom } from './session-record.ts';
import { lockSessionAlone, unlock } from './sheet.ts';
import { writeRound } from './spread-read.ts';

export interface ResultFacts {
  readonly dossier: string;
  readonly state: string;
  readonly sum: number;
  readonly count: number;
  readonly bandStar: Star;
  readonly star: Star | null;
  readonly candidate: boolean;
  readonly pairs: number;
  readonly spread: readonly SpreadPair[];
  /** How often it was scored again. */
  readonly rescored: number;
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
    await askOwn(ctx, session.id, given.dossiers);
    const flagged = (await resultFacts(ctx.tx, session)).filter((one) => one.pairs > 0);
    const chosen = flagged.filter((one) => given.dossiers.includes(one.dossier));
    if (given.dossiers.some((one) => !flagged.some(({ dossier }) => dossier === one)))
      throw invalid('dossiers', 'Chỉ chấm lại sản phẩm có chênh lệch quá mức của quy chế');
    const shown: FactsOf<'session.rescore'> = {
      ...{ flagged: given.dossiers, reason: given.reason },
      causesToMeet: await causesToMeet(ctx.tx, session, ctx.actor.account),
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.rescore',
      subject: session.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { dossiers: given.dossiers },
      shown,
      effect: async (tx) => {
        for (const one of chosen) {
          await writeRound(tx, session.id, one.dossier, {
            outcome: 'rescored',
            reason: given.reason,
            mean: meanText(one),
          });
          const pairOnly = session.regulation.spreadFollows === 'askAgain';
          const seats = pairOnly ? one.spread.flatMap(({ higher, lower }) => [higher, lower]) : null;
          await openSheetsAgain(ctx, tx, session, { dossier: one.dossier, seats, reason: given.reason });
        }
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

/** Opens sheets on a product once more: everybody's (null), or those of some seats. Versions handed in stay. */
export async function openSheetsAgain(
  ctx: ActionContext,
  tx: Tx,
  session: SessionRecord,
  { dossier, seats, reason }: { dossier: string; seats: readonly string[] | null; reason: string },
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ rescoring: true })
    .where('session', '=', session.id)
    .where('dossier', '=', dossier)
    .execute();
  const { rows } = await sql<{ id: string; hash: string }>`
    select s.id, s.hash from score_sheet s join lifecycle l on l.id = s.id
     where s.session = ${session.id} and s.dossier = ${dossier} and l.state = 'submitted'
       and (${seats}::uuid[] is null or s.seat = any(${seats}::uuid[])) order by s.id`.execute(tx);
  const actor = system('rescoreSession', 'Hội đồng chấm lại theo quy chế');
  const shown: FactsOf<'sheet.reopen'> = { sessionState: 'scoring', reason };
  for (const { id, hash } of rows) {
    await carryOut(
      tx,
      { ...ctx, actor },
      {
        ...{ action: 'sheet.reopen', subject: id, reason, facts: { earlierHash: hash }, shown },
        effect: (inner) => unlock(inner, id),
      },
    );
  }
}

/** A member who stepped back from a product decides nothing about it: for them it is not there (R4.10). */
async function askOwn({ tx, actor }: ActionContext, session: string, dossiers: readonly string[]): Promise<void> {
  const hidden = await steppedBackFrom(tx, session, actor.account);
  if (dossiers.some((one) => hidden.has(one))) throw notFound();
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
    await askOwn(ctx, session.id, [given.dossier]);
    const of = (await resultFacts(ctx.tx, session)).find((one) => one.dossier === given.dossier);
    if (!of || of.pairs === 0) throw invalid('dossier', 'Sản phẩm này không có chênh lệch quá mức');
    const shown: FactsOf<'session.acceptSpread'> = {
      ...{ dossier: given.dossier, reason: given.reason },
      ...{ follows: session.regulation.spreadFollows, rescored: of.rescored },
      causesToMeet: await causesToMeet(ctx.tx, session, ctx.actor.account),
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.acceptSpread',
      subject: session.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { dossier: given.dossier },
      shown,
      effect: async (tx) => {
        const kept = { outcome: 'kept', reason: given.reason, mean: meanText(of) } as const;
        await writeRound(tx, session.id, given.dossier, kept);
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

/** Stored results of a session with the state of each dossier. Refuses before the scores are opened. */
export async function resultFacts(tx: Tx, session: SessionRecord): Promise<ResultFacts[]> {
  const { rows } = await sql<ResultFacts>`
    select r.dossier, l.state, r.point_sum as sum, r.sheet_count as count, r.band_star as "bandStar", r.star, r.candidate,
           jsonb_array_length(r.spread) as pairs, r.spread,
           (select count(*)::int from spread_round x where x.session = r.session and x.dossier = r.dossier and x.outcome = 'rescored') as rescored,
           r.spread_accepted as accepted
      from evaluation_result r join lifecycle l on l.id = r.dossier
      join session_dossier s on s.session = r.session and s.dossier = r.dossier
     where r.session = ${session.id} order by s.position`.execute(tx);
  if (rows.length === 0) throw refused('Mở điểm trước khi làm việc này.');
  return rows;
}
