import { expect, it } from 'vitest';
import { ACT_IN_FORCE } from './act.ts';
import { loadRulebook } from './rulebooks.ts';

it('R1.1 papers cite the act of the rulebook in force: number, day, title', async () => {
  const { legalBasis, title } = await loadRulebook('26-2026');
  const [act] = legalBasis;
  const [year, month, day] = (act?.issuedOn ?? '').split('-').map(Number);
  expect(ACT_IN_FORCE.short).toBe(`Quyết định số ${act?.number}`);
  expect(ACT_IN_FORCE.full).toBe(
    `${ACT_IN_FORCE.short} ngày ${day} tháng ${month} năm ${year} của Thủ tướng Chính phủ ban hành ${title.replace(' (OCOP)', '')}`,
  );
});
