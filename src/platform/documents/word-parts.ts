import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ITableCellOptions,
  LeaderType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Cell, Column, Field, Inline, Table as PaperTable, Run, Signer, WideCell } from './paper.ts';

/** Sizes in Word's units: text in half points, lengths in twentieths of a point (twips). */
export const TWIPS_PER_MM = 56.7;
export const BODY_SIZE = 26;
/** Blank characters of the longest bar: they fill a cell of a fifth of the page. */
const BAR_LETTERS = 34;
const BOX_FONT = 'Segoe UI Symbol';
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const CELL_BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

interface TextLook {
  size?: number;
  bold?: boolean;
  italics?: boolean;
}

/** Runs of text; an empty one becomes a tab, which a paragraph with `dotted` tab stops shows as a line to fill in. */
export function runs(value: Inline, look: TextLook = {}): TextRun[] {
  const list: Run[] = Array.isArray(value) ? value : [value];
  return list.flatMap((run) => {
    if (run === null || run === '') return [new TextRun({ ...look, text: '\t' })];
    if (typeof run === 'string') return lines(run, look);
    if ('tick' in run) return [new TextRun({ ...look, text: run.tick ? '☑' : '☐', font: BOX_FONT })];
    if ('bar' in run) return [bar(run.bar)];
    return lines(run.text, { ...look, ...(run.bold && { bold: true }), ...(run.italic && { italics: true }) });
  });
}

/** A bar as grey blank characters, so that it is drawn without a picture and read aloud as nothing. */
function bar(share: number): TextRun {
  const text = '\u00A0'.repeat(Math.max(1, Math.round(share * BAR_LETTERS)));
  return new TextRun({ text, size: 16, shading: { type: ShadingType.CLEAR, fill: '7A8A99', color: 'auto' } });
}

function lines(text: string, look: TextLook): TextRun[] {
  return text.split('\n').map((part, index) => new TextRun({ ...look, text: part, ...(index > 0 && { break: 1 }) }));
}

/** Tab stop for lines to be filled in by hand, `width` twips from the left. */
export function dotted(width: number): Pick<IParagraphOptions, 'tabStops'> {
  return { tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }] };
}

/** Several fields on one line, each in its share of the width; an empty one ends in a dotted line. */
export function fieldLine(fields: Field[], width: number): Pick<IParagraphOptions, 'tabStops' | 'children'> {
  const each = Math.floor(width / fields.length);
  const tabStops: NonNullable<IParagraphOptions['tabStops']>[number][] = [];
  const children: TextRun[] = [];
  for (const [index, field] of fields.entries()) {
    const end = each * (index + 1);
    if (index > 0) children.push(new TextRun({ text: '\t' }));
    children.push(...runs(`${field.label}: `), ...runs(field.value));
    if (field.value === null || field.value === '') {
      tabStops.push({ type: TabStopType.RIGHT, position: end - 120, leader: LeaderType.DOT });
    }
    if (index < fields.length - 1) tabStops.push({ type: TabStopType.LEFT, position: end });
  }
  return { tabStops, children };
}

export function centred(value: Inline, look: TextLook = {}, spacing: IParagraphOptions['spacing'] = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: runs(value, look) });
}

/** A short line below a name, drawn as the lower edge of a narrow empty paragraph. */
function shortRule(room: number, length: number): Paragraph {
  const side = Math.round((room - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 60, line: 40, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  });
}

function plainTable(widths: number[], rows: Paragraph[][][]): Table {
  return new Table({
    borders: NO_BORDERS,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: 0 },
              }),
          ),
        }),
    ),
  });
}

/** A long name over two lines of about the same length, as offices write it; `room` is what one line holds, in letters. */
function balanced(name: string, room: number): string {
  if (name.length <= room || name.length > 2 * room) return name;
  const words = name.split(' ');
  const longest = (cut: number) => Math.max(words.slice(0, cut).join(' ').length, words.slice(cut).join(' ').length);
  let best = 1;
  for (let cut = 2; cut < words.length; cut += 1) if (longest(cut) < longest(best)) best = cut;
  return `${words.slice(0, best).join(' ')}\n${words.slice(best).join(' ')}`;
}

/** Issuing body and nation in two columns without borders; number and date below (R18.2). */
export function head(block: Extract<Block, { kind: 'head' }>, width: number): Table {
  const left = Math.round(width * 0.42);
  const right = width - left;
  const name = (text: string) => balanced(text.toLocaleUpperCase('vi'), 24);
  const issuer: Paragraph[] = [];
  if (block.superior) issuer.push(centred(name(block.superior), { size: 24 }));
  issuer.push(centred(name(block.issuer), { size: 24, bold: true }), shortRule(left, 1500));
  const nation = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: 26, bold: true }),
    shortRule(right, 3000),
  ];
  const number = [centred(block.number ?? ' ', (block.number ?? '').length > 28 ? { size: 23 } : {})];
  if (block.about) number.push(centred(balanced(block.about, 40), { size: 24 }));
  return plainTable(
    [left, right],
    [
      [issuer, nation],
      [number, [centred(block.placeDate ?? ' ', { italics: true })]],
    ],
  );
}

