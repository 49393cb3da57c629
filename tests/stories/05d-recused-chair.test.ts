/** Issue 3, sections 2 and 7: the chair steps back from one product on the phone, the deputy takes over, the council goes on to the end. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setIndexOf } from '../../src/features/councils/compute.ts';
import { demoSheet } from '../../src/features/councils/demo-sheets.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import {
  act,
  dossiersInRound,
  type Extra,
  establish,
  handIn,
  MEMBERS,
  morePeople,
  SET,
  sheetOf,
} from '../support/council.ts';
import { look, windowOf } from '../support/story.ts';

const [CLEAN, SHY] = ['Miến bình thường', 'Miến chủ tịch tránh'];
let app: TestApp;
let deputy: Extra | undefined;
let [session, clean, shy] = ['', '', ''];
beforeAll(async () => {
  app = await testApp();
  const { dossiers, round } = await dossiersInRound(app, [CLEAN, SHY]);
  [clean = '', shy = ''] = dossiers;
  [deputy] = await morePeople(app, 'councilChair', 1);
  const province = await app.signIn('province');
  const council = await establish(app, province, [{ account: deputy?.account ?? '', role: 'viceChair' }]);
  const plan = { council, round, title: 'Phiên có xung đột', mode: 'meeting', heldOn: '2026-12-01' };
  session = String((await act(app, province, '/sessions', plan)).id);
  await act(app, province, `/sessions/${session}/agenda`, { dossiers }, session);
  const tie = { dossier: shy, kind: 'wrote', person: 'Chủ tịch hội đồng (giả định)', year: 2026 };
  await act(app, province, `/sessions/${session}/ties`, tie, session);
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string): Promise<Page> {
  const tab = await (await windowOf(app, account, { viewport })).newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

/** Sheets of everybody but the chair, through the API; the deputy's too. */
async function othersHandIn(): Promise<void> {
  const answers = demoSheet(await setIndexOf(SET), 4, 80);
  for (const key of MEMBERS) {
    const member = await app.signIn(key);
    for (const dossier of [clean, shy])
      expect((await handIn(app, member, await sheetOf(app, session, dossier, key), answers)).status).toBe(200);
  }
  const own = await app.database.asOwner<{ id: string }>(
    `select s.id from score_sheet s join council_seat c on c.id = s.seat where s.session = $1 and c.account = $2`,
    [session, deputy?.account],
  );
  expect(own).toHaveLength(2);
  for (const { id } of own) if (deputy) expect((await handIn(app, deputy.client, id, answers)).status).toBe(200);
  const chair = await app.signIn('council-chair');
  expect((await handIn(app, chair, await sheetOf(app, session, clean, 'council-chair'), answers)).status).toBe(200);
}

test('11 the recused chair: steps back, finds nothing of the product from then on; it is opened and concluded without', async () => {
  const secretary = await open('council-secretary', DESK, `/phien/${session}`);
  const chair = await open('council-chair', PHONE, `/phien/${session}/xung-dot`);
  expect(await chair.textContent('main')).toContain(SHY);
  await look(chair, 'chair-conflicts');
  await chair.getByLabel(new RegExp(`^Lý do, .*${SHY}`)).fill('Tôi đã giúp viết hồ sơ này');
  await chair.getByRole('button', { name: 'Không tham gia chấm' }).click();
  await chair.getByText('Đã ghi không tham gia chấm.').waitFor();
  await look(chair, 'chair-stepped-back');

  // The office reads who stepped back, and that the product has its quorum without the chair.
  const office = await open('province', DESK, `/phien/${session}/xung-dot`);
  const quorum = office.getByRole('row', { name: new RegExp(SHY) }).filter({ hasText: 'túc số' });
  expect(await quorum.last().textContent()).toContain('Đủ túc số');
  await look(office, 'conflicts-office');

  await secretary.goto(`${app.base}/phien/${session}`);
  await secretary.getByRole('button', { name: 'Bắt đầu chấm' }).click();
  await secretary.getByRole('button', { name: 'Đóng phiếu' }).waitFor();
  await chair.goto(`${app.base}/cham`);
  expect(await chair.textContent('main')).toContain(CLEAN);
  expect(await chair.textContent('main')).not.toContain(SHY);
  await look(chair, 'chair-sheets');
  expect((await chair.goto(`${app.base}/ho-so/${shy}`))?.status()).toBe(404);

  await othersHandIn();
  await secretary.reload();
  await secretary.getByRole('button', { name: 'Đóng phiếu' }).click();
  await secretary.getByRole('button', { name: 'Mở điểm' }).click();
  await secretary.getByRole('heading', { name: 'Kết quả' }).waitFor();
  await look(secretary, 'opened-without-chair');
  expect(await secretary.textContent('main')).toContain(SHY);
  await chair.goto(`${app.base}/phien/${session}`);
  expect(await chair.textContent('main')).not.toContain(SHY);
  await look(chair, 'chair-opened');
  expect((await chair.goto(`${app.base}/phien/${session}/ket-qua/${shy}`))?.status()).toBe(404);
  await secretary.getByRole('button', { name: 'Chốt biên bản' }).click();
  await secretary.getByText('Biên bản đã chốt').waitFor();
  const minutes = await secretary.request.get(`${app.base}/phien/${session}/bien-ban.docx`);
  expect(minutes.status()).toBe(200);
  expect((await chair.request.get(`${app.base}/phien/${session}/bien-ban.docx`)).status()).toBe(404);
}, 240_000);
