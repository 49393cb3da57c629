/** A sheet filled in by hand: entered by the secretary in the member's name, sealed, marked so for ever, everywhere. */
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  PDF,
  SCORERS,
  SET,
  save,
  scoring,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import { pdfWords } from '../../../tests/support/documents.ts';
import { verifyRecord } from '../../law/session-verify.ts';
import { setIndexOf, totalOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';
import { sha256 } from './record.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const onPaper = demoSheet(index, 4, 81);
const total = totalOf(index, onPaper);
const scan = { scan: { name: 'phieu.pdf', type: 'application/pdf', bytes: PDF } };
const MEMBER = 'council-member-1';
const ENTERED = /Nhập từ bản giấy: .{5,60} nhập lúc \d\d:\d\d/;
let province: Client;
let secretary: Client;
let member: Client;
let session = '';
let dossiers: string[] = [];
let sheet = '';

const fields = (answers: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(answers).map(([code, chosen]) => [`answers.${code}`, chosen]));
const enter = async (id: string, more: Record<string, string> = {}, answers = onPaper) => {
  const page = await secretary.page(`/phieu/${id}/nhap`);
  return secretary.submit(page.form('/nhap'), { ...fields(answers), ...more }, scan);
};

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến giấy A', 'Miến giấy B']);
  [province, secretary, member] = (await Promise.all(
    ['province', 'council-secretary', MEMBER].map((one) => app.signIn(one)),
  )) as [Client, Client, Client];
  const council = await establish(app, province);
  session = await scoring(app, { ...made, province, secretary, council });
  dossiers = made.dossiers;
  sheet = await sheetOf(app, session, dossiers[0] ?? '', MEMBER);
}, 120_000);

it('is reached by choosing member and product, and never shows what the member has on the device (S14)', async () => {
  expect((await save(app, member, sheet, { '1.1': '1.1#1' })).status).toBe(200);
  const start = await secretary.page(`/phien/${session}`);
  expect(start.html).toContain(`/phien/${session}/nhap-giay`);
  const [row] = await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [sheet]);
  const found = await secretary.page(`/phien/${session}/nhap-giay?seat=${row?.seat}&dossier=${dossiers[0]}`);
  expect(found.location).toBe(`/phieu/${sheet}/nhap`);
  const page = await secretary.page(`/phieu/${sheet}/nhap`);
  expect(page.html).not.toMatch(/<input[^>]*type="radio"[^>]*checked/);
  for (const key of ['council-chair', 'council-member-2', 'province', 'auditor', MEMBER])
    for (const path of [`/phieu/${sheet}/nhap`, `/phien/${session}/nhap-giay`])
      expect([key, path, (await (await app.signIn(key)).page(path)).status]).toEqual([key, path, 404]);
});

it('is refused in words when the sum on the paper is another, when nothing is chosen, and without its scan', async () => {
  const other = await enter(sheet, { paperTotal: String(total - 1) });
  expect([other.status, other.text]).toEqual([422, expect.stringContaining(`cộng thành ${total} điểm`)]);
  expect((other.html.match(/<input[^>]*checked/g) ?? []).length).toBeGreaterThan(20);
  expect((await enter(sheet, {}, {})).text).toContain('Chọn các ô như trên phiếu giấy');
  const page = await secretary.page(`/phieu/${sheet}/nhap`);
  expect((await secretary.submit(page.form('/nhap'), fields(onPaper))).status).toBe(422);
  const [row] = await app.database.asOwner<{ state: string }>('select state from lifecycle where id = $1', [sheet]);
  expect(row?.state).toBe('open');
});

