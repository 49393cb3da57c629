import { certificateRules } from '#features/registry';
import { readUnit, searchUnits, type UnitHit, type UnitItem } from '#features/units';
import { publicPage, redirect } from '#platform/http/page';
import { Button, EmptyState, formatNumber, Icon, Note, Ready, readyFrom } from '#ui';
import { decodePlace, productPlace } from '../after.ts';
import { countsOf, type Facets } from '../facets.ts';
import { productsQuery, SORTS, type Sort, USUAL_SORT } from '../schema.ts';
import { type CardText, type Cursor, nearNames, productCards, productCells } from '../search.ts';
import { type ListAddress, productsUrl, twinOf } from '../urls.ts';
import { type Lang, SORT_WORDS } from '../words.ts';
import { wordsOf } from '../words-of.ts';
import { FilterChips, Filters } from './filters.tsx';
import { CardGrid, SearchLine } from './parts.tsx';

const PAGE = 24;

interface Data {
  asked: ListAddress;
  sort: Sort;
  cards: CardText[];
  facets: Facets;
  total: number;
  seen: number;
  next: Cursor | null;
  unit: UnitItem | null;
  /** The typed place fits several units, or none: to choose from. */
  places: { typed: string; hits: UnitHit[] } | null;
  near: string[];
  /** The words as typed find nothing: this is what they may have meant. */
  mended: boolean;
}

/** The list of products with search, filters and counts; every filter is a link, so it works without JavaScript. */
export const productsPage = publicPage({
  query: productsQuery,
  shell: 'public',
  async load(ctx, _params, query): Promise<Data | ReturnType<typeof redirect>> {
    const { q, star, sector, status, unit: unitId, unitsAsOf, sort = USUAL_SORT } = query;
    const asked: ListAddress = { q, star, sector, status, unit: unitId, unitsAsOf, sort };
    const hits = query.place === undefined ? null : await searchUnits(ctx.db, { q: query.place, day: ctx.day });
    const [only, ...others] = hits ?? [];
    if (only && (others.length === 0 || isClear(query.place ?? '', only, others))) {
      return redirect(productsUrl(ctx.lang, { ...asked, unit: only.id, unitsAsOf: undefined }));
    }
    const place = decodePlace(productPlace, query.after);
    const [seen, ...after] = place ?? [0];
    const counted = {
      filters: { q, unit: unitId, unitsAsOf },
      day: ctx.day,
      rules: await certificateRules(ctx.db, ctx.day),
    };
    const { cells, taken } = await ctx.kept(`productCells ${JSON.stringify(counted)}`, () =>
      productCells(ctx.db, counted),
    );
    const page = { sort, limit: PAGE, after: place ? (after as Cursor) : null, ...taken };
    const [found, unit] = await Promise.all([
      productCards(ctx.db, { ...counted, ...page, filters: query }),
      unitId === undefined ? null : readUnit(ctx.db, unitId, unitsAsOf ?? ctx.day),
    ]);
    const facets = countsOf(cells, query);
    const near = facets.total === 0 && q !== undefined ? await nearNames(ctx.db, q) : [];
    const places = hits === null ? null : { typed: query.place ?? '', hits };
    return {
      asked,
      sort,
      cards: found.cards,
      facets,
      total: facets.total,
      seen,
      next: found.next,
      unit,
      places,
      near,
      mended: taken.mended !== undefined,
    };
  },
  head: ({ asked, unit, total }, ctx) => {
    const en = ctx.lang === 'en';
    const where = unit ? (en ? ` in ${unit.place}` : ` ở ${unit.place}`) : '';
    const title = asked.q ? `${asked.q}${where}` : en ? `OCOP products${where}` : `Sản phẩm OCOP${where}`;
    return {
      title,
      description: en
        ? `${total} OCOP products${where}: stars, producers, certificates.`
        : `${formatNumber(total)} sản phẩm OCOP${where}: hạng sao, chủ thể, chứng nhận còn hiệu lực hay không.`,
      twin: twinOf(productsUrl(ctx.lang, asked)),
      noindex: asked.q !== undefined || total === 0,
    };
  },
  ready: (data, { lang }) => (data.asked.q === undefined ? readyList({ data, lang }) : null),
  view: (data, { lang }) =>
    data.asked.q === undefined ? (
      <Ready class="page stack pt-6 pb-12" html={readyList({ data, lang })} />
    ) : (
      <div class="page stack pt-6 pb-12">
        <Products data={data} lang={lang} />
      </div>
    ),
});

/** The typed place is the whole name of one unit of today: no need to ask. */
function isClear(typed: string, only: UnitHit, others: readonly UnitHit[]): boolean {
  const same = (hit: UnitHit) => ` ${wordsOf(hit.name).join(' ')}`.endsWith(` ${wordsOf(typed).join(' ')}`);
  return (
    same(only) &&
    !only.former &&
    only.level === 'province' &&
    !others.some((hit) => !hit.former && hit.level === 'province')
  );
}

