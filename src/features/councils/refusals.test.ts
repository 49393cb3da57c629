/** S14, S17, Q3–Q5: what a council refuses, and that nothing of an unopened sheet reaches anybody but its author. */
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  MEMBERS,
  SCORERS,
  SET,
  save,
  scoring,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (await app.signIn(key));
  people.set(key, client);
  return client;
};
const index = await setIndexOf(SET);
const good = demoSheet(index, 4, 80);
const draftOf = async (sheet: string): Promise<number> => {
  const query = 'select draft_version as version from score_sheet where id = $1';
  return (await app.database.asOwner<{ version: number }>(query, [sheet]))[0]?.version ?? 0;
};
let session = '';
let first = '';
let second = '';

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến từ chối một', 'Miến từ chối hai']);
  const [province, secretary] = [await as('province'), await as('council-secretary')];
  const council = await establish(app, province);
  session = await scoring(app, { ...made, province, secretary, council });
  [first = '', second = ''] = made.dossiers;
}, 120_000);

it('test 1: a wrong option, a total from the browser and a stale draft are refused', async () => {
  const member = await as('council-member-1');
  const sheet = await sheetOf(app, session, first, 'council-member-1');
  const code = index.criteria[0]?.code ?? '';
  const ask = { key: true, ifMatch: 1 };
  const wrong = [
    [{ answers: { [code]: 'không-có-ô-này' } }, `answers.${code}`],
    [{ answers: { 'không-có': 'x' } }, 'answers.không-có'],
    [{ answers: { constructor: 'x' } }, 'answers.constructor'],
    [{ answers: good, notes: { '99': 'x' } }, 'notes.99'],
    [{ answers: good, notes: { constructor: 'x' } }, 'notes.constructor'],
  ] as const;
  for (const [body, field] of wrong) {
    const { status, body: said } = await member.json('POST', `/api/v1/sheets/${sheet}`, body, ask);
    expect([status, said.errors]).toEqual([422, [{ field, message: expect.any(String) }]]);
  }
  const total = await member.json('POST', `/api/v1/sheets/${sheet}`, { answers: good, total: 100 }, ask);
  expect(total.status).toBe(422);
  expect((await save(app, member, sheet, good)).status).toBe(200);
  const stale = await member.json('POST', `/api/v1/sheets/${sheet}`, { answers: {} }, ask);
  expect([stale.status, stale.body.detail]).toEqual([412, expect.stringContaining('trang hoặc thiết bị khác')]);
  expect(String(stale.body.detail)).not.toMatch(/Thư ký|lúc \d/);
});

it('Q5 U32 what was saved meanwhile on another device is not handed in unseen', async () => {
  const member = await as('council-member-1');
  const sheet = await sheetOf(app, session, first, 'council-member-1');
  const page = await member.page(`/cham/${sheet}/nop`);
  const seen = Number(new Map(page.form(`/cham/${sheet}/nop`).fields).get('draftVersion'));
  expect((await save(app, member, sheet, good)).body.draftVersion).toBe(seen + 1);
  const ask = { key: true, ifMatch: await versionOf(app, sheet) };
  const path = `/api/v1/sheets/${sheet}/submission`;
  const unseen = await member.json('POST', path, {}, ask);
  expect([unseen.status, unseen.body.errors]).toMatchObject([422, [{ field: 'draftVersion' }]]);
  const old = await member.json('POST', path, { draftVersion: seen }, ask);
  expect([old.status, old.body.details]).toEqual([412, { current: seen + 1 }]);
  const refused = await member.submit(page.form(`/cham/${sheet}/nop`));
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('trang hoặc thiết bị khác')]);
  const again = refused.form(`/cham/${sheet}/nop`);
  expect(new Map(again.fields).get('draftVersion')).toBe(String(seen + 1));
});

