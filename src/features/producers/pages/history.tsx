import { z } from 'zod';
import { HistoryLines, readHistory } from '#features/record-parts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { LoadMore } from '#ui';
import { factsOf, getProducer } from '../record.ts';
import { partOf } from '../sections.ts';
import { producerPaths } from '../urls.ts';

const PAGE = 50;

/** What changed in a producer's record, by whom and why, with old and new values. A joined record keeps its own. */
export const producerHistoryPage = page({
  permission: 'producer.readRestricted',
  params: byId,
  query: z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { before }) {
    const row = await getProducer(ctx.db, id, ctx.day);
    const events = await readHistory(ctx.db, { id, facts: factsOf(ctx.db, id), partOf }, { before, limit: PAGE + 1 });
    const last = events.length > PAGE ? events[PAGE - 1] : undefined;
    return { row, events: events.slice(0, PAGE), next: last?.no ?? null };
  },
  personal: (_data, { id }) => ({ subject: id, what: 'producer history' }),
  head: ({ row }) => ({
    title: `Lịch sử – ${row.name}`,
    up: { href: producerPaths.one(row.joinedInto ?? row.id), words: row.name },
  }),
  view: ({ row, events, next }) => (
    <div class="stack max-w-[46rem]">
      <h1>Lịch sử thay đổi</h1>
      {row.joinedInto !== null && (
        <p>
          Hồ sơ “{row.name}” đã nhập vào <a href={producerPaths.one(row.joinedInto)}>một chủ thể khác</a>.
        </p>
      )}
      <HistoryLines events={events} />
      <LoadMore
        said={`${events.length} dòng`}
        href={next === null ? null : `${producerPaths.history(row.id)}?before=${next}`}
      />
    </div>
  ),
});
