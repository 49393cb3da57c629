/** A small process for tests of the machinery: chore new → open ⇄ done, and a note that moves nothing. */
import { v7 } from 'uuid';
import type { Actor } from '../../src/platform/actor.ts';
import type { Step } from '../../src/platform/db/migrate.ts';
import type { MoveContext } from '../../src/platform/ledger/ledger.ts';
import { configureLedger } from '../../src/platform/ledger/rules.ts';

export const choreSteps: readonly Step[] = [
  { process: 'chore', action: 'chore.start', from: 'new', to: 'open' },
  { process: 'chore', action: 'chore.note', from: 'open', to: 'open' },
  { process: 'chore', action: 'chore.finish', from: 'open', to: 'done' },
  { process: 'chore', action: 'chore.reopen', from: 'done', to: 'open' },
];
const next: Readonly<Record<string, string | null>> = {
  'chore.start': 'helper',
  'chore.note': 'same',
  'chore.finish': null,
  'chore.reopen': 'helper',
};

/** Rules of the chores: everybody may, except role `stranger`; finishing needs the fact `swept`. */
export function configureChores(): void {
  configureLedger({
    findStep: (action, from) => {
      const step = choreSteps.find((one) => one.action === action && one.from === from);
      return step && { process: step.process, to: step.to, next: next[action] ?? null };
    },
    passOf: (actor) => (actor.role === 'stranger' ? null : (actor.standsIn?.[0] ?? 'own')),
    dueOn: async () => null,
    needs: (action, facts) =>
      action !== 'chore.finish' || ('swept' in facts && facts.swept === true)
        ? { ok: true }
        : { ok: false, code: 'notSwept', message: 'Quét nhà trước khi báo xong.', basis: 'Điều 1 Nội quy' },
  });
}

/** Somebody who acts. */
export function actor(parts: Partial<Actor> = {}): Actor {
  return {
    account: v7(),
    name: 'Nguyễn Thị Lan',
    role: 'commune',
    capacity: 'Cán bộ xã Tân Hưng',
    unit: v7(),
    area: v7(),
    producers: [],
    session: v7(),
    fresh: false,
    demo: false,
    ...parts,
  };
}

/** A context in which that actor moves things on 3 November 2026. */
export function context(who: MoveContext['actor'] = actor()): MoveContext {
  return { actor: who, day: '2026-11-03', requestId: 'test' };
}
