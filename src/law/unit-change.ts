/**
 * Whether a change of administrative units may be recorded: merging, dividing, renaming, another type, code or province, by
 * legal act and from a day (R12.2, R12.4, R12.6). Communes and provinces alike; communes of a merged province go along as
 * they are. Told what the register says; nothing is looked up here.
 */
import { ALLOWED, type Allowed, type Basis, type Day, type Refused } from './answers.ts';
import { isDay } from './days.ts';
import { all, ask, paper, said } from './moves/conditions.ts';

/** merge: several become one · split: one is divided · alter: name, type, code or province of one. */
export type UnitChangeKind = 'merge' | 'split' | 'alter';

export const UNIT_TYPES = {
  commune: ['Xã', 'Phường', 'Đặc khu'],
  province: ['Tỉnh', 'Thành phố'],
} as const;
export type UnitType = (typeof UNIT_TYPES)['commune' | 'province'][number];

/** A unit the change touches, as the register has it. */
export interface TouchedUnit {
  readonly id: string;
  /** As it is called in a refusal. */
  readonly name: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly parent: string | null;
  /** First day of what holds now; null: from before the first list. */
  readonly since: Day | null;
  /** Its last day; null: no end. */
  readonly until: Day | null;
  /** Another change of it waits for its day. */
  readonly waiting: boolean;
}

/** What a unit is called from the day on. */
export interface NamedUnit {
  readonly type: string;
  readonly name: string;
  readonly code: string;
  /** Another unit of that level bears the code on that day. */
  readonly codeTaken: boolean;
  /** Another unit of the same type bears the name in that province on that day. */
  readonly nameTaken: boolean;
}

/** A commune that goes to another province with its own province's change, or gets another code by it. */
export interface GoingCommune {
  /** As it is called in a refusal. */
  readonly name: string;
  readonly level: TouchedUnit['level'];
  readonly parent: string | null;
  readonly since: Day | null;
  readonly until: Day | null;
  /** null: it keeps its code. */
  readonly newCode: string | null;
  /** Another commune bears the new code on that day. */
  readonly codeTaken: boolean;
}

export interface UnitChange {
  readonly kind: UnitChangeKind;
  readonly number: string;
  readonly dated: Day;
  readonly effectiveOn: Day;
  readonly units: readonly TouchedUnit[];
  /** The unit among them that goes on; null: none does. */
  readonly stays: string | null;
  readonly made: readonly NamedUnit[];
  /** The province the result lies in, where it is named. */
  readonly parent: string | null;
  /** That province has ended by the day. */
  readonly parentEnded: boolean;
  /** Of provinces: every commune that goes along. */
  readonly communes: readonly GoingCommune[];
  /** Of a divided province: communes that stay in it. */
  readonly remaining: number;
  /** alter: the name, type, code or province is another than before. */
  readonly differs: boolean;
}

const BASIS: Basis = { act: 'Quyết định số 19/2025/QĐ-TTg', article: '' };
const CODE = { commune: /^\d{5}$/, province: /^\d{2}$/ } as const;
const told = (day: Day) => day.split('-').reverse().join('/');

/** Whether the change may be recorded on this day. */
export function mayChangeUnits(change: UnitChange, day: Day): Allowed | Refused {
  const { effectiveOn, units, dated } = change;
  return all(
    paper(change, 'văn bản về đơn vị hành chính', day, BASIS),
    ask(isDay(effectiveOn), 'effectiveOn', 'Ghi ngày có hiệu lực.', BASIS),
    ask(effectiveOn >= dated, 'effectiveEarly', 'Ngày có hiệu lực không trước ngày của văn bản.', BASIS),
    ask(units.length > 0, 'unitMissing', 'Chọn đơn vị.', BASIS),
    ...units.map((unit) => mayTouch(unit, effectiveOn)),
    shapeOf(change),
    ask(
      !change.parentEnded,
      'parentEnded',
      'Tỉnh đã chọn không còn vào ngày có hiệu lực; soạn lại với tỉnh hiện nay.',
      BASIS,
    ),
    ...change.communes.map((commune) => mayGo(commune, change)),
    codesOnce(change.communes),
    ...change.made.map((made) => mayBeCalled(made, change)),
    distinct(change.made),
  );
}

function mayTouch(unit: TouchedUnit, effectiveOn: Day): Allowed | Refused {
  const { name, since, until } = unit;
  return all(
    ask(until === null, 'unitEnded', `${name} đã hết hiệu lực ngày ${told(until ?? '')}; chọn đơn vị đang có.`, BASIS),
    ask(
      since === null || since < effectiveOn,
      'unitChangedLater',
      `${name} có thay đổi từ ngày ${told(since ?? '')}; ngày có hiệu lực phải sau ngày đó.`,
      BASIS,
    ),
    ask(!unit.waiting, 'unitWaiting', `${name} đang có thay đổi khác chờ ngày hiệu lực; bỏ thay đổi đó trước.`, BASIS),
    ask(unit.level !== 'district', 'unitDistrict', 'Cấp huyện đã kết thúc từ 01/7/2025; chọn xã hoặc tỉnh.', BASIS),
  );
}

