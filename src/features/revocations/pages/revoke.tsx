import { mayDecide } from '#law/competence';
import { revocationTerm } from '#law/revocation';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, ConfirmationPage, DateField, FileField, Note, Radios, TextField } from '#ui';
import { type Revocable, revocable, revokingLevel } from '../queries.ts';
import { GROUNDS } from '../schema.ts';
import { revocationPaths } from '../urls.ts';
import { LIST, thingWords } from './words.tsx';

interface Data extends Revocable {
  readonly term: number;
  /** Why this office may not take it back; null where it may. */
  readonly refusal: string | null;
}

/** The decision that takes a certificate back, and what follows (Art. 8). */
export const revokePage = page({
  permission: 'recognition.revoke',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const found = await revocable(ctx.db, id);
    if (!found) throw notFound();
    if (found.state !== 'inForce') throw notFound('Giấy chứng nhận này không còn để thu hồi.');
    const entitled = mayDecide('revoke', revokingLevel(ctx.actor), found.star ?? 0, ctx.day);
    return { ...found, term: revocationTerm(ctx.day), refusal: entitled.ok ? null : entitled.message };
  },
  head: (found) => ({ title: `Thu hồi giấy chứng nhận – ${found.product}`, here: LIST }),
  view: (found, ctx) =>
    found.refusal === null ? (
      <ConfirmationPage
        question="Thu hồi giấy chứng nhận?"
        thing={thingWords(found)}
        consequences={[
          { icon: 'bar', words: 'Giấy hết giá trị từ ngày quyết định thu hồi; trang kiểm tra nói rõ cho người mua.' },
          {
            icon: 'mail',
            words:
              revokingLevel(ctx.actor) === 'central'
                ? 'Chủ thể, xã và cơ quan OCOP của tỉnh được báo, kèm căn cứ.'
                : 'Chủ thể và xã được báo, kèm căn cứ.',
          },
          {
            icon: 'clock',
            words: `Quyết định trong ${found.term} ngày từ ngày có kết luận hoặc xác nhận (Điều 8 khoản 4).`,
          },
          {
            icon: 'paper',
            words: (
              <>
                Chưa có quyết định đã ký thì <a href={revocationPaths.draft(found.id)}>soạn dự thảo quyết định</a>{' '}
                trước.
              </>
            ),
          },
          { icon: 'info', words: 'Công nhận sai từ đầu thì thu hồi quyết định công nhận. Không hoàn tác được.' },
        ]}
        action={revocationPaths.revoke(found.id)}
        state={ctx.form('recognition.revoke')}
        version={found.version}
        act="Thu hồi giấy chứng nhận"
        back={LIST}
        files
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
        <TextField name="proofBy" label="Cơ quan kết luận hoặc xác nhận" optional maxLength={200} />
        <TextField name="number" label="Số quyết định thu hồi" width="mid" maxLength={100} />
        <DateField name="dated" label="Ngày quyết định" />
        <TextField name="signatory" label="Người ký" maxLength={200} />
        <FileField
          name="signedFile"
          label="Bản quyết định đã ký (PDF hoặc ảnh)"
          hint="Tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
          paper
          parts="evidence"
        />
      </ConfirmationPage>
    ) : (
      <div class="page read stack-5 pt-6">
        <h1>Thu hồi giấy chứng nhận</h1>
        <p>{thingWords(found)}</p>
        <Note kind="stop" title="Cơ quan này không thu hồi giấy chứng nhận này.">
          {found.refusal}
        </Note>
        <Button href={LIST}>Về danh sách giấy chứng nhận</Button>
      </div>
    ),
});
