import { type CertificateStatus, expiryWords } from '#law/certificate';
import { addDays, spanText } from '#law/days';
import type { Day } from '#platform/clock';
import { type CertificateState, formatDay, formatNumber } from '#ui';
import { type CertificateRow, statusOf } from './certificate-row.ts';
import { soonDays } from './soon.ts';
import { type Lang, sentence, sourceDate } from './words.ts';

/** What a certificate is worth today, ready to be shown. */
export interface Verdict {
  state: CertificateState;
  /** One line of consequence under the verdict. */
  line: string;
  status: CertificateStatus;
}

/** The verdict on a day, in words of the page's language. */
export function verdictOf(row: CertificateRow, day: Day, lang: Lang): Verdict {
  const status = statusOf(row, day);
  const state = shown(status, day);
  return { state, line: lang === 'en' ? lineEn(row, status) : lineVi(row, status), status };
}

function shown(status: CertificateStatus, day: Day): CertificateState {
  if (status.state === 'notYet') return 'undetermined';
  if (status.state !== 'inForce') return status.state;
  return status.daysLeft !== null && status.daysLeft <= soonDays(day) ? 'expiring' : 'valid';
}

/** The last day of validity of a term that ends on `end`, as the office set it. */
const lastDay = (row: CertificateRow, end: Day): Day => (row.expiryDayValid ? end : addDays(end, -1));

const NO_STARS = 'Sản phẩm không còn được dùng sao OCOP theo giấy này.';

function lineVi(row: CertificateRow, { state, words, daysLeft }: CertificateStatus): string {
  const end = row.expiresLatest;
  switch (state) {
    case 'inForce':
      return daysLeft !== null && end
        ? `Đến hết ngày ${formatDay(lastDay(row, end))} (còn ${formatNumber(daysLeft)} ngày)`
        : `${sentence(words)}.`;
    case 'extended':
      return row.extendedTo
        ? `Đến hết ngày ${formatDay(row.extendedTo)}, trong khi chờ kết quả đánh giá lại.`
        : `${sentence(words)}.`;
    case 'expired':
      return row.expiresEarliest === end && end
        ? `Từ sau ngày ${formatDay(row.extendedTo ?? lastDay(row, end))}. ${NO_STARS}`
        : `${sentence(words)}. ${NO_STARS}`;
    case 'revoked':
    case 'annulled':
      return 'Không được dùng sao OCOP cho sản phẩm này theo giấy này.';
    case 'superseded':
      return row.withdrawn
        ? `Lần công nhận sau đã thay giấy này, rồi bị thu hồi; giấy này không trở lại. ${NO_STARS}`
        : 'Lần công nhận sau đã thay giấy này.';
    default:
      return `${sentence(words)}.`;
  }
}

function lineEn(row: CertificateRow, { state, daysLeft }: CertificateStatus): string {
  const end = row.expiresLatest;
  switch (state) {
    case 'inForce':
      return daysLeft !== null && end
        ? `Until the end of ${formatDay(lastDay(row, end))} (${daysLeft.toLocaleString('en')} days left)`
        : 'The exact last day is not stated by the source.';
    case 'extended':
      return row.extendedTo
        ? `Until the end of ${formatDay(row.extendedTo)}, while re-evaluation is decided.`
        : 'While re-evaluation is decided.';
    case 'expired':
      return 'OCOP stars may no longer be used under this certificate.';
    case 'revoked':
    case 'annulled':
      return 'OCOP stars may not be used for this product under this certificate.';
    case 'superseded':
      return row.withdrawn
        ? 'A later recognition replaced this one and was then withdrawn; this one does not return.'
        : 'A later recognition has replaced this one.';
    case 'notYet':
      return row.issuedEarliest ? `In force from ${formatDay(row.issuedEarliest)}.` : 'Not yet in force.';
    default:
      return row.issuedEarliest === null
        ? 'The source does not state the day of issue.'
        : 'The source does not state the exact day.';
  }
}

/** "14/11/2024", "tháng 11/2024", or that the source does not say. */
export function issuedWords(row: CertificateRow, lang: Lang): string {
  if (row.decisionDate !== null) return sourceDate(row.decisionDate, lang);
  if (row.issuedEarliest !== null && row.issuedLatest !== null)
    return sentence(spanText({ earliest: row.issuedEarliest, latest: row.issuedLatest })).replace(/^Ngày /, '');
  return lang === 'en' ? 'Not stated by the source' : 'Nguồn không ghi ngày';
}

/** "14/11/2027" or "hết hạn trong năm 2026, chưa rõ ngày" as a sentence; null when it cannot be told. */
export function expiresWords(row: CertificateRow): string | null {
  if (row.expiresEarliest === null || row.expiresLatest === null) return null;
  if (row.expiresEarliest === row.expiresLatest) return formatDay(row.expiresLatest);
  return sentence(expiryWords({ earliest: row.expiresEarliest, latest: row.expiresLatest }));
}

/** "1850/QĐ-UBND-HC, 07/12/2020" */
export function decisionWords(row: CertificateRow, lang: Lang): string | null {
  if (row.decision === null) return null;
  return row.decisionDate === null ? row.decision : `${row.decision}, ${sourceDate(row.decisionDate, lang)}`;
}

/** Why a certificate that had been replaced stands in the register again; null where that never happened. */
export function returnWords({ life, withdrawn }: CertificateRow, lang: Lang): string | null {
  if (withdrawn === null || life === 'superseded') return null;
  return lang === 'en'
    ? `From ${formatDay(withdrawn.dated)}: the later recognition was withdrawn by decision ${withdrawn.number}`
    : `Từ ngày ${formatDay(withdrawn.dated)}: lần công nhận sau bị thu hồi theo quyết định ${withdrawn.number}`;
}

/** "Từ ngày 19/11/2026 đến hết ngày 17/05/2027, theo Điều 12 khoản 3": a prolongation by law, running, planned or over; null without one. */
export function extensionWords({ extendedFrom, extendedTo }: CertificateRow, day: Day, lang: Lang): string | null {
  if (extendedTo === null) return null;
  const ahead = extendedFrom !== null && day < extendedFrom;
  if (lang === 'en') {
    const from = extendedFrom === null ? '' : `from ${formatDay(extendedFrom)} `;
    return sentence(
      `${from}until the end of ${formatDay(extendedTo)}${ahead ? ' unless decided before' : ''}, by Article 12.3`,
    );
  }
  const from = extendedFrom === null ? '' : `từ ngày ${formatDay(extendedFrom)} `;
  const until = extendedTo < day ? 'đến hết ngày' : 'đến khi có kết quả, không quá ngày';
  return sentence(`${from}${until} ${formatDay(extendedTo)}, theo Điều 12 khoản 3`);
}
