import { officePaths } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { ConfirmationPage, DateField, FileField, formatDay, TextArea, TextField } from '#ui';
import { type Annullable, annullable } from '../queries.ts';
import { type Former, formerOf } from '../return.ts';
import { reviewPaths } from '../urls.ts';

/** The decision that withdraws a recognition wrongly given, and what follows (Art. 10.1.b). */
export const annulPage = page({
  permission: 'recognition.annul',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Annullable & { former: Former | null }> {
    const found = await annullable(ctx.db, id);
    if (!found) throw notFound();
    if (found.state !== 'inForce') throw notFound('Lần công nhận này không còn để thu hồi.');
    return { ...found, former: await formerOf(ctx.db, found, ctx.day) };
  },
  head: (found) => ({ title: `Thu hồi quyết định công nhận – ${found.product}`, here: '/giay-chung-nhan' }),
  view: (found, ctx) => (
    <ConfirmationPage
      question="Thu hồi quyết định công nhận?"
      thing={
        <>
          <b>{found.product}</b>, {found.producer}, {found.star} sao. Quyết định số {found.decision}
          {found.issuedOn && ` ngày ${formatDay(found.issuedOn)}`}
        </>
      }
      consequences={[
        { icon: 'bar', words: 'Giấy chứng nhận hết giá trị từ ngày quyết định thu hồi; trang kiểm tra nói rõ.' },
        ...(found.former
          ? [
              {
                icon: found.former.stands ? ('back' as const) : ('swap' as const),
                words: `Giấy chứng nhận số ${found.former.code} (${found.former.star ?? '?'} sao) đã bị lần này thay: ${found.former.words}`,
              },
            ]
          : []),
        { icon: 'mail', words: 'Chủ thể và xã được báo, kèm lý do.' },
        ...(found.review
          ? [{ icon: 'check' as const, words: 'Khiếu nại hoặc đề nghị đang chờ được trả lời cùng lúc.' }]
          : []),
        { icon: 'info', words: 'Khác với thu hồi giấy chứng nhận do vi phạm (Điều 8). Không hoàn tác được.' },
      ]}
      action={reviewPaths.annul(found.id)}
      state={ctx.form('recognition.annul')}
      version={found.version}
      act="Thu hồi quyết định công nhận"
      back={found.dossier ? `${officePaths.list}/${found.dossier}` : '/giay-chung-nhan'}
      files
      stop
    >
      <TextArea name="reason" label="Vì sao quyết định công nhận không đúng quy định" rows={5} maxLength={4000} />
      <TextField name="number" label="Số quyết định thu hồi" width="mid" maxLength={100} />
      <DateField name="dated" label="Ngày quyết định" />
      <TextField name="signatory" label="Người ký" maxLength={200} />
      <FileField
        name="file"
        label="Quyết định đã ký"
        hint="PDF hoặc ảnh, tối đa 20 MB."
        paper
        parts="office"
        optional
      />
    </ConfirmationPage>
  ),
});
