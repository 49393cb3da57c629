/**
 * The term of a certificate and its state on a day, exact to what the source gives. 36 months from the day of issue
 * (Art. 4.3 of Decision 26/2026/QĐ-TTg); older ones run to the end of their own term (Art. 12.1; R8.5).
 */
import { ALLOWED, type Allowed, type Answer, answer, article26, type Day, type Refused, refuse } from './answers.ts';
import { addDays, addMonths, type DaySpan, daySpan, daysBetween, dayText, spanText } from './days.ts';
import { type Dated, inForce } from './parameters.ts';
import { windowState } from './reevaluation.ts';

const TERM_MONTHS: readonly Dated<number>[] = [
  { from: '2019-08-21', value: 36, basis: { act: 'Quyết định số 1048/QĐ-TTg', article: '' } },
  { from: '2023-02-24', value: 36, basis: { act: 'Quyết định số 148/QĐ-TTg', article: '' } },
  { from: '2026-05-22', value: 36, basis: article26('Điều 4 khoản 3') },
];

/** How long a certificate may be prolonged after its expiry while the authority has not answered (Art. 12.3). */
const EXTENSION_DAYS: readonly Dated<number>[] = [
  { from: '2026-05-22', value: 180, basis: article26('Điều 12 khoản 3') },
];

/** The dated parameters of this file, for the public page. */
export const CERTIFICATE_PARAMETERS = { termMonths: TERM_MONTHS, extensionDays: EXTENSION_DAYS };

/**
 * The day a certificate issued on a day ends: same day number 36 months on, else the month's last day (R6.2).
 * Before the first act of the programme the term of that first act is taken.
 */
export function expiresOn(issuedOn: Day): Day {
  const first = TERM_MONTHS[0]?.from ?? issuedOn;
  return addMonths(issuedOn, inForce(TERM_MONTHS, issuedOn < first ? first : issuedOn).value);
}

/** Issue and expiry as far as the source tells: earliest and latest day. All null when it tells nothing. */
export interface CertificateDays {
  readonly issuedEarliest: Day | null;
  readonly issuedLatest: Day | null;
  readonly expiresEarliest: Day | null;
  readonly expiresLatest: Day | null;
}

/** Days of a certificate from an issue date in the precision of its source ('YYYY', 'YYYY-MM', 'YYYY-MM-DD' or none). */
export function certificateDays(issued: string | null): CertificateDays {
  const span = issued === null ? undefined : daySpan(issued);
  if (!span) return { issuedEarliest: null, issuedLatest: null, expiresEarliest: null, expiresLatest: null };
  return {
    issuedEarliest: span.earliest,
    issuedLatest: span.latest,
    expiresEarliest: expiresOn(span.earliest),
    expiresLatest: expiresOn(span.latest),
  };
}

export type EndKind = 'revoked' | 'annulled' | 'superseded';

export interface CertificateFacts extends CertificateDays {
  /** The last day of a prolongation, if there is one, and its first: left out, it begins when the term ends. */
  readonly extendedTo?: Day | null;
  readonly extendedFrom?: Day | null;
  /** What ended it before its time, and from which day (null: the source does not say, it has ended). */
  readonly ended?: { readonly kind: EndKind; readonly on: Day | null } | null;
}

export type CertificateState = 'notYet' | 'inForce' | 'expired' | 'extended' | EndKind | 'undetermined';

export interface CertificateStatus {
  readonly state: CertificateState;
  /** True when the product may be shown as OCOP and bear its stars on that day. */
  readonly valid: boolean;
  /** Days to the certain end; null when the end is not certain or has passed. */
  readonly daysLeft: number | null;
  /** One Vietnamese sentence about the dates. */
  readonly words: string;
}

/** Settings of open questions: is the expiry day itself still valid (R6.2 [?]; default yes). */
export interface CertificateRules {
  readonly expiryDayValid: boolean;
}

function status(state: CertificateState, words: string, daysLeft: number | null = null): CertificateStatus {
  return { state, valid: state === 'inForce' || state === 'extended', daysLeft, words };
}

