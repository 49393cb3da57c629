/** Score sheets for tests: the best sheet of a set, and sheets written in words in the case tables. */
import { optionsOf, type ProductSet, scoredCriteria } from '#law/rulebooks';

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
