import { advicePaths, getDossier } from '#features/dossiers';
import { LAW_SETTINGS } from '#law/settings';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, DateField, Form, FormEnd, formatDay, Radios, TextArea } from '#ui';
import { requestDueOn } from '../acts.ts';
import { requestKinds } from '../schema.ts';
import { backFor, Frame } from './frame.tsx';

/** Asks the producer for more papers or test results, with a day to send them by. */
export const askPage = page({
  permission: 'dossier.requestPapers',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    return { dossier, dueOn: await requestDueOn(ctx.db, dossier, ctx.day) };
  },
  head: ({ dossier }) => ({ title: `Đề nghị bổ sung – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, dueOn }, ctx) => (
    <Frame
      dossier={dossier}
      {...backFor(ctx.actor)}
      title="Đề nghị bổ sung"
      lead={`Chủ thể và ${dossier.commune.name} được báo ngay. Hồ sơ vẫn ở đợt, nội dung đã nộp giữ nguyên.`}
    >
      <Form
        action={advicePaths.ask(dossier.id)}
        state={ctx.form('dossier.requestPapers')}
        version={dossier.version}
        class="stack-5"
      >
        <Radios
          name="kind"
          label="Cần gì"
          value="paper"
          look="inline"
          choices={Object.entries(requestKinds).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="what"
          label="Nội dung cần bổ sung"
          hint="Nêu rõ giấy tờ nào, chỉ tiêu kiểm nghiệm nào."
          rows={4}
          maxLength={2000}
        />
        <DateField
          name="dueOn"
          label="Hạn gửi"
          value={formatDay(dueOn)}
          hint={`Điền sẵn theo thiết lập. ${LAW_SETTINGS.adviceRequestDays.explain}`}
        />
        <FormEnd>
          <Button kind="main">Gửi đề nghị</Button>
        </FormEnd>
      </Form>
    </Frame>
  ),
});
