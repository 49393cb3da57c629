import { afterAll, describe, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import { regulationSample, reportSample } from '../../../../tests/support/paper-samples-more.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { councilRegulation } from './regulation.ts';
import { councilReport } from './report.ts';

afterAll(() => closePdf());

describe('R18.7: the regulation of a council', () => {
  it('is issued by a decision and carries the council’s own numbers; a draft has blanks', async () => {
    const { pdf } = await printBoth(councilRegulation(regulationSample), [
      'Ban hành Quy chế hoạt động của Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh',
      'Điều 3. Hội đồng gồm: 01 Chủ tịch Hội đồng; 01 Phó Chủ tịch Hội đồng; 05 Ủy viên; 01 Thư ký.',
      'khi có từ 75% thành viên chấm điểm nộp phiếu đối với sản phẩm đó, trong đó có Chủ tịch hoặc Phó Chủ tịch',
      'Khi hai thành viên chênh nhau quá 10 điểm',
      'Điều kiện có dấu sao được xét theo: trung bình điểm các thành viên trên tiêu chí.',
      'theo điểm d khoản 6 Điều 7 Quyết định số 26/2026/QĐ-TTg',
    ]);
    expect(pdf).toMatch(/Ban hành kèm theo Quyết định số +\/QĐ-UBND ngày +tháng +năm 2026/);
  });
  it('prints how re-evaluations go, who stands in and what decides the star', async () => {
    await printBoth(councilRegulation(regulationSample), [
      'trả lời trong 07 ngày kể từ ngày sau ngày gửi phiếu',
      'từ 01 thành viên đề nghị họp về một sản phẩm hoặc hai thành viên chênh nhau quá 10 điểm',
      'thay ủy viên vắng mặt cùng cơ quan.',
      'Hạng sao xét theo điểm trung bình.',
    ]);
    const other = { ...regulationSample, byVote: true, anySubstitute: true, ballot: null };
    const { pdf } = await printBoth(councilRegulation(other), [
      'Hạng sao là hạng của quá nửa số phiếu',
      'không có thì của cơ quan khác.',
      'Đánh giá lại thực hiện ở phiên họp',
    ]);
    expect(pdf).not.toContain('trả lời trong');
  });
  it('without a chair required says so by silence', async () => {
    const { pdf } = await printBoth(councilRegulation({ ...regulationSample, chairRequired: false }), ['Điều 9.']);
    expect(pdf).not.toContain('trong đó có Chủ tịch');
  });
});

describe('Art. 7.3.d: the council’s report to the Chairperson', () => {
  it('counts by star, proposes by star, and carries the table', async () => {
    await printBoth(councilReport(reportSample), [
      'Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
      'đã họp đánh giá, phân hạng 02 sản phẩm',
      '- Đạt 4 sao: 01 sản phẩm;',
      '- Đạt 3 sao: 01 sản phẩm;',
      'công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận đối với 02 sản phẩm',
      '- Công nhận 3 sao: Mật ong hoa vải Giả Định.',
      'ghi tại Biên bản số 05/BB-HĐ',
      'Không có ý kiến ghi riêng.',
      'Điểm trung bình',
    ]);
  });
  it('names what is excluded, what goes to the Ministry, and how a spread was settled', async () => {
    const { pdf } = await printBoth(
      councilReport({
        ...reportSample,
        mode: 'written',
        recognised: [],
        candidates: ['Trà A'],
        exclusions: [{ product: 'Mật B', ground: 'Giả mạo hồ sơ', reason: 'Phiếu kiểm nghiệm bị sửa' }],
        spreads: [{ product: 'Trà A', outcome: 'Giữ kết quả vì hai ủy viên đã trao đổi.' }],
        discussion: '- Trà A: Nước pha trong.\nNên ghi rõ vùng nguyên liệu.',
        remarks: [{ product: 'Trà A', remark: 'Hoàn thiện mã truy xuất.' }],
      }),
      [
        'đã lấy ý kiến bằng văn bản đánh giá',
        '3. Ý kiến thảo luận của Hội đồng',
        '- Trà A: Nước pha trong.',
        'Nên ghi rõ vùng nguyên liệu.',
        '- Trà A, ghi chú khi đề xuất: Hoàn thiện mã truy xuất.',
        '- Mật B: Giả mạo hồ sơ. Lý do: Phiếu kiểm nghiệm bị sửa',
        '- Trà A: Giữ kết quả vì hai ủy viên đã trao đổi.',
        'đánh giá, phân hạng 5 sao đối với 01 sản phẩm: Trà A.',
      ],
    );
    expect(pdf).not.toContain('cấp giấy chứng nhận đối với');
  });
});
