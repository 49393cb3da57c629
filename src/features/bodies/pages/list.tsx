import { SteeringWays } from '#features/legal-acts';
import { page } from '#platform/http/page';
import { Button, Chips, DataTable, EmptyState, Form, LoadMore, StatusTag, TakeList, TextField, withFilters } from '#ui';
import { type Body, countBodies, listBodies } from '../queries.ts';
import { BODY_KINDS, BODY_LEVELS, type BodyLevel, type ListQuery, listQuery } from '../schema.ts';
import { bodyPaths } from '../urls.ts';
import { spanWords } from '../words.ts';

const PAGE = 30;

/** Bodies within reach, from the top down. */
export const bodiesPage = page({
  permission: 'body.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const reach = ctx.within('body.read', 'l');
    const from = ((query.trang ?? 1) - 1) * PAGE;
    const [rows, counts, mayEstablish] = await Promise.all([
      listBodies(ctx.db, { query, reach, day: ctx.day }, from, PAGE + 1),
      countBodies(ctx.db, query, reach),
      ctx.may('body.establish'),
    ]);
    return { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, counts, mayEstablish };
  },
  head: () => ({ title: 'Ban chỉ đạo, tổ giúp việc', here: '/viec-cua-toi' }),
  view: ({ query, rows, more, counts, mayEstablish }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Ban chỉ đạo, tổ giúp việc</h1>
        <span class="row tight">
          <TakeList href={withFilters(bodyPaths.sheet, { ...query, trang: undefined })} />
          {mayEstablish && (
            <Button kind="main" href={bodyPaths.new} icon="plus">
              Ghi ban, tổ
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={bodyPaths.list} offices />
      <Form action={bodyPaths.list} method="get" label="Tìm ban, tổ" class="row items-end">
        {query.cap && <input type="hidden" name="cap" value={query.cap} />}
        {query.cu && <input type="hidden" name="cu" value="1" />}
        <TextField name="q" label="Tìm theo tên" value={query.q} width="mid" optional />
        <Button>Tìm</Button>
      </Form>
      <Chips label="Lọc" chips={chipsOf(query, counts)} />
      {rows.length === 0 ? (
        <EmptyState title="Không có ban, tổ nào">
          {query.q ? 'Thử từ khác, hoặc bỏ bớt điều kiện.' : 'Ban chỉ đạo, tổ giúp việc đã ghi hiện ở đây.'}
        </EmptyState>
      ) : (
        <DataTable caption="Ban chỉ đạo, tổ giúp việc" rows={rows} keyOf={({ id }) => id} columns={columns} />
      )}
      <LoadMore
        href={more ? withFilters(bodyPaths.list, { ...query, trang: String((query.trang ?? 1) + 1) }) : null}
        words="Trang sau"
      />
    </div>
  ),
});

function chipsOf({ q, cap, cu }: ListQuery, counts: Readonly<Record<BodyLevel, number>>) {
  const at = (filters: Record<string, string | undefined>) => withFilters(bodyPaths.list, { q, ...filters });
  const all = counts.central + counts.province + counts.commune;
  return [
    { href: at({ cu }), words: 'Mọi cấp', count: all, on: cap === undefined },
    ...(Object.keys(BODY_LEVELS) as BodyLevel[]).map((level) => ({
      ...{ href: at({ cu, cap: level }), words: BODY_LEVELS[level], count: counts[level], on: cap === level },
    })),
    cu
      ? { href: at({ cap }), words: 'Xem ban đang hoạt động', on: false }
      : { href: at({ cap, cu: '1' }), words: 'Xem ban đã giải thể', on: false },
  ];
}

const columns = [
  {
    head: 'Tên',
    rowHead: true,
    cell: (row: Body) => (
      <>
        <a href={bodyPaths.one(row.id)}>{row.name}</a>
        <span class="sub font-normal">
          {BODY_KINDS[row.kind]}
          {row.invented && ', dữ liệu giả định'}
        </span>
      </>
    ),
  },
  {
    head: 'Cấp, địa bàn',
    cell: (row: Body) => (row.level === 'central' ? BODY_LEVELS.central : `${BODY_LEVELS[row.level]}: ${row.place}`),
  },
  {
    head: 'Quyết định thành lập',
    cell: (row: Body) => (
      <>
        {row.actLabel ?? 'Chưa ghi'}
        {row.from && <span class="sub">{spanWords(row.from, row.to)}</span>}
      </>
    ),
  },
  { head: 'Thành viên', num: true, cell: ({ members }: Body) => (members === 0 ? 'Chưa ghi' : members) },
  { head: 'Tình trạng', bare: true, cell: ({ state }: Body) => <StatusTag status={`body.${state}`} /> },
];
