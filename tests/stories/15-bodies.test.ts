/** A committee of a commune is entered, its province's team meets, a conclusion becomes the committee's task and is reported. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string): Promise<Page> {
  const context = await windowOf(app, account, { viewport });
  const tab = await context.newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

test('a committee is entered, a meeting gives it a task, its words are corrected and it is reported', async () => {
  const name = 'Ban Chỉ đạo OCOP xã kể trong truyện';
  const commune = await open('commune', PHONE, '/viec-duoc-giao');
  await commune.getByRole('link', { name: 'Ban chỉ đạo', exact: true }).click();
  await look(commune, 'bodies');
  await commune.getByRole('link', { name: 'Ghi ban, tổ' }).click();
  await commune.getByLabel('Tên', { exact: true }).fill(name);
  await commune.getByLabel('Thành lập từ ngày').fill('05/01/2026');
  const first = commune.locator('#dong-0');
  await first.getByLabel('Họ và tên').fill('Người Trong Truyện');
  await first.getByLabel('Chức vụ, cơ quan').fill('Chủ tịch UBND xã');
  await look(commune, 'body-new');
  await commune.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await commune.getByText('Vai trò').first().waitFor();
  expect(await first.getByLabel('Họ và tên').inputValue()).toBe('Người Trong Truyện');
  await first.locator('select').selectOption('head');
  await commune.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await commune.getByText('Trưởng ban').first().waitFor();
  await look(commune, 'body');

  const words = 'Rà soát hồ sơ sản phẩm sắp hết hạn';
  const province = await open('province', DESK, '/ket-luan-hop');
  await province.getByRole('link', { name: 'Ghi kết luận' }).click();
  await province.getByLabel('Cuộc họp', { exact: true }).fill('Họp giao ban trong truyện');
  await province.getByLabel('Ngày họp').fill('02/11/2026');
  const row = province.locator('#dong-0');
  await row.getByLabel('Nội dung việc').fill(words);
  await row.locator('select[name="tasks.0.ownerBody"]').selectOption({ label: name });
  await look(province, 'meeting-new');
  await province.getByRole('button', { name: 'Ghi và giao việc' }).click();
  await province.getByText('1 việc, 0 đã xong, 0 quá hạn').waitFor();
  await look(province, 'meeting');
  await province.getByRole('link', { name: words }).click();
  const path = new URL(province.url()).pathname;
  await province.locator('summary', { hasText: 'Sửa lời giao' }).click();
  await province.getByLabel('Nội dung việc').fill(`${words}, gọi từng chủ thể`);
  await province.getByLabel('Lý do sửa').fill('Ghi rõ cách làm');
  await province.getByRole('button', { name: 'Sửa lời giao' }).click();
  await province.getByText('Đã sửa lời giao.').waitFor();
  await look(province, 'task-corrected');

  await commune.goto(`${app.base}${path}`);
  await commune.getByText('Ghi rõ cách làm').waitFor();
  await commune.locator('summary', { hasText: 'Ghi tiến độ' }).click();
  await commune.getByLabel('Đã làm đến đâu').fill('Đã gọi một nửa');
  await commune.getByLabel('Đã làm được').fill('50');
  await commune.getByRole('button', { name: 'Ghi tiến độ' }).click();
  await commune.getByText('đã làm 50%').waitFor();
  await look(commune, 'task-half');
}, 180_000);
