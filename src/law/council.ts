/**
 * The council's result: means as sum and count, stars, spread between members, quorum and who may close a session.
 * Source: Art. 3.3, 7.3.d–e of Decision 26/2026/QĐ-TTg; quorum and spread are left to the council's regulation [?].
 */
import { ALLOWED, type Allowed, article26, type Refused, refuse } from './answers.ts';
import type { PartCode, Star } from './rulebooks/types.ts';
import { type Answers, type ScoredSheet, type SheetFault, scoreSheet } from './scoring.ts';
import type { SetIndex } from './set-index.ts';
import { type GateBasis, type Gates, gates, type Mean, meanText, starOf } from './stars.ts';
import { decidedBand, type StarBy, type StarVote } from './vote.ts';

export interface MemberSheet {
  readonly member: string;
  readonly answers: Answers;
}

/** Why a dossier is out whatever its points (R3.11). */
export interface Exclusion {
  readonly ground: string;
  readonly reason: string;
}

export interface MemberResult {
  readonly member: string;
  readonly total: number;
  readonly parts: Readonly<Record<PartCode, number>>;
}

export interface CriterionMean extends Mean {
  readonly criterion: string;
  readonly maxPoints: number;
  /** Members' points in the order of the sheets. */
  readonly got: readonly number[];
}

/** Points, gates and star are three stored facts; `star` is null only when the dossier is excluded. */
export interface CouncilResult {
  readonly ok: true;
  readonly members: readonly MemberResult[];
  readonly mean: Mean & { readonly text: string };
  readonly parts: Readonly<Record<PartCode, Mean>>;
  readonly criteria: readonly CriterionMean[];
  readonly bandStar: Star;
  /** How members voted, where the regulation lets the vote decide; null: the mean decides. */
  readonly vote: StarVote | null;
  readonly gates: Gates;
  readonly star: Star | null;
  /** The mean reaches the five-star band: the file may go to the Ministry (Art. 7.3.e). */
  readonly candidate: boolean;
  /** A candidate that lacks a gate: the office chooses the way, with a reason [?]. */
  readonly candidateLacksGate: boolean;
  readonly excluded: boolean;
}

export type CouncilFault =
  | (SheetFault & { readonly member: string })
  | {
      readonly ok: false;
      readonly code: 'noSheets' | 'repeatedMember';
      readonly criterion: null;
      readonly message: string;
    };

export interface CouncilRules {
  readonly gateBasis: GateBasis;
  /** The mean decides unless the regulation lets the council vote. */
  readonly starBy?: StarBy | undefined;
  readonly exclusion?: Exclusion;
}

/** Two sittings of one name are one member, however the letters are composed or spaced. */
function memberKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/**
 * The result of a council on one dossier. Returns a fault when there is no sheet, a member twice, or a sheet that
 * cannot be scored.
 */
export function councilResult(
  index: SetIndex,
  sheets: readonly MemberSheet[],
  rules: CouncilRules,
): CouncilResult | CouncilFault {
  if (sheets.length === 0) {
    return { ok: false, code: 'noSheets', criterion: null, message: 'Chưa có phiếu chấm nào. Thêm ít nhất một phiếu.' };
  }
  const seen = new Set<string>();
  const scored: ScoredSheet[] = [];
  for (const sheet of sheets) {
    const key = memberKey(sheet.member);
    if (seen.has(key)) {
      const message = `Thành viên “${sheet.member}” có hai phiếu. Mỗi thành viên chỉ một phiếu.`;
      return { ok: false, code: 'repeatedMember', criterion: null, message };
    }
    seen.add(key);
    const result = scoreSheet(index, sheet.answers);
    if (!result.ok) return { ...result, member: sheet.member };
    scored.push(result);
  }
  return compose(index, sheets, scored, rules);
}

function compose(
  index: SetIndex,
  sheets: readonly MemberSheet[],
  scored: readonly ScoredSheet[],
  rules: CouncilRules,
): CouncilResult {
  const count = scored.length;
  const add = (value: (one: ScoredSheet) => number) => scored.reduce((total, one) => total + value(one), 0);
  const partMean = (code: PartCode): Mean => ({ sum: add((one) => one.parts[code]), count });
  const mean = { sum: add((one) => one.total), count };
  const criteria = index.criteria.map((criterion) => {
    const got = scored.map((one) => one.points[criterion.at] ?? 0);
    const sum = got.reduce((total, value) => total + value, 0);
    return { criterion: criterion.code, maxPoints: criterion.maxPoints, got, sum, count };
  });
  const totals = scored.map((one) => one.total);
  const { star: band, vote } = decidedBand(index.bands, totals, mean, rules.starBy ?? 'mean');
  const found = gates(
    index,
    scored.map((one) => one.points),
    rules.gateBasis,
  );
  const excluded = rules.exclusion !== undefined;
  const star = starOf(band, found);
  const candidate = !excluded && band === 5;
  return {
    ok: true,
    members: scored.map((one, i) => ({ member: sheets[i]?.member ?? '', total: one.total, parts: one.parts })),
    mean: { ...mean, text: meanText(mean) },
    parts: { A: partMean('A'), B: partMean('B'), C: partMean('C') },
    criteria,
    bandStar: band,
    vote,
    gates: found,
    star: excluded ? null : star,
    candidate,
    candidateLacksGate: candidate && star < 5,
    excluded,
  };
}

