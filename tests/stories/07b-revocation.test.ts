/** Art. 8: the Ministry takes five stars back, from the draft to the signed decision; the province is told it is not its own to take. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { formatDay } from '../../src/ui/index.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
let [id, code] = ['', ''];
beforeAll(async () => {
  app = await testApp();
  // The lists have no five stars in the province of the accounts: one of its certificates stands for one.
  const [row] = await app.database.asOwner<{ id: string; code: string }>(
    `select g.id, g.check_code as code from recognition g join lifecycle l on l.id = g.id
      where l.state = 'inForce' and g.dossier is not null and g.star < 5 order by g.id limit 1`,
  );
  id = row?.id ?? '';
  code = row?.code ?? '';
  await app.database.asOwner('update recognition set star = 5 where id = $1', [id]);
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string, javaScriptEnabled = true): Promise<Page> {
  const tab = await (await windowOf(app, account, { viewport, javaScriptEnabled })).newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

/** The page at both widths, judged and kept. */
async function both(page: Page, name: string): Promise<void> {
  const own = page.viewportSize() ?? DESK;
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await look(page, name);
  }
  await page.setViewportSize(own);
}

test('five stars: drafted, signed, recorded and read; without JavaScript too', async () => {
  const province = await open('province', DESK, `/giay-chung-nhan/${id}/thu-hoi`);
  await province.getByText('Chuyển Bộ trưởng Bộ Nông nghiệp và Môi trường').waitFor();
  await both(province, 'revoke-refused');

  const ministry = await open('ministry', DESK, '/giay-chung-nhan?star=5');
  await ministry.locator(`a[href="/giay-chung-nhan/${id}/thu-hoi"]`).click();
  await both(ministry, 'revoke');
  await ministry.getByRole('link', { name: 'soạn dự thảo quyết định' }).click();
  await ministry.getByLabel(/^Điểm b/).check();
  await ministry.getByLabel('Số kết luận hoặc xác nhận').fill('9/KL-OCOP');
  await ministry.getByLabel('Ngày kết luận hoặc xác nhận').fill('20/11/2026');
  await ministry.getByRole('button', { name: 'Soạn dự thảo' }).click();
  const word = ministry.getByRole('link', { name: 'Dự thảo (PDF)' });
  await word.waitFor();
  await both(ministry, 'revoke-draft');
  const scan = await ministry.request.get(`${app.base}${await word.getAttribute('href')}`);
  expect(scan.status()).toBe(200);
  const file = { name: 'quyet-dinh-thu-hoi.pdf', mimeType: 'application/pdf', buffer: await scan.body() };

  const today = formatDay(systemClock.today());
  const plain = await open('ministry', DESK, `/giay-chung-nhan/${id}/thu-hoi`, false);
  const fill = async () => {
    await plain.getByLabel(/^Điểm b/).check();
    await plain.getByLabel('Số kết luận hoặc xác nhận').fill('9/KL-OCOP');
    await plain.getByLabel('Ngày kết luận hoặc xác nhận').fill('20/11/2026');
    await plain.getByLabel('Cơ quan kết luận').fill('Cơ quan OCOP của Bộ');
    await plain.getByLabel('Số quyết định thu hồi').fill('45/QĐ-BNNMT');
    await plain.getByLabel('Ngày quyết định').fill(today);
    await plain.getByLabel('Người ký').fill('Nguyễn Văn Giả');
  };
  await fill();
  await plain.getByRole('button', { name: 'Thu hồi giấy chứng nhận' }).click();
  await look(plain, 'revoke-missing');
  expect(await plain.textContent('main')).toContain('Bản quyết định đã ký');
  expect(new URL(plain.url()).pathname).not.toMatch(/quyet-dinh-thu-hoi$/);
  await plain.locator('input[type="file"]').setInputFiles(file);
  await plain.getByRole('button', { name: 'Thu hồi giấy chứng nhận' }).click();
  await plain.waitForURL(/\/quyet-dinh-thu-hoi$/);
  await ministry.goto(plain.url());
  await both(ministry, 'revocation');
  for (const one of ['45/QĐ-BNNMT', '9/KL-OCOP', 'Cơ quan OCOP của Bộ', 'Nguyễn Văn Giả'])
    expect(await ministry.textContent('main')).toContain(one);
  const kept = await ministry.getByRole('link', { name: 'Tải bản đã ký' }).getAttribute('href');
  expect((await ministry.request.get(`${app.base}${kept}`)).status()).toBe(200);

  await province.goto(`${app.base}/giay-chung-nhan?state=revoked`);
  await province.locator(`a[href="/giay-chung-nhan/${id}/quyet-dinh-thu-hoi"]`).click();
  expect(await province.textContent('main')).toContain('Bộ trưởng Bộ Nông nghiệp và Môi trường');
  const shopper = await open('producer', PHONE, `/chung-nhan/${code}`, false);
  expect(await shopper.textContent('main')).toContain('Đã thu hồi');
  expect(await shopper.textContent('main')).toContain('45/QĐ-BNNMT');
}, 180_000);
