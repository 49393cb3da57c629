import { type RawBuilder, sql } from 'kysely';
import type { CertificateRules, CertificateStatus } from '#law/certificate';
import { statusOn } from '#law/validity';
import type { Day } from '#platform/clock';
import type { CertificateAnswer } from './schema.ts';

/** A recognition with its certificate as the public sees it. Dates as the source gives them; null = it does not say. */
export interface CertificateRow {
  id: string;
  /** What is shown as its code: the certificate's number, else the check code. */
  code: string;
  checkCode: string | null;
  number: string | null;
  productCode: string | null;
  star: number | null;
  product: string;
  productId: string;
  producer: string | null;
  address: string | null;
  life: string;
  issuedEarliest: Day | null;
  issuedLatest: Day | null;
  expiresEarliest: Day | null;
  expiresLatest: Day | null;
  extendedTo: Day | null;
  extendedFrom: Day | null;
  extensionReason: string | null;
  endedOn: Day | null;
  end: { decision: string | null; date: string | null; issuer: string | null; reason: string | null };
  decision: string | null;
  decisionDate: string | null;
  issuer: string | null;
  supersededBy: string | null;
  aside: string | null;
  /** The later recognition that had taken its place and was withdrawn by decision (Art. 10.1.b); null where there is none. */
  withdrawn: { code: string; number: string; dated: Day } | null;
  /** The expiry day itself counts as valid: the office's setting on the day asked for (R6.2). */
  expiryDayValid: boolean;
  /** Where the data comes from, for rows of public lists. */
  source: { url?: string; year?: string | null; note?: string | null } | null;
}

/** The JSON of one recognition `g` with its lifecycle row `l`: an explicit choice of columns (S15). */
export const certificateJson = ({
  expiryDayValid,
}: CertificateRules): RawBuilder<CertificateRow> => sql`json_build_object('id', g.id, 'expiryDayValid', ${expiryDayValid}::boolean,
  'code', coalesce(g.certificate_number, g.check_code, g.id::text), 'checkCode', g.check_code, 'number', g.certificate_number, 'productCode', g.product_code,
  'star', g.star, 'product', g.product_name, 'productId', g.product, 'producer', g.producer_name, 'address', g.producer_address, 'life', l.state,
  'issuedEarliest', g.issued_earliest, 'issuedLatest', g.issued_latest, 'expiresEarliest', g.expires_earliest, 'expiresLatest', g.expires_latest,
  'extendedTo', g.extended_to, 'extendedFrom', g.extended_from, 'extensionReason', g.extension_reason, 'endedOn', g.ended_on, 'aside', g.aside::text,
  'withdrawn', (select json_build_object('code', coalesce(n.check_code, n.id::text), 'number', a.number, 'dated', a.dated)
    from recognition n join annulment a on a.recognition = n.id where n.id = coalesce(g.superseded_by, g.returned_by)),
  'end', json_build_object('decision', g.end_decision, 'date', g.end_text_date, 'issuer', g.end_issuer, 'reason', g.end_reason),
  'decision', g.decision_number, 'decisionDate', g.decision_text_date, 'issuer', g.issuer, 'supersededBy',
  (select coalesce(n.check_code, n.id::text) from recognition n where n.id = g.superseded_by),
  'source', json_build_object('url', g.source ->> 'url', 'year', g.source ->> 'year', 'note', g.source ->> 'note'))`;

/** What the certificate is worth on a day, by the law. */
export function statusOf(row: CertificateRow, day: Day): CertificateStatus {
  return statusOn(row, day, row);
}

/** The state as outside programs know it. A certificate whose day has not come is not yet determined. */
export function publicState(row: CertificateRow, day: Day): CertificateAnswer['state'] {
  const { state } = statusOf(row, day);
  if (state === 'inForce') return 'valid';
  return state === 'notYet' ? 'undetermined' : state;
}

/** A day only when it is certain. */
export const certain = (earliest: Day | null, latest: Day | null): Day | null =>
  earliest === latest ? earliest : null;

/** The answer of the certificate API. */
export function answerOf(row: CertificateRow, day: Day): CertificateAnswer {
  return {
    code: row.code,
    state: publicState(row, day),
    star: row.star,
    product: row.product,
    producer: row.producer,
    issuedOn: row.decisionDate ?? certain(row.issuedEarliest, row.issuedLatest),
    expiresOn: certain(row.expiresEarliest, row.expiresLatest),
    decision: row.decision,
  };
}
