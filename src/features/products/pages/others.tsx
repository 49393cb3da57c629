import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { Button, EmptyState, formatDay, StarRow } from '#ui';
import { type Other, othersOf } from '../pair.ts';
import { getProduct, type ProductRow } from '../record.ts';
import { productPaths } from '../urls.ts';

/** Other products of the same producer, the most alike first, each to be looked at side by side. */
export const otherProductsPage = page({
  permission: 'product.join',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const row = await getProduct(ctx.db, id, ctx.day);
    if (row.joinedInto !== null) return redirect(productPaths.others(row.joinedInto));
    return { row, others: await othersOf(ctx.db, id, ctx.within('product.join', 'l')) };
  },
  head: ({ row }) => ({
    title: `So với sản phẩm khác – ${row.name}`,
    here: '/so-san-pham',
    up: { href: productPaths.one(row.id), words: row.name },
  }),
  view: ({ row, others }) => (
    <div class="stack max-w-[52rem]">
      <h1>So với sản phẩm khác của chủ thể</h1>
      <p class="ink2">
        “{row.name}”{row.producerName && ` của ${row.producerName}`}. Hệ thống không tự nhập cặp nào.
      </p>
      {others.length === 0 ? (
        <EmptyState
          title="Chủ thể không có sản phẩm nào khác"
          way={{ href: productPaths.one(row.id), words: 'Về sản phẩm' }}
        >
          Nếu sản phẩm kia đứng tên một hồ sơ khác của cùng chủ thể, nhập hai hồ sơ chủ thể trước.
        </EmptyState>
      ) : (
        <ul class="border-t border-line">
          {others.map((other) => (
            <OtherRow key={other.id} row={row} other={other} />
          ))}
        </ul>
      )}
    </div>
  ),
});

function OtherRow({ row, other }: { row: ProductRow; other: Other }) {
  const { id, name, place, star, recognitions, alike, reached, apartOn } = other;
  return (
    <li class="row between line border-b border-line py-4">
      <div class="grow stack-2">
        <p>
          <b>{name}</b>
          <span class="sm ink2 block">
            {[place, recognitions === 0 ? 'chưa được công nhận' : `${recognitions} lần công nhận`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        {star !== null && <StarRow stars={star} />}
        {alike && <p class="sm">Có thể trùng: tên giống hoặc gần giống, hoặc cùng mã vạch</p>}
        {apartOn !== null && <p class="sm mut">Đã ghi không trùng ngày {formatDay(apartOn)}</p>}
      </div>
      {reached ? (
        <Button href={productPaths.pair(row.id, id)} label={`So hai hồ sơ: ${row.name}; ${name}`}>
          So hai hồ sơ
        </Button>
      ) : (
        <span class="sm mut">Ngoài địa bàn của bạn; cấp tỉnh so hai hồ sơ này.</span>
      )}
    </li>
  );
}
