/** R2.5, R3.2, R3.3: a product that bears stars applies again, from the registry to the receipt: for a higher star, and before its certificate ends. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, expectAccessible, expectNoSidewaysScroll, openContext, PHONE } from '../support/browser.ts';
import { pdfWords } from '../support/documents.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

async function signIn(account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await openContext({ viewport: PHONE, ...options });
  const tab = await context.newPage();
  await tab.goto(`${app.base}/vao-thu`);
  await tab
    .locator(`button[name="account"][value="${account}"], form:has(input[value="${account}"]) button`)
    .first()
    .click();
  await tab.waitForURL(`${app.base}/cua-toi`);
  return tab;
}

/** A product of the demonstration with a certificate of so many stars, ending in so many days. */
async function starred(stars: number, days: number): Promise<{ id: string; name: string }> {
  const [row] = await app.database.asOwner<{ id: string; name: string; recognition: string }>(
    `select p.id, p.name, r.id as recognition from recognition r join product p on p.id = r.product join lifecycle l on l.id = r.id
      where p.invented and r.star = ${stars} and l.state = 'inForce' limit 1`,
  );
  if (!row) throw new Error(`the demonstration has no product of ${stars} stars`);
  await app.database.asOwner(
    `update recognition set issued_earliest = current_date + ${days} - 1095, issued_latest = current_date + ${days} - 1095,
            expires_earliest = current_date + ${days}, expires_latest = current_date + ${days} where id = '${row.recognition}'`,
  );
  return row;
}

/** Fills every field of a part that is still empty, and says which labels the part has. */
async function fillPart(tab: Page, url: string, part: string, look: () => Promise<void>): Promise<string> {
  await tab.goto(`${url}/${part}`);
  await look();
  for (const field of await tab.locator('main textarea, main input[type="text"], main input:not([type])').all())
    if ((await field.inputValue()) === '') {
      const name = await field.getAttribute('name');
      if (name !== null && !name.startsWith('_'))
        await field.fill(name === 'foundedOn' ? '04/02/2019' : 'Nội dung giả định');
    }
  const words = (await tab.locator('main').textContent()) ?? '';
  if (part === 'thong-tin') await tab.getByLabel('Nữ').check();
  await tab.getByRole('button', { name: 'Lưu, về danh sách' }).click();
  await tab.waitForURL(url);
  return words;
}

