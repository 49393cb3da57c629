import { compareWithKnown, differenceText } from '#law/practice';
import type { SetIndex } from '#law/scoring';
import type { SheetStanding } from '#law/sheet-state';
import { meanText } from '#law/stars';
import { calmTitle, DataTable, FactsList } from '#ui';
import type { PracticeSheet } from '../queries.ts';

/** One's own sheet beside the council's, the widest differences first. */
export function Comparison({
  sheet,
  index,
  standing,
}: {
  sheet: PracticeSheet;
  index: SetIndex;
  standing: SheetStanding;
}) {
  const { known } = sheet;
  const rows = compareWithKnown(standing.points, known.criteria);
  const apart = rows.filter(({ difference }) => difference !== 0);
  return (
    <section class="stack-4" aria-labelledby="so-sanh">
      <h2 id="so-sanh">So với điểm Hội đồng</h2>
      <FactsList
        facts={[
          { term: 'Phiếu của bạn', value: `${standing.total} điểm, ${standing.star} sao` },
          {
            term: 'Hội đồng',
            value: `${meanText(known)} điểm${known.star === null ? '' : `, ${known.star} sao`}`,
            sub: `Trung bình của ${known.count} phiếu`,
          },
          { term: 'Khác nhau ở', value: `${apart.length}/${rows.length} tiêu chí` },
        ]}
      />
      <DataTable
        rows={rows}
        caption="Từng tiêu chí, chênh nhiều trước"
        keyOf={(row) => row.criterion}
        columns={[
          {
            head: 'Tiêu chí',
            rowHead: true,
            cell: (row) => `${row.criterion}. ${calmTitle(index.byCode.get(row.criterion)?.title ?? '')}`,
          },
          { head: 'Của bạn', number: true, cell: (row) => row.mine },
          { head: 'Hội đồng', number: true, cell: (row) => meanText(row.known) },
          { head: 'Chênh', number: true, cell: (row) => differenceText(row.difference) },
        ]}
      />
    </section>
  );
}
