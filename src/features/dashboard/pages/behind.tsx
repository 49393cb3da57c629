import { localPlacePaths } from '#features/local-places';
import { producerUrl, productUrl } from '#features/portal';
import type { BehindRow, Each } from '#features/reports';
import { pointPaths } from '#features/sale-points';
import { supportPaths } from '#features/support';
import { trainingPaths } from '#features/training';
import { DataTable, EmptyState, formatNumber } from '#ui';
import { boardPaths } from '../urls.ts';

interface BehindTableProps {
  readonly caption: string;
  readonly rows: readonly BehindRow[];
  readonly each: Each;
  /** What amounts are counted in, where the figure is a sum. */
  readonly of?: string;
}

const HEADS = {
  product: 'Sản phẩm',
  producer: 'Chủ thể',
  village: 'Làng nghề',
  training: 'Lớp, hội nghị',
  payment: 'Trả cho',
  point: 'Điểm bán',
} as const;
/** What stands beside the name of a record that is no product. */
const BESIDE: Partial<Record<Each, string>> = { training: 'Đơn vị tổ chức', payment: 'Quyết định', point: 'Địa chỉ' };
const hrefOf = ({ id, name }: BehindRow, each: BehindTableProps['each']) =>
  ({
    product: productUrl(id, 'vi'),
    producer: producerUrl(id, 'vi'),
    village: localPlacePaths.openWith({ q: name }),
    training: trainingPaths.one(id),
    payment: supportPaths.one(id),
    point: pointPaths.one(id),
  })[each];

/** The rows behind a number, each with its page. */
export function BehindTable({ caption, rows, each, of }: BehindTableProps) {
  if (rows.length === 0)
    return (
      <EmptyState title="Không có mục nào" way={{ href: boardPaths.home, words: 'Về số liệu' }}>
        Số này bằng 0: không có bản ghi nào đứng sau.
      </EmptyState>
    );
  const name = {
    head: HEADS[each],
    rowHead: true,
    cell: (row: BehindRow) => <a href={hrefOf(row, each)}>{row.name}</a>,
  };
  const more = [
    { head: 'Chủ thể', cell: (row: BehindRow) => row.producer ?? 'Chưa rõ' },
    { head: 'Hạng sao', cell: (row: BehindRow) => (row.star === null ? 'Chưa ghi' : `${row.star} sao`) },
  ];
  const amounts = rows.some(({ amount }) => amount !== null)
    ? [{ head: `Số (${of ?? ''})`, number: true, cell: ({ amount }: BehindRow) => formatNumber(amount ?? 0) }]
    : [];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={each === 'product' ? [name, ...more, ...amounts] : [name, ...besideOf(each), ...amounts]}
    />
  );
}

const besideOf = (each: Each) => {
  const head = BESIDE[each];
  return head === undefined ? [] : [{ head, cell: (row: BehindRow) => row.producer ?? '' }];
};
