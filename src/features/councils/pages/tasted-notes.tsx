import { LIKING } from '#law/flight';
import type { Tasted } from '../tasting-read.ts';

/** Beside a sheet: what its member noted of the product under a code, before knowing it. No points. */
export function TastedNotes({ tasted }: { tasted: readonly Tasted[] }) {
  if (tasted.length === 0) return null;
  return (
    <section class="stack-2" aria-labelledby="da-nem">
      <h2 id="da-nem">Ghi chú nếm của bạn</h2>
      {tasted.map((one) => (
        <p key={one.flight}>
          <b>
            {one.title}, mã {one.code}
          </b>
          {one.liking !== null && `: mức thích ${one.liking}/${LIKING.most}`}
          {one.note && <span class="block whitespace-pre-line">{one.note}</span>}
        </p>
      ))}
    </section>
  );
}
