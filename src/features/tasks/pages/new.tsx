import { z } from 'zod';
import { bodiesToChoose } from '#features/bodies';
import { actOffers } from '#features/legal-acts';
import { unitsIn } from '#features/units';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, SelectField, TextArea, TextField } from '#ui';
import { findMeeting } from '../meetings-read.ts';
import { TASK_KINDS } from '../schema.ts';
import { meetingPaths, taskPaths } from '../urls.ts';
import { OwnerFields } from './owner-fields.tsx';

/** Gives a task: a province to its communes, the Ministry to provinces, both to an office by words. */
export const newTaskPage = page({
  permission: 'task.give',
  query: z.object({ hop: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { hop }) {
    const [units, bodies, acts, mayMeet] = await Promise.all([
      unitsIn(ctx.db, ctx.actor.area, ctx.day),
      bodiesToChoose(ctx.db, ctx.within('body.read', 'l')),
      actOffers(ctx.db),
      hop === undefined ? false : ctx.may('conclusion.correct', hop),
    ]);
    const own = bodies.filter(({ unit }) => unit === ctx.actor.area);
    const meeting = hop !== undefined && mayMeet ? await findMeeting(ctx.db, hop, ctx.day) : null;
    return {
      units,
      bodies: bodies.filter(({ unit }) => unit !== null || ctx.actor.area === null),
      own,
      acts,
      meeting,
      ministry: ctx.actor.area === null,
    };
  },
  head: () => ({
    title: 'Giao việc',
    here: '/viec-cua-toi',
    up: { href: taskPaths.list, words: 'Việc được giao' },
  }),
  view: ({ units, bodies, own, acts, meeting, ministry }, ctx) => (
    <div class="form stack-5">
      <h1>Giao việc</h1>
      {meeting && (
        <p class="ink2">
          Thêm vào kết luận: <a href={meetingPaths.one(meeting.id)}>{meeting.title}</a>
        </p>
      )}
      <Form action={taskPaths.new} state={ctx.form('task.give')} class="stack-5">
        <TextArea name="words" label="Nội dung việc" rows={4} maxLength={3000} />
        <OwnerFields
          units={units}
          bodies={bodies}
          all={`Tất cả ${units.length} ${ministry ? 'tỉnh, thành phố' : 'xã, phường'}, mỗi nơi một việc`}
        />
        <DateField name="dueOn" label="Hạn" optional />
        <TextField name="term" label="Hạn bằng lời" hint="Khi không có ngày, ví dụ: trong quý IV" optional />
        {meeting && <input type="hidden" name="meeting" value={meeting.id} />}
        {meeting === null && own.length > 0 && (
          <SelectField
            name="giverBody"
            label="Ban, tổ giao việc"
            choices={own.map(({ id, name }) => ({ value: id, label: name }))}
            empty="Không, cơ quan giao"
            optional="sometimes"
          />
        )}
        <SelectField
          name="kind"
          label="Giao bằng"
          value={meeting ? 'conclusion' : undefined}
          choices={Object.entries(TASK_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="act"
          label="Văn bản giao"
          value={meeting?.actLabel}
          hint="Số, ký hiệu trong sổ văn bản"
          offers={acts}
          optional
        />
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
