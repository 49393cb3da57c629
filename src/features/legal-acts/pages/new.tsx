import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { actPaths } from '../urls.ts';
import { ActFields } from './form.tsx';

/** Enters an act. */
export const newActPage = page({
  permission: 'legalAct.record',
  shell: 'desk',
  load: async () => ({}),
  head: () => ({ title: 'Ghi văn bản', here: '/viec-cua-toi', up: { href: actPaths.list, words: 'Sổ văn bản' } }),
  view: (_data, ctx) => (
    <div class="form stack-5">
      <h1>Ghi văn bản</h1>
      <Form action={actPaths.new} state={ctx.form('legalAct.record')} files class="stack-5">
        <ActFields />
        <FormEnd>
          <Button kind="main">Ghi vào sổ</Button>
          <Button kind="bare" href={actPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
