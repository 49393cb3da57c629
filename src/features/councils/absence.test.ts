/** A seat recorded absent scores no more, one that handed in is not absent, and a council at work is not dissolved. */
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SET,
  save,
  scoring,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const good = demoSheet(await setIndexOf(SET), 4, 80);
let [council, session, dossier] = ['', '', ''];
let [province, secretary, member]: (Client | undefined)[] = [];
const as = async (key: string) => app.signIn(key);
const seatOf = async (sheet: string): Promise<string> =>
  (await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [sheet]))[0]?.seat ?? '';

beforeAll(async () => {
  [province, secretary, member] = await Promise.all(['province', 'council-secretary', 'council-member-1'].map(as));
  const made = await dossiersInRound(app, ['Miến vắng mặt']);
  if (!province || !secretary) throw new Error('nobody signed in');
  council = await establish(app, province);
  session = await scoring(app, { ...made, province, secretary, council });
  [dossier = ''] = made.dossiers;
}, 120_000);

it('a member recorded absent neither saves nor hands in, and reads why', async () => {
  if (!secretary || !member) throw new Error('nobody signed in');
  const sheet = await sheetOf(app, session, dossier, 'council-member-1');
  const { draftVersion } = (await save(app, member, sheet, good)).body;
  const absence = { seat: await seatOf(sheet), reason: 'Đi công tác' };
  await act(app, secretary, `/sessions/${session}/absences`, absence, session);
  const saved = await save(app, member, sheet, {});
  expect([saved.status, saved.body.detail]).toEqual([409, expect.stringContaining('đã ghi vắng mặt')]);
  const ask = { key: true, ifMatch: await versionOf(app, sheet) };
  const sent = await member.json('POST', `/api/v1/sheets/${sheet}/submission`, { draftVersion }, ask);
  expect([sent.status, sent.body.code, sent.body.detail]).toEqual([
    409,
    'absent',
    expect.stringContaining('đã ghi vắng mặt'),
  ]);
  expect((await member.page(`/cham/${sheet}`)).text).toContain('Thư ký đã ghi bạn vắng mặt ở phiên này');
});

it('an absence recorded by mistake is taken back with its reason, and the member goes on with the same sheet', async () => {
  if (!secretary || !member) throw new Error('nobody signed in');
  const sheet = await sheetOf(app, session, dossier, 'council-member-1');
  const seat = await seatOf(sheet);
  await act(app, secretary, `/sessions/${session}/presences`, { seat, reason: 'Ghi nhầm người' }, session);
  expect((await save(app, member, sheet, good)).status).toBe(200);
  const again = await secretary.json(
    'POST',
    `/api/v1/sessions/${session}/presences`,
    { seat, reason: 'Lần nữa' },
    { key: true, ifMatch: await versionOf(app, session) },
  );
  expect([again.status, again.body.detail]).toEqual([422, expect.stringContaining('không bị ghi vắng')]);
  await act(app, secretary, `/sessions/${session}/absences`, { seat, reason: 'Về giữa chừng' }, session);
});

it('who has handed in is not recorded absent until the chair has opened the sheet again', async () => {
  if (!secretary) throw new Error('nobody signed in');
  const sheet = await sheetOf(app, session, dossier, 'council-member-2');
  expect((await handIn(app, await as('council-member-2'), sheet, good)).status).toBe(200);
  const absence = { seat: await seatOf(sheet), reason: 'Về sớm' };
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  const refused = await secretary.json('POST', `/api/v1/sessions/${session}/absences`, absence, ask);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Miến vắng mặt')]);
  const chair = await as('council-chair');
  await act(app, chair, `/sheets/${sheet}/reopening`, { reason: 'Ghi vắng mặt' }, sheet);
  await act(app, secretary, `/sessions/${session}/absences`, absence, session);
});

it('a council is not dissolved while a session of it is not concluded', async () => {
  if (!province) throw new Error('nobody signed in');
  const ask = { key: true, ifMatch: await versionOf(app, council) };
  const path = `/api/v1/councils/${council}/dissolution`;
  const refused = await province.json('POST', path, { reason: 'Hết nhiệm kỳ' }, ask);
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'openSessions',
    expect.stringContaining('Phiên chấm thử'),
  ]);
  const idle = await establish(app, province);
  await act(app, province, `/councils/${idle}/dissolution`, { reason: 'Lập nhầm' }, idle);
});

it('R4.6 whoever is absent is missing from the quorum', async () => {
  if (!secretary) throw new Error('nobody signed in');
  for (const key of ['council-chair', 'council-member-3', 'council-member-4', 'council-member-5']) {
    const sheet = await sheetOf(app, session, dossier, key);
    expect((await handIn(app, await as(key), sheet, good)).status).toBe(200);
  }
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  const closed = await secretary.json('POST', `/api/v1/sessions/${session}/closure`, {}, ask);
  expect([closed.status, closed.body.code]).toEqual([409, 'quorum']);
});
