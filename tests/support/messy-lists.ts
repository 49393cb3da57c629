/**
 * True rows put into sheets as offices lay them out: headings, orders of columns, groupings, titles, signatures and
 * encodings other than those of tests/fixtures/lists. Made by fast-check, so that a failure comes with its seed.
 */
import fc from 'fast-check';
import { type MergeRange, writeXlsx } from 'hucre/xlsx';
import { to1258, toTcvn3, toVni } from './messy-encodings.ts';
import { DITTOS, ENDINGS, HEADINGS, type HeadingKey as Key, STARS, TITLES } from './messy-words.ts';

export interface TrueRow {
  readonly product: string;
  readonly producer: string;
  readonly commune: string;
  readonly district: string;
  readonly stars: 3 | 4 | 5;
  readonly score: number;
}

export interface Layout {
  readonly headings: Readonly<Record<Key, string>>;
  readonly columns: readonly Key[];
  readonly place: 'address' | 'two' | 'withProducer' | 'brackets';
  readonly stars: 'column' | 'marks' | 'groups' | 'sheets';
  readonly groups: 'none' | 'roman' | 'units';
  readonly same: 'written' | 'ditto' | 'merged';
  readonly titles: readonly string[];
  readonly endings: readonly (readonly string[])[];
  readonly shifted: boolean;
  readonly repeatHeading: number;
  readonly blankEvery: number;
  readonly twoRowHeading: boolean;
  readonly format: 'xlsx' | 'xlsx-tcvn3' | 'xlsx-vni' | 'csv' | 'tsv' | 'semicolon';
  readonly encoding: 'utf8' | 'bom' | 'utf16le' | 'utf16be' | '1258' | 'tcvn3' | 'vni' | 'nfd';
  readonly star: number;
}

const one = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

/** Any layout. */
export const layouts: fc.Arbitrary<Layout> = fc.record({
  headings: fc.record({
    ...{
      order: one(HEADINGS.order),
      product: one(HEADINGS.product),
      producer: one(HEADINGS.producer),
      address: one(HEADINGS.address),
    },
    ...{
      commune: one(HEADINGS.commune),
      district: one(HEADINGS.district),
      stars: one(HEADINGS.stars),
      score: one(HEADINGS.score),
    },
    ...{
      decision: one(HEADINGS.decision),
      year: one(HEADINGS.year),
      phone: one(HEADINGS.phone),
      note: one(HEADINGS.note),
    },
    ...{ group: one(HEADINGS.group), unitOfMeasure: one(HEADINGS.unitOfMeasure) },
  }),
  columns: fc
    .shuffledSubarray<Key>(['score', 'decision', 'year', 'phone', 'note', 'group', 'unitOfMeasure'], { maxLength: 4 })
    .chain((extra) => fc.shuffledSubarray<Key>(['product', 'producer', ...extra], { minLength: 2 + extra.length })),
  place: one(['address', 'two', 'withProducer', 'brackets'] as const),
  stars: one(['column', 'column', 'marks', 'groups', 'sheets'] as const),
  groups: one(['none', 'roman', 'units'] as const),
  same: one(['written', 'ditto', 'merged'] as const),
  titles: fc.subarray(TITLES),
  endings: fc.subarray(ENDINGS),
  shifted: fc.boolean(),
  repeatHeading: fc.constantFrom(0, 0, 3, 5),
  blankEvery: fc.constantFrom(0, 0, 2, 4),
  twoRowHeading: fc.boolean(),
  format: one(['xlsx', 'xlsx', 'xlsx-tcvn3', 'xlsx-vni', 'csv', 'tsv', 'semicolon'] as const),
  encoding: one(['utf8', 'bom', 'utf16le', 'utf16be', '1258', 'tcvn3', 'vni', 'nfd'] as const),
  star: fc.nat(STARS.length - 1),
});

interface Sheet {
  readonly name: string;
  readonly rows: string[][];
  readonly merges: MergeRange[];
}

