/** Figures of the reports a target can be measured by, with their words. */
export const MEASURES = {
  'stock.products': 'Sản phẩm có chứng nhận còn hiệu lực',
  'stock.star.3': 'Sản phẩm 3 sao còn hiệu lực',
  'stock.star.4': 'Sản phẩm 4 sao còn hiệu lực',
  'stock.star.5': 'Sản phẩm 5 sao còn hiệu lực',
  'stock.candidates': 'Sản phẩm tiềm năng 5 sao',
  'stock.sector.tourism': 'Sản phẩm dịch vụ du lịch còn hiệu lực',
  'stock.producers': 'Chủ thể có sản phẩm còn hiệu lực',
  'share.producers.cooperative': 'Tỷ lệ chủ thể là hợp tác xã (%)',
  'share.producers.smallMediumEnterprise': 'Tỷ lệ chủ thể là doanh nghiệp nhỏ và vừa (%)',
  'stock.online': 'Sản phẩm có trang bán hàng trên mạng',
  'stock.ecommerce': 'Sản phẩm bán qua thương mại điện tử (số liệu năm)',
  'stock.producers.modern': 'Chủ thể bán ở kênh hiện đại (số liệu năm)',
  'stock.producers.circular': 'Chủ thể có chuỗi tuần hoàn, OCOP xanh',
  'stock.villages': 'Làng nghề có sản phẩm còn hiệu lực',
  'share.producers.modern': 'Tỷ lệ chủ thể bán ở kênh hiện đại (%)',
  'share.producers.circular': 'Tỷ lệ chủ thể có chuỗi tuần hoàn, OCOP xanh (%)',
  'period.recognised': 'Lượt công nhận trong kỳ',
  'period.new': 'Công nhận mới trong kỳ',
  'period.upgraded': 'Nâng hạng trong kỳ',
  'period.reEvaluated': 'Đánh giá lại trong kỳ',
} as const;
export type Measure = keyof typeof MEASURES;
