import { readUnit, unitsIn } from '#features/units';
import type { ReadContext } from '#platform/http/context';

/** Places an officer may enter a number for: the province with its communes, or the own commune. */
export async function ownUnits({ db, day, actor }: ReadContext): Promise<{ value: string; label: string }[]> {
  const { area, unit } = actor;
  const [own, below] = await Promise.all([
    unit === null ? null : readUnit(db, unit, day),
    area !== null && area === unit ? unitsIn(db, area, day) : [],
  ]);
  return [...(own === null ? [] : [own]), ...below].map(({ id, name }) => ({ value: id, label: name }));
}
