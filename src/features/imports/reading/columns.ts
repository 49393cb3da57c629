/** Headings and contents → which column holds what, with how much confidence; a person's mapping goes before both. */
import { createHash } from 'node:crypto';
import { columnIndex, columnLetter, type RowCells, type SheetCells } from './cells.ts';
import { readDate } from './dates.ts';
import { type Header, MAIN_FIELDS } from './header.ts';
import type { ColumnField, ListSubject, MappedColumn, SheetMapping } from './types.ts';
import { readScore, readStars } from './values.ts';
import { isAddressLike, isProducerLike, oneLine, plain } from './words.ts';

const LOOKED_AT = 200;
type Draft = { -readonly [Key in keyof MappedColumn]: MappedColumn[Key] };

/** What the cells of a column look like, as shares of its filled cells. */
interface Looks {
  readonly filled: number;
  readonly distinct: number;
  readonly numbers: number;
  /** One more from cell to cell: a column of numbers in order, no stars. */
  readonly counting: boolean;
  readonly stars: number;
  readonly scores: number;
  readonly dates: number;
  readonly addresses: number;
  readonly producers: number;
  readonly words: number;
}

/** Maps the columns of a sheet. `header` null: by what stands in the cells alone. */
export function mapColumns(
  sheet: SheetCells,
  header: Header | null,
  subject: ListSubject,
  mapping: SheetMapping | undefined,
): MappedColumn[] {
  const first = header === null ? 0 : header.at + header.rows;
  const rows = sheet.rows.slice(first, first + LOOKED_AT);
  const width = Math.max(header?.headings.length ?? 0, ...rows.map((row) => row.cells.length), 0);
  const drafts: Draft[] = Array.from({ length: width }, (_, index) => ({
    ...{ index, letter: columnLetter(index), hidden: sheet.hiddenColumns.has(index) },
    heading: header?.headings[index]?.text ?? '',
    field: header?.headings[index]?.field ?? null,
    confidence: header?.headings[index]?.confidence ?? 0,
  }));
  const named = applyMapping(drafts, mapping);
  const looks = drafts.map((draft) => looksOf(rows, draft.index));
  correctResults(drafts, looks, named);
  oneColumnEach(drafts, looks, named);
  concludeRest(drafts, looks, subject, named, header !== null);
  return drafts;
}

/** The same for sheets of one shape: headings in their places. */
export function fingerprintOf(columns: readonly MappedColumn[]): string {
  const shape = columns.filter((each) => each.heading !== '').map((each) => `${each.letter}=${plain(each.heading)}`);
  return createHash('sha256').update(shape.join('\n')).digest('hex').slice(0, 32);
}

function applyMapping(drafts: Draft[], mapping: SheetMapping | undefined): Set<Draft> {
  const named = new Set<Draft>();
  for (const [field, where] of Object.entries(mapping?.columns ?? {})) {
    const draft = columnAt(drafts, where);
    if (draft === undefined) continue;
    for (const other of drafts) if (other.field === field) other.field = null;
    draft.field = field as ColumnField;
    draft.confidence = 1;
    named.add(draft);
  }
  for (const where of mapping?.notRead ?? []) {
    const draft = columnAt(drafts, where);
    if (draft === undefined || named.has(draft)) continue;
    Object.assign(draft, { field: null, confidence: 1 });
    named.add(draft);
  }
  return named;
}

/** A column by its heading, else by its letter. */
function columnAt(drafts: readonly Draft[], where: string): Draft | undefined {
  const index = columnIndex(where) ?? -1;
  return drafts.find((each) => each.heading !== '' && plain(each.heading) === plain(where)) ?? drafts[index];
}

function looksOf(rows: readonly RowCells[], column: number): Looks {
  const texts: string[] = [];
  for (const row of rows) {
    const text = row.cells[column]?.text ?? '';
    if (text !== '' && !row.across) texts.push(oneLine(text));
  }
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    numbers: share((text) => /^\(?\d{1,4}[.)]*$/.test(text)),
    counting: texts.filter((text, at) => Number(text) === Number(texts[at - 1]) + 1).length > texts.length * 0.6,
    stars: share((text) => readStars(text).value !== null || readStars(text).none === true),
    scores: share((text) => /\d{2}/.test(text) && readScore(text).value !== null),
    dates: share((text) => text.length < 40 && readDate(text).value !== null && /[-/.]|th|năm|^\d{4}$/i.test(text)),
    addresses: share(
      (text) => isAddressLike(text) || /,\s*(?:xã|huyện|phường|tp|thị trấn|tx|thị xã|thành phố)/i.test(text),
    ),
    producers: share(isProducerLike),
    words: share((text) => /\p{L}{2}/u.test(text) && text.length >= 3),
  };
}

