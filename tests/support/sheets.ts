/** Score sheets for tests: the best sheet of a set, and sheets written in words in the case tables. */
import { optionsOf, type ProductSet, type ScoredCriterion, scoredCriteria } from '#law/rulebooks';

export type AnswerSheet = Record<string, string | string[]>;

/** The sheet that chooses the highest option of every criterion (every option where several may be chosen). */
export function bestSheet(set: ProductSet): AnswerSheet {
  const answers: AnswerSheet = {};
  for (const criterion of scoredCriteria(set)) {
    const options = optionsOf(criterion);
    const best = options.reduce((most, one) => (one.points > most.points ? one : most));
    answers[criterion.code] = criterion.selection === 'multiple' ? options.map((one) => one.id) : best.id;
  }
  return answers;
}

/** "cao nhất; 4.1=4.1#2; 9=-" or "trống; 1.1=1.1#1" as a sheet. */
export function sheetInWords(set: ProductSet, words: string): AnswerSheet {
  const [start = '', ...changes] = words.split(';').map((one) => one.trim());
  if (start !== 'cao nhất' && start !== 'trống')
    throw new Error(`Phiếu phải bắt đầu bằng "cao nhất" hoặc "trống": ${words}`);
  const answers = start === 'cao nhất' ? bestSheet(set) : {};
  for (const change of changes) {
    const [code = '', option = ''] = change.split('=');
    if (option === '-') delete answers[code];
    else answers[code] = option;
  }
  return answers;
}

/** What a draw chooses on one criterion: the better the member's mood, the more bests and the fewer blanks. */
function choose(criterion: ScoredCriterion, mood: number, draw: number): string | string[] | undefined {
  const options = optionsOf(criterion).toSorted((a, b) => b.points - a.points);
  const luck = draw % 100;
  if (criterion.selection === 'multiple') {
    return options.filter((_, i) => luck < mood || ((draw >> i) & 1) === 1).map((one) => one.id);
  }
  if (luck < mood) return options[0]?.id;
  return luck < (100 + mood) / 2 ? options[(draw >> 7) % options.length]?.id : undefined;
}

/** A random sheet of a set: a mood from 0 to 100 and one draw a criterion. */
export function drawnSheet(set: ProductSet, mood: number, draws: readonly number[]): AnswerSheet {
  const answers: AnswerSheet = {};
  scoredCriteria(set).forEach((criterion, i) => {
    const chosen = choose(criterion, mood, draws[i] ?? 0);
    if (chosen !== undefined) answers[criterion.code] = chosen;
  });
  return answers;
}
