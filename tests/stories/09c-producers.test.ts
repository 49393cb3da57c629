/** Records of producers: a household becomes a cooperative on the phone; the commune finds a record twice, joins and parts it again. */
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

test('a producer changes its kind and name on the phone; the certificate still says the old name', async () => {
  const id = demoId('producer', 'canh-dieu');
  const [certificate] = await app.database.asOwner<{ code: string; name: string }>(
    `select g.check_code as code, g.producer_name as name from recognition g join product p on p.id = g.product
      where p.producer = $1 and g.check_code is not null limit 1`,
    [id],
  );
  const phone = await open('producer', PHONE, '/cua-toi');
  await phone.getByRole('link', { name: /^Hồ sơ chủ thể/ }).click();
  await look(phone, 'record');
  await phone.getByRole('link', { name: 'Sửa: Loại hình' }).click();
  await phone.getByLabel('Loại hình').selectOption({ label: 'Liên hiệp hợp tác xã' });
  await phone.getByLabel('Từ ngày').fill('1/10/2026');
  await phone.getByLabel('Lý do').fill('Ba hợp tác xã lập liên hiệp');
  await look(phone, 'kind');
  await phone.getByRole('button', { name: 'Lưu' }).click();
  await phone.waitForURL(`${app.base}/so-chu-the/${id}`);
  await phone.getByRole('link', { name: 'Sửa: Tên' }).click();
  await phone.getByLabel('Tên chủ thể').fill('Liên hiệp hợp tác xã Cánh Diều (giả định)');
  await phone.getByLabel('Từ ngày').fill('1/10/2026');
  await phone.getByLabel('Lý do').fill('Ba hợp tác xã lập liên hiệp');
  await phone.getByRole('button', { name: 'Lưu' }).click();
  await phone.waitForURL(`${app.base}/so-chu-the/${id}`);
  await phone.getByRole('heading', { level: 1, name: 'Liên hiệp hợp tác xã Cánh Diều (giả định)' }).waitFor();
  await phone.getByLabel('Xem như ngày').fill('2/2/2020');
  await phone.getByRole('button', { name: 'Xem' }).click();
  await phone.getByText('Hồ sơ như ngày 02/02/2020').waitFor();
  expect(await phone.locator('main').textContent()).toContain('Hộ sản xuất, hộ gia đình');
  await look(phone, 'past');
  await phone.getByRole('link', { name: 'Lịch sử thay đổi' }).click();
  await look(phone, 'history');
  expect(await phone.locator('main').textContent()).toContain(certificate?.name);
  await phone.goto(`${app.base}/chung-nhan/${certificate?.code}`);
  expect(await phone.locator('main').textContent()).toContain(certificate?.name);
}, 120_000);

test.each([true, false])(
  'the commune finds a record twice, compares, joins and parts them again (scripts: %s)',
  async (scripts) => {
    const desk = await open('commune', DESK, '/so-san-pham', scripts);
    await desk.getByRole('link', { name: 'Danh bạ chủ thể' }).click();
    await look(desk, 'list');
    await desk.getByRole('link', { name: /Có thể trùng/ }).click();
    await look(desk, 'duplicates');
    await desk.getByRole('link', { name: /So hai hồ sơ:.*Nắng Sớm/ }).click();
    await look(desk, 'pair');
    const [kept, left] = new URL(desk.url()).pathname.split('/').slice(-2);
    await desk.getByLabel('Vì sao là một chủ thể').fill('Một hộ, ghi hai lần');
    await desk.getByRole('button', { name: 'Nhập hai hồ sơ' }).click();
    await desk.waitForURL(`${app.base}/so-chu-the/${kept}`);
    await desk.getByRole('heading', { name: 'Hồ sơ đã nhập vào đây' }).waitFor();
    await desk.goto(`${app.base}/so-chu-the/${left}`);
    expect(new URL(desk.url()).pathname).toBe(`/so-chu-the/${kept}`);
    await desk.getByRole('link', { name: 'Tách lại' }).click();
    await desk.getByLabel('Lý do tách lại').fill('Hai hộ khác nhau');
    await look(desk, 'unjoin');
    await desk.getByRole('button', { name: 'Tách lại' }).click();
    await desk.waitForURL(`${app.base}/so-chu-the/${kept}`);
    await desk.goto(`${app.base}/so-chu-the/${left}`);
    expect(new URL(desk.url()).pathname).toBe(`/so-chu-the/${left}`);
    expect(await desk.getByRole('heading', { name: 'Hồ sơ đã nhập vào đây' }).count()).toBe(0);
  },
  120_000,
);
