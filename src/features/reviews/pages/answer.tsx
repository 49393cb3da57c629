import { givenResult } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DateField, FileField, Form, FormEnd, Radios, TextArea, TextField } from '#ui';
import { findReview } from '../queries.ts';
import { officeOf } from '../settle.ts';
import { reviewPaths } from '../urls.ts';
import { aboutWords } from '../words.ts';

/** The written answer: the result stands, or the evaluation is done again. */
export const answerReviewPage = page({
  permission: 'review.answer',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const review = await findReview(ctx.db, id);
    if (!review) throw notFound();
    if (officeOf(ctx.actor.role) !== review.instance || !['accepted', 'requested'].includes(review.state))
      throw notFound('Việc này đã sang bước khác. Mở trang khiếu nại để xem.');
    const result = await givenResult(ctx.db, review.dossier);
    return { review, asks: review.instance === 'ministry' && review.level === 'province', hadRound: result?.hadRound };
  },
  head: ({ review }) => ({
    title: `Trả lời ${review.number}`,
    here: '/quyet-dinh',
    up: { href: reviewPaths.one(review.id), words: 'Về việc xem xét lại' },
  }),
  view: ({ review, asks, hadRound }, ctx) => (
    <div class="form stack-5">
      <div>
        <p class="sm mut">
          {review.product}, {review.producer}
        </p>
        <h1>Trả lời bằng văn bản</h1>
        <p class="ink2">
          {aboutWords(review)} số {review.number}. Trả lời xong không sửa được.
        </p>
      </div>
      <Form
        action={reviewPaths.answer(review.id)}
        state={ctx.form('review.answer')}
        version={review.version}
        class="stack-5"
        files
      >
        <Radios
          name="outcome"
          label="Kết quả xem xét"
          choices={[
            { value: 'stands', label: 'Giữ nguyên kết quả' },
            { value: 'redo', label: 'Đánh giá lại', hint: redoHint(asks, hadRound === true, review.level) },
          ]}
        />
        <TextArea
          name="reason"
          label="Lý do"
          hint={review.kind === 'complaint' ? 'Chủ thể đọc được. Không nêu tên người chấm.' : 'Bộ đọc được.'}
          rows={6}
          maxLength={4000}
        />
        <TextField name="number" label="Số văn bản trả lời" width="mid" maxLength={100} />
        <DateField name="dated" label="Ngày văn bản" />
        <FileField name="file" label="Văn bản đã ký" hint="PDF hoặc ảnh, tối đa 20 MB." paper parts="office" optional />
        <FormEnd>
          <Button kind="main">Gửi trả lời</Button>
          <Button kind="bare" href={reviewPaths.one(review.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});

function redoHint(asks: boolean, hadRound: boolean, level: 'province' | 'central'): string {
  if (asks) return 'Bộ đề nghị tỉnh thực hiện lại; tỉnh nhận việc ngay.';
  if (level === 'central') return 'Hồ sơ trở lại Bộ, cần phiên mới của Hội đồng cấp trung ương.';
  return hadRound
    ? 'Hồ sơ trở lại đợt đánh giá, cần phiên Hội đồng mới. Phiếu và kết quả cũ giữ nguyên.'
    : 'Hồ sơ bị loại trước khi vào đợt: trở lại xã kiểm tra.';
}
