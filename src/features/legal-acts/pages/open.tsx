import { publicPage } from '#platform/http/page';
import { EmptyState, formatDay, formatNumber, LoadMore, withFilters } from '#ui';
import { holds, listActs } from '../queries.ts';
import { listQuery } from '../schema.ts';
import { actPaths } from '../urls.ts';
import { actName, periodWords } from '../words.ts';
import { ActFilter, ActTag } from './parts.tsx';

const PAGE = 40;

/** Acts in force today, for everybody. */
export const openActsPage = publicPage({
  query: listQuery,
  shell: 'public',
  async load(ctx, _params, query) {
    const acts = (await listActs(ctx.db, { ...query, state: undefined }, ctx.day)).filter(
      (act) => act.open && holds(act),
    );
    const from = ((query.trang ?? 1) - 1) * PAGE;
    return { query, count: acts.length, rows: acts.slice(from, from + PAGE), from };
  },
  head: ({ query }) => ({
    title: 'Văn bản còn hiệu lực',
    description: 'Văn bản của Chương trình mỗi xã một sản phẩm đang còn hiệu lực: số, ngày, cơ quan, trích yếu.',
    noindex: query.q !== undefined,
  }),
  view: ({ query, count, rows, from }) => (
    <div class="page stack-5 pt-6 pb-12">
      <h1>Văn bản còn hiệu lực</h1>
      <ActFilter action={actPaths.open} query={query} states={false} />
      <p role="status">
        <b>{formatNumber(count)}</b> văn bản
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Không thấy văn bản nào">
          Thử từ ngắn hơn, không cần gõ dấu, hoặc bỏ bớt điều kiện.
        </EmptyState>
      ) : (
        <ul class="lines">
          {rows.map((act) => (
            <li key={act.id} class="py-3">
              <a class="inline-block py-1" href={actPaths.openOne(act.id)}>
                <b>{actName(act)}</b>
              </a>{' '}
              <ActTag act={act} />
              <span class="sm ink2 block">
                {[act.issuer, act.issuedOn && formatDay(act.issuedOn), periodWords(act)].filter(Boolean).join(' · ')}
              </span>
              {act.number !== null && <span class="block">{act.title}</span>}
            </li>
          ))}
        </ul>
      )}
      <LoadMore
        href={
          from + PAGE < count ? withFilters(actPaths.open, { ...query, trang: String((query.trang ?? 1) + 1) }) : null
        }
        words="Trang sau"
      />
      <p class="sm mut">Gồm văn bản nêu trong tài liệu nguồn và do các cơ quan ghi; chưa phải danh mục đầy đủ.</p>
    </div>
  ),
});
