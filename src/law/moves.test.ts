import { describe, expect, it } from 'vitest';
import { basisText } from './answers.ts';
import {
  type Action,
  dueAfter,
  findStep,
  INITIAL_STATE,
  isAction,
  type Process,
  processes,
  processOf,
  stateWords,
  steps,
  verbOf,
} from './moves.ts';

const names = Object.keys(processes) as Process[];

function stepsOf(process: Process) {
  return steps.filter((one) => one.process === process);
}

describe('the table of moves', () => {
  it.each(names)('%s: every state exists, is reached, and leads on unless it is final', (process) => {
    const states = Object.keys(processes[process].states);
    expect(states[0]).toBe(INITIAL_STATE);
    const reached = new Set([INITIAL_STATE]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const one of stepsOf(process)) if (reached.has(one.from)) reached.add(one.to);
    }
    expect([...reached].toSorted()).toEqual(states.toSorted());
    for (const one of stepsOf(process)) expect(states).toEqual(expect.arrayContaining([one.from, one.to]));
    const dead = states.filter((state) => !stepsOf(process).some((one) => one.from === state && one.to !== state));
    expect(dead.filter((state) => stateWords(process, state).final !== true)).toEqual([]);
  });

  it('one action from one state makes one step; an action belongs to one process', () => {
    const keys = steps.map((one) => `${one.action}|${one.from}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const one of steps) expect(processOf(one.action)).toBe(one.process);
  });

  it('actions are named after their process, verbs and states have Vietnamese words, every move has a basis', () => {
    for (const one of steps) {
      expect(one.action.startsWith(`${one.process}.`)).toBe(true);
      expect(verbOf(one.action, one.from).length).toBeGreaterThan(5);
      expect(basisText(one.move.basis).length).toBeGreaterThan(5);
    }
    for (const process of names) {
      for (const state of Object.keys(processes[process].states)) {
        expect(stateWords(process, state).name).not.toMatch(/[a-z][A-Z]/);
        expect(stateWords(process, state).explain).toMatch(/\.$/);
      }
    }
  });

  it('only staying moves keep the next actor; a move that changes state names one, or nobody', () => {
    for (const one of steps) {
      if (one.move.next === 'same') expect(one.from).toBe(one.to);
    }
  });

  it('the names of the contract', () => {
    expect(stateWords('dossier', 'checking').name).toBe('Xã đang kiểm tra');
    expect(stateWords('dossier', 'candidate').name).toBe('Tiềm năng 5 sao');
    expect(verbOf('dossier.return', 'checking')).toBe('Xã trả lại để bổ sung');
    expect(findStep('dossier.submit', 'returned')?.to).toBe('submitted');
    expect(findStep('dossier.submit', 'checking')).toBeUndefined();
    expect(isAction('dossier.submit')).toBe(true);
    expect(['constructor', '__proto__', 'dossier', 'dossier.fly'].some(isAction)).toBe(false);
    expect(() => stateWords('dossier', 'constructor')).toThrow();
  });

  it.each<[Action, string, 'first' | 'reEvaluation', string | undefined]>([
    ['dossier.receive', 'submitted', 'first', '2026-12-11'],
    ['dossier.accept', 'proposed', 'first', undefined],
    ['dossier.accept', 'proposed', 'reEvaluation', '2027-01-05'],
    ['dossier.return', 'checking', 'first', undefined],
  ])('R4.3 %s from %s (%s) is due %s', (action, from, kind, due) => {
    expect(dueAfter(action, from, '2026-11-21', [], kind)?.day).toBe(due);
  });
});
