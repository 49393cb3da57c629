import { z } from 'zod';
import { revokingLevel } from '#features/revocations';
import { daysBetween, spanText } from '#law/days';
import { filingWindow, windowState } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import { encodeCursor } from '#platform/http/cursor';
import { page } from '#platform/http/page';
import {
  Button,
  type Chip,
  Chips,
  DataTable,
  EmptyState,
  FilterSelect,
  formatDay,
  formatNumber,
  LoadMore,
  StarRow,
  TakeList,
  type Term,
  TermWords,
  withFilters,
} from '#ui';
import {
  type CertificateFilter,
  type CertificateListRow,
  type CertificateListState,
  certificateCounts,
  certificateCursor,
  certificateFilter,
  certificateStates,
  listCertificates,
  windowChoices,
} from '../list.ts';
import { certificatePaths } from '../urls.ts';
import { type Revoker, RUNNING, StateCell } from './state-cell.tsx';

const PAGE = 50;

/** Where the page begins; a torn one is the first page. */
const after = z.preprocess(readPlace, certificateCursor.optional()).catch(undefined);

function readPlace(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}

interface Data {
  readonly filter: CertificateFilter;
  readonly rows: readonly CertificateListRow[];
  readonly next: string | null;
  readonly counts: ReadonlyMap<CertificateListState, number>;
  readonly day: Day;
  readonly mayRecord: boolean;
  readonly mayMap: boolean;
  readonly history: boolean;
  readonly revokes: Revoker;
}

/** Officers' list of the certificates of their reach: what ends soonest first, with the window of re-evaluation (U21, U23). */
export const certificateListPage = page({
  permission: 'certificate.list',
  query: certificateFilter.extend({ after }),
  shell: 'desk',
  async load(ctx, _params, { after: from, ...filter }): Promise<Data> {
    const ask = { filter, reach: ctx.within('certificate.list', 'l'), day: ctx.day };
    const [rows, counts] = await Promise.all([
      listCertificates(ctx.db, ask, { limit: PAGE + 1, after: from ?? null }),
      certificateCounts(ctx.db, ask),
    ]);
    const last = rows[PAGE - 1];
    const next = rows.length > PAGE && last ? encodeCursor(last.cursor) : null;
    return {
      filter,
      rows: rows.slice(0, PAGE),
      next,
      counts,
      day: ctx.day,
      mayRecord: await ctx.may('recognition.recordPast'),
      mayMap: await ctx.may('statistics.read'),
      history: await ctx.may('ledger.read'),
      revokes: (await ctx.may('recognition.revoke')) ? { level: revokingLevel(ctx.actor), day: ctx.day } : null,
    };
  },
  head: () => ({ title: 'Giấy chứng nhận', here: certificatePaths.list }),
  view: (data) => <List {...data} />,
});

/** The address of the list, or of its sheet, with these filters. */
function listPath(path: string, { q, state, star, window }: CertificateFilter, next?: string): string {
  return withFilters(path, { q, state, star, window, after: next });
}

function List({ filter, rows, next, counts, day, mayRecord, mayMap, history, revokes }: Data) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const here = filter.state ? (counts.get(filter.state) ?? 0) : total;
  return (
    <div class="stack">
      <div class="pagehd">
        <div>
          <h1>Giấy chứng nhận</h1>
          <p class="ink2">Giấy sắp hết hạn đứng trước. Tình trạng tính đến ngày {formatDay(day)}.</p>
        </div>
        <div class="row tight">
          {mayRecord && (
            <Button icon="plus" href={certificatePaths.past}>
              Ghi lần công nhận cũ
            </Button>
          )}
          {mayMap && (
            <Button kind="bare" href="/ban-do/dia-ban">
              Bản đồ
            </Button>
          )}
          <TakeList href={listPath(certificatePaths.sheet, filter)} />
        </div>
      </div>
      <Chips label="Lọc theo tình trạng" chips={chipsOf(filter, counts, total)} />
      <Filters filter={filter} />
      {rows.length === 0 ? (
        <EmptyState title="Không có giấy chứng nhận nào" way={{ href: certificatePaths.list, words: 'Xem tất cả' }}>
          {total === 0 && !filter.q ? 'Giấy cấp trong địa bàn hiện ở đây.' : 'Bỏ bớt điều kiện lọc rồi xem lại.'}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Danh sách giấy chứng nhận"
            rows={rows}
            keyOf={(row) => row.id}
            columns={columnsOn(day, history, revokes)}
            state={(row) => (windowOf(row, day)?.state === 'near' ? 'near' : undefined)}
          />
          <LoadMore
            said={`${formatNumber(rows.length)} trong ${formatNumber(here)} giấy`}
            href={next && listPath(certificatePaths.list, filter, next)}
          />
        </>
      )}
    </div>
  );
}

