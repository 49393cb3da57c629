/** S14, U31: the ledger tells nothing of sheets before the scores are open, and everything after. */
import { expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { testApp } from './support/app.ts';
import { act, dossiersInRound, establish, handIn, SCORERS, SET, scoring, sheetOf } from './support/council.ts';

const app = await testApp();
const good = demoSheet(await setIndexOf(SET), 4, 80);
const { round, dossiers } = await dossiersInRound(app, ['Miến sổ ghi']);
const [dossier = ''] = dossiers;
const [province, secretary] = [await app.signIn('province'), await app.signIn('council-secretary')];
const council = await establish(app, province);
const session = await scoring(app, { province, secretary, council, round, dossiers });

const WATCHERS = ['province', 'auditor', 'administrator', 'commune'];
/** What the ledger shows of sheets, of the session and of the dossier. */
const seen = async () => {
  const pages: Record<string, string> = {};
  for (const key of WATCHERS) {
    const client = await app.signIn(key);
    for (const path of ['/so-ghi?process=sheet', '/so-ghi?q=mien so ghi', `/ho-so/${dossier}/so-ghi`]) {
      const { status, text } = await client.page(path);
      pages[`${key} ${path}`] = status === 200 ? text : String(status);
    }
  }
  return pages;
};
const everybodyHandsIn = async () => {
  for (const key of SCORERS) {
    const answer = await handIn(app, await app.signIn(key), await sheetOf(app, session, dossier, key), good);
    expect(answer.status).toBe(200);
  }
};

it('S14 U31 handing in and opening again leave no trace in anybody’s ledger before the scores are open', async () => {
  const before = await seen();
  expect(before['province /so-ghi?process=sheet']).toContain('Giao phiếu chấm');
  await everybodyHandsIn();
  const sheet = await sheetOf(app, session, dossier, 'council-member-1');
  await act(app, await app.signIn('council-chair'), `/sheets/${sheet}/reopening`, { reason: 'Ghi nhầm ô' }, sheet);
  expect((await handIn(app, await app.signIn('council-member-1'), sheet, good)).status).toBe(200);
  const after = await seen();
  expect(Object.keys(before).filter((page) => after[page] !== before[page])).toEqual([]);
});

it('U31 after the opening the ledger says who handed in, when, and which sheet was opened again and why', async () => {
  await act(app, secretary, `/sessions/${session}/closure`, {}, session);
  await act(app, secretary, `/sessions/${session}/opening`, {}, session);
  const after = await seen();
  for (const key of ['province', 'auditor']) {
    const text = after[`${key} /so-ghi?process=sheet`] ?? '';
    expect(text.split('Nộp phiếu chấm').length - 1).toBeGreaterThanOrEqual(SCORERS.length + 1);
    for (const words of ['Mở lại phiếu chấm', 'Ghi nhầm ô', 'Miến sổ ghi', 'Thành viên 1'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/\b80 điểm\b/);
  }
  expect(after['commune /so-ghi?process=sheet']).not.toContain('Nộp phiếu chấm');
});
