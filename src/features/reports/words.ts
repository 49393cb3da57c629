/** Figures of a report: their ids, words, and what stands behind each in the rows the indicators count. */
import { PRODUCER_TYPES, type ProducerType } from '#law/dossier';
import type { Behind, FigureWords, Summed } from './figure-kinds.ts';
import { AID_FIGURES } from './words-aid.ts';

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

/** The same by the number of the group, and kinds of producers by their key. */
export const SECTOR_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SECTOR_FIGURES).map(([sector, [, label]]) => [sector, label]),
);
export const PRODUCER_SORTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PRODUCER_TYPES).map(([kind, { name }]) => [kind, name]),
);

export const KINDS = Object.entries(PRODUCER_TYPES).map(([kind, { name }]) => [kind as ProducerType, name] as const);

export const APPLICATIONS = {
  new: ['first', 'Công nhận mới'],
  upgraded: ['upgrade', 'Nâng hạng'],
  reEvaluated: ['reEvaluation', 'Đánh giá lại'],
} as const;

export const ENDINGS = {
  expired: ['expired', 'Hết hạn, chưa có giấy mới'],
  revoked: ['revoked', 'Bị thu hồi'],
  annulled: ['annulled', 'Bị hủy bỏ công nhận'],
} as const;

/** What is asked: a report on a unit as of a day. */
export interface Days {
  /** What holds on this day, and what happened by its end. */
  readonly asOf: string;
  /** Units as they stood on this day. */
  readonly unitsAsOf: string;
  /** First day of the period. */
  readonly from: string;
  /** By what was known at this moment; left out: by what records say now. */
  readonly knownAt?: string;
}

const PRODUCTS = 'sản phẩm';
const PRODUCERS = 'chủ thể';
const stock = { rows: 'stock', each: 'product' } as const;
const makers = { rows: 'stock', each: 'producer' } as const;
const happened = (rows: 'recognised' | 'ended', kind: string): Behind => ({
  ...{ rows, each: 'product', only: { column: 'kind', value: kind } },
});
const products = (label: string, behind: Behind): FigureWords => ({ label, of: PRODUCTS, behind });
const producers = (label: string, behind: Behind): FigureWords => ({ label, of: PRODUCERS, behind });
const summed = (label: string, of: string, sums: Summed): FigureWords => ({
  ...{ label, of, behind: { ...stock, told: 'year', sums } },
});
const share = (label: string): FigureWords => ({ label, of: '%', behind: null });

/** Rests on facts about persons: only the count is told, and none that is so small that it tells who. */
const hidden = (label: string): FigureWords => ({ label, of: PRODUCERS, behind: null });

const FIGURES: ReadonlyMap<string, FigureWords> = new Map<string, FigureWords>([
  ['stock.products', products('Sản phẩm có giấy chứng nhận còn hiệu lực', stock)],
  ...STARS.map((star): [string, FigureWords] => [
    `stock.star.${star}`,
    products(`Trong đó ${star} sao`, { ...stock, only: { column: 'star', value: star } }),
  ]),
  ['stock.expiring', products('Sắp hết hạn, đã mở khung nộp đánh giá lại', { ...stock, expiring: true })],
  [
    'stock.undetermined',
    products('Chưa rõ thời hạn, không tính vào số còn hiệu lực', { rows: 'undetermined', each: 'product' }),
  ],
  ['stock.candidates', products('Sản phẩm tiềm năng 5 sao', { rows: 'candidates', each: 'product' })],
  ...Object.entries(SECTOR_FIGURES).map(([sector, [word, label]]): [string, FigureWords] => [
    `stock.sector.${word}`,
    products(label, { ...stock, only: { column: 'sector', value: sector } }),
  ]),
  ['stock.producers', producers('Chủ thể có sản phẩm còn hiệu lực', makers)],
  ...KINDS.map(([kind, label]): [string, FigureWords] => [
    `stock.producers.${kind}`,
    producers(label, { ...makers, only: { column: 'producer_type', value: kind } }),
  ]),
  ['stock.producers.women', hidden('Chủ thể do phụ nữ đứng đầu')],
  ['stock.producers.ethnicMinority', hidden('Chủ thể do người dân tộc thiểu số đứng đầu')],
  [
    'stock.villages',
    { label: 'Làng nghề có sản phẩm còn hiệu lực', of: 'làng nghề', behind: { rows: 'stock', each: 'village' } },
  ],
  ['stock.online', products('Sản phẩm có trang bán hàng trên mạng', { ...stock, told: 'links' })],
  ['stock.salesPoints', products('Sản phẩm có điểm bán được kê khai', { ...stock, told: 'place' })],
  ['stock.ecommerce', products('Sản phẩm bán qua thương mại điện tử (số liệu năm)', { ...stock, told: 'ecommerce' })],
  [
    'stock.producers.modern',
    producers('Chủ thể bán ở siêu thị, cửa hàng tiện lợi, điểm bán OCOP (số liệu năm)', { ...makers, told: 'modern' }),
  ],
  [
    'stock.producers.circular',
    producers('Chủ thể có chuỗi tuần hoàn, OCOP xanh gắn vùng nguyên liệu', { ...makers, told: 'chain' }),
  ],
  ['stock.yearTold', products('Sản phẩm có số liệu năm xã đã nhận', { ...stock, told: 'year' })],
  ['stock.revenue', summed('Doanh thu năm của các sản phẩm đã có số liệu', 'đồng', 'revenue')],
  ['stock.jobs', summed('Lao động làm các sản phẩm đã có số liệu', 'người', 'jobs')],
  ['stock.jobs.women', summed('Trong đó lao động nữ', 'người', 'jobs_women')],
  ['share.producers.modern', share('Tỷ lệ chủ thể bán ở kênh hiện đại')],
  ['share.producers.circular', share('Tỷ lệ chủ thể có chuỗi tuần hoàn, OCOP xanh')],
  ['share.producers.cooperative', share('Tỷ lệ chủ thể là hợp tác xã')],
  ['share.producers.smallMediumEnterprise', share('Tỷ lệ chủ thể là doanh nghiệp nhỏ và vừa')],
  ['period.recognised', products('Lượt công nhận trong kỳ', { rows: 'recognised', each: 'product' })],
  ...Object.entries(APPLICATIONS).map(([word, [kind, label]]): [string, FigureWords] => [
    `period.${word}`,
    products(label, happened('recognised', kind)),
  ]),
  ...Object.entries(ENDINGS).map(([word, [kind, label]]): [string, FigureWords] => [
    `period.${word}`,
    products(label, happened('ended', kind)),
  ]),
  ...AID_FIGURES,
  ['period.plan', { label: 'Kế hoạch công nhận trong kỳ', of: PRODUCTS, behind: null }],
  ['period.achievement', share('Kết quả so với kế hoạch')],
]);

/** A figure by its id; null for a word that is none. A unit's figure bears the unit's code until the report names it. */
export function figureOf(id: string): FigureWords | null {
  const unit = /^unit\.([0-9A-Za-z]{1,10})$/.exec(id)?.[1];
  if (unit !== undefined) return products(`Sản phẩm còn hiệu lực, đơn vị mã ${unit}`, { ...stock, part: unit });
  return FIGURES.get(id) ?? null;
}

/** What stands behind a figure; null for a word that is none, and for shares and plans, which count nothing. */
export const behindFigure = (id: string): Behind | null => figureOf(id)?.behind ?? null;
