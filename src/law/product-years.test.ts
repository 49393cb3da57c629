import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { type Channel, figuresAgree, type LastDay, mayTellYear, yearAsked, yearDue } from './product-years.ts';

const table = (head: string) => cases(import.meta.url, 'product-years.cases.md', head);
const result = (answer: ReturnType<typeof figuresAgree>) => (answer.ok ? 'được' : answer.code);

it.each(table('Năm nào được báo'))('a year that may be told: %o', (row) => {
  const answer = mayTellYear(Number(cell(row, 'năm')), Number(cell(row, 'có từ năm')), cell(row, 'ngày báo'));
  expect(result(answer)).toBe(cell(row, 'kết quả'));
});

it.each(table('Số liệu khớp nhau'))('parts agree with their whole: %o', (row) => {
  const amount = (head: string) => (cell(row, head) === '' ? null : Number(cell(row, head)));
  const answer = figuresAgree({
    ...{ revenue: Number(cell(row, 'doanh thu')), jobs: Number(cell(row, 'lao động')) },
    ...{ women: Number(cell(row, 'nữ')), local: Number(cell(row, 'tại chỗ')) },
    channels: cell(row, 'nơi bán').split(' ').filter(Boolean) as Channel[],
    ...{ online: amount('qua mạng'), exported: amount('xuất khẩu') },
  });
  expect(result(answer)).toBe(cell(row, 'kết quả'));
});

it.each(table('Năm đang phải báo và hạn'))('the year asked for and its last day: %o', (row) => {
  const last = cell(row, 'hạn chọn') as LastDay;
  const year = yearAsked(cell(row, 'ngày'), last);
  expect([String(year), yearDue(year, last)]).toEqual([cell(row, 'năm phải báo'), cell(row, 'hạn')]);
});

it('nothing told is refused', () => {
  expect(result(figuresAgree({}))).toBe('revenue');
});
