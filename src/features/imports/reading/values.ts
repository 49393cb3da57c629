/** What single cells say: stars, points, dates, decision numbers. Each answer is a value, nothing, or a problem in words. */
import { isNothing, plain } from './words.ts';

/** `value` null without `problem`: the cell says nothing. With `problem`: it says something that cannot be taken over. */
export interface Reading<Value> {
  readonly value: Value | null;
  readonly problem?: string;
  /** The cell says in so many words that there is none ("chưa xếp hạng", "-"). */
  readonly none?: boolean;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5 };
const ONLY_STARS = /^(?:[*★⭐☆✩✪✭✮✯✰⋆∗＊﹡٭\s]|\ufe0f)+$/u;
const NO_STARS = /chua|khong|ko |^k$|cho |loai$|truot|rot|dang (cho|xet)|bo sung/;

/** "3-4 sao", "3, 4 sao", "3 và 4 sao". */
const SEVERAL = /(?:^|[^\d.,])[1-5]\s*(?:sao\s*)?(?:[-–,;]|và|đến|hoặc)\s*[1-5](?!\d)/iu;

/** Stars of a product: 3, `***`, ★★★☆☆, "3 sao", "Hạng 3 sao", `4*`, "bốn sao", "4/5". Never more than the cell says. */
export function readStars(text: string): Reading<number> {
  if (isNothing(text)) return { value: null, none: text !== '' };
  if (ONLY_STARS.test(text)) {
    const filled = [...text].filter((mark) => !/[☆✩✰\s]|\ufe0f/u.test(mark)).length;
    return withinFive(filled, text);
  }
  const bare = text.replace(/(\d)[.,]0+(?!\d)/g, '$1');
  const words = plain(bare).replace(/(^| )(\d) stars?(?= |$)/g, '$1$2 sao');
  if (SEVERAL.test(bare)) return { value: null, problem: `“${text}” nêu nhiều hạng sao.` };
  const numbers = [...words.matchAll(/(?:^| )0?(\d+)(?=$| |sao)/g)].map((found) => Number(found[1]));
  const named = [...words.matchAll(/(?:^| )(mot|hai|ba|bon|tu|nam) sao/g)].map((found) => NUMBER_WORDS[found[1] ?? '']);
  const starred = [...words.matchAll(/(?:^| )0?(\d+) ?sao/g)].map((found) => Number(found[1]));
  const said = new Set(starred.length > 0 ? [...starred, ...named] : numbers.length > 0 ? numbers : named);
  if (/^-\s*\d/.test(text)) return { value: null, problem: `Hạng sao “${text}” là số âm.` };
  if (/^[1-5]\s*\/\s*5(?:\s*sao)?$/i.test(text)) return { value: Number(text[0]) };
  if (said.size === 0) {
    if (NO_STARS.test(`${words} `)) return { value: null, none: true };
    return { value: null, problem: `Không hiểu hạng sao “${text}”.` };
  }
  const [only] = said;
  if (said.size > 1 || only === undefined) return { value: null, problem: `“${text}” nêu nhiều hạng sao.` };
  if (/chua|khong|truot/.test(words)) return { value: null, none: true };
  if (/[.,]\d/.test(bare)) return { value: null, problem: `“${text}” không phải hạng sao.` };
  if (
    starred.length === 0 &&
    named.length === 0 &&
    !/^(hang|loai|dat|ocop|xep hang|san pham|hang ocop| )*\d+( nam \d+)?$/.test(words)
  ) {
    return { value: null, problem: `Không hiểu hạng sao “${text}”.` };
  }
  return withinFive(only, text);
}

function withinFive(stars: number, text: string): Reading<number> {
  if (stars === 0) return { value: null, none: true };
  if (stars <= 5) return { value: stars };
  return { value: null, problem: `Hạng sao “${text}” không có: chỉ từ 1 đến 5 sao.` };
}

const AIMED = /de nghi|du kien|dang ky|tiem nang|xet|nang (hang|len)|phan dau|huong den|de xuat/;

/** The one number of stars a title, a group row or a sheet's name states for all that stands below it, or null. */
export function statedStars(text: string): number | null {
  const words = plain(text);
  if (AIMED.test(words) || /khong dat|chua/.test(words)) return null;
  const said = new Set<number | undefined>();
  for (const found of words.matchAll(/(?:^| )0?([1-5]) ?sao/g)) said.add(Number(found[1]));
  for (const found of words.matchAll(/(?:^| )(hai|ba|bon|nam) sao/g)) said.add(NUMBER_WORDS[found[1] ?? '']);
  for (const found of words.matchAll(/(?:^| )hang ([1-5])(?= |$)/g)) said.add(Number(found[1]));
  if (SEVERAL.test(text)) return null;
  const marks = /^[\s*★⭐]{2,}$/u.test(text) ? (text.match(/[*★⭐]/gu)?.length ?? 0) : 0;
  if (marks > 0 && marks <= 5) return marks;
  const [only] = said;
  return said.size === 1 ? (only ?? null) : null;
}

/** Points 0–100 with comma or point: "84,5", "84.50 điểm", "84,5/100". */
export function readScore(text: string): Reading<number> {
  if (isNothing(text)) return { value: null };
  const found = /^([-−]?\d{1,3}(?:[.,]\d{1,4})?)\s*(?:đ|điểm|\/\s*100(?:\s*điểm)?)?\.?$/iu.exec(text);
  const value = found === null ? Number.NaN : Number((found[1] ?? '').replace(',', '.').replace('−', '-'));
  if (Number.isNaN(value)) return { value: null, problem: `Không hiểu số điểm “${text}”.` };
  if (value < 0 || value > 100) return { value: null, problem: `Số điểm “${text}” nằm ngoài khoảng 0–100.` };
  return { value };
}

const ISSUER = '(?:QĐ|QD|NQ|TB|CV|TTr|BC|KH|GCN|UBND|HĐND|HĐ|BNN|SNN|CT)';
const NUMBER = new RegExp(
  `(\\d{1,6}[A-Za-z]?)\\s*/\\s*((?:(?:19|20)\\d\\d\\s*/\\s*)?${ISSUER}[\\p{Lu}\\d]*(?:\\s*[-–.&]\\s*\\p{Lu}[\\p{L}\\d]*)*)`,
  'iu',
);

/** The first document number in a text, "1850/QĐ-UBND-HC", and the text around it. */
export function findNumber(text: string): { number: string | null; rest: string } {
  const found = NUMBER.exec(text);
  if (found === null) return { number: null, rest: text };
  const [whole, digits = '', tail = ''] = found;
  const number = `${digits}/${tail.replace(/\s+/g, '')}`.replace(/[-–.&]+$/, '');
  return { number, rest: `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}` };
}
