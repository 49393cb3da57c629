import type { Block, Inline } from './paper.ts';

/** 'Điều 1. …' with its number in bold. */
export function article(number: number, text: Inline): Block {
  const rest = Array.isArray(text) ? text : [text];
  return { kind: 'text', text: [{ text: `Điều ${number}.`, bold: true }, ' ', ...rest] };
}

/** 'Kính gửi: …', centred; several on lines of their own. */
export function addressedTo(word: 'Kính gửi' | 'Kính mời', names: string[]): Block {
  const text =
    names.length === 1 ? `${word}: ${names[0]}` : `${word}:\n${names.map((name) => `- ${name}`).join(';\n')}.`;
  return { kind: 'text', text, align: 'center' };
}

/** Legal bases: each ends with ';', the last with '.' (R18.3). */
export function bases(items: string[]): Block {
  const end = (index: number) => (index === items.length - 1 ? '.' : ';');
  return { kind: 'bases', items: items.map((item, index) => `${item.replace(/[.;,\s]+$/u, '')}${end(index)}`) };
}

/** Paragraphs of a longer text; null or blank gives `lines` dotted lines to be filled in by hand. */
export function paragraphs(text: string | null, lines = 3): Block[] {
  const written = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  if (written.length > 0) return written.map((line): Block => ({ kind: 'text', text: line }));
  return Array.from({ length: lines }, (): Block => ({ kind: 'text', text: null, indent: false }));
}

/** A heading inside the text, kept with what follows. */
export function lead(text: string): Block {
  return { kind: 'text', text: { text, bold: true }, indent: false, keep: true };
}
