import { formatNumber } from '#ui';
import type { RecognisedBy } from '../governs.ts';

/** What a decision recognised: how many, and the first of them, each leading to its product. */
export function Recognised({ by: { total, first } }: { by: RecognisedBy }) {
  if (total === 0) return null;
  return (
    <details open={total <= first.length}>
      <summary>{formatNumber(total)} công nhận sản phẩm theo quyết định này</summary>
      <ul class="lines">
        {first.map(({ id, product, name, star }) => (
          <li key={id}>
            <a href={`/san-pham/${product}`}>
              <span class="grow">{name}</span>
              {star === null ? 'Chưa ghi sao' : `${star} sao`}
            </a>
          </li>
        ))}
      </ul>
      {total > first.length && (
        <p class="mut">
          {formatNumber(first.length)} sản phẩm đầu trong {formatNumber(total)}; tìm theo số quyết định để xem hết.
        </p>
      )}
    </details>
  );
}
