/** What a product brought in a year: which years may be told, by when, and what figures must agree. Art. 10 of Decision 26/2026/QĐ-TTg (reports on the programme); the last day is the office's. */
import { ALLOWED, type Allowed, article26, type Day, type Refused, refuse } from './answers.ts';
import { all, ask } from './moves/conditions.ts';

export const YEAR_BASIS = article26('Điều 10');

/** The programme's first year (Decision 490/QĐ-TTg of 2018). */
export const FIRST_YEAR = 2018;

/** Where products are sold, as reports of offices group it. */
export const CHANNELS = {
  shop: 'Bán tại nhà, cửa hàng của mình',
  modern: 'Siêu thị, cửa hàng tiện lợi, điểm bán OCOP',
  online: 'Sàn thương mại điện tử, mạng xã hội',
  export: 'Xuất khẩu',
  trader: 'Thương lái, đại lý, chợ',
  other: 'Nơi khác',
} as const;
export type Channel = keyof typeof CHANNELS;

/** Setting [?]: the last day on which a year is reported. A day of the last months of a year asks for that very year. */
export const LAST_DAYS = {
  '12-15': '15/12 của chính năm đó',
  '01-31': '31/01 năm sau',
  '02-28': '28/02 năm sau',
  '03-31': '31/03 năm sau',
} as const;
export type LastDay = keyof typeof LAST_DAYS;

const sameYear = (last: LastDay): boolean => last === '12-15';
/** From here on a year that must be told before it ends is asked for. */
const ASKED_EARLY = '11-01';

/** The last day for the report of a year. */
export function yearDue(year: number, last: LastDay): Day {
  return `${sameYear(last) ? year : year + 1}-${last}`;
}

/** The year that is asked for on a day: the newest whose time to report has begun. */
export function yearAsked(day: Day, last: LastDay): number {
  const year = Number(day.slice(0, 4));
  return sameYear(last) && day.slice(5) >= ASKED_EARLY ? year : year - 1;
}

/** What is told of a year, as far as parts must agree with their whole. Money in đồng. */
export interface YearFigures {
  readonly revenue: number;
  readonly jobs: number;
  readonly women: number;
  readonly local: number;
  readonly channels: readonly Channel[];
  /** Of the revenue; null: not told. */
  readonly online: number | null;
  readonly exported: number | null;
}

/** A year that may be told: not before the product, not ahead. `firstYear`: the first of which anything is known of it. */
export function mayTellYear(year: number, firstYear: number, day: Day): Allowed | Refused {
  return all(
    ask(year <= Number(day.slice(0, 4)), 'yearAhead', 'Chọn năm nay hoặc năm đã qua.', YEAR_BASIS),
    ask(
      year >= Math.max(firstYear, FIRST_YEAR),
      'yearBefore',
      `Sản phẩm có trong danh bạ từ năm ${firstYear}; chọn năm ${firstYear} trở đi.`,
      YEAR_BASIS,
    ),
  );
}

/** Parts are not more than their whole; an amount stands only for a way of selling that is named. */
export function figuresAgree(figures: Partial<YearFigures>): Allowed | Refused {
  const { revenue = -1, jobs = -1, women = 0, local = 0, channels = [], online = null, exported = null } = figures;
  if (revenue < 0) return refuse('revenue', 'Ghi doanh thu, không nhỏ hơn 0.', YEAR_BASIS);
  if (jobs < 0) return refuse('jobs', 'Ghi số lao động, không nhỏ hơn 0.', YEAR_BASIS);
  const sold = (online ?? 0) + (exported ?? 0);
  const through = (amount: number | null, channel: Channel) =>
    amount === null || amount === 0 || channels.includes(channel);
  return all(
    ask(women <= jobs, 'women', 'Số lao động nữ không nhiều hơn số lao động.', YEAR_BASIS),
    ask(local <= jobs, 'local', 'Số lao động tại địa phương không nhiều hơn số lao động.', YEAR_BASIS),
    ask(revenue === 0 || channels.length > 0, 'channels', 'Chọn ít nhất một nơi bán.', YEAR_BASIS),
    ask(through(online, 'online'), 'online', `Đánh dấu “${CHANNELS.online}” hoặc bỏ số tiền bán qua mạng.`, YEAR_BASIS),
    ask(through(exported, 'export'), 'exported', 'Đánh dấu “Xuất khẩu” hoặc bỏ số tiền xuất khẩu.', YEAR_BASIS),
    ask(sold <= revenue, 'parts', 'Tiền bán qua mạng và xuất khẩu cộng lại không quá doanh thu.', YEAR_BASIS),
    ALLOWED,
  );
}