function shapeOf(change: UnitChange): Allowed | Refused {
  const { kind, units, stays, made, parent, differs } = change;
  const [first] = units;
  if (!first) return ALLOWED;
  const province = first.level === 'province';
  const provinces = new Set(units.map((unit) => unit.parent));
  if (kind === 'alter') {
    return all(
      ask(units.length === 1 && made.length === 1, 'alterOne', 'Mỗi lần đổi một đơn vị.', BASIS),
      ask(differs, 'alterNothing', 'Tên, loại, mã và tỉnh đều như cũ; ghi điều thay đổi.', BASIS),
      ask(first.level === 'commune' || parent === null, 'alterParent', 'Tỉnh không thuộc đơn vị nào khác.', BASIS),
    );
  }
  const whole = all(
    ask(
      units.every(({ level }) => level === first.level),
      'oneLevel',
      'Chỉ nhập các đơn vị cùng cấp: tỉnh với tỉnh, xã với xã.',
      BASIS,
    ),
    ask(!province || parent === null, 'alterParent', 'Tỉnh không thuộc đơn vị nào khác.', BASIS),
  );
  const ids = new Set(units.map(({ id }) => id));
  const staying = ask(
    stays === null || ids.has(stays),
    'staysUnknown',
    'Đơn vị giữ lại phải là một đơn vị đã chọn.',
    BASIS,
  );
  if (kind === 'merge') {
    return all(
      whole,
      staying,
      ask(ids.size > 1 && ids.size === units.length, 'mergeTwo', 'Nhập từ hai đơn vị khác nhau trở lên.', BASIS),
      ask(
        made.length === (stays === null ? 1 : 0),
        'mergeResult',
        'Ghi đơn vị mới, hoặc chọn đơn vị giữ lại để nhập vào.',
        BASIS,
      ),
      ask(
        provinces.size === 1 || parent !== null,
        'otherProvince',
        'Các đơn vị thuộc tỉnh khác nhau; chọn tỉnh của đơn vị sau khi nhập theo văn bản.',
        BASIS,
      ),
    );
  }
  const one = ask(units.length === 1, 'splitOne', 'Mỗi lần chia một đơn vị.', BASIS);
  if (province) return all(whole, staying, one, mayPart(change));
  return all(
    whole,
    staying,
    one,
    ask(made.length + (stays === null ? 0 : 1) > 1, 'splitTwo', 'Chia thành ít nhất hai đơn vị.', BASIS),
  );
}

/** A new province leaves one that goes on: so every commune and every record has its place without guessing. */
function mayPart({ stays, made, communes, remaining }: UnitChange): Allowed | Refused {
  return all(
    ask(
      stays !== null,
      'provinceStays',
      'Tách tỉnh mới ra khỏi tỉnh còn lại. Nếu tỉnh cũ không còn, tách tỉnh mới rồi đổi tên, mã phần còn lại.',
      BASIS,
    ),
    ask(made.length === 1, 'provinceOne', 'Mỗi lần tách một tỉnh mới.', BASIS),
    ask(communes.length > 0, 'communesMissing', 'Chọn các xã, phường về tỉnh mới.', BASIS),
    ask(remaining > 0, 'communesAll', 'Tỉnh còn lại phải còn ít nhất một xã; nếu không, hãy đổi tên tỉnh.', BASIS),
  );
}

function mayGo(
  { name, level, parent, since, until, newCode, codeTaken }: GoingCommune,
  { units, effectiveOn }: UnitChange,
): Allowed | Refused {
  return all(
    ask(
      level === 'commune' && until === null && units.some(({ id }) => id === parent),
      'communeElsewhere',
      `${name} không thuộc các tỉnh của thay đổi này.`,
      BASIS,
    ),
    ask(
      since === null || since < effectiveOn,
      'unitChangedLater',
      `${name} có thay đổi từ ngày ${told(since ?? '')}; ngày có hiệu lực phải sau ngày đó.`,
      BASIS,
    ),
    ask(newCode === null || CODE.commune.test(newCode), 'unitCode', `Mã mới của ${name} là năm chữ số.`, BASIS),
    ask(!codeTaken, 'unitCodeTaken', `Mã ${newCode} đang là của đơn vị khác.`, BASIS),
  );
}

function codesOnce(communes: readonly GoingCommune[]): Refused | undefined {
  const codes = communes.flatMap(({ newCode }) => newCode ?? []);
  return ask(new Set(codes).size === codes.length, 'unitCodeTwice', 'Hai xã cùng một mã mới.', BASIS);
}

function mayBeCalled({ type, name, code, codeTaken, nameTaken }: NamedUnit, { units }: UnitChange): Allowed | Refused {
  const level = units[0]?.level === 'province' ? 'province' : 'commune';
  const types: readonly string[] = UNIT_TYPES[level];
  const digits = level === 'province' ? 'hai' : 'năm';
  return all(
    ask(said(name), 'unitName', 'Ghi tên đơn vị, không kèm loại.', BASIS),
    ask(types.includes(type), 'unitType', `Chọn loại: ${types.join(', ').toLowerCase()}.`, BASIS),
    ask(CODE[level].test(code), 'unitCode', `Mã đơn vị là ${digits} chữ số.`, BASIS),
    ask(!codeTaken, 'unitCodeTaken', `Mã ${code} đang là của đơn vị khác.`, BASIS),
    ask(
      !nameTaken,
      'unitNameTaken',
      `${level === 'province' ? 'Đã có' : 'Trong tỉnh đã có'} ${type.toLowerCase()} ${name}.`,
      BASIS,
    ),
  );
}

function distinct(made: readonly NamedUnit[]): Refused | undefined {
  const codes = new Set(made.map(({ code }) => code));
  const names = new Set(made.map(({ type, name }) => `${type} ${name.toLocaleLowerCase('vi')}`));
  return (
    ask(codes.size === made.length, 'unitCodeTwice', 'Hai đơn vị mới trùng mã.', BASIS) ??
    ask(names.size === made.length, 'unitNameTwice', 'Hai đơn vị mới trùng tên.', BASIS)
  );
}
