import { afterAll, describe, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import { pdfArchiveLevel, pdfWords } from '../../../../tests/support/documents.ts';
import { certificateSample } from '../../../../tests/support/paper-samples.ts';
import { certificatePdf } from './certificate.ts';

const CREATED = new Date('2026-06-24T00:00:00Z');
afterAll(() => closePdf());

describe('the star certificate', () => {
  it('says who, what, how many stars, by which decision and until when', async () => {
    const { bytes, pages } = await certificatePdf(certificateSample, CREATED);
    const words = await pdfWords(bytes);
    for (const phrase of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẮC NINH',
      'GIẤY CHỨNG NHẬN',
      'SẢN PHẨM OCOP ĐẠT 04 SAO',
      certificateSample.producer,
      '012/GCN-OCOP',
      '24-07603-3-2026',
      'Số 845/QĐ-UBND, ngày 24 tháng 6 năm 2026',
      '36 tháng, đến hết ngày 24/06/2029',
      'khoản 3 Điều 4 Quyết định số 26/2026/QĐ-TTg',
      '7K3M-Q9XD',
      'ocop.bacninh.example',
      'PHÓ CHỦ TỊCH Nguyễn Thị Phương Hạnh',
      'BẢN TRÌNH DIỄN – DỮ LIỆU GIẢ ĐỊNH',
    ]) {
      expect(words).toContain(phrase);
    }
    expect(words).toContain('Trà túi lọc thảo mộc hoa hòe');
    expect(pages).toBe(1);
  });

  it('is PDF/A, and the same bytes for the same input', async () => {
    const first = await certificatePdf(certificateSample, CREATED);
    const again = await certificatePdf({ ...certificateSample }, CREATED);
    expect(pdfArchiveLevel(first.bytes)).toBe('2A');
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it('stays on one page with the longest names, and prints a picture of the product set', async () => {
    const long = certificateSample.product.repeat(4);
    const print = {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
      alt: 'Tranh',
    };
    const made = await certificatePdf(
      {
        ...certificateSample,
        product: long,
        producer: long,
        address: long.slice(0, 400),
        print,
        mark: null,
        productCode: null,
        signatory: null,
      },
      CREATED,
    );
    expect(made.pages).toBe(1);
    const words = await pdfWords(made.bytes);
    expect(words).toContain('Chưa có mã');
    expect(words).not.toContain('TRÌNH DIỄN');
  });
});
