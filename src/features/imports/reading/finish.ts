/** Rows of a sheet → rows of the list: places found, repeats told, each with its status and the reasons for it. */
import { lastDayOf } from './dates.ts';
import type { Places } from './places.ts';
import type { SheetRow } from './read-sheet.ts';
import { Repeats } from './repeats.ts';
import type { ListKind, ReadOptions, ReadRow, ReadSheet, RowNote, RowStatus } from './types.ts';
import { oneLine } from './words.ts';

/** Finishes the rows of a file in their order. */
export class Finisher {
  readonly #options: ReadOptions;
  readonly #today: string;
  readonly #file: ListKind;
  readonly #places: Places;
  readonly #unsure: boolean;
  readonly #repeats = new Repeats();
  readonly #titles = new Map<ReadSheet, { readonly text: string; readonly year: string | null }>();

  constructor(options: ReadOptions, today: string, file: ListKind, places: Places, unsure: boolean) {
    this.#options = options;
    this.#today = today;
    this.#file = file;
    this.#places = places;
    this.#unsure = unsure;
  }

  finish(sheet: ReadSheet, { row, draft, skipped, kind, place }: SheetRow): ReadRow {
    const source = Array.from(row.cells, (cell) => cell?.text ?? '');
    const listKind =
      this.#options.map?.listKind ?? kind ?? (sheet.listKind === 'unknown' ? this.#file : sheet.listKind);
    const at = { sheet: sheet.name, row: row.number, listKind, source };
    if (draft === null)
      return { ...EMPTY, ...at, part: 1, status: 'skipped', notes: [{ code: 'skipped', text: skipped }] };
    const { doubts: own, remarks: seen, ...facts } = draft;
    const placed = this.#place(sheet, draft, place);
    const repeat = this.#repeats.look({ ...at, ...facts });
    const doubts = [...own, ...placed.doubts, ...repeat.doubts, ...this.#doubtsOf(sheet, facts)];
    const refusal = doubts.some((note) => note.code === 'noName');
    const status: RowStatus = refusal
      ? 'refused'
      : repeat.of !== null
        ? 'repeat'
        : doubts.length > 0
          ? 'doubtful'
          : 'new';
    const repeated: RowNote[] =
      repeat.of === null ? [] : [{ code: 'repeat', text: `Lặp lại dòng ${repeat.of.row} (${repeat.of.sheet}).` }];
    const { communeCode, newCommuneCodes, provinceCode } = placed;
    return {
      ...{ ...at, ...facts, communeCode, newCommuneCodes, provinceCode, status },
      notes: [...repeated, ...doubts, ...seen, ...placed.remarks],
      repeats: repeat.of,
    };
  }

  #place(sheet: ReadSheet, draft: { address: string | null; decisionDate: string | null }, place: string | null) {
    const { asOf, province = null } = this.#options;
    const around = place === null ? [] : [place];
    const titles = this.#titlesOf(sheet);
    const told = draft.decisionDate ?? titles.year;
    const districts = /huyện|quận|thị xã|(?:^|[\s,])(?:h|q|tx)\./iu.test(`${draft.address ?? ''} ${place ?? ''}`);
    const usual = districts ? [LAST_DAY_OF_DISTRICTS, FIRST_LIST] : [this.#today, LAST_DAY_OF_DISTRICTS, FIRST_LIST];
    const first = told === null ? [] : [min(lastDayOf(told), this.#today)];
    const days = asOf === undefined ? [...new Set([...first, ...usual])] : [asOf];
    return this.#places.find({ address: draft.address, days, province, around: [...around, titles.text] });
  }

  /** The titles of a sheet in one text, and the last year they name. */
  #titlesOf(sheet: ReadSheet): { readonly text: string; readonly year: string | null } {
    const known = this.#titles.get(sheet);
    if (known) return known;
    const text = sheet.titles.map(oneLine).join(' . ').slice(0, 2000);
    const titles = { text, year: [...text.matchAll(/\b(20[12]\d)\b/g)].at(-1)?.[1] ?? null };
    this.#titles.set(sheet, titles);
    return titles;
  }

  #doubtsOf(sheet: ReadSheet, facts: { product: string | null; producer: string | null }): RowNote[] {
    const doubts: RowNote[] = [];
    const guessed = sheet.columns.find(
      (column) => column.confidence > 0 && column.confidence <= 0.5 && column.field !== null,
    );
    if (guessed)
      doubts.push({
        code: 'columnGuessed',
        text: `Cột ${guessed.letter} không có tên cột: được hiểu theo nội dung các ô.`,
      });
    const text = `${facts.product ?? ''} ${facts.producer ?? ''}`;
    if (this.#unsure || text.includes('\ufffd'))
      doubts.push({ code: 'encoding', text: 'Chữ trong tệp có thể bị lỗi bảng mã.' });
    return doubts;
  }
}

const FIRST_LIST = '2021-11-01';
const LAST_DAY_OF_DISTRICTS = '2025-06-30';
const min = (a: string, b: string): string => (a < b ? a : b);

const EMPTY = {
  ...{
    product: null,
    producer: null,
    address: null,
    stars: null,
    score: null,
    decisionNumber: null,
    decisionDate: null,
  },
  ...{ communeCode: null, newCommuneCodes: [], provinceCode: null, more: {}, repeats: null },
} as const;
