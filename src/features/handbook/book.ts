/** The handbook as its template wants it: chapters, pages, indexes; everything in words, nothing left to compute. */
import { readFile } from 'node:fs/promises';
import {
  certificateUrl,
  printOf,
  producerTypeWords,
  SECTOR_WORDS,
  SECTORS,
  sourceDate,
  starMeanings,
} from '#features/portal';
import type { UnitItem } from '#features/units';
import type { Day } from '#platform/clock';
import { qrSvg } from '#platform/documents/qr';
import { formatDay, formatNumber, planeOf } from '#ui';
import type { HandbookProduct } from './contents.ts';

const PRINTS = new URL('../../ui/drawings/prints/', import.meta.url);
const UNSORTED = 'Sản phẩm nguồn không ghi nhóm';
/** On the cover: one of each kind of thing. */
const COVER = ['rice', 'tea', 'basket', 'honey', 'lychee', 'fish', 'jar', 'gate', 'noodles'] as const;
const inOrder = new Intl.Collator('vi');

export interface BookAsked {
  readonly unit: Pick<UnitItem, 'name' | 'place'>;
  readonly day: Day;
  readonly baseUrl: string;
  readonly products: readonly HandbookProduct[];
  /** Names of the pictures that could be read, by product. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The data of the template. */
export async function bookOf({ unit, day, baseUrl, products, pictures }: BookAsked): Promise<object> {
  const numbered = products.map((product, index) => ({ product, ref: `p${index}` }));
  const chapters = [...SECTORS, null].flatMap((sector) => {
    const inIt = numbered.filter(({ product }) => product.sector === sector);
    if (inIt.length === 0) return [];
    const items = inIt.map(({ product, ref }) => itemOf(product, ref, baseUrl, pictures.get(product.id)));
    const [first] = items;
    return [{ name: sector === null ? UNSORTED : SECTOR_WORDS[sector].vi, print: first?.print ?? 'basket', items }];
  });
  const names = new Set([...COVER, ...chapters.flatMap(({ items }) => items.map(({ print }) => print))]);
  const prints = await Promise.all(
    [...names].map(async (name) => [name, await readFile(new URL(`${name}.svg`, PRINTS), 'utf8')] as const),
  );
  return {
    title: `Cẩm nang sản phẩm OCOP ${unit.name}`,
    unit: unit.place ?? unit.name,
    day: formatDay(day),
    address: baseUrl.replace(/^https?:\/\//, ''),
    prints: Object.fromEntries(prints),
    cover: COVER,
    figures: figuresOf(products),
    meanings: (await starMeanings(day)).filter(({ recognisedBy }) => recognisedBy !== null),
    invented: products.some(({ invented }) => invented),
    chapters,
    products: byLetter(numbered.map(({ product, ref }) => ({ name: product.name, refs: [ref] }))),
    producers: byLetter(producersOf(numbered)),
  };
}

function figuresOf(products: readonly HandbookProduct[]): string[] {
  const producers = new Set(products.flatMap(({ producer }) => (producer ? [producer.name] : []))).size;
  const stars = [5, 4, 3].flatMap((star) => {
    const count = products.filter((one) => one.star === star).length;
    return count > 0 ? [`${formatNumber(count)} sản phẩm ${star} sao`] : [];
  });
  const unstarred = products.filter(({ star }) => star === null).length;
  if (unstarred > 0) stars.push(`${formatNumber(unstarred)} sản phẩm nguồn không ghi hạng sao`);
  return [`${formatNumber(products.length)} sản phẩm của ${formatNumber(producers)} chủ thể`, ...stars];
}

function itemOf(product: HandbookProduct, ref: string, baseUrl: string, picture: string | undefined) {
  const { producer, story } = product;
  const facts = [
    ['Nơi sản xuất', product.place],
    ['Quy cách', product.specification],
    ['Tiêu chuẩn', product.standard],
    ['Công nhận', recognised(product)],
    ['Hiệu lực', holds(product)],
  ].flatMap(([term, value]) => (value ? [{ term, value }] : []));
  const ways = [producer?.phone && `Điện thoại: ${producer.phone}`, producer?.email, producer?.website];
  return {
    ...{ ref, name: product.name, star: product.star, facts, invented: product.invented },
    print: printOf(product),
    plane: planeOf(product.id),
    picture: picture ?? null,
    alt: `Ảnh sản phẩm ${product.name}`,
    story: paragraphs(story),
    producer: producer && {
      name: producer.name,
      type: producerTypeWords(producer.type, 'vi'),
      address: producer.address,
      ways: ways.filter(Boolean),
    },
    code: product.code,
    qr: qrSvg(`${baseUrl}${certificateUrl(product.code, 'vi')}`),
    /** A page of its own for what has a picture or something to tell; the others share one. */
    full: picture !== undefined || (story ?? '').length > 160,
  };
}

const paragraphs = (text: string | null): string[] => (text ?? '').split(/\n+/).filter((line) => line.trim() !== '');

function recognised({ issuer, decision, decisionDate }: HandbookProduct): string {
  const dated =
    decisionDate && (decisionDate.length === 10 ? `ngày ${formatDay(decisionDate)}` : sourceDate(decisionDate, 'vi'));
  return [issuer, decision && `Quyết định ${decision}`, dated].filter(Boolean).join(', ');
}

function holds({ expiresEarliest, expiresLatest, extendedTo }: HandbookProduct): string | null {
  if (extendedTo !== null) return `được kéo dài đến ${formatDay(extendedTo)}`;
  if (expiresEarliest === null || expiresLatest === null) return null;
  return expiresEarliest === expiresLatest
    ? `đến hết ${formatDay(expiresLatest)}`
    : `hết hạn trong khoảng ${formatDay(expiresEarliest)} – ${formatDay(expiresLatest)}`;
}

interface Entry {
  readonly name: string;
  readonly refs: readonly string[];
}

function producersOf(numbered: readonly { product: HandbookProduct; ref: string }[]): Entry[] {
  const refs = new Map<string, string[]>();
  for (const { product, ref } of numbered) {
    if (product.producer === null) continue;
    const { name } = product.producer;
    const known = refs.get(name);
    if (known) known.push(ref);
    else refs.set(name, [ref]);
  }
  return [...refs].map(([name, of]) => ({ name, refs: of }));
}

/** Entries in Vietnamese order below their first letter; what begins with a figure stands first. */
function byLetter(entries: readonly Entry[]): { letter: string; entries: Entry[] }[] {
  const groups: { letter: string; entries: Entry[] }[] = [];
  for (const entry of entries.toSorted((a, b) => inOrder.compare(a.name, b.name))) {
    const letter = letterOf(entry.name);
    const last = groups.at(-1);
    if (last?.letter === letter) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}

/** Circumflex, breve and horn, which make a letter of its own. */
const LETTER_MARKS: ReadonlySet<string> = new Set(['\u0302', '\u0306', '\u031b']);

/** The letter of the alphabet a name begins with: marks of tone do not count, ă â đ ê ô ơ ư are letters of their own. */
function letterOf(name: string): string {
  const first = name.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '');
  const [letter = '#'] = first;
  if (!/\p{L}/u.test(letter)) return '0–9';
  const marks = /^.(\p{M}*)/u.exec(first)?.[1] ?? '';
  const own = [...marks].filter((mark) => LETTER_MARKS.has(mark)).join('');
  return (letter + own).normalize('NFC').toUpperCase();
}
