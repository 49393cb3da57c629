import { adviceOf, getDossier, officePaths } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, FileField, Form, FormEnd, formatDay, TextArea, TextField } from '#ui';

/** Records the advisory team's report: number, day, file, summary (Art. 7.3.c). */
export const advicePage = page({
  permission: 'dossier.reportAdvice',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    if (dossier.state !== 'inRound') throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
    return { dossier, advice: await adviceOf(ctx.db, id) };
  },
  head: ({ dossier }) => ({ title: `Báo cáo của Tổ tư vấn – ${dossier.product.name}`, here: officePaths.list }),
  view: ({ dossier, advice }, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Báo cáo của Tổ tư vấn</h1>
        <p class="ink2">Phiên họp Hội đồng chỉ bắt đầu khi hồ sơ đã có báo cáo này.</p>
      </div>
      <Form
        action={officePaths.advice(dossier.id)}
        state={ctx.form('dossier.reportAdvice')}
        version={dossier.version}
        class="stack-5"
        files
      >
        <TextField
          name="number"
          label="Số báo cáo"
          hint="Ví dụ: 12/BC-TTV"
          value={advice?.number}
          width="mid"
          maxLength={100}
        />
        <DateField name="dated" label="Ngày báo cáo" value={advice && formatDay(advice.dated)} />
        <FileField
          name="file"
          label="Báo cáo của Tổ tư vấn"
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
