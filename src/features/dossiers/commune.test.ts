/** Section 4.3: reception, papers, Form 03, code, return, proposal; refusals and two officers at once. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, checkedDossier, done, fourMatters, submittedDossier } from '../../../tests/support/dossiers.ts';
import { addWorkingDays } from '../../law/calendar.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();

describe('reception', () => {
  it('begins fifteen working days and is told in the list', async () => {
    const { id, version } = await submittedDossier(app);
    const officer = await app.signIn('commune');
    const before = await officer.page(`/ho-so/${id}`);
    expect(before.text).toContain('15 ngày làm việc');
    const sent = await officer.submit(before.form('/tiep-nhan'));
    expect(sent.location).toBe(`/ho-so/${id}`);
    const [row] = await app.database.asOwner<{ state: string; due: string }>(
      `select state, due_on::text as due from lifecycle where id = '${id}'`,
    );
    expect(row).toEqual({ state: 'checking', due: addWorkingDays(today, 15, []).day });
    expect((await officer.page('/ho-so')).text).toContain('Còn 15 ngày làm việc');
    expect((await act(officer, id, 'reception', version)).status).toBe(409);
  });
});
