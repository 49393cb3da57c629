import type { Block, Paper } from './paper.ts';
import { type Pdf, renderPdf } from './pdf.ts';

const TEMPLATE = new URL('./typst/official.typ', import.meta.url);

/** The media types of the two outputs. */
export const PDF_TYPE = 'application/pdf';
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The paper as tagged PDF/A. `createdAt` is written into the file: same paper and time, same bytes. Throws `PdfProblem`. */
export function printPdf(paper: Paper, createdAt: Date): Promise<Pdf> {
  return renderPdf(TEMPLATE, held(paper), { createdAt });
}

/** The paper as a Word file that the office can go on editing. */
export async function printWord(paper: Paper): Promise<Uint8Array> {
  const { renderWord } = await import('./word.ts'); // large, and no page asks for it
  return renderWord(held(paper));
}

/** A signature never stands alone on a page: the text before it goes along. */
function held(paper: Paper): Paper {
  const keepLast = (block: Block, index: number, blocks: Block[]): Block =>
    block.kind === 'text' && blocks[index + 1]?.kind === 'closing' ? { ...block, keep: true } : block;
  return { ...paper, sections: paper.sections.map((part) => ({ ...part, blocks: part.blocks.map(keepLast) })) };
}
