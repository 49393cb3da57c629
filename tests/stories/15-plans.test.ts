/** A province puts its plan into the register and sees the year's result beside it. With and without JavaScript. */
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

test.each([
  [DESK, true, '901'],
  [PHONE, false, '902'],
] as const)(
  'R14.1 a plan is entered as an act, its target set under it, and the result stands beside it',
  async (viewport, javaScriptEnabled, number) => {
    const context = await windowOf(app, 'province', { viewport, javaScriptEnabled });
    const tab: Page = await context.newPage();
    await tab.goto(`${app.base}/viec-cua-toi`);
    await tab.getByRole('link', { name: 'Điều hành' }).click();
    await look(tab, 'acts');
    await tab.getByRole('link', { name: 'Ghi văn bản' }).click();
    await tab.getByLabel('Loại văn bản').selectOption({ label: 'Kế hoạch' });
    await tab.getByLabel('Số, ký hiệu').fill(`${number}/KH-UBND`);
    await tab.getByLabel('Cơ quan ban hành').fill('UBND tỉnh Hưng Yên');
    await tab.getByLabel('Trích yếu').fill('Thực hiện Chương trình năm 2026 (giả định)');
    await tab.getByLabel('Ngày ban hành').fill('15/1/2026');
    await tab.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await tab.getByRole('heading', { level: 1, name: `Kế hoạch số ${number}/KH-UBND` }).waitFor();
    await look(tab, 'act');
    await tab.goto(`${app.base}/so-van-ban`);
    await tab.getByRole('link', { name: 'Kế hoạch và kết quả' }).click();
    await tab.getByRole('link', { name: 'Ghi chỉ tiêu' }).click();
    await tab.getByLabel('Từ ngày').fill('1/1/2026');
    await tab.getByLabel('Đến ngày').fill('31/12/2026');
    await tab.getByLabel('Chỉ tiêu', { exact: true }).fill(`Sản phẩm công nhận năm 2026, lần ${number}`);
    await tab.getByLabel('Mức giao').fill('ít nhất 50%');
    await tab.getByLabel('Văn bản giao').fill(`${number}/KH-UBND`);
    await tab.getByRole('button', { name: 'Ghi chỉ tiêu' }).click();
    await tab.getByText('Ghi phần trăm của cái gì').first().waitFor();
    await look(tab, 'refused');
    await tab.getByLabel('Mức giao').fill('25–30');
    await tab.getByLabel('Đơn vị tính').fill('sản phẩm');
    await tab.getByLabel('Đo bằng số liệu').selectOption({ label: 'Lượt công nhận trong kỳ' });
    await tab.getByRole('button', { name: 'Ghi chỉ tiêu' }).click();
    await tab.getByText('25–30 sản phẩm').first().waitFor();
    await look(tab, 'target');
    await tab.goto(`${app.base}/chi-tieu?nam=2026`);
    await look(tab, 'plan-and-result');
    const row = tab.getByRole('row').filter({ hasText: `lần ${number}` });
    expect(await row.textContent()).toMatch(/tính theo mức|trong khoảng/);
  },
  120_000,
);
