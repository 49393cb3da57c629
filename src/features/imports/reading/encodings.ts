/** Bytes of a text file → text. The marks at its beginning are believed only when the rest agrees. */
import { FileProblem } from '#platform/files/problem';
import { fromLegacy, legacyOf } from './legacy.ts';
import { vietnameseScore } from './syllables.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** The bytes fit none of the encodings well: every row of it wants a look. */
  readonly unsure: boolean;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Enough of a file to judge by. */
const SAMPLE = 200_000;
/** A file in UTF-8 with a few broken places is still UTF-8. */
const BROKEN_SHARE = 0.02;

/**
 * Decodes a text file: UTF-8 with or without BOM, UTF-16 (either order, with or without BOM), Windows-1258, TCVN3, VNI
 * (as bytes, or as Latin-1 that somebody saved as UTF-8). NFC. Throws FileProblem for what is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoded = wide === null ? narrow(marked ? bytes.subarray(2) : bytes) : { ...wide, unsure: false };
  if (isNoise(decoded.text)) {
    throw new FileProblem('encoding', 'Tệp không phải là chữ. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.');
  }
  return { ...decoded, text: decoded.text.normalize('NFC') };
}

function wideEncoding(bytes: Uint8Array): { text: string; encoding: string } | null {
  const [first, second] = bytes;
  let encoding: 'utf-16le' | 'utf-16be' | null = null;
  if (first === 0xff && second === 0xfe) encoding = 'utf-16le';
  else if (first === 0xfe && second === 0xff) encoding = 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (encoding === null && length >= 8) {
    if (odd > length / 8 && even < odd / 20) encoding = 'utf-16le';
    else if (even > length / 8 && odd < even / 20) encoding = 'utf-16be';
  } else if (encoding !== null && length >= 64 && even + odd === 0) {
    encoding = null; // the mark lies: no text of ours is without one ASCII character
  }
  if (encoding === null) return null;
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function narrow(bytes: Uint8Array): Decoded {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const name = marked ? 'utf-8-bom' : 'utf-8';
  const utf8 = asUtf8(body);
  if (utf8 !== null) {
    const legacy = legacyOf(utf8.slice(0, SAMPLE));
    if (legacy === null) return { text: utf8, encoding: name, unsure: false };
    return { text: fromLegacy(utf8, legacy), encoding: legacy, unsure: false };
  }
  const latin = new TextDecoder('windows-1252').decode(body);
  const readings = [
    { encoding: 'windows-1258', text: new TextDecoder('windows-1258').decode(body).normalize('NFC') },
    { encoding: 'tcvn3', text: fromLegacy(latin, 'tcvn3') },
    { encoding: 'vni', text: fromLegacy(latin, 'vni') },
  ].map((each) => ({ ...each, score: vietnameseScore(each.text.slice(0, SAMPLE)) }));
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  return { text: best.text, encoding: best.encoding, unsure: best.score <= 0 };
}

/** The text when it is UTF-8, a few broken places allowed; null otherwise. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.split('\ufffd').length - 1;
    const beyond = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
    return broken <= beyond * BROKEN_SHARE ? text : null;
  }
}

/** More than a trace of control characters: no text. */
function isNoise(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const control = sample.match(/[^\P{Cc}\t\n\r\x85]/gu)?.length ?? 0;
  return control > sample.length / 200;
}
