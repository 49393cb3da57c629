import { afterAll, describe, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import {
  approvalSample,
  decided,
  noticeSample,
  recognitionSample,
  submissionSample,
} from '../../../../tests/support/paper-samples-decisions.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { approvalDecision } from './approval.ts';
import { resultNotice } from './notice.ts';
import { recognitionDecision } from './recognition.ts';
import { submission } from './submission.ts';

afterAll(() => closePdf());

describe('R18.7: submission', () => {
  it('proposes recognition and approval, each with its annex', async () => {
    const { pages } = await printBoth(submission(submissionSample), [
      'TỜ TRÌNH',
      'Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
      'đã đánh giá, phân hạng 04 sản phẩm',
      'đối với 02 sản phẩm đạt 3 sao, 4 sao (01 sản phẩm 4 sao, 01 sản phẩm 3 sao)',
      '2. Quyết định phê duyệt kết quả đánh giá đối với 01 sản phẩm có tiềm năng đạt 5 sao',
      'PHỤ LỤC I',
      'PHỤ LỤC II',
      'Tiềm năng 5 sao',
      '91,33',
    ]);
    expect(pages).toBe(3);
  });
  it('has one annex and no numbering when only one thing is proposed', async () => {
    const { pdf, pages } = await printBoth(submission({ ...submissionSample, candidates: [] }), ['PHỤ LỤC']);
    expect(pdf).not.toContain('PHỤ LỤC I ');
    expect(pdf).not.toContain('tiềm năng đạt 5 sao');
    expect(pages).toBe(2);
  });
});

describe('Art. 7.4.đ, e: the Ministry’s submission and decision', () => {
  const ministry = {
    level: 'central',
    province: 'trung ương',
    agency: 'Cơ quan tham mưu quản lý OCOP của Bộ',
    bases: ['Căn cứ Quyết định số 26/2026/QĐ-TTg'],
  } as const;
  const products = decided.slice(0, 1).map((one) => ({ ...one, star: 5, mean: '92,40' }));
  it('goes to the Minister, about five stars, by its own paragraph of the law', async () => {
    const { pdf } = await printBoth(
      submission({ ...submissionSample, ...ministry, bases: [], recognised: products, candidates: [] }),
      [
        'Kính gửi: Bộ trưởng Bộ Nông nghiệp và Môi trường',
        'đối với 01 sản phẩm đạt 5 sao (01 sản phẩm 5 sao), theo điểm e khoản 4 Điều 7',
        'kính trình Bộ trưởng Bộ Nông nghiệp và Môi trường xem xét, quyết định./.',
      ],
    );
    expect(pdf).not.toContain('3 sao, 4 sao');
    expect(pdf).not.toContain('Chủ tịch Ủy ban nhân dân');
  });
  it('is carried out by the Ministry’s offices and told to the provinces', async () => {
    const { pdf } = await printBoth(
      recognitionDecision({ ...recognitionSample, ...ministry, bases: [...ministry.bases], recipients: [], products }),
      ['Chánh Văn phòng Bộ', 'bằng văn bản cho Ủy ban nhân dân cấp tỉnh và các chủ thể', 'Bộ trưởng, các Thứ trưởng'],
    );
    expect(pdf).not.toContain('Phó Chủ tịch UBND');
  });
});

describe('R6.1: decision of recognition', () => {
  it('lists its products by star in an annex; a draft has blanks for number and day', async () => {
    const { pdf } = await printBoth(recognitionDecision(recognitionSample), [
      'Điều 1. Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận cho 02 sản phẩm OCOP',
      'thời hạn 36 tháng kể từ ngày ban hành, theo khoản 3 Điều 4 Quyết định số 26/2026/QĐ-TTg',
      'I. Sản phẩm đạt 4 sao (01 sản phẩm)',
      'II. Sản phẩm đạt 3 sao (01 sản phẩm)',
      '24-07525-8-2026',
      'Tổ dân phố Minh Khai, phường Chũ, tỉnh Bắc Ninh',
      'PHÓ CHỦ TỊCH',
    ]);
    expect(pdf).toMatch(/Số: +\/QĐ-UBND/);
    expect(pdf).toMatch(/Kèm theo Quyết định số +\/QĐ-UBND ngày +tháng +năm 2026/);
    expect(pdf).not.toContain('71,20');
  });
  it('carries number and day once issued, and goes over pages with many products', async () => {
    const products = Array.from({ length: 40 }, () => decided)
      .flat()
      .map((one, index) => ({ ...one, name: `Sản phẩm giả định ${index + 1}` }));
    const issuance = { ...recognitionSample.issuance, number: '845', date: '2026-06-24' };
    const { pages } = await printBoth(recognitionDecision({ ...recognitionSample, issuance, products }), [
      'Số: 845/QĐ-UBND',
      '(Kèm theo Quyết định số 845/QĐ-UBND ngày 24 tháng 6 năm 2026)',
      'Sản phẩm giả định 80',
    ]);
    expect(pages).toBeGreaterThan(4);
  });
});

describe('R4.8: decision approving the result of five-star candidates', () => {
  it('approves, and says who recognises', async () => {
    const { pdf } = await printBoth(approvalDecision(approvalSample), [
      'Điều 1. Phê duyệt kết quả đánh giá đối với 01 sản phẩm có tiềm năng đạt 5 sao (đạt từ 90 điểm trở lên)',
      'thuộc thẩm quyền của Bộ trưởng Bộ Nông nghiệp và Môi trường',
      'theo khoản 3 Điều 6 Quyết định số 26/2026/QĐ-TTg',
    ]);
    expect(pdf).not.toContain('Công nhận kết quả');
  });
});

describe('Art. 7.3.g: the notice of a result, in every case', () => {
  it('recognised: star, decision, certificate and its last day', async () => {
    await printBoth(resultNotice(noticeSample), [
      'Số: 512/TB-SNNMT',
      '- Kết quả: Được công nhận sản phẩm OCOP 4 sao',
      '- Tổng điểm trung bình: 83,00 điểm',
      'Giấy chứng nhận số 012/GCN-OCOP có giá trị trong thời hạn 36 tháng, đến hết ngày 24/06/2029.',
    ]);
  });
  it('candidate: no certificate from this result', async () => {
    const { pdf } = await printBoth(
      resultNotice({ ...noticeSample, outcome: { kind: 'candidate', decision: 'Quyết định số 846/QĐ-UBND' } }),
      ['Sản phẩm chưa được cấp giấy chứng nhận theo kết quả này.'],
    );
    expect(pdf).not.toContain('Được công nhận sản phẩm');
  });
  it('R5.4: one or two stars: no decision, what to improve', async () => {
    const outcome = { kind: 'notRecognised', star: 2, missing: 'bao bì, nhãn hàng hóa' } as const;
    const { pdf } = await printBoth(resultNotice({ ...noticeSample, outcome }), [
      'Theo điểm a khoản 1 Điều 4 Quyết định số 26/2026/QĐ-TTg',
      'Nội dung cần hoàn thiện: bao bì, nhãn hàng hóa.',
    ]);
    expect(pdf).not.toContain('Giấy chứng nhận số');
  });
  it('excluded: ground and reason, no points', async () => {
    const outcome = { kind: 'excluded', ground: 'giả mạo hồ sơ', reason: 'Phiếu kiểm nghiệm bị sửa.' } as const;
    const { pdf } = await printBoth(resultNotice({ ...noticeSample, outcome }), [
      'Hồ sơ bị loại',
      'Căn cứ loại hồ sơ: giả mạo hồ sơ. Lý do: Phiếu kiểm nghiệm bị sửa.',
    ]);
    expect(pdf).not.toContain('Tổng điểm trung bình');
  });
});