export interface SpreadPair {
  readonly higher: string;
  readonly lower: string;
  readonly difference: number;
  /** The criteria that make most of the difference, largest first. */
  readonly causes: readonly { readonly criterion: string; readonly difference: number }[];
}

/** How many criteria are named as the causes of a spread. */
const CAUSES_SHOWN = 3;

/**
 * Pairs of members whose totals differ by more than `limit` points, the widest first, each with the three criteria
 * that cause most of it. The limit comes from the council's regulation.
 */
export function spread(result: CouncilResult, limit: number): readonly SpreadPair[] {
  const pairs: SpreadPair[] = [];
  const ranked = result.members.map((one, at) => ({ ...one, at })).toSorted((a, b) => b.total - a.total || a.at - b.at);
  ranked.forEach((higher, i) => {
    for (const lower of ranked.slice(i + 1)) {
      const difference = higher.total - lower.total;
      if (difference <= limit) continue;
      const causes = result.criteria
        .map((one) => ({ criterion: one.criterion, difference: (one.got[higher.at] ?? 0) - (one.got[lower.at] ?? 0) }))
        .filter((one) => one.difference > 0)
        .toSorted((a, b) => b.difference - a.difference)
        .slice(0, CAUSES_SHOWN);
      pairs.push({ higher: higher.member, lower: lower.member, difference, causes });
    }
  });
  return pairs.toSorted((a, b) => b.difference - a.difference);
}

/** The council's regulation, as far as the result depends on it. */
export interface CouncilRegulation {
  /** Least share of the members that must score, in hundredths (75 = three quarters). */
  readonly quorumPercent: number;
  readonly chairRequired: boolean;
}

/** One seat of a session for one dossier. */
export interface Seat {
  readonly name: string;
  readonly role: 'chair' | 'viceChair' | 'secretary' | 'member' | 'substitute' | 'expert';
  readonly submitted: boolean;
  readonly absent: boolean;
  readonly recused: boolean;
}

const QUORUM_BASIS = article26('Điều 7 khoản 3 điểm b, d (Quy chế hoạt động của Hội đồng)');

/** True for a seat that scores: everyone but the secretary (S17: the secretary does not score). */
function scores(seat: Seat): boolean {
  return seat.role !== 'secretary' && !seat.recused;
}

/**
 * Whether enough members are present, the chair among them where the regulation asks for it. A substitute counts as
 * present in place of a member, never as one more seat to fill; who declared a conflict is not counted at all.
 */
export function quorum(seats: readonly Seat[], regulation: CouncilRegulation): Allowed | Refused {
  const scoring = seats.filter(scores);
  const present = scoring.filter((one) => !one.absent);
  const total = scoring.filter((one) => one.role !== 'substitute').length;
  if (present.length === 0)
    return refuse('noMembers', 'Chưa có thành viên nào chấm. Ghi lại thành phần dự họp.', QUORUM_BASIS);
  if (present.length * 100 < total * regulation.quorumPercent) {
    const least = Math.ceil((total * regulation.quorumPercent) / 100);
    const message = `Cần ít nhất ${least}/${total} thành viên, hiện có ${present.length}. Mời thêm hoặc dời phiên.`;
    return refuse('quorum', message, QUORUM_BASIS);
  }
  if (regulation.chairRequired && !present.some((one) => one.role === 'chair' || one.role === 'viceChair')) {
    return refuse('chairAbsent', 'Cần Chủ tịch hoặc Phó Chủ tịch Hội đồng dự chấm.', QUORUM_BASIS);
  }
  return ALLOWED;
}

/** Whether a session may close: every sheet is in, or the absence is recorded, and the quorum holds. */
export function mayClose(seats: readonly Seat[], regulation: CouncilRegulation): Allowed | Refused {
  const waiting = seats.filter((one) => scores(one) && !one.absent && !one.submitted);
  if (waiting.length > 0) {
    const names = waiting.map((one) => one.name).join(', ');
    return refuse('sheetsMissing', `Chờ phiếu của: ${names}. Hoặc ghi nhận vắng mặt.`, QUORUM_BASIS);
  }
  return quorum(seats, regulation);
}

/** The star a candidate gets when the office recognises it in the province instead of sending it on: at most 4. */
export function starWithinProvince(result: CouncilResult): Star | null {
  return result.star === 5 ? 4 : result.star;
}
