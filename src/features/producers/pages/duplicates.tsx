import { z } from 'zod';
import { page } from '#platform/http/page';
import { Button, EmptyState, formatNumber, LoadMore } from '#ui';
import { countPairs, type LikelyPair, likelyPairs } from '../duplicates.ts';
import { REASONS } from '../likeness.ts';
import { producerPaths } from '../urls.ts';

const PAGE = 30;

/** Records that may be one producer, the surest first; both within the officer's reach. */
export const duplicatesPage = page({
  permission: 'producer.join',
  query: z.object({
    manh: z.coerce.number().int().min(0).max(100).optional().catch(undefined),
    a: z.uuid().optional().catch(undefined),
    b: z.uuid().optional().catch(undefined),
  }),
  shell: 'desk',
  async load(ctx, _params, { manh, a, b }) {
    const within = (alias: string) => ctx.within('producer.join', alias);
    const after = manh !== undefined && a && b ? ([manh, a, b] as const) : null;
    const [rows, total] = await Promise.all([
      likelyPairs(ctx.db, within, ctx.day, { limit: PAGE + 1, after }),
      countPairs(ctx.db, within),
    ]);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      rows: rows.slice(0, PAGE),
      total,
      next: last ? `?manh=${last.strength}&a=${last.a.id}&b=${last.b.id}` : null,
    };
  },
  head: () => ({ title: 'Có thể trùng', here: '/so-san-pham' }),
  view: ({ rows, total, next }) => (
    <div class="stack max-w-[52rem]">
      <p>
        <a class="crumb" href={producerPaths.list}>
          Danh bạ chủ thể
        </a>
      </p>
      <h1>Chủ thể có thể trùng</h1>
      {rows.length === 0 ? (
        <EmptyState title="Không có cặp nào chờ xem">
          Hồ sơ giống nhau về tên, địa chỉ, mã số thuế hoặc điện thoại sẽ hiện ở đây để bạn xem.
        </EmptyState>
      ) : (
        <>
          <p class="ink2">{formatNumber(total)} cặp chờ xem, giống nhất ở trên. Hệ thống không tự nhập cặp nào.</p>
          <ul class="border-t border-line">
            {rows.map((pair) => (
              <PairRow key={`${pair.a.id}${pair.b.id}`} pair={pair} />
            ))}
          </ul>
          <LoadMore href={next === null ? null : `${producerPaths.duplicates}${next}`} words="Trang sau" />
        </>
      )}
    </div>
  ),
});

function PairRow({ pair: { a, b, strength, reasons } }: { pair: LikelyPair }) {
  const [fuller, other] = a.products >= b.products ? [a, b] : [b, a];
  return (
    <li class="row between line border-b border-line py-4">
      <div class="grow stack-2">
        {[fuller, other].map((one) => (
          <p key={one.id}>
            <b>{one.name}</b>
            <span class="sm ink2 block">
              {[one.place, `${formatNumber(one.products)} sản phẩm`].filter(Boolean).join(' · ')}
            </span>
          </p>
        ))}
        <p class="sm">
          {reasons.map((reason) => REASONS[reason]).join(' · ')} <span class="mut">(mức {strength}/100)</span>
        </p>
      </div>
      <Button href={producerPaths.pair(fuller.id, other.id)} label={`So hai hồ sơ: ${fuller.name}; ${other.name}`}>
        So hai hồ sơ
      </Button>
    </li>
  );
}
