import { z } from 'zod';
import { bodiesToChoose } from '#features/bodies';
import { actOffers } from '#features/legal-acts';
import { unitsIn } from '#features/units';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, type FormState, SelectField, TextArea, TextField } from '#ui';
import { meetingPaths } from '../urls.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { OwnerFields } from './owner-fields.tsx';

const FIRST_ROWS = 3;
const MORE = 3;
const MOST = 40;

/** Enters a meeting; each row of its conclusions becomes a task. */
export const newMeetingPage = page({
  permission: 'conclusion.record',
  query: z.object({ ban: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { ban }) {
    const [units, bodies, acts] = await Promise.all([
      unitsIn(ctx.db, ctx.actor.area, ctx.day),
      bodiesToChoose(ctx.db, ctx.within('body.read', 'l')),
      actOffers(ctx.db),
    ]);
    const own = bodies.filter(({ unit }) => unit === ctx.actor.area);
    return { units, bodies: bodies.filter(({ unit }) => unit !== null || ctx.actor.area === null), own, acts, ban };
  },
  head: () => ({
    title: 'Ghi kết luận cuộc họp',
    here: '/viec-cua-toi',
    up: { href: meetingPaths.list, words: 'Kết luận cuộc họp' },
  }),
  view: ({ units, bodies, own, acts, ban }, ctx) => {
    const state = ctx.form('conclusion.record');
    const rows = rowsOf(state);
    return (
      <div class="form stack-5">
        <h1>Ghi kết luận cuộc họp</h1>
        <Form action={meetingPaths.new} state={state} files class="stack-5">
          {own.length > 0 && (
            <SelectField
              name="body"
              label="Cuộc họp của"
              value={ban}
              choices={own.map(({ id, name }) => ({ value: id, label: name }))}
              empty="Cơ quan, không phải ban hay tổ"
              optional="sometimes"
            />
          )}
          <MeetingFields acts={acts} />
          <section class="stack-4" aria-labelledby="viec">
            <h2 id="viec">Việc theo kết luận</h2>
            <p class="mut">Mỗi dòng thành một việc, giao ngay khi ghi. Để trống dòng không dùng.</p>
            {Array.from({ length: rows }, (_, i) => (
              <fieldset key={String(i)} id={`dong-${i}`} class="stack-4 border-b border-line pb-5">
                <legend class="lab">Việc {i + 1}</legend>
                <TextArea
                  name={`tasks.${i}.words`}
                  label="Nội dung việc"
                  rows={3}
                  maxLength={3000}
                  optional="sometimes"
                />
                <OwnerFields units={units} bodies={bodies} at={`tasks.${i}.`} />
                <div class="row items-end">
                  <DateField name={`tasks.${i}.dueOn`} label="Hạn" optional="sometimes" />
                  <TextField
                    name={`tasks.${i}.term`}
                    label="Hạn bằng lời"
                    width="mid"
                    maxLength={200}
                    optional="sometimes"
                  />
                </div>
              </fieldset>
            ))}
            {rows < MOST && (
              <div>
                <Button name="_again" value="1" formAction={`${meetingPaths.new}#dong-${rows}`} icon="plus" novalidate>
                  Thêm việc
                </Button>
              </div>
            )}
          </section>
          <FormEnd>
            <Button kind="main">Ghi và giao việc</Button>
            <Button kind="bare" href={meetingPaths.list}>
              Không, quay về
            </Button>
          </FormEnd>
        </Form>
      </div>
    );
  },
});

function rowsOf(state: FormState): number {
  const typed = Object.keys(state.values).flatMap((name) => /^tasks\.(\d+)\./.exec(name)?.[1] ?? []);
  const shown = typed.length === 0 ? FIRST_ROWS : Math.max(...typed.map(Number)) + 1;
  return Math.min(MOST, state.again ? shown + MORE : shown);
}
