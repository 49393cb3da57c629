import { z } from 'zod';
import { readNumber } from './normalise.ts';
import { bare } from './schema-walk.ts';

/** A posted form as it came: every name with its values in order. Names beginning with `_` belong to the machinery. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/**
 * Turns the texts of a form into what the schema asks: numbers as Vietnamese write them, ticked boxes, repeated names as
 * lists, `a.b` and `rows.0.name` as nested values, blanks as absent. What does not fit stays text and is refused by the
 * schema; names the schema does not know stay too, so that a strict schema refuses them (S16).
 */
export function formValues(schema: z.ZodObject, fields: FormFields): Record<string, unknown> {
  const taken = new Set<string>();
  const values = readObject(schema, '', fields, taken);
  for (const [name, given] of fields) {
    if (!taken.has(name) && !name.startsWith('_')) Object.defineProperty(values, name, plain(given.at(-1)));
  }
  return values;
}

const plain = (value: unknown): PropertyDescriptor => ({ value, enumerable: true, configurable: true, writable: true });

function readObject(schema: z.ZodObject, prefix: string, fields: FormFields, taken: Set<string>) {
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const value = readValue(field, prefix + key, fields, taken);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

function readValue(schema: z.core.$ZodType, name: string, fields: FormFields, taken: Set<string>): unknown {
  const { schema: inner, optional, nullable } = bare(schema);
  if (inner instanceof z.ZodObject) {
    const values = readObject(inner, `${name}.`, fields, taken);
    return optional && isBlankRow(name, fields) ? undefined : values;
  }
  if (inner instanceof z.ZodArray) {
    const items = readArray(inner, name, fields, taken);
    return optional && items.length === 0 ? undefined : items;
  }
  if (inner instanceof z.ZodRecord) {
    const values = readRecord(inner, name, fields, taken);
    return optional && Object.keys(values).length === 0 ? undefined : values;
  }
  taken.add(name);
  const given = fields.get(name);
  if (inner instanceof z.ZodBoolean) return given ? isYes(given.at(-1)) : optional ? undefined : false;
  if (inner instanceof z.ZodUnion && inner.options.some((one) => one instanceof z.ZodArray)) return oneOrMany(given);
  const last = given?.at(-1);
  if (last === undefined) return undefined;
  if (last.trim() === '') return nullable ? null : optional || !(inner instanceof z.ZodString) ? undefined : '';
  return inner instanceof z.ZodNumber ? (readNumber(last) ?? last) : last;
}

/** One value, or the list where the name came several times; a lone blank ("none of these") is the empty list. */
function oneOrMany(given: readonly string[] | undefined): string | readonly string[] | undefined {
  const values = given?.filter((value) => value.trim() !== '');
  return values?.length === 1 ? values[0] : values;
}

const isYes = (text: string | undefined) => ['on', 'true', '1', 'yes'].includes(text ?? '');

function readArray(schema: z.ZodArray, name: string, fields: FormFields, taken: Set<string>): unknown[] {
  taken.add(name);
  const repeated = (fields.get(name) ?? []).filter((value) => value.trim() !== '');
  const single = bare(schema.element).schema;
  if (repeated.length > 0) {
    return repeated.map((value) => (single instanceof z.ZodNumber ? (readNumber(value) ?? value) : value));
  }
  const rows = new Set<number>();
  for (const given of fields.keys()) {
    const row = given.startsWith(`${name}.`) ? /^\d{1,4}(?=\.|$)/.exec(given.slice(name.length + 1)) : null;
    if (row) rows.add(Number(row[0]));
  }
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => {
      const at = `${name}.${row}`;
      const value = readValue(schema.element, at, fields, taken);
      return isBlankRow(at, fields) ? undefined : value;
    })
    .filter((value) => value !== undefined);
}

/** A row of a table, or a part that may be left out, that was left empty is none. */
function isBlankRow(at: string, fields: FormFields): boolean {
  for (const [name, given] of fields) {
    if ((name === at || name.startsWith(`${at}.`)) && given.some((value) => value.trim() !== '')) return false;
  }
  return true;
}

function readRecord(schema: z.ZodRecord, name: string, fields: FormFields, taken: Set<string>) {
  const values: Record<string, unknown> = {};
  for (const given of fields.keys()) {
    if (!given.startsWith(`${name}.`)) continue;
    const value = readValue(schema.valueType, given, fields, taken);
    if (value !== undefined) Object.defineProperty(values, given.slice(name.length + 1), plain(value));
  }
  return values;
}

/** The typed texts as a form shows them again; secrets and the machinery's own names are left out. */
export function shownValues(fields: FormFields, secrets: ReadonlySet<string>): Record<string, string | string[]> {
  const shown: Record<string, string | string[]> = {};
  for (const [name, given] of fields) {
    if (name.startsWith('_') || secrets.has(name) || name === '__proto__') continue;
    shown[name] = given.length === 1 ? (given[0] ?? '') : [...given];
  }
  return shown;
}
