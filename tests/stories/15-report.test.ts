/** A story: a commune compiles its report, a check finds what does not add up, the province returns and accepts it, and what changes later shows. */
import { afterAll, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE } from '../support/browser.ts';
import { look, tryAs, windowOf } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);

it('R15.4 R15.5 compose, check, send, return, send again, accept; a corrected registry says so', async () => {
  const context = await windowOf(app, 'commune', { viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${app.base}/bao-cao`);
  await look(page, '15-report-list');
  await page.getByRole('link', { name: 'Lập báo cáo' }).click();
  await page.getByText('Báo cáo kết quả', { exact: false }).first().click();
  await page.getByLabel('Kỳ', { exact: true }).selectOption('Năm dương lịch');
  await page.getByLabel('Tháng hoặc quý thứ').fill('');
  await look(page, '15-report-new');
  await page.getByRole('button', { name: 'Tính số liệu' }).click();
  const at = page.url();
  await page.getByRole('link', { name: 'Soạn phần viết' }).click();
  const written = {
    direction: 'Đã ban hành kế hoạch.',
    achievements: 'Đạt.',
    difficulties: 'Thiếu vốn.',
    tasks: 'Tiếp tục.',
  };
  for (const [place, text] of Object.entries(written)) await page.locator(`[name="paragraphs.${place}"]`).fill(text);
  const training = page.locator('[name="paragraphs.training"]');
  await training.fill('Có 160/334 = 60 % chủ thể được tập huấn.');
  await look(page, '15-report-write');
  await page.getByRole('button', { name: 'Lưu, xem báo cáo' }).click();
  await page.waitForURL(at);
  const main = page.locator('main');
  await expect.poll(() => main.textContent()).toContain('160/334 là 47,9%, không phải 60%.');
  await look(page, '15-report-check');
  await page.getByRole('link', { name: 'Sửa mục này' }).first().click();
  await training.fill('Có 160/334 = 47,9% chủ thể được tập huấn.');
  await page.getByRole('button', { name: 'Lưu, xem báo cáo' }).click();
  await page.waitForURL(at);
  const settle = async () => {
    for (;;) {
      const open = main.getByText('Ghi lý do giữ');
      if ((await open.count()) === 0) return;
      await open.first().click();
      await main.getByLabel('Lý do giữ').first().fill('Kỳ chưa hết, tỉnh yêu cầu gửi sớm');
      await main.getByRole('button', { name: 'Lưu lý do' }).first().click();
      await page.waitForURL(at);
      await page.waitForLoadState();
    }
  };
  await settle();
  await page.getByRole('button', { name: 'Gửi báo cáo lên tỉnh' }).click();
  await expect.poll(() => main.textContent()).toContain('Số liệu đã chốt, chờ tỉnh tiếp nhận.');

  const office = await openContext({ javaScriptEnabled: false, viewport: DESK });
  const desk = await tryAs(app, office, 'province');
  await desk.goto(`${app.base}/viec-cua-toi`);
  await desk.getByRole('link', { name: 'Báo cáo kết quả' }).first().click();
  await desk.getByLabel('Lý do trả lại').fill('Bổ sung phần hỗ trợ');
  await desk.getByRole('button', { name: 'Trả lại báo cáo' }).click();
  expect(await desk.locator('main').textContent()).toContain('Tỉnh trả lại');

  await page.reload();
  expect(await main.textContent()).toContain('Bổ sung phần hỗ trợ');
  await page.goto(`${at}/soan`);
  await page.locator('[name="paragraphs.support"]').fill('Đã hỗ trợ 3 đơn vị.');
  await page.getByRole('button', { name: 'Lưu, xem báo cáo' }).click();
  await page.waitForURL(at);
  await settle();
  await page.getByRole('button', { name: 'Gửi báo cáo lên tỉnh' }).click();
  await expect.poll(() => main.textContent()).toContain('Bản 2');

  await desk.goto(at);
  await desk.getByRole('button', { name: 'Tiếp nhận báo cáo' }).click();
  expect(await desk.locator('main').textContent()).toContain('Hỏi lại hôm nay vẫn ra đúng các số đã gửi.');
  await look(desk, '15-report-accepted');
  await app.database.asOwner(
    `update recognition set star = case star when 3 then 4 else 3 end where id in (select r.recognition from compiled_report c
      cross join lateral indicator_stock_rows(c.as_of, c.units_as_of, c.unit) r where c.id = $1 limit 1)`,
    [at.split('/').at(-1)],
  );
  await desk.reload();
  expect(await desk.locator('main').textContent()).toContain('Đã thay đổi từ khi gửi');
  await look(desk, '15-report-changed');
  await Promise.all([context.close(), office.close()]);
}, 120_000);
