import { revocationTerm } from '#law/revocation';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { ConfirmationPage, DateField, formatDay, Radios, TextField } from '#ui';
import { type Revocable, revocable } from '../queries.ts';
import { GROUNDS } from '../schema.ts';
import { revocationPaths } from '../urls.ts';

const LIST = '/giay-chung-nhan';

/** The decision that takes a certificate back, and what follows (Art. 8). */
export const revokePage = page({
  permission: 'recognition.revoke',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Revocable & { term: number }> {
    const found = await revocable(ctx.db, id);
    if (!found) throw notFound();
    if (found.state !== 'inForce') throw notFound('Giấy chứng nhận này không còn để thu hồi.');
    return { ...found, term: revocationTerm(ctx.day) };
  },
  head: (found) => ({ title: `Thu hồi giấy chứng nhận – ${found.product}`, here: LIST }),
  view: (found, ctx) => (
    <ConfirmationPage
      question="Thu hồi giấy chứng nhận?"
      thing={
        <>
          <b>{found.product}</b>
          {found.producer && `, ${found.producer}`}
          {found.star !== null && `, ${found.star} sao`}. Quyết định số {found.decision ?? 'chưa ghi'}
          {found.issuedOn && ` ngày ${formatDay(found.issuedOn)}`}
        </>
      }
      consequences={[
        { icon: 'bar', words: 'Giấy hết giá trị từ ngày quyết định thu hồi; trang kiểm tra nói rõ cho người mua.' },
        { icon: 'mail', words: 'Chủ thể và xã được báo, kèm căn cứ.' },
        {
          icon: 'clock',
          words: `Quyết định trong ${found.term} ngày từ ngày có kết luận hoặc xác nhận (Điều 8 khoản 4).`,
        },
        { icon: 'info', words: 'Công nhận sai từ đầu thì thu hồi quyết định công nhận. Không hoàn tác được.' },
      ]}
      action={revocationPaths.revoke(found.id)}
      state={ctx.form('recognition.revoke')}
      version={found.version}
      act="Thu hồi giấy chứng nhận"
      back={LIST}
      stop
    >
      <Radios
        name="ground"
        label="Căn cứ thu hồi (khoản 1 Điều 8)"
        look="plain"
        choices={Object.entries(GROUNDS).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="proofNumber"
        label="Số kết luận hoặc xác nhận"
        hint="Kết luận của cơ quan có thẩm quyền; điểm đ: xác nhận của UBND cấp xã."
        width="mid"
        maxLength={100}
      />
      <DateField name="proofDated" label="Ngày kết luận hoặc xác nhận" />
      <TextField name="number" label="Số quyết định thu hồi" width="mid" maxLength={100} />
      <DateField name="dated" label="Ngày quyết định" />
      <TextField name="signatory" label="Người ký" maxLength={200} />
    </ConfirmationPage>
  ),
});
