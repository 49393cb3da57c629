/** Somebody goes on leave, a colleague takes the place: both names stand in the ledger, and the place ends with a press. */
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { proposedDossier } from '../support/dossiers.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
const today = systemClock.today();
const written = today.split('-').reverse().join('/');
afterAll(closeBrowser);

test('18 leave: the deputy works in the colleague’s place and both names are read', async () => {
  const dossier = await proposedDossier(app, today, { newProduct: 'Miến dong chờ vào đợt (giả định)' });
  const [office, desk] = [await windowOf(app, 'province'), await windowOf(app, 'council-secretary')];
  const [page, there] = [await office.newPage(), await desk.newPage()];

  await page.goto(`${app.base}/viec-cua-toi`);
  await page.getByRole('link', { name: 'Nghỉ, làm thay' }).click();
  await look(page, '10-list');
  await page.getByRole('link', { name: 'Ghi nghỉ, giao làm thay' }).click();
  await page.getByRole('button', { name: 'Ghi nghỉ, giao làm thay' }).click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await look(page, '10-errors');
  await page.fill('input[name="from"]', written);
  await page.fill('input[name="to"]', written);
  await page.selectOption('select[name="deputy"]', { label: 'Thư ký hội đồng (giả định), Thư ký' });
  await page.getByLabel('Tiếp nhận, kiểm tra').check();
  await page.fill('input[name="number"]', '35/GNP');
  await page.fill('input[name="dated"]', written);
  await page.setViewportSize(PHONE);
  await look(page, '10-form');
  await page.getByRole('button', { name: 'Ghi nghỉ, giao làm thay' }).click();
  await page.waitForURL(/\/nghi-phep\/[0-9a-f-]{36}$/);
  await look(page, '10-recorded');

  await there.goto(`${app.base}/viec-cua-toi?q=chờ+vào+đợt`);
  expect(await there.textContent('main')).toContain('Làm thay Chuyên viên OCOP tỉnh (giả định)');
  await look(there, '10-queue');
  await there.goto(`${app.base}/ho-so/${dossier.id}`);
  await there.getByRole('link', { name: 'Yêu cầu hoàn thiện' }).click();
  await there.fill('textarea[name="reason"]', 'Bổ sung công bố chất lượng.');
  await there.getByRole('button', { name: 'Yêu cầu hoàn thiện hồ sơ' }).click();
  await there.waitForURL(`${app.base}/ho-so/${dossier.id}`);

  await page.goto(`${app.base}/ho-so/${dossier.id}/so-ghi`);
  expect(await page.textContent('main')).toContain(
    'Thư ký hội đồng (giả định) thay Chuyên viên OCOP tỉnh (giả định) theo văn bản số 35/GNP',
  );
  await look(page, '10-ledger');

  await there.goto(`${app.base}/viec-cua-toi`);
  await there.getByRole('link', { name: 'Xem việc được làm thay' }).click();
  await there.locator('summary', { hasText: 'Kết thúc sớm' }).click();
  await there.fill('textarea[name="reason"]', 'Đã đi làm lại');
  await look(there, '10-end');
  await there.getByRole('button', { name: 'Kết thúc từ hôm nay' }).click();
  await there.getByText('Đã kết thúc.').waitFor();
  await there.goto(`${app.base}/viec-cua-toi`);
  expect(await there.textContent('main')).not.toContain('Đang làm thay');
}, 120_000);

test('the calendar: a month on the desk, a list on the phone, an address to subscribe to', async () => {
  const today = systemClock.today();
  await app.database.asOwner(
    `update council_session set held_on = $1 where title = 'Phiên thứ hai năm 2026 (giả định)'`,
    [today],
  );
  const context = await windowOf(app, 'council-secretary');
  const page = await context.newPage();
  await page.goto(`${app.base}/viec-cua-toi`);
  await page.getByRole('link', { name: 'Lịch', exact: true }).click();
  await page.getByRole('table').getByText('Họp Hội đồng').first().waitFor();
  await look(page, '10-month');
  await page.setViewportSize(PHONE);
  await page.getByRole('listitem').getByText('Họp Hội đồng').first().waitFor();
  await look(page, '10-days');
  await page.getByRole('button', { name: 'Tạo địa chỉ đăng ký' }).click();
  const address = (await page.locator('#dia-chi-lich').textContent()) ?? '';
  await look(page, '10-address');
  expect(await (await fetch(address)).text()).toContain('Họp Hội đồng');
  await page.getByRole('button', { name: 'Hủy địa chỉ' }).click();
  await page.getByRole('button', { name: 'Tạo địa chỉ đăng ký' }).waitFor();
  expect((await fetch(address)).status).toBe(404);
  await page.getByRole('link', { name: 'Tháng sau' }).click();
  await page.waitForURL(/thang=/);
  await look(page, '10-next');
}, 120_000);
