/** A task from the province to a commune: reported, given back with its reason, reported again, accepted. */
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

test('the province gives a task, the commune reports, it is given back, reported again and accepted', async () => {
  const [home] = await app.database.asOwner<{ unit: string }>(
    `select t.unit from appointment t join account a on a.id = t.account where a.username = 'commune' and t.role = 'commune'`,
  );
  const words = 'Lập danh sách điểm bán sản phẩm OCOP trên địa bàn';
  const province = await open('province', DESK, '/so-van-ban');
  await province.getByRole('link', { name: 'Việc được giao', exact: true }).click();
  await look(province, 'tasks');
  await province.getByRole('link', { name: 'Giao việc' }).click();
  await province.getByLabel('Nội dung việc').fill(words);
  await look(province, 'task-give');
  await province.getByRole('button', { name: 'Giao việc' }).click();
  await province.getByText('Chọn đơn vị được giao, hoặc ghi cơ quan khác').first().waitFor();
  expect(await province.getByLabel('Nội dung việc').inputValue()).toBe(words);
  await province.locator('select[name="unit"]').selectOption(home?.unit ?? '');
  await province.getByRole('button', { name: 'Giao việc' }).click();
  await province.getByText('Đã giao việc.').waitFor();
  const path = new URL(province.url()).pathname;

  const commune = await open('commune', PHONE, '/viec-cua-toi?process=task');
  await commune.locator(`a[href^="${path}"]`).first().click();
  await commune.getByLabel('Kết quả', { exact: true }).fill('Có 4 điểm bán');
  await look(commune, 'task-report');
  await commune.getByRole('button', { name: 'Báo cáo kết quả' }).click();
  await commune.getByText('Đã báo cáo', { exact: true }).waitFor();

  await province.goto(`${app.base}/viec-cua-toi?process=task`);
  await province.locator(`a[href^="${path}"]`).first().click();
  await province.getByText('Có 4 điểm bán').waitFor();
  await province.locator('summary', { hasText: 'Giao lại' }).click();
  await province.getByLabel('Lý do giao lại').fill('Ghi thêm địa chỉ từng điểm');
  await look(province, 'task-judged');
  await province.getByRole('button', { name: 'Giao lại' }).click();
  await province.getByText('Giao lại', { exact: true }).first().waitFor();

  await commune.goto(`${app.base}${path}`);
  await commune.getByText('Ghi thêm địa chỉ từng điểm').first().waitFor();
  await commune.getByLabel('Kết quả', { exact: true }).fill('Đã ghi đủ địa chỉ 4 điểm');
  await commune.getByRole('button', { name: 'Báo cáo kết quả' }).click();
  await commune.getByText('Đã báo cáo', { exact: true }).waitFor();

  await province.goto(`${app.base}${path}`);
  await province.getByRole('button', { name: 'Nhận kết quả' }).click();
  await province.getByText('Đã xong', { exact: true }).waitFor();
  await look(province, 'task-done');
  await commune.goto(`${app.base}/viec-duoc-giao?xem=accepted`);
  await commune.getByRole('link', { name: words }).waitFor();
  await look(commune, 'tasks-done');
}, 180_000);
