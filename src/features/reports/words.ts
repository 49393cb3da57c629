/** Figures of a report: their ids, words, and what stands behind each in the rows the indicators count. */
import { PRODUCER_TYPES, type ProducerType } from '#law/dossier';

export const REPORTS = {
  annual: 'Báo cáo kết quả năm',
  'mid-term': 'Báo cáo giữa kỳ',
  stock: 'Thực trạng sản phẩm',
  period: 'Báo cáo theo năm báo cáo của Chính phủ',
} as const;
export type ReportName = keyof typeof REPORTS;

export const STARS = ['3', '4', '5'] as const;

/** The six groups (Annex I) by the word of their figure. */
export const SECTOR_FIGURES = {
  I: ['food', 'Thực phẩm'],
  II: ['drinks', 'Đồ uống'],
  III: ['medicinal', 'Dược liệu và sản phẩm từ dược liệu'],
  IV: ['handicraft', 'Thủ công mỹ nghệ'],
  V: ['ornamental', 'Sinh vật cảnh'],
  VI: ['tourism', 'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch'],
} as const;

export const KINDS = Object.entries(PRODUCER_TYPES).map(([kind, { name }]) => [kind as ProducerType, name] as const);

export const APPLICATIONS = {
  new: ['first', 'Công nhận mới'],
  upgraded: ['upgrade', 'Nâng hạng'],
  reEvaluated: ['reEvaluation', 'Đánh giá lại'],
} as const;

export const ENDINGS = {
  expired: ['expired', 'Hết hạn, chưa có giấy mới'],
  revoked: ['revoked', 'Bị thu hồi'],
} as const;

/** What is asked: a report on a unit as of a day. */
export interface Days {
  /** What holds on this day, and what happened by its end. */
  readonly asOf: string;
  /** Units as they stood on this day. */
  readonly unitsAsOf: string;
  /** First day of the period. */
  readonly from: string;
}

/** The rows a figure counts: a list of products, of producers, or of dossiers. */
export interface Behind {
  readonly rows: 'stock' | 'recognised' | 'ended' | 'candidates';
  /** Each product (dossier) or each producer once. */
  readonly each: 'product' | 'producer';
  /** Which of the rows. */
  readonly only?: { readonly column: 'star' | 'sector' | 'producer_type' | 'kind'; readonly value: string };
  /** Only those in this unit (its code), directly in the one reported on. */
  readonly part?: string;
}

/** What stands behind a figure; null for a word that is none, and for shares and plans, which count nothing. */
export function behindFigure(id: string): Behind | null {
  const unit = /^unit\.([0-9A-Za-z]{1,10})$/.exec(id);
  if (unit?.[1] !== undefined) return { rows: 'stock', each: 'product', part: unit[1] };
  return COUNTED.get(id) ?? null;
}

const stock = { rows: 'stock', each: 'product' } as const;
const producers = { rows: 'stock', each: 'producer' } as const;
const COUNTED: ReadonlyMap<string, Behind> = new Map<string, Behind>([
  ['stock.products', stock],
  ['stock.producers', producers],
  ['stock.candidates', { rows: 'candidates', each: 'product' }],
  ['period.recognised', { rows: 'recognised', each: 'product' }],
  ...STARS.map((star): [string, Behind] => [`stock.star.${star}`, { ...stock, only: { column: 'star', value: star } }]),
  ...Object.entries(SECTOR_FIGURES).map(([sector, [word]]): [string, Behind] => [
    `stock.sector.${word}`,
    { ...stock, only: { column: 'sector', value: sector } },
  ]),
  ...KINDS.map(([kind]): [string, Behind] => [
    `stock.producers.${kind}`,
    { ...producers, only: { column: 'producer_type', value: kind } },
  ]),
  ...Object.entries(APPLICATIONS).map(([word, [kind]]): [string, Behind] => [
    `period.${word}`,
    { rows: 'recognised', each: 'product', only: { column: 'kind', value: kind } },
  ]),
  ...Object.entries(ENDINGS).map(([word, [kind]]): [string, Behind] => [
    `period.${word}`,
    { rows: 'ended', each: 'product', only: { column: 'kind', value: kind } },
  ]),
]);
