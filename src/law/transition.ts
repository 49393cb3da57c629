/** Which rulebook a dossier is decided under, with the transition of Art. 11 and 12 of Decision 26/2026/QĐ-TTg. */
import { type Answer, answer, article26, type Basis, type Day, openAnswer, type Refused, refuse } from './answers.ts';
import { addDays, dayText } from './days.ts';
import type { RulebookId } from './rulebooks/types.ts';

/** Exactly one is ticked on Form 01 (R2.5). */
export type ApplicationKind = 'first' | 'upgrade' | 'reEvaluation';

export interface RulebookPeriod {
  readonly rulebook: RulebookId;
  readonly act: string;
  /** First day a new dossier is under it. */
  readonly from: Day;
  /** Last day of force, inclusive; null while it lasts. */
  readonly to: Day | null;
  readonly basis: Basis;
}

const START = '2026-05-22';
/** Art. 11.2: 148 and 1489 cease 60 days after the new decision's day; that first day is not counted. */
const OLD_ACT_ENDS = addDays(START, 60);

/** Oldest first. 148 includes its amendment 1489/QĐ-TTg (06/7/2025), 1048 its amendment 781/QĐ-TTg. */
export const RULEBOOK_PERIODS: readonly RulebookPeriod[] = [
  {
    rulebook: '1048-2019',
    act: '1048/QĐ-TTg',
    from: '2019-08-21',
    to: '2023-02-23',
    basis: { act: 'Quyết định số 1048/QĐ-TTg', article: '' },
  },
  {
    rulebook: '148-2023',
    act: '148/QĐ-TTg',
    from: '2023-02-24',
    to: OLD_ACT_ENDS,
    basis: { act: 'Quyết định số 148/QĐ-TTg', article: '' },
  },
  { rulebook: '26-2026', act: '26/2026/QĐ-TTg', from: START, to: null, basis: article26('Điều 11 khoản 1') },
];

/** Days of grace for a dossier filed before the new decision, by kind (Art. 12.2). */
const GRACE: Readonly<Record<ApplicationKind, { readonly days: number; readonly basis: Basis }>> = {
  first: { days: 60, basis: article26('Điều 12 khoản 2 điểm a') },
  upgrade: { days: 60, basis: article26('Điều 12 khoản 2 điểm a') },
  reEvaluation: { days: 30, basis: article26('Điều 12 khoản 2 điểm b') },
};

/** The last day on which an old dossier may still be decided under the old rules (R8.6; by counting). */
export function lastOldDay(kind: ApplicationKind): Day {
  return addDays(START, GRACE[kind].days);
}

/** Setting [?]: the way on for an old dossier not decided in time: file anew, or wait for guidance. */
export type LateOldDossier = 'fileAnew' | 'wait';

const WAY_ON: Readonly<Record<LateOldDossier, string>> = {
  fileAnew: 'Nộp hồ sơ mới theo Quyết định số 26/2026/QĐ-TTg.',
  wait: 'Chờ hướng dẫn của cơ quan OCOP cấp tỉnh.',
};

/** The rulebook whose period a filing day lies in. */
function filedUnder(filedOn: Day): RulebookPeriod | undefined {
  return RULEBOOK_PERIODS.findLast((one) => one.from <= filedOn);
}

/**
 * The rulebook that decides a dossier filed on one day and decided on another. Refused (Art. 12.2) for an old dossier
 * after its last day; the sentence gives the way on of the setting.
 */
export function rulebookFor(
  kind: ApplicationKind,
  filedOn: Day,
  day: Day,
  late: LateOldDossier = 'fileAnew',
): Answer<RulebookId> | Refused {
  const period = filedUnder(filedOn);
  if (!period) {
    const first = RULEBOOK_PERIODS[0];
    return refuse(
      'noRulebook',
      `Chưa có bộ tiêu chí nào cho hồ sơ nộp ngày ${dayText(filedOn)}. Kiểm tra ngày nộp.`,
      first?.basis ?? article26('Điều 11'),
    );
  }
  if (period.rulebook === '26-2026') return answer(period.rulebook, period.basis);
  const { basis } = GRACE[kind];
  const last = lastOldDay(kind);
  if (day > last) {
    const message = `Hồ sơ nộp trước 22/05/2026 phải đánh giá xong ngày ${dayText(last)}. ${WAY_ON[late]}`;
    return refuse('oldDossierLate', message, basis);
  }
  if (day >= START) return answer(period.rulebook, basis);
  const replaced = period.to !== null && day > period.to;
  return replaced ? openAnswer(period.rulebook, period.basis) : answer(period.rulebook, period.basis);
}

/** The rulebook of a new dossier filed today. */
export function rulebookOnFiling(day: Day): Answer<RulebookId> | Refused {
  return rulebookFor('first', day, day);
}
