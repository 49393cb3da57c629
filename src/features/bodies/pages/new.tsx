import { actOffers } from '#features/legal-acts';
import { unitsIn } from '#features/units';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, SelectField } from '#ui';
import { bodyPaths } from '../urls.ts';
import { BodyFields } from './body-fields.tsx';
import { MemberRows } from './member-rows.tsx';

const FIRST_ROWS = 5;

/** Enters a body with its members. */
export const newBodyPage = page({
  permission: 'body.establish',
  shell: 'desk',
  async load(ctx) {
    const ofProvince = ctx.actor.role === 'province' && ctx.actor.area !== null;
    const [communes, acts] = await Promise.all([
      ofProvince ? unitsIn(ctx.db, ctx.actor.area, ctx.day) : [],
      actOffers(ctx.db),
    ]);
    return { communes, acts };
  },
  head: () => ({
    title: 'Ghi ban, tổ',
    here: '/viec-cua-toi',
    up: { href: bodyPaths.list, words: 'Ban chỉ đạo, tổ giúp việc' },
  }),
  view: ({ communes, acts }, ctx) => {
    const state = ctx.form('body.establish');
    return (
      <div class="form stack-5">
        <h1>Ghi ban, tổ</h1>
        <Form action={bodyPaths.new} state={state} class="stack-5">
          {communes.length > 0 && (
            <SelectField
              name="unit"
              label="Của đơn vị"
              empty="Tỉnh"
              choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
              optional="sometimes"
            />
          )}
          <BodyFields acts={acts} />
          <DateField name="from" label="Thành lập từ ngày" />
          <section class="stack-4" aria-labelledby="thanh-vien">
            <h2 id="thanh-vien">Thành viên</h2>
            <p class="mut">Để trống dòng không dùng. Chưa rõ tên thì chỉ ghi chức vụ, cơ quan.</p>
            <MemberRows state={state} action={bodyPaths.new} first={FIRST_ROWS} />
          </section>
          <FormEnd>
            <Button kind="main">Ghi vào sổ</Button>
            <Button kind="bare" href={bodyPaths.list}>
              Không, quay về
            </Button>
          </FormEnd>
        </Form>
      </div>
    );
  },
});
