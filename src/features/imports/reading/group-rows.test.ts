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

const readRows = async (fileName: string, lines: readonly string[]) => {
  const { rows } = await readList(Buffer.from(lines.join('\n')), {
    subject: 'products',
    fileName,
    today: '2026-06-01',
  });
  return rows.filter(({ status }) => status !== 'skipped');
};

test('headings in English; a column that counts up is no column of stars', async () => {
  const lines = ['No.,Product,Producer,Address,Stars,Decision No.,Date of decision'];
  for (const n of [1, 2, 3, 4])
    lines.push(`${n},Trà thử ${n},HTX Một,Ho Thau commune,${3 + (n % 2)}-star,2${n}/QĐ-UBND,2024-0${n}-15`);
  const read = await readRows('english.csv', lines);
  expect(read.map((row) => [row.product, row.producer, row.stars, row.decisionNumber, row.decisionDate])).toEqual(
    [1, 2, 3, 4].map((n) => [`Trà thử ${n}`, 'HTX Một', 3 + (n % 2), `2${n}/QĐ-UBND`, `2024-0${n}-15`]),
  );
  const counting = lines.map((line) => line.replace(/^No\./, 'Col').replace('Stars', 'What'));
  expect((await readRows('counting.csv', counting)).map(({ stars }) => stars)).toEqual([4, 3, 4, 3]);
});

test('the producer with address and phone in one cell, the star beside the name of the product', async () => {
  const cell = await readRows('mot-o.csv', [
    'STT;Tên sản phẩm;Chủ thể (tên, địa chỉ, điện thoại);Kết quả',
    '1;Chè xanh;"HTX Một\nĐịa chỉ: thôn 1, xã Hồ Thầu\nĐT: 0912345678";Đạt 3 sao',
    '2;Chè đỏ;"HTX Hai\nĐịa chỉ: thôn 2, xã Hồ Thầu";Đạt 4 sao',
  ]);
  expect(cell.map(({ product, producer, stars }) => [product, producer, stars])).toEqual([
    ['Chè xanh', 'HTX Một', 3],
    ['Chè đỏ', 'HTX Hai', 4],
  ]);
  const beside = await readRows('ben-ten.csv', [
    'STT;Sản phẩm (hạng sao);Chủ thể',
    '1;Chè xanh - 3 sao;HTX Một',
    '2;Chè đỏ (4 sao);HTX Hai',
  ]);
  expect(beside.map(({ product, producer, stars }) => [product, producer, stars])).toEqual([
    ['Chè xanh', 'HTX Một', 3],
    ['Chè đỏ', 'HTX Hai', 4],
  ]);
});
