import { type Lang, productsUrl, SECTOR_WORDS, twinOf } from '#features/portal';
import { readUnit, type UnitItem } from '#features/units';
import { publicPage } from '#platform/http/page';
import { DataTable, EmptyState, formatDay, formatNumber } from '#ui';
import { COLUMNS, type Counted, type Overview, overviewOf } from '../overview.ts';
import { overviewQuery } from '../schema.ts';
import { overviewUrl, publicMap } from '../urls.ts';

interface Data {
  readonly province: UnitItem | null;
  readonly overview: Overview;
}

/** Public products in numbers to read: by group, by province or commune; every number opens its list. */
export const overviewPage = publicPage({
  query: overviewQuery,
  shell: 'public',
  async load(ctx, _params, { tinh }): Promise<Data> {
    const unit = tinh === undefined ? null : await readUnit(ctx.db, tinh, ctx.day);
    const province = unit?.level === 'province' && !unit.former ? unit : null;
    const key = `overview ${province?.id ?? ''} ${ctx.day}`;
    return { province, overview: await ctx.kept(key, () => overviewOf(ctx.db, ctx.day, province?.id ?? null)) };
  },
  head: ({ province, overview }, { lang }) => ({
    title: titleOf(province, lang),
    description:
      lang === 'en'
        ? `${overview.all.total} OCOP products by group and place.`
        : `${formatNumber(overview.all.total)} sản phẩm OCOP theo nhóm, theo nơi làm ra.`,
    twin: twinOf(overviewUrl(lang, province?.id)),
  }),
  view: (data, { lang, day }) => <OverviewBody {...data} lang={lang} day={day} />,
});

const titleOf = (province: UnitItem | null, lang: Lang) =>
  lang === 'en'
    ? `OCOP products of ${province?.name ?? 'Viet Nam'} in numbers`
    : `Tổng quan sản phẩm OCOP ${province?.name ?? 'cả nước'}`;

function OverviewBody({ province, overview, lang, day }: Data & { lang: Lang; day: string }) {
  const en = lang === 'en';
  const { all, groups, units } = overview;
  const unit = province?.id;
  return (
    <div class="page stack-5 pt-6 pb-12">
      <div>
        <h1>{titleOf(province, lang)}</h1>
        <p class="ink2">
          {en
            ? `On ${formatDay(day)}, by the units of today. Every number opens its list.`
            : `Tính đến ngày ${formatDay(day)}, theo đơn vị hành chính hôm nay. Mỗi con số mở danh sách của nó.`}
        </p>
      </div>
      <p class="row">
        {province !== null && <a href={overviewUrl(lang)}>{en ? 'The whole country' : 'Cả nước'}</a>}
        <a href={publicMap(lang, { tinh: unit })}>{en ? 'The same on the map' : 'Xem trên bản đồ'}</a>
      </p>
      {all.total === 0 ? (
        <EmptyState
          title={en ? 'No products yet' : 'Chưa có sản phẩm'}
          way={{ href: overviewUrl(lang), words: en ? 'The whole country' : 'Xem cả nước' }}
        >
          {en ? 'Products recognised here will be counted.' : 'Sản phẩm được công nhận ở đây sẽ được đếm.'}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={en ? 'By group' : 'Theo nhóm sản phẩm'}
            showCaption
            rows={[...groups.map((row) => ({ ...row, all: false })), { ...all, sector: null, all: true }]}
            keyOf={(row) => (row.all ? 'all' : (row.sector ?? 'unknown'))}
            columns={[
              {
                head: en ? 'Group' : 'Nhóm',
                rowHead: true,
                cell: (row) =>
                  row.all ? (
                    <b>{en ? 'All groups' : 'Tất cả'}</b>
                  ) : row.sector === null ? (
                    <span class="mut">{en ? 'Not known' : 'Chưa rõ nhóm'}</span>
                  ) : (
                    SECTOR_WORDS[row.sector][lang]
                  ),
              },
              ...numbers<(typeof groups)[number] & { all: boolean }>(lang, (row, asked) =>
                row.all || row.sector !== null
                  ? productsUrl(lang, { ...asked, unit, sector: row.sector === null ? undefined : [row.sector] })
                  : null,
              ),
            ]}
          />
          <DataTable
            caption={
              province === null
                ? en
                  ? 'By province'
                  : 'Theo tỉnh, thành phố'
                : en
                  ? 'By commune'
                  : 'Theo xã, phường, đặc khu'
            }
            showCaption
            rows={units}
            keyOf={(row) => row.unit ?? 'unknown'}
            columns={[
              {
                head: en ? 'Place' : 'Nơi',
                rowHead: true,
                cell: (row) => {
                  if (row.unit === null) return <span class="mut">{en ? 'Not known' : 'Chưa rõ'}</span>;
                  const href = province === null ? overviewUrl(lang, row.unit) : productsUrl(lang, { unit: row.unit });
                  return (
                    <a href={href} lang="vi">
                      {row.name}
                    </a>
                  );
                },
              },
              ...numbers<(typeof units)[number]>(lang, (row, asked) =>
                row.unit === null ? null : productsUrl(lang, { ...asked, unit: row.unit }),
              ),
            ]}
          />
        </>
      )}
    </div>
  );
}

const HEADS: Readonly<Record<keyof Counted, Readonly<Record<Lang, string>>>> = {
  total: { vi: 'Sản phẩm', en: 'Products' },
  star5: { vi: '5 sao', en: '5 stars' },
  star4: { vi: '4 sao', en: '4 stars' },
  star3: { vi: '3 sao', en: '3 stars' },
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
};

/** The columns of numbers, each a link into the list of products. */
function numbers<Row extends Counted>(
  lang: Lang,
  hrefOf: (row: Row, asked: (typeof COLUMNS)[keyof Counted]) => string | null,
) {
  return (Object.keys(HEADS) as (keyof Counted)[]).map((name) => ({
    head: HEADS[name][lang],
    number: true,
    cell: (row: Row) => {
      const href = row[name] === 0 ? null : hrefOf(row, COLUMNS[name]);
      return href === null ? formatNumber(row[name]) : <a href={href}>{formatNumber(row[name])}</a>;
    },
  }));
}
