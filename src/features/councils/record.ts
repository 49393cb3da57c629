/** The record of a session as one file anyone can check: read from the tables while open, kept as it stood once concluded. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import {
  canonical,
  chainOf,
  RECORD_FORMAT,
  type RecordCore,
  type RecordedProduct,
  type SessionFile,
  sealOf,
} from '#law/session-record';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { minutesData, paperFacts } from './print-data.ts';
import { type SessionRecord, sessionSeats } from './session-record.ts';

type Db = Kysely<DB> | Tx;

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** What the seal of a session covers, from the tables. Ask `result.read` first: it holds every sheet. */
export async function recordCore(db: Db, session: SessionRecord): Promise<RecordCore> {
  const { rows } = await sql<{ name: string; act: string }>`
    select name, act || ' ngày ' || to_char(act_date, 'DD/MM/YYYY') as act from council where id = ${session.council}`.execute(
    db,
  );
  const [members, products] = await Promise.all([sessionSeats(db, session.id), recordedProducts(db, session.id)]);
  return {
    format: RECORD_FORMAT,
    session: {
      ...{ id: session.id, title: session.title, council: rows[0]?.name ?? '', councilAct: rows[0]?.act ?? '' },
      ...{ mode: session.mode, heldOn: session.heldOn },
    },
    regulation: { ...session.regulation },
    members: members.map(({ seat, name, organisation, role, absent, standsFor }) => ({
      ...{ seat, name, organisation, role, absent, standsFor },
    })),
    products,
    chain: chainOf(products, sha256),
  };
}

async function recordedProducts(db: Db, session: string): Promise<RecordedProduct[]> {
  const { rows } = await sql<RecordedProduct>`
    select r.dossier, p.name as product, m.name as producer, d.product_set as "productSet",
           coalesce((select json_agg(json_build_object('sheet', h.id, 'seat', h.seat,
               'counted', k.state = 'submitted' and not exists (select from recusal x
                  where x.session = h.session and x.dossier = h.dossier and x.seat = h.seat),
               'versions', (select json_agg(jsonb_build_object('no', v.no, 'answers', v.answers, 'notes', v.notes, 'opinion', v.opinion,
                  'exclusion', v.exclusion, 'total', v.total, 'hash', v.hash, 'reason', v.reason,
                  'at', to_char(v.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                  || case when v.entered_by is null then '{}' else jsonb_build_object('paper', jsonb_build_object(
                    'by', (select e.full_name from account e where e.id = v.entered_by),
                    'scan', (select f.sha256 from file f where f.id = v.scan))) end order by v.no)
                 from score_sheet_version v where v.sheet = h.id)) order by h.seat)
             from score_sheet h join lifecycle k on k.id = h.id
            where h.session = r.session and h.dossier = r.dossier
              and exists (select from score_sheet_version v where v.sheet = h.id)), '[]') as sheets,
           coalesce((select json_agg(json_build_object('seat', x.seat, 'reason', x.reason) order by x.seat)
             from recusal x where x.session = r.session and x.dossier = r.dossier), '[]') as "steppedBack",
           r.excluded, r.spread_accepted as "spreadAccepted",
           jsonb_build_object('sum', r.point_sum, 'count', r.sheet_count, 'bandStar', r.band_star, 'star', r.star,
             'candidate', r.candidate, 'gates', r.gates, 'parts', r.parts, 'criteria', r.criteria, 'spread', r.spread)
             || case when r.vote is null then '{}' else jsonb_build_object('vote', r.vote) end as result
      from evaluation_result r join session_dossier s on s.session = r.session and s.dossier = r.dossier
      join dossier d on d.id = r.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where r.session = ${session} order by s.position`.execute(db);
  return rows;
}

/** The seal of a session as it stands: the kept one once it is concluded. Null before the scores are open. */
export async function sealNow(db: Db, session: SessionRecord): Promise<string | null> {
  const kept = await db
    .selectFrom('session_record')
    .select('seal')
    .where('session', '=', session.id)
    .executeTakeFirst();
  if (kept) return kept.seal;
  if (session.state !== 'opened' && session.state !== 'concluded') return null;
  return sealOf(await recordCore(db, session), sha256);
}

/** The file of a session made anew from the tables, with the minutes it would print today. */
async function makeFile(db: Db, session: SessionRecord, day: Day): Promise<SessionFile> {
  const core = await recordCore(db, session);
  const seal = sealOf(core, sha256);
  const facts = await paperFacts(db, session.id);
  if (!facts) throw new Error(`no session ${session.id}`);
  const content = JSON.parse(JSON.stringify(await minutesData(db, facts, day, seal)));
  const { rows } = await sql<{ name: string; sha256: string }>`
    select f.name, f.sha256 from council_session s join file f on f.id = s.minutes_file where s.id = ${session.id}`.execute(
    db,
  );
  return { ...core, seal, minutes: { digest: sha256(canonical(content)), content, signed: rows[0] ?? null } };
}

/** Keeps the file of a session for ever, in the transaction that makes its minutes final; answers it. */
export async function keepFile(tx: Tx, session: SessionRecord, day: Day): Promise<SessionFile> {
  const file = await makeFile(tx, session, day);
  await tx
    .insertInto('session_record')
    .values({ session: session.id, seal: file.seal, record: JSON.stringify(file) })
    .execute();
  return file;
}

/** The file as text: the kept one, else made anew. */
export async function fileText(db: Db, session: SessionRecord, day: Day): Promise<string> {
  const kept = await db
    .selectFrom('session_record')
    .select('record')
    .where('session', '=', session.id)
    .executeTakeFirst();
  return kept?.record ?? JSON.stringify(await makeFile(db, session, day));
}
