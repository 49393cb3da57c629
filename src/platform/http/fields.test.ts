import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { readInput } from './explain.ts';
import { choice, day, decimal, email, flag, integer, phone, text } from './fields.ts';
import { formValues } from './form-reader.ts';
import { manyLines, oneLine, readNumber } from './normalise.ts';
import { addressKey } from './rate-limits.ts';

const schema = z.strictObject({
  name: text({ label: 'Tên sản phẩm', max: 10 }),
  story: text({ label: 'Câu chuyện', max: 50, lines: 'many' }).optional(),
  count: integer({ label: 'Số lượng', min: 1, max: 9999 }).optional(),
  rate: decimal({ label: 'Tỷ lệ', max: 100 }).nullable().optional(),
  on: day({ label: 'Ngày cấp', from: '2020-01-01', to: '2030-12-31' }).optional(),
  kind: choice({ a: 'Một', b: 'Hai' }, { label: 'Loại' }),
  agreed: flag({ label: 'Đồng ý' }),
  tags: z
    .array(text({ max: 5 }))
    .max(3)
    .optional(),
  rows: z.array(z.strictObject({ code: text({ label: 'Mã', max: 5 }), n: integer().optional() })).optional(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  exclusion: z.strictObject({ ground: text({ label: 'Căn cứ', max: 9 }), reason: text({ max: 9 }) }).optional(),
});

const form = (fields: [string, string][]) => {
  const map = new Map<string, string[]>();
  for (const [name, value] of fields) map.set(name, [...(map.get(name) ?? []), value]);
  return readInput(schema, formValues(schema, map));
};
const problemsOf = (fields: [string, string][]) => {
  try {
    form(fields);
    return {};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Object.fromEntries(error.errors.map(({ field, message }) => [field, message]));
  }
};
const good: [string, string][] = [
  ['name', 'Chè'],
  ['kind', 'a'],
];

describe('forms as the schema asks', () => {
  it('reads numbers, days, boxes, lists, rows and answers', () => {
    const read = form([
      ...good,
      ['count', '1.234'],
      ['rate', '0,5'],
      ['on', '4/2/2026'],
      ['agreed', 'on'],
      ['tags', 'một'],
      ['tags', 'hai'],
      ['rows.0.code', 'A1'],
      ['rows.0.n', '2'],
      ['rows.1.code', ' '],
      ['rows.7.code', 'B2'],
      ['answers.1.1', '1.1#3'],
      ['_key', 'x'],
    ]);
    expect(read).toEqual({
      ...{ name: 'Chè', kind: 'a', count: 1234, rate: 0.5, on: '2026-02-04', agreed: true, tags: ['một', 'hai'] },
      rows: [{ code: 'A1', n: 2 }, { code: 'B2' }],
      answers: { '1.1': '1.1#3' },
    });
    expect(form([...good, ['count', ' '], ['rate', ''], ['story', '']])).toEqual({
      name: 'Chè',
      kind: 'a',
      agreed: false,
      rate: null,
    });
  });

  it('a part that may be left out and was left empty is none; half of it is refused', () => {
    const part = (ground: string, reason: string): [string, string][] => [
      ...good,
      ['exclusion.ground', ground],
      ['exclusion.reason', reason],
    ];
    expect(form(part('', ' ')).exclusion).toBeUndefined();
    expect(form(part('Giả', 'Sai')).exclusion).toEqual({ ground: 'Giả', reason: 'Sai' });
    expect(Object.keys(problemsOf(part('Giả', '')))).toEqual(['exclusion.reason']);
  });

  it('U8 says what to do, by the label', () => {
    expect(
      problemsOf([
        ['name', ' '],
        ['count', '0'],
        ['rate', '1.5'],
        ['on', '31/2/2026'],
        ['kind', 'c'],
        ['rows.0.code', 'dài quá'],
        ['x', '1'],
      ]),
    ).toEqual({
      name: 'Nhập tên sản phẩm',
      count: 'Số lượng: nhập số từ 1 trở lên',
      rate: 'Tỷ lệ: nhập số, ví dụ 1.234 hoặc 0,5',
      on: 'Không có ngày 31/2/2026; ghi theo thứ tự ngày/tháng/năm',
      kind: 'Loại: chọn một mục trong danh sách',
      'rows.0.code': 'Mã: rút gọn còn nhiều nhất 5 ký tự',
      x: 'Mục này không có trong biểu mẫu',
    });
    expect(problemsOf([['name', 'Chè']])).toEqual({ kind: 'Chọn loại' });
    expect(problemsOf([...good, ['on', '4/2/26']])).toEqual({
      on: 'Ngày cấp: ghi năm đủ bốn chữ số, ví dụ 04/02/2026',
    });
    const empty = day({ label: 'Ngày quyết định' }).safeParse(' ').error?.issues[0]?.message;
    expect(empty).toBe('Nhập ngày quyết định');
    expect(problemsOf([...good, ['on', '1/1/2019']])).toEqual({ on: 'Ghi ngày từ 01/01/2020 trở đi' });
  });
});

describe('single values', () => {
  it('U5 U7 takes what people write and asks back where it could be read twice', () => {
    expect(['1.234.567', '1234567', '0,5', '-2', '1 000'].map(readNumber)).toEqual([1234567, 1234567, 0.5, -2, 1000]);
    expect(['1.5', '1,234.5', '1.23.456', '12a', '', '1e5', '٣'].map(readNumber)).toEqual(Array(7).fill(undefined));
    const number = (given: string) => phone().safeParse(given).data;
    expect(['0912 345 678', '+84 912.345.678', '84912345678', '(0221) 386-1234'].map(number)).toEqual([
      '0912345678',
      '0912345678',
      '0912345678',
      '02213861234',
    ]);
    expect(['912345678', '0112345678', '09123456789', 'abc'].map(number)).toEqual(Array(4).fill(undefined));
    expect(email().safeParse(' Lan@ViDu.VN ').data).toBe('lan@vidu.vn');
    const read = (given: string) => day().safeParse(given).data;
    expect(['2026-02-04', '4.2.2026', '04-02-2026'].map(read)).toEqual(Array(3).fill('2026-02-04'));
    expect(['4/2/26', '2/2026', '2026-02-30', '13/13/2026', '0026-01-01'].map(read)).toEqual(Array(5).fill(undefined));
  });

  it('S18 text comes out composed, visible and single-blanked, whatever comes in; a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        for (const clean of [oneLine, manyLines]) {
          const once = clean(given);
          expect(clean(once)).toBe(once);
          expect(once).toBe(once.normalize('NFC').trim());
          expect(once).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        }
        expect(oneLine(given)).not.toMatch(/\s\s|\n/);
      }),
      { numRuns: 1000 },
    );
    expect(oneLine('a\u0000b\u202ec\u2066d\u200be')).toBe('abcde');
    expect(manyLines('a \r\n\n\n\n b\t')).toBe('a\n\n b');
  });

  it('S4 one IPv6 household is one subscriber', () => {
    expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe(addressKey('2001:db8:1:2::1'));
    expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
    expect([addressKey('::ffff:10.0.0.1'), addressKey('10.0.0.1')]).toEqual(['10.0.0.1', '10.0.0.1']);
  });
});
