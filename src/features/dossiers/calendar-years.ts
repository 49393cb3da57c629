import type { Kysely } from 'kysely';
import { addTermDays, addWorkingDays, type ConfirmedYear, type Counted } from '#law/calendar';
import { steps } from '#law/moves';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

/** Days off and swapped days as administrators have entered them from each year's act. */
export async function confirmedYears(db: Kysely<DB> | Tx): Promise<ConfirmedYear[]> {
  const rows = await db.selectFrom('holiday').selectAll().where('confirmed', '=', true).orderBy('day').execute();
  const years = new Map<number, { year: number; act: string; daysOff: Day[]; workedWeekends: Day[] }>();
  for (const { day, kind, act } of rows) {
    const year = Number(day.slice(0, 4));
    const of = years.get(year) ?? { year, act, daysOff: [], workedWeekends: [] };
    (kind === 'off' ? of.daysOff : of.workedWeekends).push(day);
    years.set(year, of);
  }
  return [...years.values()];
}

/** The last day of the term a move begins, by the law's table; null when it begins none for this kind of application. */
export async function dueAfter(db: Kysely<DB> | Tx, action: string, kind: string, day: Day): Promise<Counted | null> {
  const term = termOf(action);
  if (!term || (term.only !== undefined && term.only !== kind)) return null;
  const years = await confirmedYears(db);
  return term.unit === 'workingDays' ? addWorkingDays(day, term.days, years) : addTermDays(day, term.days, years);
}

function termOf(action: string) {
  return steps.find((one) => one.action === action)?.move.term;
}
