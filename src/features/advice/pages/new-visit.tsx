import { z } from 'zod';
import { advicePaths, adviceWork, getDossier, planState } from '#features/dossiers';
import { byId, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, DevicePlace, FileField, Form, FormEnd, formatDay, TextArea, TextField } from '#ui';
import { backFor, Frame, placeOf } from './frame.tsx';

/** Records a visit to the place of production (Art. 7.3.c, 7.4.c). */
export const newVisitPage = page({
  permission: 'dossier.recordVisit',
  params: byId,
  query: z.object({ hen: uuid().optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { hen }) {
    const { plans } = await adviceWork(ctx.db, id);
    const plan = plans.find((one) => one.id === hen && planState(one) === 'open');
    return { dossier: await getDossier(ctx.db, id), plan, day: ctx.day };
  },
  head: ({ dossier }) => ({ title: `Khảo sát thực tế – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, plan, day }, ctx) => (
    <Frame
      dossier={dossier}
      {...backFor(ctx.actor)}
      title="Ghi khảo sát thực tế"
      lead="Biên bản in từ nội dung này để các bên ký, rồi tải bản đã ký lên."
    >
      <Form
        action={advicePaths.newVisit(dossier.id)}
        state={ctx.form('dossier.recordVisit')}
        version={dossier.version}
        class="stack-5"
        files
      >
        {plan && <input type="hidden" name="plan" value={plan.id} />}
        <DateField
          name="visitedOn"
          label="Ngày khảo sát"
          value={formatDay(plan && plan.visitOn < day ? plan.visitOn : day)}
        />
        <TextField name="place" label="Nơi khảo sát" value={plan?.place ?? placeOf(dossier)} maxLength={300} />
        <TextField
          name="coordinates"
          label="Tọa độ"
          hint="Vĩ độ, kinh độ như điện thoại ghi. Ví dụ: 20.651230, 106.051230"
          optional
          width="mid"
          maxLength={60}
        />
        <DevicePlace into="coordinates" />
        <TextArea
          name="people"
          label="Người tham gia"
          hint="Mỗi người một dòng: họ tên, chức vụ, đơn vị. Ghi cả người của chủ thể."
          value={plan?.people}
          rows={4}
          maxLength={2000}
        />
        <TextArea name="findings" label="Kết quả khảo sát" rows={6} maxLength={6000} />
        <TextArea name="proposal" label="Đề nghị" rows={3} maxLength={2000} optional />
        <FileField
          name="photos"
          label="Ảnh tại nơi khảo sát"
          hint="Chọn nhiều ảnh cùng lúc, tối đa 20. Ảnh lớn được thu nhỏ trên máy."
          multiple
          parts="picture"
          optional
        />
        <FormEnd>
          <Button kind="main" busy="Đang tải lên…">
            Ghi khảo sát
          </Button>
        </FormEnd>
      </Form>
    </Frame>
  ),
});
