/**
 * Scoring one sheet, exactly: whole points only, no division. Works in the browser too, with one set as data.
 * Source: the sheets of Annex II and Art. 3 of Decision 26/2026/QĐ-TTg; the same for 148/QĐ-TTg and 1048/QĐ-TTg.
 */
import type { PartCode } from './rulebooks/types.ts';
import type { IndexedCriterion, SetIndex } from './set-index.ts';

export { GATE_STARS, indexSet, type SetIndex } from './set-index.ts';
export * from './stars.ts';

/** Criterion code → chosen option id, or a list of ids where several may be chosen. Left out = 0 points. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A scored sheet. `points` are by criterion, in the order of `SetIndex.criteria`. */
export interface ScoredSheet {
  readonly ok: true;
  readonly total: number;
  readonly parts: Readonly<Record<PartCode, number>>;
  readonly points: readonly number[];
}

export type SheetFaultCode = 'unknownCriterion' | 'unknownOption' | 'repeatedOption' | 'mixedCases' | 'tooManyOptions';

/** Why a sheet cannot be scored: the criterion concerned and a Vietnamese sentence. */
export interface SheetFault {
  readonly ok: false;
  readonly code: SheetFaultCode;
  readonly criterion: string;
  readonly message: string;
}

function fault(code: SheetFaultCode, criterion: string, message: string): SheetFault {
  return { ok: false, code, criterion, message };
}

function scoreMany(criterion: IndexedCriterion, chosen: readonly string[]): number | SheetFault {
  let points = 0;
  let firstCase: string | null = null;
  for (let i = 0; i < chosen.length; i++) {
    const id = chosen[i] ?? '';
    const option = criterion.options.get(id);
    if (!option) return unknownOption(criterion, id);
    if (chosen.indexOf(id) !== i) {
      return fault('repeatedOption', criterion.code, `Tiêu chí ${criterion.code}: ô ${id} chỉ được ghi một lần.`);
    }
    if (i === 0) firstCase = option.inCase;
    else if (option.inCase !== firstCase) {
      return fault('mixedCases', criterion.code, `Tiêu chí ${criterion.code}: chỉ chọn ô của một trường hợp.`);
    }
    points += option.points;
  }
  if (chosen.length > 1 && !criterion.multiple) {
    return fault('tooManyOptions', criterion.code, `Tiêu chí ${criterion.code}: chỉ được chọn một ô.`);
  }
  return points;
}

function unknownOption(criterion: IndexedCriterion, id: string): SheetFault {
  return fault('unknownOption', criterion.code, `Tiêu chí ${criterion.code} không có ô chọn “${shown(id)}”.`);
}

/** A name quoted in a message, cut when it is long. */
function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

/**
 * Scores one sheet. A criterion left out scores 0; `multiple` adds; of cases one is taken.
 * Returns a fault for an unknown criterion or option, a repeated option, options of two cases, or two options
 * where one is allowed.
 */
export function scoreSheet(index: SetIndex, answers: Answers): ScoredSheet | SheetFault {
  const points = new Array<number>(index.criteria.length).fill(0);
  const parts = { A: 0, B: 0, C: 0 };
  for (const code of Object.keys(answers)) {
    const criterion = index.byCode.get(code);
    if (!criterion) {
      return fault('unknownCriterion', code, `Bộ ${index.set.id} không có tiêu chí chấm điểm “${shown(code)}”.`);
    }
    const chosen = answers[code] ?? [];
    let scored: number | SheetFault;
    if (typeof chosen === 'string') {
      scored = criterion.options.get(chosen)?.points ?? unknownOption(criterion, chosen);
    } else scored = scoreMany(criterion, chosen);
    if (typeof scored !== 'number') return scored;
    points[criterion.at] = scored;
    parts[criterion.part] += scored;
  }
  return { ok: true, total: parts.A + parts.B + parts.C, parts, points };
}
