/** Evaluation rounds: which round a proposal belongs to. Art. 5 of Decision 26/2026/QĐ-TTg; R4.3–R4.5. */
import { ALLOWED, type Allowed, article26, type Day, type Refused, refuse } from './answers.ts';
import { civil, dayText } from './days.ts';
import { type Dated, inForce } from './parameters.ts';

export type RoundLevel = 'province' | 'central';

interface RoundRule {
  readonly no: 1 | 2;
  /** Month and day of the cut-off, and of the end of the round, in the same year. */
  readonly proposedBefore: string;
  readonly completedBefore: string;
}

const PROVINCE: readonly Dated<readonly RoundRule[]>[] = [
  {
    from: '2026-05-22',
    value: [
      { no: 1, proposedBefore: '04-30', completedBefore: '06-30' },
      { no: 2, proposedBefore: '10-30', completedBefore: '12-30' },
    ],
    basis: article26('Điều 5 khoản 1'),
  },
];
const CENTRAL: readonly Dated<readonly RoundRule[]>[] = [
  {
    from: '2026-05-22',
    value: [
      { no: 2, proposedBefore: '01-30', completedBefore: '03-30' },
      { no: 1, proposedBefore: '07-30', completedBefore: '09-30' },
    ],
    basis: article26('Điều 5 khoản 2'),
  },
];

/** The dated rounds, for the public page. */
export const ROUND_RULES: Readonly<Record<RoundLevel, readonly Dated<readonly RoundRule[]>[]>> = {
  province: PROVINCE,
  central: CENTRAL,
};

/** A round with its days. Both limits are "trước ngày" (before). */
export interface Round {
  readonly level: RoundLevel;
  readonly year: number;
  readonly no: number;
  readonly proposedBefore: Day;
  readonly completedBefore: Day;
}

/** Whether an act fixes rounds on a day: none did before Decision 26/2026/QĐ-TTg. */
export function roundsFixed(level: RoundLevel, day: Day): boolean {
  return ROUND_RULES[level].some((one) => one.from <= day);
}

/** The rule of a day; before the first one, that one: old dossiers are taken in under it (Art. 12.2). */
function rulesOn(level: RoundLevel, day: Day) {
  const first = ROUND_RULES[level][0]?.from ?? day;
  return inForce(ROUND_RULES[level], day < first ? first : day);
}

/** The rounds the act fixes for a year. */
export function roundsOf(level: RoundLevel, year: number, day: Day): readonly Round[] {
  return rulesOn(level, day).value.map((rule) => ({
    level,
    year,
    no: rule.no,
    proposedBefore: `${year}-${rule.proposedBefore}`,
    completedBefore: `${year}-${rule.completedBefore}`,
  }));
}

/**
 * Whether a day meets a cut-off. "trước ngày 30/4": strictly before, or up to and with that day, by setting [?].
 */
function meetsCutoff(day: Day, before: Day, inclusive: boolean): boolean {
  return inclusive ? day <= before : day < before;
}

export interface RoundChoice {
  readonly round: Round;
  /** The proposal was made on the very day of a cut-off: show the warning, the reading is open [?]. */
  readonly onCutoffDay: boolean;
}

/**
 * The round of a proposal: the first whose cut-off it meets (R4.5: by the date of the commune's proposal, never of the
 * producer's filing). `extra` are further rounds planned under the council's regulation.
 */
export function roundFor(
  level: RoundLevel,
  proposedOn: Day,
  inclusive: boolean,
  extra: readonly Round[] = [],
): RoundChoice {
  const year = civil(proposedOn).year;
  const all = [
    ...roundsOf(level, year, proposedOn),
    ...roundsOf(level, year + 1, proposedOn),
    ...extra.filter((one) => one.level === level),
  ];
  const open = all
    .filter((one) => meetsCutoff(proposedOn, one.proposedBefore, inclusive))
    .toSorted((a, b) => (a.proposedBefore < b.proposedBefore ? -1 : 1));
  const [round] = open;
  if (!round) throw new Error(`Không có đợt nào sau ngày ${proposedOn}`);
  return { round, onCutoffDay: all.some((one) => one.proposedBefore === proposedOn) };
}

export interface RoundFall extends RoundChoice {
  /** The round the dossier would have been in, had the commune proposed it in time; null when it is in that round. */
  readonly missed: Round | null;
}

/**
 * The round a dossier falls to: `filedOn` is the day the producer filed it, `proposedOn` the day of the commune's proposal (or
 * today, while it has none). The day of the proposal decides (R4.5); a round missed between the two days is named.
 */
export function roundFall(
  level: RoundLevel,
  filedOn: Day,
  proposedOn: Day,
  inclusive: boolean,
  extra: readonly Round[] = [],
): RoundFall {
  const choice = roundFor(level, proposedOn, inclusive, extra);
  const known = roundsFixed(level, filedOn) && filedOn < proposedOn;
  const hoped = known ? roundFor(level, filedOn, inclusive, extra).round : choice.round;
  const same = hoped.year === choice.round.year && hoped.no === choice.round.no;
  return { ...choice, missed: same ? null : hoped };
}

/** "đợt 2 năm 2026 (xã đề nghị trước ngày 30/10/2026)". */
export function roundWords({ no, year, proposedBefore, level }: Round, inclusive: boolean): string {
  const who = level === 'province' ? 'xã' : 'tỉnh';
  return `đợt ${no} năm ${year} (${who} đề nghị ${inclusive ? 'đến hết ngày' : 'trước ngày'} ${dayText(proposedBefore)})`;
}

/** Whether a proposal may enter a round; the refusal names the round it goes to. */
export function mayEnter(round: Round, proposedOn: Day, inclusive: boolean): Allowed | Refused {
  if (meetsCutoff(proposedOn, round.proposedBefore, inclusive)) return ALLOWED;
  const { round: next } = roundFor(round.level, proposedOn, inclusive);
  const message = `Xã đề nghị ngày ${dayText(proposedOn)}, quá hạn của đợt này. Chuyển sang đợt ${next.no} năm ${next.year}.`;
  return refuse('roundCutoff', message, rulesOn(round.level, proposedOn).basis);
}
