import { actOffers } from '#features/legal-acts';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { policyPaths } from '../urls.ts';
import { PolicyFields } from './policy-fields.tsx';

/** Enters a policy of the province. */
export const newPolicyPage = page({
  permission: 'supportPolicy.set',
  shell: 'desk',
  load: async (ctx) => ({ acts: await actOffers(ctx.db) }),
  head: () => ({
    title: 'Ghi chính sách hỗ trợ',
    here: '/viec-cua-toi',
    up: { href: policyPaths.list, words: 'Chính sách hỗ trợ' },
  }),
  view: ({ acts }, ctx) => (
    <div class="form stack-5">
      <h1>Ghi chính sách hỗ trợ</h1>
      <p class="ink2">Mức để trống là không trả cho trường hợp ấy.</p>
      <Form action={policyPaths.new} state={ctx.form('supportPolicy.set')} class="stack-5">
        <PolicyFields acts={acts} />
        <FormEnd>
          <Button kind="main">Ghi chính sách</Button>
          <Button kind="bare" href={policyPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
