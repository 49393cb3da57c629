/** The meeting of a session as its chapter (features/meeting) keeps it, for the sheet, the minutes and the report. */
import { type Kysely, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import type { MinutesData } from './papers/minutes.ts';
import { flightLines } from './tasting-read.ts';

type Db = Kysely<DB> | Tx;

export interface MeetingRecord {
  /** 'HH:MM' */
  readonly began: string;
  readonly ended: string | null;
  /** The dossier on the table. */
  readonly current: string | null;
  readonly version: number;
}

/** The meeting of a session; undefined before it begins. */
export async function findMeeting(db: Db, session: string): Promise<MeetingRecord | undefined> {
  return db
    .selectFrom('meeting')
    .select(['began', 'ended', 'current', 'version'])
    .where('session', '=', session)
    .executeTakeFirst();
}

/** May this reader know which sheets are in before the scores are open (U31): who closes the session, and who opens a sheet again. */
export const mayWatch = async (ctx: Pick<ReadContext, 'may'>, session: string): Promise<boolean> =>
  (await ctx.may('session.close', session)) || (await ctx.may('sheet.reopen'));

/**
 * Changes whenever the room has something new to show: the meeting, its attendance, the state of the session, proposals
 * recorded; for who may know which sheets are in (`watches`), how many. Tells nothing else (U31).
 */
export async function meetingStamp(db: Db, session: string, watches: boolean): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(concat_ws('|', l.state, m.version, m.ended,
        (select string_agg(a.seat::text || a.present || coalesce(a.stands_in::text, ''), ',' order by a.seat)
           from session_attendance a where a.session = l.id),
        (select string_agg(p.dossier::text || p.recorded_at, ',' order by p.dossier) from council_proposal p where p.session = l.id),
        case when ${watches}::boolean then (select count(*) from score_sheet s join lifecycle k on k.id = s.id
           where s.session = l.id and k.state = 'submitted') end)) as stamp
      from lifecycle l left join meeting m on m.session = l.id where l.id = ${session}`.execute(db);
  return rows[0]?.stamp ?? '';
}

export interface ProposalLine {
  readonly dossier: string;
  readonly product: string;
  readonly proposal: string;
  readonly remark: string | null;
}

/** What the council proposed for the results as they stand, in the order of the agenda. */
export async function councilProposals(db: Db, session: string): Promise<ProposalLine[]> {
  const { rows } = await sql<ProposalLine>`
    select c.dossier, p.name as product, c.proposal, c.remark
      from council_proposal c join evaluation_result r on r.session = c.session and r.dossier = c.dossier and r.computed_at = c.result_at
      join session_dossier o on o.session = c.session and o.dossier = c.dossier
      join dossier d on d.id = c.dossier join product p on p.id = d.product
     where c.session = ${session} order by o.position`.execute(db);
  return rows;
}

/** What the minutes say of the meeting: its hours in words, what was discussed (one paragraph a product), what was proposed. */
export async function minutesOfMeeting(db: Db, session: string) {
  const { rows } = await sql<{ product: string; body: string }>`
    select p.name as product, n.body from discussion_note n
      join session_dossier o on o.session = n.session and o.dossier = n.dossier
      join dossier d on d.id = n.dossier join product p on p.id = d.product
     where n.session = ${session} and n.body <> '' order by o.position`.execute(db);
  const [meeting, proposals, flights, numbers] = await Promise.all([
    findMeeting(db, session),
    councilProposals(db, session),
    flightLines(db, session),
    openedNumbers(db, session),
  ]);
  return {
    startedAt: hourWords(meeting?.began),
    endedAt: hourWords(meeting?.ended),
    ...{ flights, numbers },
    discussion: rows.length === 0 ? null : rows.map(({ product, body }) => `- ${product}: ${body}`).join('\n'),
    proposals: proposals.map(({ product, proposal, remark }) => ({ product, proposal, remark })),
  };
}

/** What the numbers of a session judged without names stood for; none before the scores are open. */
async function openedNumbers(db: Db, session: string): Promise<MinutesData['numbers']> {
  const { rows } = await sql<MinutesData['numbers'][number]>`
    select o.blind_number as number, p.name as product, m.name as producer from session_dossier o
      join dossier d on d.id = o.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where o.session = ${session} and o.blind_number is not null
       and exists (select from evaluation_result r where r.session = o.session) order by o.blind_number`.execute(db);
  return rows;
}

const hourWords = (hour: string | null | undefined): string | null => hour?.replace(':', ' giờ ') ?? null;
