import { afterAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '#law/rulebooks';
import { closePdf } from '#platform/documents/pdf';
import { printPdf } from '#platform/documents/print';
import {
  advisorySample,
  consolidatedSample,
  councilDecisionSample,
  invitationSample,
  minutesSample,
} from '../../../../tests/support/paper-samples-councils.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { advisoryReport } from './advisory.ts';
import { consolidatedTable } from './consolidated.ts';
import { councilDecision } from './establishment.ts';
import { invitation } from './invitation.ts';
import { minutes } from './minutes.ts';
import { type ScoreSheetData, scoreSheet } from './sheet.ts';

afterAll(() => closePdf());

describe('R18.7: papers that set up and call the council', () => {
  it('the decision names council and advisory team; a draft has blanks', async () => {
    const { pdf } = await printBoth(councilDecision(councilDecisionSample), [
      'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẮC NINH',
      'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;',
      'Điều 1. Thành lập Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh',
      'Chi cục trưởng Chi cục Phát triển nông thôn',
      'Điều 2. Thành lập Tổ tư vấn Hội đồng',
      'chịu trách nhiệm thi hành Quyết định này./.',
    ]);
    expect(pdf).toMatch(/Số: +\/QĐ-UBND/);
    expect(pdf).toMatch(/ngày 18 tháng 6 năm 2026\. QUYẾT ĐỊNH:/);
  });
  it('Art. 7.4: the Ministry’s own papers name no province', async () => {
    const ministry = {
      level: 'central',
      province: 'trung ương',
      authority: 'Bộ trưởng Bộ Nông nghiệp và Môi trường',
      department: 'Cơ quan tham mưu quản lý OCOP của Bộ',
    } as const;
    const { pdf } = await printBoth(councilDecision({ ...councilDecisionSample, ...ministry, bases: [] }), [
      'Thành lập Hội đồng đánh giá, phân hạng sản phẩm OCOP trung ương',
      'được Ủy ban nhân dân cấp tỉnh đề nghị; báo cáo kết quả và đề xuất Bộ trưởng Bộ Nông nghiệp và Môi trường công nhận',
      'Chánh Văn phòng Bộ, Thủ trưởng cơ quan tham mưu quản lý OCOP của Bộ',
      'Bộ trưởng, các Thứ trưởng',
    ]);
    const { pdf: held } = await printBoth(minutes({ ...minutesSample, ...ministry }), [
      'Hội đồng đề xuất Bộ trưởng Bộ Nông nghiệp và Môi trường xem xét',
      'điểm đ, điểm e khoản 4 Điều 7',
    ]);
    const text = pdf.slice(pdf.indexOf('Điều 3.')) + held.slice(held.indexOf('III. KẾT QUẢ'));
    for (const words of ['Chủ tịch Ủy ban nhân dân', 'UBND', 'khoản 3 Điều 7']) expect(text).not.toContain(words);
  });
  it('R4.7: the invitation is to a meeting, or asks for written opinions', async () => {
    await printBoth(invitation(invitationSample), [
      'GIẤY MỜI',
      'Thời gian: 08 giờ 00, ngày 12 tháng 6 năm 2026',
      'Địa điểm: Phòng họp số 2',
      'Mật ong hoa vải Giả Định',
    ]);
    const { pdf } = await printBoth(invitation({ ...invitationSample, mode: 'written', time: null, venue: null }), [
      'lấy ý kiến bằng văn bản',
      'Thời hạn gửi phiếu: hết ngày 12 tháng 6 năm 2026',
    ]);
    expect(pdf).not.toContain('Địa điểm');
  });
});

describe('Annex II: the score sheet on paper', () => {
  const empty = async (no: number): Promise<ScoreSheetData> => {
    const set = (await loadRulebook('26-2026')).productSets[no - 1];
    if (!set) throw new Error(`no set ${no}`);
    return {
      set,
      actShort: 'Quyết định số 26/2026/QĐ-TTg',
      product: null,
      productCode: null,
      producer: null,
      phone: null,
      address: null,
      place: 'Bắc Ninh',
      member: null,
      url: null,
      filled: null,
    };
  };
  it('has every criterion and option of its set, with marks and exclusion, and nothing ticked', async () => {
    const data = await empty(1);
    const { pdf } = await printBoth(scoreSheet(data), [
      'Bộ sản phẩm: Rau, củ, quả, hạt tươi',
      'Hồ sơ bị loại khi: Giả mạo hồ sơ',
      '1.1. Nguồn gốc sản phẩm',
      'Có hợp đồng liên kết trên 75% sản lượng tiêu thụ****',
      'TỔNG CỘNG 100',
      'Dấu sao là yêu cầu tối thiểu',
      'NGƯỜI ĐÁNH GIÁ',
    ]);
    expect(pdf).not.toContain('√');
    expect(pdf).not.toContain('niêm phong');
  });
  it('shows what a member chose, the points, the opinion and the seal', async () => {
    const filled = {
      chosen: { '1.1': '1.1#3', '1.2': ['1.2#2'] },
      points: { '1.1': 3, '1.2': 1 },
      partPoints: { A: 4, B: 0, C: 0 },
      total: 4,
      opinion: 'Vùng nguyên liệu rõ ràng.',
      submittedOn: '2026-06-12',
      hash: 'ab'.repeat(32),
      entered: null,
    };
    const { pdf } = await printBoth(scoreSheet({ ...(await empty(1)), member: 'Ngô Quốc Bảo', filled }), [
      'TỔNG CỘNG 100 4',
      'Vùng nguyên liệu rõ ràng.',
      'Bắc Ninh, ngày 12 tháng 6 năm 2026',
      'Ngô Quốc Bảo',
      'ab'.repeat(32),
    ]);
    expect(pdf.match(/√/g)).toHaveLength(2);
    expect(pdf).toContain('√ Sản phẩm được trồng trên địa bàn cấp xã từ 75% đến 100%');
  });
  it('prints the cases of the tourism set', async () => {
    await printBoth(scoreSheet(await empty(26)), [
      'Trường hợp 1: Dịch vụ du lịch do cộng đồng cung cấp',
      'Trường hợp 2',
    ]);
  });
  it('prints every set of the rulebook', async () => {
    for (let no = 2; no <= 26; no += 8) {
      expect((await printPdf(scoreSheet(await empty(no)), new Date(0))).pages).toBeGreaterThan(3);
    }
  });
});

describe('papers of a session', () => {
  it('the consolidated table has one column a member and one row a product', async () => {
    const { pages } = await printBoth(consolidatedTable(consolidatedSample), [
      'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ',
      'Tổng điểm của từng ủy viên',
      '83,00',
      '(5) Tạ Hồng Sơn',
      '1.6 (cần 1), 5.2 (cần 3)',
      'Đề xuất công nhận 3 sao',
    ]);
    expect(pages).toBe(1);
  });
  it('the minutes tell attendance, recusal, spread, result and seals', async () => {
    const { pages } = await printBoth(minutes(minutesSample), [
      'Phiên họp đánh giá, phân hạng sản phẩm OCOP',
      '1. Có mặt: 05/06 người (điều kiện tiến hành: ít nhất 4 trên 6 ủy viên)',
      '- Vi Thị Lan Anh, Phó Giám đốc Sở Khoa học và Công nghệ: đi công tác;',
      '- Ông Ngô Quốc Bảo không chấm sản phẩm thứ nhất',
      'giới hạn theo Quy chế: 10 điểm',
      'chênh 12 điểm. Chênh nhiều nhất ở tiêu chí 6.1 Hình dáng',
      `${'ab'.repeat(16)} ${'ab'.repeat(16)}. Người có tệp hồ sơ phiên`,
      'Hội đồng đề xuất Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh xem xét, quyết định đối với 02 sản phẩm',
      'PHỤ LỤC II',
      '4'.repeat(32),
    ]);
    expect(pages).toBe(4);
  });
  it('R4.7: minutes of written opinions say so; nothing to report is said, not left out', async () => {
    const quiet = { ...minutesSample, mode: 'written' as const, spreads: [], recusals: [], absent: [] };
    const { pdf } = await printBoth(minutes(quiet), [
      'Tổng hợp ý kiến bằng văn bản về đánh giá, phân hạng lại sản phẩm OCOP',
      'Đã gửi phiếu: 05/06 người',
      'Không có sản phẩm nào vượt giới hạn.',
      'có lợi ích liên quan: không có',
    ]);
    expect(pdf).not.toContain('tại Phòng họp');
  });
  it('names the ground of an exclusion', async () => {
    const exclusions = [
      { product: 'Mật ong hoa vải Giả Định', ground: 'giả mạo hồ sơ', reason: 'Phiếu kiểm nghiệm bị sửa.' },
    ];
    await printBoth(minutes({ ...minutesSample, exclusions }), [
      '- Mật ong hoa vải Giả Định: giả mạo hồ sơ. Lý do: Phiếu kiểm nghiệm bị sửa.',
    ]);
  });
  it('the report of the advisory team lists its findings', async () => {
    await printBoth(advisoryReport(advisorySample), [
      'Đánh giá hồ sơ sản phẩm OCOP của Tổ tư vấn, đợt 01 năm 2026',
      'Thực hiện điểm c khoản 3 Điều 7 Quyết định số 26/2026/QĐ-TTg',
      'Đã khảo sát ngày 12/5/2026',
      'TỔ TRƯỞNG',
    ]);
  });
});
