/** Support paid to producers: what a policy allows, what is refused, the sums (R13.1–R13.5). Whole đồng throughout. */
import type { Basis, Day } from './answers.ts';

export const SUPPORT_BASIS: Basis = { act: 'Nghị quyết, quyết định về chính sách hỗ trợ của địa phương', article: '' };

export const SUPPORT_ITEMS = {
  reward: 'Thưởng theo hạng sao',
  label: 'Nhãn, bao bì',
  stamp: 'Tem truy xuất nguồn gốc',
  trademark: 'Nhãn hiệu, sở hữu trí tuệ',
  fair: 'Hội chợ, xúc tiến thương mại',
  certification: 'Chứng nhận, kiểm nghiệm',
  equipment: 'Máy móc, thiết bị',
  salesPoint: 'Điểm giới thiệu, bán sản phẩm',
  other: 'Nội dung khác',
} as const;
export type SupportItem = keyof typeof SUPPORT_ITEMS;

export const SUPPORT_SOURCES = {
  central: 'Ngân sách trung ương',
  province: 'Ngân sách tỉnh',
  commune: 'Ngân sách xã',
  lending: 'Tín dụng, quỹ, tài trợ',
  other: 'Nguồn hợp pháp khác',
} as const;
export type SupportSource = keyof typeof SUPPORT_SOURCES;

/** How a product came to its star: what a policy tells amounts apart by. */
export const SUPPORT_KINDS = {
  first: 'Công nhận lần đầu',
  upgrade: 'Nâng hạng',
  reEvaluation: 'Đánh giá lại',
} as const;
export type SupportKind = keyof typeof SUPPORT_KINDS;
export const SUPPORT_STARS = ['3', '4', '5'] as const;
type StarKey = (typeof SUPPORT_STARS)[number];
/** Amounts by kind and star; one that is missing is not paid for. */
export type SupportRates = { readonly [K in SupportKind]?: { readonly [S in StarKey]?: number } };

export interface SupportPolicy {
  readonly from: Day;
  /** Last day; null: until its act ends. */
  readonly to: Day | null;
  /** Its act is in force on the day of the payment, as far as the register tells. */
  readonly actHolds: boolean;
  readonly rates: SupportRates;
  /** Most one payment may be. */
  readonly cap: number | null;
}

/** The recognition something is paid for. */
export interface PaidFor {
  readonly kind: SupportKind;
  readonly star: number | null;
  readonly issued: Day | null;
}

/** What a policy gives for a recognition; null: nothing by star, or not for this one. */
export function supportDue({ rates }: SupportPolicy, { kind, star }: PaidFor): number | null {
  return rates[kind]?.[String(star) as StarKey] ?? null;
}

/** Does a policy give amounts by star? */
const paysByStar = ({ rates }: SupportPolicy): boolean =>
  Object.values(rates).some((stars) => Object.keys(stars ?? {}).length > 0);

export interface SupportGiven {
  readonly amount: number;
  readonly paidOn: Day;
  readonly policy: SupportPolicy | null;
  readonly paidFor: PaidFor | null;
  /** This recognition was paid under this policy before. */
  readonly before: boolean;
  /** Why it is paid once more. */
  readonly again: string | null;
}

const written = (amount: number) => `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')} đồng`;
const dayWords = (day: Day) => day.split('-').reverse().join('/');

/** What is wrong with a payment on the day it is entered, with the field it stands in; null when it may be entered. */
export function supportProblem(given: SupportGiven, day: Day): { field: string; message: string } | null {
  const { amount, paidOn, policy, paidFor, before, again } = given;
  if (amount <= 0) return { field: 'amount', message: 'Ghi số tiền lớn hơn 0, bằng đồng.' };
  if (paidOn > day) return { field: 'paidOn', message: 'Chỉ ghi khoản đã trả: ngày trả không sau hôm nay.' };
  if (policy === null) return null;
  if (paidOn < policy.from) return { field: 'paidOn', message: `Chính sách này trả từ ngày ${dayWords(policy.from)}.` };
  if (policy.to !== null && paidOn > policy.to)
    return { field: 'paidOn', message: `Chính sách này chỉ trả đến hết ngày ${dayWords(policy.to)}.` };
  if (!policy.actHolds) return { field: 'paidOn', message: 'Văn bản của chính sách không còn hiệu lực vào ngày trả.' };
  if (policy.cap !== null && amount > policy.cap)
    return { field: 'amount', message: `Chính sách này cho nhiều nhất ${written(policy.cap)} một lần.` };
  if (paysByStar(policy)) {
    if (paidFor === null)
      return { field: 'recognition', message: 'Chính sách này trả theo hạng sao. Chọn lần công nhận được thưởng.' };
    const { issued } = paidFor;
    if (issued === null || issued < policy.from || (policy.to !== null && issued > policy.to))
      return { field: 'recognition', message: 'Lần công nhận này không nằm trong thời gian của chính sách.' };
    const due = supportDue(policy, paidFor);
    if (due === null) return { field: 'recognition', message: 'Chính sách này không trả cho lần công nhận ấy.' };
    if (amount > due) return { field: 'amount', message: `Chính sách này cho lần công nhận ấy ${written(due)}.` };
  }
  if (before && paidFor !== null && (again ?? '').trim() === '')
    return { field: 'again', message: 'Lần công nhận này đã được trả theo chính sách này. Ghi lý do trả thêm.' };
  return null;
}

/** A payment that counts: of the unit and the period. */
export interface SupportFact {
  readonly producer: string;
  readonly source: SupportSource;
  readonly item: SupportItem;
  readonly amount: number;
}

/** Sums over payments: the whole, by source and by item, and how many producers they went to. */
export function supportFigures(facts: readonly SupportFact[]) {
  const sum = (rows: readonly SupportFact[]) => rows.reduce((total, { amount }) => total + amount, 0);
  const of = <K extends string>(keys: readonly K[], key: (fact: SupportFact) => K) =>
    Object.fromEntries(keys.map((one) => [one, sum(facts.filter((fact) => key(fact) === one))])) as Record<K, number>;
  return {
    ...{ paid: sum(facts), payments: facts.length, producers: new Set(facts.map(({ producer }) => producer)).size },
    bySource: of(Object.keys(SUPPORT_SOURCES) as SupportSource[], ({ source }) => source),
    byItem: of(Object.keys(SUPPORT_ITEMS) as SupportItem[], ({ item }) => item),
  };
}
