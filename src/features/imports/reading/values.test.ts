import { expect, test } from 'vitest';
import { findDate, readDate } from './dates.ts';
import { readHeading } from './headings.ts';
import { kindOf } from './kinds.ts';
import { splitAddress, splitProducts } from './split.ts';
import { findNumber, readScore, readStars, statedStars } from './values.ts';
import { isDitto } from './words.ts';

test.each([
  ['3', 3],
  ['***', 3],
  ['* * *', 3],
  ['★★★', 3],
  ['★★★☆☆', 3],
  ['3 sao', 3],
  ['Hạng 3 sao', 3],
  ['4*', 4],
  ['OCOP 4 sao', 4],
  ['04 sao', 4],
  ['Bốn sao', 4],
  ['Đạt hạng 5 sao', 5],
  ['4/5', 4],
  ['3.0', 3],
  ['4 (bốn) sao', 4],
  ['4-star', 4],
  ['3 stars', 3],
  ['Hạng 4', 4],
  ['⭐⭐⭐⭐', 4],
  ['', null],
  ['-', null],
  ['chưa xếp hạng', null],
  ['Chưa đạt 3 sao', null],
  ['Không đạt', null],
  ['0', null],
  ['x', null],
  ['6', null],
  ['6 sao', null],
  ['-3', null],
  ['3-4 sao', null],
  ['72,5', null],
  ['Giấy khen', null],
  ['2021', null],
])('stars of “%s”: %s', (text, stars) => {
  expect(readStars(text).value).toBe(stars);
});

test.each(['6', '6 sao', '-3', '3-4 sao', '72,5', 'Giấy khen'])(
  'stars “%s” are a problem in words, never a number',
  (text) => {
    expect(readStars(text).problem).toContain(text);
  },
);

test.each([
  ['07/12/2020', '2020-12-07'],
  ['7-12-20', '2020-12-07'],
  ['07.12.2020', '2020-12-07'],
  ['ngày 07 tháng 12 năm 2020', '2020-12-07'],
  ['2020-12-07', '2020-12-07'],
  ['2020-12-07 00:00:00', '2020-12-07'],
  ['07 tháng 12, năm 2020', '2020-12-07'],
  ['T11-2020', '2020-11'],
  ['tháng 11/2024', '2024-11'],
  ['11/2024', '2024-11'],
  ['tháng 6 năm 2021', '2021-06'],
  ['2021', '2021'],
  ['Năm 2021', '2021'],
  ['2021-06', '2021-06'],
  ['29/02/2024', '2024-02-29'],
])('date “%s”: %s', (text, date) => {
  expect(readDate(text)).toEqual({ value: date });
});

test.each(['31/2/2023', '31/02/2023', '29/2/2023', '13/2021', '12/25/2020', 'sắp tới'])(
  'date “%s” stays text with a problem',
  (text) => {
    expect(readDate(text).value).toBeNull();
    expect(readDate(text).problem).toContain(text);
  },
);

test('a number and its date stand in one cell', () => {
  const { number, rest } = findNumber('QĐ số 1850/QĐ-UBND-HC ngày 07/12/2020');
  expect([number, findDate(rest).value]).toEqual(['1850/QĐ-UBND-HC', '2020-12-07']);
  expect(findNumber('123/2021/QĐ-UBND, 15/3/2021').number).toBe('123/2021/QĐ-UBND');
  expect(findNumber('Kèm theo Quyết định số      /QĐ-UBND').number).toBeNull();
});

test.each([
  ['84,5', 84.5],
  ['84.50 điểm', 84.5],
  ['84,5/100', 84.5],
  ['-5', null],
  ['101', null],
  ['tốt', null],
  ['', null],
])('points “%s”: %s', (text, score) => {
  expect(readScore(text).value).toBe(score);
});

test.each([
  ['SẢN PHẨM ĐẠT HẠNG 4 SAO', 4],
  ['I. Sản phẩm 3 sao', 3],
  ['4 sao', 4],
  ['DANH SÁCH 12 SẢN PHẨM BỐN SAO', 4],
  ['Sản phẩm 3 sao và 4 sao', null],
  ['3, 4 sao', null],
  ['ĐỀ NGHỊ XÉT 5 SAO', null],
  ['Nâng hạng từ 3 sao lên 4 sao', null],
  ['Nhóm thực phẩm', null],
])('“%s” states %s for what is below it', (text, stars) => {
  expect(statedStars(text)).toBe(stars);
});

