import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FileField, Form, FormEnd, Icon } from '#ui';
import { formPath, signedFormPath } from '../urls.ts';
import { readWriting } from '../writing.ts';
import { dossierHead } from './parts.tsx';

/** The form signed by the producer, for a dossier entered from paper: what is there, and a new one. */
export const signedFormPage = page({
  permission: 'dossier.attach',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const { dossier } = await readWriting(ctx, id);
    if (!dossier.onBehalf) throw notFound();
    return { dossier };
  },
  head: ({ dossier }) => dossierHead('Phiếu đăng ký đã ký', dossier.id),
  view: ({ dossier }, ctx) => (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="sm mut">{dossier.product.name}</p>
        <h1>Phiếu đăng ký đã ký</h1>
        <p class="ink2 mt-2">
          In <a href={formPath(dossier.id, '01')}>Mẫu số 01</a> (hoặc{' '}
          <a href={formPath(dossier.id, '01', 'docx')}>bản Word</a>), đưa chủ thể ký, rồi quét hoặc chụp lại.
        </p>
      </div>
      {dossier.signedForm && (
        <p>
          <a class="file" href={`/tep/${dossier.signedForm}`}>
            <Icon name="paper" />
            Bản đã đính kèm
          </a>
        </p>
      )}
      <Form
        action={signedFormPath(dossier.id)}
        state={ctx.form('dossier.attachSignedForm')}
        version={dossier.draftVersion}
        files
      >
        <FileField
          name="file"
          label="Bản quét hoặc ảnh chụp"
          hint="PDF, JPEG, PNG, WebP. Thấy rõ chữ ký."
          accept="image/jpeg,image/png,image/webp,application/pdf"
          paper
          parts="evidence"
        />
        <FormEnd>
          <Button kind="main" icon="up">
            Đính kèm
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
