import { type ProductProfile, productProfile } from '#features/products';
import { certificateRules } from '#features/registry';
import { readSelling, type Selling } from '#features/selling';
import { byId } from '#platform/http/fields';
import { publicPage, type Redirect, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, formatDay, Plane, planeOf, StatusTag } from '#ui';
import type { CertificateRow } from '../certificate-row.ts';
import { issuedWords, verdictOf } from '../certificate-words.ts';
import { type ProductDetail, readProduct } from '../detail.ts';
import { productData } from '../json-ld.ts';
import { printOf } from '../print.ts';
import { SECTORS } from '../schema.ts';
import { type CardText, cardOf, productCards } from '../search.ts';
import { sharePicturePath } from '../share-picture.ts';
import { certificateUrl, producerUrl, productsUrl, productUrl, twinOf } from '../urls.ts';
import { type Lang, producerTypeWords, SECTOR_WORDS } from '../words.ts';
import { DataBlock } from './data-block.tsx';
import { History, type OpenActs, openActsOf } from './history.tsx';
import { CardGrid, Crumbs, InventedMark, OutsideLink, Section } from './parts.tsx';
import { MorePictures, RecordFacts } from './profile.tsx';
import { StarWords } from './star-words.tsx';
import { HowToBuy, WhereMade } from './where.tsx';

interface Data {
  product: ProductDetail;
  siblings: CardText[];
  /** The decisions the register of acts shows to everybody, by recognition. */
  openActs: OpenActs;
  profile: ProductProfile | null;
  selling: Selling | null;
  /** May say where it is sold. */
  mayTell: boolean;
}

/** One product: what it is, who makes it, what its certificate is worth today, and its recognitions. */
export const productPage = publicPage({
  params: byId,
  shell: 'public',
  async load(ctx, { id }): Promise<Data | Redirect> {
    const product = await readProduct(ctx.db, id, ctx.day);
    if (product === null) throw notFound();
    if (product.id !== id) return redirect(productUrl(product.id, ctx.lang));
    const producer = product.producer?.id;
    const { cards } =
      producer === undefined
        ? { cards: [] }
        : await productCards(ctx.db, {
            ...{ filters: { producer }, day: ctx.day, sort: 'star', limit: 9, after: null },
            rules: await certificateRules(ctx.db, ctx.day),
          });
    return {
      product,
      siblings: cards.filter((card) => cardOf(card).id !== product.id).slice(0, 8),
      openActs: await openActsOf(ctx.db, product, ctx.day),
      profile: await productProfile(ctx.db, id, ctx.day),
      selling: await readSelling(ctx.db, id),
      mayTell: ctx.actor !== null && (await ctx.may('product.declareSelling', id)),
    };
  },
  head: ({ product }, ctx) => {
    const [newest] = product.certificates;
    const en = ctx.lang === 'en';
    const star = newest?.star ? (en ? `${newest.star} stars` : `${newest.star} sao`) : null;
    const said = [star, newest && verdictOf(newest, ctx.day, ctx.lang).line, product.producer?.name, product.place];
    return {
      title: product.name,
      description: said.filter(Boolean).join(' · '),
      twin: twinOf(productUrl(product.id, ctx.lang)),
      image: sharePicturePath(product.id),
    };
  },
  view: (data, ctx) => <Product {...data} lang={ctx.lang} day={ctx.day} baseUrl={ctx.baseUrl} />,
});

function Product({
  product,
  siblings,
  openActs,
  profile,
  selling,
  mayTell,
  lang,
  day,
  baseUrl,
}: Data & { lang: Lang; day: string; baseUrl: string }) {
  const en = lang === 'en';
  const [newest] = product.certificates;
  const sector = SECTORS.find((each) => each === product.sector);
  const english = en ? (profile?.storyEn ?? null) : null;
  const story = english ?? product.story;
  return (
    <div class="page pt-4 pb-12">
      <Crumbs
        lang={lang}
        ways={[
          { href: productsUrl(lang), words: en ? 'Products' : 'Sản phẩm' },
          ...(sector ? [{ href: productsUrl(lang, { sector: [sector] }), words: SECTOR_WORDS[sector][lang] }] : []),
          { words: product.name },
        ]}
      />
      <div class="thing pt-4">
        <div class="stack-2">
          <Plane
            print={printOf(product)}
            color={planeOf(product.id)}
            photo={product.picture === null ? undefined : `/anh/${product.picture}`}
          />
          {product.picture === null && (
            <p class="xs mut">
              {en ? 'The print stands for the kind of product.' : 'Tranh minh họa loại sản phẩm. Chủ thể chưa gửi ảnh.'}
            </p>
          )}
        </div>
        <div class="stack">
          <h1 lang="vi">{product.name}</h1>
          {product.producer && (
            <p class="text-lg">
              <a class="quiet" href={producerUrl(product.producer.id, lang)} lang="vi">
                {product.producer.name}
              </a>
            </p>
          )}
          <div class="row">
            {newest?.star && (
              <StarWords row={newest} stands={newest.life !== 'revoked' && newest.life !== 'annulled'} lang={lang} />
            )}
            {newest && <CertificateTag row={newest} day={day} lang={lang} />}
            {product.invented && <InventedMark lang={lang} />}
          </div>
          <ProductFacts product={product} newest={newest} lang={lang} day={day} />
          <div class="row">
            {newest && (
              <Button kind="main" href={certificateUrl(newest.checkCode ?? newest.id, lang)} icon="qr">
                {en ? 'Check the certificate' : 'Kiểm tra chứng nhận'}
              </Button>
            )}
          </div>
        </div>
      </div>
      <div class="cols wide-left pt-8">
        <Section title={en ? 'Story' : 'Chuyện của sản phẩm'}>
          {story ? (
            <p class="story" lang={english === null ? 'vi' : 'en'}>
              {story}
            </p>
          ) : (
            <p class="mut">{en ? 'The producer has not told it yet.' : 'Chủ thể chưa gửi câu chuyện sản phẩm.'}</p>
          )}
        </Section>
        <History product={product} openActs={openActs} lang={lang} day={day} />
      </div>
      <div class="cols c2 pt-4">
        <WhereMade product={product} lang={lang} />
        <HowToBuy id={product.id} selling={selling} mayTell={mayTell} lang={lang} />
      </div>
      {profile && <MorePictures profile={profile} lang={lang} />}
      {profile && <RecordFacts profile={profile} lang={lang} />}
      {siblings.length > 0 && (
        <Section title={en ? 'Same producer' : 'Cùng chủ thể'}>
          <CardGrid cards={siblings} lang={lang} columns={4} />
        </Section>
      )}
      <DataBlock data={productData(product, day, `${baseUrl}${productUrl(product.id, lang)}`)} />
    </div>
  );
}

