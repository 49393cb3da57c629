/**
 * What becomes of the certificate that a recognition had replaced, once that recognition ends before its time. Article 10.1.b
 * of Decision 26/2026 lets a wrong recognition be withdrawn and says nothing of the one before [?]: a setting decides.
 */
import { type Answer, answer, article26, type Day, type Refused, refuse } from './answers.ts';
import { type CertificateRules, type CertificateStatus, expiryWords } from './certificate.ts';
import { type RecordedCertificate, statusOn } from './validity.ts';

/** The setting: the former certificate speaks again while its own term runs, or stays replaced. */
export type ReturnRule = 'speaks' | 'stays';

const BASIS = article26('Điều 10 khoản 1 điểm b');

export interface ReturnFacts {
  /** How the later recognition ended: withdrawn as wrongly given, or its certificate revoked for what happened since (Art. 8). */
  readonly end: 'annulled' | 'revoked';
  readonly rule: ReturnRule;
  readonly former: RecordedCertificate;
}

/** The former certificate is in the register again; `status` is what it is worth on that day by its own term. */
export interface Returned {
  readonly status: CertificateStatus;
  /** One sentence for ledger, letter and screen. */
  readonly words: string;
}

/** Whether the former certificate stands again from a day on; refused with the reason why it stays replaced. */
export function returnsOn(
  { end, rule, former }: ReturnFacts,
  day: Day,
  rules: CertificateRules,
): Answer<Returned> | Refused {
  if (end === 'revoked')
    return refuse(
      'revokedSince',
      'Giấy chứng nhận sau bị thu hồi theo Điều 8, không phải vì công nhận sai: giấy trước không trở lại.',
      article26('Điều 8'),
    );
  if (former.life !== 'superseded')
    return refuse('notSuperseded', 'Giấy chứng nhận trước đã chấm dứt vì lý do khác, không trở lại.', BASIS);
  if (rule === 'stays')
    return refuse('staysSuperseded', 'Theo thiết lập của cơ quan, giấy chứng nhận trước không trở lại.', BASIS);
  const status = statusOn({ ...former, life: 'inForce', endedOn: null }, day, rules);
  return answer({ status, words: wordsOf(status, former) }, BASIS);
}

function wordsOf(status: CertificateStatus, { expiresEarliest, expiresLatest }: RecordedCertificate): string {
  const term =
    expiresEarliest === null || expiresLatest === null
      ? 'chưa rõ hạn'
      : expiryWords({ earliest: expiresEarliest, latest: expiresLatest });
  if (status.valid) return `Giấy chứng nhận trước lại có giá trị, ${term}.`;
  return status.state === 'expired'
    ? `Giấy chứng nhận trước không còn bị thay thế nhưng đã ${term}.`
    : `Giấy chứng nhận trước không còn bị thay thế, ${term}.`;
}
