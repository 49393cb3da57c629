/** Figures of what offices do for producers: their ids, words and the rows behind each. */
import { SUPPORT_ITEMS, SUPPORT_SOURCES } from '#law/support';
import type { Behind, FigureWords } from './figure-kinds.ts';

const PAYMENTS = { rows: 'payments', each: 'payment', sums: 'amount' } as const;
const paidBy = (column: 'source' | 'item', words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]): readonly [string, FigureWords] => [
    `period.support.${column}.${value}`,
    {
      label: `Trong đó ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
      of: 'đồng',
      behind: { ...PAYMENTS, only: { column, value } },
    },
  ]);

const TRAININGS = { rows: 'trainings', each: 'training' } as const;
const COURSES = 'lớp, hội nghị';
const ofKind = (value: string): Behind => ({ ...TRAININGS, only: { column: 'kind', value } });
const summed = (label: string, of: string, sums: NonNullable<Behind['sums']>): FigureWords => ({
  ...{ label, of, behind: { ...TRAININGS, sums } },
});

export const AID_FIGURES: readonly (readonly [id: string, words: FigureWords])[] = [
  [
    'stock.producers.trained',
    {
      ...{ label: 'Chủ thể đã dự tập huấn (có ghi tên)', of: 'chủ thể' },
      behind: { rows: 'stock', each: 'producer', told: 'trained' },
    },
  ],
  ['share.producers.trained', { label: 'Tỷ lệ chủ thể đã dự tập huấn', of: '%', behind: null }],
  ['period.trainings', { label: 'Lớp tập huấn, hội nghị trong kỳ', of: COURSES, behind: TRAININGS }],
  ['period.trainings.class', { label: 'Trong đó lớp tập huấn, đào tạo', of: COURSES, behind: ofKind('class') }],
  ['period.trainings.conference', { label: 'Trong đó hội nghị, hội thảo', of: COURSES, behind: ofKind('conference') }],
  ['period.trained', summed('Người được tập huấn, dự hội nghị trong kỳ', 'người', 'people')],
  ['period.trained.turns', summed('Lượt người tập huấn, dự hội nghị trong kỳ', 'lượt', 'turns')],
  ['period.trained.officers', summed('Trong đó cán bộ', 'người', 'officers')],
  ['period.trained.producers', summed('Trong đó người của chủ thể', 'người', 'producers')],
  ['period.trained.women', summed('Trong đó nữ', 'người', 'women')],
  ['period.support', { label: 'Kinh phí hỗ trợ đã trả trong kỳ', of: 'đồng', behind: PAYMENTS }],
  ...paidBy('source', SUPPORT_SOURCES),
  ...paidBy('item', SUPPORT_ITEMS),
  [
    'period.support.payments',
    { label: 'Khoản hỗ trợ đã trả trong kỳ', of: 'khoản', behind: { rows: 'payments', each: 'payment' } },
  ],
  [
    'period.support.producers',
    { label: 'Chủ thể được hỗ trợ trong kỳ', of: 'chủ thể', behind: { rows: 'payments', each: 'producer' } },
  ],
  [
    'stock.pointsOfSale',
    { label: 'Điểm giới thiệu, bán sản phẩm đang mở', of: 'điểm', behind: { rows: 'points', each: 'point' } },
  ],
  [
    'period.pointsOfSale',
    { label: 'Điểm giới thiệu, bán sản phẩm mở trong kỳ', of: 'điểm', behind: { rows: 'pointsOpened', each: 'point' } },
  ],
];
