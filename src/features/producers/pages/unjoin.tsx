import { z } from 'zod';
import { byId, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, formatDay, TextField } from '#ui';
import { joinsOf } from '../people.ts';
import { getProducer } from '../record.ts';
import { producerPaths } from '../urls.ts';

/** Taking a join back, as long as nothing new hangs on it. */
export const unjoinPage = page({
  permission: 'producer.unjoin',
  params: byId,
  query: z.object({ nhap: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { nhap }) {
    const [row, joins] = await Promise.all([getProducer(ctx.db, id, ctx.day), joinsOf(ctx.db, id)]);
    const join = joins.find((one) => one.id === nhap);
    if (!join) throw notFound();
    return { row, join };
  },
  head: ({ join }) => ({ title: `Tách lại ${join.name}`, here: '/so-san-pham' }),
  view: ({ row, join }, ctx) => (
    <div class="page form stack">
      <p>
        <a class="crumb" href={producerPaths.one(row.id)}>
          {row.name}
        </a>
      </p>
      <h1>Tách lại hồ sơ đã nhập</h1>
      <p>
        “{join.name}” nhập vào “{row.name}” ngày {formatDay(join.on)}. Tách lại thì sản phẩm, công nhận, hồ sơ, giấy tờ
        và người dùng đã chuyển sang trở về hồ sơ cũ, và hồ sơ này trở về như trước khi nhập.
      </p>
      <p class="ink2">Chỉ tách được khi từ lúc nhập chưa có việc mới nào ở chủ thể này.</p>
      <Form
        action={`${producerPaths.unjoin(row.id)}?nhap=${join.id}`}
        state={ctx.form('producer.unjoin')}
        version={row.version}
        hidden={{ join: join.id }}
      >
        <TextField name="reason" label="Lý do tách lại" maxLength={500} />
        <FormEnd>
          <Button kind="solid">Tách lại</Button>
          <Button kind="bare" href={producerPaths.one(row.id)}>
            Bỏ qua
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
