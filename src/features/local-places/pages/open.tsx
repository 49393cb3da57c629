import { publicPage } from '#platform/http/page';
import { EmptyState, formatNumber } from '#ui';
import { type LocalPlace, localPlaces } from '../queries.ts';
import { kindWords, listQuery } from '../schema.ts';
import { localPlacePaths } from '../urls.ts';
import { FilterForm } from './parts.tsx';

const MOST = 300;

/** Craft villages and raw-material areas for everybody: what is made where, and by whom. */
export const craftVillagesPage = publicPage({
  query: listQuery,
  shell: 'public',
  async load(ctx, _params, query) {
    const rows = await localPlaces(ctx.db, query, ctx.day, MOST + 1);
    return { query, rows: rows.slice(0, MOST), more: rows.length > MOST };
  },
  head: ({ query }) => ({
    title: 'Làng nghề, vùng nguyên liệu',
    description: 'Làng nghề và vùng nguyên liệu của sản phẩm OCOP: nghề, nơi, chủ thể.',
    noindex: query.q !== undefined,
  }),
  view: ({ query, rows, more }) => (
    <div class="page stack-5 pt-6 pb-12">
      <h1>Làng nghề, vùng nguyên liệu</h1>
      <FilterForm action={localPlacePaths.open} query={query} />
      <p role="status">
        <b>{formatNumber(rows.length)}</b> làng nghề, vùng nguyên liệu{more && '; còn nữa, thu hẹp bằng từ tìm kiếm'}
      </p>
      {rows.length === 0 ? (
        <EmptyState print="basket" title="Không thấy nơi nào">
          Thử tên ngắn hơn, hoặc bỏ chọn loại.
        </EmptyState>
      ) : (
        <ul class="lines">
          {rows.map((row) => (
            <Place key={row.id} row={row} />
          ))}
        </ul>
      )}
      <p class="sm mut">Danh sách từ báo chí, sổ tay của tỉnh và do xã, tỉnh ghi; chưa phải danh mục đầy đủ.</p>
    </div>
  ),
});

function Place({ row }: { row: LocalPlace }) {
  const facts = [
    kindWords[row.kind],
    row.craft,
    row.place,
    row.formerPlace && `trước: ${row.formerPlace}`,
    row.recognised && `công nhận ${row.recognised}`,
    row.plantingCodes && `mã số vùng trồng ${row.plantingCodes.replaceAll('\n', ', ')}`,
    row.latitude !== null && row.longitude !== null && `tọa độ ${row.latitude}, ${row.longitude}`,
  ];
  return (
    <li class="py-3">
      <b>
        <a href={localPlacePaths.village(row.id)}>{row.name}</a>
      </b>
      <span class="sm ink2 block">{facts.filter(Boolean).join(' · ')}</span>
      {row.producers.length > 0 && (
        <span class="sm block">
          Chủ thể:{' '}
          {row.producers.map(({ id, name }, n) => (
            <span key={id}>
              {n > 0 && '; '}
              <a href={`/chu-the/${id}`}>{name}</a>
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
