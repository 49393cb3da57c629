import { sql } from 'kysely';
import { v7 } from 'uuid';
import { getDossier } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { blindNumbers, giveDossier, refuseNames, seatsWithNames } from './blind.ts';
import { LEVELS, officeNext } from './level.ts';
import { setAgenda as agendaInput, planSession as planInput, type SessionRow, sessionRow } from './schema.ts';
import { holdSession, type SessionRecord, sessionSeats } from './session-record.ts';
import { recusedSeats } from './start.ts';

/** Plans a session of a council. It keeps the regulation of this day; later corrections of the council do not touch it. */
export const planSession = action({
  name: 'session.plan',
  title: 'Lập phiên Hội đồng',
  input: planInput,
  output: sessionRow,
  async run(ctx, given): Promise<SessionRow> {
    await sql`select hold_subject(${given.council})`.execute(ctx.tx); // nobody dissolves it meanwhile
    const council = await ctx.tx
      .selectFrom('council as c')
      .innerJoin('lifecycle as l', 'l.id', 'c.id')
      .select(['c.id', 'c.level', 'c.province', 'c.regulation', 'l.state'])
      .where('c.id', '=', given.council)
      .where('c.province', 'is not distinct from', ctx.actor.area)
      .executeTakeFirst();
    if (!council) throw invalid('council', 'Chọn một Hội đồng của cơ quan mình');
    const id = v7();
    const shown: FactsOf<'session.plan'> = { mode: given.mode, councilState: council.state };
    const moved = await beget(ctx.tx, ctx, {
      process: 'session',
      id,
      action: 'session.plan',
      next: { ...officeNext(council.level === 'central' ? 'central' : 'province'), dueOn: given.heldOn ?? null },
      reach: { province: council.province },
      facts: { council: given.council, round: given.round ?? null, title: given.title, mode: given.mode },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('council_session')
          .values({
            id,
            council: given.council,
            round: given.round ?? null,
            title: given.title,
            mode: given.mode,
            held_on: given.heldOn ?? null,
            place: given.place ?? null,
            settings: JSON.stringify(council.regulation),
          })
          .execute();
        await giveSessionToSeats(tx, id, given.council);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Every seat of the council reaches the session; what a seat may do there, the policy table says. */
async function giveSessionToSeats(tx: Tx, session: string, council: string): Promise<void> {
  const seats = await tx
    .selectFrom('council_seat')
    .select(['id', 'account', 'role'])
    .where('council', '=', council)
    .where('valid_to', 'is', null)
    .execute();
  if (seats.length === 0) throw refused('Hội đồng chưa có thành viên. Thêm thành viên trước khi lập phiên.');
  await tx
    .insertInto('seat_reach')
    .values(seats.map((one) => ({ subject: session, account: one.account, seat_role: one.role, seat: one.id })))
    .execute();
}

/** Sets day, place, agenda and the dossiers in their order. Dossiers must be in the round (inRound) and of this province. */
export const setAgenda = action({
  name: 'session.setAgenda',
  title: 'Ghi chương trình phiên',
  input: agendaInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    if (new Set(given.dossiers).size !== given.dossiers.length)
      throw invalid('dossiers', 'Mỗi hồ sơ chỉ xếp một lần vào phiên');
    await checkDossiers(
      ctx,
      session,
      given.dossiers.filter((one) => !session.dossiers.includes(one)),
    );
    const { title } = session;
    await refuseNames(ctx.tx, session, given.dossiers, { agenda: given.agenda, place: given.place, dossiers: title });
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.setAgenda',
      subject: given.id,
      expect: ctx.expect,
      facts: { dossiers: given.dossiers, heldOn: given.heldOn ?? null, place: given.place ?? null },
      effect: async (tx) => {
        await tx
          .updateTable('council_session')
          .set({
            agenda: given.agenda ?? null,
            held_on: given.heldOn ?? null,
            place: given.place ?? null,
            closes_at: given.closesOn ? new Date(`${given.closesOn}T23:59:59+07:00`) : null,
          })
          .where('id', '=', given.id)
          .execute();
        await changeDossiers(ctx, tx, session, given.dossiers);
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

async function checkDossiers(ctx: ActionContext, session: SessionRecord, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const free = await ctx.tx
    .selectFrom('dossier as d')
    .innerJoin('lifecycle as l', 'l.id', 'd.id')
    .select('d.id')
    .where('d.id', 'in', [...ids])
    .where('l.state', '=', LEVELS[session.level].waiting)
    .$if(session.province !== null, (query) => query.where('d.province', '=', session.province))
    .execute();
  if (free.length !== ids.length) throw invalid('dossiers', 'Chỉ xếp hồ sơ đã vào đợt, chưa nằm trong phiên nào khác');
}

/**
 * Empties the agenda of a session that has not begun or is cancelled; dossiers that leave it go back to their round and are out of the
 * reach of its seats. One that was excluded meanwhile stays excluded.
 */
export async function clearAgenda(
  ctx: ActionContext,
  tx: Tx,
  session: SessionRecord,
  leaving: readonly string[],
): Promise<void> {
  for (const dossier of leaving) {
    await tx.deleteFrom('seat_reach').where('subject', '=', dossier).execute();
    const { state } = await getDossier(tx, dossier);
    const { sitting, unassign } = LEVELS[session.level];
    if (state !== sitting) continue;
    const shown: FactsOf<typeof unassign> = { sessionState: session.state };
    await carryOut(tx, ctx, { action: unassign, subject: dossier, facts: { session: session.id }, shown });
  }
  await tx.deleteFrom('session_dossier').where('session', '=', session.id).execute();
}

/** Newcomers go into the session and can be read by its seats; those taken off go back to their round. */
async function changeDossiers(
  ctx: ActionContext,
  tx: Tx,
  session: SessionRecord,
  wanted: readonly string[],
): Promise<void> {
  const numberOf = await blindNumbers(tx, session, wanted);
  await clearAgenda(
    ctx,
    tx,
    session,
    session.dossiers.filter((one) => !wanted.includes(one)),
  );
  if (wanted.length > 0)
    await tx
      .insertInto('session_dossier')

      .values(
        wanted.map((dossier, i) => ({
          ...{ session: session.id, dossier, position: i + 1 },
          blind_number: numberOf(dossier),
        })),
      )
      .execute();
  const seats = await sessionSeats(tx, session.id);
  for (const id of wanted.filter((one) => !session.dossiers.includes(one))) {
    const { kind } = await getDossier(tx, id);
    const shown: FactsOf<'dossier.assign'> = {
      session: session.id,
      sessionState: session.state,
      kind,
      mode: session.mode,
    };
    await carryOut(tx, ctx, {
      action: LEVELS[session.level].assign,
      subject: id,
      facts: { session: session.id, title: session.title, heldOn: session.heldOn },
      shown,
    });
    const back = await recusedSeats(tx, session.id, id);
    const named = seatsWithNames(session, seats);
    await giveDossier(
      tx,
      id,
      named.filter((one) => !back.has(one.seat)),
      seats.filter((one) => !named.includes(one)),
    );
  }
}
