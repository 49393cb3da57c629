import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, TextField } from '#ui';
import { findAct } from '../queries.ts';
import { actPaths } from '../urls.ts';
import { actName } from '../words.ts';
import { ActFields } from './form.tsx';

/** Puts an entry right, or takes it out of the register. */
export const correctActPage = page({
  permission: 'legalAct.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const act = await findAct(ctx.db, id, ctx.day);
    if (!act) throw notFound();
    return { act };
  },
  head: ({ act }) => ({
    title: `Sửa ${actName(act)}`,
    here: '/viec-cua-toi',
    up: { href: actPaths.one(act.id), words: actName(act) },
  }),
  view: ({ act }, ctx) => (
    <div class="form stack-7">
      <h1>Sửa {actName(act)}</h1>
      <Form
        action={actPaths.correct(act.id)}
        state={ctx.form('legalAct.correct')}
        version={act.version}
        files
        class="stack-5"
      >
        <ActFields value={act} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={actPaths.one(act.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <Form action={actPaths.remove(act.id)} state={ctx.form('legalAct.remove')} version={act.version} class="stack">
        <h2>Ghi nhầm?</h2>
        <TextField name="reason" label="Lý do bỏ" />
        <Button kind="stop">Bỏ khỏi sổ</Button>
      </Form>
    </div>
  ),
});