it('Q4 the same key gives the same answer, once', async () => {
  const member = await as('council-member-1');
  const sheet = await sheetOf(app, session, first, 'council-member-1');
  const ask = { key: '0196f000-0000-7000-8000-000000000001', ifMatch: await versionOf(app, sheet) };
  const path = `/api/v1/sheets/${sheet}/submission`;
  const body = { draftVersion: await draftOf(sheet) };
  const [one, again] = [await member.json('POST', path, body, ask), await member.json('POST', path, body, ask)];
  expect([one.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(one.body);
  const versions = await app.database.asOwner<{ n: number }>(
    'select count(*)::int as n from score_sheet_version where sheet = $1',
    [sheet],
  );
  expect(versions).toEqual([{ n: 1 }]);
  expect((await save(app, member, sheet, good)).status).toBe(409);
});

it('S14 before opening nobody but the author reads a sheet, a result or minutes', async () => {
  const sheet = await sheetOf(app, session, first, 'council-member-1');
  for (const key of ['council-member-2', 'council-chair', 'council-secretary', 'province', 'auditor', 'commune']) {
    const client = await as(key);
    for (const path of [
      `/cham/${sheet}`,
      `/cham/${sheet}/nop`,
      `/phien/${session}/ket-qua/${first}`,
      `/phien/${session}/bien-ban.pdf`,
      `/phien/${session}/tong-hop.pdf`,
    ])
      expect([key, path, (await client.page(path)).status]).toEqual([key, path, 404]);
    const ask = { key: true, ifMatch: 2 };
    const saved = await client.json('POST', `/api/v1/sheets/${sheet}`, { answers: {} }, ask);
    const sent = await client.json('POST', `/api/v1/sheets/${sheet}/submission`, { draftVersion: 1 }, ask);
    expect([key, saved.status, sent.status]).toEqual([key, 404, 404]);
  }
});

it('U31 the pages of others are the same before and after a member hands in', async () => {
  const seen = async (key: string) => {
    const page = await (await as(key)).page(`/phien/${session}`);
    expect(page.status).toBe(200);
    return page.text;
  };
  const watchers = ['council-member-2', 'province'];
  const before = await Promise.all(watchers.map(seen));
  const sheet = await sheetOf(app, session, second, 'council-member-1');
  expect((await handIn(app, await as('council-member-1'), sheet, good)).status).toBe(200);
  expect(await Promise.all(watchers.map(seen))).toEqual(before);
  expect(before.join(' ')).not.toContain('Đã nộp');
});

it('a member who stepped back neither reads nor scores the dossier', async () => {
  const [secretary, member] = [await as('council-secretary'), await as('council-member-5')];
  const sheet = await sheetOf(app, session, second, 'council-member-5');
  expect((await member.page(`/cham/${sheet}`)).status).toBe(200);
  const [seat] = await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [sheet]);
  const body = { seat: seat?.seat, dossier: second, reason: 'Người nhà góp vốn' };
  expect((await (await as('province')).page(`/phien/${session}`)).text).not.toContain('Không tham gia chấm');
  await act(app, await as('council-member-5'), `/sessions/${session}/recusals`, body, session);
  expect((await (await as('province')).page(`/phien/${session}`)).text).toContain('Không tham gia chấm');
  expect((await (await as('council-member-2')).page(`/phien/${session}`)).text).not.toContain('Không tham gia chấm');
  expect((await member.page(`/cham/${sheet}`)).status).toBe(404);
  expect((await member.page(`/ho-so/${second}`)).status).toBe(404);
  expect((await handIn(app, member, sheet, good)).status).toBe(404);
  expect((await member.page(`/ho-so/${first}`)).status).toBe(200);
  expect((await secretary.page(`/phien/${session}`)).status).toBe(200);
});

it('test 5: a session with sheets missing does not close; the chair opens a sheet again with a reason', async () => {
  const secretary = await as('council-secretary');
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  expect((await secretary.json('POST', `/api/v1/sessions/${session}/closure`, {}, ask)).status).toBe(409);
  const sheet = await sheetOf(app, session, first, 'council-member-1');
  const reopen = { reason: 'Ghi nhầm ô' };
  const path = `/api/v1/sheets/${sheet}/reopening`;
  const version = { key: true, ifMatch: await versionOf(app, sheet) };
  expect((await secretary.json('POST', path, reopen, version)).status).toBe(404);
  const chair = await as('council-chair');
  expect((await chair.json('POST', path, reopen, { ...version, key: true })).status).toBe(200);
  expect((await (await as('council-member-1')).page(`/cham/${sheet}`)).status).toBe(200);
});

it('Q3 everybody hands in at the same moment: every sheet is in, and the sum is right', async () => {
  const open = await app.database.asOwner<{ id: string; key: string }>(
    `select s.id, a.username as key from score_sheet s join lifecycle l on l.id = s.id join council_seat c on c.id = s.seat
       join account a on a.id = c.account
      where s.session = $1 and l.state = 'open'
        and not exists (select from recusal r where r.session = s.session and r.dossier = s.dossier and r.seat = s.seat)`,
    [session],
  );
  expect(open.length).toBe(SCORERS.length * 2 - 2);
  await Promise.all(open.map(({ key }) => as(key)));
  const answers = await Promise.all(open.map(async ({ id, key }) => handIn(app, await as(key), id, good)));
  expect(answers.map(({ status }) => status)).toEqual(open.map(() => 200));
  const secretary = await as('council-secretary');
  await act(app, secretary, `/sessions/${session}/closure`, {}, session);
  const late = await sheetOf(app, session, first, MEMBERS[1] ?? '');
  expect((await save(app, await as('council-member-2'), late, {})).status).toBe(409);
  await act(app, secretary, `/sessions/${session}/opening`, {}, session);
  const results = await app.database.asOwner<{ n: number; same: boolean }>(
    `select e.sheet_count as n, e.point_sum = (select sum(v.total) from score_sheet s join score_sheet_version v on v.sheet = s.id
              where s.session = e.session and s.dossier = e.dossier
                and v.no = (select max(no) from score_sheet_version w where w.sheet = s.id)) as same
       from evaluation_result e where session = $1 order by sheet_count`,
    [session],
  );
  expect(results).toEqual([
    { n: SCORERS.length - 1, same: true },
    { n: SCORERS.length, same: true },
  ]);
});

it('a closed session cannot be opened by two secretaries, nor by the province', async () => {
  const province = await as('province');
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  expect((await province.json('POST', `/api/v1/sessions/${session}/opening`, {}, ask)).status).toBe(404);
  const again = await (await as('council-secretary')).json('POST', `/api/v1/sessions/${session}/opening`, {}, ask);
  expect(again.status).toBe(409);
});
