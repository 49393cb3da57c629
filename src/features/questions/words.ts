import type { Kysely } from 'kysely';
import { setName } from '#features/dossiers';
import { PRODUCER_SORTS, SECTOR_NAMES } from '#features/reports';
import { unitsIn } from '#features/units';
import { SALE_POINT_KINDS } from '#law/sale-points';
import { SUPPORT_SOURCES } from '#law/support';
import { TRAINING_KINDS } from '#law/training';
import type { DB } from '#platform/db/schema.generated';
import type { Question } from './answer.ts';
import { type Dimension, type Measure, NONE } from './schema.ts';

/** What is counted, and its unit. */
export const MEASURE_WORDS: Readonly<Record<Measure, readonly [label: string, of: string]>> = {
  products: ['Sản phẩm còn hiệu lực', 'sản phẩm'],
  producers: ['Chủ thể có sản phẩm còn hiệu lực', 'chủ thể'],
  recognised: ['Lượt công nhận trong kỳ', 'lượt'],
  ended: ['Sản phẩm hết hạn, bị thu hồi, hủy bỏ trong kỳ', 'sản phẩm'],
  trainings: ['Lớp tập huấn, hội nghị trong kỳ', 'lớp, hội nghị'],
  trained: ['Người được tập huấn, dự hội nghị trong kỳ', 'người'],
  support: ['Kinh phí hỗ trợ đã trả trong kỳ', 'đồng'],
  points: ['Điểm giới thiệu, bán sản phẩm đang mở', 'điểm'],
};

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  star: 'Hạng sao',
  sector: 'Nhóm sản phẩm',
  set: 'Bộ sản phẩm',
  producerType: 'Loại hình chủ thể',
  unit: 'Đơn vị hành chính',
  year: 'Năm',
  kind: 'Lần đăng ký, lý do hết, hình thức, nguồn',
};

/** Values of `kind` by what is counted; the rest is of recognitions. */
const AID_KINDS: Readonly<Partial<Record<Measure, Readonly<Record<string, string>>>>> = {
  ...{ trainings: TRAINING_KINDS, trained: TRAINING_KINDS, support: SUPPORT_SOURCES, points: SALE_POINT_KINDS },
};
const KIND_WORDS: Readonly<Record<string, string>> = {
  first: 'Công nhận mới',
  upgrade: 'Nâng hạng',
  reEvaluation: 'Đánh giá lại',
  expired: 'Hết hạn',
  revoked: 'Bị thu hồi',
  annulled: 'Bị hủy bỏ công nhận',
};
const UNKNOWN: Readonly<Record<Dimension, string>> = {
  star: 'Nguồn không ghi sao',
  sector: 'Chưa phân nhóm',
  set: 'Chưa rõ bộ sản phẩm',
  producerType: 'Chưa rõ loại hình',
  unit: 'Chưa rõ đơn vị',
  year: 'Chưa rõ năm',
  kind: 'Không chia',
};

export interface ValueWords {
  readonly label: string;
  /** Code of a unit. */
  readonly code: string | null;
}

/** Words of the values of a dimension that an answer holds. */
export async function valueWords(
  db: Kysely<DB>,
  dimension: Dimension,
  values: readonly string[],
  { unit, unitsAsOf, measure }: Question,
): Promise<ReadonlyMap<string, ValueWords>> {
  const units = dimension === 'unit' ? await unitsIn(db, unit?.id ?? null, unitsAsOf) : [];
  const named = new Map(units.map((one) => [one.id, one]));
  const word = async (value: string): Promise<string> => {
    if (value === NONE) return UNKNOWN[dimension];
    if (dimension === 'star') return `${value} sao`;
    if (dimension === 'sector') return SECTOR_NAMES[value] ?? value;
    if (dimension === 'set') return setName(value);
    if (dimension === 'producerType') return PRODUCER_SORTS[value] ?? value;
    if (dimension === 'unit') return named.get(value)?.name ?? UNKNOWN.unit;
    return dimension === 'kind' ? ((AID_KINDS[measure] ?? KIND_WORDS)[value] ?? value) : value;
  };
  return new Map(
    await Promise.all(
      values.map(async (value) => [value, { label: await word(value), code: named.get(value)?.code ?? null }] as const),
    ),
  );
}
