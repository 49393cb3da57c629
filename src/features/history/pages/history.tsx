import { verbOf } from '#law/moves';
import { page } from '#platform/http/page';
import { doerWords, type HistoryRow, historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { formatMoment, LoadMore } from '#ui';
import { type Change, changesByRow } from '../changes.ts';
import { subjectOf } from '../queries.ts';
import { HISTORIES, type HistoryOf, historyParams, historyQuery } from '../schema.ts';
import { historyPath } from '../urls.ts';

const PAGE = 50;

/** Reading a record is asked beside reading the ledger: who may not open it finds no history of it. */
const READS: Readonly<Record<HistoryOf, string>> = {
  dossier: 'dossier.read',
  round: 'round.read',
  council: 'council.read',
  recognition: 'recognition.read',
  decision: 'decision.read',
};

/** What happened to a dossier, round, council, recognition or decision: by whom, when, why, with old and new values. */
export const recordHistoryPage = page({
  permission: 'ledger.read',
  params: historyParams,
  query: historyQuery,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { before }) {
    const subject = await subjectOf(ctx.db, id);
    const process = HISTORIES.find((one) => one === subject?.process);
    if (subject === undefined || process === undefined || !(await ctx.may(READS[process], id))) throw notFound();
    const rows = await historyOf(ctx.db, id, { limit: PAGE + 1, ...(before === undefined ? {} : { before }) });
    const shown = rows.slice(0, PAGE);
    return { id, name: subject.name, rows: shown, changes: changesByRow(rows), more: rows.length > PAGE };
  },
  head: ({ name }) => `Lịch sử – ${name ?? ''}`,
  view: ({ id, name, rows, changes, more }) => (
    <div class="stack max-w-[46rem]">
      <div>
        <h1>Lịch sử</h1>
        <p class="ink2">{name}</p>
      </div>
      <ol class="border-t border-line">
        {rows.map((row) => (
          <Line key={row.no} row={row} changes={changes.get(row.no) ?? []} />
        ))}
      </ol>
      <LoadMore said={`${rows.length} dòng`} href={more ? `${historyPath(id)}?before=${rows.at(-1)?.no}` : null} />
    </div>
  ),
});

function Line({ row, changes }: { row: HistoryRow; changes: readonly Change[] }) {
  return (
    <li class="stack-2 border-b border-line py-4">
      <p>
        <b>{verbOf(row.action, row.from)}</b>
      </p>
      {changes.length > 0 && (
        <dl class="facts">
          {changes.map((change) => [
            <dt key={change.label}>{change.label}</dt>,
            <dd key={`${change.label} nay`}>
              <OldAndNew {...change} />
            </dd>,
          ])}
        </dl>
      )}
      {row.reason !== null && <p class="ink2">Lý do: {row.reason}</p>}
      <p class="sm mut">
        {formatMoment(row.at)}, {doerWords(row.actorName, row.inPlaceOf)}, {row.capacity}
      </p>
    </li>
  );
}

function OldAndNew({ before, after }: Change) {
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
