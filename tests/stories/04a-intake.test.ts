/** Section 4.4, first half: the province plans its rounds, takes a dossier in, records the advisory report; or sends it back. */
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { proposedDossier } from '../support/dossiers.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);
const today = systemClock.today();

test('the round is chosen by the day of the proposal, then the advisory report is recorded', async () => {
  const { id } = await proposedDossier(app, today);
  const context = await windowOf(app, 'province');
  const page = await context.newPage();
  await page.goto(`${app.base}/ho-so?state=proposed`);
  await look(page, '04-list');
  await page.goto(`${app.base}/ho-so/${id}`);
  await look(page, '04-proposed');
  await page.goto(`${app.base}/dot`);
  await look(page, '04-rounds');
  const offered = await page.locator('form[aria-label^="Lập đợt"]').count();
  expect(offered).toBe(4);
  for (let left = offered; left > 0; left -= 1) {
    await page
      .getByRole('button', { name: /^Lập đợt \d/ })
      .first()
      .click();
    await page.waitForFunction((now) => document.querySelectorAll('form[aria-label^="Lập đợt"]').length < now, left);
  }
  await look(page, '04-rounds-planned');
  await page.goto(`${app.base}/ho-so/${id}/vao-dot`);
  await look(page, '04-accept');
  expect(await page.locator('input[name="round"]:checked').count()).toBe(1);
  await page.getByRole('button', { name: 'Đưa vào đợt đánh giá' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('main')).toMatch(/\d{4}-T\/PĐK-33-11977-/);
  await page.goto(`${app.base}/ho-so/${id}/to-tu-van`);
  await look(page, '04-advice');
  await page.fill('input[name="number"]', '12/BC-TTV');
  await page.fill('input[name="dated"]', today.split('-').reverse().join('/'));
  await page.getByRole('button', { name: 'Ghi báo cáo' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('main')).toContain('Số 12/BC-TTV');
  await look(page, '04-advised');
  await context.close();
});

test('a proposal that is not complete goes back with its reasons, without JavaScript', async () => {
  const { id } = await proposedDossier(app, today, { newProduct: 'Miến dong sợi dẹt (giả định)' });
  const context = await windowOf(app, 'province', { viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.base}/ho-so/${id}/hoan-thien`);
  await page.getByRole('button', { name: 'Yêu cầu hoàn thiện hồ sơ' }).click();
  expect(await page.textContent('main')).toContain('Ghi ít nhất một lý do');
  await page.fill('textarea[name="reason"]', 'Thiếu bản công bố chất lượng.');
  await page.getByRole('button', { name: 'Yêu cầu hoàn thiện hồ sơ' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('main')).toContain('Thiếu bản công bố chất lượng.');
  await context.close();
});
