import type { Day } from '#platform/clock';
import { day } from '#platform/http/fields';
import type { PlaceQuery } from './schema.ts';

/** The register of units begins with the list of this day (R12.2). */
const FIRST_LIST: Day = '2021-11-01';

const unitsDay = day({ from: FIRST_LIST });
const validDay = day();

/** A day on which a unit was there: its last one where it has ended, its first where it has not begun. */
export function dayWithin(day: Day, { validFrom, validTo }: { validFrom: Day | null; validTo: Day | null }): Day {
  if (validTo !== null && day > validTo) return validTo;
  return validFrom !== null && day < validFrom ? validFrom : day;
}

export interface DaysAsked {
  /** Units as of this day. */
  units: Day;
  /** Certificates that hold on this day. */
  valid: Day;
  /** Why a typed day is not used, in words; empty when all is well. */
  problems: string[];
}

/** The two days an address asks for; a day that cannot be read is said and taken for today. */
export function daysAsked({ ngay, hieuluc }: Pick<PlaceQuery, 'ngay' | 'hieuluc'>, today: Day): DaysAsked {
  const problems: string[] = [];
  const read = (schema: typeof unitsDay, typed: string | undefined, name: string) => {
    if (typed === undefined || typed.trim() === '') return today;
    const result = schema.safeParse(typed);
    if (result.success) return result.data;
    problems.push(`${name}: ${result.error.issues[0]?.message ?? 'Ghi ngày như 30/06/2025'}.`);
    return today;
  };
  return {
    units: read(unitsDay, ngay, 'Theo đơn vị ngày'),
    valid: read(validDay, hieuluc, 'Còn hiệu lực ngày'),
    problems,
  };
}
