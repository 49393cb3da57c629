import { type Answers, type SetIndex, scoreSheet } from '#law/scoring';
import { invalid } from '#platform/refusal';

interface SheetInput {
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
}

/**
 * The answers of a sheet as they are kept. In a form without JavaScript "none of these" is an empty text: answered, no
 * option. Throws 422 at `answers.CODE` or `notes.CODE` when the set has no such criterion or option.
 */
export function readSheet(index: SetIndex, given: SheetInput): Answers {
  const answers = Object.fromEntries(
    Object.entries(given.answers).map(([code, chosen]) => [code, chosen === '' ? [] : chosen]),
  );
  const scored = scoreSheet(index, answers);
  if (!scored.ok) throw invalid(`answers.${scored.criterion}`, scored.message);
  for (const code of Object.keys(given.notes)) askCriterion(index, code, `notes.${code}`);
  return answers;
}

/** Throws 422 at the field unless the set scores this criterion. */
export function askCriterion(index: SetIndex, code: string, field: string): void {
  if (!index.byCode.has(code)) throw invalid(field, `Chọn một tiêu chí của bộ ${index.set.id}`);
}
