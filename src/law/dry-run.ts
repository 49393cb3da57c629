/**
 * What would have come out under other rules: the same sheets, another quorum, limit, gate basis, with or without the
 * extreme sheets. Decides nothing. The regulation of a council sets these values (Art. 7.3.b; R4.6, dropping extremes [?]).
 */
import type { Allowed, Refused } from './answers.ts';
import {
  type CouncilResult,
  councilResult,
  type Exclusion,
  type MemberSheet,
  quorum,
  type Seat,
  spread,
} from './council.ts';
import { scoreSheet } from './scoring.ts';
import type { SetIndex } from './set-index.ts';
import type { GateBasis } from './stars.ts';
import type { StarBy } from './vote.ts';

export interface TrialRules {
  readonly quorumPercent: number;
  readonly chairRequired: boolean;
  readonly spreadLimit: number;
  readonly gateBasis: GateBasis;
  readonly starBy: StarBy;
  /** Leave out the highest and the lowest sheet, where there are enough. */
  readonly dropExtremes: boolean;
}

export interface TrialCase {
  readonly seats: readonly Seat[];
  readonly sheets: readonly MemberSheet[];
  readonly exclusion: Exclusion | null;
}

export interface TrialOutcome {
  readonly quorum: Allowed | Refused;
  /** Null when the sheets give no result. */
  readonly result: CouncilResult | null;
  /** Pairs of members further apart than the limit. */
  readonly pairs: number;
  /** Members whose sheets were left out. */
  readonly dropped: readonly string[];
}

/** Fewest sheets from which two can be left out. */
const LEAST_SHEETS = 3;

/** Places of the totals that stay when the highest and the lowest go; all of them where there are fewer than three. */
export function withoutExtremes(totals: readonly number[]): number[] {
  const places = totals.map((_, at) => at);
  if (totals.length < LEAST_SHEETS) return places;
  const ranked = places.toSorted((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || a - b);
  const out = new Set([ranked.at(0), ranked.at(-1)]);
  return places.filter((at) => !out.has(at));
}

/** The outcome of one product under these rules. */
export function tryRules(index: SetIndex, { seats, sheets, exclusion }: TrialCase, rules: TrialRules): TrialOutcome {
  const totals = sheets.map(({ answers }) => {
    const scored = scoreSheet(index, answers);
    return scored.ok ? scored.total : 0;
  });
  const stay = rules.dropExtremes ? withoutExtremes(totals) : sheets.map((_, at) => at);
  const kept = sheets.filter((_, at) => stay.includes(at));
  const { gateBasis, starBy } = rules;
  const law = councilResult(index, kept, { gateBasis, starBy, ...(exclusion ? { exclusion } : {}) });
  return {
    quorum: quorum(seats, rules),
    result: law.ok ? law : null,
    pairs: law.ok ? spread(law, rules.spreadLimit).length : 0,
    dropped: sheets.filter((_, at) => !stay.includes(at)).map(({ member }) => member),
  };
}

/** The star without each sheet in turn; empty when there is only one. "Leave out any one sheet: still four stars?" */
export function withoutEach(
  index: SetIndex,
  sheets: readonly MemberSheet[],
  rules: Pick<TrialRules, 'gateBasis' | 'starBy'>,
): { member: string; star: number | null }[] {
  if (sheets.length < 2) return [];
  return sheets.map(({ member }, at) => {
    const law = councilResult(
      index,
      sheets.filter((_, other) => other !== at),
      rules,
    );
    return { member, star: law.ok ? law.star : null };
  });
}
