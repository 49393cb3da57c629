/** A long report as an official paper: Word and PDF of 40 pages and more. */
import { readdir, readFile } from 'node:fs/promises';
import type { Block, Paper } from '../src/platform/documents/paper.ts';
import { closePdf } from '../src/platform/documents/pdf.ts';
import { printPdf, printWord } from '../src/platform/documents/print.ts';
import type { Measured } from './promises.ts';

const RULEBOOKS = new URL('../src/law/', import.meta.url);
const PAGES = 40;

/** A paper of text and tables, as long as wanted: the words are those of the law's own tables of cases. */
async function longPaper(sections: number): Promise<Paper> {
  const names = (await readdir(RULEBOOKS)).filter((name) => name.endsWith('.cases.md')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, RULEBOOKS), 'utf8')));
  const lines = texts
    .join('\n')
    .split('\n')
    .map((line) => line.replaceAll(/[|#*-]+/g, ' ').trim());
  const words = lines.filter((line) => line.length > 40);
  const blocks = Array.from({ length: sections }, (_, place): Block[] => [
    { kind: 'heading', text: `${place + 1}. Mục ${place + 1}` },
    ...words.slice(place * 6, place * 6 + 6).map((text): Block => ({ kind: 'text', text })),
    {
      kind: 'table',
      columns: [
        { header: 'Chỉ tiêu', width: 5 },
        { header: 'Số lượng', width: 2, align: 'right' },
        { header: 'So sánh', width: 3 },
      ],
      rows: Array.from({ length: 24 }, (_row, row) => [`Đơn vị ${row + 1}`, String(row * 37), { bar: (row + 1) / 24 }]),
    },
  ]).flat();
  return {
    title: 'Báo cáo',
    sections: [{ blocks: [{ kind: 'title', type: 'Báo cáo', summary: 'Kết quả năm' }, ...blocks] }],
  };
}

/** Measures both forms of one paper of at least 40 pages. */
export async function measurePapers(): Promise<Measured[]> {
  const paper = await longPaper(45);
  const timed = async <T>(work: () => Promise<T>) => {
    const begun = performance.now();
    const made = await work();
    return { made, seconds: (performance.now() - begun) / 1000 };
  };
  const word = await timed(() => printWord(paper));
  const pdf = await timed(() => printPdf(paper, new Date()));
  await closePdf();
  if (pdf.made.pages < PAGES) throw new Error(`only ${pdf.made.pages} pages`);
  const promise = { limit: 5, sense: 'atMost', unit: ' s', absolute: true } as const;
  return [
    { what: `report of ${pdf.made.pages} pages as Word`, measured: word.seconds, ...promise },
    { what: `the same as PDF/A`, measured: pdf.seconds, ...promise },
  ];
}
