import { z } from 'zod';
import { FIRST_YEAR } from '#law/product-years';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import {
  Button,
  Chips,
  DataTable,
  EmptyState,
  FactsList,
  formatDay,
  formatNumber,
  StatusTag,
  TakeList,
  withFilters,
} from '#ui';
import { askedOn, type ListAsk, type YearRow, type YearSums, yearRows, yearSums } from '../queries.ts';
import { type ListQuery, listQuery, YEAR_STATES, type YearState } from '../schema.ts';
import { yearPaths } from '../urls.ts';
import { channelWords, countsWords, jobsWords, moneyWords, quantityWords } from '../words.ts';

const PAGE = 50;
const MOST_EXPORTED = 200_000;
const MILLION = 1_000_000;
const cursor = z.tuple([z.string().max(300), z.uuid()]);

const STATE_WORDS: Readonly<Record<YearState, string>> = {
  missing: 'Chưa báo',
  reported: 'Chờ xã xem',
  returned: 'Xã trả lại',
  accepted: 'Xã đã nhận',
};

interface Data {
  readonly query: ListQuery;
  readonly year: number;
  readonly due: string;
  readonly rows: readonly YearRow[];
  readonly next: string | null;
  readonly sums: YearSums;
  readonly years: readonly number[];
  readonly mayReport: boolean;
}

/** The figures of a year over the reader's products: who reported, who owes, what it comes to. */
export const yearsPage = page({
  permission: 'productYear.read',
  query: listQuery,
  shell: 'auto',
  async load(ctx, _params, query): Promise<Data> {
    const asked = await askedOn(ctx.db, ctx.day, ctx.actor.area);
    const year = query.nam ?? asked.year;
    const ask: ListAsk = { year, day: ctx.day, q: query.q, reach: ctx.within('productYear.read', 'l') };
    const [rows, sums, mayReport] = await Promise.all([
      yearRows(ctx.db, { ...ask, state: query.tinhTrang }, readCursor(query.after), PAGE + 1),
      yearSums(ctx.db, ask),
      ctx.may('productYear.report'),
    ]);
    const last = rows[PAGE - 1];
    const next =
      rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.name, last.product])).toString('base64url') : null;
    const now = Number(ctx.day.slice(0, 4));
    return {
      ...{ query, year, rows: rows.slice(0, PAGE), next, sums, mayReport },
      due: year === asked.year ? asked.due : '',
      years: Array.from({ length: now - FIRST_YEAR + 1 }, (_, past) => now - past),
    };
  },
  head: ({ year }, ctx) => ({
    title: `Số liệu năm ${year}`,
    ...(ctx.actor.role === 'producer'
      ? { here: '/cua-toi/san-pham', up: { href: '/cua-toi/san-pham', words: 'Sản phẩm của tôi' } }
      : { here: '/so-san-pham', up: { href: '/so-san-pham', words: 'Danh bạ sản phẩm' } }),
  }),
  view: (data) => <Years {...data} />,
});

