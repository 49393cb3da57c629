import { z } from 'zod';
import { search } from '#platform/http/fields';
import { publicPage, redirect } from '#platform/http/page';
import { type StarMeaning, starMeanings } from '../bands.ts';
import { codeMeant } from '../typed-code.ts';
import { certificatesUrl, certificateUrl, twinOf } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Help } from './certificate-help.tsx';
import { CodeForm } from './parts.tsx';

const MAX_CODE = 100;

/** The box to type a code into; `?code=` leads to the code's own address. */
export const certificatesPage = publicPage({
  query: z.object({ code: search({ label: 'Mã' }).catch(undefined) }),
  shell: 'public',
  async load(ctx, _params, { code }) {
    const meant = codeMeant(code ?? '').slice(0, MAX_CODE);
    return meant === '' ? starMeanings(ctx.day) : redirect(certificateUrl(meant, ctx.lang));
  },
  head: (_data, ctx) => {
    const twin = twinOf(certificatesUrl(ctx.lang));
    return ctx.lang === 'en'
      ? {
          title: 'Check a certificate',
          description: 'Type the code under the QR and see whether the certificate is valid.',
          twin,
        }
      : {
          title: 'Kiểm tra chứng nhận',
          description: 'Gõ mã in dưới ô QR để biết giấy chứng nhận OCOP còn hiệu lực hay không.',
          twin,
        };
  },
  view: (meanings, ctx) => <Entry meanings={meanings} lang={ctx.lang} />,
});

function Entry({ meanings, lang }: { meanings: StarMeaning[]; lang: Lang }) {
  const en = lang === 'en';
  return (
    <div class="page cert stack-7 pt-8 pb-12">
      <h1>{en ? 'Check a certificate' : 'Kiểm tra chứng nhận'}</h1>
      <CodeForm lang={lang} label={en ? 'Code on the label or certificate' : 'Mã trên tem hoặc giấy chứng nhận'} />
      <p>
        {en
          ? 'Scan the QR with the camera of the phone, or type the code under it, the number of the certificate, or the product code.'
          : 'Quét ô QR bằng máy ảnh của điện thoại, hoặc gõ mã in dưới ô QR, số giấy chứng nhận, mã sản phẩm. Chữ O và số 0, chữ I và số 1 đều được.'}
      </p>
      <Help meanings={meanings} lang={lang} />
    </div>
  );
}
