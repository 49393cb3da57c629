import { actGroups } from '#policy';
import { formatDay } from '#ui';
import type { DelegationRecord } from './queries.ts';

/** 'từ 05/01/2026 đến hết 09/01/2026' */
export const daysWords = ({ from, to }: Pick<DelegationRecord, 'from' | 'to'>): string =>
  to < from ? 'kết thúc trước khi bắt đầu' : `từ ${formatDay(from)} đến hết ${formatDay(to)}`;

/** 'Tiếp nhận, …; Quyết định, …' */
export const actsWords = (acts: DelegationRecord['acts']): string => acts.map((one) => actGroups[one]).join('; ');

/** How it stands on a day. */
export function standingWords({ from, to, state }: DelegationRecord, day: string): string {
  if (state === 'ended') return 'Đã kết thúc sớm';
  if (state === 'asked') return day > to ? 'Đã hết, chưa được đồng ý' : 'Chờ đồng ý';
  if (day < from) return 'Chưa bắt đầu';
  return day > to ? 'Đã hết' : 'Đang vắng';
}
