import { certificateRules } from '#features/registry';
import { byId } from '#platform/http/fields';
import { publicPage, type Redirect, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { FactsList } from '#ui';
import { type ProducerDetail, readProducer } from '../detail.ts';
import { producerData } from '../json-ld.ts';
import { type CardText, productCards } from '../search.ts';
import { producersUrl, producerUrl, twinOf } from '../urls.ts';
import { type Lang, producerTypeWords, sourceDate } from '../words.ts';
import { DataBlock } from './data-block.tsx';
import { CardGrid, Crumbs, InventedMark, OutsideLink, Section } from './parts.tsx';

interface Data {
  producer: ProducerDetail;
  cards: CardText[];
}

const MOST = 100;

/** One producer: where it is, its business address, and its products with what their certificates are worth today. */
export const producerPage = publicPage({
  params: byId,
  shell: 'public',
  async load(ctx, { id }): Promise<Data | Redirect> {
    const [producer, { cards }] = await Promise.all([
      readProducer(ctx.db, id, ctx.day),
      productCards(ctx.db, {
        ...{ filters: { producer: id }, day: ctx.day, sort: 'star', limit: MOST, after: null },
        rules: await certificateRules(ctx.db, ctx.day),
      }),
    ]);
    if (producer === null) throw notFound();
    if (producer.id !== id) return redirect(producerUrl(producer.id, ctx.lang));
    return { producer, cards };
  },
  head: ({ producer, cards }, ctx) => ({
    title: producer.name,
    description: [producer.place, ctx.lang === 'en' ? `${cards.length} OCOP products` : `${cards.length} sản phẩm OCOP`]
      .filter(Boolean)
      .join(' · '),
    twin: twinOf(producerUrl(producer.id, ctx.lang)),
  }),
  view: ({ producer, cards }, ctx) => (
    <Producer producer={producer} cards={cards} lang={ctx.lang} baseUrl={ctx.baseUrl} />
  ),
});

function Producer({ producer, cards, lang, baseUrl }: Data & { lang: Lang; baseUrl: string }) {
  const en = lang === 'en';
  const kind = producerTypeWords(producer.type, lang);
  return (
    <div class="page stack pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[{ href: producersUrl(lang), words: en ? 'Producers' : 'Chủ thể' }, { words: producer.name }]}
      />
      <div class="cols wide-left">
        <div class="stack">
          <h1 lang="vi">{producer.name}</h1>
          {producer.invented && (
            <p>
              <InventedMark lang={lang} />
            </p>
          )}
          {producer.formerNames.length > 0 && (
            <p class="sm ink2">
              {en ? 'Former names: ' : 'Tên trước đây: '}
              <span lang="vi">{producer.formerNames.join('; ')}</span>
            </p>
          )}
          {producer.history && (
            <p class="story" lang="vi">
              {producer.history}
            </p>
          )}
        </div>
        <FactsList
          facts={[
            {
              term: en ? 'Place' : 'Địa bàn',
              value: <span lang="vi">{producer.place ?? 'Nguồn không ghi'}</span>,
              sub:
                producer.formerPlace &&
                (en ? `Before 01/07/2025: ${producer.formerPlace}` : `Trước 01/07/2025: ${producer.formerPlace}`),
            },
            kind !== null && { term: en ? 'Type' : 'Loại chủ thể', value: kind },
            producer.address !== null && {
              term: en ? 'Address' : 'Địa chỉ',
              value: <span lang="vi">{producer.address}</span>,
            },
            producer.foundedOn !== null && {
              term: en ? 'Founded' : 'Thành lập',
              value: sourceDate(producer.foundedOn, lang),
            },
            producer.phone !== null && {
              term: en ? 'Telephone' : 'Điện thoại',
              value: <a href={`tel:${producer.phone}`}>{producer.phone}</a>,
            },
            producer.email !== null && {
              term: en ? 'E-mail' : 'Thư điện tử',
              value: <a href={`mailto:${producer.email}`}>{producer.email}</a>,
            },
            producer.website !== null && {
              term: en ? 'Website' : 'Trang của chủ thể',
              value: <OutsideLink href={producer.website} lang={lang} />,
            },
          ]}
        />
      </div>
      <Section title={en ? 'Products' : 'Sản phẩm'}>
        {cards.length > 0 ? (
          <CardGrid cards={cards} lang={lang} columns={4} />
        ) : (
          <p class="mut">{en ? 'No products yet.' : 'Chưa có sản phẩm nào.'}</p>
        )}
      </Section>
      <DataBlock data={producerData(producer, `${baseUrl}${producerUrl(producer.id, lang)}`)} />
    </div>
  );
}
