import { z } from 'zod';
import { HistoryLines, readHistory } from '#features/record-parts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { LoadMore } from '#ui';
import { factsOf, getProduct } from '../record.ts';
import { partOf } from '../sections.ts';
import { productPaths } from '../urls.ts';

const PAGE = 50;

/** What changed in a product's record, by whom and why, with old and new values. */
export const productHistoryPage = page({
  permission: 'product.readRecord',
  params: byId,
  query: z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { before }) {
    const row = await getProduct(ctx.db, id, ctx.day);
    const kept = { id, facts: factsOf(ctx.db, id), partOf };
    const events = await readHistory(ctx.db, kept, { before, limit: PAGE + 1 });
    const last = events.length > PAGE ? events[PAGE - 1] : undefined;
    return { row, events: events.slice(0, PAGE), next: last?.no ?? null };
  },
  head: ({ row }) => ({
    title: `Lịch sử – ${row.name}`,
    up: { href: productPaths.one(row.joinedInto ?? row.id), words: row.name },
  }),
  view: ({ row, events, next }) => (
    <div class="stack max-w-[46rem]">
      <h1>Lịch sử thay đổi</h1>
      {row.joinedInto !== null && (
        <p>
          Hồ sơ “{row.name}” đã nhập vào <a href={productPaths.one(row.joinedInto)}>một sản phẩm khác</a>.
        </p>
      )}
      <HistoryLines events={events} />
      <LoadMore
        said={`${events.length} dòng`}
        href={next === null ? null : `${productPaths.history(row.id)}?before=${next}`}
      />
    </div>
  ),
});
