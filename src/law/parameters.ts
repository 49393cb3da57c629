/** Numbers of law that change with time: each value has the day it begins and the place it is written. */
import type { Basis, Day } from './answers.ts';

export interface Dated<T> {
  readonly from: Day;
  readonly value: T;
  readonly basis: Basis;
}

/** The entry in force on a day. The list may stand in any order. Throws for a day before its first entry. */
export function inForce<T>(list: readonly Dated<T>[], day: Day): Dated<T> {
  let found: Dated<T> | undefined;
  for (const one of list) if (one.from <= day && (!found || one.from > found.from)) found = one;
  if (!found) throw new Error(`Chưa có quy định nào cho ngày ${day}`);
  return found;
}
