/** The words of an address → the commune of the time and what it is today. No match is no answer, never a guess. */
import type { UnitLevel } from '#features/units';
import type { RowNote } from './types.ts';
import { type UnitAt, type UnitIndex, unitKey } from './unit-index.ts';
import { plain } from './words.ts';

export interface Placed {
  readonly communeCode: string | null;
  readonly newCommuneCodes: readonly string[];
  readonly provinceCode: string | null;
  readonly doubts: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}

export interface PlaceQuestion {
  readonly address: string | null;
  /** Days whose register is asked, the first that knows the place decides. */
  readonly days: readonly string[];
  /** Code of the province everything lies in, when somebody said so. */
  readonly province: string | null;
  /** Texts around the row that name units too: group row, titles; the nearest first. */
  readonly around: readonly string[];
}

interface Mention {
  readonly level: UnitLevel | 'city' | null;
  readonly type: string;
  readonly name: string;
}

const TYPES: readonly (readonly [RegExp, Mention['level'], string])[] = [
  [/^(?:thị trấn|t\.?\s?trấn|tt[.\s])\s*/iu, 'commune', 'Thị trấn'],
  [/^(?:thị xã|tx[.\s])\s*/iu, 'district', 'Thị xã'],
  [/^(?:thành phố|t\.p[.\s]|tp[.\s])\s*/iu, 'city', 'Thành phố'],
  [/^(?:đặc khu)\s+/iu, 'commune', 'Đặc khu'],
  [/^(?:xã\s|x\.)\s*/iu, 'commune', 'Xã'],
  [/^(?:phường\s|p\.|p\s?(?=\d))\s*/iu, 'commune', 'Phường'],
  [/^(?:huyện\s|h\.)\s*/iu, 'district', 'Huyện'],
  [/^(?:quận\s|q\.|q\s?(?=\d))\s*/iu, 'district', 'Quận'],
  [/^(?:tỉnh\s|t\.\s?)\s*/iu, 'province', 'Tỉnh'],
];
const PARTS =
  /[,;\n()]|\s[-–—]\s|\s+(?=(?:thị xã|thị trấn|thành phố|(?<!thị\s)xã|phường|huyện|quận|tỉnh|tp\.|tx\.|tt\.)\s*\p{Lu})/iu;

const ADDRESSES_KEPT = 20_000;

/** Finds places; remembers addresses already asked, for lists repeat them. */
export class Places {
  readonly #index: UnitIndex;
  readonly #known = new Map<string, Placed>();
  readonly #around = new Map<string, Mention[]>();
  /** Texts around rows by number: titles are long, and the same for a whole sheet. */
  readonly #texts = new Map<string, number>();

  constructor(index: UnitIndex) {
    this.#index = index;
  }

