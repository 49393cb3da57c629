import { afterAll, describe, expect, it } from 'vitest';
import { ACT_IN_FORCE } from '#law/act';
import { closePdf } from '#platform/documents/pdf';
import { revocationSample as decision } from '../../../../tests/support/paper-samples-certificates.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { type RevocationData, revocationDecision } from './decision.ts';

afterAll(() => closePdf());

describe('Art. 8 R9.1–R9.3: the decision that takes a certificate back', () => {
  it('says which certificate, on which ground and conclusion, and what follows, word for word', async () => {
    const { pages } = await printBoth(revocationDecision(decision), [
      'Số: 1204/QĐ-UBND',
      'Bắc Ninh, ngày 20 tháng 11 năm 2026',
      'QUYẾT ĐỊNH Thu hồi Giấy chứng nhận sản phẩm OCOP',
      'Căn cứ Kết luận số 15/KL-SCT ngày 10 tháng 11 năm 2026 của Sở Công Thương;',
      'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường.',
      'Thu hồi Giấy chứng nhận sản phẩm OCOP số 07/2026/GCN-OCOP-24, hạng 4 sao, cấp theo Quyết định số 77/QĐ-UBND ngày 10 tháng 11 năm 2025, đối với sản phẩm Mỳ gạo Giả Định của Hợp tác xã Giả Định, địa chỉ Thôn Thủ Dương.',
      `Lý do thu hồi: sử dụng nhãn hiệu OCOP không đúng quy định, gây nhầm lẫn (điểm d khoản 1 Điều 8 ${ACT_IN_FORCE.short}).`,
      'Chủ thể chấm dứt sử dụng nhãn hiệu OCOP, hạng sao trên sản phẩm, bao bì, tài liệu quảng cáo và nơi bán',
      'Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh Bắc Ninh, Giám đốc Sở Nông nghiệp và Môi trường',
      'Bộ Nông nghiệp và Môi trường (để báo cáo);',
      'Trần Thị Giả',
    ]);
    expect(pages).toBeLessThanOrEqual(2);
  });

  it('the Minister’s, as a draft: blanks for number, day and ground; what is not known is not made up', async () => {
    const draft: RevocationData = {
      ...decision,
      ...{ level: 'central', province: 'cấp trung ương', authority: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' },
      agency: 'Cơ quan tham mưu quản lý OCOP của Bộ',
      issuance: {
        issuer: 'Bộ Nông nghiệp và Môi trường',
        ...{ place: 'Hà Nội', number: null, symbol: 'QĐ-BNNMT', date: null, year: 2026 },
      },
      ground: null,
      certificate: { ...decision.certificate, number: null, star: 5, address: '', decision: null },
      signature: { capacity: ['Bộ trưởng'], name: null },
    };
    const { pdf } = await printBoth(revocationDecision(draft), [
      'BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      'Thu hồi Giấy chứng nhận sản phẩm OCOP, hạng 5 sao, đối với sản phẩm Mỳ gạo Giả Định của Hợp tác xã Giả Định.',
      `(điểm …… khoản 1 Điều 8 ${ACT_IN_FORCE.short})`,
      'Chánh Văn phòng Bộ',
    ]);
    expect(pdf).not.toContain('cấp theo');
    expect(pdf).not.toContain('địa chỉ');
  });
});
