/**
 * From a product set of an older rulebook to the sets of a newer one (R2.3). Derived from the names: no act prints it,
 * so it only proposes; the commune or the council places the product.
 */
import type { RulebookId } from './rulebooks/types.ts';

interface CrosswalkRow {
  readonly from: number;
  readonly to: readonly number[];
  readonly note?: string;
}

interface CrosswalkStep {
  readonly from: RulebookId;
  readonly to: RulebookId;
  /** Left out: the same numbers. */
  readonly map?: readonly CrosswalkRow[];
}

export interface Crosswalk {
  readonly steps: readonly CrosswalkStep[];
}

/** The crosswalk as data. */
export async function loadCrosswalk(): Promise<Crosswalk> {
  const { default: data } = await import('./rulebooks/crosswalk.json', { with: { type: 'json' } });
  return data as Crosswalk;
}

function setNumber(setId: string): number {
  return Number.parseInt(setId.slice(setId.indexOf('/') + 1), 10);
}

/** The ids of the sets proposed in another rulebook, likeliest first; empty where none fits (medical equipment of 1048). */
export function proposedSets(crosswalk: Crosswalk, setId: string, to: RulebookId): readonly string[] {
  const from = setId.slice(0, setId.indexOf('/'));
  if (from === to) return [setId];
  const step = crosswalk.steps.find((one) => one.from === from);
  if (!step) return [];
  const no = setNumber(setId);
  const targets = step.map ? (step.map.find((one) => one.from === no)?.to ?? []) : [no];
  return targets.flatMap((target) => proposedSets(crosswalk, `${step.to}/${String(target).padStart(2, '0')}`, to));
}
