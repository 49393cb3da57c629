import { SteeringWays } from '#features/legal-acts';
import { page } from '#platform/http/page';
import { Button, Chips, DataTable, EmptyState, Form, formatDay, LoadMore, TakeList, TextField, withFilters } from '#ui';
import { type CommuneWithout, communesWithout, countWithout, listOfficers, type Officer } from '../officers-read.ts';
import { OFFICER_VIEWS, officerQuery } from '../schema.ts';
import { officerPaths } from '../urls.ts';
import { spanWords } from '../words.ts';

const PAGE = 30;

/** Officers in charge by commune, those who served, and communes where nobody is in charge. */
export const officersPage = page({
  permission: 'communeOfficer.read',
  query: officerQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const from = ((query.trang ?? 1) - 1) * PAGE;
    const place = {
      ...{ area: ctx.actor.area, unit: ctx.actor.role === 'commune' ? ctx.actor.unit : null, day: ctx.day },
    };
    const reach = ctx.within('communeOfficer.read', 'l');
    const missing = query.xem === 'thieu';
    const ask = { query, reach, day: ctx.day, contacts: await ctx.may('communeOfficer.readContacts') };
    const [rows, empty, without, mayAppoint] = await Promise.all([
      missing ? [] : listOfficers(ctx.db, ask, from, PAGE + 1),
      missing ? communesWithout(ctx.db, { ...place, q: query.q }, from, PAGE + 1) : [],
      countWithout(ctx.db, place),
      ctx.may('communeOfficer.appoint'),
    ]);
    const more = Math.max(rows.length, empty.length) > PAGE;
    return { query, rows: rows.slice(0, PAGE), empty: empty.slice(0, PAGE), without, more, mayAppoint };
  },
  head: () => ({ title: 'Cán bộ phụ trách', here: '/viec-cua-toi' }),
  view: ({ query, rows, empty, without, more, mayAppoint }) => {
    const missing = query.xem === 'thieu';
    const sheet = missing ? officerPaths.missingSheet : officerPaths.sheet;
    const at = (xem: string | undefined) => withFilters(officerPaths.list, { q: query.q, xem });
    return (
      <div class="stack-5">
        <div class="row between">
          <h1>Cán bộ phụ trách</h1>
          <span class="row tight">
            <TakeList href={withFilters(sheet, { q: query.q, xem: missing ? undefined : query.xem })} />
            {mayAppoint && (
              <Button kind="main" href={officerPaths.new} icon="plus">
                Phân công
              </Button>
            )}
          </span>
        </div>
        <SteeringWays here={officerPaths.list} offices />
        <Form action={officerPaths.list} method="get" label="Tìm cán bộ, xã" class="row items-end">
          {query.xem && <input type="hidden" name="xem" value={query.xem} />}
          <TextField name="q" label="Tìm xã, họ tên" value={query.q} width="mid" optional />
          <Button>Tìm</Button>
        </Form>
        <Chips
          label="Lọc"
          chips={[
            { href: at(undefined), words: 'Đang phụ trách', on: query.xem === undefined },
            { href: at('thieu'), words: OFFICER_VIEWS.thieu, count: without, on: missing },
            { href: at('cu'), words: OFFICER_VIEWS.cu, on: query.xem === 'cu' },
          ]}
        />
        {rows.length + empty.length === 0 && (
          <EmptyState title={missing ? 'Xã nào cũng có người phụ trách' : 'Chưa ghi cán bộ phụ trách'}>
            {query.q ? 'Thử từ khác, hoặc bỏ bớt điều kiện.' : 'Cán bộ phụ trách Chương trình của từng xã hiện ở đây.'}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <DataTable caption="Cán bộ phụ trách" rows={rows} keyOf={({ id }) => id} columns={columns} />
        )}
        {empty.length > 0 && (
          <DataTable
            caption="Xã chưa có người phụ trách"
            rows={empty}
            keyOf={({ commune }) => commune}
            columns={mayAppoint ? [...withoutColumns, appoint] : withoutColumns}
          />
        )}
        <LoadMore
          href={more ? withFilters(officerPaths.list, { ...query, trang: String((query.trang ?? 1) + 1) }) : null}
          words="Trang sau"
        />
      </div>
    );
  },
});

const columns = [
  {
    head: 'Xã',
    rowHead: true,
    cell: (row: Officer) => <a href={officerPaths.one(row.id)}>{row.place}</a>,
  },
  {
    head: 'Cán bộ',
    cell: (row: Officer) => (
      <>
        {row.name}
        <span class="sub">
          {row.position}
          {row.invented && ', dữ liệu giả định'}
        </span>
      </>
    ),
  },
  {
    head: 'Liên hệ',
    cell: ({ phone, email }: Officer) => (
      <>
        {phone && (
          <a class="inline-block py-1" href={`tel:${phone}`}>
            {phone}
          </a>
        )}
        {email && (
          <a class="sub" href={`mailto:${email}`}>
            {email}
          </a>
        )}
      </>
    ),
  },
  { head: 'Thời gian', cell: (row: Officer) => spanWords(row.from, row.to) },
];

const withoutColumns = [
  { head: 'Xã', rowHead: true, cell: (row: CommuneWithout) => row.name },
  { head: 'Tỉnh', hide: true, cell: (row: CommuneWithout) => row.province },
  {
    head: 'Người gần nhất thôi từ',
    cell: ({ last }: CommuneWithout) => (last === null ? 'Chưa từng ghi' : formatDay(last)),
  },
];
const appoint = {
  head: 'Phân công',
  bare: true,
  cell: (row: CommuneWithout) => (
    <a class="inline-block py-1" href={officerPaths.newFor(row.commune)}>
      Phân công<span class="sr"> cho {row.name}</span>
    </a>
  ),
};
