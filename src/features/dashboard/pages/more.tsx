import { moneyWords } from '#features/product-years';
import { DataTable, formatNumber } from '#ui';
import type { BoardFigure } from '../board.ts';

/** Figures that stand together below the groups. */
const MORE = [
  'stock.producers.women',
  'stock.producers.ethnicMinority',
  'stock.villages',
  'stock.producers.circular',
  'share.producers.circular',
] as const;
/** Where products are sold and what the year brought. */
const SOLD = [
  'stock.online',
  'stock.salesPoints',
  'stock.pointsOfSale',
  'period.pointsOfSale',
  'stock.ecommerce',
  'stock.producers.modern',
  'share.producers.modern',
  'stock.yearTold',
  'stock.revenue',
  'stock.jobs',
  'stock.jobs.women',
] as const;
/** What offices did for producers in the year. */
const AID = [
  'period.trainings',
  'period.trained',
  'period.trained.turns',
  'period.trained.women',
  'stock.producers.trained',
  'share.producers.trained',
  'period.support',
  'period.support.source.central',
  'period.support.source.province',
  'period.support.source.commune',
  'period.support.producers',
] as const;
/** These are hidden when they are so small that they tell who somebody is. */
const HIDDEN: readonly string[] = ['stock.producers.women', 'stock.producers.ethnicMinority'];

interface Props {
  readonly figures: readonly BoardFigure[];
  /** The year that figures of sales and jobs are of. */
  readonly year: number;
}

/** Who leads, craft villages, chains, where products are sold, what the year brought. */
export function More({ figures, year }: Props) {
  return (
    <div class="cols c2">
      <Several id="them" title="Người đứng đầu, làng nghề, chuỗi" rows={MORE} figures={figures} />
      <Several id="noi-ban" title={`Nơi bán, doanh thu, lao động năm ${year}`} rows={SOLD} figures={figures} />
      <Several id="ho-tro" title="Tập huấn, hỗ trợ trong năm" rows={AID} figures={figures} />
    </div>
  );
}

interface SeveralProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly figures: readonly BoardFigure[];
}

const Several = ({ id, title, rows, figures }: SeveralProps) => (
  <section class="stack-4" aria-labelledby={id}>
    <div class="sechd">
      <h2 id={id}>{title}</h2>
    </div>
    <DataTable
      caption={`Bảng: ${title}`}
      rows={rows.flatMap((wanted) => figures.filter((figure) => figure.id === wanted))}
      keyOf={(figure) => figure.id}
      fold={false}
      columns={[
        { head: 'Số liệu', rowHead: true, cell: ({ label }) => label },
        { head: 'Số', number: true, cell: told },
      ]}
    />
  </section>
);

/** A count that would tell who somebody is stands as too small; a sum of nothing known as not known. */
function told({ id, value, unit, href }: BoardFigure) {
  if (value === null) return <span class="mut">{HIDDEN.includes(id) ? 'Quá ít để nêu' : 'Chưa có'}</span>;
  const words = unit === '%' ? `${formatNumber(value)}%` : unit === 'đồng' ? moneyWords(value) : formatNumber(value);
  return href === null ? words : <a href={href}>{words}</a>;
}
