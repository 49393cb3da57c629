import type { ComponentChildren } from 'preact';
import type { UnitHit, UnitItem } from '#features/units';
import { Button, formatDay, formatNumber, Icon, Ready, readyFrom, StarRow } from '#ui';
import type { Facets } from '../facets.ts';
import { type ProductStatus, type Sector, USUAL_SORT } from '../schema.ts';
import { type ListAddress, productsUrl } from '../urls.ts';
import { filterWords, type Lang, SECTOR_WORDS } from '../words.ts';

interface PanelProps {
  asked: ListAddress;
  facets: Facets;
  unit: UnitItem | null;
  places: { typed: string; hits: readonly UnitHit[] } | null;
  lang: Lang;
}

const toggled = <T,>(list: readonly T[] | undefined, value: T): T[] | undefined => {
  const without = (list ?? []).filter((each) => each !== value);
  const next = without.length === (list ?? []).length ? [...without, value] : without;
  return next.length > 0 ? next : undefined;
};

const MOST_PANELS = 300;
const readyPanel = readyFrom((props: PanelProps) => <FilterPanel {...props} />, MOST_PANELS);

/** The filters beside the list. Those without typed words are few: they are kept ready. */
export function Filters(props: PanelProps) {
  const typed = props.asked.q !== undefined || props.places !== null;
  return (
    <aside class="filters" id="loc" aria-label={props.lang === 'en' ? 'Filters' : 'Lọc'}>
      {typed ? <FilterPanel {...props} /> : <Ready class="panelin" html={readyPanel(props)} />}
    </aside>
  );
}

/** The filters: place by typing (names of before too), then star, state and group with counts. */
function FilterPanel({ asked, facets, unit, places, lang }: PanelProps) {
  const en = lang === 'en';
  return (
    <>
      <div class="row between">
        <h2>{en ? 'Filter' : 'Lọc'}</h2>
        <a class="btn small done" href="#ket-qua">
          {en ? 'Done' : 'Xong'}
        </a>
      </div>
      <PlaceFilter asked={asked} unit={unit} places={places} lang={lang} />
      <FacetList title={en ? 'Stars' : 'Hạng sao'}>
        {facets.star.map(({ value, count }) => (
          <FacetRow
            key={value}
            href={productsUrl(lang, { ...asked, star: toggled(asked.star, value) })}
            on={asked.star?.includes(value)}
            count={count}
          >
            <StarRow stars={value} lang={lang} />
          </FacetRow>
        ))}
      </FacetList>
      <FacetList title={en ? 'Certificate' : 'Tình trạng chứng nhận'}>
        {facets.status
          .filter(({ value, count }) => count > 0 || asked.status?.includes(value))
          .map(({ value, count }) => (
            <FacetRow
              key={value}
              href={productsUrl(lang, { ...asked, status: toggled(asked.status, value) })}
              on={asked.status?.includes(value)}
              count={count}
            >
              {filterWords(value, lang)}
            </FacetRow>
          ))}
      </FacetList>
      <FacetList
        title={en ? 'Group' : 'Nhóm'}
        note={
          en
            ? 'For rows of public lists the group is a guess.'
            : 'Sản phẩm lấy từ danh sách công bố: phân nhóm phỏng đoán.'
        }
      >
        {facets.sector.map(({ value, count }) => (
          <FacetRow
            key={value}
            href={productsUrl(lang, { ...asked, sector: toggled(asked.sector, value) })}
            on={asked.sector?.includes(value)}
            count={count}
          >
            {SECTOR_WORDS[value][lang]}
          </FacetRow>
        ))}
      </FacetList>
    </>
  );
}

