/** Section 4: every state in which somebody must act has one office, one queue and words for it. */
import { expect, it } from 'vitest';
import { type Process, processes, steps } from '#law/moves';
import { OFFICES } from './places.ts';
import { WORK } from './schema.ts';
import { ACTS } from './words.ts';

/** Where a process that is in no work queue is waited for: a home of its own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  sheet: 'the member’s sheets, /cham',
  flight: 'the page of the meeting, while it is held',
  account: 'the person invited holds a code; the administrator’s list of accounts shows who has not come',
};
const stateOf = (process: Process, state: string) =>
  (processes[process].states as Readonly<Record<string, { final?: true }>>)[state];
/** States a move leads to with somebody to act in them. */
const waiting = steps.filter(
  ({ process, from, to, move }) => to !== from && move.next !== null && stateOf(process, to)?.final !== true,
);
const work: readonly string[] = WORK;

it('there are states to wait in', () => {
  expect(waiting.length).toBeGreaterThan(25);
});

it('every state has its office whoever leads there: one queue, not two', () => {
  const offices = new Map<string, Set<string>>();
  for (const { process, to, move } of waiting) {
    const key = `${process}.${to}`;
    offices.set(key, (offices.get(key) ?? new Set()).add(String(move.next)));
  }
  const twice = [...offices].filter(([, found]) => found.size !== 1).map(([key, found]) => `${key}: ${[...found]}`);
  expect(twice).toEqual([]);
});

it('every office that must act has a queue, and every process that waits is in it or has a home of its own', () => {
  const inQueue = new Set(Object.values(OFFICES).flat());
  const lost = waiting.filter(
    ({ process, move }) =>
      !(process in ELSEWHERE) &&
      (!work.includes(process) || !(move.next === 'producer' || inQueue.has(String(move.next)))),
  );
  expect(lost.map(({ process, action }) => `${process} ${action}`)).toEqual([]);
});

it('every state of a queue says in words what is to do there', () => {
  const silent = waiting
    .filter(({ process, move }) => work.includes(process) && move.next !== 'producer')
    .map(({ process, to }) => `${process}.${to}`)
    .filter((key) => ACTS[key] === undefined);
  expect([...new Set(silent)]).toEqual([]);
});
