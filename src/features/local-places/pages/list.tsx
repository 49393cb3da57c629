import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, TakeList, withFilters } from '#ui';
import { type LocalPlace, localPlaces } from '../queries.ts';
import { kindWords, listQuery } from '../schema.ts';
import { localPlacePaths } from '../urls.ts';
import { FilterForm } from './parts.tsx';

const MOST = 200;

/** The villages and areas an officer keeps. */
export const localPlacesPage = page({
  permission: 'localPlace.correct',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const rows = await localPlaces(ctx.db, query, ctx.day, MOST + 1, ctx.within('localPlace.correct', 'l'));
    return { query, rows: rows.slice(0, MOST), more: rows.length > MOST };
  },
  head: () => ({ title: 'Làng nghề, vùng nguyên liệu', here: '/so-san-pham' }),
  view: ({ query, rows, more }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Làng nghề, vùng nguyên liệu</h1>
        <span class="row tight">
          <TakeList href={withFilters(localPlacePaths.sheet, query)} />
          <Button kind="main" href={localPlacePaths.new} icon="plus">
            Ghi thêm
          </Button>
        </span>
      </div>
      <FilterForm action={localPlacePaths.list} query={query} />
      {rows.length === 0 ? (
        <EmptyState title="Chưa có làng nghề, vùng nguyên liệu nào">Bỏ bớt điều kiện, hoặc ghi thêm.</EmptyState>
      ) : (
        <DataTable rows={rows} columns={columns} caption="Làng nghề, vùng nguyên liệu" keyOf={(row) => row.id} />
      )}
      {more && <p class="sm mut">Danh sách còn dài; thu hẹp bằng từ tìm kiếm.</p>}
    </div>
  ),
});

const columns = [
  { head: 'Tên', rowHead: true, cell: (row: LocalPlace) => <a href={localPlacePaths.one(row.id)}>{row.name}</a> },
  { head: 'Loại', cell: (row: LocalPlace) => kindWords[row.kind] },
  { head: 'Nghề, cây trồng, vật nuôi', cell: (row: LocalPlace) => row.craft },
  {
    head: 'Nơi',
    cell: (row: LocalPlace) => (row.commune === null ? `${row.place ?? ''} (chưa xếp được xã)` : row.place),
  },
  { head: 'Chủ thể', number: true, cell: (row: LocalPlace) => row.producers.length },
  { head: 'Tọa độ', cell: (row: LocalPlace) => (row.latitude === null ? 'Chưa ghi' : 'Đã ghi') },
];
