import { ownUnits } from '#features/units';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, TextField } from '#ui';
import { totals } from '../queries.ts';
import { totalPaths } from '../urls.ts';
import { TotalFields } from './form.tsx';

/** Corrects a published number, or takes it away. */
export const totalPage = page({
  permission: 'publishedTotal.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [[total], units] = await Promise.all([
      totals(ctx.db, ctx.day, ctx.within('publishedTotal.correct', 'l'), { limit: 1, after: null, id }),
      ownUnits(ctx),
    ]);
    if (total === undefined) throw notFound();
    const known = units.some(({ value }) => value === total.unit);
    return { total, units: known ? units : [...units, { value: total.unit, label: total.place }] };
  },
  head: () => ({
    title: 'Số đã công bố',
    here: '/so-san-pham',
    up: { href: totalPaths.list, words: 'Số đã công bố' },
  }),
  view: ({ total, units }, ctx) => (
    <div class="form stack-5">
      <h1>Số đã công bố</h1>
      {total.today && (
        <p class="ink2">
          {total.place} là đơn vị cũ, nay là {total.today}. Số vẫn tính theo đơn vị của ngày đó.
        </p>
      )}
      <Form
        action={totalPaths.one(total.id)}
        state={ctx.form('publishedTotal.correct')}
        version={total.version}
        class="stack-5"
      >
        <TotalFields value={total} units={units} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={totalPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <Form
        action={totalPaths.remove(total.id)}
        state={ctx.form('publishedTotal.remove')}
        version={total.version}
        class="stack"
      >
        <h2>Ghi nhầm?</h2>
        <TextField name="reason" label="Lý do bỏ" />
        <Button>Bỏ số này</Button>
      </Form>
    </div>
  ),
});