function chipsOf(filter: CertificateFilter, counts: Data['counts'], total: number): Chip[] {
  const all = {
    href: listPath(certificatePaths.list, { ...filter, state: undefined }),
    words: 'Tất cả',
    count: total,
    on: filter.state === undefined,
  };
  const states = Object.entries(certificateStates) as [CertificateListState, string][];
  const shown = states.filter(([state]) => counts.has(state) || filter.state === state);
  return [
    all,
    ...shown.map(([state, words]) => ({
      href: listPath(certificatePaths.list, { ...filter, state }),
      words,
      count: counts.get(state) ?? 0,
      on: filter.state === state,
    })),
  ];
}

/** The other conditions; a plain form that keeps the state chosen above. */
function Filters({ filter }: { filter: CertificateFilter }) {
  const stars = ['3', '4', '5'].map((star) => [star, `${star} sao`] as const);
  return (
    <form method="get" action={certificatePaths.list} class="row" aria-label="Tìm và lọc giấy chứng nhận">
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <label class="sr" for="loc-q">
        Tìm theo sản phẩm, chủ thể, số giấy, mã số
      </label>
      <input
        class="inp max-w-72"
        id="loc-q"
        name="q"
        type="search"
        value={filter.q}
        placeholder="Sản phẩm, chủ thể, số giấy"
        maxLength={200}
      />
      <FilterSelect name="star" label="Hạng sao" chosen={filter.star} ways={stars} />
      <FilterSelect name="window" label="Đánh giá lại" chosen={filter.window} ways={Object.entries(windowChoices)} />
      <button class="btn" type="submit">
        Lọc
      </button>
      {(filter.q || filter.star || filter.window) && (
        <a href={listPath(certificatePaths.list, { state: filter.state })}>Bỏ lọc</a>
      )}
    </form>
  );
}

const columnsOn = (day: Day, history: boolean, revokes: Revoker) => [
  {
    head: 'Sản phẩm, chủ thể',
    rowHead: true,
    cell: (row: CertificateListRow) => (
      <>
        <a class="quiet lk" href={certificatePaths.certificate(encodeURIComponent(row.code))}>
          {row.product}
        </a>
        <span class="sub font-normal">{[row.producer, row.place].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  {
    head: 'Hạng',
    cell: (row: CertificateListRow) =>
      row.star === null ? <span class="mut">Nguồn không ghi</span> : <StarRow stars={row.star} />,
  },
  {
    head: 'Số giấy, quyết định',
    cell: (row: CertificateListRow) => (
      <>
        {row.printable ? (
          <a class="whitespace-nowrap" href={certificatePaths.paper(row.id)}>
            {row.number}
          </a>
        ) : (
          row.number
        )}
        {row.printable && (
          <a class="sub min-h-6" href={certificatePaths.word(row.id)}>
            Bản Word
          </a>
        )}
        {row.decision && <span class={row.number ? 'sub' : undefined}>{row.decision}</span>}
        {!row.number && !row.decision && <span class="mut">Nguồn không ghi</span>}
        {row.past && (
          <a class="sub" href={certificatePaths.asItWas(row.id)}>
            Như lúc công nhận
          </a>
        )}
      </>
    ),
  },
  {
    head: 'Hết hạn',
    cell: (row: CertificateListRow) => (
      <>
        {endOf(row, day)}
        {row.extension && (
          <a class="sub" href={certificatePaths.extension(row.id)}>
            Kéo dài theo Điều 12
          </a>
        )}
      </>
    ),
  },
  {
    head: 'Nộp đánh giá lại',
    cell: (row: CertificateListRow) => {
      const term = windowOf(row, day);
      return term ? <TermWords {...term} /> : null;
    },
  },
  {
    head: 'Tình trạng',
    bare: true,
    cell: (row: CertificateListRow) => <StateCell row={row} history={history} revokes={revokes} />,
  },
];

/** When it ends: "Còn 90 ngày" with the day under it, the day it ended on, or what the source tells of it. */
function endOf({ state, lastDay, expires }: CertificateListRow, day: Day) {
  if (expires === null) return <span class="mut">Nguồn không ghi</span>;
  if (lastDay === null) return sentence(spanText(expires));
  if (!RUNNING.has(state)) return formatDay(lastDay);
  const left = daysBetween(day, lastDay);
  const words = left === 0 ? 'Hôm nay là ngày cuối' : `Còn ${formatNumber(left)} ngày`;
  return <TermWords words={words} day={formatDay(lastDay)} />;
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The filing window of Art. 7.6.a in words; nothing where it can no longer be used or is not known. */
function windowOf({ state, expiresOn }: CertificateListRow, day: Day): Term | undefined {
  if (expiresOn === null || (state !== 'valid' && state !== 'expiring')) return undefined;
  const { opens, closes } = filingWindow(expiresOn, day);
  switch (windowState(expiresOn, day)) {
    case 'early':
      return { words: `Từ ${formatDay(opens)}`, day: `đến ${formatDay(closes)}` };
    case 'open':
      return { words: `Đang mở, còn ${daysBetween(day, closes)} ngày`, day: `đến ${formatDay(closes)}`, state: 'near' };
    default:
      return { words: `Đã qua từ ${formatDay(closes)}` };
  }
}
