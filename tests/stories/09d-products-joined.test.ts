/** Two records of one product: found by the data-quality page, looked at side by side, joined with a year to settle, and parted again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#features/registry';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { makeProduct, tellYear } from '../support/products.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await windowOf(app, account, { viewport, javaScriptEnabled });
  const tab = await context.newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

test.each([true, false])(
  'the commune joins two records of one product and parts them again (scripts: %s)',
  async (scripts) => {
    const { asOwner } = app.database;
    const name = `Mứt gừng ${scripts ? 'thử' : 'tập'} (giả định)`;
    const producer = demoId('producer', 'canh-dieu');
    const old = await makeProduct(asOwner, producer, name, [
      { star: 3, issued: '2022-05-01', decision: '12/QĐ-UBND (giả định)' },
    ]);
    const code = `MUTGUNG${scripts ? 'A' : 'B'}25`;
    const newer = await makeProduct(asOwner, producer, name.replace('gừng', 'Gừng,'), [
      { star: 4, issued: '2025-05-01', decision: '34/QĐ-UBND (giả định)', code },
    ]);
    await tellYear(asOwner, old.id, 2024, 100_000_000);
    await tellYear(asOwner, newer.id, 2024, 300_000_000);
    const desk = await open('commune', DESK, '/chat-luong-du-lieu/productTwice', scripts);
    await desk.getByRole('link', { name: `So hai hồ sơ: ${name}` }).click();
    const [kept, left] = new URL(desk.url()).pathname.split('/').slice(-2);
    expect([kept, left]).toEqual([old.id, newer.id]);
    await desk.getByText('Sau khi nhập, sản phẩm theo lần công nhận 4 sao').waitFor();
    await look(desk, 'product-pair');
    await desk.getByLabel('Vì sao là một sản phẩm').fill('Danh sách ghi hai lần');
    await desk.getByRole('button', { name: 'Nhập hai hồ sơ' }).click();
    await desk.getByText('Chọn số liệu được giữ của năm 2024').first().waitFor();
    await desk.getByLabel(/Hồ sơ nhập vào: .*300 triệu/).check();
    await desk.getByRole('button', { name: 'Nhập hai hồ sơ' }).click();
    await desk.waitForURL(`${app.base}/so-san-pham/${kept}`);
    await desk.getByRole('heading', { name: 'Hồ sơ đã nhập vào đây' }).waitFor();
    await look(desk, 'product-joined');
    expect(await desk.locator('main').textContent()).toContain('300 triệu đồng');
    const phone = await open('producer', PHONE, `/san-pham/${newer.id}`, scripts);
    expect(new URL(phone.url()).pathname).toBe(`/san-pham/${old.id}`);
    expect(await phone.locator('main').textContent()).toContain('4 sao');
    await phone.goto(`${app.base}/chung-nhan/${code}`);
    expect(await phone.locator('main').textContent()).toContain('4 sao');
    await desk.getByRole('link', { name: /^Tách lại/ }).click();
    await look(desk, 'product-unjoin');
    await desk.getByLabel('Lý do tách lại').fill('Nhập nhầm');
    await desk.getByRole('button', { name: 'Tách lại' }).click();
    await desk.waitForURL(`${app.base}/so-san-pham/${kept}`);
    expect(await desk.getByRole('heading', { name: 'Hồ sơ đã nhập vào đây' }).count()).toBe(0);
    await phone.goto(`${app.base}/san-pham/${newer.id}`);
    expect(new URL(phone.url()).pathname).toBe(`/san-pham/${newer.id}`);
  },
  120_000,
);
