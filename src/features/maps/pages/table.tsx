import type { Lang } from '#features/portal';
import { DataTable, EmptyState, formatNumber } from '#ui';
import { measureWords } from '../measure.ts';
import type { PlaceCount } from '../queries.ts';
import type { Measure } from '../schema.ts';

interface TableProps {
  readonly rows: readonly PlaceCount[];
  readonly measure: Measure;
  readonly level: 'province' | 'commune';
  readonly lang: Lang;
  /** The list of a place. */
  readonly hrefOf: (unit: string) => string;
  /** The map of a place. */
  readonly mapOf: ((unit: string) => string) | undefined;
}

/** The numbers of the map: the most first, each with a bar and the way to its list. */
export function PlaceTable({ rows, measure, level, lang, hrefOf, mapOf }: TableProps) {
  const en = lang === 'en';
  const most = Math.max(1, ...rows.map(({ chosen }) => chosen));
  if (rows.length === 0)
    return (
      <EmptyState title={en ? 'No products yet' : 'Chưa có sản phẩm'}>
        {en
          ? 'Products recognised here will be counted.'
          : 'Khi có sản phẩm được công nhận ở đây, số liệu hiện trên bản đồ.'}
      </EmptyState>
    );
  const unknown =
    level === 'province' ? (en ? 'Province not known' : 'Chưa rõ tỉnh') : en ? 'Commune not known' : 'Chưa rõ xã';
  const number = (row: PlaceCount) => {
    if (row.chosen === 0) return '0';
    return row.unit === null ? formatNumber(row.chosen) : <a href={hrefOf(row.unit)}>{formatNumber(row.chosen)}</a>;
  };
  return (
    <DataTable
      caption={`${measureWords(measure, lang)}: ${level === 'province' ? (en ? 'by province' : 'theo tỉnh') : en ? 'by commune' : 'theo xã'}`}
      showCaption
      rows={rows}
      keyOf={(row) => row.unit ?? 'unknown'}
      fold={false}
      columns={[
        {
          head: level === 'province' ? (en ? 'Province' : 'Tỉnh, thành phố') : en ? 'Commune' : 'Xã, phường, đặc khu',
          rowHead: true,
          cell: (row) => {
            if (row.unit === null || row.name === null) return <span class="mut">{unknown}</span>;
            const name = <span lang="vi">{row.name}</span>;
            return <a href={mapOf === undefined ? hrefOf(row.unit) : mapOf(row.unit)}>{name}</a>;
          },
        },
        {
          head: measureWords(measure, lang),
          number: true,
          cell: (row) => (
            <span class="mapbar">
              <svg aria-hidden="true">
                <rect width={`${((row.chosen / most) * 100).toFixed(1)}%`} height="8" />
              </svg>
              {number(row)}
            </span>
          ),
        },
        ...(measure === 'all'
          ? []
          : [{ head: en ? 'All' : 'Tất cả', number: true, cell: (row: PlaceCount) => formatNumber(row.total) }]),
      ]}
    />
  );
}
