import { afterAll, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import { ministrySample } from '../../../../tests/support/paper-samples-more.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { ministryLetter } from './ministry.ts';

afterAll(() => closePdf());

it('R18.3 Art. 6.3: the letter to the Ministry has no type but "V/v", lists the products and every paper of their packages', async () => {
  const { pdf } = await printBoth(ministryLetter(ministrySample), [
    'V/v đề nghị đánh giá, phân hạng sản phẩm OCOP 5 sao',
    'Kính gửi: Bộ Nông nghiệp và Môi trường',
    'tại Quyết định số 846/QĐ-UBND ngày 24 tháng 6 năm 2026.',
    '01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử',
    'Tiềm năng 5 sao',
    'Số 12/BC-TTV ngày 05/06/2026',
    'Chưa có, bổ sung trước khi gửi',
    'Không có',
  ]);
  expect(pdf).toMatch(/Số: +\/UBND-NN/);
});

it('Art. 6.3.b: a second evaluation asks for it by its name', async () => {
  const products = ministrySample.products.map((one) => ({ ...one, kindWords: 'Đánh giá lại' }));
  await printBoth(ministryLetter({ ...ministrySample, products }), ['đánh giá, phân hạng lại sản phẩm OCOP 5 sao']);
});
