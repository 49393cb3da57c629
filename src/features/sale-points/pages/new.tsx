import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { pointPaths } from '../urls.ts';
import { communesOf } from './communes.ts';
import { PointFields } from './fields.tsx';

/** Enters a point of sale that is open. */
export const newPointPage = page({
  permission: 'salePoint.register',
  shell: 'desk',
  load: async (ctx) => ({ communes: await communesOf(ctx) }),
  head: () => ({
    title: 'Ghi điểm bán',
    here: '/so-san-pham',
    up: { href: pointPaths.list, words: 'Điểm giới thiệu, bán sản phẩm' },
  }),
  view: ({ communes }, ctx) => (
    <div class="form stack-5">
      <h1>Ghi điểm giới thiệu, bán sản phẩm</h1>
      <p class="ink2">Mọi người thấy điểm này ở trang Mua ở đâu. Sản phẩm bán ở đó ghi ở bước sau.</p>
      <Form action={pointPaths.new} state={ctx.form('salePoint.register')} class="stack-5">
        <PointFields communes={communes} />
        <FormEnd>
          <Button kind="main">Ghi điểm bán</Button>
          <Button kind="bare" href={pointPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
