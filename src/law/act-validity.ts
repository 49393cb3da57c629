/** In what state a legal act is on a day: from its own days and from what other acts did to it (R1.2, R1.4). */
import type { Day } from './answers.ts';
import { addDays } from './days.ts';

/** What an act does to another one; the last two change nothing in the other's validity. */
export const ACT_RELATIONS = {
  amends: { does: 'Sửa đổi, bổ sung', done: 'Được sửa đổi, bổ sung bởi' },
  replaces: { does: 'Thay thế', done: 'Bị thay thế bởi' },
  repeals: { does: 'Bãi bỏ', done: 'Bị bãi bỏ bởi' },
  suspends: { does: 'Ngưng hiệu lực', done: 'Bị ngưng hiệu lực bởi' },
  resumes: { does: 'Cho hiệu lực trở lại', done: 'Có hiệu lực trở lại theo' },
  guides: { does: 'Hướng dẫn', done: 'Được hướng dẫn bởi' },
  basedOn: { does: 'Căn cứ vào', done: 'Là căn cứ của' },
} as const;
export type ActRelation = keyof typeof ACT_RELATIONS;

/** Relations that tell on the validity of the other act. */
export const CHANGING: readonly ActRelation[] = ['amends', 'replaces', 'repeals', 'suspends', 'resumes'];

export const ACT_STATES = {
  inForce: 'Còn hiệu lực',
  amended: 'Còn hiệu lực, đã sửa đổi',
  notYet: 'Chưa có hiệu lực',
  suspended: 'Ngưng hiệu lực',
  expired: 'Hết hiệu lực',
  replaced: 'Đã bị thay thế',
  repealed: 'Đã bị bãi bỏ',
  unknown: 'Chưa rõ hiệu lực',
} as const;
export type ActState = keyof typeof ACT_STATES;

/** States in which an act may be rested on. */
export const ACT_HOLDS: readonly ActState[] = ['inForce', 'amended'];

export interface ActDays {
  readonly issuedOn: Day | null;
  /** Null: from the day of issue. */
  readonly inForceFrom: Day | null;
  /** The last day, when the act names it. */
  readonly expiresOn: Day | null;
  /** The last day of the years it is made for. */
  readonly periodTo: Day | null;
}

/** What another act did to it; `on` null: done, on a day nobody tells. */
export interface ActChange {
  readonly kind: ActRelation;
  readonly on: Day | null;
}

export interface ActStanding {
  readonly state: ActState;
  /** First day of the state; null when it is not known. */
  readonly since: Day | null;
}

/**
 * Its state on a day. `endsWithPeriod`: an act made for a period ends with it (the setting of that name, since the law
 * does not say it of every act).
 */
export function actState(
  days: ActDays,
  changes: readonly ActChange[],
  day: Day,
  { endsWithPeriod }: { endsWithPeriod: boolean },
): ActStanding {
  const told = changes
    .filter(({ on }) => on === null || on <= day)
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || a.kind.localeCompare(b.kind));
  const last = (...kinds: readonly ActRelation[]) => told.findLast(({ kind }) => kinds.includes(kind));
  const gone = told.find(({ kind }) => kind === 'repeals' || kind === 'replaces');
  if (gone) return { state: gone.kind === 'repeals' ? 'repealed' : 'replaced', since: gone.on };
  const from = days.inForceFrom ?? days.issuedOn;
  if (from !== null && day < from) return { state: 'notYet', since: from };
  const end = days.expiresOn ?? (endsWithPeriod ? days.periodTo : null);
  if (end !== null && day > end) return { state: 'expired', since: addDays(end, 1) };
  const held = last('suspends', 'resumes');
  if (held?.kind === 'suspends') return { state: 'suspended', since: held.on };
  const amended = last('amends');
  if (amended) return { state: 'amended', since: amended.on };
  return from === null ? { state: 'unknown', since: null } : { state: 'inForce', since: from };
}

/** What does not fit in the days of an act: a sentence and its field; null when all fits. */
export function actProblem(
  days: ActDays & { readonly periodFrom: Day | null },
  today: Day,
): { readonly field: string; readonly message: string } | null {
  const from = days.inForceFrom ?? days.issuedOn;
  if (days.issuedOn !== null && days.issuedOn > today)
    return { field: 'issuedOn', message: 'Ngày ban hành chưa tới. Ghi khi văn bản đã ban hành.' };
  if (days.issuedOn !== null && days.inForceFrom !== null && days.inForceFrom < days.issuedOn)
    return { field: 'inForceFrom', message: 'Ngày có hiệu lực không trước ngày ban hành.' };
  if (from !== null && days.expiresOn !== null && days.expiresOn < from)
    return { field: 'expiresOn', message: 'Ngày hết hiệu lực không trước ngày có hiệu lực.' };
  if (days.periodFrom !== null && days.periodTo !== null && days.periodTo < days.periodFrom)
    return { field: 'periodTo', message: 'Ngày cuối giai đoạn không trước ngày đầu.' };
  return null;
}

/** Why an act cannot do this to another: nothing changes an act before it is made. Null when it can. */
export function relationProblem(
  kind: ActRelation,
  act: { readonly issuedOn: Day | null },
  other: { readonly issuedOn: Day | null },
  on: Day | null,
): string | null {
  if (act.issuedOn !== null && other.issuedOn !== null && act.issuedOn < other.issuedOn)
    return 'Văn bản ban hành trước không tác động đến văn bản ban hành sau. Chọn lại văn bản.';
  if (on === null || !CHANGING.includes(kind)) return null;
  if (other.issuedOn !== null && on < other.issuedOn) return 'Ngày có tác động không trước ngày ban hành văn bản kia.';
  return null;
}
