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
}

/**
 * SQL: the places handed over to an account on a day, as a JSON array; null when there are none. A colleague who has left
 * the office, or whose account is locked, has no place to hand over.
 */
export function lentTo(account: ReturnType<typeof sql.ref>, day: string) {
  return sql`
    select json_agg(json_build_object('delegation', d.id, 'account', d.holder, 'name', h.full_name, 'acts', d.acts,
        'act', d.act, 'actDate', to_char(d.act_date, 'DD/MM/YYYY'), 'to', d.valid_to, 'role', p.role, 'unit', p.unit,
        'area', case when u.level = 'province' then u.id else v.parent end, 'unitName', v.full_name,
        'organisation', p.organisation) order by d.valid_from, d.id)
    from delegation d join account h on h.id = d.holder join lifecycle x on x.id = d.holder and x.state = 'active'
      join appointment p on p.id = d.appointment and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date)
      left join unit u on u.id = p.unit
      left join lateral (select w.parent, w.full_name from unit_version w
        where w.unit = p.unit and w.valid_from <= ${day}::date order by w.valid_from desc limit 1) v on true
    where d.deputy = ${account} and d.valid_from <= ${day}::date and d.valid_to >= ${day}::date`;
}

/** A role at an office. */
interface Seat {
  readonly role: Role;
  readonly unit: string | null;
}

/** May somebody in the appointment `by` take a place? Of the same office, in a role that may. */
function mayTake(by: Seat, place: Seat): boolean {
  return by.unit === place.unit && (takers[place.role] ?? []).includes(by.role);
}

/** The places an appointment really takes: those of its own office that its role may take. */
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
