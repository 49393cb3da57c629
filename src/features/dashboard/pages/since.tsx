import type { Since } from '#features/reports';
import { verbOf } from '#law/moves';
import type { Day } from '#platform/clock';
import { formatDay, formatNumber } from '#ui';

/** What was written since the day to the records of a list: the number is counted from what the records say today. */
export function SinceNote({ since, day }: { since: Since | null; day: Day }) {
  if (since === null) return null;
  if (since.count === 0) return <p class="ink2">Từ sau ngày {formatDay(day)} các bản ghi này chưa thay đổi.</p>;
  return (
    <details>
      <summary>
        Từ sau ngày {formatDay(day)} có {formatNumber(since.count)} lần ghi vào các bản ghi này
      </summary>
      <div class="stack-2 mt-4">
        <p class="ink2">
          Số trên tính cho ngày {formatDay(day)} theo những gì các bản ghi nói hôm nay; số đã in trước đó có thể khác.
        </p>
        <ul>
          {since.newest.map(({ no, day: on, action, from, name }) => (
            <li key={no}>
              {formatDay(on)}: {verbOf(action, from)}
              {name !== '' && `, ${name}`}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
