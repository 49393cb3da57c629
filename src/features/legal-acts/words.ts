import { ACT_RELATIONS, ACT_STATES } from '#law/act-validity';
import { formatDay } from '#ui';
import type { Act, ActRecord, Related } from './queries.ts';
import { ACT_KINDS } from './schema.ts';

/** 'Quyết định số 843/QĐ-UBND'; without a number the kind and the title. */
export const actName = ({ kind, number, title }: Pick<ActRecord, 'kind' | 'number' | 'title'>): string =>
  number === null ? `${ACT_KINDS[kind]}: ${title}` : `${ACT_KINDS[kind]} số ${number}`;

/** 'Đã bị bãi bỏ, từ 22/07/2026' */
export function standingWords({ standing: { state, since } }: Pick<Act, 'standing'>): string {
  if (state === 'unknown') return ACT_STATES.unknown;
  return `${ACT_STATES[state]}, ${since === null ? 'không rõ từ ngày nào' : `từ ${formatDay(since)}`}`;
}

/** 'giai đoạn 01/01/2021–31/12/2025' in years where it is whole years. */
export function periodWords({ periodFrom, periodTo }: Pick<ActRecord, 'periodFrom' | 'periodTo'>): string | null {
  if (periodFrom === null && periodTo === null) return null;
  const whole = periodFrom?.endsWith('-01-01') && periodTo?.endsWith('-12-31');
  if (whole && periodFrom && periodTo) {
    const [first, last] = [periodFrom.slice(0, 4), periodTo.slice(0, 4)];
    return first === last ? `năm ${first}` : `${first}–${last}`;
  }
  return [periodFrom && `từ ${formatDay(periodFrom)}`, periodTo && `đến ${formatDay(periodTo)}`]
    .filter(Boolean)
    .join(' ');
}

/** 'Bị bãi bỏ bởi' or 'Bãi bỏ', by who does it. */
export const relationWords = ({ kind, from }: Pick<Related, 'kind' | 'from'>): string =>
  from === 'act' ? ACT_RELATIONS[kind].done : ACT_RELATIONS[kind].does;