function PlaceFilter({ asked, unit, places, lang }: Omit<PanelProps, 'facets'>) {
  const en = lang === 'en';
  const { q, star, sector, status, sort } = asked;
  const kept = [
    ...(q ? [['q', q]] : []),
    ...(star ?? []).map((each) => ['star', String(each)]),
    ...(sector ?? []).map((each) => ['sector', each]),
    ...(status ?? []).map((each) => ['status', each]),
    ...(sort && sort !== USUAL_SORT ? [['sort', sort]] : []),
  ];
  return (
    <form method="get" action={productsUrl(lang)} class="stack-2 pt-2 pb-4">
      <label for="noi">
        <b>{en ? 'Place' : 'Nơi sản xuất'}</b>
      </label>
      <p class="sm mut" id="noi-goi-y">
        {en ? 'Commune or province; former names too' : 'Tên xã, tỉnh; tên cũ cũng được'}
      </p>
      {kept.map(([name, value]) => (
        <input key={`${name}${value}`} type="hidden" name={name} value={value} />
      ))}
      <div class="pair">
        <input
          class="inp"
          id="noi"
          name="place"
          value={places?.typed ?? unit?.name}
          aria-describedby="noi-goi-y"
          maxLength={200}
          autocomplete="off"
        />
        <button class="btn" type="submit" aria-label={en ? 'Filter by place' : 'Lọc theo nơi'}>
          <Icon name="lens" />
        </button>
      </div>
      {places && <PlaceChoice places={places} asked={asked} lang={lang} />}
    </form>
  );
}

/** Several units bear the typed name: which one? */
function PlaceChoice({
  places,
  asked,
  lang,
}: {
  places: { typed: string; hits: readonly UnitHit[] };
  asked: ListAddress;
  lang: Lang;
}) {
  const en = lang === 'en';
  if (places.hits.length === 0) {
    return (
      <p class="err">
        {en ? `No place called “${places.typed}”.` : `Không thấy nơi nào tên “${places.typed}”. Thử tên ngắn hơn.`}
      </p>
    );
  }
  return (
    <div>
      <p class="sm mut">{en ? 'Which one?' : 'Chọn một nơi:'}</p>
      <ul class="facet">
        {places.hits.map((hit) => (
          <li key={hit.id} class="py-1">
            <a class="block" href={productsUrl(lang, { ...asked, unit: hit.id, unitsAsOf: undefined })}>
              {hit.place}
              {hit.former && <span class="mut"> {en ? '(former)' : '(cũ)'}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FacetList({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) {
  return (
    <section class="facet">
      <h3>{title}</h3>
      {children}
      {note && <p class="xs mut">{note}</p>}
    </section>
  );
}

function FacetRow({
  href,
  on,
  count,
  children,
}: {
  href: string;
  on: boolean | undefined;
  count: number;
  children: ComponentChildren;
}) {
  return (
    <a href={href} aria-current={on ? 'true' : undefined} rel="nofollow">
      <span class="tick">
        <Icon name="check" />
      </span>
      <span class="w">{children}</span>
      <span class="n">{formatNumber(count)}</span>
    </a>
  );
}

/** What the list is narrowed to, each with a way to drop it. */
export function FilterChips({ asked, unit, lang }: { asked: ListAddress; unit: UnitItem | null; lang: Lang }) {
  const en = lang === 'en';
  const chips = [
    ...(asked.q ? [{ words: `“${asked.q}”`, href: productsUrl(lang, { ...asked, q: undefined }) }] : []),
    ...(unit
      ? [
          {
            words: unit.former ? `${unit.name} (cũ)` : unit.name,
            href: productsUrl(lang, { ...asked, unit: undefined, unitsAsOf: undefined }),
          },
        ]
      : []),
    ...(unit && asked.unitsAsOf
      ? [
          {
            words: `${en ? 'units of' : 'theo đơn vị ngày'} ${formatDay(asked.unitsAsOf)}`,
            href: productsUrl(lang, { ...asked, unitsAsOf: undefined }),
          },
        ]
      : []),
    ...(asked.star ?? []).map((each) => ({
      words: en ? `${each} stars` : `${each} sao`,
      href: productsUrl(lang, { ...asked, star: toggled(asked.star, each) }),
    })),
    ...(asked.status ?? []).map((each: ProductStatus) => ({
      words: filterWords(each, lang),
      href: productsUrl(lang, { ...asked, status: toggled(asked.status, each) }),
    })),
    ...(asked.sector ?? []).map((each: Sector) => ({
      words: SECTOR_WORDS[each][lang],
      href: productsUrl(lang, { ...asked, sector: toggled(asked.sector, each) }),
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <div class="chips">
      {chips.map(({ words, href }) => (
        <a
          key={words}
          class="chip"
          aria-current="true"
          href={href}
          aria-label={en ? `Drop filter ${words}` : `Bỏ lọc ${words}`}
        >
          {words}
          <Icon name="cross" />
        </a>
      ))}
      <Button kind="bare" small href={productsUrl(lang)}>
        {en ? 'Clear all' : 'Bỏ hết lọc'}
      </Button>
    </div>
  );
}
