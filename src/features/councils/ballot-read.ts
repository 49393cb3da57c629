/** Where a ballot stands: who was sent it, who answered, who was reminded, and whether it must turn into a meeting. */
import { type Kysely, sql } from 'kysely';
import { type BallotAnswer, type BallotStanding, ballotStanding, causeToMeet } from '#law/ballot';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { lastDayOf } from './ballot-letters.ts';
import { namesFor, type Reader } from './blind.ts';
import { LEVELS } from './level.ts';
import type { SessionRecord } from './session-record.ts';

type Db = Kysely<DB> | Tx;

/** One product of a ballot and why the regulation calls for a meeting on it, if it does. */
export interface BallotProductRow {
  readonly dossier: string;
  readonly product: string;
  readonly cause: string | null;
}

/** The products of a session that goes by written opinions, in the order of the agenda; none of a meeting. */
export async function ballotProducts(db: Db, session: SessionRecord, reader: Reader): Promise<BallotProductRow[]> {
  if (session.mode !== 'written') return [];
  const { rows } = await sql<{ dossier: string; product: string; askers: number; widest: number | null }>`
    select o.dossier, ${namesFor(reader).product} as product,
           (select count(*)::int from ballot_ask b join score_sheet s on s.id = b.sheet join lifecycle h on h.id = s.id and h.state = 'open'
             where s.session = o.session and s.dossier = o.dossier and ${takesPart}) as askers,
           (select max((x->>'difference')::int) from evaluation_result r, jsonb_array_elements(r.spread) x
             where r.session = o.session and r.dossier = o.dossier) as widest
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
      join lifecycle l on l.id = d.id and l.state = ${LEVELS[session.level].sitting}
     where o.session = ${session.id} order by o.position`.execute(db);
  return rows.map(({ dossier, product, askers, widest }) => ({
    ...{ dossier, product },
    cause: causeToMeet({ name: product, askers, widest }, session.regulation),
  }));
}

/** The author of sheet `s` is neither absent from its session nor has stepped back from its product. */
const takesPart = sql<boolean>`
  not exists (select from session_attendance t where t.session = s.session and t.seat = s.seat and not t.present)
  and not exists (select from recusal r where r.session = s.session and r.dossier = s.dossier and r.seat = s.seat)`;

/** Why written opinions must be discussed in a meeting first, one sentence a product. */
export async function causesToMeet(db: Db, session: SessionRecord, reader: Reader): Promise<string[]> {
  return (await ballotProducts(db, session, reader)).flatMap(({ cause }) => cause ?? []);
}

/** One member's ballot. */
export interface Ballot extends BallotStanding {
  readonly seat: string;
  readonly account: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string;
  readonly answers: readonly BallotSheetRow[];
  readonly reminded: readonly { readonly day: Day; readonly bySecretary: boolean }[];
}

interface BallotSheetRow {
  readonly dossier: string;
  readonly product: string;
  readonly answer: BallotAnswer;
  /** Why the member asks for a meeting. */
  readonly reason: string | null;
}

/** Everybody who was sent a ballot, by name; products in `hidden` are left out. */
export async function ballots(
  db: Db,
  session: SessionRecord,
  day: Day,
  reader: Reader = null,
  hidden: ReadonlySet<string> = new Set(),
): Promise<Ballot[]> {
  const { rows } = await sql<Omit<Ballot, keyof BallotStanding>>`
    select c.id as seat, c.account, a.full_name as name, a.email, c.organisation,
           json_agg(json_build_object('dossier', s.dossier, 'product', ${namesFor(reader).product}, 'reason', b.reason,
             'answer', case when h.state = 'submitted' then 'in' when b.sheet is not null then 'asks' else 'open' end)
             order by o.position) as answers,
           coalesce((select json_agg(json_build_object('day', m.day, 'bySecretary', m.kind like 'secretary:%') order by m.at)
             from ballot_reminder m where m.session = s.session and m.seat = c.id), '[]') as reminded
      from score_sheet s join lifecycle h on h.id = s.id join council_seat c on c.id = s.seat join account a on a.id = c.account
      join session_dossier o on o.session = s.session and o.dossier = s.dossier
      join dossier d on d.id = s.dossier join product p on p.id = d.product left join ballot_ask b on b.sheet = s.id
     where s.session = ${session.id} and ${takesPart}
     group by s.session, c.id, a.id order by a.full_name, c.id`.execute(db);
  const lastDay = lastDayOf(session, session.sentOn ?? day);
  return rows.map((row) => {
    const answers = row.answers.filter(({ dossier }) => !hidden.has(dossier));
    return {
      ...row,
      answers,
      ...ballotStanding(
        answers.map(({ answer }) => answer),
        lastDay,
        day,
      ),
    };
  });
}

/** Those who have not answered and were not reminded on this day. */
export const toRemind = (all: readonly Ballot[], day: Day): Ballot[] =>
  all.filter((one) => one.open > 0 && !one.reminded.some((reminder) => reminder.day === day));
