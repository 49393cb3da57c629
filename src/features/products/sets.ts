/** Product sets of the rulebooks as the register shows and offers them. */
import { loadCrosswalk, proposedSets } from '#law/crosswalk';
import { findSet, isRulebookId, loadRulebook, type ProductSet, type RulebookId, setKey } from '#law/rulebooks';
import { rulebookOnFiling } from '#law/transition';
import type { Day } from '#platform/clock';
import { invalid } from '#platform/refusal';

const rulebookOf = (id: string): RulebookId | null => {
  const named = id.slice(0, Math.max(0, id.indexOf('/')));
  return isRulebookId(named) ? named : null;
};

async function setOf(id: string): Promise<ProductSet | undefined> {
  const rulebook = rulebookOf(id);
  return rulebook === null ? undefined : findSet(await loadRulebook(rulebook), setKey({ id }));
}

/** "Miến, bún, phở khô (Bộ tiêu chí 26-2026)"; the id itself when no rulebook has it. */
export async function setName(id: string): Promise<string> {
  const set = await setOf(id);
  return set ? `${set.name} (Bộ tiêu chí ${rulebookOf(id)})` : id;
}

/** The rulebook products are classified by on a day. */
function current(day: Day): RulebookId | null {
  const found = rulebookOnFiling(day);
  return found.ok ? found.value : null;
}

export interface OfferedSet {
  readonly value: string;
  readonly label: string;
}

/** The sets of the rulebook in force on a day; those the crosswalk proposes for an older set come first and say so. */
export async function offeredSets(day: Day, old: string | null): Promise<OfferedSet[]> {
  const id = current(day);
  if (id === null) return [];
  const { productSets, groups } = await loadRulebook(id);
  const proposed = old !== null && rulebookOf(old) !== id ? proposedSets(await loadCrosswalk(), old, id) : [];
  const group = (code: string) => groups.find((one) => one.code === code)?.name ?? code;
  const offered = productSets
    .filter(({ effectiveTo }) => effectiveTo === undefined)
    .map((set) => ({ value: set.id, label: `${set.name} (${group(set.group)})` }));
  const first = proposed.flatMap((one) => offered.filter(({ value }) => value === one));
  return [
    ...first.map(({ value, label }) => ({ value, label: `Gợi ý: ${label}` })),
    ...offered.filter(({ value }) => !proposed.includes(value)),
  ];
}

/** The set chosen, of the rulebook in force on the day. Throws 422 on `field`. */
export async function chosenSet(
  id: string,
  day: Day,
  field = 'set',
): Promise<{ set: ProductSet; taxonomy: RulebookId }> {
  const set = await setOf(id);
  const taxonomy = rulebookOf(id);
  if (!set || taxonomy === null || taxonomy !== current(day) || set.effectiveTo !== undefined)
    throw invalid(field, 'Chọn một bộ sản phẩm của Bộ tiêu chí đang áp dụng.');
  return { set, taxonomy };
}
