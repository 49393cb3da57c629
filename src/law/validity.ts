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
  /** Days on which a later recognition, withdrawn since, stood in its place: a multirange of days as PostgreSQL writes it. */
  readonly aside: string | null;
}

const ENDS: ReadonlySet<string> = new Set<EndKind>(['revoked', 'annulled', 'superseded']);
const isEnd = (life: string): life is EndKind => ENDS.has(life);

/** The stretches of days of a multirange, last day left out: '{[2026-03-01,2026-11-21)}'. */
export function asideSpans(aside: string | null): readonly { readonly from: Day; readonly before: Day }[] {
  return [...(aside ?? '').matchAll(/\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})\)/g)].map(
    ([, from = '', before = '']) => ({
      from,
      before,
    }),
  );
}

/** What a recorded certificate is worth on a day. */
export function statusOn(recorded: RecordedCertificate, day: Day, rules: CertificateRules): CertificateStatus {
  const { life, endedOn, aside, ...days } = recorded;
  const over = isEnd(life) && (endedOn === null || endedOn <= day);
  const away = asideSpans(aside).find(({ from, before }) => from <= day && day < before);
  if (away && !over) return certificateOn({ ...days, ended: { kind: 'superseded', on: away.from } }, day, rules);
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
