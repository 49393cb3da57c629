import { describe, expect, it } from 'vitest';
import { MOVE_CASES, TODAY } from '../../tests/support/move-facts.ts';
import { type Action, type FactsOf, judge, needs, steps } from './moves.ts';

const rows = Object.entries(MOVE_CASES).map(([action, one]) => ({
  action,
  enough: one.enough as object,
  not: one.not as readonly (readonly [string, object])[],
}));

describe('what the law asks of each move', () => {
  it.each(rows)('$action', ({ action, enough, not }) => {
    expect(judge(action, enough, TODAY)).toEqual({ ok: true });
    for (const [code, change] of not) {
      const answer = judge(action, { ...enough, ...change }, TODAY);
      expect([change, answer.ok ? 'được' : answer.code]).toEqual([change, code]);
      if (answer.ok) continue;
      expect(answer.message).toMatch(/\.$/);
      expect(answer.basis.act.length).toBeGreaterThan(3);
    }
  });

  it.each(rows)('$action without any fact is refused: nothing is presumed', ({ action }) => {
    if (action !== 'settings.change') expect(judge(action, {}, TODAY).ok).toBe(false);
  });

  it('tourism needs no samples; a district could recognise three stars in its time', () => {
    const { enough } = MOVE_CASES['dossier.propose'];
    expect(needs('dossier.propose', { ...enough, sector: 'VI', samples: 0 }, TODAY).ok).toBe(true);
    const then: FactsOf<'decision.issue'> = {
      ...MOVE_CASES['decision.issue'].enough,
      stars: [3],
      level: 'district',
      dated: '2024-11-20',
    };
    expect(needs('decision.issue', then, TODAY).ok).toBe(true);
  });

  it('a move without conditions passes', () => {
    const free = steps.map((one) => one.action).filter((action) => !Object.hasOwn(MOVE_CASES, action));
    expect(free.length).toBeGreaterThan(10);
    for (const action of free) expect(needs(action as Action, {}, TODAY).ok).toBe(true);
  });
});
