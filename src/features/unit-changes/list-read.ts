/** Rows of a list of units as cells: which columns say what, and every row as far as it can be read. Pure. */
import { UNIT_TYPES, type UnitType } from '#law/unit-change';

/** One row of a list of units, as read. */
export interface ListedUnit {
  /** Its line in the file, from 1. */
  readonly no: number;
  readonly code: string;
  readonly type: UnitType | null;
  /** Name without its type. */
  readonly name: string;
  /** The province as it is written: name or code; '' when the list has none. */
  readonly province: string;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Headings of each column, without marks, as offices write them. */
const HEADINGS = {
  code: /^(ma|ma so|ma (dvhc|don vi|don vi hanh chinh|xa|so xa|cap xa|phuong xa|xa phuong|tinh))$/,
  name: /^(ten|ten (xa|dvhc|don vi|don vi hanh chinh|cap xa|phuong xa|xa phuong)|don vi hanh chinh|xa phuong dac khu|phuong xa)$/,
  type: /^(loai|cap|loai hinh|cap hanh chinh|loai don vi)$/,
  province: /^(tinh|thuoc tinh|ten tinh|tinh thanh pho|tinh thanh|thuoc tinh thanh pho|thuoc)$/,
} as const;
type Column = keyof typeof HEADINGS;
/** Lines among which the headings stand. */
const HEADINGS_WITHIN = 20;

/** Every row below the headings; null when no line names a column of codes and one of names. */
export function unitsOf(rows: readonly (readonly string[])[]): ListedUnit[] | null {
  const found = rows.slice(0, HEADINGS_WITHIN).findIndex((cells) => columnsIn(cells) !== null);
  const at = columnsIn(rows[found] ?? []);
  if (at === null) return null;
  return rows.slice(found + 1).flatMap((cells, index): ListedUnit[] => {
    const cell = (column: Column) => (cells[at[column] ?? -1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    const [code, written] = [cell('code'), cell('name')];
    if (code === '' && written === '') return [];
    const { type, name } = called(written, cell('type'));
    return [{ no: found + index + 2, code: padded(code, type), type, name, province: cell('province') }];
  });
}

function columnsIn(cells: readonly string[]): Partial<Record<Column, number>> | null {
  const at: Partial<Record<Column, number>> = {};
  for (const [index, cell] of cells.entries())
    for (const column of Object.keys(HEADINGS) as Column[])
      if (at[column] === undefined && HEADINGS[column].test(plain(cell))) at[column] = index;
  return at.code !== undefined && at.name !== undefined ? at : null;
}

const TYPES: readonly UnitType[] = [...UNIT_TYPES.commune, ...UNIT_TYPES.province];

/** "Xã Tân Hưng" as type and name; the column of types says it where the name does not. */
function called(written: string, typed: string): Pick<ListedUnit, 'type' | 'name'> {
  const type = TYPES.find((one) => written.toLocaleLowerCase('vi').startsWith(`${one.toLocaleLowerCase('vi')} `));
  if (type) return { type, name: written.slice(type.length + 1).trim() };
  return { type: TYPES.find((one) => plain(one) === plain(typed)) ?? null, name: written };
}

/** A spreadsheet drops the zeros a code begins with. */
const padded = (code: string, type: UnitType | null): string =>
  /^\d{1,5}$/.test(code)
    ? code.padStart((UNIT_TYPES.province as readonly (string | null)[]).includes(type) || code.length <= 2 ? 2 : 5, '0')
    : code;
