import { expect, it } from 'vitest';
import { type Process, processes, steps } from './moves.ts';
import { LAW_SETTINGS } from './settings.ts';
import { turnOf } from './turns.ts';

/** Waits for the person who was invited, not for an office. */
const NO_OFFICE: ReadonlySet<string> = new Set(['account']);
const isFinal = (process: Process, state: string) =>
  (processes[process].states as Readonly<Record<string, { final?: true }>>)[state]?.final === true;
const waiting = steps.filter(
  ({ process, from, to, move }) =>
    to !== from && move.next !== null && !isFinal(process, to) && !NO_OFFICE.has(process),
);

it('every state has a last day from the law, a setting or the day of its round or session, or says why it has none', () => {
  expect(waiting.length).toBeGreaterThan(25);
  const missing = waiting.filter(({ process, to }) => turnOf(process, to) === undefined);
  expect([...new Set(missing.map(({ process, to }) => `${process}.${to}`))]).toEqual([]);
});

it('a term of the law stands on the move, a setting counts days, a missing term has its reason', () => {
  for (const { process, to, move } of waiting) {
    const turn = turnOf(process, to);
    if (turn?.from === 'law') expect(move.term ?? null, `${process}.${to}`).not.toBeNull();
    if (turn?.from === 'setting') expect(LAW_SETTINGS[turn.setting].type).toBe('number');
    if (turn?.from === 'none') expect(turn.why.length).toBeGreaterThan(20);
  }
});

it('an evaluation done again has days of its own, whatever the state it leads to', () => {
  expect(turnOf('dossier', 'inRound')).toEqual({ from: 'kept' });
  for (const [state, move] of [
    ['inRound', 'dossier.redo'],
    ['central', 'dossier.redoCentral'],
    ['inRound', 'dossier.evaluateAgain'],
  ] as const)
    expect(turnOf('dossier', state, move), move).toEqual({ from: 'setting', setting: 'redoDays' });
});

it('knows nothing of states and processes there are not', () => {
  expect(turnOf('dossier', 'recognised')).toBeUndefined();
  expect(turnOf('nothing', 'draft')).toBeUndefined();
  expect(turnOf('dossier', 'constructor')).toBeUndefined();
});
