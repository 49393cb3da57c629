import { type DossierRecord, getDossier, lastPackage, officePaths } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import {
  Button,
  DateField,
  FileField,
  Form,
  FormEnd,
  type FormState,
  Note,
  NumberField,
  TextArea,
  TextField,
} from '#ui';
import { type PackagePart, packageOf } from '../queries.ts';

interface Data {
  readonly dossier: DossierRecord;
  readonly parts: readonly PackagePart[];
  readonly samples: number;
  readonly sentBefore: boolean;
}

/** The province writes to the Ministry: what the package holds already, and what comes with the letter (Art. 6.3). */
export const sendPackagePage = page({
  permission: 'dossier.sendPackage',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const dossier = await getDossier(ctx.db, id);
    if (dossier.state !== 'candidate') throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
    const [{ parts, samples }, last] = await Promise.all([packageOf(ctx.db, id), lastPackage(ctx.db, id)]);
    return { dossier, parts, samples, sentBefore: last !== undefined };
  },
  head: ({ dossier }) => ({ title: `Gửi hồ sơ lên Bộ – ${dossier.product.name}`, here: officePaths.list }),
  view: (data, ctx) => <Send {...data} state={ctx.form('dossier.sendPackage')} />,
});

function Send({ dossier, parts, samples, sentBefore, state }: Data & { state: FormState }) {
  const missing = parts.filter((one) => !one.there);
  return (
    <div class="form stack-5">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Gửi hồ sơ đề nghị Bộ đánh giá 5 sao</h1>
        <p class="ink2">
          Bộ hồ sơ theo Điều 6 khoản 3. Ngày văn bản quyết định đợt đánh giá của Bộ (Điều 5 khoản 2).
          {sentBefore && ' Bộ đã yêu cầu hoàn thiện; lần gửi này được ghi thêm, lần trước vẫn giữ.'}
        </p>
      </div>
      <section class="stack" aria-labelledby="bo-ho-so">
        <h2 id="bo-ho-so">Đã có trong hệ thống</h2>
        <ul class="stack list-none p-0">
          {parts.map((one) => (
            <li key={one.name}>
              <b>{one.name}</b>
              <span class="sm ink2 block">{one.there ? `Có: ${one.words}` : `Chưa có: ${one.words}`}</span>
            </li>
          ))}
        </ul>
        {missing.length > 0 && <Note kind="soon">Bổ sung các phần chưa có rồi mới gửi được.</Note>}
        <div class="row tight">
          <Button href={`${officePaths.sendPackage(dossier.id)}/van-ban.docx`} icon="paper" download>
            Dự thảo văn bản gửi Bộ (Word)
          </Button>
          <Button href={`${officePaths.sendPackage(dossier.id)}/van-ban.pdf`} icon="paper" download>
            Dự thảo văn bản gửi Bộ (PDF)
          </Button>
        </div>
      </section>
      <Form action={officePaths.sendPackage(dossier.id)} state={state} version={dossier.version} class="stack-5" files>
        <TextField
          name="letterNumber"
          label="Số văn bản gửi Bộ"
          hint="Ví dụ: 215/UBND-KTN"
          width="mid"
          maxLength={100}
        />
        <DateField name="letterDate" label="Ngày văn bản" />
        <FileField
          name="letterFile"
          label="Văn bản đã ký"
          hint="PDF hoặc ảnh, tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
          paper
          parts="office"
          optional
        />
        <NumberField
          name="samples"
          label="Số sản phẩm mẫu gửi kèm"
          hint={samples === 0 ? 'Nhóm du lịch không cần sản phẩm mẫu.' : `Ít nhất ${samples} sản phẩm mẫu.`}
          value={String(samples)}
        />
        <TextArea name="extraTests" label="Kiểm tra, kiểm nghiệm bổ sung của tỉnh" rows={3} maxLength={4000} optional />
        <FileField
          name="extraFile"
          label="Văn bản kiểm tra, kiểm nghiệm bổ sung"
          hint="Nếu có."
          paper
          parts="office"
          optional
        />
        <FormEnd>
          <Button kind="main">Gửi hồ sơ lên Bộ</Button>
          <Button kind="bare" href={`${officePaths.list}/${dossier.id}`}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
