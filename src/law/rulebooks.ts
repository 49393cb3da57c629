/** The door to the rulebooks: three criteria decisions as data. Only the one asked for is loaded, then kept. */
import type { ProductSet, Rulebook, RulebookId } from './rulebooks/types.ts';
import { validateRulebook } from './rulebooks/validate.ts';

export { optionsOf, scoredCriteria } from './rulebooks/arithmetic.ts';
export type { Fault } from './rulebooks/shape.ts';
export type * from './rulebooks/types.ts';
export { validateRulebook } from './rulebooks/validate.ts';

interface JsonFile {
  readonly default: unknown;
}

const FILES: ReadonlyMap<string, () => Promise<JsonFile>> = new Map<string, () => Promise<JsonFile>>([
  ['26-2026', () => import('./rulebooks/26-2026.json', { with: { type: 'json' } })],
  ['148-2023', () => import('./rulebooks/148-2023.json', { with: { type: 'json' } })],
  ['1048-2019', () => import('./rulebooks/1048-2019.json', { with: { type: 'json' } })],
]);

/** Newest first. */
export const RULEBOOK_IDS: readonly RulebookId[] = ['26-2026', '148-2023', '1048-2019'];

/** True when a text names one of the rulebooks. */
export function isRulebookId(text: string): text is RulebookId {
  return FILES.has(text);
}

async function load(id: RulebookId): Promise<Rulebook> {
  const open = FILES.get(id);
  if (!open) throw new Error(`Không có bộ tiêu chí ${id}`);
  const checked = validateRulebook((await open()).default);
  if (checked.ok) return checked.rulebook;
  const said = checked.faults.slice(0, 5).map((one) => `${one.place}: ${one.message}`);
  throw new Error(`Bộ tiêu chí ${id} không dùng được. ${said.join('. ')}`);
}

const kept = new Map<RulebookId, Promise<Rulebook>>();

/** A rulebook, validated. Throws, naming the place, when the file's arithmetic does not close. */
export function loadRulebook(id: RulebookId): Promise<Rulebook> {
  const found = kept.get(id) ?? load(id);
  kept.set(id, found);
  return found;
}

/** The part of a set's id after the slash: "01", "26-before-781". */
export function setKey(set: Pick<ProductSet, 'id'>): string {
  return set.id.slice(set.id.indexOf('/') + 1);
}

/** The set named by "1", "01" or "26-before-781"; undefined when the rulebook has none of that name. */
export function findSet(rulebook: Rulebook, name: string): ProductSet | undefined {
  const padded = /^[1-9]$/.test(name) ? `0${name}` : name;
  return rulebook.productSets.find((set) => setKey(set) === padded);
}