/** The file: its name and bytes. Rows come out in the order of `orderOf`. */
export async function messyFile(
  rows: readonly TrueRow[],
  layout: Layout,
): Promise<{ name: string; bytes: Uint8Array }> {
  const workbook = layout.format.startsWith('xlsx');
  const bySheet = layout.stars === 'sheets' && workbook;
  const sheets = bySheet
    ? ([3, 4, 5] as const)
        .filter((stars) => rows.some((row) => row.stars === stars))
        .map((stars) =>
          sheetOf(
            `${stars} sao`,
            rows.filter((row) => row.stars === stars),
            layout,
          ),
        )
    : [sheetOf('Sheet1', orderOf(rows, layout), layout)];
  if (workbook) return { name: 'danh-sach.xlsx', bytes: await workbookOf(sheets, layout) };
  const delimiter = layout.format === 'csv' ? ',' : layout.format === 'tsv' ? '\t' : ';';
  const quote = (cell: string) =>
    /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = (sheets[0]?.rows ?? []).map((row) => row.map(quote).join(delimiter)).join('\r\n');
  return { name: layout.format === 'tsv' ? 'danh-sach.txt' : 'danh-sach.csv', bytes: encoded(text, layout.encoding) };
}

/** Rows in the order they stand in the file: groups and sheets bring stars and units together. */
export function orderOf(rows: readonly TrueRow[], layout: Layout): TrueRow[] {
  const starred = layout.stars === 'groups' || layout.stars === 'sheets';
  const key = (row: TrueRow) => (starred ? `${row.stars}` : layout.groups === 'units' ? row.district : '');
  return rows.toSorted((a, b) => key(a).localeCompare(key(b)));
}

function columnsOf(layout: Layout): (Key | 'star3' | 'star4' | 'star5')[] {
  const columns: (Key | 'star3' | 'star4' | 'star5')[] = layout.columns.flatMap((key) => {
    if (key !== 'producer' || layout.place === 'withProducer' || layout.place === 'brackets') return [key];
    return layout.place === 'two' ? [key, 'commune', 'district'] : [key, 'address'];
  });
  if (layout.stars === 'marks') columns.push('star3', 'star4', 'star5');
  else if (layout.stars === 'column') columns.push('stars');
  else if (layout.stars === 'sheets' && !layout.format.startsWith('xlsx')) columns.push('stars');
  return ['order', ...columns];
}

function sheetOf(name: string, rows: readonly TrueRow[], layout: Layout): Sheet {
  const columns = columnsOf(layout);
  const out: string[][] = layout.titles.map((title) => [title]);
  const merges: MergeRange[] = [];
  const heading = columns.map((column) => headingOf(column, layout));
  if (layout.titles.length > 0) out.push([]);
  const first = columns.indexOf('star3');
  if (layout.twoRowHeading && first >= 0) {
    out.push(heading.map((text, at) => (at < first ? text : at === first ? 'Kết quả xếp hạng' : '')));
    out.push(heading.map((text, at) => (at < first ? '' : text)));
  } else out.push(heading);
  let group = '';
  let groups = 0;
  let run = 0;
  rows.forEach((row, at) => {
    const begins = groupOf(row, layout);
    const entered = begins !== group;
    if (entered) {
      groups += 1;
      group = begins;
      const label = columns.map((column) =>
        column === 'product'
          ? begins
          : column === 'order'
            ? layout.groups === 'roman' || layout.stars === 'groups'
              ? (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][groups] ?? '')
              : ''
            : '',
      );
      out.push(label);
    }
    if (layout.blankEvery > 0 && at % layout.blankEvery === layout.blankEvery - 1) out.push([]);
    const heads = layout.repeatHeading > 0 && at > 0 && at % layout.repeatHeading === 0 && !layout.twoRowHeading;
    if (heads) out.push(heading);
    const before = rows[at - 1];
    const same =
      before !== undefined &&
      before.producer === row.producer &&
      before.commune === row.commune &&
      before.district === row.district;
    const joined =
      same && !entered && !heads && !(layout.blankEvery > 0 && at % layout.blankEvery === layout.blankEvery - 1);
    const merged = layout.same === 'merged' && layout.format.startsWith('xlsx') && joined;
    run = merged ? run + 1 : 0;
    const cells = columns.map((column) => {
      const text = cellOf(column, row, at, layout);
      if (!same || !['producer', 'address', 'commune', 'district'].includes(column)) return text;
      if (merged) return '';
      return layout.same === 'ditto' && column === 'producer' ? (DITTOS[at % DITTOS.length] ?? '') : text;
    });
    out.push(cells);
    if (merged) {
      for (const [column, key] of columns.entries()) {
        if (!['producer', 'address', 'commune', 'district'].includes(key)) continue;
        const top = out.length - 1 - run;
        const open = merges.find((merge) => merge.startCol === column && merge.startRow === top);
        if (open) open.endRow = out.length - 1;
        else merges.push({ startRow: top, startCol: column, endRow: out.length - 1, endCol: column });
      }
    }
  });
  if (layout.endings.length > 0) out.push([]);
  for (const ending of layout.endings) out.push(['', ...ending]);
  if (!layout.shifted) return { name, rows: out, merges };
  return {
    name,
    rows: out.map((row) => ['', ...row]),
    merges: merges.map((merge) => ({ ...merge, startCol: merge.startCol + 1, endCol: merge.endCol + 1 })),
  };
}

