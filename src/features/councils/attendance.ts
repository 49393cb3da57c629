import { sql } from 'kysely';
import type { z } from 'zod';
import type { FactsOf } from '#law/moves';
import type { StandIn } from '#law/substitutes';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { namesFor } from './blind.ts';
import {
  recordAbsence as absenceInput,
  recordPresence as presenceInput,
  recuse as recuseInput,
  type SessionRow,
  sessionRow,
} from './schema.ts';
import { holdSession, type SessionRecord, sessionSeats } from './session-record.ts';
import { lockSessionAlone } from './sheet.ts';

/**
 * Records that a seat does not take part, and who stands in for it; scoring seats left decide the quorum. A seat that has
 * handed in a sheet took part: the chair opens the sheet again first, so no result counts a seat the minutes call absent.
 */
export const recordAbsence = action({
  name: 'session.recordAbsence',
  title: 'Ghi nhận vắng mặt',
  input: absenceInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await lockSessionAlone(ctx.tx, given.id);
    const session = await holdSession(ctx.tx, given.id);
    const absent = await needSeat(ctx.tx, session, given.seat);
    let standIn: StandIn | null = null;
    if (given.standsIn !== undefined) {
      const substitute = await needSeat(ctx.tx, session, given.standsIn);
      if (substitute.role !== 'substitute') throw invalid('standsIn', 'Chọn một ủy viên dự khuyết');
      if (session.state !== 'preparing')
        throw refused('Phiên đã bắt đầu nên không thay người được nữa. Chỉ ghi nhận vắng mặt.');
      const free = (await sessionSeats(ctx.tx, session.id)).filter(
        (one) => one.role === 'substitute' && !one.absent && one.standsFor === null && one.seat !== given.standsIn,
      );
      standIn = {
        ...{ absent: absent.organisation, substitute: substitute.organisation },
        ...{ free: free.map(({ organisation }) => organisation), rule: session.regulation.substitutes },
      };
    }
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.recordAbsence',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { seat: given.seat, reason: given.reason, standsIn: given.standsIn ?? null },
      shown: { ...(await absenceFacts(ctx.tx, given, ctx.actor.account)), standIn },
      effect: async (tx) => {
        await tx
          .insertInto('session_attendance')
          .values({
            session: given.id,
            seat: given.seat,
            present: false,
            reason: given.reason,
            stands_in: given.standsIn ?? null,
          })
          .onConflict((on) =>
            on.columns(['session', 'seat']).doUpdateSet({
              present: false,
              reason: given.reason,
              stands_in: given.standsIn ?? null,
            }),
          )
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** Sheets that stand in an opened result bind nobody to a scoring done again. */
async function absenceFacts(
  tx: Tx,
  { id, seat, reason }: { id: string; seat: string; reason: string },
  reader: string,
): Promise<Omit<FactsOf<'session.recordAbsence'>, 'standIn'>> {
  const { rows } = await sql<{ product: string }>`
    select ${namesFor(reader).product} as product from score_sheet s join lifecycle l on l.id = s.id
      join session_dossier o on o.session = s.session and o.dossier = s.dossier
      join dossier d on d.id = s.dossier join product p on p.id = d.product
     where s.session = ${id} and s.seat = ${seat} and l.state = 'submitted'
       and (o.rescoring or not exists (select from evaluation_result r where r.session = s.session and r.dossier = s.dossier))
       and not exists (select from recusal x where x.session = s.session and x.dossier = s.dossier and x.seat = s.seat)
     order by o.position`.execute(tx);
  return { seat, reason, handedIn: rows.map(({ product }) => product) };
}

/** Takes an absence back: recorded by mistake, or the member came after all. The sheets the seat began are as they were. */
export const recordPresence = action({
  name: 'session.recordPresence',
  title: 'Ghi nhận có mặt',
  input: presenceInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await lockSessionAlone(ctx.tx, given.id);
    const session = await holdSession(ctx.tx, given.id);
    const { id } = await needSeat(ctx.tx, session, given.seat);
    const { rows } = await sql<{ standsIn: string | null; sheets: number }>`
      select a.stands_in as "standsIn", (select count(*)::int from score_sheet s where s.session = a.session and s.seat = a.seat) as sheets
        from session_attendance a where a.session = ${given.id} and a.seat = ${id} and not a.present`.execute(ctx.tx);
    const [absence] = rows;
    if (!absence) throw invalid('seat', 'Thành viên này không bị ghi vắng');
    const mayScore = session.state === 'preparing' || (absence.standsIn === null && absence.sheets > 0);
    const shown: FactsOf<'session.recordPresence'> = { seat: id, reason: given.reason, mayScore };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.recordPresence',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { seat: id, reason: given.reason },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('session_attendance')
          .set({ present: true, reason: null, stands_in: null })
          .where('session', '=', given.id)
          .where('seat', '=', id)
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** A member steps back from one dossier: neither reads nor scores it from now on; a sheet begun is never counted. */
export const recuse = action({
  name: 'session.recuse',
  title: 'Không tham gia chấm hồ sơ',
  input: recuseInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const seat = await needSeat(ctx.tx, session, given.seat);
    const byOffice = ['province', 'ministry', 'councilSecretary'].includes(ctx.actor.role);
    if (!byOffice && seat.account !== ctx.actor.account) throw notFound();
    if (seat.role === 'secretary')
      throw invalid('seat', 'Thư ký không chấm điểm. Nếu thư ký có xung đột lợi ích, đổi thư ký của Hội đồng.');
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một hồ sơ của phiên này');
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.recuse',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { seat: given.seat, dossier: given.dossier, kind: given.kind ?? 'other', reason: given.reason },
      effect: (tx) => stepBack(tx, given, seat),
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

async function stepBack(
  tx: Tx,
  { id: session, dossier, reason, kind = 'other' }: z.output<typeof recuseInput>,
  seat: { id: string; account: string },
): Promise<void> {
  await tx
    .insertInto('recusal')
    .values({ session, dossier, seat: seat.id, kind, reason })
    .onConflict((on) => on.doNothing())
    .execute();
  const sheets = tx
    .selectFrom('score_sheet')
    .select('id')
    .where('session', '=', session)
    .where('dossier', '=', dossier);
  await tx.deleteFrom('seat_reach').where('account', '=', seat.account).where('subject', 'in', sheets).execute();
  await tx.deleteFrom('seat_reach').where('account', '=', seat.account).where('subject', '=', dossier).execute();
}

/** The seat of the session's council. Throws when it is none. */
export async function needSeat(tx: Tx, session: SessionRecord, seat: string) {
  const found = await tx
    .selectFrom('council_seat')
    .select(['id', 'account', 'role', 'organisation'])
    .where('id', '=', seat)
    .where('council', '=', session.council)
    .executeTakeFirst();
  if (!found) throw invalid('seat', 'Chọn một thành viên của Hội đồng này');
  return found;
}
