import { certificateRules } from '#features/registry';
import { sellingPaths } from '#features/selling';
import { publicPage } from '#platform/http/page';
import { Button, formatNumber, Icon, Plane, planeOf } from '#ui';
import { type StarMeaning, starMeanings } from '../bands.ts';
import { type HomeFigures, homeFigures } from '../detail.ts';
import { printOf, printOfSector } from '../print.ts';
import { SECTORS } from '../schema.ts';
import { type CardText, cardOf, newestCards, type ProductCard } from '../search.ts';
import { certificatesUrl, homeUrl, lookUpUrl, misuseUrl, productsUrl, productUrl, rulesUrl, twinOf } from '../urls.ts';
import { type Lang, SECTOR_WORDS } from '../words.ts';
import { ProvinceRows, VietnamMap } from './map.tsx';
import { CardGrid, SearchLine, Section } from './parts.tsx';
import { StarMeanings } from './star-meaning.tsx';

interface Data {
  figures: HomeFigures;
  newest: CardText[];
  panels: ProductCard[];
  meanings: StarMeaning[];
}

const NEWEST = 24;

/** The door: what one can look up here, what is new, and what the stars mean. */
export const homePage = publicPage({
  shell: 'public',
  async load(ctx): Promise<Data> {
    const rules = await certificateRules(ctx.db, ctx.day);
    const [figures, cards, meanings] = await Promise.all([
      homeFigures(ctx.db, ctx.day),
      newestCards(ctx.db, ctx.day, NEWEST, rules),
      starMeanings(ctx.day),
    ]);
    const panels = unlike(cards.map(cardOf));
    const shown = new Set(panels.map(({ id }) => id));
    return { figures, panels, newest: cards.filter((card) => !shown.has(cardOf(card).id)).slice(0, 4), meanings };
  },
  head: (_data, ctx) => {
    const twin = twinOf(homeUrl(ctx.lang));
    return ctx.lang === 'en'
      ? {
          title: 'Village products and their stars',
          description: 'Look up OCOP products of Vietnam: who makes them, where, and whether the certificate is valid.',
          twin,
        }
      : {
          title: 'Sản vật của làng',
          description:
            'Tìm sản phẩm OCOP đã được công nhận, xem ai làm ra, ở đâu, và chứng nhận còn hiệu lực hay không.',
          twin,
        };
  },
  view: (data, ctx) => <Home data={data} lang={ctx.lang} />,
});

/** Four products with four different prints. */
function unlike(cards: readonly ProductCard[]): ProductCard[] {
  const byPrint = new Map<string, ProductCard>();
  for (const card of cards) {
    const print = printOf(card);
    if (!byPrint.has(print)) byPrint.set(print, card);
  }
  return [...byPrint.values()].slice(0, 4);
}

const productsCounted = (count: number, lang: Lang) =>
  lang === 'en' ? `${formatNumber(count)} ${count === 1 ? 'product' : 'products'}` : `${formatNumber(count)} sản phẩm`;

