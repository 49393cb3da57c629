import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { TODAY } from '../../tests/support/move-facts.ts';
import type { Level } from './competence.ts';
import { needs } from './moves.ts';
import { answeringOffice, type ComplaintInstance, complaintUntil, mayComplain } from './review.ts';

const FILE = 'review.cases.md';
const said = (answer: ReturnType<typeof mayComplain>) => (answer.ok ? 'được' : answer.code);

describe('R4.9 a result is looked at again', () => {
  it.each(cases(import.meta.url, FILE, 'Nộp khiếu nại'))('%o', (row) => {
    const facts = {
      ...{ state: cell(row, 'trạng thái'), toldOn: cell(row, 'biết kết quả'), filedOn: cell(row, 'nộp'), days: 90 },
      ...{ content: 'Thiếu điểm', lateReason: cell(row, 'lý do muộn'), pending: cell(row, 'đang chờ') === 'có' },
    };
    expect(said(mayComplain(facts, TODAY))).toBe(cell(row, 'kết quả'));
  });

  it.each(cases(import.meta.url, FILE, 'Ai trả lời'))('%o', (row) => {
    const level = cell(row, 'kết quả của') as 'province' | 'central';
    expect(answeringOffice(level, cell(row, 'thiết lập') as ComplaintInstance)).toBe(cell(row, 'cơ quan'));
  });

  it.each(cases(import.meta.url, FILE, 'Bộ đề nghị'))('%o', (row) => {
    const facts = {
      ...{ number: '812/BNNMT', dated: '2026-11-20', reason: 'Thiếu phiếu', wish: cell(row, 'đề nghị') },
      ...{ state: cell(row, 'trạng thái'), level: cell(row, 'kết quả của') as 'province' | 'central' },
      pending: cell(row, 'đang chờ') === 'có',
    };
    expect(said(needs('review.request', facts, TODAY))).toBe(cell(row, 'kết quả'));
  });

  it.each(cases(import.meta.url, FILE, 'Thu hồi quyết định công nhận'))('%o', (row) => {
    const facts = { number: '900/QĐ-UBND', dated: cell(row, 'ngày ký'), reason: 'Phiếu không hợp lệ' };
    const of = { star: Number(cell(row, 'sao')), level: cell(row, 'cấp') as Level };
    expect(said(needs('recognition.annul', { ...facts, ...of }, TODAY))).toBe(cell(row, 'kết quả'));
  });

  it('says until which day one may complain', () => {
    expect(complaintUntil('2026-08-22', 90)).toBe('2026-11-20');
    const late = mayComplain(
      {
        state: 'recognised',
        toldOn: '2026-08-22',
        filedOn: TODAY,
        days: 90,
        content: 'x',
        lateReason: '',
        pending: false,
      },
      TODAY,
    );
    expect(late).toMatchObject({ ok: false, message: expect.stringContaining('20/11/2026') });
  });
});
