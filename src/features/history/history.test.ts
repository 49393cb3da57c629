/** Issue 4, section 6: the history of a record is a readable timeline with old and new values. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { changesByRow } from './changes.ts';

const app = await testApp();

describe('old and new values', () => {
  it('come from the last row that named the fact, or from the row itself', () => {
    const found = changesByRow([
      { no: 3, facts: { proposedBefore: '2026-07-01', act: null, round: 'x' } },
      { no: 1, facts: { year: 2026, proposedBefore: '2026-06-01', act: 'KH 1' } },
      { no: 5, facts: { name: { before: 'A', after: 'B' }, proposedBefore: '2026-07-01' } },
      { no: 7, facts: null },
    ]);
    expect(found.get(1)?.map(({ label, after }) => [label, after])).toEqual([
      ['Năm', '2026'],
      ['Nhận hồ sơ trước ngày', '01/06/2026'],
      ['Văn bản', 'KH 1'],
    ]);
    expect(found.get(3)).toEqual([
      { label: 'Nhận hồ sơ trước ngày', before: '01/06/2026', after: '01/07/2026' },
      { label: 'Văn bản', before: 'KH 1', after: null },
    ]);
    expect(found.get(5)).toEqual([{ label: 'Tên', before: 'A', after: 'B' }]);
    expect(found.get(7)).toEqual([]);
  });
});

it('a corrected round shows what it was and what it is; the list of rounds leads there', async () => {
  const officer = await app.signIn('province');
  const list = await officer.page('/dot');
  const [, path = '', id = ''] = /href="(\/dot\/([0-9a-f-]{36}))"/.exec(list.html) ?? [];
  const form = (await officer.page(path)).form(path);
  await officer.submit(form, { act: 'Kế hoạch số 99/KH-UBND' });
  expect((await officer.page(path)).html).toContain(`href="/lich-su/${id}"`);
  const history = await officer.page(`/lich-su/${id}`);
  expect(history.text).toContain('Về đợt đánh giá');
  expect(history.status).toBe(200);
  expect(history.text).toContain('Kế hoạch số 99/KH-UBND');
  expect(history.text).toContain('Chuyên viên OCOP tỉnh');
});

it('S14 nobody reads the history of what they may not open; other records have none here', async () => {
  const idOf = async (process: string) =>
    (
      await app.database.asOwner<{ id: string }>(
        `select id from lifecycle where process = $1 and state not in ('new', 'draft') order by id limit 1`,
        [process],
      )
    )[0]?.id;
  const officer = await app.signIn('province');
  for (const process of ['sheet', 'session', 'account', 'producer', 'product', 'settings'])
    expect((await officer.page(`/lich-su/${await idOf(process)}`)).status, process).toBe(404);
  const [dossier, recognition] = [await idOf('dossier'), await idOf('recognition')];
  expect((await (await app.signIn('auditor')).page(`/lich-su/${dossier}`)).status).toBe(200);
  expect((await (await app.signIn('auditor')).page(`/lich-su/${recognition}`)).status).toBe(200);
  for (const role of ['producer', 'council-member-1', 'inspector', 'ministry'])
    expect((await (await app.signIn(role)).page(`/lich-su/${dossier}`)).status, role).toBe(404);
  expect((await (await app.signIn('administrator')).page(`/lich-su/${dossier}`)).status).toBe(404);
  for (const strange of ['x', '11111111-1111-4111-8111-111111111111'])
    expect((await officer.page(`/lich-su/${strange}`)).status).toBe(404);
});