function headingOf(column: Key | 'star3' | 'star4' | 'star5', layout: Layout): string {
  if (column === 'star3' || column === 'star4' || column === 'star5') return `${column.slice(4)} sao`;
  if (column !== 'producer') return layout.headings[column];
  if (layout.place === 'withProducer') return 'Tên, địa chỉ chủ thể';
  return layout.place === 'brackets' ? 'Chủ thể (địa chỉ)' : layout.headings.producer;
}

function groupOf(row: TrueRow, layout: Layout): string {
  if (layout.stars === 'groups') return `Sản phẩm đạt hạng ${row.stars} sao`;
  if (layout.groups === 'units' && layout.stars !== 'sheets') return row.district;
  return layout.groups === 'roman' && layout.stars !== 'sheets' ? 'NHÓM THỰC PHẨM' : '';
}

function cellOf(column: Key | 'star3' | 'star4' | 'star5', row: TrueRow, at: number, layout: Layout): string {
  const address = `${row.commune}, ${row.district}`;
  switch (column) {
    case 'order':
      return `${at + 1}${at % 3 === 1 ? '.' : ''}`;
    case 'product':
      return at % 4 === 1 ? `  ${row.product} ` : row.product;
    case 'producer':
      if (layout.place === 'withProducer') return `${row.producer}\n${at % 2 === 0 ? 'Đ/c: ' : ''}${address}`;
      return layout.place === 'brackets' ? `${row.producer} (${address})` : row.producer;
    case 'address':
      return address;
    case 'commune':
      return row.commune;
    case 'district':
      return row.district;
    case 'stars':
      return STARS[(layout.star + at) % STARS.length]?.(row.stars) ?? '';
    case 'star3':
    case 'star4':
    case 'star5':
      return column === `star${row.stars}` ? 'x' : '';
    case 'score':
      return String(row.score).replace('.', at % 2 === 0 ? ',' : '.');
    case 'decision':
      return '512/QĐ-UBND ngày 15/3/2022';
    case 'year':
      return '2022';
    case 'phone':
      return `09${String(12_345_678 + at)}`;
    case 'note':
      return at % 5 === 0 ? 'Công nhận lần đầu' : '';
    case 'group':
      return 'Thực phẩm';
    default:
      return 'kg';
  }
}

async function workbookOf(sheets: readonly Sheet[], layout: Layout): Promise<Uint8Array> {
  const legacy = layout.format === 'xlsx-tcvn3' ? toTcvn3 : layout.format === 'xlsx-vni' ? toVni : null;
  const font = { name: layout.format === 'xlsx-tcvn3' ? '.VnTime' : 'VNI-Times' };
  return writeXlsx({
    sheets: sheets.map(({ name, rows, merges }) => {
      const cells = new Map<string, { style: { font: { name: string } } }>();
      if (legacy !== null) {
        for (const [r, row] of rows.entries()) for (const c of row.keys()) cells.set(`${r},${c}`, { style: { font } });
      }
      const values = rows.map((row) =>
        row.map((cell) => (cell === '' ? null : legacy === null ? asStored(cell) : legacy(cell))),
      );
      return { name, rows: values, merges, cells };
    }),
  });
}

/** Programs store "3" as the number. */
const asStored = (cell: string): string | number => (/^\d{1,4}$/.test(cell) ? Number(cell) : cell);

function encoded(text: string, encoding: Layout['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'nfd') return Buffer.from(text.normalize('NFD'));
  if (encoding === 'bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (encoding === '1258') return to1258(text.replaceAll('☆', '').replaceAll('〃', '"').replace(/[★⭐]/gu, '*'));
  return Buffer.from(
    (encoding === 'tcvn3' ? toTcvn3 : toVni)(text.replaceAll('☆', '').replaceAll('〃', '"').replace(/[★⭐]/gu, '*')),
    'latin1',
  );
}

/** Does an encoding lose the difference between filled and empty stars, or capitals with marks? */
export const losesStars = (layout: Layout): boolean =>
  !layout.format.startsWith('xlsx') && ['1258', 'tcvn3', 'vni'].includes(layout.encoding);
