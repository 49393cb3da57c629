/**
 * The product writes the JSON of a list in SQL. For the bare handler the same statement is turned back into one that
 * answers rows, so that both always ask for the same thing.
 */
import type { Query } from './bare-handler.ts';

/**
 * Turns `with … select coalesce((select json_agg(json_build_object('a', x, …) order by n) from numbered s where …), '[]') …`
 * into `with … select x as "a", … from numbered s where … order by n`. Throws Error when the statement has another shape.
 */
export function asRows({ text, values }: Query): Query {
  const opening = /select coalesce\(\(select json_agg\(json_build_object\(/.exec(text);
  if (!opening) throw new Error('the statement aggregates no JSON objects');
  const fields = inside(text, opening.index + opening[0].length - 1);
  const aggregate = /^ order by (\w+)\) from (.+?)\), '\[\]'\)/s.exec(text.slice(fields.end));
  if (!aggregate) throw new Error('the statement aggregates in another way');
  const columns = columnsOf(split(fields.content));
  return renumbered({
    text: `${text.slice(0, opening.index)}select ${columns.join(', ')} from ${aggregate[2]} order by ${aggregate[1]}`,
    values,
  });
}

/** The second part of a statement, `(select json_agg(json_build_array(a, b, …)) from (…) cells)`, as rows. */
export function cellsAsRows({ text, values }: Query): Query {
  const opening = /\(select json_agg\(json_build_array\([\w, ]+\)\) from \(/.exec(text);
  if (!opening) throw new Error('the statement aggregates no cells');
  return renumbered({ text: inside(text, opening.index + opening[0].length - 1).content, values });
}

/** Columns of the pairs 'name', value; an object within is unfolded into columns of its own. */
function columnsOf(parts: readonly string[]): string[] {
  const columns: string[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const name = (parts[index] ?? '').trim().replaceAll("'", '');
    const value = (parts[index + 1] ?? '').trim();
    const nested = /json_build_object\(/.exec(value);
    if (nested) {
      const inner = split(inside(value, nested.index + nested[0].length - 1).content);
      columns.push(...columnsOf(inner).map((column) => column.replace(/as "/, `as "${name}_`)));
    } else columns.push(`${value} as "${name}"`);
  }
  return columns;
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

/** Parts between commas that stand in no bracket and no quotation. */
function split(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (!quoted && '(['.includes(letter)) depth += 1;
    if (!quoted && ')]'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** Parameters that are left, numbered without a hole. */
function renumbered({ text, values }: Query): Query {
  const used = [...new Set([...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))];
  return {
    text: text.replace(/\$(\d+)/g, (_, number) => `$${used.indexOf(Number(number)) + 1}`),
    values: used.map((number) => values[number - 1]),
  };
}
