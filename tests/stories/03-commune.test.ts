/** Section 4.3: the commune's officer, from the list to the proposal; twelve papers without the mouse (U24); once without JavaScript. */
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { fourMatters, submittedDossier } from '../support/dossiers.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);
const today = systemClock.today().split('-').reverse().join('/');

test('the officer receives, checks twelve papers by keyboard, assesses, gives the code and proposes', async () => {
  const { id } = await submittedDossier(app, { papers: 12 });
  const context = await windowOf(app, 'commune');
  const page = await context.newPage();
  await page.goto(`${app.base}/ho-so`);
  await look(page, '03-list');
  await page.emulateMedia({ media: 'print' });
  const cellsOf = (rows: string) => page.locator(`${rows}:first-child > :is(th, td):visible`).count();
  expect(await cellsOf('.tb tbody > tr')).toBe(await cellsOf('.tb thead > tr'));
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Miến dong Cánh Diều (giả định)', exact: true }).click();
  await look(page, '03-submitted');
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
  await page.getByText('Xã đang kiểm tra').first().waitFor();
  await look(page, '03-checking');

  await page.goto(`${app.base}/ho-so/${id}/doc`);
  await page.waitForSelector('.reader img');
  await look(page, '03-reader');
  for (let paper = 1; paper <= 12; paper += 1) {
    await page.getByText(`Giấy tờ ${paper} trong 12`).waitFor();
    await page.waitForFunction(() => document.querySelector('[data-island="keys"][data-mounted]'));
    if (paper === 5) {
      await page.keyboard.press('k');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Ảnh mờ, chụp lại.');
      await page.keyboard.press('Shift+Tab');
    } else {
      await page.keyboard.press('d');
    }
    const gone = page.waitForEvent('framenavigated');
    await page.keyboard.press('Enter');
    await gone;
  }
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('body')).toContain('Đã kiểm tra 12 trong 12 giấy tờ, 1 không đạt');

  await page.goto(`${app.base}/ho-so/${id}/danh-gia`);
  await look(page, '03-assess');
  for (const [name, words] of Object.entries(fourMatters)) await page.fill(`textarea[name="${name}"]`, words);
  await page.getByRole('button', { name: 'Lưu đánh giá' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  await page.goto(`${app.base}/ho-so/${id}/ma-so`);
  await look(page, '03-code');
  await page.getByRole('button', { name: 'Cấp mã số' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  await page.goto(`${app.base}/ho-so/${id}/tra-lai`);
  await look(page, '03-return');
  await page.goto(`${app.base}/ho-so/${id}/de-nghi`);
  await look(page, '03-propose');
  await page.fill('input[name="letterNumber"]', '45/UBND-KT');
  await page.fill('input[name="letterDate"]', today);
  await page.fill('input[name="signatory"]', 'Người ký giả định');
  await page.fill('input[name="samples"]', '5');
  await page.getByRole('button', { name: 'Đề nghị tỉnh đánh giá' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('h1')).toContain('Miến dong');
  await look(page, '03-proposed');
  await page.goto(`${app.base}/ho-so/${id}/so-ghi`);
  await look(page, '03-ledger');
  await context.close();
});

test('the same on a phone without JavaScript', async () => {
  const { id } = await submittedDossier(app, { newProduct: 'Miến dong sợi nhỏ (giả định)', papers: 2 });
  const context = await windowOf(app, 'commune', { viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  const visit = async (path: string, name: string) => {
    await page.goto(app.base + path);
    await look(page, name);
  };
  await visit('/ho-so', '03-list');
  await visit(`/ho-so/${id}`, '03-submitted');
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
  await visit(`/ho-so/${id}/doc`, '03-reader');
  await page.locator('input[name="verdict"][value="pass"]').check();
  await page.getByRole('button', { name: /Lưu/ }).click();
  await page.locator('input[name="verdict"][value="fail"]').check();
  await page.getByRole('button', { name: /Lưu/ }).click();
  expect(await page.textContent('.esum')).toContain('Ghi lý do giấy tờ không đạt');
  await page.fill('textarea[name="reason"]', 'Thiếu trang hai.');
  await page.getByRole('button', { name: /Lưu/ }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  await visit(`/ho-so/${id}`, '03-checking');
  await visit(`/ho-so/${id}/danh-gia`, '03-assess');
  await visit(`/ho-so/${id}/de-nghi`, '03-propose');
  await visit(`/ho-so/${id}/tra-lai`, '03-return');
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('main')).toContain('Thiếu trang hai.');
  await context.close();
});
