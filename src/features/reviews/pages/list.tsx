import { confirmedYears } from '#features/dossiers';
import { page } from '#platform/http/page';
import { Chips, EmptyState, formatDay, QueueTable, TakeList, withFilters } from '#ui';
import { countReviews, listReviews, type ReviewRow } from '../queries.ts';
import { GROUPS, type Group, listQuery } from '../schema.ts';
import { reviewPaths } from '../urls.ts';
import { aboutWords, outcomeWords } from '../words.ts';

const SHOWN = 30;

/** Complaints and requests within reach: those that wait, those that are settled; the newest first, with Excel. */
export const reviewListPage = page({
  permission: 'review.read',
  query: listQuery,
  shell: 'auto',
  async load(ctx, _params, query) {
    const reach = ctx.within('review.read', 'l');
    const [rows, counts, years] = await Promise.all([
      listReviews(ctx.db, { query, reach, limit: SHOWN + 1 }),
      countReviews(ctx.db, reach),
      confirmedYears(ctx.db),
    ]);
    return { query, rows, counts, years, producer: ctx.actor.role === 'producer' };
  },
  head: () => ({ title: 'Khiếu nại, xem xét lại kết quả', here: '/quyet-dinh' }),
  view: ({ query, rows, counts, producer }) => {
    const shown = rows.slice(0, SHOWN);
    const last = rows.length > SHOWN ? shown.at(-1) : undefined;
    const all = counts.open + counts.done;
    return (
      <div class="stack">
        <div class="pagehd">
          <div>
            <h1>Khiếu nại, xem xét lại kết quả</h1>
            <p class="ink2">
              {producer
                ? 'Khiếu nại của bạn, mới nhất đứng trước.'
                : 'Khiếu nại của chủ thể và đề nghị của Bộ, mới nhất đứng trước.'}
            </p>
          </div>
          {!producer && <TakeList href={withFilters(reviewPaths.sheet, { group: query.group })} />}
        </div>
        {all > 0 && (
          <Chips
            label="Lọc theo trạng thái"
            chips={[
              { href: reviewPaths.list, words: 'Tất cả', count: all, on: query.group === undefined },
              ...(Object.keys(GROUPS) as Group[]).map((group) => ({
                href: withFilters(reviewPaths.list, { group }),
                words: GROUPS[group].words,
                count: counts[group],
                on: query.group === group,
              })),
            ]}
          />
        )}
        {shown.length === 0 ? (
          <EmptyState title="Không có việc nào">
            {producer
              ? 'Khi hồ sơ có kết quả, nút “Khiếu nại kết quả” nằm ở trang hồ sơ.'
              : all === 0
                ? 'Khiếu nại của chủ thể và đề nghị của Bộ sẽ hiện ở đây.'
                : 'Bỏ bộ lọc để xem tất cả.'}
          </EmptyState>
        ) : (
          <QueueTable
            caption="Khiếu nại, đề nghị xem xét lại"
            keys
            heads={{ code: 'Số', act: 'Nội dung' }}
            rows={shown.map(rowOf)}
            said={`${shown.length} trong ${query.group ? counts[query.group] : all} việc`}
            next={
              last
                ? withFilters(reviewPaths.list, {
                    group: query.group,
                    at: last.enteredAt.toISOString(),
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

const rowOf = (row: ReviewRow) => ({
  href: reviewPaths.one(row.id),
  code: row.number,
  name: row.product,
  who: `${row.producer} · ngày ${formatDay(row.dated)}`,
  act: [aboutWords(row), outcomeWords(row)?.toLocaleLowerCase('vi')].filter(Boolean).join(' · '),
  status: `review.${row.state}`,
});
