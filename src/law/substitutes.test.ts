import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { mayStandIn } from './substitutes.ts';

describe('R4.6 substitutes by department', () => {
  it.each(cases(import.meta.url, 'substitutes.cases.md', 'Thay ai'))('%o', (row) => {
    const other = cell(row, 'dự khuyết khác còn rảnh');
    const answer = mayStandIn({
      absent: cell(row, 'người vắng của'),
      substitute: cell(row, 'người thay của').normalize('NFD'),
      free: other === '' ? [] : [other],
      rule: cell(row, 'quy chế') === 'cùng cơ quan' ? 'department' : 'any',
    });
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
  });
});
