import { revocationPaths } from '#features/revocations';
import { StatusTag } from '#ui';
import type { CertificateListRow } from '../list.ts';

/** States in which a certificate still speaks. */
export const RUNNING: ReadonlySet<string> = new Set(['valid', 'expiring', 'extended']);

/** How a certificate stands, with the ways to its history and to taking it back. */
export function StateCell({
  row,
  history,
  revokes,
}: {
  row: Pick<CertificateListRow, 'id' | 'state' | 'star'>;
  history: boolean;
  revokes: boolean;
}) {
  return (
    <>
      <StatusTag status={row.state === 'valid' ? 'certificate.inForce' : `certificate.${row.state}`} />
      {history && (
        <a class="sub" href={`/lich-su/${row.id}`}>
          Lịch sử
        </a>
      )}
      {revokes && (RUNNING.has(row.state) || row.state === 'undetermined') && row.star !== 5 && (
        <a class="sub" href={revocationPaths.revoke(row.id)}>
          Thu hồi
        </a>
      )}
    </>
  );
}
