/** What the room sees: the agenda with the product on the table, who is there, and to each member the own sheets. */
import { type Kysely, sql } from 'kysely';
import {
  councilProposals,
  findMeeting,
  findSession,
  type MeetingRecord,
  mayWatch,
  meetingStamp,
  type ProposalLine,
  type SessionRecord,
  type SessionSeat,
  type StoredResult,
  sessionBoard,
  sessionResults,
  sessionSeats,
  steppedBackFrom,
} from '#features/councils';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';

/** A product of the agenda as this reader may know it. */
export interface AgendaRow {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly productCode: string | null;
  /** Names are kept from the reader until the scores are open. */
  readonly blind: boolean;
  readonly state: string;
  /** The reader's own sheet, if one was handed out. */
  readonly own: { readonly id: string; readonly state: 'open' | 'submitted' } | null;
  /** How many of how many sheets are in; null for who may not know before the opening. */
  readonly handedIn: { readonly done: number; readonly of: number } | null;
  readonly result: StoredResult | null;
  readonly proposal: ProposalLine | null;
}

export interface Room {
  readonly session: SessionRecord;
  readonly seats: readonly SessionSeat[];
  readonly meeting: MeetingRecord | undefined;
  readonly agenda: readonly AgendaRow[];
  /** The product on the table; null when there is none, or none this reader takes part in. */
  readonly current: string | null;
  readonly stamp: string;
}

/** The room of a session, or undefined. Ask `session.read` first. As many queries for sixty products as for one. */
export async function readRoom(ctx: ReadContext, id: string): Promise<Room | undefined> {
  const { db, actor } = ctx;
  const session = await findSession(db, id);
  if (!session) return undefined;
  const [watches, mayRead] = await Promise.all([mayWatch(ctx, id), ctx.may('result.read', id)]);
  const [seats, board, meeting, own, results, proposals, hidden, stamp] = await Promise.all([
    sessionSeats(db, id),
    sessionBoard(db, id, actor.account),
    findMeeting(db, id),
    ownSheets(db, id, actor.account),
    mayRead ? sessionResults(db, id) : [],
    mayRead ? councilProposals(db, id) : [],
    steppedBackFrom(db, id, actor.account),
    meetingStamp(db, id, watches),
  ]);
  const of = <T extends { dossier: string }>(rows: readonly T[]) => new Map(rows.map((one) => [one.dossier, one]));
  const [ownOf, resultOf, proposalOf] = [of(own), of(results), of(proposals)];
  const agenda = board
    .filter(({ dossier }) => !hidden.has(dossier))
    .map(({ dossier, product, producer, productCode, blind, state, sheets, recused }): AgendaRow => {
      const counted = sheets.filter(({ seat }) => !recused.includes(seat));
      const done = counted.filter(({ submitted }) => submitted).length;
      return {
        ...{ dossier, product, producer, productCode, blind, state },
        own: ownOf.get(dossier) ?? null,
        handedIn: watches && counted.length > 0 ? { done, of: counted.length } : null,
        result: resultOf.get(dossier) ?? null,
        proposal: proposalOf.get(dossier) ?? null,
      };
    });
  const current = agenda.some(({ dossier }) => dossier === meeting?.current) ? (meeting?.current ?? null) : null;
  return { session, seats, meeting, agenda, current, stamp };
}

interface OwnSheet {
  readonly dossier: string;
  readonly id: string;
  readonly state: 'open' | 'submitted';
}

async function ownSheets(db: Kysely<DB>, session: string, account: string): Promise<OwnSheet[]> {
  const { rows } = await sql<OwnSheet>`
    select s.dossier, s.id, l.state from score_sheet s join lifecycle l on l.id = s.id
      join seat_reach r on r.subject = s.id and r.seat_role = 'author' and r.account = ${account}
     where s.session = ${session}`.execute(db);
  return rows;
}

export interface Note {
  readonly body: string;
  readonly version: number;
  readonly savedAt: Date | null;
}

/** What the secretary has written down of a product. */
export async function discussionNote(db: Kysely<DB>, session: string, dossier: string): Promise<Note> {
  const row = await db
    .selectFrom('discussion_note')
    .select(['body', 'version', 'saved_at as savedAt'])
    .where('session', '=', session)
    .where('dossier', '=', dossier)
    .executeTakeFirst();
  return row ?? { body: '', version: 0, savedAt: null };
}
