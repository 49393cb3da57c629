import { REVIEW_KINDS, REVIEW_OUTCOMES, REVIEW_WISHES } from '#law/review';
import type { ReviewRow } from './queries.ts';

/** Who answers, by name. */
export const officeName = ({ instance, province }: Pick<ReviewRow, 'instance' | 'province'>): string =>
  instance === 'ministry'
    ? 'Bộ Nông nghiệp và Môi trường'
    : `Cơ quan OCOP ${province.charAt(0).toLocaleLowerCase('vi')}${province.slice(1)}`;

/** 'Khiếu nại của chủ thể', 'Đề nghị của Bộ: thu hồi quyết định công nhận'. */
export const aboutWords = ({ kind, wish }: Pick<ReviewRow, 'kind' | 'wish'>): string =>
  wish === null ? REVIEW_KINDS[kind] : `${REVIEW_KINDS[kind]}: ${REVIEW_WISHES[wish].toLocaleLowerCase('vi')}`;

export const outcomeWords = ({ outcome }: Pick<ReviewRow, 'outcome'>): string | null =>
  outcome === null ? null : REVIEW_OUTCOMES[outcome];
