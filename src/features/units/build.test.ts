import { describe, expect, it } from 'vitest';
import { buildRegister } from './build.ts';
import { readCsvRows, referenceFile } from './reference-files.ts';

const register = buildRegister();
const level = new Map(register.units.map((unit) => [unit.id, unit.level]));
const on = (day: string) =>
  register.versions.filter(
    (version) =>
      (version.valid_from === '-infinity' || version.valid_from <= day) &&
      (version.valid_to === null || version.valid_to >= day),
  );
const named = (day: string, code: string, ofLevel: string) =>
  on(day).filter((version) => version.code === code && level.get(version.unit) === ofLevel);

describe('the register of units', () => {
  it('counts what the published lists count, at all ten dates', () => {
    const counts = readCsvRows<'effective_date' | 'provinces' | 'districts' | 'communes'>(
      referenceFile('units/snapshot-counts.csv'),
    );
    expect(counts).toHaveLength(10);
    for (const row of counts) {
      const levels = on(row.effective_date).map((version) => level.get(version.unit));
      const count = (wanted: string) => String(levels.filter((each) => each === wanted).length);
      expect([row.effective_date, count('province'), count('district'), count('commune')]).toEqual([
        row.effective_date,
        row.provinces,
        row.districts,
        row.communes,
      ]);
    }
  });

  it('agrees with the whole list of 1 March 2025, name by name', () => {
    const listed = readCsvRows<'code' | 'full_name'>(referenceFile('units/wards-2025-03-01.csv.gz'));
    const built = new Map(
      on('2025-03-01')
        .filter((version) => level.get(version.unit) === 'commune')
        .map((version) => [version.code, version.full_name]),
    );
    expect(listed.filter((row) => built.get(row.code) !== row.full_name)).toEqual([]);
  });

  it('R12.2 keeps apart what a reused code meant before and means now', () => {
    const [before] = named('2025-06-30', '24', 'province');
    const [now] = named('2025-07-01', '24', 'province');
    expect([before?.full_name, now?.full_name]).toEqual(['Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh']);
    expect(before?.unit).not.toBe(now?.unit);
    const [hung, hungNow] = [named('2025-06-30', '33', 'province')[0], named('2025-07-01', '33', 'province')[0]];
    expect(hung?.full_name).toBe(hungNow?.full_name);
    expect(hung?.unit).not.toBe(hungNow?.unit);
  });

  it('lets a province that was not merged go on as the same unit', () => {
    expect(named('2021-11-01', '04', 'province')[0]?.unit).toBe(named('2026-11-21', '04', 'province')[0]?.unit);
  });

  it('R12.4 keeps divided communes divided', () => {
    const parts = register.successions.filter((each) => each.part === 'partial' && each.effective_on === '2025-07-01');
    const divided = new Set(parts.map((each) => each.former));
    expect(divided.size).toBe(443);
    for (const former of divided) {
      expect(register.successions.filter((each) => each.former === former).length).toBeGreaterThan(1);
    }
  });

  it('gives every former commune of March 2025 a successor, and every island district its đặc khu', () => {
    const followed = new Set(register.successions.map((each) => each.former));
    const ended = register.units.filter((unit) => unit.valid_to === '2025-06-30');
    const communes = ended.filter((unit) => unit.level === 'commune');
    expect(communes.filter((unit) => !followed.has(unit.id))).toEqual([]);
    const names = new Map(register.versions.map((version) => [version.unit, version.full_name]));
    const islands = ended
      .filter((unit) => unit.level === 'district' && followed.has(unit.id))
      .map((unit) => names.get(unit.id));
    expect(islands.sort()).toEqual(
      ['Huyện Bạch Long Vĩ', 'Huyện Côn Đảo', 'Huyện Cồn Cỏ', 'Huyện Hoàng Sa', 'Huyện Lý Sơn'].sort(),
    );
  });

  it('R12.6 knows the changes of 30 April 2026', () => {
    expect(named('2026-04-29', '75', 'province')[0]?.full_name).toBe('Tỉnh Đồng Nai');
    expect(named('2026-04-30', '75', 'province')[0]?.full_name).toBe('Thành phố Đồng Nai');
  });

  it('has an id of its own for every unit, and versions that never overlap', () => {
    expect(new Set(register.units.map((unit) => unit.id)).size).toBe(register.units.length);
    const ends = new Map<string, string>();
    for (const version of register.versions) {
      const last = ends.get(version.unit);
      if (last !== undefined)
        expect(version.valid_from > last, `${version.full_name} ${version.valid_from}`).toBe(true);
      ends.set(version.unit, version.valid_to ?? '9999-12-31');
    }
  });
});
