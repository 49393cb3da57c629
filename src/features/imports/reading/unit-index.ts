/** The register of units of all times, indexed for finding what an address names on a day. */
import type { Register, UnitLevel } from '#features/units';
import { nameKey } from './words.ts';

export interface UnitAt {
  readonly unit: string;
  readonly level: UnitLevel;
  readonly code: string | null;
  readonly name: string;
  readonly fullName: string;
  readonly type: string;
  readonly parent: string | null;
  readonly from: string;
  readonly to: string | null;
  /** Its name, and its type and name, as they are compared. */
  readonly key: string;
  readonly fullKey: string;
}

/** Finds units by name and day, what stands above them, and what became of them. */
export class UnitIndex {
  readonly #byName = new Map<string, UnitAt[]>();
  readonly #byUnit = new Map<string, UnitAt[]>();
  readonly #byLevel = new Map<UnitLevel, UnitAt[]>();
  readonly #successors = new Map<string, string[]>();
  readonly #ended = new Set<string>();

  constructor(register: Register) {
    const levels = new Map<string, UnitLevel>();
    for (const unit of register.units) {
      levels.set(unit.id, unit.level);
      if (unit.valid_to !== null) this.#ended.add(unit.id);
    }
    for (const version of register.versions) {
      const key = unitKey(version.name);
      const at: UnitAt = {
        ...{ unit: version.unit, level: levels.get(version.unit) ?? 'commune', code: version.code },
        ...{ name: version.name, fullName: version.full_name, type: version.type, parent: version.parent },
        ...{ from: version.valid_from === '-infinity' ? '' : version.valid_from, to: version.valid_to },
        ...{ key, fullKey: `${unitKey(version.type)} ${key}` },
      };
      push(this.#byUnit, version.unit, at);
      push(this.#byLevel, at.level, at);
      const keys = new Set([key, bareKey(key)]);
      for (const key of keys) push(this.#byName, `${at.level}:${key}`, at);
    }
    for (const { former, successor } of register.successions) push(this.#successors, former, successor);
  }

  /** Units of a level with this name (without its type word) valid on the day; with other marks when none has these. */
  named(level: UnitLevel, name: string, day: string): UnitAt[] {
    const exact = (this.#byName.get(`${level}:${unitKey(name)}`) ?? []).filter((each) => isValid(each, day));
    if (exact.length > 0) return exact;
    return (this.#byName.get(`${level}:${bareKey(unitKey(name))}`) ?? []).filter((each) => isValid(each, day));
  }

  all(level: UnitLevel, day: string): UnitAt[] {
    return (this.#byLevel.get(level) ?? []).filter((each) => isValid(each, day));
  }

  at(unit: string, day: string): UnitAt | null {
    return this.#byUnit.get(unit)?.find((each) => isValid(each, day)) ?? null;
  }

  /** The district of a commune (null in the two-level system) and its province, on a day. */
  above(commune: UnitAt, day: string): { district: UnitAt | null; province: UnitAt | null } {
    const parent = commune.parent === null ? null : this.at(commune.parent, day);
    if (parent === null || parent.level === 'province') return { district: null, province: parent };
    return { district: parent, province: parent.parent === null ? null : this.at(parent.parent, day) };
  }

  /** Today's codes of what a unit became: its own when it goes on, several when it was divided, none when unknown. */
  codesNow(unit: string): string[] {
    const codes = new Set<string>();
    const seen = new Set<string>();
    const open = [unit];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const code = this.#byUnit.get(next)?.at(-1)?.code;
      if (this.#ended.has(next)) open.push(...(this.#successors.get(next) ?? []));
      else if (code) codes.add(code);
    }
    return [...codes].sort();
  }

  /** Provinces a code can mean on a day: the one that bears it, and those that went into or came out of one that did. */
  provincesOfCode(code: string, day: string): Set<string> {
    const found = new Set<string>();
    const bearers = new Set<string>();
    for (const each of this.#byLevel.get('province') ?? []) if (each.code === code) bearers.add(each.unit);
    for (const each of this.all('province', day)) {
      const wentInto = this.#ended.has(each.unit) && this.codesNow(each.unit).includes(code);
      if (bearers.has(each.unit) || wentInto) found.add(each.unit);
    }
    for (const bearer of bearers) {
      if (this.at(bearer, day) !== null) continue;
      for (const successor of this.#successors.get(bearer) ?? []) if (this.at(successor, day)) found.add(successor);
    }
    return found;
  }
}

const isValid = (version: UnitAt, day: string): boolean =>
  version.from <= day && (version.to === null || version.to >= day);

/** Names are written "Kì Sơn" and "Kỳ Sơn", "Phường 05" and "Phường 5", "Ea H'leo" and "Ea Hleo". */
export const unitKey = (name: string): string =>
  nameKey(name.replace(/['’`]/g, ''))
    .replaceAll('y', 'i')
    .replace(/(^| )0+(?=\d)/g, '$1');

/** The same without marks, under which a name is found when no unit bears it as written. */
const bareKey = (key: string): string => `~${key.replace(/\p{M}/gu, '').replaceAll('đ', 'd')}`;

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
