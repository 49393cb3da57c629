/** Section 4.2 in a real browser: a producer on a phone, from the start page to the receipt and back after a return. */
import { PDFDocument } from 'pdf-lib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, expectAccessible, expectNoSidewaysScroll, openContext, PHONE } from '../support/browser.ts';
import { act, done } from '../support/dossiers.ts';

let app: TestApp;
let pdf: Buffer;
beforeAll(async () => {
  app = await testApp();
  const document = await PDFDocument.create();
  document.addPage([300, 400]);
  pdf = Buffer.from(await document.save());
});
afterAll(closeBrowser);

async function signIn(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await openContext({ viewport: PHONE, ...options });
  const tab = await context.newPage();
  await tab.goto(`${app.base}/vao-thu`);
  await tab
    .locator('button[name="account"][value="producer"], form:has(input[value="producer"]) button')
    .first()
    .click();
  await tab.waitForURL(`${app.base}/cua-toi`);
  return tab;
}

/** Start page → product → confirmation → draft; answers the address of the dossier (U13: at most five screens). */
async function begin(tab: Page, look: () => Promise<void>): Promise<string> {
  await look();
  await tab.getByRole('link', { name: 'Lập hồ sơ mới' }).click();
  await look();
  await tab.getByRole('link', { name: /Sản phẩm mới/ }).click();
  await tab.getByLabel('Tìm bộ sản phẩm').fill('mien');
  await tab.getByRole('button', { name: 'Tìm' }).click();
  await look();
  await tab.getByRole('link', { name: /Chế biến từ gạo, ngũ cốc/ }).click();
  await look();
  await tab.getByLabel('Tên sản phẩm').fill('Miến thử nghiệm (giả định)');
  await tab.getByRole('button', { name: 'Lập hồ sơ' }).click();
  await tab.waitForURL(/\/ho-so\/[0-9a-f-]{36}$/);
  await look();
  return tab.url();
}

async function fillForms(tab: Page, url: string, look: () => Promise<void>): Promise<void> {
  const saveAndReturn = async () => {
    await look();
    await tab.getByRole('button', { name: 'Lưu, về danh sách' }).click();
    await tab.waitForURL(url);
  };
  await tab.getByRole('link', { name: /Thông tin chung/ }).click();
  await tab.getByLabel('Họ tên người đại diện').fill('Nguyễn Văn Giả');
  await tab.getByLabel('Chức vụ').fill('Giám đốc');
  await tab.getByLabel('Nữ').check();
  await tab.getByLabel('Dân tộc').fill('Kinh');
  await tab.getByLabel('Địa chỉ thường trú').fill('Thôn Giả Định');
  await tab.getByLabel('Ngày thành lập').fill('04/02/2019');
  await tab.getByLabel('Mô tả về quy cách sản phẩm').fill('Túi 500 g');
  await saveAndReturn();
  for (const part of ['san-xuat', 'ke-hoach']) {
    await tab.goto(`${url}/${part}`);
    for (const area of await tab.locator('textarea').all()) await area.fill('Số liệu giả định của hai năm gần nhất.');
    await saveAndReturn();
  }
}

async function score(tab: Page, url: string, criteria: number): Promise<void> {
  await tab.goto(`${url}/tu-cham`);
  const boxes = tab.locator('[data-criterion]');
  const count = Math.min(criteria, await boxes.count());
  for (let at = 0; at < count; at += 1) await boxes.nth(at).locator('input').nth(1).check();
}

async function attach(tab: Page, look: () => Promise<void>): Promise<void> {
  await tab.getByRole('button', { name: 'Gắn minh chứng cho tiêu chí 1.1' }).click();
  await tab.waitForURL(/minh-chung/);
  await look();
  const file = { name: 'hop-dong.pdf', mimeType: 'application/pdf', buffer: pdf };
  await tab.setInputFiles('input[type="file"]', file);
  await tab.getByLabel('Tên giấy tờ').fill('Hợp đồng mua củ dong');
  await tab.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  await tab.getByRole('list', { name: 'Đã gắn' }).getByText('Hợp đồng mua củ dong').waitFor();
}

async function handIn(tab: Page, url: string, look: () => Promise<void>): Promise<void> {
  await tab.goto(url);
  await tab.getByRole('link', { name: /Kiểm tra và nộp/ }).click();
  await look();
  await tab.getByLabel(/cam đoan/).check();
  await tab.getByRole('button', { name: /Nộp/ }).click();
  await tab.waitForURL(url);
  await tab.getByText('Chờ xã tiếp nhận').waitFor();
  await look();
}

test('from the start page to the receipt, and in again after a return', async () => {
  const tab = await signIn();
  const look = async () => {
    await expectAccessible(tab);
    await expectNoSidewaysScroll(tab);
  };
  const url = await begin(tab, look);
  await fillForms(tab, url, look);
  await score(tab, url, 6);
  await tab.locator('[data-saved-words]', { hasText: 'Đã lưu' }).first().waitFor();
  const total = await tab.locator('.sumbar .tot').textContent();
  expect(Number(total)).toBeGreaterThan(0);
  await look();
  await attach(tab, look);
  await tab.goto(`${url}/tu-cham`);
  expect(await tab.locator('.sumbar .tot').textContent()).toBe(total);
  await handIn(tab, url, look);
  const receipt = await tab.context().request.get(`${url}/bien-nhan.pdf`);
  expect([receipt.status(), (await receipt.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF']);

  const id = url.slice(-36);
  const officer = await app.signIn('commune');
  const [life] = await app.database.asOwner<{ version: number }>(`select version from lifecycle where id = '${id}'`);
  const received = await done(act(officer, id, 'reception', life?.version ?? 0));
  const items = [{ target: 'plan', reason: 'Nêu rõ sản lượng từng năm.' }];
  await done(act(officer, id, 'return', received.version, { items }));
  await tab.goto(url);
  await look();
  await tab.getByText('Nêu rõ sản lượng từng năm.').first().waitFor();
  await tab.getByRole('link', { name: /Kế hoạch/ }).click();
  await tab.locator('textarea').first().fill('Năm tới 12 tấn, năm sau 15 tấn (giả định).');
  await tab.getByRole('button', { name: 'Lưu, về danh sách' }).click();
  await tab.waitForURL(url);
  await handIn(tab, url, async () => undefined);
}, 240_000);

test('the same without JavaScript', async () => {
  const tab = await signIn({ javaScriptEnabled: false });
  const nothing = async () => undefined;
  const url = await begin(tab, nothing);
  await fillForms(tab, url, nothing);
  await score(tab, url, 3);
  await attach(tab, nothing);
  await handIn(tab, url, nothing);
  await tab.goto(`${url}/tu-cham`);
  expect(await tab.locator('[data-criterion] input:checked').count()).toBe(3);
}, 240_000);