function readCursor(text: string | undefined): [string, string] | null {
  if (text === undefined) return null;
  try {
    return cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function Years({ query, year, due, rows, next, sums, years, mayReport }: Data) {
  const filters = { nam: query.nam, q: query.q };
  const all = YEAR_STATES.reduce((total, state) => total + sums.counts[state], 0);
  return (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Số liệu năm {year}</h1>
          <p class="ink2">
            Sản lượng, doanh thu, lao động, nơi bán của từng sản phẩm
            {due !== '' && `; hạn báo ngày ${formatDay(due)}`}.
          </p>
        </div>
        <TakeList href={yearPaths.sheetWith({ ...filters, tinhTrang: query.tinhTrang })} />
      </div>
      <form method="get" action={yearPaths.list} class="row items-end">
        <label class="row tight" for="nam">
          Năm
          <select class="inp w-short" id="nam" name="nam">
            {years.map((one) => (
              <option key={one} value={one} selected={one === year}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label class="sr" for="q">
          Tìm sản phẩm, chủ thể
        </label>
        <input
          class="inp w-mid"
          id="q"
          name="q"
          type="search"
          value={query.q}
          placeholder="Tên sản phẩm, chủ thể"
          maxLength={200}
        />
        <button class="btn" type="submit">
          Xem
        </button>
      </form>
      {sums.counts.accepted > 0 && (
        <FactsList
          facts={[
            { term: 'Doanh thu xã đã nhận', value: moneyWords(sums.revenue) },
            {
              term: 'Lao động',
              value: `${formatNumber(sums.jobs)} người, ${formatNumber(sums.women)} nữ`,
              sub: 'Người làm nhiều sản phẩm được tính ở từng sản phẩm',
            },
          ]}
        />
      )}
      <Chips
        label="Lọc theo tình trạng"
        chips={[
          { href: yearPaths.listWith(filters), words: 'Tất cả', count: all, on: query.tinhTrang === undefined },
          ...YEAR_STATES.map((state) => ({
            href: yearPaths.listWith({ ...filters, tinhTrang: state }),
            words: STATE_WORDS[state],
            count: sums.counts[state],
            on: query.tinhTrang === state,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Không có sản phẩm nào">
          Danh sách có các sản phẩm đã báo, và sản phẩm còn giấy chứng nhận mà chưa báo.
        </EmptyState>
      ) : (
        <DataTable
          caption={`Số liệu năm ${year}`}
          rows={rows}
          keyOf={({ product }) => product}
          columns={columnsOf(year, mayReport)}
        />
      )}
      {next && (
        <p class="more">
          <Button
            href={withFilters(yearPaths.list, { ...filters, tinhTrang: query.tinhTrang, after: next })}
            iconAfter="right"
          >
            Trang sau
          </Button>
        </p>
      )}
    </div>
  );
}

const columnsOf = (year: number, mayReport: boolean) => [
  {
    head: 'Sản phẩm',
    rowHead: true,
    cell: ({ id, product, name }: YearRow) => (
      <a href={id === null ? `/so-san-pham/${product}` : yearPaths.one(id)}>{name}</a>
    ),
  },
  { head: 'Chủ thể', hide: true, cell: ({ producerName }: YearRow) => producerName },
  { head: 'Sản lượng', number: true, cell: ({ version }: YearRow) => version && quantityWords(version) },
  { head: 'Doanh thu', number: true, cell: ({ version }: YearRow) => version && moneyWords(version.revenue) },
  { head: 'Lao động', cell: ({ version }: YearRow) => version && jobsWords(version) },
  {
    head: 'Tình trạng',
    bare: true,
    cell: (row: YearRow) => (
      <>
        <StatusTag status={`productYear.${row.state}`} />
        {row.id === null && mayReport && (
          <>
            {' '}
            <Button small icon="plus" href={yearPaths.reportYear(row.product, year)} label={`Báo số liệu: ${row.name}`}>
              Báo
            </Button>
          </>
        )}
        {countsWords(row) !== '' && <span class="sm mut"> {countsWords(row)}</span>}
      </>
    ),
  },
];

/** The list of a year as a file; money in million đồng, as reports have it. Written to the access log. */
export const yearsSheet = download({
  name: 'productYear.export',
  title: 'Số liệu năm của sản phẩm (Excel)',
  permission: 'productYear.read',
  query: listQuery.omit({ after: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const { year: asked } = await askedOn(ctx.db, ctx.day, ctx.actor.area);
    const year = query.nam ?? asked;
    const ask = { year, day: ctx.day, q: query.q, state: query.tinhTrang, reach: ctx.within('productYear.read', 'l') };
    const read = (after: [string, string] | null, limit: number) => yearRows(ctx.db, ask, after, limit);
    const rows = inPages(read, (row): [string, string] => [row.name, row.product], MOST_EXPORTED);
    const million = (dong: number | null | undefined) => (dong == null ? null : dong / MILLION);
    return listFile(`so-lieu-nam-${year}`, `Số liệu năm ${year}`, rows, [
      ['Sản phẩm', 'text', 36, (row) => row.name],
      ['Chủ thể', 'text', 36, (row) => row.producerName],
      ['Nơi sản xuất', 'text', 32, (row) => row.place],
      ['Hạng sao', 'integer', 10, (row) => row.star],
      ['Tình trạng', 'text', 16, (row) => STATE_WORDS[row.state]],
      ['Số được tính', 'text', 14, (row) => (row.counts ? 'Đã nhận' : 'Chưa')],
      ['Sản lượng', 'decimal', 14, (row) => row.version?.quantity ?? null],
      ['Đơn vị tính', 'text', 12, (row) => row.version?.quantityUnit ?? null],
      ['Doanh thu (triệu đồng)', 'decimal', 20, (row) => million(row.version?.revenue)],
      ['Bán qua mạng (triệu đồng)', 'decimal', 20, (row) => million(row.version?.online)],
      ['Xuất khẩu (triệu đồng)', 'decimal', 20, (row) => million(row.version?.exported)],
      ['Lao động', 'integer', 12, (row) => row.version?.jobs ?? null],
      ['Lao động nữ', 'integer', 12, (row) => row.version?.women ?? null],
      ['Lao động địa phương', 'integer', 14, (row) => row.version?.local ?? null],
      ['Bán ở đâu', 'text', 40, (row) => row.version && channelWords(row.version)],
      ['Thị trường chính', 'text', 28, (row) => row.version?.markets ?? null],
      ['Nhập hộ', 'text', 10, (row) => (row.version?.byOffice ? 'Có' : null)],
    ]);
  },
});
