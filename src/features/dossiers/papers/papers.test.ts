import { afterAll, describe, expect, it } from 'vitest';
import type { Paper } from '#platform/documents/paper';
import { closePdf } from '#platform/documents/pdf';
import { printPdf, printWord } from '#platform/documents/print';
import { pdfArchiveLevel, pdfWords, wordText } from '../../../../tests/support/documents.ts';
import { form01Blank, form01Sample, form03Sample, receiptSample } from '../../../../tests/support/paper-samples.ts';
import { form01 } from './form01.ts';
import { form03 } from './form03.ts';
import { receiptSlip } from './receipt.ts';

afterAll(() => closePdf());

/** Prints both ways; every phrase must stand in both. */
async function both(paper: Paper, phrases: string[]): Promise<{ pages: number; words: string }> {
  const pdf = await printPdf(paper, new Date('2026-06-24T00:00:00Z'));
  expect(pdfArchiveLevel(pdf.bytes)).toBe('2A');
  const words = await pdfWords(pdf.bytes);
  const word = wordText(await printWord(paper)).replace(/\s+/g, ' ');
  for (const phrase of phrases) {
    expect(words).toContain(phrase);
    expect(word).toContain(phrase);
  }
  return { pages: pdf.pages, words };
}

describe('R3.10: the receipt slip', () => {
  it('carries number, day, receiver, term and what was handed in', async () => {
    const { pages } = await both(receiptSlip(receiptSample), [
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
    const { words } = await both(
      receiptSlip({ ...receiptSample, due: null, onBehalf: false, url: null, receivedAt: null }),
      ['Ngày nhận: ngày 02/11/2026'],
    );
    expect(words).not.toContain('chậm nhất');
    expect(words).not.toContain('nhập hộ');
  });
});

describe('R3.4: Form 01', () => {
  it('is filled in with one box ticked, and a back for the offices', async () => {
    const { pages, words } = await both(form01(form01Sample), [
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
    const { words } = await both(form01(form01Blank), ['2. Tên sản phẩm:', 'ngày ...... tháng ...... năm ......']);
    expect(words).not.toContain('√');
    expect(words).not.toMatch(/null|undefined/);
  });
});

describe('R3.7: Form 03', () => {
  it('carries the four assessments and the proposal; a draft has blanks for number and day', async () => {
    const { pages } = await both(form03(form03Sample), [
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
    await both(form03(issued), ['Số: 37/BC-UBND', 'Nam Dương, ngày 09 tháng 4 năm 2026']);
  });
});
