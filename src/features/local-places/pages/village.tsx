import {
  CardGrid,
  type CardText,
  Crumbs,
  type Lang,
  Locator,
  producerUrl,
  productCards,
  productsUrl,
  Section,
  twinOf,
} from '#features/portal';
import { certificateRules } from '#features/registry';
import { byId } from '#platform/http/fields';
import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { FactsList, formatNumber } from '#ui';
import { findLocalPlace, type LocalPlace } from '../queries.ts';
import { kindWords, kindWordsEnglish } from '../schema.ts';
import { localPlacePaths } from '../urls.ts';

const MOST = 100;

interface Data {
  readonly place: LocalPlace;
  readonly cards: readonly CardText[];
}

/** One craft village or raw-material area for everybody: what is made there, where it is, its producers and their products. */
export const villagePage = publicPage({
  params: byId,
  shell: 'public',
  async load(ctx, { id }): Promise<Data> {
    const [place, { cards }] = await Promise.all([
      findLocalPlace(ctx.db, id, ctx.day, true),
      productCards(ctx.db, {
        ...{ filters: {}, village: id, day: ctx.day, sort: 'current', limit: MOST, after: null },
        rules: await certificateRules(ctx.db, ctx.day),
      }),
    ]);
    if (!place) throw notFound();
    return { place, cards };
  },
  head: ({ place, cards }, ctx) => ({
    title: place.name,
    description: [
      (ctx.lang === 'en' ? kindWordsEnglish : kindWords)[place.kind],
      place.craft,
      place.place,
      ctx.lang === 'en' ? `${cards.length} OCOP products` : `${cards.length} sản phẩm OCOP`,
    ]
      .filter(Boolean)
      .join(' · '),
    twin: twinOf(localPlacePaths.village(place.id, ctx.lang)),
  }),
  view: (data, ctx) => <Village {...data} lang={ctx.lang} />,
});

function Village({ place, cards, lang }: Data & { lang: Lang }) {
  const en = lang === 'en';
  return (
    <div class="page stack pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[
          {
            href: localPlacePaths.open,
            words: en ? 'Craft villages, raw-material areas' : 'Làng nghề, vùng nguyên liệu',
          },
          { words: place.name },
        ]}
      />
      <div class="cols wide-left">
        <div class="stack">
          <h1 lang="vi">{place.name}</h1>
          <FactsList facts={factsOf(place, lang)} />
        </div>
        {place.provinceCode && (
          <Section title={en ? 'Where it is' : 'Ở đâu'}>
            <div class="stack">
              <Locator code={place.provinceCode} title={place.place ?? ''} />
              {place.commune && (
                <p>
                  <a href={productsUrl(lang, { unit: place.commune })}>
                    {en ? 'All products of this commune' : 'Mọi sản phẩm của xã, phường này'}
                  </a>
                </p>
              )}
            </div>
          </Section>
        )}
      </div>
      <Section title={en ? 'Producers' : 'Chủ thể'}>
        {place.producers.length === 0 ? (
          <p class="ink2">{en ? 'No OCOP producer has been recorded here yet.' : 'Chưa ghi chủ thể OCOP nào ở đây.'}</p>
        ) : (
          <ul class="lines">
            {place.producers.map(({ id, name }) => (
              <li key={id}>
                <a href={producerUrl(id, lang)}>
                  <span class="nm" lang="vi">
                    {name}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {cards.length > 0 && (
        <Section
          title={en ? `Their products (${formatNumber(cards.length)})` : `Sản phẩm (${formatNumber(cards.length)})`}
        >
          <CardGrid cards={cards} lang={lang} columns={4} />
        </Section>
      )}
    </div>
  );
}

function factsOf(place: LocalPlace, lang: Lang) {
  const en = lang === 'en';
  const named = (term: string, english: string, value: string | null) =>
    value !== null && { term: en ? english : term, value: <span lang="vi">{value}</span> };
  return [
    { term: en ? 'Kind' : 'Loại', value: (en ? kindWordsEnglish : kindWords)[place.kind] },
    named('Nghề, cây trồng, vật nuôi', 'Craft or crop', place.craft),
    named('Nơi', 'Place', place.place),
    named('Trước đây', 'Formerly', place.formerPlace),
    named('Công nhận', 'Recognised', [place.recognised, place.act].filter(Boolean).join(', ') || null),
    named('Mã số vùng trồng', 'Planting-area codes', place.plantingCodes?.replaceAll('\n', ', ') ?? null),
    place.hectares !== null && { term: en ? 'Area' : 'Diện tích', value: `${formatNumber(place.hectares)} ha` },
    place.latitude !== null &&
      place.longitude !== null && {
        term: en ? 'Coordinates' : 'Tọa độ',
        value: `${place.latitude}, ${place.longitude}`,
      },
    named('Nguồn', 'Source', place.source),
  ];
}
