/** What is known of a record, with since when: pure reading of its dated facts, newest knowledge first. */
import type { Day } from '#platform/clock';
import { type Part, type PartField, type PartValue, runsOn } from './schema.ts';

/** One dated fact, its two halves put together. */
export interface Fact {
  readonly no: number;
  readonly section: string;
  readonly item: string;
  /** Null: from the beginning. */
  readonly from: Day | null;
  /** Null: taken away. */
  readonly value: PartValue | null;
  /** The move that brought it; null for what stood there before the first change. */
  readonly ledger: number | null;
}

/** The fact in force on a day: the latest beginning by then, and of two with the same beginning the one written later. */
export function inForce(facts: readonly Fact[], day: Day): Fact | undefined {
  return facts
    .filter(({ from }) => from === null || from <= day)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || a.no - b.no)
    .at(-1);
}

/** One of several on a day, by its id. */
export interface Item {
  readonly item: string;
  readonly value: PartValue;
  /** It has begun and not ended. */
  readonly runs: boolean;
}

/** The items of a part on a day, those that run first; what was taken away is not there. */
export function itemsOn(part: Part, facts: readonly Fact[], day: Day): Item[] {
  const own = facts.filter(({ section }) => section === part.key);
  return [...new Set(own.map(({ item }) => item))]
    .flatMap((item) => {
      const value = inForce(
        own.filter((one) => one.item === item),
        day,
      )?.value;
      return value ? [{ item, value, runs: runsOn(part, value, day) }] : [];
    })
    .toSorted((a, b) => Number(b.runs) - Number(a.runs));
}

/** Has it agreed to this, and not withdrawn it by the day? */
export function agreedTo(consent: Part, facts: readonly Fact[], what: string, day: Day): boolean {
  return itemsOn(consent, facts, day).some(({ value, runs }) => runs && value.what === what);
}

/** One line of what changed: the field in words, before and after. */
export interface Difference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly restricted: boolean;
}

/** What differs between two values of a part, in words, field by field. */
export function differences(part: Part, before: PartValue | null, after: PartValue | null): Difference[] {
  return part.fields.flatMap((field) => {
    const [was, is] = [wordsOf(field, before), wordsOf(field, after)];
    return was === is ? [] : [{ label: field.label, before: was, after: is, restricted: field.restricted === true }];
  });
}

/** Fields that hold an id: what was worked out of it in words, beside it. */
const WORKED_OUT: Readonly<Partial<Record<PartField['as'], string>>> = {
  commune: 'place',
  paper: 'paperTitle',
  set: 'setName',
  file: 'fileName',
};

/** A value of a field as a person reads it; null when there is none. */
export function wordsOf(field: PartField, value: PartValue | null): string | null {
  const raw = value?.[field.name];
  if (raw === undefined || raw === '' || raw === false) return null;
  if (raw === true) return 'Có';
  if (field.words) return field.words[String(raw)] ?? String(raw);
  if (field.as === 'day') return String(raw).split('-').reverse().join('/');
  if (field.as in WORKED_OUT) return String(value?.[WORKED_OUT[field.as] ?? ''] ?? '');
  const text = typeof raw === 'number' ? raw.toLocaleString('vi-VN') : raw;
  return field.unit ? `${text} ${field.unit}` : text;
}

/** A change of a part as the history shows it. */
export interface Change {
  readonly fact: Fact;
  readonly before: PartValue | null;
  readonly differences: readonly Difference[];
}

/** Every change, newest first, each with what was in force on its day as far as was known when it was written. */
export function changesOf(facts: readonly Fact[], part: (key: string) => Part): Change[] {
  return facts
    .toSorted((a, b) => b.no - a.no)
    .flatMap((fact) => {
      if (fact.ledger === null) return [];
      const known = facts.filter((one) => one.item === fact.item && one.section === fact.section && one.no < fact.no);
      const before = inForce(known, fact.from ?? '0001-01-01')?.value ?? null;
      return [{ fact, before, differences: differences(part(fact.section), before, fact.value) }];
    });
}

/** The two halves of a value as they are stored: what may be read widely, and what may not. */
export function halves(part: Part, value: PartValue): { open: PartValue; restricted: PartValue } {
  const hidden = new Set(part.fields.filter(({ restricted }) => restricted).map(({ name }) => name));
  const half = (of: boolean) => Object.fromEntries(Object.entries(value).filter(([name]) => hidden.has(name) === of));
  return { open: half(false), restricted: half(true) };
}

/** One part of the record on a day: its value, or its items. */
export interface PartOn {
  readonly part: Part;
  /** Null: nothing is known. Always null where there are several. */
  readonly value: PartValue | null;
  /** Since when, as far as is known. */
  readonly since: Day | null;
  readonly items: readonly Item[];
}

/** The whole record on a day, as far as is known today; `columns` is what the register's own row says today, which wins for today. */
export function partsOn(
  parts: readonly Part[],
  columns: Readonly<Record<string, PartValue | undefined>>,
  facts: readonly Fact[],
  { day, today }: { day: Day; today: Day },
): PartOn[] {
  return parts.map((part): PartOn => {
    if (part.many) return { part, value: null, since: null, items: itemsOn(part, facts, day) };
    const own = facts.filter(({ section }) => section === part.key);
    const fact = inForce(own, day);
    const row = columns[part.key] ?? {};
    const value = day < today && own.length > 0 ? (fact?.value ?? {}) : { ...fact?.value, ...row };
    return { part, value: isEmpty(value) ? null : value, since: fact?.from ?? null, items: [] };
  });
}

/** Nothing said, but for what is only worked out from it. */
export function isEmpty(value: PartValue): boolean {
  return Object.entries(value).every(([name, one]) => name === 'place' || one === '' || one === false);
}
