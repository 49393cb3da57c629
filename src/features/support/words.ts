import { SUPPORT_KINDS, SUPPORT_STARS, type SupportRates } from '#law/support';
import { formatDay, formatNumber } from '#ui';
import type { Policy } from './policies.ts';
import type { Recognised } from './queries.ts';

/** '460.000.000 đồng'. */
export const moneyWords = (amount: number): string => `${formatNumber(amount)} đồng`;

/** 'từ 01/01/2024', 'từ 01/01/2024 đến 31/12/2025'. */
export const policyDays = ({ from, to }: Pick<Policy, 'from' | 'to'>): string =>
  to === null ? `từ ${formatDay(from)}` : `từ ${formatDay(from)} đến ${formatDay(to)}`;

/** 'Công nhận lần đầu: 3 sao 50.000.000 đồng, …', a line a kind. */
export function rateWords(rates: SupportRates): string[] {
  return (Object.keys(SUPPORT_KINDS) as (keyof typeof SUPPORT_KINDS)[]).flatMap((kind) => {
    const told = SUPPORT_STARS.flatMap((star) => {
      const amount = rates[kind]?.[star];
      return amount === undefined ? [] : [`${star} sao ${moneyWords(amount)}`];
    });
    return told.length === 0 ? [] : [`${SUPPORT_KINDS[kind]}: ${told.join(', ')}`];
  });
}

/** 'Mật ong, 4 sao, nâng hạng, 01/06/2024'. */
export const recognitionWords = ({ name, star, kind, issued }: Recognised): string =>
  [
    name,
    star === null ? null : `${star} sao`,
    SUPPORT_KINDS[kind].toLowerCase(),
    issued === null ? 'không rõ ngày' : formatDay(issued),
  ]
    .filter(Boolean)
    .join(', ');
