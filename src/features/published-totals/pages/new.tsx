import { ownUnits } from '#features/units';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { totalPaths } from '../urls.ts';
import { TotalFields } from './form.tsx';

/** Enters a published number. */
export const newTotalPage = page({
  permission: 'publishedTotal.record',
  shell: 'desk',
  load: async (ctx) => ({ units: await ownUnits(ctx) }),
  head: () => ({
    title: 'Ghi số đã công bố',
    here: '/so-san-pham',
    up: { href: totalPaths.list, words: 'Số đã công bố' },
  }),
  view: ({ units }, ctx) => (
    <div class="form stack-5">
      <h1>Ghi số đã công bố</h1>
      <Form action={totalPaths.new} state={ctx.form('publishedTotal.record')} class="stack-5">
        <TotalFields units={units} />
        <FormEnd>
          <Button kind="main">Ghi số này</Button>
          <Button kind="bare" href={totalPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
