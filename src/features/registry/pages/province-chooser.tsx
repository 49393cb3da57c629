import { z } from 'zod';
import { type UnitItem, unitsIn } from '#features/units';
import { uuid } from '#platform/http/fields';
import { Button, Form, SelectField } from '#ui';

export interface Chosen {
  provinces: UnitItem[];
  communes: UnitItem[];
  province: string | null;
}

/** `?tinh=` shows the communes of another province. */
export const otherProvince = z.object({ tinh: uuid().optional().catch(undefined) });

/** Provinces, and the communes of one. */
export async function choices(
  db: Parameters<typeof unitsIn>[0],
  province: string | null,
  day: string,
): Promise<Chosen> {
  const [provinces, communes] = await Promise.all([
    unitsIn(db, null, day),
    province === null ? [] : unitsIn(db, province, day),
  ]);
  return { provinces, communes, province };
}

export const options = (units: readonly UnitItem[]) => units.map(({ id, name }) => ({ value: id, label: name }));

/** Province first, then its communes: a small search form of its own, so it works without JavaScript. */
export function ProvinceChooser({ action, chosen }: { action: string; chosen: Chosen }) {
  return (
    <Form action={action} method="get" class="row" label="Tỉnh, thành phố">
      <SelectField
        name="tinh"
        label="Tỉnh, thành phố"
        value={chosen.province ?? ''}
        choices={options(chosen.provinces)}
        empty="Chọn"
      />
      <Button>Xem xã của tỉnh này</Button>
    </Form>
  );
}