test.each([
  ['DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2022', 'recognised'],
  ['KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP', 'recognised'],
  ['Danh sách thu hồi giấy chứng nhận', 'revoked'],
  ['Sản phẩm đăng ký tham gia năm 2024', 'registered'],
  ['Danh sách đề nghị công nhận 4 sao', 'proposed'],
  ['Sản phẩm công nghiệp nông thôn tiêu biểu', 'voted'],
  ['Biểu tổng hợp', null],
  ['Sản phẩm 4 sao và đề nghị 5 sao', 'unknown'],
])('“%s” is a list of kind %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test.each([
  ['Tên sản phẩm', 'product'],
  ['Sản phẩm dự thi', 'product'],
  ['Tên SP', 'product'],
  ['HTX/Công ty/hộ KD', 'producer'],
  ['Đơn vị', 'producer'],
  ['Đơn vị tính', null],
  ['Nhóm sản phẩm', 'group'],
  ['Số lượng sản phẩm', 'productCount'],
  ['Mã sản phẩm', 'productCode'],
  ['Địa chỉ cơ sở sản xuất', 'address'],
  ['Tên, địa chỉ chủ thể', 'producerAndAddress'],
  ['Xã/phường/thị trấn', 'commune'],
  ['Huyện, thị xã, thành phố', 'district'],
  ['Tỉnh/TP', 'province'],
  ['Tổng điểm', 'score'],
  ['Thời điểm công nhận', 'decisionDate'],
  ['QĐ công nhận số, ngày', 'decision'],
  ['Số QĐ', 'decisionNumber'],
  ['Năm công nhận', 'year'],
  ['Năm đạt', 'year'],
  ['Xếp loại', 'stars'],
  ['4 sao', 'star4'],
  ['Ngày hết hạn', null],
  ['Doanh thu 2023', null],
  ['Người đại diện', 'representative'],
])('the heading “%s” is %s', (heading, field) => {
  expect(readHeading(heading, 'products').field).toBe(field);
});

test.each([
  ['- Chả lụa\n- Nem chua', null, ['Chả lụa', 'Nem chua']],
  ['Rượu nếp; Rượu cúc', null, ['Rượu nếp', 'Rượu cúc']],
  ['1. Chè xanh 2. Chè đen', null, ['Chè xanh', 'Chè đen']],
  ['1) Chè xanh\n2) Chè đen', null, ['Chè xanh', 'Chè đen']],
  ['Mật ong\nhoa nhãn', null, ['Mật ong hoa nhãn']],
  ['- Mật ong\nhoa nhãn\n- Phấn hoa', null, ['Mật ong hoa nhãn', 'Phấn hoa']],
  ['Chè, Trà', 2, ['Chè', 'Trà']],
  ['Chè, Trà', null, ['Chè, Trà']],
  ['Đại An - Dầu mè đen', null, ['Đại An - Dầu mè đen']],
  ['Gạo ST25', null, ['Gạo ST25']],
  ['Nước mắm Thành Công 2', null, ['Nước mắm Thành Công 2']],
  ['Mật ong\nHoa nhãn', 1, ['Mật ong Hoa nhãn']],
])('the products of “%s” (%s said)', (text, expected, names) => {
  expect(splitProducts(text, expected).names).toEqual(names);
});

test.each([
  ['HTX An Lỗ (thôn An Lỗ, xã Phong Hiền)', false, 'HTX An Lỗ', 'thôn An Lỗ, xã Phong Hiền'],
  ['Công ty ABC\nĐ/c: huyện Lục Ngạn', false, 'Công ty ABC', 'huyện Lục Ngạn'],
  ['Công ty ABC, phường 5, TP. Sóc Trăng', false, 'Công ty ABC', 'phường 5, TP. Sóc Trăng'],
  ['Cơ sở Bảy Nữa - xã Mỹ An', false, 'Cơ sở Bảy Nữa', 'xã Mỹ An'],
  ['HTX chế biến nông sản xã Đông La', false, 'HTX chế biến nông sản xã Đông La', null],
  ['HTX sản xuất, kinh doanh, dịch vụ An Lỗ', false, 'HTX sản xuất, kinh doanh, dịch vụ An Lỗ', null],
  ['Hợp tác xã (HTX) Thân Trường', true, 'Hợp tác xã (HTX) Thân Trường', null],
  ['(huyện Tam Nông)', true, '', 'huyện Tam Nông'],
  ['HTX Hòa Bình\nTân Yên', true, 'HTX Hòa Bình', 'Tân Yên'],
])('the address is taken out of “%s”', (text, together, name, address) => {
  expect(splitAddress(text, together)).toEqual({ name, address });
});

test('signs for the same as above', () => {
  expect(['nt', '-nt-', '"', 'như trên', '〃', "''", 'n/t', '- nt -'].filter((text) => !isDitto(text))).toEqual([]);
  expect(['-', 'Nt Hoa', 'Như', 'Nước', ''].filter(isDitto)).toEqual([]);
});
