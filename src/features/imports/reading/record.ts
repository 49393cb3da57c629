/** One row of data → the products in it, with the facts of each and what a person must know about them. */
import { findDate, readDate } from './dates.ts';
import type { Sections } from './sections.ts';
import { splitAddress, splitProducts } from './split.ts';
import type { ColumnField, ListSubject, ReadRow, RowNote } from './types.ts';
import { findNumber, type Reading, readScore, readStars } from './values.ts';
import { isDitto, isNothing, oneLine } from './words.ts';

/** Cells of a row by what they hold; `date` = the program stored the cell as a date. */
export type Facts = ReadonlyMap<ColumnField, { readonly text: string; readonly date?: string }>;

/** What holds for the whole sheet. */
export interface SheetFacts {
  readonly subject: ListSubject;
  readonly decisionNumber: string | null;
  readonly decisionDate: string | null;
  /** Stars for rows of a sheet that has no column of them. */
  readonly stars: number | null;
  readonly starsFrom: string;
  readonly hasStars: boolean;
  readonly hasDates: boolean;
  /** Cells with several lines are the rule in this sheet, so one more is no surprise. */
  readonly severalLines: boolean;
}

export type Draft = Pick<
  ReadRow,
  'product' | 'producer' | 'address' | 'stars' | 'score' | 'decisionNumber' | 'decisionDate' | 'more' | 'part'
> & { readonly doubts: RowNote[]; readonly remarks: RowNote[] };

const MORE: readonly ColumnField[] = [
  ...(['group', 'note', 'phone', 'productCode', 'taxCode', 'representative', 'year'] as const),
  ...(['unit', 'unitCode', 'unitType', 'unitParent'] as const),
];

/** Replaces the signs for "as above" by the text above. What has nothing above stays, with a doubt. */
export function resolveDittos(
  facts: Facts,
  above: Facts | null,
): { facts: Facts; doubts: RowNote[]; remarks: RowNote[] } {
  const resolved = new Map(facts);
  const doubts: RowNote[] = [];
  const remarks: RowNote[] = [];
  for (const [field, { text }] of facts) {
    if (field === 'order' || !isDitto(text)) continue;
    const source = above?.get(field);
    if (source === undefined) {
      resolved.delete(field);
      doubts.push({ code: 'dittoWithoutAbove', text: `Ô ghi “${text}” nhưng dòng trên không có gì để lấy theo.` });
    } else {
      resolved.set(field, source);
      remarks.push({ code: 'ditto', text: `“${text}”: lấy theo dòng trên (“${short(source.text)}”).` });
    }
  }
  return { facts: resolved, doubts, remarks };
}

/** The products of a row; for lists of producers or units the one entry of it. */
export function draftsOf(facts: Facts, sheet: SheetFacts, sections: Sections): Draft[] {
  const text = (field: ColumnField): string => facts.get(field)?.text ?? '';
  const doubts: RowNote[] = [];
  const remarks: RowNote[] = [];
  const doubt = (code: string, words: string) => doubts.push({ code, text: words });
  const remark = (code: string, words: string) => remarks.push({ code, text: words });

  const said = Number(/^\s*0?(\d{1,2})\b/.exec(text('productCount'))?.[1] ?? Number.NaN);
  const expected = Number.isNaN(said) || said === 0 ? null : said;
  const products =
    facts.has('product') && sheet.subject === 'products'
      ? splitProducts(text('product'), expected)
      : { names: [''], sure: true };
  if (!products.sure && !(sheet.severalLines && expected === null)) {
    const count = expected === null ? '' : ` (cột số sản phẩm ghi ${expected})`;
    doubt(
      'severalProducts',
      `Ô tên sản phẩm có ${products.names.length} dòng${count}: xem lại có đúng ${products.names.length} sản phẩm không.`,
    );
  } else if (products.names.length > 1) {
    remark('severalProducts', `Ô tên sản phẩm có ${products.names.length} sản phẩm, mỗi sản phẩm thành một dòng.`);
  }
  const { producer, address } = producerOf(facts, sections, remark);
  const decision = decisionOf(facts, sheet, doubt, remark);
  const scores = perProduct(text('score'), products.names.length, readScore, doubt);
  const stars = starsOf(facts, sheet, sections, products.names.length, doubt, remark);
  const more: Partial<Record<ColumnField, string>> = {};
  for (const field of MORE) if (!isNothing(text(field))) more[field] = oneLine(text(field));
  const group = sections.get('group');
  if (group !== null && more.group === undefined) more.group = group;
  const shared = { producer, address, ...decision, more };
  if (sheet.subject !== 'products') return [{ ...shared, ...NO_PRODUCT, doubts, remarks }];
  return products.names.map((name, at) => {
    const named = starsInName(name, stars[at] ?? null, sheet.hasStars);
    const own = named.stars === stars[at] ? [] : [{ code: 'starsInName', text: 'Hạng sao lấy từ tên sản phẩm.' }];
    return {
      ...shared,
      ...{
        product: named.name === '' ? null : named.name,
        stars: named.stars,
        score: scores[at] ?? null,
        part: at + 1,
      },
      ...{ doubts: [...doubts], remarks: [...remarks, ...own] },
    };
  });
}

