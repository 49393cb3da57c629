import { z } from 'zod';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, SelectField, TextField } from '#ui';
import { findBody, membersOf } from '../queries.ts';
import { MEMBER_ROLES } from '../schema.ts';
import { bodyPaths } from '../urls.ts';

/** Puts one row of the members right. */
export const memberPage = page({
  permission: 'body.correctMember',
  params: z.object({ id: uuid(), member: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, member }) {
    const [body, members] = await Promise.all([findBody(ctx.db, id, ctx.day), membersOf(ctx.db, id, ctx.day, true)]);
    const found = members.find((one) => one.id === member);
    if (!found) throw notFound();
    return { body, member: found };
  },
  head: ({ body }) => ({
    title: 'Sửa dòng thành viên',
    here: '/viec-cua-toi',
    up: { href: bodyPaths.one(body.id), words: body.name },
  }),
  view: ({ body, member }, ctx) => (
    <div class="form stack-5">
      <h1>Sửa dòng thành viên</h1>
      <p class="mut">Chỉ sửa chỗ ghi nhầm. Người ra, người vào thì ghi ở “Thay đổi thành viên”.</p>
      <Form
        action={bodyPaths.member(body.id, member.id)}
        state={ctx.form('body.correctMember')}
        version={body.version}
        class="stack-5"
      >
        <TextField name="name" label="Họ và tên" value={member.name} optional />
        <TextField name="position" label="Chức vụ, cơ quan" value={member.position} />
        <SelectField
          name="role"
          label="Vai trò"
          value={member.role}
          choices={Object.entries(MEMBER_ROLES).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="phone" label="Điện thoại" type="tel" value={member.phone} width="mid" optional />
        <TextField name="email" label="Thư điện tử" type="email" value={member.email} optional />
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
