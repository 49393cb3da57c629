import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { blankDate, countInDocuments, dateInWords, documentNumber, receiptSlipNumber } from './documentNumbering.ts';
import { readGtin } from './gtin.ts';
import { composeProductCode, normalProductCode, parseProductCode } from './productCode.ts';
import { readTaxCode } from './taxCode.ts';

const file = 'codes.cases.md';

describe('R19.5 tax codes', () => {
  it.each(cases(import.meta.url, file, 'Mã số thuế'))('%o', (row) => {
    const answer = readTaxCode(cell(row, 'nhập'));
    expect(answer.ok ? answer.value.kind : answer.code).toBe(cell(row, 'kết quả'));
    if (answer.ok) expect(answer.value.text).toBe(cell(row, 'ghi'));
  });

  it('a personal number is personal data', () => {
    expect(readTaxCode('001088000123')).toMatchObject({ ok: true, value: { personal: true } });
    expect(readTaxCode('0100109106')).toMatchObject({ ok: true, value: { personal: false } });
  });
});

describe('R6.4 R6.5 R6.6 product codes', () => {
  it.each(cases(import.meta.url, file, 'Mã sản phẩm'))('%o', (row) => {
    const parsed = parseProductCode(cell(row, 'mã'));
    expect(parsed ? Object.values(parsed).join(' ') : '').toBe(cell(row, 'dạng'));
  });

  it.each(cases(import.meta.url, file, 'Mã gõ tay'))('%o', (row) => {
    expect(normalProductCode(cell(row, 'gõ'))).toBe(cell(row, 'tìm'));
  });

  it('composes, padded only by setting, and refuses wrong parts', () => {
    const parts = { province: '33', commune: '11953', serial: 7, year: 2026 };
    expect(composeProductCode(parts)).toMatchObject({ ok: true, value: '33-11953-7-2026' });
    expect(composeProductCode(parts, 3)).toMatchObject({ ok: true, value: '33-11953-007-2026' });
    const wrong = [{ province: '3' }, { commune: '1195' }, { serial: 0 }, { serial: 1.5 }, { year: 26 }];
    expect(wrong.filter((one) => composeProductCode({ ...parts, ...one }).ok)).toEqual([]);
  });
});

describe('R3.10 R18.5 R18.8 numbers and dates of papers', () => {
  it.each(cases(import.meta.url, file, 'Ngày ghi bằng chữ'))('%o', (row) => {
    expect(dateInWords(cell(row, 'ngày'))).toBe(cell(row, 'chữ'));
  });

  it('receipt slips of commune and province are two series', () => {
    const parts = { serial: 7, provinceCode: '33', communeCode: '11953', year: 2026 };
    expect(receiptSlipNumber({ ...parts, body: 'commune' })).toBe('0007-X/PĐK-33-11953-2026');
    expect(receiptSlipNumber({ ...parts, body: 'province' })).toBe('0007-T/PĐK-33-11953-2026');
  });

  it('numbers run from 01; a draft has a blank', () => {
    expect(documentNumber(5, 'QĐ-UBND')).toBe('05/QĐ-UBND');
    expect(documentNumber(123, 'QĐ-UBND')).toBe('123/QĐ-UBND');
    expect(documentNumber(null, 'QĐ-UBND').trim()).toBe('/QĐ-UBND');
    expect(countInDocuments(5, 'sản phẩm')).toBe('05 sản phẩm');
    expect(blankDate(2026)).toMatch(/^ngày +tháng +năm 2026$/);
  });
});

describe('GTIN of a barcode', () => {
  it.each(cases(import.meta.url, 'codes.cases.md', 'Mã vạch'))('%o', (row) => {
    const read = readGtin(cell(row, 'nhập'));
    expect(read.ok ? read.value.kind : read.code).toBe(cell(row, 'kết quả'));
    if (!read.ok) return;
    const { text, key, issuedInVietnam } = read.value;
    expect([text, key, issuedInVietnam ? 'có' : 'không']).toEqual([
      cell(row, 'ghi'),
      cell(row, 'khóa'),
      cell(row, 'cấp ở Việt Nam'),
    ]);
  });
});
