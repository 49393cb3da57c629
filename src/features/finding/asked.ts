/** What was typed, read once for every kind of record. */
import { type RawBuilder, sql } from 'kysely';
import { nameKey, plainName } from '#features/registry';
import type { Actor } from '#platform/actor';
import type { Day } from '#platform/clock';

/** Longer questions are cut: nobody types more words than these. */
const MOST_WORDS = 8;
/** A number shorter than this is no tax code and no telephone. */
const LEAST_DIGITS = 8;

export interface Typed {
  /** As typed, bounded. */
  readonly text: string;
  /** Without marks, single blanks. */
  readonly plain: string;
  readonly words: readonly string[];
  /** The words as a question to a word vector, the last one perhaps unfinished. */
  readonly query: string;
  /** The name as offices shorten it, without its legal form; '' when nothing is left. */
  readonly core: string;
  /** Digits of a tax code or telephone; null when what was typed is neither. */
  readonly digits: string | null;
}

/** Null when nothing can be looked for. */
export function readTyped(q: string | undefined): Typed | null {
  const plain = plainName(q ?? '');
  const words = plain
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  if (q === undefined || words.length === 0) return null;
  const digits = q.replace(/[\s.()+-]/g, '');
  return {
    ...{ text: q, plain: words.join(' '), words },
    query: words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & '),
    core: nameKey(q).core,
    digits: /^\d+$/.test(digits) && digits.length >= LEAST_DIGITS ? digits : null,
  };
}

/** Everything the statements of the kinds are made from. */
export interface Asked {
  readonly typed: Typed;
  readonly day: Day;
  readonly expiryDayValid: boolean;
  readonly actor: Actor;
  /** Names like what was typed, asked when the words themselves find nothing. */
  readonly near: boolean;
  within(verb: string, alias: string): RawBuilder<boolean>;
}

/** Is the row `l` of lifecycle in the reader's own place: first in the order, and what "own area" narrows to. */
export function isMine(actor: Actor): RawBuilder<boolean> {
  if (actor.producers.length > 0) return sql<boolean>`coalesce(l.producer = any(${actor.producers}::uuid[]), false)`;
  if (actor.unit === null || actor.area === null) return sql<boolean>`false`;
  return actor.unit === actor.area
    ? sql<boolean>`coalesce(l.province = ${actor.area}::uuid, false)`
    : sql<boolean>`coalesce(l.commune = ${actor.unit}::uuid, false)`;
}

/**
 * How well a name fits: 0 by its number (decided by the caller), 1 the very name, 2 the name without marks, 3 the words in
 * order with marks, 4 without marks, 5 the words anywhere, from 6 on only alike, the likest first.
 */
export function fitness(
  { typed, near }: Asked,
  plain: RawBuilder<unknown>,
  marked: RawBuilder<unknown>,
): RawBuilder<number> {
  if (near)
    return sql<number>`206 - round(100 * (similarity(${typed.plain}, ${plain}) + word_similarity(${typed.plain}, ${plain})))::int`;
  const asked = sql`marked_text(${typed.text})`;
  return sql<number>`case when ${marked} = ${asked} then 1 when ${plain} = ${typed.plain} then 2
    when position(' ' || ${asked} || ' ' in ' ' || ${marked} || ' ') > 0 then 3
    when position(${` ${typed.plain} `} in ' ' || ${plain} || ' ') > 0 then 4 else 5 end`;
}
