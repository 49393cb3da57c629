import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, TextField } from '#ui';
import { findTarget } from '../queries.ts';
import { targetPaths } from '../urls.ts';
import { offered, TargetFields } from './form.tsx';

/** Corrects a target with the reason, or cancels it. */
export const correctTargetPage = page({
  permission: 'target.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const target = await findTarget(ctx.db, id);
    if (!target) throw notFound();
    return { target, ...(await offered(ctx)) };
  },
  head: ({ target }) => ({
    title: 'Sửa chỉ tiêu',
    here: '/viec-cua-toi',
    up: { href: targetPaths.one(target.id), words: 'Chỉ tiêu' },
  }),
  view: ({ target, units, acts }, ctx) => (
    <div class="form stack-7">
      <h1>Sửa chỉ tiêu</h1>
      <Form
        action={targetPaths.correct(target.id)}
        state={ctx.form('target.correct')}
        version={target.version}
        class="stack-5"
      >
        <TargetFields value={target} units={units} acts={acts} />
        <TextField name="reason" label="Lý do sửa" hint="Ví dụ: điều chỉnh theo văn bản mới; gõ nhầm" />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={targetPaths.one(target.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <Form
        action={targetPaths.cancel(target.id)}
        state={ctx.form('target.cancel')}
        version={target.version}
        class="stack"
      >
        <h2>Chỉ tiêu không còn?</h2>
        <TextField name="reason" label="Lý do hủy" />
        <Button kind="stop">Hủy chỉ tiêu</Button>
      </Form>
    </div>
  ),
});
