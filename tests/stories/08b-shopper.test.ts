/** Issue 4.7: a shopper goes from what was recognised last to a product, its place and its seller; an officer makes the handbook; a program takes the open data. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, expectAccessible, expectNoSidewaysScroll, openContext, PHONE } from '../support/browser.ts';
import { pdfText } from '../support/documents.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

it('on a phone without JavaScript: newest recognitions, product, where it is made, where it is sold, what else is in season', async () => {
  const context = await openContext({ viewport: PHONE, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(app.base);
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Vừa được công nhận' }) });
    const name = (await section.locator('h3 a').first().textContent()) ?? '';
    await section.locator('h3 a').first().click();
    await page.waitForURL(/\/san-pham\/[0-9a-f-]{36}$/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
    expect(await page.getByRole('heading', { name: 'Làm ở đâu' }).count()).toBe(1);
    await expectNoSidewaysScroll(page);
    await page.goto(`${app.base}/dang-mua`);
    await page.locator('main ul.stack a').first().click();
    await page.waitForURL(/\/san-pham\//);
    await page.getByRole('heading', { name: 'Mua ở đâu' }).scrollIntoViewIfNeeded();
    expect(await page.locator('main').textContent()).toContain('chưa ai kiểm tra');
    await page.goto(`${app.base}/du-lieu-mo`);
    await expectNoSidewaysScroll(page);
  } finally {
    await context.close();
  }
});

it('the product, the month, and the open data can be used by everybody', async () => {
  const context = await openContext({ viewport: PHONE });
  try {
    const page = await context.newPage();
    await page.goto(`${app.base}/dang-mua`);
    await expectAccessible(page);
    await page.locator('main ul.stack a').first().click();
    await page.waitForURL(/\/san-pham\//);
    await expectAccessible(page);
    await page.goto(`${app.base}/en/du-lieu-mo`);
    await expectAccessible(page);
  } finally {
    await context.close();
  }
});

it('the officer makes the handbook and takes the file', async () => {
  const province = await app.signIn('province');
  const page = await province.page('/cam-nang');
  const at = (await province.submit(page.form('/cam-nang'), { asOf: '01/10/2025' })).location ?? '';
  await expect.poll(async () => (await province.page(at)).text, { timeout: 60_000 }).toContain('Tải cẩm nang');
  const file = new Uint8Array(await (await province.fetch(`${at}/cam-nang.pdf`)).arrayBuffer());
  expect((await pdfText(file)).length).toBeGreaterThan(8);
}, 90_000);

it('a program reads the catalogue, takes a table it names and finds a product again by its identifier', async () => {
  const catalogue = JSON.stringify(await (await fetch(`${app.base}/du-lieu-mo/danh-muc.jsonld`)).json());
  const path = /https?:\/\/[^"]*(\/du-lieu-mo\/san-pham\.json)/.exec(catalogue)?.[1] ?? '';
  const { rows } = (await (await fetch(app.base + path)).json()) as { rows: { id: string; name: string }[] };
  const [first] = rows;
  const one = (await (await fetch(`${app.base}/api/v1/products/${first?.id}`)).json()) as { name: string };
  expect(one.name).toBe(first?.name);
});
