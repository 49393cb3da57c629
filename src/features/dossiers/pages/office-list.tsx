import { z } from 'zod';
import { type SavedView, Views, viewsOf } from '#features/saved-views';
import { loadRulebook, type ProductSet } from '#law/rulebooks';
import type { ReadContext } from '#platform/http/context';
import { page } from '#platform/http/page';
import {
  Button,
  type Chip,
  Chips,
  EmptyState,
  FilterSelect,
  type QueueRow,
  QueueTable,
  TakeList,
  withFilters,
} from '#ui';
import { confirmedYears } from '../calendar-years.ts';
import { officePaths } from '../commune-urls.ts';
import {
  countsByState,
  OFFICE_STATES,
  type OfficeCursor,
  type OfficeQuery,
  type OfficeRow,
  type OfficeState,
  officeCursor,
  officeQuery,
  officeRows,
  stateName,
} from '../office-list.ts';
import { dueTerm, NEXT_WORK } from '../office-words.ts';
import { setWords } from '../progress.ts';
import { applicationKinds } from '../schema.ts';
import { dossierPath, paths } from '../urls.ts';
import { MANY_FORM, type ManyAct, ManyBar, manyActOf } from './many-bar.tsx';

const PAGE = 30;

interface Data {
  readonly query: OfficeQuery;
  readonly rows: readonly OfficeRow[];
  readonly next: string | null;
  readonly counts: ReadonlyMap<OfficeState, number>;
  readonly sets: readonly ProductSet[];
  readonly years: Parameters<typeof dueTerm>[2];
  readonly day: string;
  readonly mayExport: boolean;
  readonly mayEnter: boolean;
  readonly manyCommunes: boolean;
  readonly ministry: boolean;
  readonly views: readonly SavedView[];
  readonly many: ManyAct | undefined;
  /** Every box of the page is ticked. */
  readonly all: boolean;
}

const listQuery = officeQuery.extend({ ca: z.literal('trang').optional().catch(undefined) });

/** The offices' list of dossiers: filters in the address, what is due first on top, Excel (U23). */
export const officeListPage = page({
  permission: 'dossier.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, { ca, ...query }): Promise<Data> {
    const ask = { query, reach: ctx.within('dossier.read', 'l'), day: ctx.day };
    const [rows, counts, years, { productSets: sets }, views, many] = await Promise.all([
      officeRows(ctx.db, { ...ask, limit: PAGE + 1, after: readAfter(query.after) }),
      countsByState(ctx.db, ask),
      confirmedYears(ctx.db),
      loadRulebook('26-2026'),
      viewsOf(ctx.db, ctx.actor.account, 'dossiers'),
      manyActOf(ctx),
    ]);
    const last = rows[PAGE - 1];
    const next = rows.length > PAGE && last ? writeAfter(last.place) : null;
    const [mayExport, mayEnter] = await Promise.all([ctx.may('list.export'), mayEnterFromPaper(ctx)]);
    const manyCommunes = ctx.actor.role !== 'commune';
    return {
      query,
      rows: rows.slice(0, PAGE),
      next,
      counts,
      sets,
      years,
      day: ctx.day,
      mayExport,
      mayEnter,
      manyCommunes,
      ministry: ctx.actor.role === 'ministry',
      views,
      many,
      all: ca === 'trang',
    };
  },
  head: () => ({ title: 'Hồ sơ', here: paths.list }),
  view: (data) => <OfficeList {...data} />,
});

async function mayEnterFromPaper(ctx: ReadContext): Promise<boolean> {
  return ctx.actor.role === 'commune' && (await ctx.may('dossier.start'));
}

