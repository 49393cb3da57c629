import { stableId } from './stable-id.ts';

export type UnitLevel = 'province' | 'district' | 'commune';
export interface UnitRow {
  id: string;
  level: UnitLevel;
  valid_from: string;
  valid_to: string | null;
}
export interface VersionRow {
  unit: string;
  valid_from: string;
  valid_to: string | null;
  code: string | null;
  name: string;
  full_name: string;
  type: string;
  parent: string | null;
  act: string | null;
}
export interface SuccessionRow {
  former: string;
  successor: string;
  part: 'full' | 'partial';
  effective_on: string | null;
  act: string | null;
}
export interface Register {
  units: UnitRow[];
  versions: VersionRow[];
  successions: SuccessionRow[];
  regions: { unit: string; region: string }[];
}
/** A unit that is in force at the day reached while building, with its newest version. */
export interface Live {
  unit: UnitRow;
  version: VersionRow;
}

const TYPES = ['Thành phố', 'Thị trấn', 'Thị xã', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã'];

/** Splits "Phường Cao Lãnh" into type and name. */
function splitFullName(fullName: string): { type: string; name: string } {
  const type = TYPES.find((candidate) => fullName.startsWith(`${candidate} `));
  return type === undefined ? { type: '', name: fullName } : { type, name: fullName.slice(type.length + 1) };
}

/** The last day before a date. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Walks through time: begins, changes and ends units, and writes down what each was called when. */
export class RegisterBuilder {
  readonly register: Register = { units: [], versions: [], successions: [], regions: [] };
  private readonly live = new Map<string, Live>();

  begin(
    level: UnitLevel,
    code: string | null,
    fullName: string,
    from: string,
    parent: string | null,
    act: string | null = null,
  ): Live {
    const key = code ?? `${fullName}@${parent}`;
    const unit: UnitRow = { id: stableId('unit', `${level}:${key}:${from}`), level, valid_from: from, valid_to: null };
    const version: VersionRow = {
      ...{ unit: unit.id, valid_from: from, valid_to: null, code, full_name: fullName },
      ...{ ...splitFullName(fullName), parent, act },
    };
    this.register.units.push(unit);
    this.register.versions.push(version);
    const live = { unit, version };
    this.live.set(`${level}:${key}`, live);
    return live;
  }

  change(live: Live, from: string, next: Partial<Pick<VersionRow, 'full_name' | 'parent' | 'act'>>): void {
    const fullName = next.full_name ?? live.version.full_name;
    const changed = { ...live.version, act: null, ...next, full_name: fullName, ...splitFullName(fullName) };
    if (live.version.valid_from === from) {
      Object.assign(live.version, changed);
      return;
    }
    live.version.valid_to = dayBefore(from);
    live.version = { ...changed, valid_from: from, valid_to: null };
    this.register.versions.push(live.version);
  }

  end(level: UnitLevel, key: string, lastDay: string): Live {
    const live = this.get(level, key);
    live.unit.valid_to = lastDay;
    live.version.valid_to = lastDay;
    this.live.delete(`${level}:${key}`);
    return live;
  }

  /** The unit with this code now. Throws when there is none: the lists of the repository contradict each other. */
  get(level: UnitLevel, code: string): Live {
    const live = this.live.get(`${level}:${code}`);
    if (live === undefined) throw new Error(`no ${level} with code ${code}`);
    return live;
  }

  all(level: UnitLevel): Live[] {
    return [...this.live.values()].filter((each) => each.unit.level === level);
  }

  succeed(former: Live, successor: Live, part: 'full' | 'partial', on: string | null, act: string | null): void {
    if (former.unit.id === successor.unit.id) return;
    this.register.successions.push({
      ...{ former: former.unit.id, successor: successor.unit.id, part, effective_on: on, act },
    });
  }
}
