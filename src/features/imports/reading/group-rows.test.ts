import { expect, test } from 'vitest';
import { readList } from './read-list.ts';

test('a group row in the column of producers names the district of what stands below it', async () => {
  const lines = [
    'SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN ĐỢT 2 NĂM 2022 TỈNH BẾN TRE',
    'Số TT;Tên chủ thể;Địa chỉ;Tên sản phẩm;Số sao',
    'A;HUYỆN MỎ CÀY NAM;;;',
    '1;Cơ sở kẹo dừa Một;xã An Thạnh;Kẹo dừa;3',
    'Huyện Thạnh Phú;;;;',
    '2;HTX Lúa sạch Hai;xã An Thạnh;Gạo sạch;4',
    '3;HTX Lúa sạch Ba;;Gạo lứt;4',
  ];
  const { rows } = await readList(Buffer.from(lines.join('\n')), {
    ...{ subject: 'products', fileName: 'nhom.csv', today: '2026-06-01' },
  });
  const read = rows.filter(({ status }) => status !== 'skipped');
  expect(read.map(({ product, producer, communeCode }) => [product, producer, communeCode])).toEqual([
    ['Kẹo dừa', 'Cơ sở kẹo dừa Một', '28951'],
    ['Gạo sạch', 'HTX Lúa sạch Hai', '29200'],
    ['Gạo lứt', 'HTX Lúa sạch Ba', null],
  ]);
});
