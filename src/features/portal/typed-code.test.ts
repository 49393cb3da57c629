import { describe, expect, it } from 'vitest';
import { codeMeant } from './typed-code.ts';

describe('U35 what was typed leads to the code that was meant', () => {
  it.each([
    ['S2QB-0YHP-TTN0', 'S2QB-0YHP-TTN0'],
    ['http://localhost:3000/chung-nhan/S2QB-0YHP-TTN0', 'S2QB-0YHP-TTN0'],
    ['sao.example/en/chung-nhan/s2qb-0yhp-ttn0?x=1#y', 's2qb-0yhp-ttn0'],
    ['https://sao.example/chung-nhan/02%2F2026%2FGCN-OCOP-33', '02/2026/GCN-OCOP-33'],
    ['https://sao.example/chung-nhan/%E0%A4', '%E0%A4'],
    ['Số: 02/2026/GCN-OCOP-33', '02/2026/GCN-OCOP-33'],
    ['Giấy chứng nhận số 2/2026/GCN-OCOP-33', '02/2026/GCN-OCOP-33'],
    ['Mã sản phẩm: 33-12070-1-2026', '33-12070-1-2026'],
    ['mã tra cứu S2QB 0YHP TTN0', 'S2QB 0YHP TTN0'],
    ['2 / 2026 / GCN-OCOP-33', '02 / 2026 / GCN-OCOP-33'],
    ['12/2026/GCN-OCOP-33', '12/2026/GCN-OCOP-33'],
    ['SO12-34AB-CD56', 'SO12-34AB-CD56'],
    ['   ', ''],
  ])('%s', (typed, meant) => expect(codeMeant(typed)).toBe(meant));
});
