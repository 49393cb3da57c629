import { revocationPaths } from '#features/revocations';
import { mayDecide } from '#law/competence';
import type { Day } from '#platform/clock';
import { StatusTag } from '#ui';
import type { CertificateListRow } from '../list.ts';

/** States in which a certificate still speaks. */
export const RUNNING: ReadonlySet<string> = new Set(['valid', 'expiring', 'extended']);

/** Whose decision the reader could record; null for whoever takes no certificate back. */
export type Revoker = { readonly level: 'province' | 'central'; readonly day: Day } | null;

/** How a certificate stands, with the ways to its history, to taking it back where the star is the reader's (Art. 8.2), and to the decision. */
export function StateCell({
  row,
  history,
  revokes,
}: {
  row: Pick<CertificateListRow, 'id' | 'state' | 'star' | 'revokedHere'>;
  history: boolean;
  revokes: Revoker;
}) {
  const running = RUNNING.has(row.state) || row.state === 'undetermined';
  return (
    <>
      <StatusTag status={row.state === 'valid' ? 'certificate.inForce' : `certificate.${row.state}`} />
      {history && (
        <a class="sub" href={`/lich-su/${row.id}`}>
          Lịch sử
        </a>
      )}
      {row.revokedHere && (
        <a class="sub" href={revocationPaths.decision(row.id)}>
          Quyết định thu hồi
        </a>
      )}
      {revokes && running && mayDecide('revoke', revokes.level, row.star ?? 0, revokes.day).ok && (
        <a class="sub" href={revocationPaths.revoke(row.id)}>
          Thu hồi
        </a>
      )}
    </>
  );
}
