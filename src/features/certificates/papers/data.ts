/** A day of law: 'YYYY-MM-DD'. */
export type Day = string;

/** A product as it stands in the annex of a decision; names and address are those of the day (R6.1, R6.7). */
export interface DecidedProduct {
  name: string;
  producer: string;
  address: string;
  productCode: string | null;
  /** 'Lần đầu', 'Nâng hạng', 'Đánh giá lại' */
  kindWords: string;
  /** Mean with two decimals, truncated: '78,42'. */
  mean: string;
  star: number;
}

/** The office's own lines under 'Nơi nhận', with or without their dashes; without any, the usual ones. */
export const recipientsOf = (own: readonly string[], usual: string[]): string[] =>
  own.length === 0 ? usual : own.map((one) => one.replace(/^[-–]\s*/u, ''));
