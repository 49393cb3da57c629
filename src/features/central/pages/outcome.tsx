import { type DossierRecord, getDossier, officePaths } from '#features/dossiers';
import { meanText } from '#law/stars';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, FileField, Form, FormEnd, TextArea, TextField } from '#ui';
import { centralResult } from '../queries.ts';

const GONE = 'Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.';
const backTo = (dossier: DossierRecord) => `${officePaths.list}/${dossier.id}`;

/** The Ministry tells the province a result below five stars (Art. 7.4.g). */
export const returnResultPage = page({
  permission: 'dossier.returnResult',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [dossier, result] = await Promise.all([getDossier(ctx.db, id), centralResult(ctx.db, id)]);
    if (dossier.state !== 'centralConcluded' || !result) throw notFound(GONE);
    return { dossier, result };
  },
  head: ({ dossier }) => ({ title: `Trả kết quả cho tỉnh – ${dossier.product.name}`, here: officePaths.list }),
  view: ({ dossier, result }, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">
          {dossier.product.name}, {dossier.province.name}
        </p>
        <h1>Thông báo kết quả cho tỉnh</h1>
        <p class="ink2">
          Hội đồng cấp trung ương chấm {meanText(result)} điểm, {result.star ?? 0} sao. Tỉnh công nhận 3 sao, 4 sao theo
          kết quả này hoặc tổ chức đánh giá lại (Điều 7 khoản 4 điểm g).
        </p>
      </div>
      <Form
        action={officePaths.returnResult(dossier.id)}
        state={ctx.form('dossier.returnResult')}
        version={dossier.version}
        class="stack-5"
        files
      >
        <TextField name="number" label="Số thông báo" width="mid" maxLength={100} />
        <DateField name="dated" label="Ngày thông báo" />
        <FileField
          name="file"
          label="Thông báo đã ký"
          hint="PDF hoặc ảnh, tối đa 20 MB."
          paper
          parts="office"
          optional
        />
        <FormEnd>
          <Button kind="main">Gửi kết quả cho tỉnh</Button>
          <Button kind="bare" href={backTo(dossier)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

/** The province evaluates again instead of following the central result (Art. 7.4.g). */
export const evaluateAgainPage = page({
  permission: 'dossier.evaluateAgain',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [dossier, result] = await Promise.all([getDossier(ctx.db, id), centralResult(ctx.db, id)]);
    if (dossier.state !== 'centralReturned' || !result) throw notFound(GONE);
    return { dossier, result };
  },
  head: ({ dossier }) => ({ title: `Đánh giá lại ở tỉnh – ${dossier.product.name}`, here: officePaths.list }),
  view: ({ dossier, result }, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Tổ chức đánh giá lại ở tỉnh?</h1>
        <p class="ink2">
          Bộ trả kết quả {meanText(result)} điểm, {result.star ?? 0} sao. Hồ sơ trở lại đợt của tỉnh, cần phiên họp Hội
          đồng mới; phiếu chấm và kết quả cũ vẫn giữ nguyên.
        </p>
      </div>
      <Form
        action={officePaths.evaluateAgain(dossier.id)}
        state={ctx.form('dossier.evaluateAgain')}
        version={dossier.version}
        class="stack-5"
      >
        <TextArea name="reason" label="Lý do tổ chức đánh giá lại ở tỉnh" rows={4} maxLength={2000} />
        <FormEnd>
          <Button kind="main">Đưa hồ sơ trở lại đợt của tỉnh</Button>
          <Button kind="bare" href={backTo(dossier)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
