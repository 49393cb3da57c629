import { getDossier, givenResult, officePaths } from '#features/dossiers';
import { isReviewable, REVIEW_WISHES } from '#law/review';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound, refused } from '#platform/refusal';
import { Button, DateField, FileField, Form, FormEnd, Radios, TextArea, TextField } from '#ui';

/** The Ministry asks a province to look at a result again (Art. 10.1.b). */
export const requestPage = page({
  permission: 'review.request',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [dossier, result] = await Promise.all([getDossier(ctx.db, id), givenResult(ctx.db, id)]);
    if (!isReviewable(dossier.state) || result?.level !== 'province')
      throw notFound('Hồ sơ này không có kết quả của tỉnh để xem xét lại.');
    if (result.pending !== null) throw refused('Đã có một yêu cầu xem xét đang chờ trả lời. Mở hồ sơ để xem.');
    return dossier;
  },
  head: (dossier) => ({ title: `Đề nghị xem xét lại – ${dossier.product.name}`, here: officePaths.list }),
  view: (dossier, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">
          {dossier.product.name}, {dossier.producer.name}, {dossier.province.name}
        </p>
        <h1>Đề nghị tỉnh xem xét lại kết quả</h1>
        <p class="ink2">
          Khi đánh giá, phân hạng không đúng quy định, Bộ đề nghị tỉnh thực hiện lại, hoặc thu hồi quyết định công nhận
          (Điều 10 khoản 1 điểm b). Tỉnh quyết định và trả lời Bộ.
        </p>
      </div>
      <Form
        action={officePaths.requestReview(dossier.id)}
        state={ctx.form('review.request')}
        version={dossier.version}
        class="stack-5"
        files
      >
        <Radios
          name="wish"
          label="Bộ đề nghị"
          choices={Object.entries(REVIEW_WISHES)
            .filter(([value]) => value !== 'annul' || dossier.state === 'recognised')
            .map(([value, label]) => ({ value, label }))}
        />
        <TextArea name="reason" label="Điều không đúng quy định" rows={6} maxLength={4000} />
        <TextField name="number" label="Số văn bản" hint="Ví dụ: 812/BNNMT-KTHT" width="mid" maxLength={100} />
        <DateField name="dated" label="Ngày văn bản" />
        <FileField name="file" label="Văn bản đã ký" hint="PDF hoặc ảnh, tối đa 20 MB." paper parts="office" optional />
        <FormEnd>
          <Button kind="main">Gửi đề nghị cho tỉnh</Button>
          <Button kind="bare" href={`${officePaths.list}/${dossier.id}`}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
