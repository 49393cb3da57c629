/** The result of a dossier as far as its producer has been told of it, and the notes published with it. */
import { type Kysely, sql } from 'kysely';
import type { CriterionMean } from '#law/council';
import type { Star } from '#law/rulebooks';
import { lawSettings } from '#law/settings';
import type { GateBasis, Gates } from '#law/stars';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { settingsOn } from '#platform/settings';

/** Points, gates and star of a council, told to the producer. */
export interface ToldResult {
  readonly session: string;
  readonly province: string | null;
  readonly sum: number;
  readonly count: number;
  readonly bandStar: Star;
  /** Null: excluded, for the ground given. */
  readonly star: Star | null;
  readonly gates: Gates;
  readonly criteria: readonly CriterionMean[];
  readonly gateBasis: GateBasis;
  /** The regulation lets the mean decide; a vote could give another star. */
  readonly byMean: boolean;
  readonly excluded: { readonly ground: string; readonly reason: string } | null;
}

/**
 * The newest result the producer has been told: a decision on its session is issued, a notice was sent after it, or the
 * dossier has ended on it. Undefined before (Art. 7.3.đ, g; nothing is told between opening and decision).
 */
export async function toldResult(db: Kysely<DB>, dossier: string): Promise<ToldResult | undefined> {
  const { rows } = await sql<ToldResult>`
    select r.session, z.province, r.point_sum as sum, r.sheet_count as count, r.band_star as "bandStar", r.star, r.gates, r.criteria,
           coalesce(s.settings->>'gateBasis', 'mean') as "gateBasis", coalesce(s.settings->>'starBy', 'mean') = 'mean' as "byMean",
           coalesce(r.excluded, (select jsonb_build_object('ground', g.facts->>'ground', 'reason', g.reason) from ledger g
             where g.subject = r.dossier and g.action = 'dossier.exclude' and l.state = 'excluded' order by g.no desc limit 1)) as excluded
      from evaluation_result r join council_session s on s.id = r.session join lifecycle z on z.id = s.id join lifecycle l on l.id = r.dossier
     where r.dossier = ${dossier} and (
           exists (select from decision_item i join decision e on e.id = i.decision and e.session = r.session
                     join lifecycle k on k.id = e.id and k.state = 'issued' where i.dossier = r.dossier)
        or exists (select from result_notice t where t.dossier = r.dossier and t.recorded_at >= r.computed_at)
        or (l.state in ('notRecognised', 'excluded')
            and not exists (select from evaluation_result n where n.dossier = r.dossier and n.computed_at > r.computed_at)))
     order by r.computed_at desc limit 1`.execute(db);
  return rows[0];
}

/** One note of one sheet; whose it is is not said. */
export interface Note {
  /** Names the note in the form: sheet, version and criterion. */
  readonly key: string;
  readonly sheet: string;
  readonly version: number;
  readonly criterion: string;
  readonly text: string;
  /** What was decided of it; null while nobody has. */
  readonly told: boolean | null;
  readonly reason: string | null;
}

/** The name a sheet's opinion as a whole goes by beside the codes of criteria. */
export const OPINION = 'opinion';

/**
 * The notes of the sheets a result stands on, by criterion and then by their own words: the order tells nothing of who
 * wrote them (R4.10). Ask permission first.
 */
export async function notesOf(db: Kysely<DB> | Tx, session: string, dossier: string): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select h.id || ':' || v.no || ':' || n.key as key, h.id as sheet, v.no as version, n.key as criterion, btrim(n.value) as text, t.told, t.reason
      from score_sheet h join lifecycle k on k.id = h.id and k.state = 'submitted'
      join lateral (select * from score_sheet_version w where w.sheet = h.id order by w.no desc limit 1) v on true
      cross join lateral (select key, value from jsonb_each_text(v.notes)
                          union all select ${OPINION}, v.opinion where v.opinion is not null) n
      left join note_told t on t.sheet = h.id and t.version = v.no and t.criterion = n.key
     where h.session = ${session} and h.dossier = ${dossier} and btrim(n.value) <> ''
       and not exists (select from recusal x where x.session = h.session and x.dossier = h.dossier and x.seat = h.seat)
     order by n.key collate "C", btrim(n.value) collate "C", h.id`.execute(db);
  return rows;
}

/** Whether notes nobody has decided about are told: the office's setting [?]. */
export async function untouchedTold(db: Kysely<DB>, day: Day, province: string | null): Promise<boolean> {
  return lawSettings(await settingsOn(db, day, province)).notesTold === 'all';
}

/** The words published with a told result, by criterion; the same words stand once. */
export async function publishedNotes(
  db: Kysely<DB>,
  { session, province }: ToldResult,
  dossier: string,
  day: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [notes, others] = await Promise.all([notesOf(db, session, dossier), untouchedTold(db, day, province)]);
  const found = new Map<string, string[]>();
  for (const { criterion, text, told } of notes) {
    const here = found.get(criterion) ?? [];
    if ((told ?? others) && !here.includes(text)) found.set(criterion, [...here, text]);
  }
  return found;
}