function Products({ data, lang }: { data: Data; lang: Lang }) {
  const en = lang === 'en';
  const { asked, cards, total, seen, next, near } = data;
  return (
    <>
      <h1>{en ? 'OCOP products' : 'Sản phẩm OCOP'}</h1>
      <SearchLine
        framed
        action={productsUrl(lang)}
        label={en ? 'Search products, producers, places' : 'Tìm sản phẩm, chủ thể hoặc xã'}
        hint={en ? 'Product, producer, place; marks not needed' : 'Tên sản phẩm, chủ thể, xã; không cần gõ dấu'}
        q={asked.q}
        lang={lang}
        keep={keptFields(asked)}
      />
      <div class="listing">
        <Filters asked={asked} facets={data.facets} unit={data.unit} places={data.places} lang={lang} />
        <div id="ket-qua" class="stack">
          <h2 class="sr">{en ? 'Results' : 'Kết quả'}</h2>
          <div class="row between">
            <p role="status">
              <b>{formatNumber(total)}</b> {en ? 'products' : 'sản phẩm'}
              {data.unit && <span class="mut">{en ? ` in ${data.unit.place}` : ` ở ${data.unit.place}`}</span>}
            </p>
            <a class="btn small tofilter" href="#loc">
              <Icon name="filter" />
              {en ? 'Filter' : 'Lọc'}
            </a>
          </div>
          <FilterChips asked={asked} unit={data.unit} lang={lang} />
          {total > 0 && data.mended && (
            <Note>
              {en ? 'Nothing fits' : 'Không có sản phẩm nào đúng như'} <b lang="vi">“{asked.q}”</b>
              {en ? ' letter by letter. These come close.' : '. Đây là những sản phẩm gần giống.'}
            </Note>
          )}
          {total > 0 && <Orders asked={asked} sort={data.sort} lang={lang} />}
          {cards.length > 0 ? <CardGrid cards={cards} lang={lang} columns={3} /> : <Nothing near={near} lang={lang} />}
          {cards.length > 0 && (
            <nav class="pager" aria-label={en ? 'Pages' : 'Các trang'}>
              <span class="sm mut">
                {formatNumber(seen + 1)}–{formatNumber(seen + cards.length)} {en ? 'of' : 'trong'} {formatNumber(total)}
              </span>
              <span class="row tight">
                {seen > 0 && (
                  <Button kind="bare" href={productsUrl(lang, asked)}>
                    {en ? 'First page' : 'Về trang đầu'}
                  </Button>
                )}
                {next && (
                  <Button
                    href={productsUrl(lang, { ...asked, after: { cursor: next, seen: seen + cards.length } })}
                    iconAfter="right"
                  >
                    {en ? 'Next page' : 'Trang sau'}
                  </Button>
                )}
              </span>
            </nav>
          )}
        </div>
      </div>
    </>
  );
}

const MOST_LISTS = 60;

/** A list without typed words is drawn anew only when something on it is another; what is typed comes once and is not kept. */
const readyList = readyFrom<{ data: Data; lang: Lang }>((drawn) => <Products {...drawn} />, MOST_LISTS);

function keptFields({ star, sector, status, unit, unitsAsOf, sort }: ListAddress): [string, string][] {
  const kept: [string, string][] = [];
  for (const each of star ?? []) kept.push(['star', String(each)]);
  for (const each of sector ?? []) kept.push(['sector', each]);
  for (const each of status ?? []) kept.push(['status', each]);
  if (unit !== undefined) kept.push(['unit', unit]);
  if (unitsAsOf !== undefined) kept.push(['unitsAsOf', unitsAsOf]);
  if (sort !== undefined && sort !== USUAL_SORT) kept.push(['sort', sort]);
  return kept;
}

function Orders({ asked, sort, lang }: { asked: ListAddress; sort: Sort; lang: Lang }) {
  return (
    <nav class="orders" aria-label={lang === 'en' ? 'Order' : 'Xếp theo'}>
      <span class="mut">{lang === 'en' ? 'Order:' : 'Xếp theo:'}</span>
      {SORTS.map((each) => (
        <a
          key={each}
          href={productsUrl(lang, { ...asked, sort: each })}
          aria-current={each === sort ? 'true' : undefined}
        >
          {SORT_WORDS[each][lang]}
        </a>
      ))}
    </nav>
  );
}

function Nothing({ near, lang }: { near: readonly string[]; lang: Lang }) {
  const en = lang === 'en';
  return (
    <div class="stack">
      <EmptyState
        print="basket"
        title={en ? 'Nothing found' : 'Không thấy sản phẩm nào'}
        way={{ href: productsUrl(lang), words: en ? 'All products' : 'Xem tất cả sản phẩm' }}
      >
        {en ? 'Try fewer words, or drop a filter.' : 'Thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc.'}
      </EmptyState>
      {near.length > 0 && (
        <div class="chips">
          <span class="mut">{en ? 'Did you mean' : 'Có thể bạn tìm'}</span>
          {near.map((name) => (
            <a key={name} class="chip" href={productsUrl(lang, { q: name })} lang="vi">
              <Icon name="lens" />
              {name}
            </a>
          ))}
        </div>
      )}
    </div>
  );
}
