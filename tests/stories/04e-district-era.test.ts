/** Issue 3, sections 1 and 7, R8.5 R12.9: a recognition of the district era is entered from its papers and read as it was. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

test('three stars of 2024: refused for the province, entered for the district, read with its council and its rulebook', async () => {
  const [district] = await app.database.asOwner<{ id: string; name: string }>(
    `select u.id, v.full_name as name from unit u join unit_version v on v.unit = u.id
       join unit_version p on p.unit = v.parent and p.code = '33'
      where u.level = 'district' and u.valid_to = '2025-06-30' order by v.full_name limit 1`,
  );
  const office = await (await windowOf(app, 'province', { viewport: DESK })).newPage();
  await office.goto(`${app.base}/giay-chung-nhan`);
  await office.getByRole('link', { name: 'Ghi lần công nhận cũ' }).click();
  await office.getByLabel('Tên sản phẩm hoặc chủ thể').fill('banh da');
  await office.getByRole('button', { name: 'Tìm', exact: true }).click();
  await office.waitForURL(/q=banh/);
  await look(office, 'past-found');
  await office.locator('main a[href*="ghi-cu?product="]').first().click();
  await office.getByLabel('Số quyết định công nhận').fill('845/QĐ-UBND');
  await office.getByLabel('Ngày quyết định').fill('10/06/2024');
  const unit = office.locator('select[name="unit"]');
  const province = await unit.locator('option', { hasText: /tỉnh/i }).first().getAttribute('value');
  await unit.selectOption(province ?? '');
  await office.getByText('3 sao', { exact: true }).click();
  await office.getByLabel('Hội đồng đánh giá').fill('Hội đồng OCOP cấp huyện');
  await look(office, 'past-form');
  const send = office.getByRole('button', { name: 'Ghi vào sổ' });
  await send.click();
  await office.getByText('chỉ Chủ tịch UBND cấp huyện được công nhận 3 sao').first().waitFor();
  await look(office, 'past-refused');
  await unit.selectOption(district?.id ?? '');
  await send.click();
  await office.waitForURL(/\/nhu-luc-cap$/);
  const shown = (await office.textContent('main')) ?? '';
  for (const one of ['845/QĐ-UBND', '10/06/2024', '10/06/2027', 'Quyết định số 148/QĐ-TTg', 'Hội đồng OCOP cấp huyện'])
    expect(shown).toContain(one);
  const name = district?.name ?? '';
  expect(shown).toContain(`Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  await look(office, 'past-as-it-was');
  await office.setViewportSize(PHONE);
  await look(office, 'past-as-it-was');
}, 120_000);
