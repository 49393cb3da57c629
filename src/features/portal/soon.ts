import { inForce } from '#law/parameters';
import { WINDOW_RULES } from '#law/reevaluation';
import type { Day } from '#platform/clock';

/**
 * From how many days before its end a certificate is shown as ending soon: when its re-evaluation window opens
 * (Art. 7.6.a of Decision 26/2026); before that rule, its first value.
 */
export function soonDays(day: Day): number {
  const first = WINDOW_RULES[0]?.from ?? day;
  return inForce(WINDOW_RULES, day < first ? first : day).value.opensDaysBefore;
}
