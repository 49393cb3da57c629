/**
 * Dossiers judged without names: from whom a council keeps producer and product until the scores are open. Whether and from
 * whom is for the council's regulation (Art. 7.3.b); the decision asks for objective judging (Art. 4.2) and does not say how.
 */
import type { COUNCIL_SETTINGS } from './council-settings.ts';

/** From whom names are kept: from nobody, from those who score, from the whole council with its secretary. */
export type AnonymousRule = (typeof COUNCIL_SETTINGS)['anonymous']['choices'][number]['value'];
type SeatRole = 'chair' | 'viceChair' | 'secretary' | 'member' | 'substitute';

const SCORERS = ['chair', 'viceChair', 'member', 'substitute'] as const;

/** Seats that see a number in place of names, by rule. */
export const BLIND_SEATS: Readonly<Record<AnonymousRule, readonly SeatRole[]>> = {
  named: [],
  scorers: SCORERS,
  council: [...SCORERS, 'secretary'],
};

/** Does a seat see whose product it is? After the opening everybody does; stepping back is another matter. */
export function seesNames(rule: AnonymousRule, role: SeatRole, opened: boolean): boolean {
  return opened || !BLIND_SEATS[rule].includes(role);
}

/** What is decided about a paper before those who may not see names: shown as it is, shown in a copy without names, kept back. */
export type PaperShown = 'asIs' | 'copy' | 'withheld';

const FIRST = 100;
const LAST = 999;

/** A number of three digits that no other product of the session bears; `draw(n)` gives a whole number from 0 to n - 1. */
export function blindNumber(taken: ReadonlySet<string>, draw: (count: number) => number): string {
  const free = Array.from({ length: LAST - FIRST + 1 }, (_, at) => String(FIRST + at)).filter((one) => !taken.has(one));
  const number = free[draw(free.length)];
  if (number === undefined) throw new Error('no number is free');
  return number;
}

/** Names that a text for everybody must not hold, of those given; case and spaces between words do not matter. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const plain = (one: string) =>
    ` ${one
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .split(/[^\p{L}\p{N}]+/u)
      .join(' ')} `;
  const said = plain(text);
  return [...new Set(names)].filter(
    (name) => plain(name).trim() !== '' && said.includes(plain(name).replace(/\s+/g, ' ')),
  );
}
