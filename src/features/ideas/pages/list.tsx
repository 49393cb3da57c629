import { setName } from '#features/products';
import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { Button, Chips, DataTable, EmptyState, StatusTag, TakeList } from '#ui';
import { type BoardRow, type Idea, ideaBoard, ideaCounts, ideaRows } from '../queries.ts';
import { IDEA_STATES, type IdeaState, type ListQuery, listQuery } from '../schema.ts';
import { ideaPaths } from '../urls.ts';

const PAGE = 50;
const MOST_EXPORTED = 20_000;
const nameOf = (state: IdeaState) => stateWords('idea', state).name;

interface Data {
  readonly query: ListQuery;
  readonly rows: readonly Idea[];
  readonly next: string | null;
  readonly counts: Readonly<Partial<Record<IdeaState, number>>>;
  /** By commune, for a province; empty elsewhere. */
  readonly board: readonly BoardRow[];
  readonly mayEnter: boolean;
}

/** Potential products within reach: how many stand where, by commune for a province, and each of them. */
export const ideasPage = page({
  permission: 'idea.read',
  query: listQuery,
  shell: 'auto',
  async load(ctx, _params, query): Promise<Data> {
    const ask = { ...query, day: ctx.day, reach: ctx.within('idea.read', 'l') };
    const [rows, counts, board, mayEnter] = await Promise.all([
      ideaRows(ctx.db, ask, query.after ?? null, PAGE + 1),
      ideaCounts(ctx.db, ask),
      ctx.actor.role === 'province' ? ideaBoard(ctx.db, { ...ask, xa: undefined }) : [],
      ctx.may('idea.enter'),
    ]);
    const next = rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null;
    return { query, rows: rows.slice(0, PAGE), next, counts, board, mayEnter };
  },
  head: (_data, ctx) => ({
    title: 'Ý tưởng sản phẩm',
    ...(ctx.actor.role === 'producer'
      ? { here: '/cua-toi/san-pham', up: { href: '/cua-toi/san-pham', words: 'Sản phẩm của tôi' } }
      : { here: '/so-san-pham', up: { href: '/so-san-pham', words: 'Danh bạ sản phẩm' } }),
  }),
  view: ({ query, rows, next, counts, board, mayEnter }) => {
    const filters = { q: query.q, xa: query.xa };
    const all = IDEA_STATES.reduce((total, state) => total + (counts[state] ?? 0), 0);
    return (
      <div class="stack-5">
        <div class="pagehd">
          <div>
            <h1>Ý tưởng sản phẩm</h1>
            <p class="ink2">Sản phẩm có thể thành sản phẩm OCOP, trước khi có hồ sơ.</p>
          </div>
          <span class="row tight">
            <TakeList href={ideaPaths.sheetWith({ ...filters, tinhTrang: query.tinhTrang })} />
            {mayEnter && (
              <Button kind="main" icon="plus" href={ideaPaths.new}>
                Ghi ý tưởng
              </Button>
            )}
          </span>
        </div>
        <Chips
          label="Lọc theo tình trạng"
          chips={[
            { href: ideaPaths.listWith(filters), words: 'Tất cả', count: all, on: query.tinhTrang === undefined },
            ...IDEA_STATES.map((state) => ({
              href: ideaPaths.listWith({ ...filters, tinhTrang: state }),
              words: nameOf(state),
              count: counts[state] ?? 0,
              on: query.tinhTrang === state,
            })),
          ]}
        />
        {board.length > 1 && <Board board={board} chosen={query.xa} />}
        {rows.length === 0 ? (
          <EmptyState title="Chưa có ý tưởng nào">Ghi sản phẩm mới mà hộ, tổ, hợp tác xã muốn làm.</EmptyState>
        ) : (
          <DataTable caption="Ý tưởng sản phẩm" rows={rows} keyOf={({ id }) => id} columns={columns} />
        )}
        {next && (
          <p class="more">
            <Button
              href={ideaPaths.listWith({ ...filters, tinhTrang: query.tinhTrang, after: next })}
              iconAfter="right"
            >
              Trang sau
            </Button>
          </p>
        )}
      </div>
    );
  },
});

function Board({ board, chosen }: { board: readonly BoardRow[]; chosen: string | undefined }) {
  return (
    <DataTable
      caption="Số ý tưởng theo xã"
      rows={board}
      keyOf={({ commune }) => commune}
      state={({ commune }) => (commune === chosen ? 'sel' : undefined)}
      columns={[
        {
          head: 'Xã',
          rowHead: true,
          cell: ({ commune, place }: BoardRow) => <a href={ideaPaths.listWith({ xa: commune })}>{place}</a>,
        },
        ...IDEA_STATES.map((state) => ({ head: nameOf(state), number: true, cell: (row: BoardRow) => row[state] })),
      ]}
    />
  );
}

const columns = [
  { head: 'Sản phẩm', rowHead: true, cell: ({ id, name }: Idea) => <a href={ideaPaths.one(id)}>{name}</a> },
  { head: 'Ai làm', cell: ({ producerName, person }: Idea) => producerName ?? person },
  { head: 'Nơi', hide: true, cell: ({ place }: Idea) => place },
  { head: 'Còn thiếu gì', cell: ({ missing }: Idea) => missing ?? '' },
  { head: 'Ai hỗ trợ', cell: ({ supporter }: Idea) => supporter ?? '' },
  { head: 'Đợt dự kiến', cell: ({ roundName }: Idea) => roundName ?? '' },
  { head: 'Tình trạng', bare: true, cell: ({ state }: Idea) => <StatusTag status={`idea.${state}`} /> },
];

/** The list as a file. Written to the access log. */
export const ideasSheet = download({
  name: 'idea.export',
  title: 'Ý tưởng sản phẩm (Excel)',
  permission: 'idea.read',
  query: listQuery.omit({ after: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const ask = { ...query, day: ctx.day, reach: ctx.within('idea.read', 'l') };
    const read = (after: string | null, limit: number) => ideaRows(ctx.db, ask, after, limit);
    const rows = inPages(read, ({ id }) => id, MOST_EXPORTED);
    return listFile('y-tuong-san-pham', 'Ý tưởng sản phẩm', rows, [
      ['Sản phẩm', 'text', 36, (row) => row.name],
      ['Chủ thể', 'text', 36, (row) => row.producerName],
      ['Ai sẽ làm', 'text', 28, (row) => row.person],
      ['Nơi', 'text', 32, (row) => row.place],
      ['Bộ sản phẩm', 'text', 36, (row) => (row.productSet === null ? null : setName(row.productSet))],
      ['Còn thiếu gì', 'text', 44, (row) => row.missing],
      ['Ai hỗ trợ', 'text', 28, (row) => row.supporter],
      ['Đợt dự kiến', 'text', 18, (row) => row.roundName],
      ['Tình trạng', 'text', 18, (row) => nameOf(row.state)],
      ['Ngày ghi', 'date', 12, (row) => row.enteredOn],
    ]);
  },
});
