/** A year of a product from the producer's phone to the province's Excel; an idea becomes a dossier; a fault of the register is mended. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#features/registry';
import { systemClock } from '#platform/clock';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

const year = systemClock.today().slice(0, 4);

async function open(account: string, viewport: typeof PHONE, path: string): Promise<Page> {
  const context = await windowOf(app, account, { viewport });
  const tab = await context.newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

test('a year is told on the phone, returned, mended, accepted, and the province takes it away as Excel', async () => {
  const [product] = await app.database.asOwner<{ id: string; name: string }>(
    `select p.id, p.name from product p where p.producer = $1 and p.current_recognition is not null
      and not exists (select from product_year y where y.product = p.id) order by p.name limit 1`,
    [demoId('producer', 'canh-dieu')],
  );
  const { id, name } = product ?? { id: '', name: '' };
  const phone = await open('producer', PHONE, '/cua-toi/san-pham');
  await phone.locator(`a[href="/so-san-pham/${id}"]`).click();
  await phone.getByRole('link', { name: 'Báo số liệu' }).click();
  await phone.getByLabel('Năm').selectOption(year);
  await phone.getByLabel('Sản lượng').fill('8,5');
  await phone.getByLabel('Đơn vị tính').fill('tấn');
  await phone.getByLabel('Doanh thu').fill('640');
  await phone.getByLabel('Số lao động làm sản phẩm này').fill('9');
  await phone.getByLabel('Trong đó: lao động nữ').fill('12');
  await phone.getByLabel('Trong đó: người địa phương').fill('9');
  await phone.getByLabel('Bán tại nhà, cửa hàng của mình').check();
  await phone.getByRole('button', { name: 'Gửi xã xem' }).click();
  await phone.getByText('Số lao động nữ không nhiều hơn số lao động').first().waitFor();
  expect(await phone.getByLabel('Doanh thu').inputValue()).toBe('640');
  await phone.getByLabel('Trong đó: lao động nữ').fill('6');
  await look(phone, 'year-form');
  await phone.getByRole('button', { name: 'Gửi xã xem' }).click();
  await phone.waitForURL(/so-lieu-nam/);
  const path = new URL(phone.url()).pathname;

  const commune = await open('commune', DESK, '/viec-cua-toi?process=productYear');
  await commune.locator(`a[href^="${path}"]`).first().click();
  await commune.getByLabel('Lý do trả lại').fill('Thiếu doanh thu tháng 12');
  await look(commune, 'year-judged');
  await commune.getByRole('button', { name: 'Trả lại để sửa' }).click();
  await commune.getByText('Xã trả lại', { exact: true }).waitFor();

  await phone.goto(`${app.base}/hop-thu`);
  await phone.getByText(`Xã trả lại số liệu năm ${year}: ${name}`).first().waitFor();
  await phone.goto(`${app.base}${path}`);
  await phone.getByText('Thiếu doanh thu tháng 12').first().waitFor();
  await phone.getByRole('link', { name: 'Sửa rồi báo lại' }).click();
  await phone.getByLabel('Doanh thu').fill('702,5');
  await phone.getByRole('button', { name: 'Gửi xã xem' }).click();
  await phone.getByText('Chờ xã xem', { exact: true }).waitFor();

  await commune.goto(`${app.base}${path}`);
  await commune.getByRole('button', { name: 'Nhận số liệu' }).click();
  await commune.getByText('Xã đã nhận', { exact: true }).waitFor();

  const province = await open('province', DESK, '/so-san-pham');
  await province.getByRole('link', { name: 'Số liệu năm', exact: true }).click();
  await province.getByLabel('Năm').selectOption(year);
  await province.getByRole('button', { name: 'Xem' }).click();
  await province.getByRole('link', { name, exact: true }).waitFor();
  expect(await province.locator('main').textContent()).toContain('702,5 triệu đồng');
  await look(province, 'years');
  const [file] = await Promise.all([
    province.waitForEvent('download'),
    province.getByRole('link', { name: 'Xuất Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`so-lieu-nam-${year}.xlsx`);
}, 120_000);

test('an idea that is ready becomes a dossier by one press of its producer', async () => {
  const phone = await open('producer', PHONE, '/cua-toi/san-pham');
  await phone.getByRole('link', { name: 'Ý tưởng' }).click();
  await look(phone, 'ideas');
  await phone.getByRole('link', { name: 'Bánh phở dong (giả định)' }).click();
  await look(phone, 'idea');
  await phone.getByRole('button', { name: 'Lập hồ sơ' }).click();
  await phone.waitForURL(/\/ho-so\//);
  await phone.getByText('Bánh phở dong (giả định)').first().waitFor();
  const [idea] = await app.database.asOwner<{ state: string; product: string }>(
    `select l.state, p.name as product from product_idea i join lifecycle l on l.id = i.id join dossier d on d.id = i.dossier join product p on p.id = d.product`,
  );
  expect(idea).toEqual({ state: 'dossier', product: 'Bánh phở dong (giả định)' });
}, 60_000);

test('a fault on the page of data quality is mended from its row, and the count falls', async () => {
  const producer = demoId('producer', 'canh-dieu');
  await app.database.asOwner('update producer set phone = null where id = $1', [producer]);
  const desk = await open('commune', DESK, '/chat-luong-du-lieu');
  const row = desk.locator('a[href^="/chat-luong-du-lieu/producerPhone"]').first();
  const count = async () => Number(/(\d+)\s*$/.exec((await row.textContent()) ?? '')?.[1] ?? 0);
  const before = (await row.count()) > 0 ? await count() : 0;
  expect(before).toBeGreaterThan(0);
  await row.click();
  await desk.getByRole('link', { name: /^Ghi liên hệ: Hợp tác xã Miến dong Cánh Diều/ }).click();
  await desk.getByLabel('Điện thoại').first().fill('0912345678');
  if ((await desk.getByLabel('Lý do').count()) > 0) await desk.getByLabel('Lý do').fill('Bổ sung');
  await desk.getByRole('button', { name: 'Lưu' }).click();
  await desk.waitForURL(`${app.base}/so-chu-the/${producer}`);
  await desk.goto(`${app.base}/chat-luong-du-lieu`);
  expect((await row.count()) > 0 ? await count() : 0).toBe(before - 1);
}, 60_000);
