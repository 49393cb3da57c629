import { adviceLevelOf, advicePaths, adviceWork, getDossier } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, TextArea, TextField } from '#ui';
import { Frame, placeOf } from './frame.tsx';

/** Plans a visit of the advisory team; producer and commune are told at once. */
export const planPage = page({
  permission: 'dossier.planVisit',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    const level = adviceLevelOf(dossier);
    const { advisers } = await adviceWork(ctx.db, id);
    return { dossier, given: advisers.filter((one) => one.level === level) };
  },
  head: ({ dossier }) => ({ title: `Hẹn khảo sát – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, given }, ctx) => (
    <Frame
      dossier={dossier}
      title="Hẹn khảo sát thực tế"
      lead={`Chủ thể và ${dossier.commune.name} được báo ngay, và được nhắc trước ngày hẹn. Có trong lịch của cả hai bên.`}
    >
      <Form
        action={advicePaths.plan(dossier.id)}
        state={ctx.form('dossier.planVisit')}
        version={dossier.version}
        class="stack-5"
      >
        <div class="row items-end">
          <DateField name="visitOn" label="Ngày khảo sát" />
          <TextField name="startsAt" label="Giờ" hint="Ví dụ: 8 giờ 30" optional width="short" maxLength={20} />
        </div>
        <TextField name="place" label="Nơi khảo sát" value={placeOf(dossier)} maxLength={300} />
        <TextArea
          name="people"
          label="Người đến"
          hint="Mỗi người một dòng: họ tên, chức vụ, đơn vị."
          value={given.map(({ name, organisation }) => `${name}, ${organisation}`).join('\n')}
          rows={3}
          maxLength={2000}
        />
        <TextArea name="purpose" label="Nội dung, điều chủ thể cần chuẩn bị" rows={3} maxLength={1000} optional />
        <FormEnd>
          <Button kind="main">Hẹn khảo sát</Button>
        </FormEnd>
      </Form>
    </Frame>
  ),
});
