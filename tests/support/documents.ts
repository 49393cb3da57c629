import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';

/** Text of each page, white space made single. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
  return text.map((page) => page.replace(/\s+/gu, ' ').normalize('NFC'));
}

/** Whole text on one line. */
export async function pdfWords(bytes: Uint8Array): Promise<string> {
  return (await pdfText(bytes)).join(' ');
}

/** What the file says of its PDF/A level, e.g. '2A'; null when nothing. */
export function pdfArchiveLevel(bytes: Uint8Array): string | null {
  const source = Buffer.from(bytes).toString('latin1');
  const match = /<pdfaid:part>(\d)<\/pdfaid:part><pdfaid:conformance>(\w)</.exec(source);
  return match ? `${match[1]}${match[2]}` : null;
}

/** One part of an office file as text. */
export function officePart(bytes: Uint8Array, part: string): string {
  const found = unzipSync(bytes)[part];
  if (!found) throw new Error(`no part ${part}`);
  return strFromU8(found);
}

/** The words of a Word file; every paragraph on a line. */
export function wordText(bytes: Uint8Array): string {
  return officePart(bytes, 'word/document.xml')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:tab\/>|<w:br\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .normalize('NFC');
}