export function nation(block: Extract<Block, { kind: 'nation' }>, width: number): Paragraph[] {
  const date = block.placeDate
    ? [new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(block.placeDate, { italics: true }) })]
    : [];
  return [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: 26, bold: true }),
    shortRule(width, 3000),
    ...date,
  ];
}

export function title(block: Extract<Block, { kind: 'title' }>, width: number): Paragraph[] {
  const made: Paragraph[] = [];
  if (block.type) made.push(centred(block.type.toLocaleUpperCase('vi'), { size: 28, bold: true }, { before: 240 }));
  if (block.summary) made.push(centred(balanced(block.summary, 66), { size: 27, bold: true }));
  if (block.note) made.push(centred(block.note, { italics: true }));
  else if (block.summary) made.push(shortRule(width, 1700));
  made.push(new Paragraph({ spacing: { line: 120, lineRule: 'exact' } }));
  return made;
}

/** Recipients on the left, signatures on the right; kept together on one page (R18.4). */
export function closing(block: Extract<Block, { kind: 'closing' }>, width: number): Table {
  const cells: Paragraph[][] = [];
  if (block.recipients?.length) {
    cells.push([
      new Paragraph({ children: runs('Nơi nhận:', { size: 24, bold: true, italics: true }) }),
      ...block.recipients.map((one) => new Paragraph({ children: runs(`- ${one}`, { size: 22 }) })),
    ]);
  } else if (block.signers.length === 1) cells.push([new Paragraph({})]);
  cells.push(...block.signers.map(signer));
  return plainTable(
    cells.map(() => Math.round(width / cells.length)),
    [cells],
  );
}

function signer(one: Signer): Paragraph[] {
  const made: Paragraph[] = [];
  if (one.placeDate) made.push(centred(one.placeDate, { italics: true }));
  for (const line of one.capacity) made.push(centred(line.toLocaleUpperCase('vi'), { bold: true }));
  if (one.note) made.push(centred(one.note, { size: 24, italics: true }));
  made.push(...[1, 2, 3, 4].map(() => centred(' ')));
  made.push(centred(one.name ?? ' ', { bold: true }));
  return made;
}

/** A table with full lines; its head is repeated on every page. */
export function table(block: PaperTable, width: number): Table {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = block.columns.map((column) => Math.floor((width * column.width) / total));
  const size = (block.size ?? 12) * 2;
  const headRows: Cell[][] = block.head ?? [block.columns.map((column) => column.header)];
  // Columns still covered from above by a cell over several rows.
  const covered = widths.map(() => 0);
  const row = (cells: Cell[], isHead: boolean) => {
    let at = 0;
    const free = covered.map((rows) => rows === 0);
    for (const [column, rows] of covered.entries()) covered[column] = Math.max(rows - 1, 0);
    const children = cells.map((cell) => {
      while (free[at] === false) at += 1;
      const made = tableCell(cell, block.columns[at], widths.slice(at), size, isHead);
      const span = isWide(cell) ? (cell.span ?? 1) : 1;
      if (isWide(cell) && cell.rows) covered.fill(cell.rows - 1, at, at + span);
      at += span;
      return made;
    });
    return new TableRow({ children, tableHeader: isHead, cantSplit: true });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [...headRows.map((cells) => row(cells, true)), ...block.rows.map((cells) => row(cells, false))],
  });
}

function isWide(cell: Cell): cell is WideCell {
  return typeof cell === 'object' && cell !== null && 'cell' in cell;
}

function tableCell(cell: Cell, column: Column | undefined, widths: number[], size: number, isHead: boolean): TableCell {
  const wide: WideCell = isWide(cell) ? cell : { cell };
  const span = wide.span ?? 1;
  const placed = isHead ? 'center' : (wide.align ?? (span > 1 ? 'left' : (column?.align ?? 'left')));
  const text = wide.cell === null || wide.cell === '' ? '' : wide.cell;
  const options: ITableCellOptions = {
    borders: CELL_BORDERS,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    width: { size: widths.slice(0, span).reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnSpan: span,
    ...(wide.rows && { rowSpan: wide.rows }),
    verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [
      new Paragraph({
        alignment: ALIGN[placed],
        children: text === '' ? [] : runs(text, { size, ...((isHead || wide.bold) && { bold: true }) }),
      }),
    ],
  };
  return new TableCell(options);
}
