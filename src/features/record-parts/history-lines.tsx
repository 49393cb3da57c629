/** Changes of a record as a list, newest first, with old and new values. */
import { formatDay, formatMoment, HistoryLine } from '#ui';
import type { Event } from './history.ts';

export function HistoryLines({ events }: { events: readonly Event[] }) {
  return (
    <ol class="border-t border-line">
      {events.map(({ no, what, at, who, reason, from, differences }) => (
        <HistoryLine
          key={no}
          what={
            <>
              <b>{what}</b>
              {from !== null && <span class="ink2">, từ ngày {formatDay(from)}</span>}
            </>
          }
          changes={differences}
          reason={reason}
          told={`${formatMoment(at)}, ${who}`}
        />
      ))}
    </ol>
  );
}
