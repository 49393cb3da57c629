/** Typing errors: what somebody meant whose words find nothing. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';

/** Longer questions are not mended: nobody slips in so many words. */
const MOST_WORDS = 8;
/** Numbers and single letters are taken as they stand, unless keys make a word of them. */
const LETTERS = /^[a-z]{2,}$/;
const WORD = /^[a-z0-9]+$/;

/**
 * The plain word meant by keys that no typing program turned into marks: Telex ("maatj", "dduowngf") or VNI ("ma65t").
 * The word itself when it holds no such key.
 */
export function typedPlain(word: string): string {
  const bare = word.replace(/(?<=[a-z])\d+/g, '');
  return bare
    .replace(/([aeo])\1/g, '$1')
    .replace(/dd/g, 'd')
    .replace(/(?<=[aou])w|(?<=[aeiouy][a-z]*)[sfrxj]$/g, '')
    .replace(/w/g, 'u');
}

/** Is one the other with a letter missing, too many, another or two letters swapped? Both in small letters without marks. */
export function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2));
}

/** With fewer words each of them must be found. */
const LEAST_TO_LEAVE_OUT = 3;

/**
 * Questions to a word vector that mend slips, to be tried in this order: words nobody knows become the known ones they may
 * have been, or, when all are known, one of them is a slip; then the same with one word left out. Words: small letters
 * without marks.
 */
export async function mendedQueries(db: Kysely<DB>, words: readonly string[]): Promise<string[]> {
  if (words.length > MOST_WORDS || !words.every((word) => WORD.test(word))) return [];
  const plain = words.map(typedPlain);
  const { rows } = await sql<{ n: number; word: string }>`
    select t.n::int, k.word from unnest(${[...words]}::text[], ${plain}::text[]) with ordinality t(typed, plain, n)
      join search_word k on k.shapes && (word_shapes(t.typed) || t.plain) order by t.n, k.word`.execute(db);
  const read = words.map((word, at) => {
    const alike = rows.filter(({ n }) => n === at + 1).map((row) => row.word);
    const meant = alike.filter((one) => one !== word && (one === plain[at] || isSlip(word, one)));
    return { known: alike.includes(word) || (meant.length === 0 && !LETTERS.test(word)), word, meant };
  });
  const mended = read.map(({ known, word, meant }) => (known ? word : anyOf(meant)));
  const whole = read.every(({ known }) => known)
    ? mended.flatMap((_, at) => allOf(mended.with(at, anyOf(read[at]?.meant ?? []))))
    : allOf(mended);
  const without = words.length < LEAST_TO_LEAVE_OUT ? [] : mended.flatMap((_, at) => allOf(mended.toSpliced(at, 1)));
  return [anyOf(whole), anyOf(without)].filter((query) => query !== '');
}

const anyOf = (ways: readonly string[]): string => (ways.length < 2 ? (ways[0] ?? '') : `(${ways.join(' | ')})`);

/** One question for all of them; none when one is missing. */
const allOf = (words: readonly string[]): string[] => (words.includes('') ? [] : [`(${words.join(' & ')})`]);
