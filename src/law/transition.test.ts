import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { type ApplicationKind, RULEBOOK_PERIODS, rulebookFor, rulebookOnFiling } from './transition.ts';

describe('R1.2 R8.6 transition', () => {
  it.each(cases(import.meta.url, 'transition.cases.md', 'Bộ tiêu chí'))('%o', (row) => {
    const answer = rulebookFor(cell(row, 'loại') as ApplicationKind, cell(row, 'nộp ngày'), cell(row, 'xét ngày'));
    expect(answer.ok ? answer.value : answer.code).toBe(cell(row, 'kết quả'));
  });

  it('the refusal cites Article 12.2 and gives the way on of the setting', () => {
    const anew = rulebookFor('reEvaluation', '2026-05-21', '2026-11-21');
    const wait = rulebookFor('reEvaluation', '2026-05-21', '2026-11-21', 'wait');
    if (anew.ok || wait.ok) throw new Error('phải từ chối');
    expect(anew.basis.article).toBe('Điều 12 khoản 2 điểm b');
    expect(anew.message).toContain('Nộp hồ sơ mới');
    expect(wait.message).toContain('Chờ hướng dẫn');
  });

  it('the old act ends on 21/7/2026 and a new dossier is under the act of its day', () => {
    expect(RULEBOOK_PERIODS.map((one) => [one.rulebook, one.from, one.to])).toEqual([
      ['1048-2019', '2019-08-21', '2023-02-23'],
      ['148-2023', '2023-02-24', '2026-07-21'],
      ['26-2026', '2026-05-22', null],
    ]);
    expect(rulebookOnFiling('2026-11-21')).toMatchObject({ ok: true, value: '26-2026' });
  });
});
