/** A story: two communes merge. The administrator sees what will follow, carries it out, and everything has followed; without JavaScript. */
import { afterAll, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE } from '../support/browser.ts';
import { look, tryAs, windowOf } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);

it('R12.4 two communes merge: accounts, products and counts follow', async () => {
  const context = await openContext({ javaScriptEnabled: false, viewport: DESK });
  const page = await tryAs(app, context, 'administrator');
  await page.goto(`${app.base}/quan-tri/don-vi?q=tan+hung`);
  await look(page, '11-units-find');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Xã Tân Hưng, tỉnh Hưng Yên' })
    .getByRole('link', { name: /^Nhập/ })
    .click();
  await page.getByLabel('Nhập Xã Tân Hưng với').selectOption({ label: 'Xã Lạc Đạo' });
  await page.getByLabel('Loại', { exact: true }).selectOption('Phường');
  await page.getByLabel('Tên, không kèm loại').fill('Tân Lạc');
  await page.getByLabel('Mã', { exact: true }).fill('12127');
  await page.getByLabel('Số văn bản').fill('77/NQ-UBTVQH16');
  await page.getByLabel('Ngày văn bản').fill('1/10/2026');
  await page.getByLabel('Có hiệu lực từ ngày').fill('2/10/2026');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  expect(await page.getByRole('alert').or(page.locator('.err')).first().textContent()).toContain('12127');
  await page.getByLabel('Mã', { exact: true }).fill('90077');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await look(page, '11-units-preview');
  const preview = await page.locator('main').textContent();
  expect(preview).toMatch(/\d+ chủ thể, \d+ sản phẩm: chuyển về Phường Tân Lạc/);
  expect(preview).toContain('Cán bộ xã 1 (giả định)');
  await page.getByRole('button', { name: 'Thực hiện thay đổi' }).click();
  await look(page, '11-units-done');
  expect(await page.locator('main').textContent()).toMatch(/Tài khoản\s*1 đã chuyển/);
  await context.close();

  const commune = await windowOf(app, 'commune', { viewport: PHONE });
  const register = await commune.newPage();
  await register.goto(`${app.base}/so-san-pham`);
  expect(await register.locator('main').textContent()).toContain('Phường Tân Lạc, tỉnh Hưng Yên');
  await look(register, '11-units-register');
  await register.goto(`${app.base}/don-vi?q=tan+lac`);
  await register.getByRole('link', { name: 'Phường Tân Lạc, tỉnh Hưng Yên' }).click();
  const unit = await register.locator('main').textContent();
  expect(unit).toContain('Lập từ 2 đơn vị');
  expect(unit).toMatch(/[1-9]\d* sản phẩm/);
  await look(register, '11-units-unit');
  await commune.close();
}, 120_000);
