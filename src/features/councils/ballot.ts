import { dayText } from '#law/days';
import type { FactsOf } from '#law/moves';
import { meanText } from '#law/stars';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { lastDayOf, remindMember, tellMember } from './ballot-letters.ts';
import { type Ballot, ballotProducts, ballots, toRemind } from './ballot-read.ts';
import { EVERY_SEAT, refuseNames } from './blind.ts';
import {
  askMeeting as askInput,
  meetInstead as meetInput,
  type SessionRow,
  type SheetRow,
  sessionRow,
  sessionStep,
  sheetRow,
} from './schema.ts';
import { holdSession, type MetInstead, sessionSeats } from './session-record.ts';
import { holdSheet, lockSessionAlone } from './sheet.ts';
import { openSheetsAgain, resultFacts } from './spread-acts.ts';
import { writeRound } from './spread-read.ts';

/** A member answers a ballot by asking for a meeting on one product; handing the sheet in later takes its place. */
export const askMeeting = action({
  name: 'sheet.askMeeting',
  title: 'Đề nghị họp',
  input: askInput,
  output: sheetRow,
  subject: (given) => given.id,
  async run(ctx, { id, reason }): Promise<SheetRow> {
    const sheet = await holdSheet(ctx.tx, id);
    const { mode } = await holdSession(ctx.tx, sheet.session);
    const shown: FactsOf<'sheet.askMeeting'> = {
      ...{ mode, sessionState: sheet.sessionState, absent: sheet.absent, reason },
    };
    const moved = await carryOut(ctx.tx, ctx, {
      ...{ action: 'sheet.askMeeting', subject: id, expect: ctx.expect, reason, facts: {}, shown },
      effect: async (tx) => {
        const asked = { reason, asked_on: ctx.day, asked_at: ctx.now };
        await tx
          .insertInto('ballot_ask')
          .values({ sheet: id, ...asked })
          .onConflict((on) => on.column('sheet').doUpdateSet(asked))
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version, draftVersion: sheet.draftVersion, hash: null };
  },
});

/** The secretary reminds everybody who has not answered and was not reminded today. */
export const remindBallot = action({
  name: 'session.remind',
  title: 'Nhắc người chưa trả lời',
  input: sessionStep,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, { id }): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, id);
    const waiting = session.mode === 'written' ? toRemind(await ballots(ctx.tx, session, ctx.day), ctx.day) : [];
    const shown: FactsOf<'session.remind'> = { mode: session.mode, waiting: waiting.map(({ name }) => name) };
    const moved = await carryOut(ctx.tx, ctx, {
      ...{ action: 'session.remind', subject: id, expect: ctx.expect, shown },
      facts: { seats: waiting.map(({ seat }) => seat) },
      effect: async (tx) => {
        const lastDay = lastDayOf(session, ctx.day);
        for (const one of waiting) {
          const row = { session: id, seat: one.seat, kind: `secretary:${ctx.day}`, day: ctx.day };
          await tx.insertInto('ballot_reminder').values(row).execute();
          await remindMember(tx, session, one, { open: one.open, lastDay, day: ctx.day });
        }
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/**
 * Turns written opinions into a meeting: products to be discussed are scored again, what was handed in on them stays as
 * the first versions; opinions on the other products stand. Why, and how far the ballot had come, is kept.
 */
export const meetInstead = action({
  name: 'session.meetInstead',
  title: 'Chuyển sang họp',
  input: meetInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await lockSessionAlone(ctx.tx, given.id);
    const session = await holdSession(ctx.tx, given.id);
    const products = await ballotProducts(ctx.tx, session, EVERY_SEAT);
    const chosen = products.filter((one) => one.cause !== null || given.dossiers.includes(one.dossier));
    if (given.dossiers.some((one) => !chosen.some(({ dossier }) => dossier === one)))
      throw invalid('dossiers', 'Chọn sản phẩm đang đánh giá của phiên này');
    await refuseNames(ctx.tx, session, session.dossiers, { reason: given.reason, place: given.place });
    const causes = chosen.flatMap(({ cause }) => cause ?? []);
    const reason = [...causes, ...(given.reason ? [given.reason] : [])].join('; ');
    const shown: FactsOf<'session.meetInstead'> = {
      ...{ mode: session.mode, products: chosen.map(({ dossier }) => dossier), causes, reason: given.reason ?? '' },
    };
    const all = await ballots(ctx.tx, session, ctx.day);
    const results = session.state === 'opened' ? await resultFacts(ctx.tx, session) : [];
    const met: MetInstead = {
      ...{ on: ctx.day, reason, products: chosen.map(({ product }) => product) },
      ...{ answerBy: lastDayOf(session, ctx.day), answered: answeredOf(all), members: all.length },
    };
    const moved = await carryOut(ctx.tx, ctx, {
      ...{ action: 'session.meetInstead', subject: session.id, expect: ctx.expect, reason, shown },
      facts: { dossiers: chosen.map(({ dossier }) => dossier), answered: met.answered, members: met.members },
      effect: async (tx) => {
        await tx
          .updateTable('council_session')
          .set({ mode: 'meeting', met_instead: JSON.stringify(met), closes_at: null })
          .set({ held_on: given.heldOn, place: given.place ?? null })
          .where('id', '=', session.id)
          .execute();
        for (const { dossier } of chosen) {
          const result = results.find((one) => one.dossier === dossier);
          if (result && result.pairs > 0)
            await writeRound(tx, session.id, dossier, { outcome: 'rescored', reason, mean: meanText(result) });
          await openSheetsAgain(ctx, tx, session, { dossier, seats: null, reason: `Chuyển sang họp: ${reason}` });
        }
        const words = {
          subject: `Chuyển sang họp: ${session.title}`,
          body: `Việc lấy ý kiến bằng văn bản chuyển sang họp ngày ${dayText(given.heldOn)}${given.place ? ` tại ${given.place}` : ''}. Lý do: ${reason}. Phiếu đã nộp được giữ làm bản đầu; sau thảo luận chấm và nộp lại.`,
        };
        for (const seat of await sessionSeats(tx, session.id)) await tellMember(tx, session, seat, words);
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

/** Members that have answered. */
export const answeredOf = (all: readonly Ballot[]): number => all.filter(({ kind }) => kind === 'answered').length;
