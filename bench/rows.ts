/**
 * The product writes the JSON of a list in SQL. For the bare handler the same statement is turned back into one that
 * answers rows, so that both always ask for the same thing.
 */
import type { Query } from './bare-handler.ts';

/**
 * Turns `with … select … row_to_json(…) … from (select x as "a", … from numbered s …) … ` into
 * `with … select x as "a", … from numbered s …`; an object among the columns becomes columns of its own. Throws Error when
 * the statement has another shape.
 */
export function asRows({ text, values }: Query): Query {
  const opening = /\n\s*select [^\n]*?row_to_json\(\w+\)[^\n]*? from (?=\(select)/.exec(text);
  if (!opening) throw new Error('the statement writes no rows as JSON');
  const { content } = inside(text, opening.index + opening[0].length);
  return renumbered({ text: `${text.slice(0, opening.index)}\n${content.replace(OBJECT, columnsOf)}`, values });
}

const OBJECT = /case when [\w.]+ is not null then json_build_object\(([^()]*)\) end as "(\w+)"/g;

/** `'id', s.p, 'name', s.pn` of the object "producer" → `s.p as "producer_id", s.pn as "producer_name"`. */
function columnsOf(_all: string, pairs: string, name: string): string {
  const parts = pairs.split(',').map((part) => part.trim());
  const columns: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    columns.push(`${parts[at + 1]} as "${name}_${parts[at]?.replaceAll("'", '')}"`);
  }
  return columns.join(', ');
}

/** The second part of a statement, `(select json_agg(json_build_array(a, b, …)) from (…) cells)`, as rows. */
export function cellsAsRows({ text, values }: Query): Query {
  const opening = /\(select json_agg\(json_build_array\([\w, ]+\)\) from \(/.exec(text);
  if (!opening) throw new Error('the statement aggregates no cells');
  return renumbered({ text: inside(text, opening.index + opening[0].length - 1).content, values });
}

/** What stands between the bracket at `from` and the one that closes it. */
function inside(text: string, from: number): { content: string; end: number } {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return { content: text.slice(from + 1, at), end: at + 1 };
  }
  throw new Error('a bracket is not closed');
}

/** Parameters that are left, numbered without a hole. */
function renumbered({ text, values }: Query): Query {
  const used = [...new Set([...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))];
  return {
    text: text.replace(/\$(\d+)/g, (_, number) => `$${used.indexOf(Number(number)) + 1}`),
    values: used.map((number) => values[number - 1]),
  };
}
