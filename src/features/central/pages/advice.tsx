import { getDossier, officePaths } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, FileField, Form, FormEnd, formatDay, TextArea, TextField } from '#ui';
import { centralAdviceOf } from '../queries.ts';

/** Records the report of the central advisory team (Art. 7.4.c). */
export const centralAdvicePage = page({
  permission: 'dossier.reportCentralAdvice',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    if (dossier.state !== 'central') throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
    return { dossier, advice: await centralAdviceOf(ctx.db, id) };
  },
  head: ({ dossier }) => ({ title: `Tổ tư vấn trung ương – ${dossier.product.name}`, here: officePaths.list }),
  view: ({ dossier, advice }, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Báo cáo của Tổ tư vấn trung ương</h1>
        <p class="ink2">Phiên họp Hội đồng cấp trung ương chỉ bắt đầu khi hồ sơ đã có báo cáo này.</p>
      </div>
      <Form
        action={officePaths.centralAdvice(dossier.id)}
        state={ctx.form('dossier.reportCentralAdvice')}
        version={dossier.version}
        class="stack-5"
        files
      >
        <TextField name="number" label="Số báo cáo" value={advice?.number} width="mid" maxLength={100} />
        <DateField name="dated" label="Ngày báo cáo" value={advice && formatDay(advice.dated)} />
        <FileField
          name="file"
          label="Báo cáo của Tổ tư vấn trung ương"
          hint="PDF, ảnh, Word hoặc Excel, tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
          paper
          parts="office"
          optional
        />
        <TextArea name="summary" label="Tóm tắt" value={advice?.summary} rows={4} maxLength={4000} optional />
        <FormEnd>
          <Button kind="main">Ghi báo cáo</Button>
          <Button kind="bare" href={`${officePaths.list}/${dossier.id}`}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