/** The tag of a certificate's state today. */
export function CertificateTag({ row, day, lang }: { row: CertificateRow; day: string; lang: Lang }) {
  const { state } = verdictOf(row, day, lang);
  const words = en(lang, state);
  return <StatusTag status={state === 'valid' ? 'certificate.inForce' : `certificate.${state}`} words={words} />;
}

const EN: Readonly<Record<string, string>> = {
  valid: 'Valid',
  expiring: 'Expiring soon',
  expired: 'Expired',
  extended: 'Extended',
  revoked: 'Revoked',
  annulled: 'Annulled',
  superseded: 'Superseded',
  undetermined: 'Undetermined',
};
const en = (lang: Lang, state: string): string | undefined => (lang === 'en' ? EN[state] : undefined);

function ProductFacts({
  product,
  newest,
  lang,
  day,
}: {
  product: ProductDetail;
  newest: CertificateRow | undefined;
  lang: Lang;
  day: string;
}) {
  const english = lang === 'en';
  const sector = SECTORS.find((each) => each === product.sector);
  const verdict = newest && verdictOf(newest, day, lang);
  const checked = english ? `As of ${formatDay(day)}` : `Tính đến ngày ${formatDay(day)}`;
  const group = sector && SECTOR_WORDS[sector][lang];
  return (
    <FactsList
      facts={[
        {
          term: english ? 'Place' : 'Nơi sản xuất',
          value: <span lang="vi">{product.place ?? 'Nguồn không ghi'}</span>,
          sub:
            product.formerPlace &&
            (english ? `Before 01/07/2025: ${product.formerPlace}` : `Trước 01/07/2025: ${product.formerPlace}`),
        },
        newest && verdict
          ? { term: english ? 'Certificate' : 'Chứng nhận', value: verdict.line, sub: checked }
          : {
              term: english ? 'Certificate' : 'Chứng nhận',
              value: english ? 'No recognition in the data' : 'Chưa có công nhận trong dữ liệu',
              sub: checked,
            },
        newest && {
          term: english ? 'Recognised' : 'Công nhận',
          value: [newest.issuer, issuedWords(newest, lang)].filter(Boolean).join(', '),
        },
        product.codes.length > 0 && {
          term: english ? 'Product code' : 'Mã sản phẩm',
          value: <span class="num">{product.codes.join(' · ')}</span>,
        },
        group !== undefined && {
          term: english ? 'Group' : 'Nhóm',
          value: group,
          sub:
            product.sectorGuessed &&
            (english ? 'A guess: the source does not state it' : 'Phân nhóm phỏng đoán, nguồn không ghi'),
        },
        product.specification !== null && {
          term: english ? 'Package' : 'Quy cách',
          value: <span lang="vi">{product.specification}</span>,
        },
        product.standard !== null && {
          term: english ? 'Standard' : 'Tiêu chuẩn',
          value: <span lang="vi">{product.standard}</span>,
        },
        product.producer?.type != null && {
          term: english ? 'Producer type' : 'Loại chủ thể',
          value: producerTypeWords(product.producer.type, lang),
        },
        product.producer?.address != null && {
          term: english ? 'Address' : 'Địa chỉ',
          value: <span lang="vi">{product.producer.address}</span>,
        },
        product.producer?.website != null && {
          term: english ? 'Website' : 'Trang của chủ thể',
          value: <OutsideLink href={product.producer.website} lang={lang} />,
        },
      ]}
    />
  );
}