/** "Kết quả", "Đạt" may be points as well as stars: the cells decide. */
function correctResults(drafts: readonly Draft[], looks: readonly Looks[], named: ReadonlySet<Draft>): void {
  for (const draft of drafts) {
    const look = looks[draft.index];
    if (look === undefined || look.filled === 0 || named.has(draft) || draft.field !== 'stars') continue;
    if (look.stars < 0.3 && look.scores > 0.5) Object.assign(draft, { field: 'score', confidence: 0.7 });
    else if (draft.confidence < 0.9 && look.stars < 0.3) Object.assign(draft, { field: null, confidence: 0.5 });
  }
}

/** Two columns with the same meaning: the surer one keeps it, among equals the one whose cells look like it. */
function oneColumnEach(drafts: readonly Draft[], looks: readonly Looks[], named: ReadonlySet<Draft>): void {
  const weight = (draft: Draft): number => {
    const look = looks[draft.index];
    if (named.has(draft)) return 10;
    if (look === undefined || look.filled === 0) return draft.confidence - 0.5;
    return draft.confidence + (draft.field === 'stars' ? look.stars : look.words) / 100 + look.distinct / 100_000;
  };
  for (const draft of drafts) {
    const rivals = drafts.filter((each) => each.field !== null && each.field === draft.field);
    if (rivals.length < 2) continue;
    const keeper = rivals.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    for (const rival of rivals) if (rival !== keeper) Object.assign(rival, { field: null, confidence: 0.5 });
  }
}

type Test = readonly [field: ColumnField, confidence: number, looks: (look: Looks) => number];
const TESTS: readonly Test[] = [
  ['producer', 0.65, (look) => (look.producers > 0.4 ? look.producers : 0)],
  ['address', 0.65, (look) => (look.addresses > 0.4 ? look.addresses : 0)],
  [
    'stars',
    0.6,
    (look) => (look.stars > 0.8 && look.numbers < 0.95 && !look.counting && look.filled > 1 ? look.stars : 0),
  ],
  ['decisionDate', 0.6, (look) => (look.dates > 0.8 ? look.dates : 0)],
];

/** Columns whose heading says nothing: taken by their cells where that is plain, left alone otherwise. */
function concludeRest(
  drafts: readonly Draft[],
  looks: readonly Looks[],
  subject: ListSubject,
  named: ReadonlySet<Draft>,
  hasHeader: boolean,
): void {
  const has = (field: ColumnField) => drafts.some((each) => each.field === field);
  const free = () =>
    drafts.filter(
      (each) =>
        each.field === null && each.confidence === 0 && !named.has(each) && (looks[each.index]?.filled ?? 0) > 0,
    );
  const taken = (field: ColumnField) =>
    has(field) ||
    (field === 'producer' && has('producerAndAddress')) ||
    (field === 'address' && (has('commune') || has('district') || (hasHeader && has('producerAndAddress')))) ||
    (field === 'stars' && (has('star3') || has('star4') || has('star5'))) ||
    (field === 'decisionDate' && has('decision'));
  for (const [field, confidence, test] of TESTS) {
    if (subject === 'units' || taken(field)) continue;
    const scored = free().map((draft) => ({
      draft,
      score: looks[draft.index] ? test(looks[draft.index] as Looks) : 0,
    }));
    const best = scored.reduce<{ draft: Draft; score: number } | null>(
      (a, b) => (b.score > (a?.score ?? 0) ? b : a),
      null,
    );
    if (best) Object.assign(best.draft, { field, confidence });
  }
  const [first] = drafts;
  if (!hasHeader && first?.field === null && (looks[0]?.numbers ?? 0) > 0.7)
    Object.assign(first, { field: 'order', confidence: 0.6 });
  if (MAIN_FIELDS[subject].some(has)) return;
  const main = free()
    .filter((draft) => (looks[draft.index]?.words ?? 0) > 0.6)
    .reduce<Draft | null>(
      (a, b) => (a === null || (looks[b.index]?.distinct ?? 0) > (looks[a.index]?.distinct ?? 0) ? b : a),
      null,
    );
  const field = MAIN_FIELDS[subject][0];
  if (main !== null && field !== undefined) Object.assign(main, { field, confidence: 0.5 });
}
