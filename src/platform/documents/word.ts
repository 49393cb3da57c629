import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import sharp from 'sharp';
import type { Block, Paper, Section } from './paper.ts';
import {
  BODY_SIZE,
  centred,
  closing,
  dotted,
  fieldLine,
  head,
  nation,
  runs,
  TWIPS_PER_MM,
  table,
  title,
} from './word-parts.ts';

const PAGE = { width: 11906, height: 16838 };
const MARGIN = {
  portrait: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18), header: mm(10) },
  landscape: { top: mm(20), bottom: mm(15), left: mm(20), right: mm(20), header: mm(10) },
};
const FIRST_LINE = mm(10);
const PARAGRAPH = { before: 0, after: 120, line: 276 };

/** Sets a paper as a Word file in the layout of Decree 30/2020 (R18.1–R18.5). */
export async function renderWord(paper: Paper): Promise<Uint8Array> {
  const sections = await Promise.all(paper.sections.map(section));
  const document = new Document({
    creator: 'Sao Làng',
    title: paper.title,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: BODY_SIZE, language: { value: 'vi-VN' } } },
        heading1: { run: { font: 'Times New Roman', size: BODY_SIZE, bold: true, color: '000000' } },
      },
    },
    sections,
  });
  return Packer.toBuffer(document);
}

function mm(value: number): number {
  return Math.round(value * TWIPS_PER_MM);
}

async function section(part: Section): Promise<ISectionOptions> {
  const margin = part.landscape ? MARGIN.landscape : MARGIN.portrait;
  const width = (part.landscape ? PAGE.height : PAGE.width) - margin.left - margin.right;
  const children: FileChild[] = [];
  for (const block of part.blocks) children.push(...(await set(block, width)));
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 26, children: [PageNumber.CURRENT] })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: { ...PAGE, orientation: part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph({})] }) },
    footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
    children,
  };
}

async function set(block: Block, width: number): Promise<FileChild[]> {
  switch (block.kind) {
    case 'head':
      return [head(block, width)];
    case 'nation':
      return nation(block, width);
    case 'title':
      return title(block, width);
    case 'authority':
      return [centred(block.text.toLocaleUpperCase('vi'), { size: 27, bold: true }, { before: 60, after: 160 })];
    case 'bases':
      return block.items.map((item) => justified(runs(item, { italics: true }), true, width));
    case 'text':
      if (block.align === 'center' || block.align === 'right') {
        const alignment = block.align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT;
        return [new Paragraph({ alignment, spacing: PARAGRAPH, children: runs(block.text) })];
      }
      return [justified(runs(block.text), block.indent !== false && block.align !== 'left', width, block.keep)];
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          alignment: block.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          ...(block.align !== 'center' && { indent: { left: FIRST_LINE } }),
          spacing: { before: 200, after: 140 },
          children: runs(block.text, { bold: true }),
        }),
      ];
    case 'item':
      return [
        new Paragraph({
          spacing: PARAGRAPH,
          indent: { left: mm(7.5 * (block.depth ?? 1)) },
          ...dotted(width),
          children: runs(block.text),
        }),
      ];
    case 'field':
      return [
        new Paragraph({
          spacing: PARAGRAPH,
          indent: { firstLine: FIRST_LINE * (block.indent ?? 0) },
          ...dotted(width),
          children: [...runs(`${block.label}: `), ...runs(block.value)],
        }),
      ];
    case 'fields':
      return [new Paragraph({ spacing: PARAGRAPH, ...fieldLine(block.fields, width) })];
    case 'table':
      return [table(block, width), new Paragraph({ spacing: { line: 160, lineRule: 'exact' } })];
    case 'closing':
      return [new Paragraph({ spacing: { line: 160, lineRule: 'exact' } }), closing(block, width)];
    case 'note':
      return [new Paragraph({ spacing: { before: 200 }, children: runs(block.text, { size: 21 }) })];
    case 'seal':
      return framed(block);
    case 'qr':
      return [await qrParagraph(block)];
    case 'space':
      return [new Paragraph({ spacing: { line: (block.points ?? 8) * 20, lineRule: 'exact' } })];
    case 'break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function justified(children: TextRun[], indent: boolean, width: number, keep = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext: keep,
    spacing: PARAGRAPH,
    ...(indent && { indent: { firstLine: FIRST_LINE } }),
    ...dotted(width),
    children,
  });
}

function framed(block: Extract<Block, { kind: 'seal' }>): Paragraph[] {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 4 };
  const border = { top: edge, bottom: edge, left: edge, right: edge };
  return [
    new Paragraph({
      border,
      keepNext: true,
      spacing: { before: 120 },
      children: runs(block.title, { size: 21, bold: true }),
    }),
    ...block.lines.map((line) => new Paragraph({ border, keepLines: true, children: runs(line, { size: 21 }) })),
  ];
}

/** Word shows SVG only in newer versions; a picture of points is understood by all. */
async function qrParagraph(block: Extract<Block, { kind: 'qr' }>): Promise<Paragraph> {
  const data = await sharp(Buffer.from(block.svg), { density: 600 })
    .resize(400, 400, { kernel: 'nearest' })
    .png()
    .toBuffer();
  const altText = { title: block.alt, description: block.alt, name: block.alt };
  return new Paragraph({
    spacing: { before: 160 },
    children: [
      new ImageRun({ type: 'png', data, transformation: { width: 90, height: 90 }, altText }),
      ...runs('  '),
      ...runs(block.text, { size: 22 }),
    ],
  });
}
