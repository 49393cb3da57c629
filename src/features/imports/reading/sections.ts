/** What the group rows above a row say about it: stars, kind, place, producer, group. */

import { kindOf } from './kinds.ts';
import { orderKind } from './row-kinds.ts';
import type { ListKind } from './types.ts';
import { statedStars } from './values.ts';
import { isAddressLike, isProducerLike, plain } from './words.ts';

export interface Section {
  readonly text: string;
  readonly stars: number | null;
  readonly kind: ListKind | null;
  readonly place: string | null;
  readonly producer: string | null;
  readonly group: string | null;
}

/** Group rows by level: a new one ends those below it. */
export class Sections {
  #open: { readonly level: string; readonly section: Section }[] = [];
  #letter = '';

  /** A group row: its text and its running number ("I", "A"; empty for none, or when it stands before the text). */
  enter(text: string, number: string): void {
    const written = /^([IVX]+|[A-ZĐ]|\d+)[.):]\s/u.exec(text)?.[1] ?? '';
    const bare = text.slice(written === '' ? 0 : written.length + 1).trim();
    const level = this.#levelOf(number.replace(/[^\p{L}\p{N}]/gu, '') || written, bare);
    const known = this.#open.findIndex((each) => each.level === level);
    if (known >= 0) this.#open = this.#open.slice(0, known);
    const place = sort(bare) === 'place';
    const producer = !place && isProducerLike(bare);
    const stars = statedStars(bare);
    const kind = kindOf(bare);
    const group = !place && !producer && stars === null && kind === null ? bare : null;
    const section = {
      text: bare,
      stars,
      kind,
      place: place ? withoutCount(bare) : null,
      producer: producer ? withoutCount(bare) : null,
      group,
    };
    this.#open.push({ level, section });
  }

  /** "I" after "H" is the letter; otherwise the Roman one. */
  #levelOf(number: string, text: string): string {
    if (number === '') return `none:${sort(text)}`;
    const next = number.length === 1 && number.codePointAt(0) === (this.#letter.codePointAt(0) ?? 0) + 1;
    const kind = next ? 'letter' : orderKind(number);
    this.#letter = kind === 'letter' ? number : this.#letter;
    return kind;
  }

  /** The innermost statement of each sort. */
  get<Key extends keyof Section>(key: Key): Section[Key] | null {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const value = this.#open[at]?.section[key];
      if (value !== null && value !== undefined) return value;
    }
    return null;
  }
}

function sort(text: string): string {
  if (
    isAddressLike(text) &&
    /^(?:huyen|quan|thi xa|thanh pho|tp|xa|phuong|thi tran|tx|tt|tinh|dac khu)( |$)/.test(plain(text))
  )
    return 'place';
  if (isProducerLike(text)) return 'producer';
  if (statedStars(text) !== null) return 'stars';
  return /^nhom|^nganh|^linh vuc/.test(plain(text)) ? 'group' : 'other';
}

/** "Huyện Tân Yên (5 sản phẩm)", "HTX Hòa Bình: 03 SP" without the count. */
const withoutCount = (text: string): string =>
  text.replace(/\s*[:(–-]?\s*\(?\s*(?:gồm |có )?\d+\s*(?:sản phẩm|sp)\s*\)?\s*[.:]?$/iu, '').replace(/[:.\s]+$/, '');
