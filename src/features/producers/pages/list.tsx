import { z } from 'zod';
import { moreThanAtOnce } from '#features/list-files';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  formatNumber,
  LoadMore,
  SelectField,
  TakeList,
  TextField,
  Tick,
  withFilters,
} from '#ui';
import { countPairs } from '../duplicates.ts';
import { countProducers, type ListCursor, type ListedProducer, listedProducers } from '../list.ts';
import { type ProducerFilters, producerFilters } from '../schema.ts';
import { PARTS } from '../sections.ts';
import { producerPaths } from '../urls.ts';

const PAGE = 50;
const MOST_EXPORTED = 50_000;
const kinds: Readonly<Record<string, string>> = PARTS.kind.fields[0].words ?? {};
const place = z.tuple([z.string().max(300), z.uuid()]);

/** Producers of the officer's area, those that may be twice in it, and Excel. */
export const producersListPage = page({
  permission: 'producer.register',
  query: producerFilters.extend({
    ten: z.string().max(300).optional().catch(undefined),
    sau: z.uuid().optional().catch(undefined),
  }),
  shell: 'desk',
  async load(ctx, _params, { ten, sau, ...filters }) {
    const after = place.safeParse([ten, sau]).data ?? null;
    const asked = { day: ctx.day, filters, reach: ctx.within('producer.correct', 'l') };
    const [rows, pairs] = await Promise.all([
      listedProducers(ctx.db, asked, { limit: PAGE + 1, after }),
      countPairs(ctx.db, (alias) => ctx.within('producer.join', alias)),
    ]);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    const mayImport = await ctx.may('listImport.upload');
    return {
      filters,
      mayImport,
      rows: rows.slice(0, PAGE),
      pairs,
      next: last ? { ten: last.name, sau: last.id } : null,
    };
  },
  head: () => ({ title: 'Danh bạ chủ thể', here: '/so-san-pham' }),
  view: ({ filters, mayImport, rows, pairs, next }) => (
    <div class="stack">
      <div class="row between">
        <h1>Danh bạ chủ thể</h1>
        <span class="row tight">
          <Button href={producerPaths.new} icon="plus">
            Ghi chủ thể mới
          </Button>
          {mayImport && (
            <Button href="/nhap-danh-sach?subject=producers" icon="up">
              Nhập danh sách
            </Button>
          )}
          <TakeList href={withFilters(producerPaths.sheet, filters)} />
        </span>
      </div>
      <p>
        <a href="/so-san-pham">Danh bạ sản phẩm</a>
        {' · '}
        <a href={producerPaths.duplicates}>Có thể trùng: {formatNumber(pairs)} cặp chờ xem</a>
      </p>
      <Filters filters={filters} />
      {rows.length === 0 ? (
        <EmptyState title="Không có chủ thể nào">Bỏ bớt điều kiện rồi tìm lại.</EmptyState>
      ) : (
        <DataTable caption="Danh bạ chủ thể" rows={rows} keyOf={(row) => row.id} columns={COLUMNS} />
      )}
      <LoadMore
        said={`${rows.length} chủ thể`}
        href={next && withFilters(producerPaths.list, { ...filters, ...next })}
        words="Trang sau"
      />
    </div>
  ),
});

function Filters({ filters }: { filters: ProducerFilters }) {
  return (
    <Form action={producerPaths.list} method="get" class="row items-end" label="Lọc chủ thể">
      <TextField
        name="q"
        label="Tên chủ thể"
        type="search"
        value={filters.q}
        optional="sometimes"
        maxLength={200}
        width="mid"
      />
      <SelectField
        name="type"
        label="Loại hình"
        value={filters.type ?? ''}
        choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        empty="Mọi loại hình"
        optional="sometimes"
      />
      <Tick name="unplaced" label="Chưa xếp được xã" value="true" checked={filters.unplaced === true} />
      <Button>Tìm</Button>
    </Form>
  );
}

const COLUMNS = [
  {
    head: 'Chủ thể',
    rowHead: true,
    cell: (row: ListedProducer) => (
      <>
        <a href={producerPaths.one(row.id)}>{row.name}</a>
        {row.invented && <span class="sm mut block">Dữ liệu giả định</span>}
      </>
    ),
  },
  { head: 'Loại hình', cell: (row: ListedProducer) => (row.type === null ? 'Chưa rõ' : kinds[row.type]) },
  {
    head: 'Địa bàn',
    cell: (row: ListedProducer) => (row.placed ? row.place : `${row.place ?? ''} (chưa xếp được xã)`),
  },
  { head: 'Sản phẩm', number: true, cell: (row: ListedProducer) => formatNumber(row.products) },
];

/** The same list as an Excel workbook, without contacts, persons, tax codes and accounts; written to the access log. */
export const producersSheet = download({
  name: 'producer.export',
  title: 'Danh bạ chủ thể (Excel)',
  permission: 'list.export',
  logged: 'export',
  query: producerFilters,
  async run(ctx, _params, filters) {
    const asked = { day: ctx.day, filters, reach: ctx.within('producer.correct', 'l') };
    const read = (after: ListCursor | null, limit: number) => listedProducers(ctx.db, asked, { limit, after });
    const rows = inPages(read, (row): ListCursor => [row.name, row.id], MOST_EXPORTED);
    const file = listFile(`danh-ba-chu-the-${ctx.day}`, 'Chủ thể', rows, [
      ['Chủ thể', 'text', 44, (row) => row.name],
      ['Loại hình', 'text', 28, (row) => (row.type === null ? null : (kinds[row.type] ?? null))],
      ['Địa bàn', 'text', 36, (row) => row.place],
      ['Địa chỉ', 'text', 40, (row) => row.address],
      ['Số sản phẩm', 'integer', 12, (row) => row.products],
    ]);
    return { ...file, long: () => moreThanAtOnce(ctx.db, ctx.day, () => countProducers(ctx.db, asked)) };
  },
});
