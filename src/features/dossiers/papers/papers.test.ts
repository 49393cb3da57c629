import { afterAll, describe, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import {
  form01Blank,
  form01Sample,
  form02Sample,
  form03Sample,
  letterSample,
  receiptSample,
} from '../../../../tests/support/paper-samples.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { form01 } from './form01.ts';
import { form02 } from './form02.ts';
import { form03 } from './form03.ts';
import { proposalLetter } from './letter.ts';
import { receiptSlip } from './receipt.ts';

afterAll(() => closePdf());

describe('R3.10: the receipt slip', () => {
  it('carries number, day, receiver, term and what was handed in', async () => {
    const { pages } = await printBoth(receiptSlip(receiptSample), [
      'XÃ NAM DƯƠNG',
      'Phiếu số: 03-12/PĐK-24-07603-2026',
      'GIẤY BIÊN NHẬN HỒ SƠ',
      `Chủ thể: ${receiptSample.producer}`,
      'Ngày nhận: 09:40, ngày 02/11/2026',
      'Trả lời chậm nhất: ngày 23/11/2026 (15 ngày làm việc)',
      'Hồ sơ do cán bộ nhập hộ',
      'Giấy đăng ký kinh doanh',
      'Nguyễn Thị Ngọc Ánh',
    ]);
    expect(pages).toBe(1);
  });
  it('leaves out what does not apply', async () => {
    const { pdf: words } = await printBoth(
      receiptSlip({ ...receiptSample, due: null, onBehalf: false, url: null, receivedAt: null }),
      ['Ngày nhận: ngày 02/11/2026'],
    );
    expect(words).not.toContain('chậm nhất');
    expect(words).not.toContain('nhập hộ');
  });
});

describe('R3.4: Form 01', () => {
  it('is filled in with one box ticked, and a back for the offices', async () => {
    const { pages, pdf: words } = await printBoth(form01(form01Sample), [
      'PHIẾU ĐĂNG KÝ',
      'Tham gia đánh giá, phân hạng sản phẩm OCOP của tỉnh Bắc Ninh năm 2026',
      '- Họ tên người đại diện pháp lý: Hoàng Thị Phương Thảo',
      'Đồ uống; Đồ uống không cồn; Trà từ thực vật khác',
      '- Sản phẩm mẫu (số lượng): 5',
      'Nam Dương, ngày 05 tháng 02 năm 2026',
      'PHẦN DÀNH CHO CƠ QUAN QUẢN LÝ',
      'Phiếu số: 03-12/PĐK-24-07603-2026',
      'Ngày nhận: 06/02/2026',
    ]);
    expect(pages).toBe(2);
    expect(words).toMatch(/Lần đầu Nâng hạng √ Đánh giá lại/);
  });
  it('prints empty with dotted lines for the hand', async () => {
    const { pdf: words } = await printBoth(form01(form01Blank), [
      '2. Tên sản phẩm:',
      'ngày ...... tháng ...... năm ......',
    ]);
    expect(words).not.toContain('√');
    expect(words).not.toMatch(/null|undefined/);
  });
});

describe('R3.7: Form 03', () => {
  it('carries the four assessments and the proposal; a draft has blanks for number and day', async () => {
    const { pages } = await printBoth(form03(form03Sample), [
      'Đánh giá một số nội dung của hồ sơ đăng ký',
      'I. THÔNG TIN CHUNG VỀ HỒ SƠ SẢN PHẨM',
      '- Họ tên: Hoàng Thị Phương Thảo',
      '1. Về sử dụng nguyên liệu địa phương:',
      'trong đó 31 người thường trú tại xã (đạt 86%).',
      '4. Bản sắc/trí tuệ địa phương:',
      'Ủy ban nhân dân xã Nam Dương đề nghị Ủy ban nhân dân tỉnh Bắc Ninh đánh giá, phân hạng sản phẩm OCOP cho sản phẩm',
      '/BC-UBND',
      'TM. ỦY BAN NHÂN DÂN',
    ]);
    expect(pages).toBe(2);
  });
  it('prints the number and day once the office has given them', async () => {
    const issued = { ...form03Sample, issuance: { ...form03Sample.issuance, number: '37', date: '2026-04-09' } };
    await printBoth(form03(issued), ['Số: 37/BC-UBND', 'Nam Dương, ngày 09 tháng 4 năm 2026']);
  });
});

describe('R3.5: Form 02', () => {
  it('has its four parts, the ticks, and the self-score by criterion with what supports it', async () => {
    const { pdf } = await printBoth(form02(form02Sample), [
      'BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM',
      'Phần I',
      '- Giới tính: Nữ',
      'd) Đã có đăng ký sở hữu trí tuệ:',
      'KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH',
      'Bộ sản phẩm: Sản phẩm trà từ thực vật khác. Lần đăng ký: đánh giá lại.',
      'Nguồn gốc sản phẩm',
      '- Hợp đồng thu mua vụ xuân 2026',
      'Chưa chọn mức',
      'TỔNG CỘNG',
      'kết quả đạt được sau thời gian được công nhận OCOP:',
      'Phần IV',
      'ĐẠI DIỆN THEO PHÁP LUẬT CỦA CƠ SỞ',
    ]);
    expect(pdf).toMatch(/a\) Giấy đăng ký kinh doanh: √/);
    expect(pdf).toMatch(/\+ Bằng độc quyền kiểu dáng công nghiệp: \+/);
  });
  it('R3.2: asks for changes only at an upgrade or a re-evaluation', async () => {
    const { pdf } = await printBoth(form02({ ...form02Sample, kind: 'first' }), ['Lần đăng ký: lần đầu.']);
    expect(pdf).not.toContain('thay đổi và kết quả đạt được');
    await printBoth(form02({ ...form02Sample, kind: 'upgrade' }), [
      'Những thay đổi so với sản phẩm OCOP đã được công nhận:',
    ]);
  });
});

describe('R3.7: the letter of the commune', () => {
  it('cites its articles, lists the products, and asks no samples of tourism', async () => {
    const { pages } = await printBoth(proposalLetter(letterSample), [
      'V/v đề nghị đánh giá',
      'Căn cứ khoản 2 Điều 6 và điểm b khoản 2 Điều 7 Quyết định số 26/2026/QĐ-TTg',
      'Mã số: 24-07603-3-2026',
      'Hợp tác xã Du lịch Giả Định',
      'Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu số 03): 02 báo cáo;',
      'xem xét./.',
    ]);
    expect(pages).toBe(1);
    const tourism = letterSample.products.filter((product) => product.samples === null);
    const { pdf } = await printBoth(proposalLetter({ ...letterSample, products: tourism }), ['cho mỗi sản phẩm.']);
    expect(pdf).not.toContain('Sản phẩm mẫu do chủ thể cung cấp');
  });
});