/** A list of producers or units may carry products; they are not what is asked for. */
const NO_PRODUCT = {
  product: null,
  stars: null,
  score: null,
  decisionNumber: null,
  decisionDate: null,
  part: 1,
} as const;

type Say = (code: string, words: string) => void;

function producerOf(
  facts: Facts,
  sections: Sections,
  remark: Say,
): { producer: string | null; address: string | null } {
  const together = facts.get('producerAndAddress')?.text;
  const cell = together ?? facts.get('producer')?.text ?? '';
  const { name, address: within } = isNothing(cell)
    ? { name: '', address: null }
    : splitAddress(cell, together !== undefined);
  const places = (['address', 'commune', 'district', 'province'] as const).map((field) => facts.get(field)?.text ?? '');
  let address = joinPlaces(places.filter((place) => !isNothing(place)).map(oneLine));
  if (within !== null && !address.toLowerCase().includes(within.toLowerCase())) {
    address = address === '' ? within : joinPlaces([within, address]);
  }
  let producer = name;
  const fromGroup = sections.get('producer');
  if (producer === '' && fromGroup !== null) {
    producer = fromGroup;
    remark('producerFromGroup', `Chủ thể lấy theo dòng nhóm “${short(fromGroup)}”.`);
  }
  const place = sections.get('place');
  if (address === '' && place !== null) {
    address = place;
    remark('addressFromGroup', `Địa chỉ lấy theo dòng nhóm “${short(place)}”.`);
  }
  return { producer: producer === '' ? null : producer, address: address === '' ? null : address };
}

/** Commune, district and province of own columns in one text; what a wider one repeats is left out. */
function joinPlaces(places: readonly string[]): string {
  const kept: string[] = [];
  for (const place of places)
    if (!kept.some((each) => each.toLowerCase().endsWith(place.toLowerCase()))) kept.push(place);
  return kept.join(', ');
}