function readAfter(text: string | undefined): OfficeCursor | null {
  if (text === undefined) return null;
  try {
    return officeCursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
const writeAfter = (place: OfficeCursor) => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The address of the list with these filters. */
function listPath(path: string, query: Partial<OfficeQuery>, after?: string): string {
  const { q, state, kind, set, round, due } = query;
  return withFilters(path, { q, state, kind, set, round, due, after });
}

/** Without a filter there is no wider list to lead to; the Ministry sees what provinces send it. */
function Nothing({ filtered, ministry }: { filtered: boolean; ministry: boolean }) {
  if (filtered)
    return (
      <EmptyState title="Không có hồ sơ nào" way={{ href: paths.list, words: 'Xem tất cả hồ sơ' }}>
        Bỏ bớt điều kiện lọc rồi xem lại.
      </EmptyState>
    );
  return (
    <EmptyState title="Không có hồ sơ nào">
      {ministry ? 'Khi tỉnh gửi hồ sơ đề nghị đánh giá 5 sao, hồ sơ hiện ở đây.' : 'Khi chủ thể nộp, hồ sơ hiện ở đây.'}
    </EmptyState>
  );
}

function OfficeList(data: Data) {
  const { query, rows, next, counts, sets, mayExport, mayEnter, many, all } = data;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const here = query.state ? (counts.get(query.state) ?? 0) : total;
  const place = listPath(paths.list, query, query.after);
  const choosable = rows.filter(({ state }) => state === many?.state).length;
  return (
    <div class="stack">
      <div class="pagehd">
        <div>
          <h1>Hồ sơ</h1>
          <p class="ink2">Hồ sơ gần đến hạn đứng trước.</p>
        </div>
        <div class="row">
          {mayEnter && (
            <Button icon="plus" href={paths.startOnBehalf}>
              Nhập hồ sơ giấy
            </Button>
          )}
          {mayExport && <TakeList href={listPath(officePaths.sheet, query)} />}
        </div>
      </div>
      <Chips label="Lọc theo trạng thái" chips={stateChips(query, counts, total)} />
      <Views list="dossiers" query={listPath('', query).slice(1)} views={data.views} />
      <FilterForm query={query} sets={sets} />
      {many && choosable > 0 && (
        <ManyBar
          act={many}
          back={place}
          all={all}
          whole={`${place}${place.includes('?') ? '&' : '?'}ca=trang`}
          count={choosable}
        />
      )}
      {rows.length === 0 ? (
        <Nothing filtered={listPath('', query) !== ''} ministry={data.ministry} />
      ) : (
        <QueueTable
          caption="Danh sách hồ sơ"
          keys
          heads={{ code: 'Phiếu số' }}
          rows={rows.map((row) => rowOf(row, data, place))}
          said={`${rows.length} trong ${here} hồ sơ`}
          next={next && listPath(paths.list, query, next)}
        />
      )}
    </div>
  );
}

function stateChips(query: OfficeQuery, counts: Data['counts'], total: number): Chip[] {
  const all: Chip = {
    href: listPath(paths.list, { ...query, state: undefined }),
    words: 'Tất cả',
    count: total,
    on: query.state === undefined,
  };
  const shown = OFFICE_STATES.filter((state) => counts.has(state) || query.state === state);
  return [
    all,
    ...shown.map((state) => ({
      href: listPath(paths.list, { ...query, state }),
      words: stateName(state),
      count: counts.get(state) ?? 0,
      on: query.state === state,
    })),
  ];
}

/** The other conditions; a plain form that keeps the state chosen above. */
function FilterForm({ query, sets }: { query: OfficeQuery; sets: readonly ProductSet[] }) {
  return (
    <form method="get" action={paths.list} class="row" aria-label="Tìm và lọc hồ sơ">
      {query.state && <input type="hidden" name="state" value={query.state} />}
      {query.round && <input type="hidden" name="round" value={query.round} />}
      <label class="sr" for="loc-q">
        Tìm theo sản phẩm, chủ thể, số phiếu, mã số
      </label>
      <input
        class="inp max-w-72"
        id="loc-q"
        name="q"
        type="search"
        value={query.q}
        placeholder="Sản phẩm, chủ thể, số phiếu"
        maxLength={200}
      />
      <FilterSelect name="kind" label="Lần đăng ký" chosen={query.kind} ways={Object.entries(applicationKinds)} />
      <FilterSelect
        name="set"
        label="Bộ sản phẩm"
        chosen={query.set}
        ways={sets.map((set) => [set.id, setWords(set)])}
      />
      <FilterSelect
        name="due"
        label="Thời hạn"
        chosen={query.due}
        ways={[
          ['late', 'Quá hạn'],
          ['week', 'Đến hạn trong 7 ngày'],
        ]}
      />
      <button class="btn" type="submit">
        Lọc
      </button>
      {(query.q || query.kind || query.set || query.due || query.round) && (
        <a href={listPath(paths.list, { state: query.state })}>Bỏ lọc</a>
      )}
    </form>
  );
}

function rowOf(row: OfficeRow, { day, years, manyCommunes, many, all }: Data, place: string): QueueRow {
  const waits = row.nextActor === 'commune' || row.nextActor === 'province' || row.state === 'returned';
  return {
    href: openFrom(place, row.id),
    ...(row.state === many?.state ? { pick: { form: MANY_FORM, name: 'chon', value: row.id, on: all } } : {}),
    code: shortSlip(row.slip),
    name: row.product,
    who: manyCommunes ? `${row.producer} · ${row.commune}` : row.producer,
    act: [NEXT_WORK[row.state], row.state === 'inRound' ? row.round : null].filter(Boolean).join(' · '),
    term: (waits ? dueTerm(row.dueOn, day, years) : undefined) ?? undefined,
    status: `dossier.${row.state}`,
  };
}

/** The dossier, with the way back to this place of the list. */
const openFrom = (place: string, id: string) =>
  place === paths.list ? dossierPath(id) : `${dossierPath(id)}?${new URLSearchParams({ ve: place })}`;

/** "0007-X/PĐK-33-11977-2026" → "0007-X": what stands apart within one commune and year. */
function shortSlip(slip: string | null): string {
  return slip?.split('/')[0] ?? '';
}
