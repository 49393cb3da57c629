/** How many sheets a second the law scores on one core. */
import { loadRulebook, optionsOf, scoredCriteria } from '../src/law/rulebooks.ts';
import { indexSet, scoreSheet } from '../src/law/scoring.ts';

const SHEETS = 40_000;

/** Scores sheets with different answers of every set of the rulebook in force; answers sheets a second. */
export async function sheetsPerSecond(): Promise<number> {
  const rulebook = await loadRulebook('26-2026');
  const sets = rulebook.productSets.map((set) => ({
    index: indexSet(set, rulebook.starBands),
    criteria: scoredCriteria(set),
  }));
  const work = Array.from({ length: SHEETS }, (_, n) => {
    const set = sets[n % sets.length];
    if (!set) throw new Error('the rulebook has no sets');
    const answers = set.criteria.map((criterion, at) => {
      const options = optionsOf(criterion);
      return [criterion.code, options[(n + at * 7) % options.length]?.id ?? ''] as const;
    });
    return { index: set.index, answers: Object.fromEntries(answers) };
  });
  for (const { index, answers } of work.slice(0, 2000)) scoreSheet(index, answers);
  const begun = performance.now();
  for (const { index, answers } of work) {
    const scored = scoreSheet(index, answers);
    if (!('total' in scored)) throw new Error(`a sheet was refused: ${JSON.stringify(scored)}`);
  }
  return SHEETS / ((performance.now() - begun) / 1000);
}
