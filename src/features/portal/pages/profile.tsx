import type { ProductProfile } from '#features/products';
import { FactsList, formatDay } from '#ui';
import type { Lang } from '../words.ts';
import { Section } from './parts.tsx';

/** What the product's record tells beyond its certificates: names of before, standards, barcodes, more pictures. */
export function RecordFacts({ profile, lang }: { profile: ProductProfile; lang: Lang }) {
  const en = lang === 'en';
  const { formerNames, standards, barcodes } = profile;
  if (formerNames.length + standards.length + barcodes.length === 0) return null;
  return (
    <Section title={en ? 'From the register' : 'Trong sổ sản phẩm'}>
      <FactsList
        facts={[
          formerNames.length > 0 && {
            term: en ? 'Former names' : 'Tên trước đây',
            value: <span lang="vi">{formerNames.join('; ')}</span>,
          },
          ...standards.map(({ number, title, on }) => ({
            term: en ? 'Declared standard' : 'Tiêu chuẩn công bố',
            value: <span lang="vi">{title === null ? number : `${number}, ${title}`}</span>,
            sub: formatDay(on),
          })),
          ...barcodes.map(({ gtin, pack }) => ({
            term: en ? 'Barcode' : 'Mã vạch',
            value: <span class="num">{gtin}</span>,
            sub: pack !== null && <span lang="vi">{pack}</span>,
          })),
        ]}
      />
    </Section>
  );
}

/** The pictures after the first one, which stands at the top of the page. */
export function MorePictures({ profile, lang }: { profile: ProductProfile; lang: Lang }) {
  const more = profile.pictures.slice(1);
  if (more.length === 0) return null;
  return (
    <Section title={lang === 'en' ? 'More pictures' : 'Ảnh khác'}>
      <ul class="cols c4">
        {more.map(({ href, alt }) => (
          <li key={href}>
            <a href={href}>
              <img src={href} alt={alt} loading="lazy" class="w-full" />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
