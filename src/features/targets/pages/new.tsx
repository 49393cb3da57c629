import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { targetPaths } from '../urls.ts';
import { offered, TargetFields } from './form.tsx';

/** Enters a target. */
export const newTargetPage = page({
  permission: 'target.set',
  shell: 'desk',
  load: (ctx) => offered(ctx),
  head: () => ({
    title: 'Ghi chỉ tiêu',
    here: '/viec-cua-toi',
    up: { href: targetPaths.list, words: 'Kế hoạch và kết quả' },
  }),
  view: (data, ctx) => (
    <div class="form stack-5">
      <h1>Ghi chỉ tiêu</h1>
      <Form action={targetPaths.new} state={ctx.form('target.set')} class="stack-5">
        <TargetFields {...data} />
        <FormEnd>
          <Button kind="main">Ghi chỉ tiêu</Button>
          <Button kind="bare" href={targetPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
