import { verbOf } from '#law/moves';
import { page } from '#platform/http/page';
import { doerWords, historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { formatMoment, HistoryLine, LoadMore } from '#ui';
import { changesByRow } from '../changes.ts';
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
  report: 'report.read',
};

/** Where the record itself stands. */
const WAYS: Readonly<Record<HistoryOf, { tab: string; words: string; page: (id: string) => string }>> = {
  dossier: { tab: '/ho-so', words: 'Về hồ sơ', page: (id) => `/ho-so/${id}` },
  round: { tab: '/dot', words: 'Về đợt đánh giá', page: (id) => `/dot/${id}` },
  council: { tab: '/hoi-dong', words: 'Về Hội đồng', page: (id) => `/hoi-dong/${id}` },
  recognition: { tab: '/giay-chung-nhan', words: 'Giấy chứng nhận', page: () => '/giay-chung-nhan' },
  decision: { tab: '/quyet-dinh', words: 'Về quyết định', page: (id) => `/quyet-dinh/${id}` },
  report: { tab: '/bao-cao', words: 'Về báo cáo', page: (id) => `/bao-cao/${id}` },
};

/** What happened to a dossier, round, council, recognition, decision or report: by whom, when, why, with old and new values. */
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
    return { id, process, name: subject.name, rows: shown, changes: changesByRow(rows), more: rows.length > PAGE };
  },
  head: ({ id, process, name }) => ({
    title: `Lịch sử – ${name ?? ''}`,
    here: WAYS[process].tab,
    up: { href: WAYS[process].page(id), words: WAYS[process].words },
  }),
  view: ({ id, name, rows, changes, more }) => (
    <div class="stack max-w-[46rem]">
      <div>
        <h1>Lịch sử</h1>
        <p class="ink2">{name}</p>
      </div>
      <ol class="border-t border-line">
        {rows.map((row) => (
          <HistoryLine
            key={row.no}
            what={<b>{verbOf(row.action, row.from)}</b>}
            changes={changes.get(row.no) ?? []}
            reason={row.reason}
            told={`${formatMoment(row.at)}, ${doerWords(row.actorName, row.inPlaceOf)}, ${row.capacity}`}
          />
        ))}
      </ol>
      <LoadMore said={`${rows.length} dòng`} href={more ? `${historyPath(id)}?before=${rows.at(-1)?.no}` : null} />
    </div>
  ),
});
