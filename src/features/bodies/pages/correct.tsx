import { actOffers } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, formatDay, TextField } from '#ui';
import { findBody } from '../queries.ts';
import { bodyPaths } from '../urls.ts';
import { BodyFields } from './body-fields.tsx';

/** Puts name, kind, act or day of a body right. */
export const correctBodyPage = page({
  permission: 'body.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [body, acts] = await Promise.all([findBody(ctx.db, id, ctx.day), actOffers(ctx.db)]);
    return { body, acts };
  },
  head: ({ body }) => ({
    title: `Sửa ${body.name}`,
    here: '/viec-cua-toi',
    up: { href: bodyPaths.one(body.id), words: body.name },
  }),
  view: ({ body, acts }, ctx) => (
    <div class="form stack-5">
      <h1>Sửa {body.name}</h1>
      <Form action={bodyPaths.correct(body.id)} state={ctx.form('body.correct')} version={body.version} class="stack-5">
        <BodyFields value={body} acts={acts} />
        <DateField
          name="from"
          label="Thành lập từ ngày"
          value={body.from === null ? undefined : formatDay(body.from)}
          optional
        />
        <TextField name="reason" label="Lý do sửa" maxLength={500} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={bodyPaths.one(body.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
