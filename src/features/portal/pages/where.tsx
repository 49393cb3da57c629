import { type Selling, sellingPaths } from '#features/selling';
import { formatDay } from '#ui';
import type { ProductDetail } from '../detail.ts';
import { MAP_SIZE, mapShapes } from '../map-shapes.ts';
import { productsUrl, villageUrl } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Isles } from './isles.tsx';
import { OutsideLink, Section } from './parts.tsx';

/** Where a product is made: its province on the country, and what else is made there. */
export function WhereMade({ product, lang }: { product: ProductDetail; lang: Lang }) {
  if (product.provinceCode === null) return null;
  const en = lang === 'en';
  return (
    <Section title={en ? 'Where it is made' : 'Làm ở đâu'}>
      <div class="stack">
        <p lang="vi">{product.place}</p>
        <Locator code={product.provinceCode} title={product.place ?? ''} />
        <ul class="stack-2">
          {product.commune && (
            <li>
              <a href={productsUrl(lang, { unit: product.commune })}>
                {en ? 'Other products of this commune' : 'Sản phẩm khác của xã, phường này'}
              </a>
            </li>
          )}
          {product.villages.map(({ id, name }) => (
            <li key={id} lang="vi">
              <a href={villageUrl(id, lang)}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

/** The country with one province filled. Hoàng Sa and Trường Sa are always drawn and named. */
export function Locator({ code, title }: { code: string; title: string }) {
  const { width, height } = MAP_SIZE;
  const { provinces } = mapShapes();
  const others = provinces.filter((one) => one.code !== code).map(({ path }) => path);
  return (
    <svg class="vnmap small" viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{title}</title>
      <path class="land" d={others.join('')} />
      <path class="land most" d={provinces.find((one) => one.code === code)?.path ?? ''} />
      <Isles small />
    </svg>
  );
}

const SAID_BY = {
  producer: { vi: 'do chủ thể khai', en: 'told by the producer' },
  commune: { vi: 'do xã ghi', en: 'told by the commune' },
  province: { vi: 'do cơ quan tỉnh ghi', en: 'told by the provincial office' },
} as const;

/** How to buy: outside pages, shops, months; or that nobody has said it yet. */
export function HowToBuy({
  id,
  selling,
  mayTell,
  lang,
}: {
  id: string;
  selling: Selling | null;
  mayTell: boolean;
  lang: Lang;
}) {
  if (selling === null && !mayTell) return null;
  const en = lang === 'en';
  return (
    <Section title={en ? 'How to buy' : 'Mua ở đâu'}>
      <div class="stack-2">
        {selling?.links.map((href) => (
          <p key={href}>
            <OutsideLink href={href} lang={lang} />
          </p>
        ))}
        {selling?.place && (
          <p class="whitespace-pre-line" lang="vi">
            {selling.place}
          </p>
        )}
        {selling && selling.season.length > 0 && (
          <p>
            {en ? 'To be had: ' : 'Có hàng: '}
            {selling.season.length === 12
              ? en
                ? 'all year'
                : 'quanh năm'
              : selling.season.map((month, at) => (
                  <span key={month}>
                    {at > 0 && ', '}
                    <a href={sellingPaths.season(lang, month)}>{en ? `month ${month}` : `tháng ${month}`}</a>
                  </span>
                ))}
          </p>
        )}
        {selling && (
          <p class="sm mut">
            {en
              ? `As ${SAID_BY[selling.saidBy].en} on ${formatDay(selling.saidOn)}; nobody has checked it.`
              : `Thông tin ${SAID_BY[selling.saidBy].vi} ngày ${formatDay(selling.saidOn)}, chưa ai kiểm tra.`}
          </p>
        )}
        {mayTell && (
          <p>
            <a href={sellingPaths.form(id)}>{selling ? 'Sửa nơi bán, mùa vụ' : 'Ghi nơi bán, mùa vụ'}</a>
          </p>
        )}
      </div>
    </Section>
  );
}