  find(question: PlaceQuestion): Placed {
    const { address, days, province, around } = question;
    const key = `${around.map((text) => this.#numberOf(text))}|${days}|${province}|${address === null ? 0 : 1}${address}`;
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= ADDRESSES_KEPT) this.#known.clear();
    const placed = this.#find(question);
    this.#known.set(key, placed);
    return placed;
  }

  #numberOf(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  #find({ address, days, province, around }: PlaceQuestion): Placed {
    const mentions = address === null ? [] : mentionsOf(address);
    const named = mentions.some(({ level }) => level === 'commune');
    let first: Placed | null = null;
    for (const [at, day] of days.entries()) {
      const context = around.flatMap((text) => this.#mentionsAround(text, day));
      const placed = this.#on(day, mentions, context, province);
      if (placed.communeCode !== null) {
        if (at === 0) return placed;
        return {
          ...placed,
          remarks: [...placed.remarks, note('otherRegister', `Xã có trong danh mục đơn vị ngày ${shown(day)}.`)],
        };
      }
      first ??= placed;
    }
    if (first !== null && named && first.doubts.length === 0) {
      return { ...first, doubts: [note('communeNotFound', `Không tìm thấy xã trong địa chỉ “${address}”.`)] };
    }
    return first ?? NOWHERE;
  }

  #on(day: string, mentions: readonly Mention[], context: readonly Mention[], province: string | null): Placed {
    const provinces = this.#provinces(day, mentions, context, province);
    const districts = this.#districts(day, mentions, provinces) ?? this.#districts(day, context, provinces);
    const within = provinces ?? this.#provincesOf(districts, day);
    const found = this.#communes(day, mentions, within, districts);
    const [only] = found.units;
    const above = only ? this.#index.above(only, day) : null;
    const sure = only !== undefined && found.units.length === 1;
    const provinceCode = sure ? (above?.province?.code ?? null) : codeOfOnly(within, this.#index, day);
    if (!sure) {
      const several = found.units.length > 1;
      const doubts = several
        ? [note('severalCommunes', `Có ${found.units.length} xã tên “${only?.fullName}”: hãy ghi thêm huyện, tỉnh.`)]
        : [];
      return { ...NOWHERE, provinceCode, doubts };
    }
    const codes = this.#index.codesNow(only.unit);
    const remarks = [...found.remarks];
    if (codes.length > 1)
      remarks.push(note('communeDivided', `${only.fullName} đã chia về ${codes.length} xã, phường: cần chọn.`));
    if (codes.length === 0)
      remarks.push(note('successorUnknown', `Chưa rõ ${only.fullName} nay thuộc xã, phường nào.`));
    return { communeCode: only.code, newCommuneCodes: codes, provinceCode, doubts: [], remarks };
  }

  /** Ids of the provinces the place can lie in; null when nothing says which. */
  #provinces(
    day: string,
    mentions: readonly Mention[],
    context: readonly Mention[],
    code: string | null,
  ): Set<string> | null {
    const ofCode = code === null ? null : this.#index.provincesOfCode(code, day);
    for (const list of [mentions, context]) {
      const named = new Set<string>();
      for (const [at, { level, name }] of list.entries()) {
        if (level === 'commune' || level === 'district') continue;
        if (level === null && at !== list.length - 1) continue;
        for (const unit of this.#index.named('province', name, day)) named.add(unit.unit);
      }
      const inCode = ofCode === null ? named : new Set([...named].filter((unit) => ofCode.has(unit)));
      if (inCode.size > 0) return inCode;
    }
    return ofCode !== null && ofCode.size > 0 ? ofCode : null;
  }

  #districts(day: string, mentions: readonly Mention[], provinces: Set<string> | null): Set<string> | null {
    const typed = mentions.filter(({ level }) => level === 'district' || level === 'city');
    const untyped = mentions.filter(({ level }, at) => level === null && at > 0);
    for (const list of [typed, untyped, mentions.length === 1 ? mentions.filter(({ level }) => level === null) : []]) {
      const found = new Set<string>();
      for (const { name, type } of list) {
        const units = this.#index
          .named('district', name, day)
          .filter((each) => provinces === null || (each.parent !== null && provinces.has(each.parent)));
        const same = units.filter((each) => each.type === type);
        for (const unit of same.length > 0 ? same : units) found.add(unit.unit);
      }
      if (found.size > 0) return found;
    }
    return null;
  }

  #communes(
    day: string,
    mentions: readonly Mention[],
    provinces: Set<string> | null,
    districts: Set<string> | null,
  ): { units: UnitAt[]; remarks: RowNote[] } {
    const typed = mentions.filter(({ level }) => level === 'commune');
    const asked = typed.length > 0 ? typed : mentions.filter(({ level }) => level === null);
    for (const mention of asked) {
      const named = this.#index.named('commune', mention.name, day);
      const inProvince = named.filter(
        (each) => provinces === null || provinces.has(this.#index.above(each, day).province?.unit ?? ''),
      );
      const inDistrict = inProvince.filter((each) => districts?.has(each.parent ?? ''));
      if (inDistrict.length > 0)
        return { units: sameType(inDistrict, mention), remarks: remarksOf(sameType(inDistrict, mention), mention) };
      if (mention.level === null || inProvince.length === 0) continue;
      const units = sameType(inProvince, mention);
      if (units.length !== 1) return { units: districts === null || provinces !== null ? units : [], remarks: [] };
      if (provinces === null) continue; // one of its name in the country is still a guess
      const words =
        districts === null ? 'Chỉ có một xã tên này trong tỉnh.' : 'Xã thuộc huyện khác với huyện ghi trong địa chỉ.';
      return {
        units,
        remarks: [note(districts === null ? 'uniqueInProvince' : 'otherDistrict', words), ...remarksOf(units, mention)],
      };
    }
    return { units: [], remarks: [] };
  }

  /** The provinces of the districts named; null when none is. */
  #provincesOf(districts: Set<string> | null, day: string): Set<string> | null {
    const parents = [...(districts ?? [])].map((district) => this.#index.at(district, day)?.parent ?? '');
    return parents.length === 0 ? null : new Set(parents);
  }

  /** Districts and provinces a title names, with or without their type in capitals. */
  #mentionsAround(text: string, day: string): Mention[] {
    const key = `${day} ${text}`;
    const known = this.#around.get(key);
    if (known) return known;
    const words = ` ${unitKey(text)} `;
    const mentions: Mention[] = [];
    for (const level of ['district', 'province'] as const) {
      for (const unit of this.#index.all(level, day)) {
        const full = ` ${unit.fullKey} `;
        const short = ` ${unit.key} `;
        const city = unit.type === 'Thành phố' && words.includes(` tp${short}`);
        if (words.includes(full) || city || (level === 'province' && words.includes(short))) {
          mentions.push({ level, type: unit.type, name: unit.name });
        }
      }
    }
    this.#around.set(key, mentions);
    return mentions;
  }
}

const NOWHERE: Placed = { communeCode: null, newCommuneCodes: [], provinceCode: null, doubts: [], remarks: [] };
const note = (code: string, text: string): RowNote => ({ code, text });
const shown = (day: string): string => day.split('-').reverse().join('/');

/** What an address mentions, from the smallest to the widest. */
function mentionsOf(address: string): Mention[] {
  const mentions: Mention[] = [];
  for (const part of address.split(PARTS)) {
    const text = (part ?? '').trim().replace(/[.:]+$/, '');
    if (text === '' || plain(text) === '') continue;
    const type = TYPES.find(([begins]) => begins.test(text));
    const name = type === undefined ? text : text.replace(type[0], '');
    mentions.push({ level: type?.[1] ?? null, type: type?.[2] ?? '', name: name.trim() });
  }
  return mentions;
}

function sameType(units: UnitAt[], mention: Mention): UnitAt[] {
  const same = units.filter((each) => each.type === mention.type);
  return same.length > 0 ? same : units;
}

function remarksOf(units: readonly UnitAt[], mention: Mention): RowNote[] {
  const [only] = units;
  if (only === undefined || units.length !== 1 || only.type === mention.type) return [];
  const words = mention.type === '' ? 'Địa chỉ không ghi là xã, phường hay thị trấn' : `Địa chỉ ghi “${mention.type}”`;
  return [note('typeDiffers', `${words}; danh mục là ${only.fullName}.`)];
}

function codeOfOnly(provinces: Set<string> | null, index: UnitIndex, day: string): string | null {
  const [only] = provinces ?? [];
  return only !== undefined && provinces?.size === 1 ? (index.at(only, day)?.code ?? null) : null;
}
