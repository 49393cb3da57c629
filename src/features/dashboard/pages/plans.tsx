import { type TargetResult, targetPaths } from '#features/targets';
import { sayTarget } from '#law/targets';
import { DataTable, formatDay, formatNumber } from '#ui';

const MOST = 8;

/** Plan against result: targets a figure measures, those not reached first. */
export function Plans({ targets }: { targets: readonly TargetResult[] }) {
  if (targets.length === 0) return null;
  return (
    <section class="stack-4" aria-labelledby="chi-tieu">
      <div class="sechd">
        <h2 id="chi-tieu">Kế hoạch và kết quả</h2>
      </div>
      <DataTable
        caption="Chỉ tiêu đo bằng số liệu, chưa đạt đứng trước"
        rows={targets.slice(0, MOST)}
        keyOf={({ id }) => id}
        state={({ verdict, to, asOf }) => (verdict.reached === false && to <= asOf ? 'late' : undefined)}
        columns={[
          {
            head: 'Chỉ tiêu',
            rowHead: true,
            cell: ({ id, name, to }: TargetResult) => (
              <>
                <a href={targetPaths.one(id)}>{name}</a>
                <span class="sub font-normal">đến {formatDay(to)}</span>
              </>
            ),
          },
          { head: 'Kế hoạch', cell: (one: TargetResult) => sayTarget(one, one) ?? '' },
          {
            head: 'Kết quả',
            number: true,
            cell: ({ result }: TargetResult) => (result === null ? 'Chưa có' : formatNumber(result)),
          },
          { head: 'So sánh', cell: ({ verdict }: TargetResult) => verdict.words },
        ]}
      />
      {targets.length > MOST && (
        <p>
          <a href={targetPaths.list}>Xem cả {formatNumber(targets.length)} chỉ tiêu</a>
        </p>
      )}
    </section>
  );
}
