/** Puts a report together from its template, its figures and what was written: one content for screen, Word, PDF and Excel. Pure. */
import { dayText } from '#law/days';
import { periodWords, type ReportPeriod } from '#law/report-periods';
import { percent, percentText, planWords } from '#law/reporting';
import { count } from '#platform/documents/words';
import { type Counting, type Figures, figureOf } from './figures.ts';
import type { Lists } from './lists.ts';
import { type Block, cutSentence, type Template } from './template.ts';

/** A number that answers a question: its words and the address of the list behind it. */
export interface Answered {
  readonly figure: string;
  readonly words: string;
  readonly list: string | null;
}
export type Span = string | Answered;

export interface TableRow {
  readonly label: string;
  readonly cells: readonly Span[];
  /** Length of the bar, 0 to 1. */
  readonly share: number | null;
  readonly total: boolean;
}

/** A part of the composed report. */
export type Piece =
  | { readonly kind: 'section' | 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'free';
      readonly id: string;
      readonly label: string;
      readonly text: string;
      readonly required: boolean;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption: string;
      readonly heads: readonly string[];
      readonly rows: readonly TableRow[];
      readonly bars: boolean;
    }
  | {
      readonly kind: 'list';
      readonly id: string;
      readonly caption: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** All there are, printed or not. */
      readonly total: number;
    };

export interface Composed {
  readonly title: string;
  readonly summary: string;
  readonly pieces: readonly Piece[];
}

export interface Source {
  readonly template: Template;
  readonly unitName: string;
  readonly period: ReportPeriod;
  readonly figures: Figures;
  readonly lists?: Lists;
  readonly paragraphs: Readonly<Record<string, string>>;
}

export function compose(source: Source): Composed {
  const { template } = source;
  return {
    title: template.name,
    summary: flat(sentence(template.summary, source)),
    pieces: template.sections.flatMap(({ heading, blocks }): Piece[] => [
      { kind: 'section', text: heading },
      ...blocks.map((block) => pieceOf(block, source)),
    ]),
  };
}

/** The words of a sentence without their questions. */
export const flat = (spans: readonly Span[]): string =>
  spans.map((span) => (typeof span === 'string' ? span : span.words)).join('');

function pieceOf(block: Block, source: Source): Piece {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'text':
      return { kind: 'text', spans: sentence(block.text, source) };
    case 'free': {
      const { id, label, required } = block;
      return { kind: 'free', id, label, required, text: source.paragraphs[id] ?? '' };
    }
    case 'table':
      return table(block, source);
    case 'plot':
      return table({ ...block, kind: 'table', columns: ['value'], hideZeros: true, bars: true }, source);
    case 'list': {
      const { heads, rows, total } = source.lists?.[block.of] ?? { heads: [], rows: [], total: 0 };
      return { kind: 'list', id: block.id, caption: block.caption, heads, rows, total };
    }
  }
}

function sentence(text: string, source: Source): Span[] {
  return cutSentence(text).map((part) => (typeof part === 'string' ? part : marked(part.mark, source)));
}

function marked(mark: string, { figures, period, unitName }: Source): Span {
  switch (mark) {
    case 'unit':
      return unitName.charAt(0).toLowerCase() + unitName.slice(1);
    case 'period':
      return periodWords(period);
    case 'asOf':
      return `ngày ${dayText(figures.now.asOf)}`;
    case 'from':
      return `ngày ${dayText(figures.now.from)}`;
    case 'before':
      return `ngày ${dayText(figures.before.asOf)}`;
    case 'achievement':
      return achievement(figures);
  }
  const [id = '', mode] = mark.split(':');
  if (mode === 'before') return answered(figures.before, id);
  return mode === 'change'
    ? { ...answered(figures.now, id), words: changeWords(figures, id, true) }
    : answered(figures.now, id);
}

const NOT_KNOWN = 'chưa có số liệu';

function answered(counting: Counting, id: string): Answered {
  const found = figureOf(counting, id);
  return { figure: id, words: numberWords(found?.value ?? null, found?.unit ?? ''), list: found?.list ?? null };
}

/** `05`, `1.234`, `8,94%`. */
function numberWords(value: number | null, unit: string): string {
  if (value === null) return NOT_KNOWN;
  if (unit === '%') return `${percentText(value)}%`;
  return value === 0 ? '0' : count(value);
}

/** `tăng 128`, `giảm 03`, `không đổi`; in a sentence with what is counted: `tăng 128 sản phẩm`. */
function changeWords({ now, before }: Figures, id: string, inSentence = false): string {
  const [today, past] = [figureOf(now, id), figureOf(before, id)];
  if (today?.value == null || past?.value == null) return NOT_KNOWN;
  const apart = today.value - past.value;
  if (apart === 0) return 'không đổi';
  const words = `${apart > 0 ? 'tăng' : 'giảm'} ${count(Math.abs(apart))}`;
  return inSentence ? `${words} ${today.unit}` : words;
}

/** The result of the period against its plan in right words (R14.3). */
function achievement({ now }: Figures): Span {
  const [result, plan] = [figureOf(now, 'period.recognised'), figureOf(now, 'period.plan')];
  const words = result?.value == null || plan?.value == null ? null : planWords(result.value, plan.value);
  if (words === null) return 'chưa có chỉ tiêu được giao';
  return {
    figure: 'period.achievement',
    words: `${words} (${result?.value}/${plan?.value})`,
    list: result?.list ?? null,
  };
}

const HEADS = { value: 'Số lượng', share: 'Tỷ lệ', before: 'Kỳ trước', change: 'Tăng, giảm' } as const;

function table(block: Extract<Block, { kind: 'table' }>, { figures }: Source): Piece {
  const ids =
    block.rows === 'units' ? unitRows(figures).filter((id) => block.of !== undefined || id !== WHOLE) : block.rows;
  const most = Math.max(...ids.map((id) => figureOf(figures.now, id)?.value ?? 0));
  const whole = block.of === undefined ? (block.bars ? most : null) : (figureOf(figures.now, block.of)?.value ?? null);
  const rows = ids.flatMap((id): TableRow[] => {
    const [now, then] = [figureOf(figures.now, id), figureOf(figures.before, id)];
    if (block.hideZeros && id !== block.of && !now?.value && !then?.value) return [];
    const share = whole && now?.value != null ? now.value / whole : null;
    const cells = block.columns.map((column): Span => {
      if (column === 'value') return answered(figures.now, id);
      if (column === 'before') return answered(figures.before, id);
      if (column === 'change') return changeWords(figures, id);
      const rate = percent(now?.value ?? 0, whole ?? 0, 2);
      return rate === null ? '' : `${percentText(rate)}%`;
    });
    return [{ label: id === block.of ? 'Tổng cộng' : (now?.label ?? id), cells, share, total: id === block.of }];
  });
  const [unit = ''] = ids.map((id) => figureOf(figures.now, id)?.unit ?? '');
  return {
    kind: 'table',
    id: block.id,
    caption: unit === '' ? block.caption : `${block.caption} (${unit})`,
    heads: block.columns.map((column) => HEADS[column]),
    rows,
    bars: block.bars && rows.some(({ share, total }) => !total && share),
  };
}

const WHOLE = 'stock.products';
const unitRows = ({ now }: Figures): string[] => [
  ...now.figures.filter(({ id }) => id.startsWith('unit.')).map(({ id }) => id),
  WHOLE,
];
