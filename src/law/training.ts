/** Training of the programme: what can be said of a course, and the figures counted from courses (R14.2, R15.2). */
import type { Basis, Day } from './answers.ts';
import { percent } from './reporting.ts';

export const TRAINING_BASIS: Basis = { act: 'Quyết định số 26/2026/QĐ-TTg', article: 'Điều 10' };

export const TRAINING_KINDS = {
  class: 'Lớp tập huấn, đào tạo',
  conference: 'Hội nghị, hội thảo',
  online: 'Trực tuyến',
  visit: 'Học tập kinh nghiệm',
} as const;
export type TrainingKind = keyof typeof TRAINING_KINDS;

/** Numbers of a course: persons and attendances ("học viên", "lượt người") are two counts. Null: not told. */
export interface TrainingNumbers {
  readonly people: number;
  readonly turns: number;
  readonly officers: number | null;
  readonly producers: number | null;
  readonly women: number | null;
}

/** A course as it is entered. */
export interface TrainingGiven extends TrainingNumbers {
  readonly from: Day;
  readonly to: Day;
}

/** What is wrong with a course on the day it is entered, with the field it stands in; null when all fits. */
export function trainingProblem(given: TrainingGiven, day: Day): { field: string; message: string } | null {
  const { from, to, people, turns, officers, producers, women } = given;
  if (to < from) return { field: 'to', message: 'Ngày kết thúc không trước ngày bắt đầu.' };
  if (to > day) return { field: 'to', message: 'Chỉ ghi lớp đã kết thúc: ngày kết thúc không sau hôm nay.' };
  if (people < 1) return { field: 'people', message: 'Ghi số người tham gia, từ 1 trở lên.' };
  if (turns < people)
    return { field: 'turns', message: 'Số lượt người không ít hơn số người: mỗi người dự ít nhất một lượt.' };
  if ((officers ?? 0) + (producers ?? 0) > people)
    return { field: 'producers', message: 'Số cán bộ và người của chủ thể cộng lại không quá tổng số người.' };
  if ((women ?? 0) > people) return { field: 'women', message: 'Số nữ không quá tổng số người.' };
  return null;
}

/** A course that counts: of the unit and the period. */
export interface TrainingFact extends TrainingNumbers {
  readonly kind: TrainingKind;
}

export interface TrainingFigures {
  readonly trainings: number;
  readonly classes: number;
  readonly conferences: number;
  readonly people: number;
  readonly turns: number;
  readonly officers: number;
  readonly producers: number;
  readonly women: number;
}

/** Sums over courses; what a course does not tell adds nothing. */
export function trainingFigures(facts: readonly TrainingFact[]): TrainingFigures {
  const sum = (of: (fact: TrainingFact) => number | null) => facts.reduce((total, fact) => total + (of(fact) ?? 0), 0);
  const ofKind = (kind: TrainingKind) => facts.filter((fact) => fact.kind === kind).length;
  return {
    ...{ trainings: facts.length, classes: ofKind('class'), conferences: ofKind('conference') },
    ...{ people: sum(({ people }) => people), turns: sum(({ turns }) => turns) },
    officers: sum(({ officers }) => officers),
    producers: sum(({ producers }) => producers),
    women: sum(({ women }) => women),
  };
}

/** Producers in stock that took part in a course, and their share in per cent, two decimals; null without any in stock. */
export function trainedProducers(
  stock: readonly string[],
  tookPart: ReadonlySet<string>,
): { readonly trained: number; readonly share: number | null } {
  const trained = stock.filter((producer) => tookPart.has(producer)).length;
  return { trained, share: percent(trained, stock.length, 2) };
}
