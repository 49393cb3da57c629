/** The lists a report may print, by name. */
export const LISTS = {
  'period.recognised': 'Sản phẩm được công nhận trong kỳ',
  'period.new': 'Sản phẩm công nhận mới trong kỳ',
  'period.upgraded': 'Sản phẩm nâng hạng trong kỳ',
  'period.reEvaluated': 'Sản phẩm đánh giá lại trong kỳ',
  'period.expired': 'Sản phẩm hết hạn trong kỳ, chưa có giấy mới',
  'period.revoked': 'Sản phẩm bị thu hồi trong kỳ',
  'period.annulled': 'Sản phẩm bị hủy bỏ công nhận trong kỳ',
  'stock.expiring': 'Sản phẩm sắp hết hạn',
  'stock.star.5': 'Sản phẩm 5 sao còn hiệu lực',
  'stock.star.4': 'Sản phẩm 4 sao còn hiệu lực',
  'tasks.late': 'Nhiệm vụ quá hạn',
  'targets.behind': 'Chỉ tiêu chưa đạt',
  'published.totals': 'Số đã công bố bên số tính từ hồ sơ',
} as const;
/** Those only a report of the country has: what the provinces sent, and its sum beside the records. */
export const COUNTRY_LISTS = {
  'provinces.sums': 'Cộng các tỉnh đã gửi, bên số tính từ hồ sơ',
  'provinces.reports': 'Báo cáo của từng tỉnh, thành phố',
} as const;
export type ListName = keyof typeof LISTS | keyof typeof COUNTRY_LISTS;

/** A list as it is printed. */
export interface Listed {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** All there are, printed or not. */
  readonly total: number;
}
