import { z } from 'zod';
import { search } from '#platform/http/fields';
import { publicPage, redirect } from '#platform/http/page';
import { type StarMeaning, starMeanings } from '../bands.ts';
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
    return code === undefined ? starMeanings(ctx.day) : redirect(certificateUrl(code.slice(0, MAX_CODE), ctx.lang));
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
          ? 'Type the code under the QR, the number of the certificate, or the product code, for example 33-11977-7-2026.'
          : 'Gõ mã dưới ô QR, số giấy chứng nhận, hoặc mã sản phẩm như 33-11977-7-2026. Chữ O và số 0, chữ I và số 1 đều được.'}
      </p>
      <Help meanings={meanings} lang={lang} />
    </div>
  );
}
