// In whose place somebody acts today: delegations that run, judged again at every request.
import { sql } from 'kysely';
import type { StandIn } from '#platform/actor';
import { type Role, takers } from '#policy';
import { capacityOf } from './words.ts';

/** A colleague's place as it was handed over. */
export interface LentPlace {
  readonly delegation: string;
  readonly account: string;
  readonly name: string;
  readonly acts: readonly string[];
  readonly act: string;
  /** dd/mm/yyyy */
  readonly actDate: string;
  readonly to: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly area: string | null;
  readonly unitName: string | null;
  readonly organisation: string | null;
  /** The deputy's own appointment; null where none was kept. */
  readonly takenAs: string | null;
}

/**
 * SQL: the places handed over to an account on a day, as a JSON array; null when there are none. A colleague who has left
 * the office, or whose account is locked, has no place to hand over.
 */
export const lentTo = (account: ReturnType<typeof sql.ref>, day: string) =>
  sql`places_lent_to(${account}, ${day}::date)`;

/** A role at an office. */
interface Seat {
  readonly id: string;
  readonly role: Role;
  readonly unit: string | null;
}

/** May somebody in the appointment `by` take a place? Of the same unit, in a role that may, as which they were chosen. */
function mayTake(by: Seat, place: LentPlace): boolean {
  if (place.takenAs !== null && place.takenAs !== by.id) return false;
  return by.unit === place.unit && (takers[place.role] ?? []).includes(by.role);
}

/** The places an appointment really takes: those of its own unit that its role may take. */
export function standsInOf(by: Seat | null, places: readonly LentPlace[]): readonly StandIn[] {
  if (by === null) return [];
  return places
    .filter((place) => mayTake(by, place))
    .map(({ delegation, account, name, acts, act, actDate, to, role, unit, area, unitName, organisation }) => ({
      ...{ delegation, account, name, role, unit, area, acts, to },
      capacity: capacityOf({ role, unitName, organisation, producerName: null }),
      paper: `văn bản số ${act} ngày ${actDate}`,
    }));
}
