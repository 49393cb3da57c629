import { readCsvRows, referenceFile } from './reference-files.ts';
import { dayBefore, type Live, type Register, RegisterBuilder, type UnitLevel } from './register-builder.ts';

/** First day of what the lists know: units of the first list began on an unknown earlier day. */
const BEGINNING = '-infinity';
/** The list of November 2021: what was merged away before has an end, but the day is not in our sources. */
const FIRST_LIST = '2021-11-01';
/** Two levels since this day (Resolution 202/2025/QH15, R12.1). */
export const TWO_LEVELS_FROM = '2025-07-01';
const MERGER_OF_PROVINCES = '202/2025/QH15';
const LIST_OF_2026 = '2026-04-30';
const CHANGES_OF_2026 = '237/NQ-UBTVQH16';

/**
 * The register of administrative units from the lists in db/reference/units: three levels until 30/06/2025, two levels
 * since. Codes are reused with a new meaning (R12.2), so a unit has its own id, and code, name, type and parent are
 * versions with dates. Pure apart from reading the files.
 */
export function buildRegister(): Register {
  const builder = new RegisterBuilder();
  firstList(builder);
  earlierMergers(builder);
  changesUntil2025(builder);
  twoLevels(builder);
  changesOf2026(builder);
  return builder.register;
}

function rows<Column extends string>(name: string): Record<Column, string>[] {
  return readCsvRows<Column>(referenceFile(`units/${name}`));
}

function firstList(builder: RegisterBuilder): void {
  for (const row of rows<'code' | 'full_name' | 'region'>('provinces-63.csv')) {
    const hue = row.code === '46';
    const province = builder.begin('province', row.code, hue ? 'Tỉnh Thừa Thiên Huế' : row.full_name, BEGINNING, null);
    if (hue) builder.change(province, '2025-01-01', { full_name: row.full_name, act: '175/2024/QH15' });
    builder.register.regions.push({ unit: province.unit.id, region: row.region });
  }
  for (const row of rows<'code' | 'full_name' | 'province_code'>('districts-2021-11-01.csv.gz')) {
    builder.begin('district', row.code, row.full_name, BEGINNING, builder.get('province', row.province_code).unit.id);
  }
  for (const row of rows<'code' | 'full_name' | 'district_code'>('wards-2021-11-01.csv.gz')) {
    builder.begin('commune', row.code, row.full_name, BEGINNING, builder.get('district', row.district_code).unit.id);
  }
}

/** Mergers before 2025 that could be documented; those before the first list name units that have no code here. */
function earlierMergers(builder: RegisterBuilder): void {
  type Column = 'province' | 'district' | 'old_full_name' | 'new_code' | 'source' | 'part';
  const placed = new Map<string, Live>();
  for (const live of [...builder.all('province'), ...builder.all('district'), ...builder.all('commune')]) {
    placed.set(`${live.version.full_name}@${live.version.parent}`, live);
    if (live.unit.level === 'province') placed.set(live.version.name, live);
  }
  for (const row of rows<Column>('ward-map-earlier-partial.csv')) {
    const district = placed.get(`${row.district}@${placed.get(row.province)?.unit.id}`);
    if (district === undefined) throw new Error(`no ${row.district} in ${row.province}`);
    const successor = builder.get('commune', row.new_code);
    const key = `${row.old_full_name}@${district.unit.id}`;
    const known = placed.get(key);
    const beforeList = row.source.includes('2019');
    const former =
      beforeList || known === undefined ? formerWithoutCode(builder, row.old_full_name, district, key) : known;
    builder.succeed(former, successor, row.part === 'partial' ? 'partial' : 'full', null, row.source);
  }
}

function formerWithoutCode(builder: RegisterBuilder, fullName: string, district: Live, key: string): Live {
  builder.begin('commune', null, fullName, BEGINNING, district.unit.id);
  return builder.end('commune', key, dayBefore(FIRST_LIST));
}

type ChangeColumn = 'to_snapshot' | 'level' | 'code' | 'change' | 'new_full_name' | 'new_parent_code';

function changesUntil2025(builder: RegisterBuilder): void {
  const changes = rows<ChangeColumn>('changes-2021-2025.csv.gz');
  for (const day of [...new Set(changes.map((change) => change.to_snapshot))].sort()) {
    const ofDay = changes.filter((change) => change.to_snapshot === day);
    const isNewDistrict = (change: Record<ChangeColumn, string>) =>
      change.level === 'district' && change.change !== 'removed';
    for (const change of [...ofDay.filter(isNewDistrict), ...ofDay.filter((each) => !isNewDistrict(each))]) {
      applyChange(builder, change.level === 'ward' ? 'commune' : 'district', change, day);
    }
  }
}

function applyChange(
  builder: RegisterBuilder,
  level: UnitLevel,
  change: Record<ChangeColumn, string>,
  day: string,
): void {
  if (change.change === 'removed') {
    builder.end(level, change.code, dayBefore(day));
    return;
  }
  const parent = builder.get(level === 'commune' ? 'district' : 'province', change.new_parent_code).unit.id;
  if (change.change === 'added') builder.begin(level, change.code, change.new_full_name, day, parent);
  else builder.change(builder.get(level, change.code), day, { full_name: change.new_full_name, parent });
}

