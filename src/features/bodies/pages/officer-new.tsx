import { z } from 'zod';
import { actOffers } from '#features/legal-acts';
import { unitsIn } from '#features/units';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, formatDay, SelectField } from '#ui';
import { servingIn } from '../officers-read.ts';
import { officerPaths } from '../urls.ts';
import { OfficerFields } from './officer-fields.tsx';

/** Enters who is in charge of a commune, in somebody's place where there is one. */
export const newOfficerPage = page({
  permission: 'communeOfficer.appoint',
  query: z.object({ xa: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { xa }) {
    const own = ctx.actor.role === 'commune' ? ctx.actor.unit : null;
    const [communes, acts] = await Promise.all([
      own === null ? unitsIn(ctx.db, ctx.actor.area, ctx.day) : [],
      actOffers(ctx.db),
    ]);
    const commune = own ?? (communes.some(({ id }) => id === xa) ? (xa ?? null) : null);
    return { communes, acts, commune, former: commune === null ? [] : await servingIn(ctx.db, commune) };
  },
  head: () => ({
    title: 'Phân công cán bộ phụ trách',
    here: '/viec-cua-toi',
    up: { href: officerPaths.list, words: 'Cán bộ phụ trách' },
  }),
  view: ({ communes, acts, commune, former }, ctx) => (
    <div class="form stack-5">
      <h1>Phân công cán bộ phụ trách</h1>
      <Form action={officerPaths.new} state={ctx.form('communeOfficer.appoint')} class="stack-5">
        {communes.length > 0 && (
          <SelectField
            name="commune"
            label="Xã"
            value={commune}
            empty="Chọn xã"
            choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {former.length > 0 && (
          <SelectField
            name="replaces"
            label="Thay cho"
            hint="Người được thay thôi phụ trách từ hôm trước"
            empty="Không thay ai, cùng phụ trách"
            choices={former.map(({ id, name, from }) => ({ value: id, label: `${name}, từ ${formatDay(from)}` }))}
            optional="sometimes"
          />
        )}
        <OfficerFields acts={acts} />
        <FormEnd>
          <Button kind="main">Phân công</Button>
          <Button kind="bare" href={officerPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
