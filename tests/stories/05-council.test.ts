/** Steps 5 to 7 of the main job: a member scores on a tablet, the secretary opens, the office decides, anybody checks. */
import { afterAll, expect, test } from 'vitest';
import { setIndexOf } from '../../src/features/councils/compute.ts';
import { demoSheet } from '../../src/features/councils/demo-sheets.ts';
import { rested, testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE, TABLET } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { handIn } from '../support/council.ts';
import { look, tryAs } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);

/** Everybody else's sheets, through the API. */
async function othersHandIn(): Promise<void> {
  const open = await app.database.asOwner<{ id: string; key: string; set: string }>(
    `select s.id, a.username as key, d.product_set as set from score_sheet s join lifecycle l on l.id = s.id
       join council_seat c on c.id = s.seat join account a on a.id = c.account join dossier d on d.id = s.dossier
      where l.state = 'open'`,
  );
  await rested(app.base);
  const people = new Map<string, Client>();
  for (const { id, key, set } of open) {
    const client = people.get(key) ?? (await app.signIn(key));
    people.set(key, client);
    const answers = demoSheet(await setIndexOf(set), 4, 80);
    expect((await handIn(app, client, id, answers)).status).toBe(200);
  }
}

test('5.1 a member fills a sheet on a tablet, sees it whole, hands it in and finds it locked', async () => {
  const context = await openContext({ viewport: TABLET });
  const page = await tryAs(app, context, 'council-member-1');
  await page.goto(`${app.base}/cham`);
  await look(page, 'mine');
  await page.locator('main a[href^="/cham/"]').first().click();
  await page.waitForURL(/\/cham\/[0-9a-f-]{36}$/);
  await look(page, 'sheet');
  const paper = page.locator('#phieu a[href^="#giay-"]').first();
  await paper.click();
  await page
    .locator(`${await paper.getAttribute('href')} img`)
    .first()
    .waitFor();
  const groups = page.locator('#phieu fieldset:has(input[type="radio"])');
  for (let i = 0; i < 3; i += 1) {
    const saved = page.waitForResponse((answer) => answer.url().includes('/api/v1/sheets/') && answer.ok());
    await groups.nth(i).locator('label').first().click();
    await saved;
  }
  // A choice made a moment before handing in goes along, saved or not.
  await groups.nth(3).locator('label').first().click();
  const open = (await groups.count()) - 4;
  await page.getByRole('button', { name: 'Nộp phiếu' }).first().click();
  await page.waitForURL(/\/nop$/);
  expect(await page.textContent('main')).toContain(`Còn ${open} tiêu chí chưa chấm`);
  await look(page, 'submit');
  await page.getByRole('button', { name: 'Nộp phiếu' }).click();
  await page.getByText('Phiếu đã nộp và đã khóa').waitFor();
  await look(page, 'locked');
  await context.close();
}, 120_000);

test('5.2 the secretary closes and opens the session', async () => {
  await othersHandIn();
  const context = await openContext({ viewport: DESK });
  const page = await tryAs(app, context, 'council-secretary');
  await page.goto(`${app.base}/phien`);
  await look(page, 'sessions');
  await page
    .getByRole('link', { name: /Phiên thứ hai/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Đóng phiếu' }).click();
  await page.getByRole('button', { name: 'Mở điểm' }).waitFor();
  await look(page, 'closed');
  await page.getByRole('button', { name: 'Mở điểm' }).click();
  await page.getByRole('heading', { name: 'Kết quả' }).waitFor();
  await look(page, 'opened');
  const reasons = page.getByLabel(/^Lý do giữ kết quả/);
  while ((await reasons.count()) > 0) {
    const left = await reasons.count();
    await reasons.first().fill('Hội đồng đã thảo luận');
    await page.getByRole('button', { name: 'Giữ kết quả' }).first().click();
    await expect.poll(() => reasons.count(), { timeout: 30_000 }).toBe(left - 1);
  }
  await page.getByRole('button', { name: 'Chốt biên bản' }).click();
  await page.getByText('Biên bản đã chốt').waitFor();
  await look(page, 'concluded');
  await context.close();
}, 120_000);

test('6.1 the office drafts, proposes and issues the decision', async () => {
  const context = await openContext({ viewport: DESK });
  const page = await tryAs(app, context, 'province');
  await page.goto(`${app.base}/quyet-dinh`);
  await look(page, 'decisions');
  await page
    .getByRole('button', { name: /^Soạn quyết định công nhận/ })
    .first()
    .click();
  await page.getByLabel('Số tờ trình').fill('02/TTr-SNNMT');
  await page.getByLabel('Ngày tờ trình').fill('20/11/2026');
  await look(page, 'draft');
  await page.getByRole('button', { name: 'Ghi tờ trình' }).click();
  await page.getByLabel('Số quyết định').fill('1850/QĐ-UBND');
  await page.getByLabel('Ngày quyết định').fill('21/11/2026');
  await page.getByLabel('Người ký').fill('Nguyễn Văn Giả');
  const scan = await page.request.get(`${page.url()}/quyet-dinh.pdf`);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: await scan.body() });
  await look(page, 'proposed');
  await page.getByRole('button', { name: 'Ghi ban hành quyết định' }).click();
  await page.getByRole('link', { name: 'Giấy chứng nhận' }).first().waitFor();
  await look(page, 'issued');
  await context.close();
}, 120_000);

test('7.1 anybody sees the verdict in the first screen of a phone without JavaScript', async () => {
  const [one] = await app.database.asOwner<{ code: string; name: string }>(
    `select check_code as code, product_name as name from recognition where decision_number = '1850/QĐ-UBND' limit 1`,
  );
  const context = await openContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await rested(app.base);
  await page.goto(`${app.base}/chung-nhan/${one?.code}`);
  await look(page, 'certificate');
  for (const words of [one?.name ?? '', 'Còn hiệu lực']) {
    const box = await page.getByText(words).first().boundingBox();
    expect([words, (box?.y ?? 9999) + (box?.height ?? 0) <= PHONE.height]).toEqual([words, true]);
  }
  await context.close();
}, 60_000);
