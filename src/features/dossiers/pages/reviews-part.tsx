import { Note, StatusTag } from '#ui';
import type { Reviews } from '../reviews-read.ts';

/** Complaints and requests about a dossier's result, each with its state, and the ways to ask; nothing where there is neither. */
export function ReviewsPart({ reviews: { matters, ways, stillCertified } }: { reviews: Reviews }) {
  if (matters.length === 0 && ways.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="xem-xet-lai">
      <h2 class="text-lg" id="xem-xet-lai">
        Xem xét lại kết quả
      </h2>
      {stillCertified && (
        <Note kind="soon" icon="warn" title="Giấy chứng nhận của lần công nhận trước vẫn còn hiệu lực.">
          Kết quả đánh giá lại dưới 3 sao: tỉnh ra quyết định thu hồi công nhận.
        </Note>
      )}
      {matters.length > 0 && (
        <ul class="stack-2">
          {matters.map((one) => (
            <li key={one.id} class="row between line">
              <a class="py-1" href={`/xem-xet-lai/${one.id}`}>
                {one.words}
              </a>
              <StatusTag status={`review.${one.state}`} />
            </li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <ul class="stack-2">
          {ways.map((way) => (
            <li key={way.href}>
              <a class="inline-block py-1" href={way.href}>
                {way.words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
