import { z } from 'zod';
import { readUnit, type UnitItem } from '#features/units';
import { search, uuid } from '#platform/http/fields';
import { publicPage } from '#platform/http/page';
import { Button, EmptyState, formatNumber, StarRow } from '#ui';
import { decodePlace, producerPlace } from '../after.ts';
import { type ProducerCard, producerCards } from '../detail.ts';
import { producersUrl, producerUrl, twinOf } from '../urls.ts';
import { type Lang, producerTypeWords } from '../words.ts';
import { InventedMark, SearchLine } from './parts.tsx';

const PAGE = 40;

interface Data {
  q: string | undefined;
  unit: UnitItem | null;
  cards: ProducerCard[];
  total: number;
  seen: number;
  next: [string, string] | null;
}

/** Producers by name, with the number of their products. */
export const producersPage = publicPage({
  query: z.object({
    q: search().catch(undefined),
    unit: uuid().optional().catch(undefined),
    after: z.string().max(600).optional().catch(undefined),
  }),
  shell: 'public',
  async load(ctx, _params, { q, unit: unitId, after }): Promise<Data> {
    const place = decodePlace(producerPlace, after);
    const [seen, name, id] = place ?? [0, '', ''];
    const [found, unit] = await Promise.all([
      producerCards(ctx.db, { q, unit: unitId, day: ctx.day, limit: PAGE, after: place ? [name, id] : null }),
      unitId === undefined ? null : readUnit(ctx.db, unitId, ctx.day),
    ]);
    return { q, unit, seen, ...found };
  },
  head: ({ q, unit, total }, ctx) => {
    const where = unit ? `: ${unit.place}` : '';
    return {
      title: ctx.lang === 'en' ? `OCOP producers${where}` : `Chủ thể OCOP${where}`,
      description:
        ctx.lang === 'en' ? `${total} producers of OCOP products.` : `${formatNumber(total)} chủ thể có sản phẩm OCOP.`,
      twin: twinOf(producersUrl(ctx.lang, { q, unit: unit?.id })),
      noindex: q !== undefined || total === 0,
    };
  },
  view: (data, ctx) => <Producers data={data} lang={ctx.lang} />,
});

function Producers({ data: { q, unit, cards, total, seen, next }, lang }: { data: Data; lang: Lang }) {
  const en = lang === 'en';
  return (
    <div class="page stack pt-6 pb-12">
      <h1>{en ? 'Producers' : 'Chủ thể'}</h1>
      <SearchLine
        framed
        action={producersUrl(lang)}
        label={en ? 'Search producers' : 'Tìm chủ thể'}
        hint={en ? 'Name of the producer' : 'Tên chủ thể; không cần gõ dấu'}
        q={q}
        lang={lang}
        keep={unit ? [['unit', unit.id]] : []}
      />
      <p role="status">
        <b>{formatNumber(total)}</b> {en ? 'producers' : 'chủ thể'}
        {unit && <span class="mut">{en ? ` in ${unit.place}` : ` ở ${unit.place}`}</span>}
      </p>
      {cards.length === 0 ? (
        <EmptyState
          print="basket"
          title={en ? 'Nothing found' : 'Không thấy chủ thể nào'}
          way={{ href: producersUrl(lang), words: en ? 'All producers' : 'Xem tất cả chủ thể' }}
        >
          {en ? 'Try fewer words.' : 'Thử tên ngắn hơn.'}
        </EmptyState>
      ) : (
        <>
          <ul class="lines">
            {cards.map((card) => (
              <ProducerRow key={card.id} card={card} lang={lang} />
            ))}
          </ul>
          <nav class="pager" aria-label={en ? 'Pages' : 'Các trang'}>
            <span class="sm mut">
              {formatNumber(seen + 1)}–{formatNumber(seen + cards.length)} {en ? 'of' : 'trong'} {formatNumber(total)}
            </span>
            <span class="row tight">
              {seen > 0 && (
                <Button kind="bare" href={producersUrl(lang, { q, unit: unit?.id })}>
                  {en ? 'First page' : 'Về trang đầu'}
                </Button>
              )}
              {next && (
                <Button
                  href={producersUrl(lang, { q, unit: unit?.id, after: [seen + cards.length, ...next] })}
                  iconAfter="right"
                >
                  {en ? 'Next page' : 'Trang sau'}
                </Button>
              )}
            </span>
          </nav>
        </>
      )}
    </div>
  );
}

function ProducerRow({ card, lang }: { card: ProducerCard; lang: Lang }) {
  const kind = producerTypeWords(card.type, lang);
  const products =
    lang === 'en'
      ? `${card.products} ${card.products === 1 ? 'product' : 'products'}`
      : `${formatNumber(card.products)} sản phẩm`;
  return (
    <li>
      <a href={producerUrl(card.id, lang)}>
        <span class="grow">
          <span class="nm block" lang="vi">
            {card.name}
          </span>
          <span class="sm ink2 block">{[card.place, kind, products].filter(Boolean).join(' · ')}</span>
        </span>
        {card.invented && <InventedMark lang={lang} />}
        {card.best !== null && <StarRow stars={card.best} lang={lang} />}
      </a>
    </li>
  );
}
