import { verbOf } from '#law/moves';
import { doerWords, type HistoryRow } from '#platform/ledger/read';
import { formatMoment, HistoryLine } from '#ui';

/** What happened to a record, on its own page: each act with its reason, when and by whom. */
export function Course({ history }: { history: readonly HistoryRow[] }) {
  return (
    <section class="stack">
      <h2 class="text-lg">Diễn biến</h2>
      <ol class="border-t border-line">
        {history.map(({ no, action, from, at, actorName, inPlaceOf, capacity, reason }) => (
          <HistoryLine
            key={no}
            what={<b>{verbOf(action, from)}</b>}
            changes={[]}
            reason={reason}
            told={`${formatMoment(at)}, ${doerWords(actorName, inPlaceOf)}, ${capacity}`}
          />
        ))}
      </ol>
    </section>
  );
}
