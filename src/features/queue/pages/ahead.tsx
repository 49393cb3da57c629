import { filingWindow } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import { DataTable, formatDay } from '#ui';
import { type Ahead, type AheadItem, aheadHref } from '../ahead.ts';

/** Below the queue: what comes to its end soon, so that nobody is first told by a missed day. */
export function AheadList({ ahead, day }: { ahead: Ahead; day: Day }) {
  if (ahead.count === 0) return null;
  const more = ahead.count - ahead.items.length;
  return (
    <section class="stack-4 mt-8" aria-labelledby="can-lo-som">
      <h2 id="can-lo-som">Cần lo sớm ({ahead.count})</h2>
      <DataTable
        rows={ahead.items}
        caption="Giấy tờ, chứng nhận sắp hết hạn và hồ sơ đã lỡ đợt"
        keyOf={(row) => `${row.kind}-${row.id}-${row.dossier}`}
        columns={[
          { head: 'Sản phẩm', rowHead: true, cell: (row) => <a href={aheadHref(row)}>{row.name}</a> },
          { head: 'Chủ thể', cell: (row) => row.who ?? '' },
          { head: 'Việc', cell: (row) => wordsOf(row, day) },
        ]}
      />
      {more > 0 && <p class="mut">Còn {more} mục hạn xa hơn; mục này hiện khi các mục trên đã xong.</p>}
    </section>
  );
}

function wordsOf({ kind, what, day: ends }: AheadItem, day: Day): string {
  if (kind === 'paper') return `${what}: ${ends < day ? 'đã hết hạn' : 'hết hạn'} ngày ${formatDay(ends)}`;
  if (kind === 'round') return `Đã lỡ ${what?.toLowerCase()}; đề nghị sớm để kịp đợt sau`;
  const { closes } = filingWindow(ends, day);
  const filing =
    day <= closes
      ? `nhắc chủ thể nộp đánh giá lại đến ngày ${formatDay(closes)}`
      : 'đã qua khung nộp đánh giá lại, nhắc chủ thể nộp ngay';
  return `Chứng nhận${what ? ` ${what}` : ''} hết hạn ngày ${formatDay(ends)}; ${filing}`;
}
