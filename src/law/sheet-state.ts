/**
 * How one sheet stands while it is being filled: total, star, the next star's gates still missing, what is unanswered.
 * The server and the browser show the same because both ask here (R5.1–R5.3).
 */
import type { GateStar, PartCode, Star } from './rulebooks/types.ts';
import { type Answers, type SheetFault, scoreSheet } from './scoring.ts';
import { PART_CODES, type SetIndex } from './set-index.ts';
import { bandStar, gates, starOf } from './stars.ts';

export interface SheetStanding {
  readonly ok: true;
  readonly total: number;
  readonly star: Star;
  readonly bandStar: Star;
  /** Points by criterion code; only of what is answered. */
  readonly points: Readonly<Record<string, number>>;
  readonly parts: readonly { readonly code: PartCode; readonly points: number; readonly max: number }[];
  /** The next star above; left out at five. */
  readonly nextStar?: GateStar;
  readonly missing: readonly {
    readonly criterion: string;
    readonly title: string;
    readonly needs: number;
    readonly got: number;
  }[];
  readonly unanswered: readonly string[];
}

/** The standing of one sheet, or the fault that keeps it from being scored. */
export function sheetStanding(index: SetIndex, answers: Answers): SheetStanding | SheetFault {
  const scored = scoreSheet(index, answers);
  if (!scored.ok) return scored;
  const mean = { sum: scored.total, count: 1 };
  const met = gates(index, [scored.points], 'mean');
  const band = bandStar(index.bands, mean);
  const star = starOf(band, met);
  const next = nextOf(star);
  const answered = index.criteria.filter(({ code }) => answers[code] !== undefined);
  return {
    ok: true,
    total: scored.total,
    star,
    bandStar: band,
    points: Object.fromEntries(answered.map(({ code, at }) => [code, scored.points[at] ?? 0])),
    parts: PART_CODES.map((code) => ({ code, points: scored.parts[code], max: maxOf(index, code) })),
    ...(next === undefined ? {} : { nextStar: next }),
    missing: (next === undefined ? [] : met[next].missing).map(({ criterion, needs, got }) => ({
      criterion,
      title: index.byCode.get(criterion)?.title ?? '',
      needs,
      got: got[0] ?? 0,
    })),
    unanswered: index.criteria
      .filter(({ code, options }) => options.size > 0 && answers[code] === undefined)
      .map(({ code }) => code),
  };
}

function nextOf(star: Star): GateStar | undefined {
  if (star === 5) return undefined;
  if (star === 4) return 5;
  return star === 3 ? 4 : 3;
}

const maxOf = (index: SetIndex, code: PartCode) => index.set.parts.find((part) => part.code === code)?.maxPoints ?? 0;
