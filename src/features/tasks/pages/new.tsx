import { actOffers } from '#features/legal-acts';
import { unitsIn } from '#features/units';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, SelectField, TextArea, TextField } from '#ui';
import { TASK_KINDS } from '../schema.ts';
import { taskPaths } from '../urls.ts';

/** Gives a task: a province to its communes, the Ministry to provinces, both to an office by words. */
export const newTaskPage = page({
  permission: 'task.give',
  shell: 'desk',
  async load(ctx) {
    const [units, acts] = await Promise.all([unitsIn(ctx.db, ctx.actor.area, ctx.day), actOffers(ctx.db)]);
    return { units, acts };
  },
  head: () => ({
    title: 'Giao việc',
    here: '/viec-cua-toi',
    up: { href: taskPaths.list, words: 'Việc được giao' },
  }),
  view: ({ units, acts }, ctx) => (
    <div class="form stack-5">
      <h1>Giao việc</h1>
      <Form action={taskPaths.new} state={ctx.form('task.give')} class="stack-5">
        <TextArea name="words" label="Nội dung việc" rows={4} maxLength={3000} />
        <SelectField
          name="unit"
          label="Giao cho"
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
          empty="Cơ quan khác, ghi ở dưới"
          optional="sometimes"
        />
        <TextField
          name="owner"
          label="Cơ quan khác"
          hint="Khi cơ quan ấy không dùng hệ thống, ví dụ: Sở Công Thương"
          optional="sometimes"
        />
        <DateField name="dueOn" label="Hạn" optional />
        <TextField name="term" label="Hạn bằng lời" hint="Khi không có ngày, ví dụ: trong quý IV" optional />
        <SelectField
          name="kind"
          label="Giao bằng"
          choices={Object.entries(TASK_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="act" label="Văn bản giao" hint="Số, ký hiệu trong sổ văn bản" offers={acts} optional />
        <TextField name="item" label="Mục, khoản" width="mid" optional />
        <FormEnd>
          <Button kind="main">Giao việc</Button>
          <Button kind="bare" href={taskPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
