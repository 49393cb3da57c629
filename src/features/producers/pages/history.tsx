import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { formatDay, formatMoment, LoadMore } from '#ui';
import type { Difference } from '../facts.ts';
import { type Event, readHistory } from '../history.ts';
import { getProducer } from '../record.ts';
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
    const events = await readHistory(ctx.db, id, { before, limit: PAGE + 1 });
    const last = events.length > PAGE ? events[PAGE - 1] : undefined;
    return { row, events: events.slice(0, PAGE), next: last?.no ?? null };
  },
  personal: (_data, { id }) => ({ subject: id, what: 'producer history' }),
  head: ({ row }) => ({
    title: `Lịch sử – ${row.name}`,
    up: { href: producerPaths.one(row.id), words: row.name },
  }),
  view: ({ row, events, next }, ctx) => (
    <div class="stack max-w-[46rem]">
      {ctx.actor.role !== 'producer' && (
        <p>
          <a class="crumb" href={producerPaths.one(row.joinedInto ?? row.id)}>
            {row.name}
          </a>
        </p>
      )}
      <h1>Lịch sử thay đổi</h1>
      {row.joinedInto !== null && (
        <p>
          Hồ sơ “{row.name}” đã nhập vào <a href={producerPaths.one(row.joinedInto)}>một chủ thể khác</a>.
        </p>
      )}
      <ol class="border-t border-line">
        {events.map((event) => (
          <Line key={event.no} event={event} />
        ))}
      </ol>
      <LoadMore
        said={`${events.length} dòng`}
        href={next === null ? null : `${producerPaths.history(row.id)}?before=${next}`}
      />
    </div>
  ),
});

function Line({ event: { what, at, who, reason, from, differences } }: { event: Event }) {
  return (
    <li class="stack-2 border-b border-line py-4">
      <p>
        <b>{what}</b>
        {from !== null && <span class="ink2">, từ ngày {formatDay(from)}</span>}
      </p>
      {differences.length > 0 && (
        <dl class="facts">
          {differences.map((one) => [
            <dt key={one.label}>{one.label}</dt>,
            <dd key={`${one.label} nay`}>
              <OldAndNew {...one} />
            </dd>,
          ])}
        </dl>
      )}
      {reason !== null && <p class="ink2">Lý do: {reason}</p>}
      <p class="sm mut">
        {formatMoment(at)}, {who}
      </p>
    </li>
  );
}

function OldAndNew({ before, after }: Difference) {
  if (before === null) return <>{after}</>;
  return (
    <>
      <del class="mut">
        <span class="sr">Trước: </span>
        {before}
      </del>{' '}
      {after === null ? (
        <span class="ink2">(bỏ)</span>
      ) : (
        <ins class="no-underline">
          <span class="sr">Nay: </span>→ {after}
        </ins>
      )}
    </>
  );
}
