/** Changes of a record as a list, newest first, with old and new values. */
import { formatDay, formatMoment } from '#ui';
import type { Difference } from './facts.ts';
import type { Event } from './history.ts';

export function HistoryLines({ events }: { events: readonly Event[] }) {
  return (
    <ol class="border-t border-line">
      {events.map((event) => (
        <Line key={event.no} event={event} />
      ))}
    </ol>
  );
}

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