function Home({ data: { figures, newest, panels, meanings }, lang }: { data: Data; lang: Lang }) {
  const en = lang === 'en';
  return (
    <>
      <section class="dye hero weave">
        <div class="page">
          <div class="stack-5">
            <h1>
              {en ? 'Made in the village,' : 'Sản vật của làng,'}
              <br />
              {en ? 'starred by a council.' : 'sao do hội đồng chấm.'}
            </h1>
            <p class="lead">
              {en
                ? 'Find recognised OCOP products, who makes them, where, and whether the certificate is valid.'
                : 'Tìm sản phẩm OCOP đã được công nhận, xem ai làm ra, ở đâu, và chứng nhận còn hiệu lực hay không.'}
            </p>
            <SearchLine
              showLabel
              action={productsUrl(lang)}
              label={en ? 'Search a product, producer or commune' : 'Tìm sản phẩm, chủ thể hoặc xã'}
              hint={en ? 'Example: my gao chu' : 'Ví dụ: my gao chu'}
              lang={lang}
            />
            <p class="row top tight flex-nowrap">
              <Icon name="qr" />
              <span>
                {en ? 'A code on the label? ' : 'Có mã trên tem hoặc giấy chứng nhận? '}
                <a href={certificatesUrl(lang)}>
                  <b>{en ? 'Check the certificate' : 'Kiểm tra chứng nhận'}</b>
                </a>
              </span>
            </p>
          </div>
          <div class="four">
            {panels.map((card) => (
              <a key={card.id} class="panel" href={productUrl(card.id, lang)} lang="vi">
                <Plane print={printOf(card)} color={planeOf(card.id)} />
                <span class="cap">
                  <b>{card.name}</b>
                  <span class="xs">{card.place}</span>
                </span>
              </a>
            ))}
          </div>
        </div>
      </section>
      <div class="page pb-12">
        <Section
          title={en ? 'Six groups of products' : 'Sáu nhóm sản phẩm'}
          way={{
            href: productsUrl(lang),
            words: en
              ? `All ${formatNumber(figures.products)} products`
              : `Xem cả ${formatNumber(figures.products)} sản phẩm`,
          }}
        >
          <div class="six">
            {SECTORS.map((sector) => (
              <a key={sector} href={productsUrl(lang, { sector: [sector] })}>
                <Plane print={printOfSector(sector)} color={planeOf(sector)} />
                <span>
                  <b class="block">{SECTOR_WORDS[sector][lang]}</b>
                  <span class="sm ink2">{productsCounted(figures.sectors[sector] ?? 0, lang)}</span>
                </span>
              </a>
            ))}
          </div>
        </Section>
        <Section
          title={en ? 'Newly recognised' : 'Vừa được công nhận'}
          way={{
            href: productsUrl(lang, { sort: 'recent' }),
            words: en ? 'By date of recognition' : 'Theo ngày công nhận',
          }}
        >
          <CardGrid cards={newest} lang={lang} columns={4} />
        </Section>
        <Section
          title={en ? 'By province' : 'Theo tỉnh, thành phố'}
          way={{ href: en ? '/en/ban-do' : '/ban-do', words: en ? 'Large map' : 'Xem bản đồ theo sao, nhóm, hạn' }}
        >
          <div class="cols c2">
            <div class="stack-2">
              <VietnamMap provinces={figures.provinces} lang={lang} />
              <p class="sm mut">
                {en
                  ? 'The darker a province, the more products it has.'
                  : 'Tỉnh có nhiều sản phẩm hơn thì màu đậm hơn.'}
              </p>
            </div>
            <div class="stack">
              <p>
                {en
                  ? `${formatNumber(figures.products)} products of ${formatNumber(figures.producers)} producers; ${formatNumber(figures.valid)} certificates are valid today.`
                  : `${formatNumber(figures.products)} sản phẩm của ${formatNumber(figures.producers)} chủ thể; ${formatNumber(figures.valid)} sản phẩm có chứng nhận còn hiệu lực hôm nay.`}
              </p>
              <ProvinceRows provinces={figures.provinces} lang={lang} />
            </div>
          </div>
        </Section>
        <Section
          id="sao"
          title={en ? 'What the stars mean' : 'Ngôi sao nói điều gì?'}
          way={{ href: rulesUrl(lang), words: en ? 'Rules in force' : 'Quy định đang áp dụng' }}
        >
          <StarMeanings meanings={meanings} lang={lang} />
        </Section>
        <Section title={en ? 'Something not right?' : 'Bạn cần việc khác?'}>
          <div class="row">
            <Button href={en ? '/en/tong-quan' : '/tong-quan'}>
              {en ? 'Numbers by group and place' : 'Số liệu theo nhóm, theo xã'}
            </Button>
            <Button href={sellingPaths.season(lang)}>{en ? 'What is in season' : 'Tháng này có gì'}</Button>
            <Button href={misuseUrl(lang)} icon="flag">
              {en ? 'Report wrong use of stars' : 'Báo sản phẩm dùng sai sao'}
            </Button>
            <Button href={lookUpUrl(lang)} icon="lens">
              {en ? 'See where a dossier is' : 'Xem hồ sơ đang ở bước nào'}
            </Button>
          </div>
        </Section>
      </div>
    </>
  );
}