function decisionOf(
  facts: Facts,
  sheet: SheetFacts,
  doubt: Say,
  remark: Say,
): { decisionNumber: string | null; decisionDate: string | null } {
  let number: string | null = null;
  let date: string | null = null;
  for (const field of ['decisionDate', 'decision', 'decisionNumber'] as const) {
    const cell = facts.get(field);
    if (cell === undefined || isNothing(cell.text)) continue;
    if (cell.date !== undefined) {
      date ??= cell.date;
      continue;
    }
    const found = findNumber(oneLine(cell.text));
    number ??= found.number;
    const read =
      field === 'decisionDate' && found.number === null ? readDate(oneLine(cell.text)) : findDate(found.rest);
    if (read.problem !== undefined) doubt('date', read.problem);
    date ??= read.value;
    const bare = oneLine(cell.text).replace(/^(?:quyết định|qđ)\s*(?:số)?\s*[:.]?\s*/iu, '');
    if (field === 'decisionNumber' && number === null && read.value === null && bare !== '') number = bare;
  }
  const year = facts.get('year');
  if (date === null && year !== undefined && !isNothing(year.text) && !sheet.hasDates) {
    const read = year.date === undefined ? readDate(year.text) : { value: year.date };
    if (read.problem !== undefined) doubt('date', read.problem);
    date = read.value;
  }
  if (number === null && date === null && sheet.decisionNumber !== null) {
    remark('decisionFromTitle', 'Số, ngày quyết định lấy theo tiêu đề.');
    return { decisionNumber: sheet.decisionNumber, decisionDate: sheet.decisionDate };
  }
  return { decisionNumber: number, decisionDate: date };
}

/** A cell that holds one value for all products of the row, or one for each. */
function perProduct(
  text: string,
  count: number,
  read: (cell: string) => Reading<number>,
  doubt: Say,
): (number | null)[] {
  const parts = text
    .split(/[\n;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const cells = parts.length === count && count > 1 ? parts : [oneLine(text)];
  const values = cells.map((cell) => {
    const { value, problem } = read(cell.replace(/^[-+•]\s+(?=\S)/, ''));
    if (problem !== undefined) doubt('value', problem);
    return value;
  });
  return Array.from({ length: count }, (_, at) => values[at] ?? (values.length === 1 ? (values[0] ?? null) : null));
}

function starsOf(
  facts: Facts,
  sheet: SheetFacts,
  sections: Sections,
  count: number,
  doubt: Say,
  remark: Say,
): (number | null)[] {
  const stated = sections.get('stars') ?? (sheet.hasStars ? null : sheet.stars);
  const from = sections.get('stars') !== null ? 'dòng nhóm phía trên' : sheet.starsFrom;
  const marked = markedStars(facts);
  const cell = facts.get('stars')?.text ?? '';
  if (marked.length > 1) doubt('stars', `Đánh dấu ở nhiều cột sao: ${marked.join(', ')}.`);
  if (marked.length > 0) return Array.from({ length: count }, () => (marked.length === 1 ? (marked[0] ?? null) : null));
  if (cell === '') {
    if (stated !== null) remark('starsFromAbove', `Hạng ${stated} sao lấy theo ${from}.`);
    return Array.from({ length: count }, () => stated);
  }
  const values = perProduct(cell, count, readStars, (code, words) => doubt(code === 'value' ? 'stars' : code, words));
  if (stated !== null && values.some((value) => value !== null && value !== stated)) {
    doubt('starsDiffer', `Ô ghi “${oneLine(cell)}” nhưng ${from} nói ${stated} sao.`);
  }
  return values;
}

/** One column per star: an x, a tick, a 1 or the star itself in one of them. */
function markedStars(facts: Facts): number[] {
  const columns = [
    ['star3', 3],
    ['star4', 4],
    ['star5', 5],
  ] as const;
  return columns.filter(([field]) => isMark(facts.get(field)?.text ?? '')).map(([, stars]) => stars);
}

const isMark = (text: string): boolean => text !== '' && !isNothing(text) && text !== '0';

const NAME_WITH_STARS = /^(.{2,}?)\s*[-–(]\s*(?:đạt |hạng |ocop )*([1-5])\s*(?:sao|\*)\s*\)?$/iu;

/** "Gạo ST25 (4 sao)" in a list without a column of stars. */
function starsInName(name: string, stars: number | null, hasStars: boolean): { name: string; stars: number | null } {
  const found = hasStars ? null : NAME_WITH_STARS.exec(name);
  return found === null ? { name, stars } : { name: found[1] ?? name, stars: Number(found[2]) };
}

const short = (text: string): string => (text.length > 60 ? `${oneLine(text).slice(0, 57)}…` : oneLine(text));