/** Says what changed since the recognition, with a paper for it; answers the words of the page. */
async function sayChanges(tab: Page, url: string, look: () => Promise<void>): Promise<string> {
  await tab.goto(`${url}/thay-doi`);
  await look();
  const words = (await tab.locator('main').textContent()) ?? '';
  const same = await tab.getByLabel('Không thay đổi').all();
  for (const one of same.slice(1)) await one.check();
  if (same.length > 0) {
    await tab.getByLabel('Có thay đổi').first().check();
    await tab.getByText('Ghi thay đổi và minh chứng').first().click();
  }
  await tab.locator('main textarea').first().fill('Đầu tư máy sấy lạnh, sản lượng tăng từ 2 lên 5 tấn một năm.');
  await tab
    .getByText(/^Minh chứng \(/)
    .first()
    .click();
  await tab.getByRole('checkbox').first().check();
  await tab.getByRole('button', { name: 'Lưu, về danh sách' }).click();
  await tab.waitForURL(url);
  return words;
}

/** From the confirmation of a kind to the receipt; answers the words of the part about what changed, and of the receipt. */
async function toReceipt(
  tab: Page,
  kind: string,
  look: () => Promise<void>,
): Promise<{ asked: string; receipt: string }> {
  await look();
  await tab.getByLabel(kind).check();
  await tab.getByRole('button', { name: 'Lập hồ sơ' }).click();
  await tab.waitForURL(/\/ho-so\/[0-9a-f-]{36}$/);
  const url = tab.url();
  await look();
  await fillPart(tab, url, 'thong-tin', look);
  await fillPart(tab, url, 'san-xuat', look);
  const asked = await sayChanges(tab, url, look);
  await fillPart(tab, url, 'ke-hoach', look);
  await tab.goto(`${url}/tu-cham`);
  const boxes = tab.locator('[data-criterion]');
  for (let at = 0; at < 2; at += 1) await boxes.nth(at).locator('input').nth(1).check();
  await tab.getByRole('button', { name: 'Lưu, về danh sách' }).first().click();
  await tab.waitForURL(url);
  await tab.goto(`${url}/kiem-tra`);
  await look();
  await tab.getByLabel(/cam đoan/).check();
  await tab.getByRole('button', { name: /Nộp/ }).click();
  await tab.waitForURL(url);
  await tab.getByText('Chờ xã tiếp nhận').waitFor();
  await look();
  await tab.getByRole('link', { name: 'Xem toàn bộ hồ sơ đã nộp' }).click();
  await tab.getByRole('heading', { name: /Bảng tự chấm/ }).waitFor();
  await look();
  const receipt = await tab.context().request.get(`${url}/bien-nhan.pdf`);
  expect(receipt.status()).toBe(200);
  return { asked, receipt: await pdfWords(new Uint8Array(await receipt.body())) };
}

test('R3.2 U13 an upgrade: from my products, with what changed since the recognition, to the receipt', async () => {
  const product = await starred(3, 900);
  const tab = await signIn('producer-2');
  const look = async () => {
    await expectAccessible(tab);
    await expectNoSidewaysScroll(tab);
  };
  await tab.goto(`${app.base}/cua-toi/san-pham`);
  await look();
  const row = tab.getByRole('listitem').filter({ hasText: product.name });
  await row.getByRole('link', { name: 'Lập hồ sơ' }).click();
  const { asked, receipt } = await toReceipt(tab, 'Nâng hạng', look);
  expect(asked).toContain('đã thay đổi gì so với sản phẩm đã được công nhận');
  expect(receipt).toContain('Nâng hạng');
  const [dossier] = await app.database.asOwner<{ kind: string; former: string | null; state: string }>(
    `select d.kind, d.former_recognition as former, l.state from dossier d join lifecycle l on l.id = d.id
      where d.product = '${product.id}' order by d.created_at desc limit 1`,
  );
  expect(dossier).toMatchObject({ kind: 'upgrade', former: expect.any(String), state: 'submitted' });
  await tab.context().close();
}, 240_000);

test('R3.3 U2 U21 a re-evaluation without JavaScript: from my certificates to the receipt', async () => {
  const product = await starred(4, 150);
  const tab = await signIn('producer', { javaScriptEnabled: false });
  const look = () => expectNoSidewaysScroll(tab);
  await tab.goto(`${app.base}/cua-toi/chung-nhan`);
  const row = tab.getByRole('listitem').filter({ hasText: product.name });
  await row.getByText('Còn 150 ngày').waitFor();
  await row.getByRole('link', { name: 'Lập hồ sơ đánh giá lại' }).click();
  const { asked } = await toReceipt(tab, 'Đánh giá lại', look);
  for (const words of [
    'Nguyên liệu',
    'Công nghệ',
    'Bao bì',
    'Nhãn mác',
    'Công bố chất lượng',
    'kiểm nghiệm',
    'Thị trường',
    'Sản lượng',
    'Doanh thu',
  ])
    expect(asked).toContain(words);
  const [dossier] = await app.database.asOwner<{ kind: string; state: string; answers: object; star: number }>(
    `select d.kind, l.state, d.answers, r.star from dossier d join lifecycle l on l.id = d.id join recognition r on r.id = d.former_recognition
      where d.product = '${product.id}' order by d.created_at desc limit 1`,
  );
  expect(dossier).toMatchObject({ kind: 'reEvaluation', state: 'submitted', star: 4 });
  expect(Object.keys(dossier?.answers ?? {})).toHaveLength(2);
  await tab.context().close();
}, 240_000);
