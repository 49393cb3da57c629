/** Cells with several things in them: products of one producer, a producer with its address. */
import { isAddressLike, oneLine } from './words.ts';

export interface SplitProducts {
  readonly names: readonly string[];
  /** How the cell is written tells the products apart beyond doubt (numbers, bullets, semicolons). */
  readonly sure: boolean;
}

const BULLET = /^(?:[-–—+•*·●▪◦➢✓]|\(?\d{1,2}[.)]|[a-h][.)])\s*(?=\S)/u;
const JOINED = /[,;:(&+/–-]$|\s(?:và|với|của|cho|từ|loại|không|có)$/iu;

/**
 * The products of one cell. `expected` is what the list itself says their number is, null when it does not. Never splits
 * at commas unless that gives exactly the expected number.
 */
export function splitProducts(text: string, expected: number | null): SplitProducts {
  const lines = text.split('\n').flatMap((line) => (line.includes(';') ? line.split(';') : [line]));
  const filled = lines.map((line) => line.trim()).filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (filled.length > 1) return severalLines(text, filled, expected);
  const whole = oneLine(filled[0] ?? text);
  const numbered = numberedItems(whole);
  if (numbered !== null) return { names: numbered, sure: true };
  const bare = whole.replace(BULLET, '');
  const bulleted = whole !== bare ? bare.split(/\s[-–+•]\s(?=\p{L})/u) : [bare];
  if (expected !== null && expected > 1) {
    if (bulleted.length === expected) return { names: bulleted.map(clean), sure: true };
    const parts = bare.split(/\s*,\s*/);
    if (parts.length === expected) return { names: parts.map(clean), sure: true };
  }
  return { names: [clean(/^\d+[.,]\d/.test(whole) ? whole : bare)], sure: true };
}

function severalLines(text: string, lines: readonly string[], expected: number | null): SplitProducts {
  const marked = lines.filter((line) => BULLET.test(line)).length;
  if (marked > 0 && marked < lines.length && !text.includes(';')) return { names: wrapped(lines), sure: true };
  const names = lines.map((line) => clean(line.replace(BULLET, '')));
  if (expected !== null) {
    if (names.length === expected) return { names, sure: true };
    if (expected === 1) return { names: [clean(oneLine(text))], sure: true };
    return { names, sure: false };
  }
  if (marked === lines.length || text.includes(';')) return { names, sure: true };
  const begins = lines.slice(1).every((line) => /^[\p{Lu}\d"“(]/u.test(line) && !line.startsWith('('));
  const open = lines.slice(0, -1).some((line) => JOINED.test(line));
  if (!begins || open) return { names: [clean(oneLine(text))], sure: true };
  return { names, sure: false };
}

/** Lines with bullets begin a product; lines without go on with the one above. */
function wrapped(lines: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line) || names.length === 0) names.push(clean(line.replace(BULLET, '')));
    else names.push(`${names.pop()} ${clean(line)}`);
  }
  return names;
}

/** "1. Chè 2. Trà" on one line: only when the numbers run from 1 without a gap. */
function numberedItems(text: string): string[] | null {
  const parts = text.split(/(?:^|[\s,;])(?=\(?\d{1,2}[.)]\s*\p{L})/u).filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const numbers = parts.map((part) => Number(/^\s*\(?(\d{1,2})[.)]/.exec(part)?.[1]));
  if (!numbers.every((number, at) => number === at + 1)) return null;
  return parts.map((part) => clean(part.trim().replace(BULLET, '')));
}

const clean = (name: string): string => oneLine(name).replace(/^[\s,;]+|[\s,;]+$/g, '');

const ADDRESS_LABEL = /^(?:đ\s*[/.]?\s*c|đc|địa\s*chỉ|dia\s*chi|add(?:ress)?|trụ sở)\s*[:.\-–]\s*/iu;
const LABEL_WITHIN = /\s*[,;.\-–(]?\s+(?:đ\/c|đc|địa chỉ|trụ sở)\s*[:.]\s*/iu;

/**
 * A producer's name and the address written with it: on a line of its own, after "Đ/c:", in brackets at the end, or
 * after a comma or dash. `together` = the heading says that the cell holds both. A unit's name inside the producer's
 * ("HTX nông sản xã Đông La") is part of the name.
 */
export function splitAddress(text: string, together: boolean): { name: string; address: string | null } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const at = lines.findIndex(
    (line, index) =>
      ADDRESS_LABEL.test(line) || (index > 0 && (together || isAddressLike(line.replace(/^[(\-–]\s*/, '')))),
  );
  if (at >= 0) {
    const address = oneLine(lines.slice(at).join(' ')).replace(ADDRESS_LABEL, '');
    const before = splitInline(oneLine(lines.slice(0, at).join(' ')), false);
    return {
      name: before.name,
      address: before.address === null ? unwrap(address) : `${before.address}, ${unwrap(address)}`,
    };
  }
  return splitInline(oneLine(text), together);
}

function splitInline(text: string, together: boolean): { name: string; address: string | null } {
  const label = LABEL_WITHIN.exec(text);
  if (label !== null) {
    return {
      name: tidy(text.slice(0, label.index)),
      address: unwrap(text.slice(label.index + label[0].length).replace(/\)$/, '')),
    };
  }
  const bracket = /^(.*?)\s*[([]([^()[\]]*(?:\([^()]*\)[^()[\]]*)*)[)\]]\s*[.;,]?$/u.exec(text);
  if (bracket !== null) {
    const [, name = '', inside = ''] = bracket;
    const place =
      isAddressLike(inside) ||
      (together && !/^\p{Lu}{2,8}$/u.test(inside)) ||
      /,\s*(?:xã|huyện|tp|tx|thị|phường|tỉnh|quận|thành)/iu.test(inside);
    if (place) return { name: tidy(name), address: inside.trim() };
  }
  for (const found of text.matchAll(/\s*(?:[,;]|\s[-–—]|[-–—]\s)\s*/gu)) {
    const rest = text.slice(found.index + found[0].length);
    if (!isAddressLike(rest)) continue;
    if (found.index === 0) break;
    return { name: tidy(text.slice(0, found.index)), address: rest.trim() };
  }
  if (isAddressLike(text) && together) return { name: '', address: text };
  return { name: text, address: null };
}

const tidy = (name: string): string => name.replace(/[\s,;:\-–—]+$/u, '').trim();
const unwrap = (address: string): string => address.replace(/^\((.*)\)$/u, '$1').trim();
