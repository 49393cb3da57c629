/** U40, U20 and S34 as a passer-by: a report with a photo, its number, the office's answer; a dossier by its receipt; the page for weaknesses. */

import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import {
  closeBrowser,
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  openContext,
  PHONE,
} from '../support/browser.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

async function withPage(options: Parameters<typeof openContext>[0], work: (page: Page) => Promise<void>) {
  const context = await openContext(options);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}
const label = async () => ({
  name: 'nhan.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 700, channels: 3, background: '#8a2f22' } })
    .jpeg()
    .toBuffer(),
});

describe.each([false, true])('U40 a report of wrong use, JavaScript %s', (javaScriptEnabled) => {
  it('from the page of an unknown code to the number, to the office, to the answer', async () => {
    let number = '';
    await withPage({ viewport: PHONE, javaScriptEnabled }, async (page) => {
      await page.goto(`${app.base}/chung-nhan/AAAA-BBBB-CCCC`);
      await page.getByRole('link', { name: 'Báo tem đáng ngờ' }).click();
      await page.waitForURL(/\/bao-dung-sai\?code=AAAA-BBBB-CCCC/);
      expect(await page.getByLabel('Mã trên tem hoặc tên sản phẩm').inputValue()).toBe('AAAA-BBBB-CCCC');
      await page.getByLabel('Mã trên tem không có trong sổ').check();
      await page.getByLabel('Bạn thấy ở đâu?').fill('Quán nước ven đường');
      await page.getByLabel('Ảnh cả nhãn, thấy rõ mã').setInputFiles(await label());
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      await page.getByRole('heading', { name: 'Có 1 chỗ cần sửa' }).waitFor();
      await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Hưng Yên' });
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
      await page.waitForURL(/\/bao-dung-sai\/PA-/);
      number = decodeURIComponent(page.url().split('/').at(-1) ?? '');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(number);
    });
    await withPage({ viewport: DESK }, async (page) => {
      await page.goto(`${app.base}/vao-thu`);
      await page.request.post(`${app.base}/vao-thu`, { form: { account: 'inspector' }, headers: { origin: app.base } });
      await page.goto(`${app.base}/viec-cua-toi`);
      await page.getByRole('link', { name: 'AAAA-BBBB-CCCC', exact: true }).first().click();
      await page.getByRole('img', { name: 'Ảnh người báo gửi' }).waitFor();
      const drawn = await page
        .getByRole('img', { name: 'Ảnh người báo gửi' })
        .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth);
      expect(drawn).toBe(900);
      await page.getByLabel('Có dùng sai sao').check();
      await page.getByLabel('Trả lời người báo').fill('Đã thu tem giả.');
      await page.getByRole('button', { name: 'Kết luận và trả lời' }).click();
      await page.waitForURL(/\/phan-anh$/);
    });
    await withPage({ viewport: PHONE, javaScriptEnabled }, async (page) => {
      await page.goto(`${app.base}/bao-dung-sai`);
      await page.getByLabel('Số phản ánh').fill(number.toLowerCase());
      await page.getByRole('button', { name: 'Xem trả lời' }).click();
      await page.getByText('Đã thu tem giả.').waitFor();
    });
  });
});

/** Number of a receipt that the telephone number 0000 000 001 fits. */
async function someSlip(): Promise<string> {
  const [row] = await app.database.asOwner(
    "select text from receipt_slip s join dossier d on d.id = s.dossier join producer m on m.id = d.producer where m.phone = '0000 000 001' and s.body = 'commune' order by text limit 1",
  );
  return String((row as { text: string }).text);
}

it('U20 a dossier by the number of its receipt, without JavaScript', async () => {
  const slip = await someSlip();
  await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(app.base);
    await page.getByRole('link', { name: 'Hồ sơ đang ở bước nào' }).last().click();
    await page.getByLabel('Số phiếu trên giấy biên nhận').fill(slip);
    await page.getByLabel('Điện thoại của chủ thể').fill('0000 000 001');
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.getByRole('heading', { name: slip }).waitFor();
  });
});

it('U1 the public doors and the office’s pages break no rule of access, on a phone and on a desk', async () => {
  const [row] = await app.database.asOwner(
    "select r.id, r.number from misuse_report r join lifecycle l on l.id = r.id where l.state = 'received' and photo is not null limit 1",
  );
  const report = row as { id: string; number: string };
  const given = { code: await someSlip(), phone: '0000 000 001' };
  const { body } = await app.visitor().json('POST', '/api/v1/dossier-look-ups', given);
  for (const viewport of [PHONE, DESK]) {
    await withPage({ viewport }, async (page) => {
      const open = async (paths: readonly string[]) => {
        for (const path of paths) {
          await page.goto(app.base + path);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      };
      await open([
        '/bao-dung-sai',
        '/en/bao-dung-sai',
        `/bao-dung-sai/${report.number}`,
        '/bao-mat',
        '/en/bao-mat',
        '/tra-cuu-ho-so',
        '/en/tra-cuu-ho-so',
        String(body.page),
      ]);
      await page.request.post(`${app.base}/vao-thu`, { form: { account: 'province' }, headers: { origin: app.base } });
      await open(['/phan-anh', `/phan-anh/${report.id}`]);
    });
  }
});
