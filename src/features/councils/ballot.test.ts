/** R4.7: written opinions on re-evaluations: sent, answered, reminded, closed in writing, or turned into a meeting. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import { wordText } from '../../../tests/support/documents.ts';
import { addDays } from '../../law/days.ts';
import { dayOf } from '../../platform/clock.ts';
import { remindOfBallots } from './ballot-reminders.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const today = dayOf(new Date());
const index = await setIndexOf(SET);
const [province, secretary] = [await app.signIn('province'), await app.signIn('council-secretary')];
const members = await Promise.all(SCORERS.map(async (key) => ({ key, client: await app.signIn(key) })));
const council = await establish(app, province, [], { ballotDays: 5, spreadLimit: 10 });

/** A session by written opinions on products whose certificates end; begun. */
async function ballot(names: readonly string[]): Promise<{ session: string; dossiers: string[] }> {
  const { round, dossiers } = await dossiersInRound(app, names);
  await app.database.asOwner(`update dossier set kind = 'reEvaluation' where id = any($1)`, [dossiers]);
  const plan = { council, round, title: `Đánh giá lại ${names[0]}`, mode: 'written' };
  const session = String((await act(app, province, '/sessions', plan)).id);
  await act(app, province, `/sessions/${session}/agenda`, { dossiers }, session);
  await act(app, secretary, `/sessions/${session}/start`, {}, session);
  return { session, dossiers };
}

async function answer(session: string, dossier: string, key: string, points: number): Promise<void> {
  const client = members.find((one) => one.key === key)?.client as Client;
  const sheet = await sheetOf(app, session, dossier, key);
  const { status, body } = await handIn(app, client, sheet, demoSheet(index, 3, points));
  if (status !== 200) throw new Error(`${key}: ${status} ${JSON.stringify(body)}`);
}

async function ask(session: string, dossier: string, key: string, reason: string) {
  const sheet = await sheetOf(app, session, dossier, key);
  const client = members.find((one) => one.key === key)?.client as Client;
  const ifMatch = await versionOf(app, sheet);
  return client.json('POST', `/api/v1/sheets/${sheet}/meeting-request`, { reason }, { key: true, ifMatch });
}

const post = async (client: Client, path: string, subject: string, body: object = {}) =>
  client.json('POST', `/api/v1${path}`, body, { key: true, ifMatch: await versionOf(app, subject) });