it('is locked and sealed in the member’s name; both names stand in one row of the ledger, no points do', async () => {
  const done = await enter(sheet, { opinion: 'Ghi tay: sợi dai', paperTotal: String(total) });
  expect([done.status, done.html.match(/class="esum.*?<\/div>/s)?.[0]]).toEqual([303, undefined]);
  expect([done.status, done.location]).toEqual([303, `/phieu/${sheet}/nhap`]);
  const shown = await secretary.page(`/phieu/${sheet}/nhap`);
  expect(shown.text).toMatch(ENTERED);
  expect(shown.text).toContain('Ghi tay: sợi dai');
  const [row] = await app.database.asOwner<{ actor: string; facts: Record<string, string> }>(
    `select actor_name as actor, facts from ledger where subject = $1 and action = 'sheet.enterPaper'`,
    [sheet],
  );
  expect(row?.facts.enteredBy).toBe(row?.actor);
  expect(row?.facts.member).toMatch(/Thành viên 1/);
  expect(row?.facts.scan).toBe(sha256(PDF));
  expect(Object.keys(row?.facts ?? {}).sort()).toEqual(['contentHash', 'enteredBy', 'member', 'scan']);
});

it('is the member’s own sheet, so marked, with its scan; nobody else reads either before the opening', async () => {
  const own = await member.page(`/cham/${sheet}`);
  expect(own.text).toMatch(ENTERED);
  const file = own.html.match(/\/tep\/[0-9a-f-]{36}/)?.[0] ?? '';
  expect((await member.fetch(file)).status).toBe(200);
  for (const key of ['council-chair', 'council-member-2', 'province', 'auditor', 'commune'])
    expect([key, (await (await app.signIn(key)).fetch(file)).status]).toEqual([key, 404]);
  expect((await enter(sheet).catch((error: Error) => error.message)) as string).toMatch(/nhap/); // no form any more
  const again = await secretary.json('POST', `/api/v1/sheets/${sheet}/paper`, {}, { key: true, ifMatch: 2 });
  expect(again.status).toBe(422);
});

it('is refused for a member who stepped back, who is recorded absent, and who has handed in', async () => {
  const [, second = ''] = dossiers;
  const refusal = async (id: string) => {
    const version = await versionOf(app, id);
    const upload = await enter(await sheetOf(app, session, second, 'council-member-5'), { paperTotal: '1' });
    const file = upload.html.match(/type="hidden" name="scan" value="([0-9a-f-]{36})"/)?.[1];
    const body = { answers: onPaper, scan: file };
    const answer = await secretary.json('POST', `/api/v1/sheets/${id}/paper`, body, { key: true, ifMatch: version });
    return [answer.status, String(answer.body.detail)] as const;
  };
  const seatOf = async (id: string) =>
    (await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [id]))[0]?.seat;
  const [handed, away, back] = await Promise.all(
    ['council-member-2', 'council-member-3', 'council-member-4'].map((key) => sheetOf(app, session, second, key)),
  );
  await handIn(app, await app.signIn('council-member-2'), handed ?? '', onPaper);
  expect(await refusal(handed ?? '')).toEqual([409, expect.stringContaining('đã có người khác xử lý')]);
  expect((await secretary.page(`/phieu/${handed}/nhap`)).text).toContain('Thành viên đã nộp phiếu này trên máy');
  const seat = await seatOf(back ?? '');
  await act(app, secretary, `/sessions/${session}/recusals`, { seat, dossier: second, reason: 'Người nhà' }, session);
  expect(await refusal(back ?? '')).toEqual([409, expect.stringContaining('từ chối chấm')]);
  const absent = { seat: await seatOf(away ?? ''), reason: 'Ốm' };
  await act(app, secretary, `/sessions/${session}/absences`, absent, session);
  expect(await refusal(away ?? '')).toEqual([409, expect.stringContaining('ghi vắng mặt')]);
  expect((await secretary.page(`/phieu/${away}/nhap`)).text).toContain('đã được ghi vắng mặt');
  await act(app, secretary, `/sessions/${session}/presences`, { ...absent, reason: 'Đã đến' }, session);
});

it('stands marked on result, versions, minutes and record of the session, which anyone verifies; old records too', async () => {
  for (const key of SCORERS)
    for (const dossier of dossiers) {
      const id = await sheetOf(app, session, dossier, key);
      const [row] = await app.database.asOwner<{ state: string; back: boolean }>(
        `select state, not exists (select from seat_reach r where r.subject = l.id and r.seat_role = 'author') as back from lifecycle l where id = $1`,
        [id],
      );
      if (row?.state === 'open' && !row.back) await handIn(app, await app.signIn(key), id, onPaper);
    }
  await act(app, secretary, `/sessions/${session}/closure`, {}, session);
  expect((await secretary.page(`/phieu/${sheet}/nhap`)).text).toMatch(ENTERED);
  await act(app, secretary, `/sessions/${session}/opening`, {}, session);
  expect((await province.page(`/phien/${session}/ket-qua/${dossiers[0]}`)).text).toMatch(ENTERED);
  const versions = await province.page(`/phien/${session}/phieu/${sheet}`);
  expect(versions.text).toMatch(ENTERED);
  const file = versions.html.match(/\/tep\/[0-9a-f-]{36}/)?.[0] ?? '';
  expect((await province.fetch(file)).status).toBe(200);
  await act(app, secretary, `/sessions/${session}/conclusion`, { minutesNumber: '7/BB' }, session);
  const minutes = new Uint8Array(await (await secretary.fetch(`/phien/${session}/bien-ban.pdf`)).arrayBuffer());
  expect(await pdfWords(minutes)).toMatch(/\(Nhập từ bản giấy: /);
  const printed = await member.fetch(`/cham/${sheet}/phieu.pdf`);
  expect(await pdfWords(new Uint8Array(await printed.arrayBuffer()))).toMatch(/Nhập từ bản giấy: /);
  const record = JSON.parse(await (await secretary.fetch(`/phien/${session}/ho-so-phien.json`)).text());
  const tools = { hash: sha256, setOf: (set: string) => (set === SET ? index : undefined) };
  expect(verifyRecord(record, tools).filter(({ fits }) => !fits)).toEqual([]);
  const of = record.products[0].sheets.find((one: { sheet: string }) => one.sheet === sheet);
  expect(of.versions[0].paper).toEqual({ by: expect.stringMatching(/\S/), scan: sha256(PDF) });
  const other = record.products[0].sheets.find((one: { sheet: string }) => one.sheet !== sheet);
  expect(Object.keys(other.versions[0])).not.toContain('paper'); // as in records of before
  of.versions[0].paper.by = ' ';
  const faults = verifyRecord(record, tools).filter(({ fits }) => !fits);
  expect(faults.map(({ what }) => what)).toEqual([
    'Phiếu nhập từ bản giấy ghi rõ người nhập và mã tệp quét',
    'Mã niêm phong của phiên khớp với toàn bộ nội dung',
  ]);
}, 60_000);
