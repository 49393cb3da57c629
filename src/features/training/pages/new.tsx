import { actOffers } from '#features/legal-acts';
import { ownUnits } from '#features/units';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, SelectField } from '#ui';
import { trainingPaths } from '../urls.ts';
import { TrainingFields } from './fields.tsx';

/** Enters a course that is over. */
export const newTrainingPage = page({
  permission: 'training.record',
  shell: 'desk',
  async load(ctx) {
    const [units, acts] = await Promise.all([ownUnits(ctx), actOffers(ctx.db)]);
    return { units, acts };
  },
  head: () => ({
    title: 'Ghi lớp tập huấn, hội nghị',
    here: '/viec-cua-toi',
    up: { href: trainingPaths.list, words: 'Tập huấn, hội nghị' },
  }),
  view: ({ units, acts }, ctx) => (
    <div class="form stack-5">
      <h1>Ghi lớp tập huấn, hội nghị</h1>
      <p class="ink2">Ghi khi lớp đã kết thúc. Chủ thể đã dự ghi ở bước sau.</p>
      <Form action={trainingPaths.new} state={ctx.form('training.record')} class="stack-5">
        {units.length > 1 && <SelectField name="unit" label="Tính cho" value={units[0]?.value} choices={units} />}
        <TrainingFields acts={acts} />
        <FormEnd>
          <Button kind="main">Ghi vào sổ</Button>
          <Button kind="bare" href={trainingPaths.list}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
