import { producerPaths } from '#features/producers';
import { productRecordPath } from '#features/registry';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { Button, DataTable, EmptyState, formatNumber, LoadMore, TakeList } from '#ui';
import { type Faulty, KINDS } from '../checks/check.ts';
import { CHECKS, type FaultyCursor, factsOn, faultyRows, isOfProducts } from '../queries.ts';
import { type CheckName, faultyQuery, oneCheck, qualityQuery } from '../schema.ts';
import { qualityPaths } from '../urls.ts';

const PAGE = 50;
const MOST_EXPORTED = 50_000;

interface Data {
  readonly check: CheckName;
  readonly xa: string | undefined;
  readonly rows: readonly Faulty[];
  readonly next: Faulty | null;
  /** The reader may mend what stands here. */
  readonly mends: boolean;
}

/** The records with one fault, each with the way to mend it. */
export const faultyPage = page({
  permission: 'quality.read',
  params: oneCheck,
  query: faultyQuery,
  shell: 'desk',
  async load(ctx, { check }, { xa, ten, sau }): Promise<Data> {
    const facts = await factsOn(ctx.db, ctx.day, ctx.actor.area);
    const after: FaultyCursor | null = ten === undefined || sau === undefined ? null : [ten, sau];
    const asked = { check, facts, reach: ctx.within('quality.read', 'l'), commune: xa };
    const [rows, mends] = await Promise.all([
      faultyRows(ctx.db, asked, after, PAGE + 1),
      ctx.may(isOfProducts(check) ? 'product.correct' : 'producer.correct'),
    ]);
    return { check, xa, rows: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1] ?? null) : null, mends };
  },
  head: ({ check, xa }) => ({
    title: CHECKS[check].words,
    here: '/so-san-pham',
    up: { href: qualityPaths.of(xa), words: 'Chất lượng dữ liệu' },
  }),
  view: (data) => <List {...data} />,
});

function List({ check, xa, rows, next, mends }: Data) {
  const { words, explain, kind } = CHECKS[check];
  return (
    <div class="stack">
      <div class="pagehd">
        <div>
          <h1>{words}</h1>
          <p class="ink2">
            {KINDS[kind]}. {explain}
          </p>
        </div>
        <TakeList href={qualityPaths.sheet(check, { xa })} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Không còn bản ghi nào" way={{ href: qualityPaths.of(xa), words: 'Về chất lượng dữ liệu' }}>
          Mọi bản ghi trong địa bàn đều qua mục này.
        </EmptyState>
      ) : (
        <DataTable caption={words} rows={rows} keyOf={(row) => row.id} columns={columnsOf(check, mends)} />
      )}
      <LoadMore
        said={rows.length > 0 ? `${formatNumber(rows.length)} bản ghi` : undefined}
        href={next && qualityPaths.check(check, { xa, ten: next.name, sau: next.id })}
        words="Trang sau"
      />
    </div>
  );
}

const recordPath = (check: CheckName, id: string) =>
  isOfProducts(check) ? productRecordPath(id) : producerPaths.one(id);
const publicPath = (check: CheckName, id: string) => (isOfProducts(check) ? `/san-pham/${id}` : `/chu-the/${id}`);

const columnsOf = (check: CheckName, mends: boolean) => [
  {
    head: isOfProducts(check) ? 'Sản phẩm' : 'Chủ thể',
    rowHead: true,
    cell: (row: Faulty) => (
      <>
        <a href={mends ? recordPath(check, row.id) : publicPath(check, row.id)}>{row.name}</a>
        {row.who && <span class="sub font-normal">{row.who}</span>}
      </>
    ),
  },
  { head: 'Địa bàn', cell: (row: Faulty) => row.place ?? 'Chưa rõ' },
  ...(CHECKS[check].detail === undefined ? [] : [{ head: 'Chi tiết', cell: (row: Faulty) => row.detail ?? '' }]),
  ...(mends
    ? [
        {
          head: 'Cách sửa',
          bare: true,
          cell: (row: Faulty) => {
            const { href, words } = CHECKS[check].repair(row);
            return (
              <Button small href={href} label={`${words}: ${row.name}`}>
                {words}
              </Button>
            );
          },
        },
      ]
    : []),
];

/** The same list as a file. */
export const faultySheet = download({
  name: 'quality.export',
  title: 'Bản ghi cần sửa',
  permission: 'list.export',
  logged: 'export',
  params: oneCheck,
  query: qualityQuery,
  async run(ctx, { check }, { xa }) {
    if (!(await ctx.may('quality.read'))) throw notFound();
    const facts = await factsOn(ctx.db, ctx.day, ctx.actor.area);
    const asked = { check, facts, reach: ctx.within('quality.read', 'l'), commune: xa };
    const read = (after: FaultyCursor | null, limit: number) => faultyRows(ctx.db, asked, after, limit);
    const rows = inPages(read, (row): FaultyCursor => [row.name, row.id], MOST_EXPORTED);
    return listFile(`can-sua-${ctx.day}`, CHECKS[check].words, rows, [
      [isOfProducts(check) ? 'Sản phẩm' : 'Chủ thể', 'text', 44, (row) => row.name],
      ['Của', 'text', 40, (row) => row.who],
      ['Địa bàn', 'text', 36, (row) => row.place],
      ['Cần sửa', 'text', 36, () => CHECKS[check].words],
      ['Chi tiết', 'text', 40, (row) => row.detail],
    ]);
  },
});
