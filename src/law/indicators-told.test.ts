/** What is told beside certificates, from the case tables; the same is held against SQL in features/reports. */
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import type { CertificateState } from './certificate.ts';
import { stockEdges, toldFigures, yearTold } from './indicators-told.ts';
import type { Channel } from './product-years.ts';
import { percentText } from './reporting.ts';

const FILE = 'indicators-told.cases.md';
const several = (text: string) => text.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));

it.each(cases(import.meta.url, FILE, 'Năm của số liệu'))('R15.2 %o', (row) => {
  expect(String(yearTold(cell(row, 'ngày')))).toBe(cell(row, 'năm'));
});

it.each(cases(import.meta.url, FILE, 'Cộng số liệu đã nhận'))('R14.1 %o', (row) => {
  const facts = several(cell(row, 'các sản phẩm')).map((one) => {
    const [producer = '', revenue = '-', channels = ''] = one.split(' ');
    const year =
      revenue === '-'
        ? null
        : { revenue: Number(revenue), jobs: 1, women: 0, channels: channels.split('+') as Channel[] };
    return { producer, year, online: false, place: false, chain: false };
  });
  const told = toldFigures(facts);
  expect([
    String(told.yearTold),
    told.revenue === null ? 'chưa có' : String(told.revenue),
    String(told.modern),
    told.modernShare === null ? 'không' : percentText(told.modernShare),
  ]).toEqual(['có số liệu', 'doanh thu', 'kênh hiện đại', 'tỷ lệ'].map((head) => cell(row, head)));
});

it.each(cases(import.meta.url, FILE, 'Mép của số còn hiệu lực'))('R6.1 %o', (row) => {
  const products = several(cell(row, 'các sản phẩm')).map((one) =>
    one.split(' + ').map((certificate) => {
      const [state = '', lastDay = null] = certificate.split(' ');
      return { state: state as CertificateState, lastDay, issued: '2024-01-01' };
    }),
  );
  const { expiring, undetermined } = stockEdges(products, '2026-06-30');
  expect([String(expiring), String(undetermined)]).toEqual([cell(row, 'sắp hết hạn'), cell(row, 'chưa rõ')]);
});
