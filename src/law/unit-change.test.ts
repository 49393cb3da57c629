import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { TODAY } from '../../tests/support/move-facts.ts';
import {
  type GoingCommune,
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
  U: { level: 'province', parent: null },
  H: { level: 'district' },
};

const unit = (id: string): TouchedUnit => ({ ...usual, id, name: `Xã ${id}`, ...UNITS[id] });
const made = (text: string): NamedUnit => {
  const [, type = '', name = '', code = ''] = /^(Thành phố|\S+) (.+) (\d+)$/.exec(text.trim()) ?? [];
  return { type, name, code, codeTaken: code === '99999', nameTaken: name === 'Trùng' };
};

const usualChange = { communes: [], remaining: 0, parentEnded: false } as const;

it.each(cases(import.meta.url, 'unit-change.cases.md', 'Thay đổi'))('R12.4, R12.6 %o', (row) => {
  const named = cell(row, 'mới') === '' ? [] : cell(row, 'mới').split(',').map(made);
  const change: UnitChange = {
    ...usualChange,
    ...{ kind: cell(row, 'kiểu') as UnitChangeKind, number: '12/NQ', dated: '2026-10-01' },
    ...{ effectiveOn: cell(row, 'hiệu lực'), stays: cell(row, 'giữ') || null, parent: cell(row, 'tỉnh') || null },
    ...{ units: cell(row, 'đơn vị').split(' ').filter(Boolean).map(unit), made: named },
    differs: named[0]?.name !== 'A' || cell(row, 'tỉnh') !== '',
  };
  const answer = mayChangeUnits(change, TODAY);
  expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
});

const GOING: Readonly<Record<string, Partial<GoingCommune>>> = {
  K: { since: '2026-12-05' },
  E: { until: '2026-06-30' },
  N: { parent: 'tỉnh khác' },
};
const going = (text: string): GoingCommune => {
  const [id = '', code] = text.split('=');
  const here = { level: 'commune', parent: 'T', since: null, until: null } as const;
  return { ...here, name: `Xã ${id}`, ...GOING[id], newCode: code ?? null, codeTaken: code === '99999' };
};

it.each(cases(import.meta.url, 'unit-change.cases.md', 'Nhập, chia tỉnh'))('R12.4 %o', (row) => {
  const named = cell(row, 'mới') === '' ? [] : cell(row, 'mới').split(',').map(made);
  const answer = mayChangeUnits(
    {
      ...usualChange,
      ...{ kind: cell(row, 'kiểu') as UnitChangeKind, number: '12/NQ', dated: '2026-10-01', differs: true },
      ...{ effectiveOn: cell(row, 'hiệu lực'), stays: cell(row, 'giữ') || null, parent: cell(row, 'tỉnh') || null },
      ...{ units: cell(row, 'đơn vị').split(' ').filter(Boolean).map(unit), made: named },
      ...{ communes: cell(row, 'xã').split(' ').filter(Boolean).map(going), remaining: Number(cell(row, 'còn')) },
    },
    TODAY,
  );
  expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
});

it('refuses a province that is no more', () => {
  const change: UnitChange = {
    ...usualChange,
    ...{ kind: 'merge', number: '1/NQ', dated: '2026-10-01', effectiveOn: '2026-12-01', stays: 'A', parent: 'P' },
    ...{ made: [], differs: true, units: [unit('A'), unit('B')], parentEnded: true },
  };
  expect(mayChangeUnits(change, TODAY)).toMatchObject({ ok: false, code: 'parentEnded' });
});

it('asks for the number and day of the act', () => {
  const change: UnitChange = {
    ...usualChange,
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
