import { formatDay, formatNumber } from '#ui';
import type { Training } from './queries.ts';
import { QUALIFIERS } from './schema.ts';

/** '05/11/2026', '05/11/2026 đến 07/11/2026'. */
export const daysWords = ({ from, to }: Pick<Training, 'from' | 'to'>): string =>
  from === to ? formatDay(from) : `${formatDay(from)} đến ${formatDay(to)}`;

/** '30 người', 'khoảng 3.000 người'. */
export const peopleWords = ({ people, qualifier }: Pick<Training, 'people' | 'qualifier'>): string =>
  `${qualifier === 'exact' ? '' : `${QUALIFIERS[qualifier].toLowerCase()} `}${formatNumber(people)} người`;
