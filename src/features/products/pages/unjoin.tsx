import { z } from 'zod';
import { byId, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, formatDay, TextField } from '#ui';
import { joinsOf } from '../pair.ts';
import { getProduct } from '../record.ts';
import { productPaths } from '../urls.ts';

/** Taking a join of two products back, as long as nothing new hangs on it. */
export const unjoinProductPage = page({
  permission: 'product.unjoin',
  params: byId,
  query: z.object({ nhap: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { nhap }) {
    const [row, joins] = await Promise.all([getProduct(ctx.db, id, ctx.day), joinsOf(ctx.db, id)]);
    const join = joins.find((one) => one.id === nhap);
    if (!join) throw notFound();
    return { row, join };
  },
  head: ({ row, join }) => ({
    title: `Tách lại ${join.name}`,
    here: '/so-san-pham',
    up: { href: productPaths.one(row.id), words: row.name },
  }),
  view: ({ row, join }, ctx) => (
    <div class="page form stack">
      <h1>Tách lại hồ sơ đã nhập</h1>
      <p>
        “{join.name}” nhập vào “{row.name}” ngày {formatDay(join.on)}. Tách lại thì công nhận, hồ sơ, mã sản phẩm, số
        liệu năm đã chuyển sang trở về hồ sơ cũ. Số liệu năm đã để riêng chờ xã xem lại.
      </p>
      <p class="ink2">Chỉ tách được khi từ lúc nhập chưa có việc mới nào ở sản phẩm này.</p>
      <Form
        action={`${productPaths.unjoin(row.id)}?nhap=${join.id}`}
        state={ctx.form('product.unjoin')}
        version={row.version}
        hidden={{ join: join.id }}
      >
        <TextField name="reason" label="Lý do tách lại" maxLength={500} />
        <FormEnd>
          <Button kind="solid">Tách lại</Button>
          <Button kind="bare" href={productPaths.one(row.id)}>
            Bỏ qua
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
