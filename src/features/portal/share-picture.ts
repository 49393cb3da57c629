/** The picture of a product that goes along when its page is shared: 1200 × 630, drawn by us, nothing fetched from outside. */
import { byId } from '#platform/http/fields';
import { etagOf } from '#platform/http/page-cache';
import { publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { verdictOf } from './certificate-words.ts';
import { type ProductDetail, readProduct } from './detail.ts';
import type { Told } from './share-drawing.ts';

export const sharePicturePath = (id: string): string => `/san-pham/${id}/chia-se.png`;

/** The picture, as PNG. */
export const sharePicture = publicDownload({
  name: 'product.sharePicture',
  title: 'Ảnh chia sẻ sản phẩm',
  rate: 'bulk',
  params: byId,
  async run(ctx, { id }) {
    const product = await readProduct(ctx.db, id, ctx.day);
    if (product === null) throw notFound();
    const told = toldOf(product, ctx.day);
    const { drawn } = await import('./share-drawing.ts');
    const body = await drawn(product, told);
    return { name: 'chia-se.png', type: 'image/png', inline: true, body, etag: etagOf(body) };
  },
});

/** A star is shown only while it may be used. */
function toldOf({ certificates: [newest] }: ProductDetail, day: string): Told {
  if (newest === undefined) return { star: null, verdict: 'Chưa có công nhận trong dữ liệu' };
  const { state, line } = verdictOf(newest, day, 'vi');
  return { star: ['valid', 'expiring', 'extended'].includes(state) ? newest.star : null, verdict: line };
}
