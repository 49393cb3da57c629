import { Button, formatMoment, Verdict } from '#ui';
import type { StarMeaning } from '../bands.ts';
import { misuseUrl, productsUrl } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Help } from './certificate-help.tsx';
import { CodeForm } from './parts.tsx';

/** A code that stands in no register. */
export function Unknown({
  code,
  meanings,
  lang,
  now,
}: {
  code: string;
  meanings: StarMeaning[];
  lang: Lang;
  now: Date;
}) {
  const en = lang === 'en';
  return (
    <>
      <Verdict state="unknown" lang={lang}>
        <span class="num">{code}</span>
      </Verdict>
      <div class="page cert stack-5 pt-5 pb-12">
        <p>
          {en
            ? 'Compare the code with the label once more. If it is the same, the label does not come from this register.'
            : 'So lại mã với tem một lần nữa. Nếu đúng như tem, tem này không có trong sổ chứng nhận.'}
        </p>
        <CodeForm lang={lang} code={code} />
        <Button href={misuseUrl(lang, code)} icon="flag" kind="main">
          {en ? 'Report a doubtful label' : 'Báo tem đáng ngờ'}
        </Button>
        <p>
          {en ? 'Have only the name of the product? ' : 'Chỉ biết tên sản phẩm? '}
          <a href={productsUrl(lang, { q: code })}>
            {en ? 'Look for it in the list of products' : 'Tìm trong danh sách sản phẩm'}
          </a>
        </p>
        <p class="sm mut">
          {en ? `Checked at ${formatMoment(now).replace('ngày', 'on')}.` : `Kiểm tra lúc ${formatMoment(now)}.`}
        </p>
        <Help meanings={meanings} lang={lang} />
      </div>
    </>
  );
}
