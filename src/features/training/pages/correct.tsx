import { actOffers } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, TextField } from '#ui';
import { findTraining } from '../queries.ts';
import { trainingPaths } from '../urls.ts';
import { TrainingFields } from './fields.tsx';

/** Corrects a course, or withdraws one entered by mistake. */
export const correctTrainingPage = page({
  permission: 'training.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [training, acts] = await Promise.all([findTraining(ctx.db, id), actOffers(ctx.db)]);
    if (training.state !== 'held') throw notFound();
    return { training, acts };
  },
  head: ({ training }) => ({
    title: 'Sửa lớp tập huấn, hội nghị',
    here: '/viec-cua-toi',
    up: { href: trainingPaths.one(training.id), words: training.subject },
  }),
  view: ({ training, acts }, ctx) => (
    <div class="form stack-5">
      <h1>Sửa lớp tập huấn, hội nghị</h1>
      <p class="ink2">Tính cho: {training.unitName}. Số cũ vẫn đọc được ở diễn biến.</p>
      <Form
        action={trainingPaths.correct(training.id)}
        state={ctx.form('training.correct')}
        version={training.version}
        class="stack-5"
      >
        <TrainingFields value={training} acts={acts} />
        <TextField name="reason" label="Lý do sửa" maxLength={300} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={trainingPaths.one(training.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
      <Form
        action={trainingPaths.withdraw(training.id)}
        state={ctx.form('training.withdraw')}
        version={training.version}
        class="stack"
      >
        <h2>Ghi nhầm?</h2>
        <TextField name="reason" label="Lý do rút" maxLength={300} />
        <Button kind="stop">Rút khỏi sổ</Button>
      </Form>
    </div>
  ),
});