describe('a ballot that ends in writing', async () => {
  const { session, dossiers } = await ballot(['Miến đánh giá lại']);
  const [dossier = ''] = dossiers;
  const lastDay = addDays(today, 5);

  it('is sent to everybody who scores, with the last day the regulation gives', async () => {
    const letters = await app.database.asOwner<{ body: string }>(
      `select body from outbox where about = $1 and subject like 'Lấy ý kiến%' and channel = 'app'`,
      [session],
    );
    expect(letters).toHaveLength(SCORERS.length);
    expect(letters[0]?.body).toContain(lastDay.split('-').reverse().join('/'));
    const sheet = await sheetOf(app, session, dossier, 'council-member-1');
    const page = await members[1]?.client.page(`/cham/${sheet}`);
    expect(page?.text).toContain('Lấy ý kiến bằng văn bản, trả lời đến hết ngày');
  });

  it('the secretary sees who has answered and reminds the others, once a day; members see nothing of it', async () => {
    await answer(session, dossier, 'council-member-1', 80);
    const page = await secretary.page(`/phien/${session}/lay-y-kien`);
    expect(page.text).toContain('1/6 thành viên');
    expect(page.text).toContain('còn 5 ngày');
    expect((await members[1]?.client.page(`/phien/${session}/lay-y-kien`))?.status).toBe(404);
    const done = await secretary.submit(page.form('/nhac'));
    expect(done.status).toBe(303);
    expect((await post(secretary, `/sessions/${session}/ballot-reminders`, session)).body.code).toBe('waiting');
    const after = await secretary.page(`/phien/${session}/lay-y-kien`);
    expect(after.forms.some(({ action }) => action.endsWith('/nhac'))).toBe(false);
  });

  it('the daily reminders tell who has not answered, once for each day of the setting', async () => {
    const waiting = SCORERS.length - 1;
    const on = async (day: string) => {
      await remindOfBallots(app.database.db, day);
      const [told] = await app.database.asOwner<{ n: number }>(
        `select count(*)::int as n from ballot_reminder where session = $1 and day = $2 and kind like 'before:%'`,
        [session, day],
      );
      return told?.n;
    };
    expect(await on(addDays(lastDay, -3))).toBe(0);
    expect(await on(addDays(lastDay, -2))).toBe(waiting);
    expect(await on(addDays(lastDay, -1))).toBe(0);
    expect(await on(lastDay)).toBe(waiting);
    const again = await remindOfBallots(app.database.db, lastDay);
    expect(again).toBe(0);
  });

  it('closes, opens and is concluded in writing; the minutes say when it was sent and how many answered', async () => {
    const early = await post(secretary, `/sessions/${session}/closure`, session);
    expect(early.body.code).toBe('sheetsMissing');
    for (const { key } of members.filter((one) => one.key !== 'council-member-1'))
      await answer(session, dossier, key, 78);
    for (const step of ['closure', 'opening', 'conclusion'])
      await act(app, secretary, `/sessions/${session}/${step}`, {}, session);
    const [row] = await app.database.asOwner<{ mode: string; met: unknown }>(
      'select mode, met_instead as met from council_session where id = $1',
      [session],
    );
    expect(row).toEqual({ mode: 'written', met: null });
    expect((await ask(session, dossier, 'council-member-2', 'Muộn rồi')).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a ballot that turns into a meeting because a member asks for it', async () => {
  const { session, dossiers } = await ballot(['Trà cần họp', 'Trà không cần họp']);
  const [first = '', second = ''] = dossiers;

  it('the reason is read by the secretary; handing the sheet in takes the place of the asking', async () => {
    for (const dossier of dossiers) await answer(session, dossier, 'council-member-2', 80);
    expect((await ask(session, second, 'council-member-1', 'Nhầm sản phẩm')).status).toBe(200);
    await answer(session, second, 'council-member-1', 79);
    expect((await ask(session, first, 'council-member-1', 'Nguyên liệu đổi, cần nếm lại')).status).toBe(200);
    const page = await secretary.page(`/phien/${session}/lay-y-kien`);
    expect(page.text).toContain('Đề nghị họp về Trà cần họp: Nguyên liệu đổi, cần nếm lại');
    expect(page.text).not.toContain('Nhầm sản phẩm');
    expect(page.text).toContain('Trà cần họp: 1 thành viên đề nghị họp (quy chế: từ 1 người)');
    expect((await ask(session, first, 'council-member-1', ' ')).status).toBe(422);
  });

  it('closing in writing is refused; the meeting keeps what was handed in as first versions', async () => {
    const closing = await post(secretary, `/sessions/${session}/closure`, session);
    expect([closing.status, closing.body.code]).toEqual([409, 'meetFirst']);
    const page = await secretary.page(`/phien/${session}/lay-y-kien`);
    const done = await secretary.submit(page.form('/hop'), { heldOn: '30/11/2026', place: 'Phòng họp số 2' });
    expect([done.status, done.location]).toEqual([303, `/phien/${session}`]);
    const sheets = await app.database.asOwner<{ dossier: string; state: string; versions: number }>(
      `select s.dossier, l.state, (select count(*)::int from score_sheet_version v where v.sheet = s.id) as versions
         from score_sheet s join lifecycle l on l.id = s.id join council_seat c on c.id = s.seat
        where s.session = $1 and (select count(*) from score_sheet_version v where v.sheet = s.id) > 0 order by l.state, s.dossier`,
      [session],
    );
    expect(sheets.filter((one) => one.dossier === first)).toEqual([{ dossier: first, state: 'open', versions: 1 }]);
    expect(sheets.filter((one) => one.dossier === second).map(({ state }) => state)).toEqual([
      'submitted',
      'submitted',
    ]);
    const room = await secretary.page(`/phien/${session}`);
    expect(room.text).toContain('Lấy ý kiến bằng văn bản, chuyển sang họp từ ngày');
    expect(room.text).toContain('Trà cần họp: 1 thành viên đề nghị họp');
  });

  it('after the meeting it is scored, opened and concluded; a ballot act on it is refused', async () => {
    const left = await app.database.asOwner<{ dossier: string; key: string }>(
      `select s.dossier, a.username as key from score_sheet s join lifecycle l on l.id = s.id and l.state = 'open'
         join council_seat c on c.id = s.seat join account a on a.id = c.account where s.session = $1`,
      [session],
    );
    for (const { dossier, key } of left) await answer(session, dossier, key, 79);
    expect((await post(secretary, `/sessions/${session}/ballot-reminders`, session)).body.code).toBe('mode');
    for (const step of ['closure', 'opening', 'conclusion'])
      await act(app, secretary, `/sessions/${session}/${step}`, {}, session);
    for (const paper of ['bien-ban', 'tong-hop', 'bao-cao']) {
      const sent = await secretary.fetch(`/phien/${session}/${paper}.docx`);
      const text = wordText(new Uint8Array(await sent.arrayBuffer()));
      expect([paper, text]).toEqual([paper, expect.stringContaining('sang họp vì: Trà cần họp: 1 thành viên đề nghị')]);
    }
  });
});

describe('opinions too far apart', async () => {
  const { session, dossiers } = await ballot(['Bánh chênh lệch']);
  const [dossier = ''] = dossiers;

  it('are neither kept nor scored again in writing: they are discussed in a meeting', async () => {
    for (const [at, { key }] of members.entries()) await answer(session, dossier, key, at === 0 ? 52 : 80);
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    const kept = await post(secretary, `/sessions/${session}/accepted-spreads`, session, { dossier, reason: 'Giữ' });
    expect([kept.status, kept.body.code]).toEqual([409, 'meetFirst']);
    const page = await secretary.page(`/phien/${session}/lay-y-kien`);
    expect(page.text).toContain('ý kiến chênh nhau');
    const met = await post(secretary, `/sessions/${session}/meeting`, session, { heldOn: today });
    expect([met.status, met.body.state]).toEqual([200, 'scoring']);
    for (const { key } of members) await answer(session, dossier, key, 78);
    for (const step of ['closure', 'opening', 'conclusion'])
      await act(app, secretary, `/sessions/${session}/${step}`, {}, session);
    const versions = await app.database.asOwner<{ no: number }>(
      'select v.no from score_sheet_version v join score_sheet s on s.id = v.sheet where s.session = $1 and v.no = 1',
      [session],
    );
    expect(versions).toHaveLength(SCORERS.length);
  });

  it('a session of the usual kind has no ballot', async () => {
    const plan = { council, title: 'Phiên họp', mode: 'meeting' };
    const id = String((await act(app, province, '/sessions', plan)).id);
    expect((await secretary.page(`/phien/${id}/lay-y-kien`)).status).toBe(404);
  });
});