const ENDED_WORDS: Readonly<Record<EndKind, string>> = {
  revoked: 'giấy chứng nhận đã thu hồi',
  annulled: 'quyết định công nhận đã thu hồi',
  superseded: 'đã thay bằng giấy chứng nhận mới',
};

/** "hết hạn ngày 07/12/2026", "hết hạn trong năm 2026, chưa rõ ngày". */
export function expiryWords(span: DaySpan): string {
  const words = `hết hạn ${spanText(span)}`;
  return span.earliest === span.latest ? words : `${words}, chưa rõ ngày`;
}

/** The state of a certificate on a day. */
export function certificateOn(facts: CertificateFacts, day: Day, rules: CertificateRules): CertificateStatus {
  const { issuedEarliest, issuedLatest, expiresEarliest, expiresLatest, ended, extendedTo, extendedFrom } = facts;
  if (ended && (ended.on === null || ended.on <= day)) {
    const since = ended.on === null ? ', chưa rõ ngày' : ` từ ngày ${dayText(ended.on)}`;
    return status(ended.kind, `${ENDED_WORDS[ended.kind]}${since}`);
  }
  if (issuedEarliest === null || issuedLatest === null || expiresEarliest === null || expiresLatest === null) {
    return status('undetermined', 'nguồn không ghi ngày cấp nên chưa rõ hạn');
  }
  const span = { earliest: expiresEarliest, latest: expiresLatest };
  if (day < issuedEarliest) return status('notYet', `có hiệu lực từ ngày ${dayText(issuedEarliest)}`);
  const lastValid = (end: Day): Day => (rules.expiryDayValid ? end : addDays(end, -1));
  if (day > lastValid(expiresLatest)) {
    if (extendedTo && day <= extendedTo && (!extendedFrom || day >= extendedFrom)) {
      return status('extended', `được kéo dài hiệu lực đến ngày ${dayText(extendedTo)}`, daysBetween(day, extendedTo));
    }
    const end =
      extendedTo && extendedTo > expiresLatest && extendedTo < day
        ? { earliest: extendedTo, latest: extendedTo }
        : span;
    return status('expired', expiryWords(end));
  }
  if (day >= issuedLatest && day <= lastValid(expiresEarliest)) {
    const left = expiresEarliest === expiresLatest ? daysBetween(day, lastValid(expiresEarliest)) : null;
    return status('inForce', expiryWords(span), left);
  }
  if (day < issuedLatest)
    return status('undetermined', `cấp ${spanText({ earliest: issuedEarliest, latest: issuedLatest })}, chưa rõ ngày`);
  return status('undetermined', expiryWords(span));
}

export interface ExtensionFacts {
  /** Certain expiry day of the certificate. */
  readonly expiresOn: Day;
  /** The last day asked for. */
  readonly until: Day;
  readonly reason: string;
  readonly act: string;
  /** Setting [?]: may Art. 12.3 be used for certificates that end after the transition? */
  readonly afterTransition: boolean;
}

/** Certificates that end after this day met the filing window of Art. 7.6.a if they wanted to. */
const TRANSITION_ENDS = addDays('2026-05-22', 180);

/** The latest day a certificate may be prolonged to: 180 days after its expiry (Art. 12.3). */
function latestExtension(expires: Day, day: Day): Day {
  return addDays(expires, inForce(EXTENSION_DAYS, day).value);
}

