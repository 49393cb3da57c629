/** Section 4, U20: the producer's timeline in plain words, over every move and state of a dossier. */
import { expect, it } from 'vitest';
import { processes, stateWords, steps } from '#law/moves';
import { turnOf } from '#law/turns';
import type { HistoryRow } from '#platform/ledger/read';
import type { DossierRecord } from './record.ts';
import { timelineSteps } from './timeline.ts';

const DAY = '2026-11-03';
const DUE = '2026-11-10';
const states = Object.keys(processes.dossier.states).filter((state) => state !== 'new');
const open = states.filter((state) => stateWords('dossier', state).final !== true);
const moves = steps.filter(({ process }) => process === 'dossier');

const at = (state: string, dueOn: string | null) => ({ state, dueOn }) as DossierRecord;
const rowOf = (action: string, from: string, to: string) =>
  ({ action, from, to, day: DAY, facts: {}, reason: null }) as unknown as HistoryRow;
const told = (state: string, dueOn: string | null, history: HistoryRow[] = []) =>
  timelineSteps(at(state, dueOn), history, DAY, []);

/** Somebody the producer knows: itself, an office, a council. */
const WHO = /bạn|chủ thể|xã|tỉnh|hội đồng|bộ|tổ tư vấn|cơ quan/i;

it.each(open)('a dossier %s tells who has it now', (state) => {
  const now = told(state, null).find((step) => step.state === 'now');
  expect(now?.what).toMatch(WHO);
});

it.each(open.filter((state) => turnOf('dossier', state)?.from !== 'none'))(
  'a dossier %s tells until when, and how late it is',
  (state) => {
    const now = (dueOn: string) => told(state, dueOn).find((step) => step.state === 'now')?.when;
    expect(now(DUE)).toBe('Hạn 10/11/2026, còn 5 ngày làm việc');
    expect(now('2026-10-30')).toBe('Hạn 30/10/2026, quá hạn 2 ngày làm việc');
  },
);

it('every move is told in one Vietnamese sentence, or is a step inside an office that changes nothing for the producer', () => {
  for (const { action, from, to } of moves) {
    const done = told(to, null, [rowOf(action, from, to)]).filter(
      (step) => step.state === 'done' || step.state === 'stop',
    );
    if (done.length === 0) continue;
    expect(done).toHaveLength(1);
    expect(done[0]?.what, action).toMatch(/^[A-ZĐ][\p{L}\d ,.]{7,}$/u);
    expect(done[0]?.what, action).not.toContain(action);
    expect(done[0]?.when).toBe('03/11/2026');
  }
});

it('a move that brings the dossier to the producer, or ends it, is never hidden', () => {
  const telling = moves.filter(
    ({ from, to, move }) =>
      to !== from && from !== 'new' && (move.next === 'producer' || stateWords('dossier', to).final === true),
  );
  expect(telling.length).toBeGreaterThan(5);
  for (const { action, from, to } of telling) {
    const words = told(to, null, [rowOf(action, from, to)]).map(({ what }) => what);
    expect(words.length, action).toBeGreaterThan(0);
    expect(words[0], action).toBe(steps.find((one) => one.action === action && one.from === from)?.move.verb);
  }
});
