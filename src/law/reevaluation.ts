/** Re-evaluation near the end of a certificate: the filing window and its reminders. Art. 7.6.a; R8.1, R8.2. */
import { ALLOWED, type Allowed, article26, type Day, type Refused, refuse } from './answers.ts';
import { addDays, dayText } from './days.ts';
import { type Dated, inForce } from './parameters.ts';

interface WindowRule {
  readonly opensDaysBefore: number;
  readonly closesDaysBefore: number;
}

/** The dated window, for the public page. */
export const WINDOW_RULES: readonly Dated<WindowRule>[] = [
  {
    from: '2026-05-22',
    value: { opensDaysBefore: 180, closesDaysBefore: 120 },
    basis: article26('Điều 7 khoản 6 điểm a'),
  },
];

/** Days before expiry on which producer and commune are reminded unless the office sets others (R8.1, a suggestion). */
export const REMINDER_DAYS: readonly number[] = [210, 180, 150, 130];
/** Days before the end of a paper in a dossier on which those concerned are reminded, unless the office sets others. */
export const PAPER_REMINDER_DAYS: readonly number[] = [60, 30, 7];
/** The step of the day the certificate ends itself. */
const ENDED = 0;
/** So many days after its end nobody is told of it any more: certificates that ended long ago are no news. */
export const NEWS_DAYS = 30;

export interface FilingWindow {
  readonly opens: Day;
  readonly closes: Day;
}

/** First and last day of filing for a certificate that ends on a day. `day` chooses the rule in force. */
export function filingWindow(expiresOn: Day, day: Day): FilingWindow {
  const { value } = inForce(WINDOW_RULES, day);
  return { opens: addDays(expiresOn, -value.opensDaysBefore), closes: addDays(expiresOn, -value.closesDaysBefore) };
}

export type WindowState = 'early' | 'open' | 'late' | 'afterExpiry';

/** Where a day stands towards the window. Both ends belong to it. */
export function windowState(expiresOn: Day, day: Day): WindowState {
  const { opens, closes } = filingWindow(expiresOn, day);
  if (day < opens) return 'early';
  if (day <= closes) return 'open';
  return day <= expiresOn ? 'late' : 'afterExpiry';
}

export interface Reminder {
  readonly on: Day;
  /** Days before the end; 0 is the day itself. */
  readonly daysBefore: number;
}

/** The reminders of a certificate, earliest first, the one of its last day included. */
export function reminders(expiresOn: Day, days: readonly number[] = REMINDER_DAYS): readonly Reminder[] {
  return [...new Set([...days, ENDED])]
    .sort((one, other) => other - one)
    .map((daysBefore) => ({ on: addDays(expiresOn, -daysBefore), daysBefore }));
}

/**
 * The reminder that is due on a day: the newest one reached, whatever was missed before it. None before the first, none
 * once the certificate has long ended.
 */
export function dueReminder(expiresOn: Day, day: Day, days: readonly number[] = REMINDER_DAYS): Reminder | undefined {
  if (day > addDays(expiresOn, NEWS_DAYS)) return undefined;
  return reminders(expiresOn, days).findLast((one) => one.on <= day);
}

/** Setting [?]: what happens to a filing after the window closed. */
export type LateFiling = 'allow' | 'refuse';

/** Whether a re-evaluation may be filed on a day. Early is refused; late by setting (Art. 12.3 reckons with it). */
export function mayFileReEvaluation(expiresOn: Day, day: Day, late: LateFiling): Allowed | Refused {
  const { opens, closes } = filingWindow(expiresOn, day);
  const { basis } = inForce(WINDOW_RULES, day);
  const state = windowState(expiresOn, day);
  if (state === 'early')
    return refuse('windowEarly', `Nộp từ ngày ${dayText(opens)} đến ngày ${dayText(closes)}.`, basis);
  if (state !== 'open' && late === 'refuse') {
    return refuse('windowLate', `Hạn nộp là ngày ${dayText(closes)}. Liên hệ cơ quan OCOP cấp tỉnh.`, basis);
  }
  return ALLOWED;
}
