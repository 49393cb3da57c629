import { DataTable, formatNumber } from '#ui';
import type { BoardFigure } from '../board.ts';

/** Figures that stand together below the groups. */
const MORE = [
  'stock.producers.women',
  'stock.producers.ethnicMinority',
  'stock.villages',
  'stock.online',
  'stock.salesPoints',
] as const;

/** Who leads, craft villages, where products are sold. A count that would tell who somebody is stands as too small. */
export function More({ figures }: { figures: readonly BoardFigure[] }) {
  const number = ({ value, href }: BoardFigure) => {
    if (value === null) return <span class="mut">Quá ít để nêu</span>;
    return href === null ? formatNumber(value) : <a href={href}>{formatNumber(value)}</a>;
  };
  return (
    <section class="stack-4" aria-labelledby="them">
      <div class="sechd">
        <h2 id="them">Người đứng đầu, làng nghề, nơi bán</h2>
      </div>
      <DataTable
        caption="Bảng số chủ thể theo người đứng đầu, làng nghề, nơi bán"
        rows={MORE.flatMap((wanted) => figures.filter(({ id }) => id === wanted))}
        keyOf={({ id }) => id}
        fold={false}
        columns={[
          { head: 'Số liệu', rowHead: true, cell: ({ label }) => label },
          { head: 'Số', number: true, cell: number },
        ]}
      />
    </section>
  );
}
