/**
 * The two encodings of before Unicode that offices still send: TCVN3 (ABC, fonts named .Vn…) and VNI (fonts VNI-…).
 * Both live in the upper half of Latin-1, so a wrong program shows "Tªn s¶n phÈm" or "Teân saûn phaåm".
 */
import { vietnameseScore } from './syllables.ts';

export type Legacy = 'tcvn3' | 'vni';

// From byte A1 on, a run of bytes and the letters they stand for (TCVN 5712:1993, VN3).
const TCVN3_RUNS: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];
const TCVN3 = new Map(
  TCVN3_RUNS.flatMap(([first, letters]) =>
    [...letters.normalize('NFC')].map((letter, at) => [String.fromCharCode(first + at), letter] as const),
  ),
);

// VNI writes the letter, then its marks: combining characters here.
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const [GRAVE, ACUTE, HOOK, TILDE, DOT] = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const;
const VNI_MARKS: Readonly<Record<string, string>> = {
  ...{ ø: GRAVE, ù: ACUTE, û: HOOK, õ: TILDE, ï: DOT },
  ...{ â: CIRCUMFLEX, à: CIRCUMFLEX + GRAVE, á: CIRCUMFLEX + ACUTE, å: CIRCUMFLEX + HOOK },
  ...{ ã: CIRCUMFLEX + TILDE, ä: CIRCUMFLEX + DOT },
  ...{ ê: BREVE, è: BREVE + GRAVE, é: BREVE + ACUTE, ú: BREVE + HOOK, ü: BREVE + TILDE, ë: BREVE + DOT },
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ...{ ñ: 'đ', ô: 'ơ', ö: 'ư', ì: 'ì', í: 'í', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
};
const VNI_CARRIER = /[aeouyơư]/;

/** The text of Latin-1 characters read as TCVN3 or VNI; NFC. */
export function fromLegacy(text: string, legacy: Legacy): string {
  return legacy === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
}

function fromTcvn3(text: string): string {
  let out = '';
  for (const letter of text) out += TCVN3.get(letter) ?? letter;
  return out.normalize('NFC').replace(/[^\t\n;,"|]+/g, withCapitals);
}

/** TCVN3 has no capitals with tone marks: "QUảNG NAM" is what the font drew as "QUẢNG NAM". */
function withCapitals(cell: string): string {
  if (/[a-z]/.test(cell)) return cell;
  const words = cell.split(/[^\p{L}]+/u).filter((word) => /[^\0-\x7f]/.test(word));
  return words.some((word) => (word.match(/[A-Z]/g)?.length ?? 0) >= 2) ? cell.toUpperCase() : cell;
}

function fromVni(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const lower = letter.toLowerCase();
    const base = VNI_LETTERS[lower] ?? lower;
    const follows = (text[at + 1] ?? '').toLowerCase();
    const marks = VNI_CARRIER.test(base) ? VNI_MARKS[follows] : undefined;
    if (marks !== undefined) at += 1;
    const whole = base + (marks ?? '');
    out += letter === lower ? whole : whole.toUpperCase();
  }
  return out.normalize('NFC');
}

const LATIN_LETTER = /[\u00a1-\u00ff]/;
const UNICODE_LETTER = /[\u0100-\u024f\u1e00-\u1eff]|\p{M}/u;

/** May the text be one of the legacy encodings at all: Latin-1 characters, and no letter that only Unicode has. */
export const mayBeLegacy = (text: string): boolean => LATIN_LETTER.test(text) && !UNICODE_LETTER.test(text);

/** What the name of a font says about the text in it. */
function legacyOfFont(font: string): Legacy | null {
  if (/^\.vn/i.test(font)) return 'tcvn3';
  return /^vni[- ]/i.test(font) ? 'vni' : null;
}

/** A text in a font: read as the font says, unless it is Unicode all the same or reads clearly better as it stands. */
export function inFont(text: string, font: string): { text: string; legacy: Legacy | null } {
  const legacy = legacyOfFont(font);
  if (legacy === null || !mayBeLegacy(text)) return { text, legacy: null };
  const converted = fromLegacy(text, legacy);
  if (vietnameseScore(text) > vietnameseScore(converted)) return { text, legacy: null };
  const capitals = legacy === 'tcvn3' && /h$/i.test(font);
  return { text: capitals ? converted.toUpperCase() : converted, legacy };
}

/** The legacy encoding a text without any font is in, or null: the one that makes clearly more Vietnamese of it. */
export function legacyOf(text: string): Legacy | null {
  if (!LATIN_LETTER.test(text)) return null;
  const asItIs = vietnameseScore(text);
  const scored = (['tcvn3', 'vni'] as const).map((legacy) => ({
    legacy,
    score: vietnameseScore(fromLegacy(text, legacy)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 && best.score > asItIs + 1 ? best.legacy : null;
}
