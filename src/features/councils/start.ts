import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut, system } from '#platform/ledger/ledger';
import { lastDayOf, sendBallots } from './ballot-letters.ts';
import { namesFor } from './blind.ts';
import { unmaskedProducts } from './blind-papers.ts';
import { sessionConflicts } from './conflicts-read.ts';
import { hasReport } from './queries.ts';
import { type SessionRow, sessionRow, startSession as startInput } from './schema.ts';
import { holdSession, type SessionRecord, type SessionSeat, scoringSeats, sessionSeats } from './session-record.ts';

/**
 * Starts scoring: every dossier has its advisory report (Art. 7.3.c), and every scoring seat gets
 * one sheet a dossier. From here on nobody but its author can read a sheet until the scores are opened.
 */
export const startSession = action({
  name: 'session.start',
  title: 'Bắt đầu chấm',
  input: startInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const lastDay = lastDayOf(session, ctx.day);
    const shown = await startFacts(ctx, session, given.meetingReason ?? '');
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.start',
      subject: session.id,
      expect: ctx.expect,
      facts: { dossiers: session.dossiers, mode: session.mode, meetingReason: given.meetingReason ?? null },
      shown,
      effect: async (tx) => {
        const seats = await sessionSeats(tx, session.id);
        if (session.mode === 'written') await sendBallots(tx, session, scoringSeats(seats), lastDay);
        for (const dossier of session.dossiers) await handSheets(ctx, tx, session, dossier, seats);
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

async function startFacts(
  { tx, day, actor }: ActionContext,
  session: SessionRecord,
  meetingReason: string,
): Promise<FactsOf<'session.start'>> {
  const { rows } = await sql<FactsOf<'session.start'>['dossiers'][number]>`
    select ${namesFor(actor.account).product} as name, d.kind, ${hasReport(session.level)} as "hasReport"
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
     where o.session = ${session.id} order by o.position`.execute(tx);
  const scoring = new Set(scoringSeats(await sessionSeats(tx, session.id)).map(({ seat }) => seat));
  const open = (await sessionConflicts(tx, session.id, day, actor.account)).filter(
    ({ seat, outcome }) => outcome === 'open' && scoring.has(seat),
  );
  const unsettled = [...new Set(open.map(({ member, product }) => `${member} với ${product}`))];
  const unmasked = await unmaskedProducts(tx, session.id, actor.account);
  const { reEvaluationBy } = session.regulation;
  const answerBy = session.mode === 'written' ? lastDayOf(session, day) : null;
  return { mode: session.mode, reEvaluationBy, answerBy, dossiers: rows, meetingReason, unsettled, unmasked };
}

/** Hands a sheet on this dossier to every seat that scores it; chair and secretary reach it without reading it. */
async function handSheets(
  ctx: ActionContext,
  tx: Tx,
  session: SessionRecord,
  dossier: string,
  seats: readonly SessionSeat[],
): Promise<void> {
  const recused = await recusedSeats(tx, session.id, dossier);
  const others = [...chairOf(seats, recused), ...seats.filter((one) => one.role === 'secretary')];
  for (const one of scoringSeats(seats)) {
    if (!recused.has(one.seat)) await handSheet(ctx, tx, session, dossier, one, others);
  }
}

/** Seats that stepped back from a dossier. */
export async function recusedSeats(tx: Tx, session: string, dossier: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('recusal')
    .select('seat')
    .where('session', '=', session)
    .where('dossier', '=', dossier)
    .execute();
  return new Set(rows.map((one) => one.seat));
}

/** Those who may open a sheet again: the chair, and the deputy who takes over where the chair is away or stepped back. */
const chairOf = (seats: readonly SessionSeat[], recused: ReadonlySet<string>) =>
  seats.filter((one) => (one.role === 'chair' || one.role === 'viceChair') && !one.absent && !recused.has(one.seat));

async function handSheet(
  ctx: ActionContext,
  tx: Tx,
  session: SessionRecord,
  dossier: string,
  seat: SessionSeat,
  others: readonly SessionSeat[],
): Promise<void> {
  const id = v7();
  const shown: FactsOf<'sheet.hand'> = { role: seat.role, recused: false };
  // At the Ministry no area says whose the sheets are: the start of the session hands them out.
  const actor = session.level === 'central' ? system('startSession', 'Giao phiếu khi phiên bắt đầu') : ctx.actor;
  await beget(
    tx,
    { ...ctx, actor },
    {
      process: 'sheet',
      id,
      action: 'sheet.hand',
      reach: { province: session.province },
      facts: { session: session.id, dossier, seat: seat.seat },
      shown,
      effect: async () => {
        await tx.insertInto('score_sheet').values({ id, session: session.id, dossier, seat: seat.seat }).execute();
        await tx
          .insertInto('seat_reach')
          .values([
            { subject: id, account: seat.account, seat_role: 'author', seat: seat.seat },
            ...others.map((one) => ({ subject: id, account: one.account, seat_role: one.role, seat: one.seat })),
          ])
          .execute();
      },
    },
  );
}