/** Whether a prolongation may be recorded (R8.7). */
export function mayExtend(facts: ExtensionFacts, day: Day): Allowed | Refused {
  const basis = article26('Điều 12 khoản 3');
  if (facts.reason.trim() === '' || facts.act.trim() === '') {
    return refuse('extensionAct', 'Ghi văn bản và lý do kéo dài hiệu lực.', basis);
  }
  if (day < '2026-05-22') return refuse('extensionTooEarly', 'Chỉ kéo dài hiệu lực từ ngày 22/05/2026.', basis);
  const latest = latestExtension(facts.expiresOn, day);
  if (facts.until <= facts.expiresOn)
    return refuse('extensionBeforeExpiry', `Chọn ngày sau ngày hết hạn ${dayText(facts.expiresOn)}.`, basis);
  if (facts.until > latest)
    return refuse('extensionTooLong', `Chọn ngày không muộn hơn ${dayText(latest)} (180 ngày sau khi hết hạn).`, basis);
  if (!facts.afterTransition && facts.expiresOn > TRANSITION_ENDS) {
    return refuse(
      'extensionAfterTransition',
      'Nộp hồ sơ đánh giá lại trong khung thời gian; thiết lập không cho kéo dài sau chuyển tiếp.',
      basis,
    );
  }
  return ALLOWED;
}

/** Why a certificate runs on by law: its dossier was filed after the window, or in time and the result is not there yet. */
export type ExtensionWhy = 'late' | 'pending';

export const EXTENSION_WORDS: Readonly<Record<ExtensionWhy, string>> = {
  late: 'hồ sơ đánh giá lại nộp sau khung thời gian, đang chờ kết quả',
  pending: 'hồ sơ đánh giá lại nộp đúng khung thời gian, hết hạn mà chưa có kết quả',
};
export const EXTENSION_BASIS = article26('Điều 12 khoản 3');

export interface FilingExtensionFacts {
  /** Certain expiry day of the certificate. */
  readonly expiresOn: Day;
  /** The day the re-evaluation dossier was filed. */
  readonly filedOn: Day;
  /** Is the expiry day itself still valid (setting [?]). */
  readonly expiryDayValid: boolean;
  /** Settings [?]: certificates that end after the transition; dossiers filed within the window. */
  readonly afterTransition: boolean;
  readonly alsoInTime: boolean;
}

/** A prolongation that a filing begins: first and latest last day, and why. */
export interface FilingExtension {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly why: ExtensionWhy;
}

/**
 * The prolongation that the filing of a re-evaluation begins (Art. 12.3; R8.7): from the day after the term, or from the day
 * of filing when that is later, until the result, at the latest 180 days after the end of the term.
 */
export function extensionByFiling(facts: FilingExtensionFacts): Answer<FilingExtension> | Refused {
  const { expiresOn: expires, filedOn, expiryDayValid } = facts;
  const why: ExtensionWhy = windowState(expires, filedOn) === 'open' ? 'pending' : 'late';
  if (why === 'pending' && !facts.alsoInTime)
    return refuse(
      'extensionInTime',
      'Hồ sơ nộp đúng khung thời gian; thiết lập chỉ kéo dài hiệu lực cho hồ sơ nộp muộn.',
      EXTENSION_BASIS,
    );
  const endsOn = latestExtension(expires, filedOn);
  const after = expiryDayValid ? addDays(expires, 1) : expires;
  const startsOn = daysBetween(after, filedOn) > 0 ? filedOn : after;
  if (startsOn > endsOn)
    return refuse(
      'extensionOver',
      `Giấy chứng nhận hết hạn quá 180 ngày, chỉ kéo dài được đến ${dayText(endsOn)}. Nộp hồ sơ lần đầu.`,
      EXTENSION_BASIS,
    );
  const may = mayExtend(
    {
      expiresOn: expires,
      until: endsOn,
      reason: EXTENSION_WORDS[why],
      act: EXTENSION_BASIS.act,
      afterTransition: facts.afterTransition,
    },
    filedOn,
  );
  return may.ok ? answer({ startsOn, endsOn, why }, EXTENSION_BASIS) : may;
}

/**
 * The last day a prolonged certificate may be used once the result has come: the day of the result, never beyond the latest
 * day; null when the result came before the prolongation began, so that it never had an effect.
 */
export function extensionEnds(
  { startsOn, endsOn }: Pick<FilingExtension, 'startsOn' | 'endsOn'>,
  result: Day,
): Day | null {
  if (result < startsOn) return null;
  return result < endsOn ? result : endsOn;
}
