import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { COMPETENCES, type CompetenceOver, type Level, mayDecide, mayEnterPast, whoDecides } from './competence.ts';

describe('R12.9 competence', () => {
  it.each(cases(import.meta.url, 'competence.cases.md', 'Thẩm quyền'))('%o', (row) => {
    const over = cell(row, 'việc') as CompetenceOver;
    const answer = whoDecides(over, Number(cell(row, 'sao')), cell(row, 'ngày'));
    expect(answer.ok ? answer.value : 'không ai').toBe(cell(row, 'cấp'));
    expect(answer.ok && answer.open === true).toBe(cell(row, 'chưa chắc') === 'x');
  });

  it('refuses another level and names who is entitled', () => {
    const answer = mayDecide('recognise', 'province', 5, '2026-11-21');
    expect(answer.ok ? '' : answer.message).toContain('Bộ trưởng');
    expect(mayDecide('recognise', 'province', 4, '2026-11-21').ok).toBe(true);
    expect(mayDecide('recognise', 'province', 3, '2024-11-21').ok).toBe(false);
  });

  it('no two levels are entitled to one thing on one day', () => {
    const clash = COMPETENCES.filter((a) =>
      COMPETENCES.some(
        (b) =>
          a !== b &&
          a.over === b.over &&
          a.stars.some((star) => b.stars.includes(star)) &&
          a.from <= (b.to ?? '9999') &&
          b.from <= (a.to ?? '9999'),
      ),
    );
    expect(clash).toEqual([]);
  });
});

describe('R8.5 R12.9 a recognition of former years is entered as it was', () => {
  it.each(cases(import.meta.url, 'competence.cases.md', 'Ghi lại lần công nhận cũ'))('%o', (row) => {
    const answer = mayEnterPast({
      star: Number(cell(row, 'sao')),
      level: cell(row, 'cấp') as Level,
      decidedOn: cell(row, 'ngày quyết định'),
      unitThere: cell(row, 'đơn vị có lúc đó') === 'có',
      known: cell(row, 'đã có trong sổ') === 'có',
      bandStar: cell(row, 'điểm đạt') === '' ? null : (Number(cell(row, 'điểm đạt')) as 2 | 3 | 4),
      totalsFit: cell(row, 'phiếu khớp điểm') === 'có',
    });
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
  });
});
