import { SALE_POINT_KINDS } from '#law/sale-points';
import { page } from '#platform/http/page';
import {
  Button,
  Chips,
  DataTable,
  EmptyState,
  Form,
  LoadMore,
  SelectField,
  TakeList,
  TextField,
  withFilters,
} from '#ui';
import { listPoints, type Point } from '../queries.ts';
import { type ListQuery, listQuery } from '../schema.ts';
import { pointPaths } from '../urls.ts';
import { daysWords } from '../words.ts';

const PAGE = 30;
const KINDS = Object.entries(SALE_POINT_KINDS).map(([value, label]) => ({ value, label }));

/** The points an officer keeps: open ones, and those that have closed. */
export const pointsPage = page({
  permission: 'salePoint.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const ask = { query, reach: ctx.within('salePoint.read', 'l'), day: ctx.day };
    const [rows, mayRegister] = await Promise.all([
      listPoints(ctx.db, ask, ((query.trang ?? 1) - 1) * PAGE, PAGE + 1),
      ctx.may('salePoint.register'),
    ]);
    return { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, mayRegister };
  },
  head: () => ({ title: 'Điểm giới thiệu, bán sản phẩm', here: '/so-san-pham' }),
  view: ({ query, rows, more, mayRegister }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Điểm giới thiệu, bán sản phẩm</h1>
        <span class="row tight">
          <TakeList href={withFilters(pointPaths.sheet, asked(query))} />
          <Button kind="bare" href={pointPaths.open('vi')}>
            Trang Mua ở đâu
          </Button>
          {mayRegister && (
            <Button kind="main" href={pointPaths.new} icon="plus">
              Ghi điểm bán
            </Button>
          )}
        </span>
      </div>
      <Form action={pointPaths.list} method="get" label="Tìm điểm bán" class="row items-end">
        {query.cu && <input type="hidden" name="cu" value={query.cu} />}
        <TextField name="q" label="Tìm tên, địa chỉ" value={query.q} width="mid" optional />
        <SelectField name="kind" label="Loại" value={query.kind} choices={KINDS} empty="Mọi loại" optional />
        <Button>Xem</Button>
      </Form>
      <Chips
        label="Lọc"
        chips={[
          {
            href: withFilters(pointPaths.list, { ...asked(query), cu: undefined }),
            words: 'Đang mở',
            on: query.cu === undefined,
          },
          {
            href: withFilters(pointPaths.list, { ...asked(query), cu: '1' }),
            words: 'Đã đóng',
            on: query.cu !== undefined,
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={query.cu ? 'Không có điểm nào đã đóng' : 'Chưa ghi điểm bán nào'}>
          {query.q || query.kind
            ? 'Thử từ khác, hoặc bỏ bớt điều kiện.'
            : 'Điểm đã ghi hiện cho mọi người ở Mua ở đâu.'}
        </EmptyState>
      ) : (
        <DataTable caption="Điểm giới thiệu, bán sản phẩm" rows={rows} keyOf={({ id }) => id} columns={columns} />
      )}
      <LoadMore
        href={more ? withFilters(pointPaths.list, { ...asked(query), trang: String((query.trang ?? 1) + 1) }) : null}
        words="Trang sau"
      />
    </div>
  ),
});

const asked = ({ q, kind, cu }: ListQuery) => ({ q, kind, cu });

const columns = [
  {
    head: 'Tên',
    rowHead: true,
    cell: (row: Point) => (
      <>
        <a href={pointPaths.one(row.id)}>{row.name}</a>
        <span class="sub font-normal">
          {SALE_POINT_KINDS[row.kind]}
          {row.invented && ', dữ liệu giả định'}
        </span>
      </>
    ),
  },
  {
    head: 'Nơi',
    cell: (row: Point) => (
      <>
        {row.address}
        <span class="sub">{row.unitName}</span>
      </>
    ),
  },
  { head: 'Mở', cell: (row: Point) => daysWords(row) },
  { head: 'Tọa độ', cell: (row: Point) => (row.latitude === null ? 'Chưa ghi' : 'Đã ghi') },
];
