import { unitsIn } from '#features/units';
import type { ReadContext } from '#platform/http/context';

/** Communes of today a form offers an officer. */
export async function communesOf({ db, actor, day }: ReadContext): Promise<{ id: string; name: string }[]> {
  const { area, unit, role } = actor;
  const communes = area === null ? [] : await unitsIn(db, area, day);
  return communes.filter(({ id }) => role !== 'commune' || id === unit);
}
