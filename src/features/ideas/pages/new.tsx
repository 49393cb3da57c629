import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { ideaPaths } from '../urls.ts';
import { IdeaFields, ideaOffers } from './form.tsx';

/** Enters an idea: a producer its own, an officer one of somebody in its commune. */
export const newIdeaPage = page({
  permission: 'idea.enter',
  shell: 'auto',
  load: async (ctx) =>
    ideaOffers(ctx, { commune: ctx.actor.role === 'commune' ? ctx.actor.unit : null, province: ctx.actor.area }),
  head: (_data, ctx) => ({
    title: 'Ghi ý tưởng sản phẩm',
    here: ctx.actor.role === 'producer' ? '/cua-toi/san-pham' : '/so-san-pham',
    up: { href: ideaPaths.list, words: 'Ý tưởng sản phẩm' },
  }),
  view: (offers, ctx) => (
    <div class="form stack-5">
      <h1>Ghi ý tưởng sản phẩm</h1>
      <p class="ink2">Sản phẩm có thể thành sản phẩm OCOP, trước khi có hồ sơ.</p>
      <Form action={ideaPaths.new} state={ctx.form('idea.enter')} class="stack-5">
        <IdeaFields offers={offers} />
        <FormEnd>
          <Button kind="main">Ghi ý tưởng</Button>
          <Button kind="bare" href={ideaPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
