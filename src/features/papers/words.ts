import { formatDay } from '#ui';
import type { MandateRecord } from './queries.ts';

/** 'từ 05/01/2026 đến hết 31/12/2026', 'từ 05/01/2026, không ghi ngày cuối'. */
export const termWords = ({ from, to }: Pick<MandateRecord, 'from' | 'to'>): string =>
  `từ ${formatDay(from)}${to === null ? ', không ghi ngày cuối' : ` đến hết ${formatDay(to)}`}`;

/** A mandate in the list of those to choose from. */
export const mandateWords = (one: MandateRecord): string =>
  `${one.capacity}. ${one.person}, ${one.position}: văn bản số ${one.act}, ${termWords(one)}`;