type WardMapColumn = 'old_code' | 'new_code' | 'part' | 'targets' | 'resolution';

/**
 * 1 July 2025. A commune goes on as the same unit only when exactly one whole former commune with the same code became
 * it; a province only when it was not merged. Everything else is a new unit with predecessors (R12.4).
 */
function twoLevels(builder: RegisterBuilder): void {
  const lastDay = dayBefore(TWO_LEVELS_FROM);
  const provinceOf = mergeProvinces(builder, lastDay);
  const map = rows<WardMapColumn>('ward-map-2025.csv.gz');
  const sources = new Map<string, Record<WardMapColumn, string>[]>();
  for (const row of map) sources.set(row.new_code, [...(sources.get(row.new_code) ?? []), row]);
  const goesOn = (code: string) => {
    const [only, ...others] = sources.get(code) ?? [];
    return (
      only !== undefined &&
      others.length === 0 &&
      only.old_code === code &&
      only.targets === '1' &&
      only.part === 'full'
    );
  };

  const former = new Map<string, Live>();
  for (const live of builder.all('commune')) former.set(live.version.code ?? '', live);
  for (const code of former.keys()) if (!goesOn(code)) builder.end('commune', code, lastDay);
  const successors = new Map<string, Live>();
  for (const row of rows<'code' | 'full_name' | 'province_code'>('communes-2025-07-01.csv.gz')) {
    const parent = provinceOf(row.province_code);
    const resolution = sources.get(row.code)?.[0]?.resolution ?? MERGER_OF_PROVINCES;
    if (goesOn(row.code)) {
      const same = builder.get('commune', row.code);
      builder.change(same, TWO_LEVELS_FROM, { full_name: row.full_name, parent, act: resolution });
      successors.set(row.code, same);
    } else {
      successors.set(row.code, builder.begin('commune', row.code, row.full_name, TWO_LEVELS_FROM, parent, resolution));
    }
  }
  for (const row of map) {
    const [old, successor] = [former.get(row.old_code), successors.get(row.new_code)];
    if (old === undefined || successor === undefined) throw new Error(`ward map: ${row.old_code} → ${row.new_code}`);
    builder.succeed(old, successor, row.part === 'partial' ? 'partial' : 'full', TWO_LEVELS_FROM, row.resolution);
  }
  endDistricts(builder, lastDay, successors);
}

function mergeProvinces(builder: RegisterBuilder, lastDay: string): (code: string) => string {
  const former = new Map(builder.all('province').map((each) => [each.version.code ?? '', each]));
  const provinces = rows<'code' | 'full_name' | 'merged_count'>('provinces-34.csv');
  const goesOn = new Set(provinces.filter((row) => row.merged_count === '1').map((row) => row.code));
  for (const code of former.keys()) if (!goesOn.has(code)) builder.end('province', code, lastDay);
  for (const row of provinces) {
    if (!goesOn.has(row.code))
      builder.begin('province', row.code, row.full_name, TWO_LEVELS_FROM, null, MERGER_OF_PROVINCES);
  }
  for (const row of rows<'old_code' | 'new_code'>('province-map-63-34.csv')) {
    const old = former.get(row.old_code);
    if (old === undefined) throw new Error(`province map: ${row.old_code}`);
    builder.succeed(old, builder.get('province', row.new_code), 'full', TWO_LEVELS_FROM, MERGER_OF_PROVINCES);
  }
  return (code) => builder.get('province', code).unit.id;
}

/** Districts ended with the second level; five island districts without communes became đặc khu. */
function endDistricts(builder: RegisterBuilder, lastDay: string, communes: Map<string, Live>): void {
  const islands = new Map(
    rows<'old_district_code' | 'new_code'>('district-map-islands.csv').map((row) => [
      row.old_district_code,
      row.new_code,
    ]),
  );
  for (const live of builder.all('district')) {
    const code = live.version.code ?? '';
    builder.end('district', code, lastDay);
    const successor = communes.get(islands.get(code) ?? '');
    if (successor) builder.succeed(live, successor, 'full', TWO_LEVELS_FROM, MERGER_OF_PROVINCES);
  }
}

function changesOf2026(builder: RegisterBuilder): void {
  for (const row of rows<'code' | 'full_name_2026-04-30' | 'change'>('communes-changes-2026-04-30.csv')) {
    const act = row.change === 'spelling' ? null : CHANGES_OF_2026;
    const name = row['full_name_2026-04-30'];
    builder.change(builder.get('commune', row.code), LIST_OF_2026, {
      full_name: name[0]?.toUpperCase() + name.slice(1),
      act,
    });
  }
  for (const row of rows<'code' | 'full_name' | 'full_name_2026-04-30'>('provinces-34.csv')) {
    if (row.full_name === row['full_name_2026-04-30']) continue;
    builder.change(builder.get('province', row.code), LIST_OF_2026, { full_name: row['full_name_2026-04-30'] });
  }
}
