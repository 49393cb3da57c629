/**
 * What a record in the register is worth on a day, and which of a product's recognitions speaks for it then. The one place
 * where a stored recognition becomes the facts the law judges (R6.1, R6.2, R8.5); SQL has its twins in certificate_state and
 * recognition_on, held against these by a test on random records.
 */
import type { Day } from './answers.ts';
import {
  type CertificateDays,
  type CertificateRules,
  type CertificateStatus,
  certificateOn,
  type EndKind,
} from './certificate.ts';

/** A recognition as it is stored; `life` is its state in the ledger. */
export interface RecordedCertificate extends CertificateDays {
  readonly life: string;
  readonly extendedFrom: Day | null;
  readonly extendedTo: Day | null;
  readonly endedOn: Day | null;
}

const ENDS: ReadonlySet<string> = new Set<EndKind>(['revoked', 'annulled', 'superseded']);
const isEnd = (life: string): life is EndKind => ENDS.has(life);

/** What a recorded certificate is worth on a day. */
export function statusOn(recorded: RecordedCertificate, day: Day, rules: CertificateRules): CertificateStatus {
  const { life, endedOn, ...days } = recorded;
  return certificateOn({ ...days, ended: isEnd(life) ? { kind: life, on: endedOn } : null }, day, rules);
}

/**
 * The recognition that speaks for a product on a day: one that holds before one that does not, of two the one issued later,
 * then by id. Null before the first one was issued.
 */
export function speaksOn<R extends RecordedCertificate & { readonly id: string }>(
  recognitions: readonly R[],
  day: Day,
  rules: CertificateRules,
): R | null {
  const judged = recognitions.map((one) => ({ one, status: statusOn(one, day, rules) }));
  const [first] = judged
    .filter(({ status }) => status.state !== 'notYet')
    .toSorted(
      (a, b) =>
        Number(b.status.valid) - Number(a.status.valid) ||
        (b.one.issuedLatest ?? '').localeCompare(a.one.issuedLatest ?? '') ||
        a.one.id.localeCompare(b.one.id),
    );
  return first?.one ?? null;
}
