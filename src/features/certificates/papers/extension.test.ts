import { afterAll, describe, expect, it } from 'vitest';
import { ACT_IN_FORCE } from '#law/act';
import { closePdf } from '#platform/documents/pdf';
import { printBoth } from '../../../../tests/support/papers.ts';
import { type ExtensionNoticeData, extensionNotice } from './extension.ts';

afterAll(() => closePdf());

const notice: ExtensionNoticeData = {
  issuance: {
    superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    issuer: 'Sở Nông nghiệp và Môi trường',
    ...{ place: 'Bắc Ninh', number: '318', symbol: 'TB-SNNMT', date: '2026-11-03', year: 2026 },
  },
  province: 'tỉnh Bắc Ninh',
  commune: 'xã Nam Dương',
  agency: 'Sở Nông nghiệp và Môi trường',
  act: ACT_IN_FORCE,
  certificate: {
    ...{
      number: '21.003.01.23',
      product: 'Mỳ gạo Giả Định',
      producer: 'Hợp tác xã Giả Định',
      address: 'Thôn Thủ Dương',
    },
    ...{ star: 4, decision: 'Quyết định số 77/QĐ-UBND ngày 10/11/2023', expiresOn: '2026-11-10' },
  },
  ...{ filedOn: '2026-11-02', late: true, startsOn: '2026-11-11', endsOn: '2027-05-09' },
  signature: { capacity: ['Giám đốc'], name: 'Trần Thị Giả' },
};

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
