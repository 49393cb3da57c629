/** Where members differ by more than the regulation allows: each pair with the criteria that cause most of it, both notes beside. */
import { type Kysely, sql } from 'kysely';
import type { SpreadPair } from '#law/council';
import { optionsOf, scoredCriteria } from '#law/rulebooks';
import type { Answers } from '#law/scoring';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { calmTitle } from '#ui';
import { setIndexOf } from './compute.ts';

type Db = Kysely<DB> | Tx;

/** What one member gave on one criterion. */
export interface TracedMark {
  readonly points: number;
  /** The wording of what was chosen; empty when nothing was. */
  readonly chosen: readonly string[];
  readonly note: string | null;
}

export interface TracedCause {
  readonly criterion: string;
  readonly title: string;
  readonly maxPoints: number;
  readonly difference: number;
  readonly higher: TracedMark;
  readonly lower: TracedMark;
}

interface TracedMember {
  readonly seat: string;
  readonly name: string;
  readonly total: number;
}

export interface TracedPair {
  readonly higher: TracedMember;
  readonly lower: TracedMember;
  readonly difference: number;
  readonly causes: readonly TracedCause[];
}

interface Scored extends TracedMember {
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
}

/** The pairs of a stored result traced to marks and notes, the widest first; empty when there are none. Ask `result.read`. */
export async function tracedPairs(db: Db, session: string, dossier: string): Promise<TracedPair[]> {
  const { rows } = await sql<{ productSet: string; spread: SpreadPair[]; sheets: Scored[] }>`
    select d.product_set as "productSet", r.spread,
           coalesce((select json_agg(json_build_object('seat', h.seat, 'name', a.full_name, 'total', v.total, 'answers', v.answers, 'notes', v.notes))
             from score_sheet h join council_seat c on c.id = h.seat join account a on a.id = c.account
             join lateral (select * from score_sheet_version w where w.sheet = h.id order by w.no desc limit 1) v on true
            where h.session = r.session and h.dossier = r.dossier), '[]') as sheets
      from evaluation_result r join dossier d on d.id = r.dossier where r.session = ${session} and r.dossier = ${dossier}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return [];
  const index = await setIndexOf(row.productSet);
  const labels = new Map(
    scoredCriteria(index.set)
      .flatMap(optionsOf)
      .map(({ id, label }) => [id, label]),
  );
  const mark = ({ answers, notes }: Scored, code: string): TracedMark => {
    const chosen = [answers[code] ?? []].flat();
    const options = index.byCode.get(code)?.options;
    return {
      points: chosen.reduce((sum, id) => sum + (options?.get(id)?.points ?? 0), 0),
      chosen: chosen.map((id) => labels.get(id) ?? id),
      note: notes[code] ?? null,
    };
  };
  const named = ({ seat, name, total }: Scored): TracedMember => ({ seat, name, total });
  return row.spread.flatMap((pair) => {
    const higher = row.sheets.find(({ seat }) => seat === pair.higher);
    const lower = row.sheets.find(({ seat }) => seat === pair.lower);
    if (!higher || !lower) return [];
    const causes = pair.causes.map(({ criterion, difference }): TracedCause => {
      const { title = '', maxPoints = 0 } = index.byCode.get(criterion) ?? {};
      return {
        criterion,
        title: calmTitle(title),
        maxPoints,
        difference,
        higher: mark(higher, criterion),
        lower: mark(lower, criterion),
      };
    });
    return [{ higher: named(higher), lower: named(lower), difference: pair.difference, causes }];
  });
}

/** One decision about a spread, as it was recorded. */
export interface SpreadRound {
  readonly dossier: string;
  readonly no: number;
  readonly outcome: 'rescored' | 'kept';
  readonly reason: string;
  readonly mean: string;
  readonly pairs: readonly TracedPair[];
}

/** Decisions about spreads of a session, in their order. */
export async function spreadRounds(db: Db, session: string): Promise<SpreadRound[]> {
  const { rows } = await sql<SpreadRound>`
    select dossier, no, outcome, reason, mean, pairs from spread_round where session = ${session} order by dossier, no`.execute(
    db,
  );
  return rows;
}

/** Writes down what was decided about a spread, with the marks and notes it was decided on. */
export async function writeRound(
  tx: Tx,
  session: string,
  dossier: string,
  of: { outcome: SpreadRound['outcome']; reason: string; mean: string },
): Promise<void> {
  const pairs = JSON.stringify(await tracedPairs(tx, session, dossier));
  await sql`insert into spread_round (session, dossier, no, outcome, reason, mean, pairs)
    select ${session}, ${dossier}, coalesce(max(no), 0) + 1, ${of.outcome}, ${of.reason}, ${of.mean}, ${pairs}::jsonb
      from spread_round where session = ${session} and dossier = ${dossier}`.execute(tx);
}
