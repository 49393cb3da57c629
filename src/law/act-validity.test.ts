/** States of legal acts by day, from the case table beside it, and what is refused. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { type ActChange, type ActRelation, actProblem, actState, CHANGING, relationProblem } from './act-validity.ts';

const dayOf = (text: string) => (text === '' || text === '?' ? null : text);

it.each(cases(import.meta.url, 'act-validity.cases.md', 'Trạng thái theo ngày'))('R1.4 %o', (row) => {
  const changes = cell(row, 'việc')
    .split(';')
    .filter((one) => one.trim() !== '')
    .map((one): ActChange => {
      const [kind = '', on = ''] = one.trim().split(' ');
      return { kind: kind as ActRelation, on: dayOf(on) };
    });
  const days = {
    ...{ issuedOn: dayOf(cell(row, 'ban hành')), inForceFrom: dayOf(cell(row, 'có hiệu lực')) },
    ...{ expiresOn: dayOf(cell(row, 'hết hiệu lực')), periodTo: dayOf(cell(row, 'hết giai đoạn')) },
  };
  const rule = { endsWithPeriod: cell(row, 'theo giai đoạn') === 'có' };
  const standing = actState(days, changes, cell(row, 'ngày'), rule);
  expect([standing.state, standing.since ?? '']).toEqual([cell(row, 'trạng thái'), cell(row, 'từ ngày')]);
});

const day = fc.date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const dayText = day.map((one) => one.toISOString().slice(0, 10));
it('R1.4 what was repealed never holds again, in whatever order the changes are told', () => {
  const change = fc.record({ kind: fc.constantFrom(...CHANGING), on: dayText });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 6 }),
      dayText,
      dayText,
      fc.boolean(),
      (changes, gone, later, endsWithPeriod) => {
        const all = [...changes, { kind: 'repeals' as const, on: gone }];
        const days = { issuedOn: '2018-01-01', inForceFrom: null, expiresOn: null, periodTo: '2025-12-31' };
        const at = [later, gone].sort()[1] ?? gone;
        const { state } = actState(days, all, at, { endsWithPeriod });
        expect(['repealed', 'replaced']).toContain(state);
        expect(actState(days, [...all].reverse(), at, { endsWithPeriod }).state).toBe(state);
      },
    ),
  );
});

it('days that do not fit are refused in words', () => {
  const days = { issuedOn: '2024-05-02', inForceFrom: null, expiresOn: null, periodFrom: null, periodTo: null };
  expect(actProblem(days, '2024-05-02')).toBeNull();
  expect(actProblem(days, '2024-05-01')?.field).toBe('issuedOn');
  expect(actProblem({ ...days, inForceFrom: '2024-05-01' }, '2025-01-01')?.field).toBe('inForceFrom');
  expect(actProblem({ ...days, expiresOn: '2024-05-01' }, '2025-01-01')?.field).toBe('expiresOn');
  expect(actProblem({ ...days, periodFrom: '2025-01-01', periodTo: '2024-12-31' }, '2025-01-01')?.field).toBe(
    'periodTo',
  );
});

it('an earlier act does nothing to a later one, and nothing before it was made', () => {
  const old = { issuedOn: '2020-01-01' };
  const young = { issuedOn: '2023-01-01' };
  expect(relationProblem('amends', old, young, null)).toContain('ban hành trước');
  expect(relationProblem('amends', young, old, '2019-12-31')).toContain('không trước ngày ban hành');
  expect(relationProblem('amends', young, old, '2023-01-01')).toBeNull();
  expect(relationProblem('basedOn', young, old, null)).toBeNull();
});
