/** What the moves of a course are told: days and numbers, never names of persons. */
import type { TrainingGiven } from '../training.ts';
import type { Reasoned } from './types.ts';

export interface TrainingFacts {
  'training.record': TrainingGiven;
  'training.correct': TrainingGiven & Reasoned;
  /** How many producers are added and taken off. */
  'training.attend': { readonly joining: number; readonly leaving: number };
  'training.withdraw': Reasoned;
}
