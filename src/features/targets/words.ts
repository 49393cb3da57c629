import { PERCENT, sayTarget } from '#law/targets';
import { formatDay, formatNumber } from '#ui';
import type { TargetRecord } from './queries.ts';
import type { TargetResult } from './results.ts';

/** 'năm 2022', '2021–2025', or the two days. */
export function yearsWords({ from, to }: Pick<TargetRecord, 'from' | 'to'>): string {
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return `${formatDay(from)}–${formatDay(to)}`;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `năm ${first}` : `${first}–${last}`;
}

/** 'ít nhất 50% (trên tổng số chủ thể)'; a target in words is said by its name. */
export const planSaid = (target: TargetRecord): string => sayTarget(target, target) ?? 'Bằng lời';

/** The result in the unit of the plan. */
export function resultSaid({ result, measure }: Pick<TargetResult, 'result' | 'measure'>): string {
  if (result === null) return '';
  return measure === PERCENT ? `${String(result).replace('.', ',')}%` : `${formatNumber(result)} ${measure}`;
}
