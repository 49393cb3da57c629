// The usual last day of a state, where the law sets no term: by the settings of the office and the working days of the year.
import { confirmedYears } from '#features/dossiers';
import { addWorkingDays } from '#law/calendar';
import { lawSettings } from '#law/settings';
import { turnOf } from '#law/turns';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { settingsOn } from '#platform/settings';

interface Led {
  readonly action: string;
  readonly process: string;
  readonly state: string;
  readonly province: string | null;
  /** The day that was set for the state before. */
  readonly kept: Day | null;
}

/** The last day of a state a move has just led to; null where none is set. */
export async function usualDay(tx: Tx, led: Led, day: Day): Promise<Day | null> {
  const turn = turnOf(led.process, led.state, led.action);
  if (turn?.from === 'kept') return led.kept;
  if (turn?.from !== 'setting') return null;
  const settings = lawSettings(await settingsOn(tx, day, led.province));
  const days = settings[turn.setting];
  return typeof days === 'number' ? addWorkingDays(day, days, await confirmedYears(tx)).day : null;
}
