import { publicPage } from '#platform/http/page';
import { EmptyState } from '#ui';
import { type InSeason, inSeason } from '../queries.ts';
import { MONTHS, seasonQuery } from '../schema.ts';
import { sellingPaths } from '../urls.ts';

type Lang = 'vi' | 'en';
const MOST = 200;
const ENGLISH = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 1))),
);
const monthWords = (month: number, lang: Lang): string =>
  lang === 'en' ? (ENGLISH[month - 1] ?? String(month)) : `Tháng ${month}`;

/** What is to be had this month, or in another one. */
export const seasonPage = publicPage({
  shell: 'public',
  query: seasonQuery,
  async load(ctx, _params, { thang }) {
    const month = Number(thang ?? ctx.day.slice(5, 7));
    const rows = await inSeason(ctx.db, month, ctx.day, MOST + 1);
    return { month, rows: rows.slice(0, MOST), more: rows.length > MOST };
  },
  head: ({ month }, ctx) => ({
    title: ctx.lang === 'en' ? `In season: ${monthWords(month, 'en')}` : `Đang mùa: tháng ${month}`,
    twin: sellingPaths.season(ctx.lang === 'en' ? 'vi' : 'en', month),
  }),
  view: (data, ctx) => <Season {...data} lang={ctx.lang} />,
});

function Season({ month, rows, more, lang }: { month: number; rows: readonly InSeason[]; more: boolean; lang: Lang }) {
  const en = lang === 'en';
  return (
    <div class="page stack-5 pt-6 pb-12">
      <h1>{en ? `In season: ${monthWords(month, lang)}` : `Sản phẩm có hàng tháng ${month}`}</h1>
      <nav class="row tight" aria-label={en ? 'Months' : 'Các tháng'}>
        {MONTHS.map(Number).map((one) => (
          <a
            key={one}
            class={one === month ? 'btn small main' : 'btn small'}
            href={sellingPaths.season(lang, one)}
            aria-current={one === month ? 'page' : undefined}
          >
            {monthWords(one, lang)}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <EmptyState print="mango" title={en ? 'Nothing said for this month' : 'Chưa có sản phẩm khai tháng này'}>
          {en
            ? 'Producers tell their season themselves. Try another month.'
            : 'Chủ thể tự khai mùa vụ. Thử tháng khác.'}
        </EmptyState>
      ) : (
        <ul class="stack">
          {rows.map((row) => (
            <li key={row.id}>
              <a href={`${en ? '/en' : ''}/san-pham/${row.id}`} lang="vi">
                <b>{row.name}</b>
              </a>
              <span class="sm ink2 block" lang="vi">
                {[row.producer, row.place, row.invented ? 'dữ liệu giả định' : null].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more && <p class="sm mut">{en ? 'The list goes on.' : 'Danh sách còn dài; chỉ hiện 200 sản phẩm đầu.'}</p>}
      <p class="sm mut">
        {en
          ? 'Seasons are told by producers and communes; nobody has checked them.'
          : 'Mùa vụ do chủ thể hoặc xã khai, chưa ai kiểm tra.'}
      </p>
    </div>
  );
}
