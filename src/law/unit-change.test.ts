import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { TODAY } from '../../tests/support/move-facts.ts';
import {
  mayChangeUnits,
  type NamedUnit,
  type TouchedUnit,
  type UnitChange,
  type UnitChangeKind,
} from './unit-change.ts';

const usual = { level: 'commune', parent: 'tỉnh', since: null, until: null, waiting: false } as const;
const UNITS: Readonly<Record<string, Partial<TouchedUnit>>> = {
  C: { parent: 'tỉnh khác' },
  X: { until: '2025-06-30' },
  M: { since: '2026-11-01' },
  W: { waiting: true },
  T: { level: 'province', parent: null },
  H: { level: 'district' },
};

const unit = (id: string): TouchedUnit => ({ ...usual, id, name: `Xã ${id}`, ...UNITS[id] });
const made = (text: string): NamedUnit => {
  const [, type = '', name = '', code = ''] = /^(Thành phố|\S+) (.+) (\d+)$/.exec(text.trim()) ?? [];
  return { type, name, code, codeTaken: code === '99999', nameTaken: name === 'Trùng' };
};

it.each(cases(import.meta.url, 'unit-change.cases.md', 'Thay đổi'))('R12.4, R12.6 %o', (row) => {
  const named = cell(row, 'mới') === '' ? [] : cell(row, 'mới').split(',').map(made);
  const change: UnitChange = {
    ...{ kind: cell(row, 'kiểu') as UnitChangeKind, number: '12/NQ', dated: '2026-10-01' },
    ...{ effectiveOn: cell(row, 'hiệu lực'), stays: cell(row, 'giữ') || null, parent: cell(row, 'tỉnh') || null },
    ...{ units: cell(row, 'đơn vị').split(' ').filter(Boolean).map(unit), made: named },
    differs: named[0]?.name !== 'A' || cell(row, 'tỉnh') !== '',
  };
  const answer = mayChangeUnits(change, TODAY);
  expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
});

it('asks for the number and day of the act', () => {
  const change: UnitChange = {
    ...{
      kind: 'merge',
      number: '',
      dated: '2026-10-01',
      effectiveOn: '2026-12-01',
      stays: 'A',
      parent: null,
      made: [],
      differs: true,
    },
    units: [unit('A'), unit('B')],
  };
  expect(mayChangeUnits(change, TODAY)).toMatchObject({ ok: false, code: 'paperNumber' });
  expect(mayChangeUnits({ ...change, number: '1/NQ', dated: '2026-11-22' }, TODAY)).toMatchObject({
    code: 'paperDateAhead',
  });
});
