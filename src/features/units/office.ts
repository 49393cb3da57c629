/** The places an office enters records for: the province with its communes, or the own commune. */
import type { ActionContext, ReadContext } from '#platform/http/context';
import { invalid } from '#platform/refusal';
import { readUnit, unitsIn } from './queries.ts';

/** Where a record counts: `commune` null is the province's own. */
interface OfficePlace {
  readonly commune: string | null;
  readonly province: string | null;
}

/** The place chosen, or the officer's own office. Throws 422 on `unit` for any other. */
export async function officePlace({ tx, actor, day }: ActionContext, unit: string | undefined): Promise<OfficePlace> {
  const chosen = unit ?? actor.unit ?? actor.area;
  const found = chosen === null ? null : await readUnit(tx, chosen, day);
  const own =
    actor.area === actor.unit ? chosen === actor.area || found?.province === actor.area : chosen === actor.unit;
  if (chosen === null || !found || found.former || !own || found.level === 'district')
    throw invalid('unit', 'Chọn đơn vị của bạn, hoặc một xã hiện nay trong tỉnh.');
  return found.level === 'commune'
    ? { commune: chosen, province: found.province }
    : { commune: null, province: chosen };
}

/** What a form offers for it, the own office first. */
export async function ownUnits({ db, day, actor }: ReadContext): Promise<{ value: string; label: string }[]> {
  const { area, unit } = actor;
  const [own, below] = await Promise.all([
    unit === null ? null : readUnit(db, unit, day),
    area !== null && area === unit ? unitsIn(db, area, day) : [],
  ]);
  return [...(own === null ? [] : [own]), ...below].map(({ id, name }) => ({ value: id, label: name }));
}
