import type { Kysely } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import { answerOf, type Question, windowsOf } from './answer.ts';
import type { Dimension } from './schema.ts';
import { MEASURE_WORDS, valueWords } from './words.ts';

/** A row of the answer: its value, its words, and its numbers by the value of the column. */
export interface Line {
  readonly value: string;
  readonly label: string;
  /** Code of a unit. */
  readonly code: string | null;
  readonly numbers: ReadonlyMap<string, number>;
  /** All its numbers together. */
  readonly sum: number;
}

export interface Table {
  readonly lines: readonly Line[];
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  /** What all numbers are of; null over years, whose stocks are not added. */
  readonly whole: number | null;
}

/** These have an order of their own; others stand by number, the most first. */
const ORDERED: readonly Dimension[] = ['star', 'sector', 'year'];

/** The answer laid out: rows and columns in their order and with their words. */
export async function tableOf(db: Kysely<DB>, question: Question): Promise<Table> {
  const { cells, whole } = await answerOf(db, question);
  const overYears = question.rows === 'year' || question.columns === 'year';
  const years = windowsOf(question).map(({ year }) => year);
  const sums = (of: 'row' | 'column') => {
    const found = new Map<string, number>();
    for (const cell of cells) found.set(cell[of], (found.get(cell[of]) ?? 0) + cell.n);
    return found;
  };
  const ordered = (dimension: Dimension | null, found: ReadonlyMap<string, number>) => {
    if (dimension === 'year') return years;
    const values = [...found.keys()].toSorted();
    return dimension !== null && ORDERED.includes(dimension)
      ? values
      : values.toSorted((a, b) => (found.get(b) ?? 0) - (found.get(a) ?? 0));
  };
  const rows = ordered(question.rows, sums('row'));
  const heads = ordered(question.columns, sums('column'));
  const rowWords = await valueWords(db, question.rows, rows, question);
  const headWords = question.columns === null ? null : await valueWords(db, question.columns, heads, question);
  return {
    lines: rows.map((value) => {
      const own = cells.filter(({ row }) => row === value);
      const numbers = new Map(own.map(({ column, n }) => [column, n]));
      const { label = value, code = null } = rowWords.get(value) ?? {};
      return { value, label, code, numbers, sum: own.reduce((sum, { n }) => sum + n, 0) };
    }),
    columns:
      headWords === null
        ? [{ value: '', label: MEASURE_WORDS[question.measure][0] }]
        : heads.map((value) => ({ value, label: headWords.get(value)?.label ?? value })),
    whole: overYears ? null : whole,
  };
}
