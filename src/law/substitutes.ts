/**
 * Who may stand in for an absent member. Members represent departments (Art. 7.3.b); the decision does not speak of
 * substitutes, so the council's regulation does [?].
 */
import { ALLOWED, type Allowed, article26, type Refused, refuse } from './answers.ts';

export type SubstituteRule = 'department' | 'any';

/** Somebody who shall stand in for a member, by departments. */
export interface StandIn {
  /** The department the absent member stands for. */
  readonly absent: string;
  /** The department of the substitute. */
  readonly substitute: string;
  /** Departments of the other substitutes who are present and stand in for nobody. */
  readonly free: readonly string[];
  readonly rule: SubstituteRule;
}

const BASIS = article26('Điều 7 khoản 3 điểm b (Quy chế hoạt động của Hội đồng)');

/** True for one department however its name is composed, spaced or capitalised. */
export function sameDepartment(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
  return plain(one) === plain(other);
}

/** One of the member's own department first; another department's only where the regulation says so and no own one is free. */
export function mayStandIn({ absent, substitute, free, rule }: StandIn): Allowed | Refused {
  if (sameDepartment(absent, substitute)) return ALLOWED;
  if (rule === 'department') {
    const message = `Quy chế chỉ cho người cùng cơ quan thay. Chọn người dự khuyết của ${absent}.`;
    return refuse('otherDepartment', message, BASIS);
  }
  if (free.some((one) => sameDepartment(one, absent)))
    return refuse('ownFirst', `${absent} có người dự khuyết. Chọn người đó trước.`, BASIS);
  return ALLOWED;
}
