import { type Kysely, type RawBuilder, sql } from 'kysely';
import { dayText } from '#law/days';
import { mayEnter, type Round, type RoundLevel, roundFor, roundsOf } from '#law/rounds';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { setting } from '#platform/settings';

type Db = Kysely<DB> | Tx;

/** A round of a province, or of the Ministry (then without province). */
export interface RoundRow {
  readonly id: string;
  readonly version: number;
  readonly level: RoundLevel;
  readonly province: string | null;
  readonly provinceName: string;
  readonly year: number;
  readonly no: number;
  /** The commune's proposal must be before this day, or up to it when `inclusive`. */
  readonly proposedBefore: Day;
  readonly completedBefore: Day;
  readonly inclusive: boolean;
  readonly extra: boolean;
  readonly act: string | null;
  /** Dossiers taken into it. */
  readonly dossiers: number;
}

const columns = sql`r.id, l.version, r.level, r.province, coalesce(v.full_name, 'Bộ Nông nghiệp và Môi trường') as "provinceName", r.year, r.no, r.proposed_before as "proposedBefore",
  r.completed_before as "completedBefore", r.inclusive, r.extra, r.act,
  (select count(*)::int from dossier d where d.round = r.id or d.central_round = r.id) as dossiers`;
const tables = sql`evaluation_round r join lifecycle l on l.id = r.id
  left join lateral (select w.full_name from unit_version w where w.unit = r.province order by w.valid_from desc limit 1) v on true`;

/** Rounds within reach, newest first. */
export async function listRounds(db: Db, reach: RawBuilder<boolean>, limit = 200): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${tables} where ${reach}
     order by r.year desc, r.no desc, r.id limit ${limit}`.execute(db);
  return rows;
}

/** One round, or undefined. */
export async function findRound(db: Db, id: string): Promise<RoundRow | undefined> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${tables} where r.id = ${id}`.execute(db);
  return rows[0];
}

/** Rounds of a province, the earliest cut-off first. */
export async function roundsOfProvince(db: Db, province: string): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select ${columns} from ${tables} where r.level = 'province' and r.province = ${province}
     order by r.proposed_before, r.no limit 200`.execute(db);
  return rows;
}

/** Is a proposal of this day in time for the round? */
export function inTime(round: RoundRow, proposedOn: Day): boolean {
  return mayEnter(round, proposedOn, round.inclusive).ok;
}

/** Why a round takes this proposal no more; null when it does. A round that has come to its end takes nobody in. */
export function closedFor(round: RoundRow, proposedOn: Day, day: Day): string | null {
  if (day >= round.completedBefore) return `đã kết thúc, phải xong trước ngày ${dayText(round.completedBefore)}`;
  const until = `${round.inclusive ? 'đến hết ngày' : 'trước ngày'} ${dayText(round.proposedBefore)}`;
  return inTime(round, proposedOn) ? null : `chỉ nhận hồ sơ xã đề nghị ${until}`;
}

/** Where a proposal belongs: the first round whose cut-off it meets, or the one the act fixes and nobody has planned yet. */
export interface Placing {
  readonly planned: RoundRow | undefined;
  /** The round by law; planned or not. */
  readonly byLaw: Round;
  readonly onCutoffDay: boolean;
}

/** The round of a proposal among those the province planned, and the one the law names (R4.5). */
export async function placeOf(db: Db, province: string, proposedOn: Day, day: Day): Promise<Placing> {
  const inclusive = (await setting(db, 'cutoffInclusive', { scope: province, day })) === true;
  return placeAmong(await roundsOfProvince(db, province), inclusive, proposedOn, day);
}

/** The same among rounds already read: for many proposals at once. */
export function placeAmong(rounds: readonly RoundRow[], inclusive: boolean, proposedOn: Day, day: Day): Placing {
  const extra = rounds
    .filter((one) => one.extra)
    .map(({ year, no, proposedBefore, completedBefore }) => ({
      level: 'province' as const,
      year,
      no,
      proposedBefore,
      completedBefore,
    }));
  const { round: byLaw, onCutoffDay } = roundFor('province', proposedOn, inclusive, extra);
  return { byLaw, onCutoffDay, planned: rounds.find((one) => closedFor(one, proposedOn, day) === null) };
}

/** The rounds the act fixes for this year and the next that are not planned yet. */
export function missingRounds(
  level: RoundLevel,
  planned: readonly Pick<RoundRow, 'level' | 'year' | 'no'>[],
  day: Day,
): readonly Round[] {
  const year = Number(day.slice(0, 4));
  return [...roundsOf(level, year, day), ...roundsOf(level, year + 1, day)].filter(
    ({ year: of, no }) => !planned.some((one) => one.level === level && one.year === of && one.no === no),
  );
}
