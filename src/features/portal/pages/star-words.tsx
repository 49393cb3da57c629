import { StarRow } from '#ui';
import type { CertificateRow } from '../certificate-row.ts';
import type { Lang } from '../words.ts';

/** Gold stars only where the certificate gives them; else the star of its time in words. */
export function StarWords({ row, stands, lang }: { row: CertificateRow; stands: boolean; lang: Lang }) {
  const en = lang === 'en';
  if (row.star === null)
    return <p class="mut">{en ? 'The source does not state the star' : 'Nguồn không ghi hạng sao'}</p>;
  if (stands) return <StarRow stars={row.star} size="big" lang={lang} />;
  return (
    <p class="mut">
      {en ? 'Star while it was valid: ' : 'Hạng khi còn hiệu lực: '}
      <b class="text-ink-1">{en ? `${row.star} stars` : `${row.star} sao`}</b>
    </p>
  );
}
