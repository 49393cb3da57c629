import { type Kysely, sql } from 'kysely';
import type { SpreadPair } from '#law/council';
import type { PartCode, Star } from '#law/rulebooks';
import type { Gates, Mean } from '#law/stars';
import type { StarVote } from '#law/vote';
import type { DB } from '#platform/db/schema.generated';
import { setIndexOf } from './compute.ts';
import type { CouncilLevel } from './level.ts';
import { type PaperMark, paperMark } from './paper-read.ts';

/** The stored result of one dossier, as it was computed at opening. */
export interface StoredResult {
  readonly session: string;
  readonly dossier: string;
  /** Whose council found it. */
  readonly level: CouncilLevel;
  readonly productSet: string;
  readonly product: string;
  readonly producer: string;
  readonly sum: number;
  readonly count: number;
  readonly bandStar: Star;
  /** The band of points the mean lies in: from, to. */
  readonly band: readonly [number, number];
  readonly star: Star | null;
  /** How members voted, where their regulation lets the vote decide. */
  readonly vote: StarVote | null;
  readonly gates: Gates;
  readonly candidate: boolean;
  readonly excluded: { readonly ground: string; readonly reason: string } | null;
  readonly spread: readonly SpreadPair[];
  readonly spreadAccepted: string | null;
  readonly parts: Readonly<Record<PartCode, Mean>>;
  readonly path: 'toMinistry' | 'recogniseFour' | null;
  readonly pathReason: string | null;
  /** Totals of the sheets, in the order of the seats. */
  readonly sheets: readonly {
    readonly id: string;
    readonly seat: string;
    readonly member: string;
    readonly organisation: string;
    readonly total: number;
    readonly hash: string;
    readonly versions: number;
    readonly opinion: string | null;
    /** Set for a sheet that was entered from paper. */
    readonly paper: PaperMark | null;
    /** The ground of exclusion the member found, with the reason. */
    readonly exclusion: { readonly ground: string; readonly reason: string } | null;
  }[];
}

/** Results of a session, in the order of the agenda; empty before the scores are opened. Ask `result.read` first. */
export async function sessionResults(
  db: Kysely<DB>,
  session: string,
  dossier: string | null = null,
): Promise<StoredResult[]> {
  const { rows } = await sql<Omit<StoredResult, 'band'>>`
    select r.session, r.dossier, c.level, d.product_set as "productSet", p.name as product, m.name as producer,
           r.point_sum as sum, r.sheet_count as count, r.band_star as "bandStar", r.star, r.vote, r.gates, r.candidate, r.excluded,
           r.spread, r.spread_accepted as "spreadAccepted", r.parts, r.path, r.path_reason as "pathReason",
           coalesce((select json_agg(json_build_object('id', h.id, 'seat', h.seat, 'member', a.full_name, 'organisation', c.organisation,
               'total', v.total, 'hash', v.hash, 'versions', v.no, 'opinion', v.opinion, 'exclusion', v.exclusion,
               'paper', ${paperMark}) order by h.seat)
             from score_sheet h join lifecycle k on k.id = h.id join council_seat c on c.id = h.seat join account a on a.id = c.account
             join lateral (select * from score_sheet_version v where v.sheet = h.id order by v.no desc limit 1) v on true
            where h.session = r.session and h.dossier = r.dossier and k.state = 'submitted'
              and not exists (select from recusal x where x.session = h.session and x.dossier = h.dossier and x.seat = h.seat)), '[]') as sheets
      from evaluation_result r join session_dossier s on s.session = r.session and s.dossier = r.dossier
      join council_session z on z.id = r.session join council c on c.id = z.council
      join dossier d on d.id = r.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where r.session = ${session} and (${dossier}::uuid is null or r.dossier = ${dossier}) order by s.position`.execute(
    db,
  );
  return Promise.all(rows.map(async (row) => ({ ...row, band: await bandOf(row.productSet, row.bandStar) })));
}

/** A result of the province with the points of five stars: its dossier goes on to the Ministry, or the office chooses. */
export const isCandidate = ({ candidate, level }: Pick<StoredResult, 'candidate' | 'level'>) =>
  candidate && level === 'province';

/** The newest result of a dossier with where the dossier stands; undefined before one was opened. Ask permission first. */
export async function latestResultOf(
  db: Kysely<DB>,
  dossier: string,
): Promise<{ result: StoredResult; state: string; version: number } | undefined> {
  const { rows } = await sql<{ session: string; state: string; version: number }>`
    select r.session, l.state, l.version from evaluation_result r join lifecycle l on l.id = r.dossier
     where r.dossier = ${dossier} order by r.computed_at desc limit 1`.execute(db);
  const [row] = rows;
  const [result] = row ? await sessionResults(db, row.session, dossier) : [];
  return row && result && { result, state: row.state, version: row.version };
}

/** Grounds of exclusion members found on a dossier, of sessions whose scores are open (S14). */
export async function proposedExclusions(
  db: Kysely<DB>,
  dossier: string,
): Promise<{ member: string; ground: string; reason: string }[]> {
  const { rows } = await sql<{ member: string; ground: string; reason: string }>`
    select a.full_name as member, v.exclusion->>'ground' as ground, v.exclusion->>'reason' as reason
      from score_sheet s join lifecycle k on k.id = s.session and k.state in ('opened', 'concluded')
      join council_seat c on c.id = s.seat join account a on a.id = c.account
      join lateral (select * from score_sheet_version v where v.sheet = s.id order by v.no desc limit 1) v on true
     where s.dossier = ${dossier} and v.exclusion is not null order by a.full_name`.execute(db);
  return rows;
}

async function bandOf(productSet: string, star: Star): Promise<readonly [number, number]> {
  const { bands } = await setIndexOf(productSet);
  const band = bands.find((one) => one.star === star);
  return band ? [band.minPoints, band.maxPoints] : [0, 0];
}
