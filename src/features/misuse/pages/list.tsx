import { stateWords } from '#law/moves';
import { dayOf } from '#platform/clock';
import { page } from '#platform/http/page';
import { Chips, EmptyState, formatDay, QueueTable, TakeList, withFilters } from '#ui';
import { countReports, listReports, type MisuseState, type ReportRow } from '../queries.ts';
import { listQuery } from '../schema.ts';
import { misusePath, misusePaths } from '../urls.ts';
import { findingWords, kindWords } from '../words.ts';

const SHOWN = 30;
const STATES: readonly MisuseState[] = ['received', 'closed'];

/** The reports of the province: those that wait, those that are answered; the newest first, with Excel. */
export const misuseListPage = page({
  permission: 'misuse.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const reach = ctx.within('misuse.read', 'l');
    const [rows, counts] = await Promise.all([
      listReports(ctx.db, { query, reach, limit: SHOWN + 1 }),
      countReports(ctx.db, reach),
    ]);
    return { query, rows, counts };
  },
  head: () => ({ title: 'Phản ánh dùng sai sao', here: misusePaths.list }),
  view: ({ query, rows, counts }) => {
    const shown = rows.slice(0, SHOWN);
    const last = rows.length > SHOWN ? shown.at(-1) : undefined;
    const all = counts.received + counts.closed;
    return (
      <div class="stack">
        <div class="pagehd">
          <div>
            <h1>Phản ánh dùng sai sao</h1>
            <p class="ink2">Phản ánh mới đứng trước.</p>
          </div>
          <TakeList href={withFilters(misusePaths.sheet, { state: query.state })} />
        </div>
        <Chips
          label="Lọc theo trạng thái"
          chips={[
            { href: misusePaths.list, words: 'Tất cả', count: all, on: query.state === undefined },
            ...STATES.map((state) => ({
              href: withFilters(misusePaths.list, { state }),
              words: stateWords('misuse', state).name,
              count: counts[state],
              on: query.state === state,
            })),
          ]}
        />
        {shown.length === 0 ? (
          <EmptyState title="Không có phản ánh nào">
            {all === 0 ? 'Phản ánh gửi từ trang công khai sẽ hiện ở đây.' : 'Bỏ bộ lọc để xem tất cả.'}
          </EmptyState>
        ) : (
          <QueueTable
            caption="Phản ánh dùng sai sao"
            keys
            heads={{ code: 'Số phản ánh', act: 'Nội dung' }}
            rows={shown.map(rowOf)}
            said={`${shown.length} trong ${query.state ? counts[query.state] : all} phản ánh`}
            next={
              last
                ? withFilters(misusePaths.list, {
                    state: query.state,
                    at: last.receivedAt.toISOString(),
                    after: last.id,
                  })
                : null
            }
          />
        )}
      </div>
    );
  },
});

const rowOf = (row: ReportRow) => ({
  href: misusePath(row.id),
  code: row.number,
  name: row.productName ?? row.typed ?? 'Chưa rõ sản phẩm',
  who: `${row.place} · nhận ${formatDay(dayOf(row.receivedAt))}`,
  act:
    row.finding === null
      ? kindWords(row.kind)
      : `${kindWords(row.kind)}: ${findingWords(row.finding).toLocaleLowerCase('vi')}`,
  status: `misuse.${row.state}`,
});
