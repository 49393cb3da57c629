/** The small parts of a workbook: its sheets, its fonts and number formats, its shared texts. */
import { SaxesParser } from 'saxes';
import { type Archive, broken } from './archive.ts';

export type Attributes = Readonly<Record<string, string>>;
interface Handlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads one XML part; names come without their prefix. A document type or malformed XML is refused. */
export async function readXml(archive: Archive, part: string, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('opentag', (tag) => handlers.open(bare(tag.name), tag.attributes));
  if (handlers.close) parser.on('closetag', (tag) => handlers.close?.(bare(tag.name)));
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  await archive.read(part, (text) => {
    parser.write(text);
  });
  try {
    parser.close();
  } catch {
    throw broken();
  }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
/** An attribute whatever its prefix (`r:id`). */
const named = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => bare(key) === name)?.[1];

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The sheets in their order with the parts that hold them, and whether days are counted from 1904. */
export async function readWorkbook(archive: Archive): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  if (archive.has('xl/_rels/workbook.xml.rels')) {
    await readXml(archive, 'xl/_rels/workbook.xml.rels', {
      open: (name, { Id: id, Target: target, TargetMode: mode }) => {
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
      },
    });
  }
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const part = targets.get(named(attributes, 'id') ?? '');
      if (part === undefined || !archive.has(part) || !part.includes('worksheets/')) return;
      const title = attributes.name?.normalize('NFC') ?? `Trang ${sheets.length + 1}`;
      sheets.push({ name: title, part, hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, from1904 };
}

export type DatePrecision = 'year' | 'month' | 'day';
export interface Style {
  readonly font: string;
  readonly struck: boolean;
  readonly bold: boolean;
  readonly date: DatePrecision | null;
}

/** The styles cells refer to by number. */
export async function readStyles(archive: Archive): Promise<Style[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const formats = new Map<string, string>();
  const fonts: { name: string; struck: boolean; bold: boolean }[] = [];
  const styles: Style[] = [];
  let within = '';
  await readXml(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name;
      const font = fonts.at(-1);
      if (name === 'numFmt' && attributes.numFmtId) formats.set(attributes.numFmtId, attributes.formatCode ?? '');
      else if (name === 'font' && within === 'fonts') fonts.push({ name: '', struck: false, bold: false });
      else if (within === 'fonts' && font !== undefined) {
        const on = attributes.val !== '0' && attributes.val !== 'false';
        if (name === 'name') font.name = attributes.val ?? '';
        if (name === 'strike') font.struck = on;
        if (name === 'b') font.bold = on;
      } else if (name === 'xf' && within === 'cellXfs') {
        const used = fonts[Number(attributes.fontId)] ?? { name: '', struck: false, bold: false };
        const id = attributes.numFmtId ?? '0';
        styles.push({ font: used.name, struck: used.struck, bold: used.bold, date: dateFormat(id, formats.get(id)) });
      }
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  return styles;
}

const OTHER_DATES = [14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** Whether a number format shows a date, and how much of it. */
function dateFormat(id: string, code: string | undefined): DatePrecision | null {
  if (code === undefined) return id === '17' ? 'month' : OTHER_DATES.includes(Number(id)) ? 'day' : null;
  const shown = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
  if (/[0#?]/.test(shown) || !/[ymd]/.test(shown)) return null;
  if (shown.includes('d')) return 'day';
  return shown.includes('m') ? (shown.includes('y') ? 'month' : null) : 'year';
}

/** A shared text: plain, or in pieces with fonts of their own. */
export type SharedText = string | readonly TextRun[];
export interface TextRun {
  readonly text: string;
  readonly font: string | null;
  readonly struck: boolean;
}

/** Collects the pieces of one text (`si`, `is`); phonetic guides are left out. */
export class TextCollector {
  #runs: { text: string; font: string | null; struck: boolean }[] = [];
  #inText = false;
  #aside = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#aside += 1;
    else if (name === 'r') this.#runs.push({ text: '', font: null, struck: false });
    else if (name === 't') this.#inText = this.#aside === 0;
    const run = this.#runs.at(-1);
    if (run === undefined) return;
    if (name === 'rFont') run.font = attributes.val ?? null;
    if (name === 'strike') run.struck = attributes.val !== '0' && attributes.val !== 'false';
  }

  text(text: string): void {
    if (!this.#inText) return;
    if (this.#runs.length === 0) this.#runs.push({ text: '', font: null, struck: false });
    const run = this.#runs.at(-1);
    if (run) run.text += text;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#aside -= 1;
  }

  /** The text collected; the collector begins anew. */
  take(): SharedText {
    const runs = this.#runs;
    this.#runs = [];
    const [only] = runs;
    if (only === undefined) return '';
    return runs.length === 1 && only.font === null && !only.struck ? only.text : runs;
  }
}

/**
 * The text as a string of its own. What a parser hands out is a window onto the piece of XML it stood in, and a window
 * keeps the whole piece in memory.
 */
export const ownText = (text: string): string => Buffer.from(text).toString();

/** The shared texts of the workbook, in order. */
export async function readSharedTexts(archive: Archive): Promise<SharedText[]> {
  const part = 'xl/sharedStrings.xml';
  const texts: SharedText[] = [];
  if (!archive.has(part)) return texts;
  const collector = new TextCollector();
  await readXml(archive, part, {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close: (name) => {
      collector.close(name);
      if (name !== 'si') return;
      const text = collector.take();
      texts.push(typeof text === 'string' ? ownText(text) : text.map((run) => ({ ...run, text: ownText(run.text) })));
    },
  });
  return texts;
}
