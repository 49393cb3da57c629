import { CHANNELS } from '#law/product-years';
import { formatMoney, formatNumber } from '#ui';
import type { Version, YearRow } from './queries.ts';

const MILLION = 1_000_000;

/** Money as offices write it: millions from one million on, else đồng. */
export function moneyWords(dong: number): string {
  return dong >= MILLION ? `${formatNumber(dong / MILLION)} triệu đồng` : formatMoney(dong);
}

/** Million đồng as it is typed: '125,5'; null stays empty. */
export const millionTyped = (dong: number | null): string | null =>
  dong === null ? null : String(dong / MILLION).replace('.', ',');

export const quantityWords = ({ quantity, quantityUnit }: Version): string =>
  `${formatNumber(quantity)} ${quantityUnit}`;

export const jobsWords = ({ jobs, women, local }: Version): string =>
  jobs === 0
    ? 'không có'
    : `${formatNumber(jobs)} người, ${formatNumber(women)} nữ, ${formatNumber(local)} người địa phương`;

export const channelWords = ({ channels }: Pick<Version, 'channels'>): string =>
  channels.map((one) => CHANNELS[one]).join('; ');

/** What a row says of its figures: which of them count. */
export const countsWords = ({ state, counts }: Pick<YearRow, 'state' | 'counts'>): string =>
  counts && state !== 'accepted' ? 'Số đang tính là bản xã đã nhận trước' : '';
