import { afterAll, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import { visitSample as visit } from '../../../../tests/support/paper-samples-certificates.ts';
import { printBoth } from '../../../../tests/support/papers.ts';
import { visitMinutes } from './visit.ts';

afterAll(() => closePdf());

it('R18.7: the minutes of a visit say when, where, who, what was seen; both sides sign', async () => {
  const { pages } = await printBoth(visitMinutes(visit), [
    'TỔ TƯ VẤN HỘI ĐỒNG',
    'BIÊN BẢN',
    'Khảo sát thực tế tại cơ sở sản xuất Mỳ gạo Chũ',
    'Hôm nay, ngày 12 tháng 5 năm 2026, Tổ tư vấn Hội đồng đánh giá',
    'Thôn Giả Định, xã Nam Dương (tọa độ 21.373200, 106.551000).',
    'Sản phẩm: Mỳ gạo Chũ, mã số 24-07603-3-2026. Chủ thể: Hợp tác xã Giả Định.',
    'Nguyễn Văn Giả, Giám đốc hợp tác xã',
    'Nơi phơi sạch. Máy ép mới.',
    'Kèm theo 2 ảnh chụp tại nơi khảo sát.',
    'Bổ sung phiếu kiểm nghiệm.',
    'ĐẠI DIỆN CHỦ THỂ',
    'TỔ TRƯỞNG',
    'Vũ Thị Lan',
  ]);
  expect(pages).toBe(1);
});

it('what is not known is left out, not printed empty', async () => {
  const bare = { ...visit, productCode: null, coordinates: null, proposal: null, photos: 0, leader: null };
  const { pdf, word } = await printBoth(visitMinutes(bare), ['Thôn Giả Định, xã Nam Dương.', 'Không.']);
  for (const text of [pdf, word]) {
    expect(text).not.toContain('tọa độ');
    expect(text).not.toContain('mã số');
    expect(text).not.toContain('ảnh chụp');
  }
});
