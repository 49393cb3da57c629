import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import {
  type CertificateFacts,
  certificateDays,
  certificateOn,
  type EndKind,
  expiresOn,
  extensionByFiling,
  extensionEnds,
  mayExtend,
} from './certificate.ts';

const RULES = { expiryDayValid: true };

function endedFrom(text: string): { kind: EndKind; on: string | null } | null {
  if (text === '') return null;
  const [kind, on = null] = text.split(' ');
  return { kind: kind as EndKind, on };
}

describe('R6.2 expiry', () => {
  it.each(cases(import.meta.url, 'certificate.cases.md', 'Ngày hết hạn'))('%o', (row) => {
    expect(expiresOn(cell(row, 'ngày cấp'))).toBe(cell(row, 'hết hạn'));
  });
});

describe('R8.4 R8.5 state on a day', () => {
  it.each(cases(import.meta.url, 'certificate.cases.md', 'Tình trạng'))('%o', (row) => {
    const facts: CertificateFacts = {
      ...certificateDays(cell(row, 'cấp') || null),
      extendedTo: cell(row, 'kéo dài đến') || null,
      ended: endedFrom(cell(row, 'thôi')),
    };
    expect(certificateOn(facts, cell(row, 'ngày xem'), RULES)).toEqual({
      state: cell(row, 'tình trạng'),
      valid: cell(row, 'còn dùng được') === 'có',
      daysLeft: cell(row, 'còn ngày') === '' ? null : Number(cell(row, 'còn ngày')),
      words: cell(row, 'câu'),
    });
  });

  it('the expiry day itself is valid by setting only', () => {
    const facts = certificateDays('2023-12-07');
    expect(certificateOn(facts, '2026-12-07', { expiryDayValid: false }).state).toBe('expired');
    expect(certificateOn(facts, '2026-12-06', { expiryDayValid: false })).toMatchObject({
      state: 'inForce',
      daysLeft: 0,
    });
  });

  it('text that is no date leaves the days unknown', () => {
    for (const text of ['', 'năm 2023', '2023-13', '2023-02-30', '7/12/2023']) {
      expect(certificateDays(text).expiresLatest).toBeNull();
    }
  });
});

describe('R8.7 prolongation', () => {
  it.each(cases(import.meta.url, 'certificate.cases.md', 'Kéo dài hiệu lực'))('%o', (row) => {
    const facts = {
      expiresOn: cell(row, 'hết hạn'),
      until: cell(row, 'đến'),
      reason: 'Nộp hồ sơ muộn do chuyển tiếp',
      act: 'Văn bản số 12/SNNMT',
      afterTransition: cell(row, 'sau chuyển tiếp') === 'có',
    };
    const answer = mayExtend(facts, cell(row, 'ngày ghi'));
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
    expect(mayExtend({ ...facts, act: ' ' }, cell(row, 'ngày ghi')).ok).toBe(false);
  });
});

describe('R8.7 prolonged by a filing', () => {
  it.each(cases(import.meta.url, 'certificate.cases.md', 'Kéo dài theo hồ sơ đã nộp'))('%o', (row) => {
    const found = extensionByFiling({
      expiresOn: cell(row, 'hết hạn'),
      filedOn: cell(row, 'nộp ngày'),
      expiryDayValid: true,
      afterTransition: cell(row, 'sau chuyển tiếp') === 'có',
      alsoInTime: cell(row, 'đúng khung') === 'có',
    });
    expect(found.ok ? 'được' : found.code).toBe(cell(row, 'kết quả'));
    if (!found.ok) return;
    const { startsOn, endsOn, why } = found.value;
    expect([startsOn, endsOn, why]).toEqual([cell(row, 'từ'), cell(row, 'đến'), cell(row, 'vì')]);
  });

  it.each(cases(import.meta.url, 'certificate.cases.md', 'Kết thúc kéo dài'))('%o', (row) => {
    const ends = extensionEnds({ startsOn: cell(row, 'từ'), endsOn: cell(row, 'đến') }, cell(row, 'kết quả ngày'));
    expect(ends ?? 'không').toBe(cell(row, 'dùng đến hết'));
  });

  it('where the last day is no longer valid it begins on that day', () => {
    const facts = { expiresOn: '2026-11-18', filedOn: '2026-08-01', afterTransition: false, alsoInTime: false };
    const found = extensionByFiling({ ...facts, expiryDayValid: false });
    expect(found.ok && found.value.startsOn).toBe('2026-11-18');
  });

  it('a dossier filed after the end revives the certificate from that day only', () => {
    const facts = { ...certificateDays('2023-11-18'), extendedFrom: '2026-12-20', extendedTo: '2027-05-17' };
    const state = (day: string) => certificateOn(facts, day, RULES).state;
    expect(['2026-11-18', '2026-12-19', '2026-12-20', '2027-05-17', '2027-05-18'].map(state)).toEqual([
      'inForce',
      'expired',
      'extended',
      'extended',
      'expired',
    ]);
    expect(certificateOn(facts, '2026-12-01', RULES).words).toBe('hết hạn ngày 18/11/2026');
  });
});
