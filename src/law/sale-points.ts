/** Points of presentation and sale of OCOP products: kinds, days, which count on a day (R17.1, R17.2). */
import type { Basis, Day } from './answers.ts';

export const SALE_POINT_BASIS: Basis = { act: 'Quyết định số 950/QĐ-BCT', article: '(theo nguồn thứ cấp)' };

export const SALE_POINT_KINDS = {
  introduction: 'Điểm giới thiệu và bán sản phẩm OCOP',
  shop: 'Cửa hàng, cơ sở của chủ thể',
  supermarket: 'Quầy trong siêu thị, trung tâm thương mại',
  market: 'Quầy trong chợ',
  station: 'Nhà ga, bến xe, trạm dừng nghỉ',
  tourist: 'Khu du lịch, khách sạn, làng nghề',
  fair: 'Trung tâm hội chợ, triển lãm',
  other: 'Nơi khác',
} as const;
export type SalePointKind = keyof typeof SALE_POINT_KINDS;

/** The first day a point sells, and the last; null: it is open. */
export interface PointDays {
  readonly opened: Day;
  readonly closed: Day | null;
}

/** What is wrong with the days of a point on the day they are entered, with the field; null when all fits. */
export function pointProblem({ opened, closed }: PointDays, day: Day): { field: string; message: string } | null {
  if (opened > day) return { field: 'opened', message: 'Chỉ ghi điểm đã mở: ngày mở không sau hôm nay.' };
  if (closed !== null && closed < opened)
    return { field: 'closed', message: 'Ngày bán cuối cùng không trước ngày mở.' };
  if (closed !== null && closed > day) return { field: 'closed', message: 'Ngày bán cuối cùng không sau hôm nay.' };
  return null;
}

/** Is a point open on a day? Its first and its last day count. */
export const openOn = ({ opened, closed }: PointDays, day: Day): boolean =>
  opened <= day && (closed === null || closed >= day);

/** How many points are open on a day, and how many opened in a period. */
export function pointFigures(points: readonly PointDays[], { from, asOf }: { readonly from: Day; readonly asOf: Day }) {
  return {
    open: points.filter((point) => openOn(point, asOf)).length,
    opened: points.filter(({ opened }) => opened >= from && opened <= asOf).length,
  };
}
