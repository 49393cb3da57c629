import { workingDaysBetween } from '#law/calendar';
import { RETURN_REASONS } from '#law/reasons';
import type { Day } from '#platform/clock';
import { formatDay, formatDayShort, type Term } from '#ui';
import type { DossierState } from './schema.ts';

type Years = Parameters<typeof workingDaysBetween>[2];

/** So few working days left count as soon. */
const NEAR = 3;

/** A due day in words: "Còn 8 ngày làm việc", "Quá hạn 2 ngày làm việc"; undefined where no term runs. */
export function dueTerm(dueOn: Day | null, day: Day, years: Years): Term | undefined {
  if (dueOn === null) return undefined;
  const shown = dueOn.slice(0, 4) === day.slice(0, 4) ? formatDayShort(dueOn) : formatDay(dueOn);
  if (dueOn < day)
    return { words: `Quá hạn ${workingDaysBetween(dueOn, day, years)} ngày làm việc`, day: shown, state: 'late' };
  const left = workingDaysBetween(day, dueOn, years);
  const words = dueOn === day ? 'Hạn hôm nay' : `Còn ${left} ngày làm việc`;
  return { words, day: shown, ...(left <= NEAR ? { state: 'near' as const } : {}) };
}

/** What is to be done next in a state, and by whom, in the words of the queue. */
export const NEXT_WORK: Readonly<Record<DossierState, string>> = {
  new: '',
  draft: 'Chủ thể đang soạn',
  submitted: 'Tiếp nhận hồ sơ',
  checking: 'Kiểm tra, đánh giá, đề nghị tỉnh',
  returned: 'Chờ chủ thể bổ sung',
  proposed: 'Đưa vào đợt đánh giá',
  inRound: 'Báo cáo của Tổ tư vấn, xếp phiên',
  inSession: 'Hội đồng đang chấm',
  concluded: 'Ra quyết định',
  candidate: 'Gửi hồ sơ đề nghị Bộ đánh giá',
  sentToMinistry: 'Bộ kiểm tra, tiếp nhận',
  central: 'Báo cáo của Tổ tư vấn trung ương, xếp phiên',
  centralSession: 'Hội đồng trung ương đang chấm',
  centralConcluded: 'Bộ ra quyết định hoặc trả kết quả',
  centralReturned: 'Công nhận theo kết quả của Bộ hoặc đánh giá lại',
  recognised: 'Đã xong',
  notRecognised: 'Đã xong',
  annulled: 'Đã dừng',
  excluded: 'Đã dừng',
  withdrawn: 'Đã dừng',
};

/** Who has the dossier now, by the name of the office that acts next. */
export function holderWords(nextActor: string | null, commune: string, province: string): string {
  switch (nextActor) {
    case 'producer':
      return 'Chủ thể';
    case 'commune':
      return commune;
    case 'province':
      return `Cơ quan OCOP ${province.charAt(0).toLocaleLowerCase('vi')}${province.slice(1)}`;
    case 'council':
      return 'Hội đồng';
    case 'ministry':
      return 'Bộ Nông nghiệp và Môi trường';
    default:
      return 'Không còn việc';
  }
}

/** Reasons that fit every paper, and those of one kind of evidence, by their ids in the law's list. */
const EVERY_PAPER: readonly string[] = ['paperBlurred', 'paperLapsed', 'paperOfAnother'];
const OF_KIND: Readonly<Record<string, string>> = {
  E02: 'foodSafety',
  E03: 'origin',
  E05: 'labour',
  E11: 'declaration',
  E12: 'testReport',
};

/** Usual sentences for a paper of a kind that does not pass (U24). */
export function paperReasons(kind: string): readonly string[] {
  return RETURN_REASONS.filter(({ id }) => EVERY_PAPER.includes(id) || OF_KIND[kind] === id).map(({ text }) => text);
}
