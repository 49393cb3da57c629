import type { ComponentChildren } from 'preact';
import { Icon, Note, Plane, planeOf, Ready, ReadyParts, StarRow, StatusTag } from '#ui';
import { printOf } from '../print.ts';
import { type CardText, cardOf, type ProductCard } from '../search.ts';
import { certificatesUrl, homeUrl, productUrl } from '../urls.ts';
import { type Lang, listedWords, STATUS_WORDS, tagOf } from '../words.ts';

/** One product of a list: print, name, who makes it, where, its star and what its certificate is worth today. */
function ProductCardView({ card, lang }: { card: ProductCard; lang: Lang }) {
  const recognised = card.state !== 'listed';
  return (
    <article class="card">
      <Plane print={printOf(card)} color={planeOf(card.id)} />
      <div>
        <h3>
          <a href={productUrl(card.id, lang)} lang="vi">
            {card.name}
          </a>
        </h3>
        {card.producer && (
          <p class="who" lang="vi">
            {card.producer}
          </p>
        )}
        {card.place && (
          <p class="who" lang="vi">
            {card.place}
          </p>
        )}
        <p class="meta">
          {recognised && card.star !== null && <StarRow stars={card.star} lang={lang} />}
          {recognised && card.star === null && (
            <span class="mut">{lang === 'en' ? 'Star not stated' : 'Nguồn không ghi hạng sao'}</span>
          )}
          <StatusTag
            status={tagOf(card.state)}
            words={recognised ? STATUS_WORDS[card.state][lang] : listedWords(card.listed, lang)}
          />
          {card.invented && <InventedMark lang={lang} />}
        </p>
      </div>
    </article>
  );
}

const readyCards = {
  vi: new ReadyParts((text) => <ProductCardView card={cardOf(text)} lang="vi" />),
  en: new ReadyParts((text) => <ProductCardView card={cardOf(text)} lang="en" />),
};

/** Products beside each other. */
export function CardGrid({ cards, lang, columns }: { cards: readonly CardText[]; lang: Lang; columns: 3 | 4 }) {
  const ready = readyCards[lang];
  return <Ready class={`cards up${columns}`} html={cards.map((card) => ready.html(card)).join('')} />;
}

/** Everything made up for the demonstration says so. */
export function InventedMark({ lang }: { lang: Lang }) {
  return <span class="tag draft">{lang === 'en' ? 'Invented data' : 'Dữ liệu giả định'}</span>;
}

/** A section that a ruled line opens, with one way on at its right. */
export function Section({
  title,
  way,
  children,
  id,
}: {
  title: string;
  way?: { href: string; words: string } | undefined;
  children: ComponentChildren;
  id?: string | undefined;
}) {
  return (
    <section class="sec" id={id}>
      <div class="sechd">
        <h2>{title}</h2>
        {way && <a href={way.href}>{way.words}</a>}
      </div>
      {children}
    </section>
  );
}

/** Where one stands: "Sản phẩm / Thực phẩm / …". */
export function Crumbs({ ways, lang }: { ways: readonly { href?: string | undefined; words: string }[]; lang: Lang }) {
  return (
    <nav class="sm mut" aria-label={lang === 'en' ? 'You are here' : 'Bạn đang ở'}>
      {ways.map((way, i) => (
        <span key={way.words}>
          {i > 0 && ' / '}
          {way.href ? <a href={way.href}>{way.words}</a> : way.words}
        </span>
      ))}
    </nav>
  );
}

/** A link that leaves the portal, with its host in words (S23). Anything but https stays text. */
export function OutsideLink({ href, lang }: { href: string; lang: Lang }) {
  if (!URL.canParse(href) || new URL(href).protocol !== 'https:') return <span>{href}</span>;
  return (
    <a href={href} rel="noopener nofollow">
      {new URL(href).host} <span class="sm mut">{lang === 'en' ? '(outside page)' : '(trang ngoài)'}</span>
    </a>
  );
}

/** A box to type another code into. */
export function CodeForm({ lang, code, label }: { lang: Lang; code?: string | undefined; label?: string | undefined }) {
  return (
    <form class="stack-2" method="get" action={certificatesUrl(lang)}>
      <label class="block" for="ma">
        <b>{label ?? (lang === 'en' ? 'Check another code' : 'Kiểm tra mã khác')}</b>
      </label>
      <p class="sm mut" id="ma-goi-y">
        {lang === 'en'
          ? 'The code under the QR. Capitals, blanks and dashes do not matter.'
          : 'Mã in dưới ô QR. Chữ hoa, chữ thường, dấu cách đều được.'}
      </p>
      <div class="pair">
        <input
          class="inp num"
          id="ma"
          name="code"
          aria-describedby="ma-goi-y"
          value={code}
          autocomplete="off"
          maxLength={100}
          required
        />
        <button class={label === undefined ? 'btn' : 'btn main'} type="submit">
          {lang === 'en' ? 'Check' : 'Kiểm tra'}
        </button>
      </div>
    </form>
  );
}

/** The search line. Hidden fields keep the filters one has chosen. */
export function SearchLine({
  action,
  label,
  hint,
  q,
  lang,
  framed,
  showLabel,
  keep = [],
}: {
  action: string;
  label: string;
  hint: string;
  q?: string | undefined;
  lang: Lang;
  framed?: boolean | undefined;
  showLabel?: boolean | undefined;
  keep?: readonly (readonly [string, string])[] | undefined;
}) {
  return (
    <search>
      <form method="get" action={action}>
        <label class={showLabel ? undefined : 'sr'} for="q">
          {label}
        </label>
        {keep.map(([name, value]) => (
          <input key={`${name}${value}`} type="hidden" name={name} value={value} />
        ))}
        <div class={framed ? 'seek framed' : 'seek'}>
          <input
            class="inp"
            id="q"
            name="q"
            type="search"
            value={q}
            placeholder={hint}
            maxLength={200}
            autocomplete="off"
          />
          <button class="btn main" type="submit">
            <Icon name="lens" />
            {lang === 'en' ? 'Search' : 'Tìm'}
          </button>
        </div>
      </form>
    </search>
  );
}

const IN_VIETNAMESE = {
  title: 'In Vietnamese only.',
  why: 'This is the text of the law, word for word; no official translation exists. What the stars mean stands in English on the',
  home: 'home page',
};

/** On a page of law in the English portal: the text is the Vietnamese one, and where English explanations stand. */
export function TextOfLaw({ lang }: { lang: Lang }) {
  if (lang !== 'en') return null;
  return (
    <Note title={IN_VIETNAMESE.title}>
      {IN_VIETNAMESE.why} <a href={`${homeUrl(lang)}#sao`}>{IN_VIETNAMESE.home}</a>.
    </Note>
  );
}
