import { expect } from 'vitest';
import type { Paper } from '../../src/platform/documents/paper.ts';
import { printPdf, printWord } from '../../src/platform/documents/print.ts';
import { pdfArchiveLevel, pdfWords, wordText } from './documents.ts';

/** Prints a paper both ways; every phrase must stand in both. Answers the number of PDF pages and both texts on one line. */
export async function printBoth(
  paper: Paper,
  phrases: string[],
): Promise<{ pages: number; pdf: string; word: string }> {
  const made = await printPdf(paper, new Date('2026-06-24T00:00:00Z'));
  expect(pdfArchiveLevel(made.bytes)).toBe('2A');
  const pdf = await pdfWords(made.bytes);
  const word = wordText(await printWord(paper)).replace(/\s+/g, ' ');
  for (const phrase of phrases) {
    expect(pdf).toContain(phrase);
    expect(word).toContain(phrase);
  }
  expect(pdf).not.toMatch(/undefined|null|\[object/);
  expect(word).not.toMatch(/undefined|null|\[object/);
  return { pages: made.pages, pdf, word };
}
