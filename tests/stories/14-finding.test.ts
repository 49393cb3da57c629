/** Finding things: a mistyped name, a place on the map. With and without JavaScript. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#features/registry';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await windowOf(app, account, { viewport, javaScriptEnabled });
  const tab = await context.newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}
const bare = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

test('an officer finds a product by a mistyped name without marks, with the keyboard', async () => {
  const id = demoId('product', 'mien-dong');
  const [row] = await app.database.asOwner<{ name: string }>('select name from product where id = $1', [id]);
  const [first = '', ...rest] = bare(row?.name ?? '').split(' ');
  const desk = await open('province', DESK, '/viec-cua-toi');
  const box = desk.getByRole('searchbox').first();
  await expect // the key works as soon as the page's script has come
    .poll(async () => {
      await desk.keyboard.press('/');
      return box.evaluate((node) => node === document.activeElement);
    })
    .toBe(true);
  await desk.keyboard.type([`${first.slice(0, -2)}${first.at(-1)}${first.at(-2)}`, ...rest].join(' '));
  await desk.keyboard.press('Enter');
  await desk.waitForURL(/\/tim\?q=/);
  await desk.getByText('Dưới đây là những tên gần giống').waitFor();
  await look(desk, 'near');
  await desk
    .getByRole('link', { name: row?.name ?? '', exact: true })
    .first()
    .click();
  await desk.waitForURL(`${app.base}/so-san-pham/${id}`);
  const phone = await open('commune', PHONE, '/tim?q=mien', false);
  await look(phone, 'results');
  await phone.getByRole('link', { name: /^Sản phẩm \d/ }).click();
  expect(new URL(phone.url()).searchParams.get('loai')).toBe('product');
  await look(phone, 'one-kind');
}, 120_000);

test.each([
  ['province', PHONE, true],
  ['commune', DESK, false],
] as const)(
  'from the map to a province, a commune and its list (%s)',
  async (account, viewport, scripts) => {
    const tab = await open(account, viewport, '/', scripts);
    await tab.getByRole('link', { name: /Xem bản đồ/ }).click();
    await look(tab, 'country');
    await tab.getByLabel('Đếm theo').selectOption({ label: '3 sao' });
    await tab.getByRole('button', { name: 'Xem', exact: true }).click();
    await tab.getByRole('link', { name: 'Tỉnh Hưng Yên', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Bản đồ Tỉnh Hưng Yên: 3 sao' }).waitFor();
    await look(tab, 'province');
    const place = tab.locator('table a[href^="/san-pham"]').first();
    const [href] = [await place.getAttribute('href')];
    await place.click();
    expect(tab.url()).toBe(`${app.base}${href}`);
    expect(await tab.locator('main').textContent()).toContain('sản phẩm');
    await tab.goto(`${app.base}/ban-do/dia-ban`);
    await look(tab, 'own-area');
  },
  120_000,
);
