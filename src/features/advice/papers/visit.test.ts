import { afterAll, expect, it } from 'vitest';
import { closePdf } from '#platform/documents/pdf';
import { printBoth } from '../../../../tests/support/papers.ts';
import { type VisitMinutesData, visitMinutes } from './visit.ts';

afterAll(() => closePdf());

const visit: VisitMinutesData = {
  team: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh',
  authority: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  product: 'Mỳ gạo Chũ',
  producer: 'Hợp tác xã Giả Định',
  productCode: '24-07603-3-2026',
  visitedOn: '2026-05-12',
  where: 'Thôn Giả Định, xã Nam Dương',
  coordinates: '21.373200, 106.551000',
  people: ['Vũ Thị Lan, Tổ trưởng', 'Nguyễn Văn Giả, Giám đốc hợp tác xã'],
  findings: 'Nơi phơi sạch.\nMáy ép mới.',
  proposal: 'Bổ sung phiếu kiểm nghiệm.',
  photos: 2,
  leader: 'Vũ Thị Lan',
};

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
