/** What the moves of an idea are told. */
import type { Reasoned } from './types.ts';

export interface IdeaFacts {
  /** Who helps, named. */
  'idea.advise': { readonly supporter: boolean };
  'idea.makeReady': { readonly productSet: boolean };
  /** The producer stands in the register; a set of the rulebook in force is chosen. */
  'idea.file': { readonly producer: boolean; readonly productSet: boolean };
  'idea.drop': Reasoned;
  'idea.reopen': Reasoned;
}
