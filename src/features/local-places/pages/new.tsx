import { unitsIn } from '#features/units';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { localPlacePaths } from '../urls.ts';
import { PlaceFields } from './form.tsx';

/** Enters a craft village or raw-material area of the officer's area. */
export const newLocalPlacePage = page({
  permission: 'localPlace.register',
  shell: 'desk',
  async load(ctx) {
    const { area, unit, role } = ctx.actor;
    const communes = area === null ? [] : await unitsIn(ctx.db, area, ctx.day);
    return { communes: communes.filter(({ id }) => role !== 'commune' || id === unit) };
  },
  head: () => ({
    title: 'Ghi làng nghề, vùng nguyên liệu',
    here: '/so-san-pham',
    up: { href: localPlacePaths.list, words: 'Làng nghề, vùng nguyên liệu' },
  }),
  view: ({ communes }, ctx) => (
    <div class="form stack-5">
      <h1>Ghi làng nghề, vùng nguyên liệu</h1>
      <Form action={localPlacePaths.new} state={ctx.form('localPlace.register')} class="stack-5">
        <PlaceFields communes={communes.map(({ id, name }) => ({ value: id, label: name }))} />
        <FormEnd>
          <Button kind="main">Ghi vào danh bạ</Button>
          <Button kind="bare" href={localPlacePaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
