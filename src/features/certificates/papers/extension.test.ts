import { afterAll, describe, expect, it } from 'vitest';
import { ACT_IN_FORCE } from '#law/act';
import { closePdf } from '#platform/documents/pdf';
import { extensionSample as notice } from '../../../../tests/support/paper-samples-certificates.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { extensionNotice } from './extension.ts';

afterAll(() => closePdf());

describe('Art. 12.3 R8.7: the notice that a certificate runs on', () => {
  it('says which certificate, why, from when and until when at the latest, word for word', async () => {
    const { pages } = await printBoth(extensionNotice(notice), [
      'Số: 318/TB-SNNMT',
      'Bắc Ninh, ngày 03 tháng 11 năm 2026',
      'THÔNG BÁO Kéo dài hiệu lực giấy chứng nhận sản phẩm OCOP',
      `Căn cứ khoản 3 Điều 12 ${ACT_IN_FORCE.short}, Sở Nông nghiệp và Môi trường thông báo việc kéo dài hiệu lực giấy chứng nhận sau đây:`,
      '- Sản phẩm: Mỳ gạo Giả Định',
      '- Giấy chứng nhận số: 21.003.01.23',
      '- Hạng: 4 sao',
      '- Ngày hết hạn: 10/11/2026',
      '- Lý do: hồ sơ đánh giá lại nộp ngày 02/11/2026, sau thời hạn quy định tại điểm a khoản 6 Điều 7',
      '- Thời gian kéo dài: từ ngày 11/11/2026 đến ngày có kết quả xử lý, không quá ngày 09/05/2027',
      'Có kết quả xử lý trước thời hạn nói trên thì việc kéo dài kết thúc vào ngày có kết quả.',
      'thông báo để Ủy ban nhân dân xã Nam Dương và chủ thể biết, thực hiện./.',
    ]);
    expect(pages).toBe(1);
  });

  it('filed in time but undecided: the reason says so; what the certificate does not tell is not made up', async () => {
    const { number: _number, star: _star, decision: _decision, ...known } = notice.certificate;
    const bare = { ...notice, late: false, certificate: { ...known, number: null, star: null, decision: null } };
    const { pdf } = await printBoth(extensionNotice(bare), [
      '- Lý do: hồ sơ đánh giá lại nộp ngày 02/11/2026, đến ngày hết hạn chưa có kết quả',
      '- Giấy chứng nhận số: không ghi số',
    ]);
    expect(pdf).not.toContain('Hạng:');
    expect(pdf).not.toContain('Quyết định công nhận');
  });
});
