import { Crumbs, type Lang, Locator, productUrl, Section, twinOf } from '#features/portal';
import { byId } from '#platform/http/fields';
import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { FactsList, formatDay } from '#ui';
import { findPoint, type Offered, type Point, productsAt } from '../queries.ts';
import { pointPaths } from '../urls.ts';
import { kindWords } from '../words.ts';

/** One point of sale for everybody: where it is and which OCOP products it sells. */
export const openPointPage = publicPage({
  params: byId,
  shell: 'public',
  async load(ctx, { id }) {
    const point = await findPoint(ctx.db, id, ctx.day, true);
    if (point === undefined) throw notFound();
    return { point, products: (await productsAt(ctx.db, id, ctx.day)).filter(({ star }) => star !== null) };
  },
  head: ({ point }, { lang }) => ({
    title: point.name,
    description: [kindWords(point.kind, lang), point.address, point.unitName].join(' · '),
    twin: twinOf(pointPaths.openOne(point.id, lang)),
  }),
  view: ({ point, products }, { lang }) => (
    <div class="page stack pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[
          { href: pointPaths.open(lang), words: lang === 'en' ? 'Where to buy' : 'Mua ở đâu' },
          { words: point.name },
        ]}
      />
      <div class="cols wide-left">
        <div class="stack">
          <h1 lang="vi">{point.name}</h1>
          <FactsList facts={factsOf(point, lang)} />
        </div>
        {point.provinceCode && (
          <Section title={lang === 'en' ? 'Where it is' : 'Ở đâu'}>
            <Locator code={point.provinceCode} title={point.unitName} />
          </Section>
        )}
      </div>
      <Sold products={products} lang={lang} />
    </div>
  ),
});

function Sold({ products, lang }: { products: readonly Offered[]; lang: Lang }) {
  const en = lang === 'en';
  return (
    <Section title={en ? 'OCOP products sold here' : 'Sản phẩm OCOP bán ở đây'}>
      {products.length === 0 ? (
        <p class="ink2">
          {en ? 'Nobody has said yet which products are sold here.' : 'Chưa ghi sản phẩm OCOP nào bán ở đây.'}
        </p>
      ) : (
        <ul class="stack">
          {products.map(({ id, name, producer, star }) => (
            <li key={id} lang="vi">
              <a class="inline-block py-1" href={productUrl(id, lang)}>
                {name}
              </a>
              <span class="sm ink2 block">
                {[producer, en ? `${star} stars` : `${star} sao`].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function factsOf(point: Point, lang: Lang) {
  const en = lang === 'en';
  const told = (term: string, english: string, value: string | null) =>
    value !== null && { term: en ? english : term, value: <span lang="vi">{value}</span> };
  return [
    { term: en ? 'Kind' : 'Loại', value: kindWords(point.kind, lang) },
    told('Địa chỉ', 'Address', `${point.address}, ${point.unitName}`),
    told('Đơn vị quản lý', 'Run by', point.operator),
    point.phone !== null && {
      term: en ? 'Telephone' : 'Điện thoại',
      value: (
        <a class="inline-block py-1" href={`tel:${point.phone}`}>
          {point.phone}
        </a>
      ),
    },
    { term: en ? 'Open since' : 'Mở từ ngày', value: formatDay(point.opened) },
    told('Văn bản công nhận, hỗ trợ', 'Recognised by', point.act),
    point.latitude !== null &&
      point.longitude !== null && {
        term: en ? 'Coordinates' : 'Tọa độ',
        value: `${point.latitude}, ${point.longitude}`,
      },
    point.invented && { term: en ? 'Note' : 'Ghi chú', value: en ? 'Invented data' : 'Dữ liệu giả định' },
  ];
}
