/** U16 and Q7 on a phone: several photos, reordered and turned before they are sent; a cut connection, a reload and a lost session lose nothing. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#features/registry';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, expectAccessible, expectNoSidewaysScroll, openContext, PHONE } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { done } from '../support/dossiers.ts';

let app: TestApp;
let producer: Client;
beforeAll(async () => {
  app = await testApp();
  producer = await app.signIn('producer');
});
afterAll(closeBrowser);

/** A noisy picture, so that it weighs something. */
const picture = async (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer();

async function draft(name: string): Promise<string> {
  const start = {
    producer: demoId('producer', 'canh-dieu'),
    kind: 'first',
    newProduct: name,
    productSet: '26-2026/06',
  };
  return (await done(producer.json('POST', '/api/v1/dossiers', start, { key: true }))).id;
}

async function openPage(path: string) {
  const context = await openContext({ viewport: PHONE });
  await context.addCookies([
    { name: 'saolang', value: producer.cookies.get('saolang') ?? '', url: app.base, httpOnly: true },
  ]);
  const tab = await context.newPage();
  await tab.goto(app.base + path);
  await tab.waitForSelector('input[type="file"][data-mounted]', { state: 'attached' });
  return tab;
}

const filesOf = (dossier: string) =>
  app.database.asOwner<{ name: string; width: number; height: number; size: number }>(
    `select f.name, f.width, f.height, f.size from dossier_paper c join paper p on p.id = c.paper join file f on f.id = p.file
      where c.dossier = '${dossier}' order by c.position`,
  );

test('U16 several photos at once: shrunk, reordered, turned, one replaced, one left out', async () => {
  const dossier = await draft('Miến nhiều ảnh (giả định)');
  const tab = await openPage(`/ho-so/${dossier}/giay-to/E10`);
  await tab.setInputFiles('input[name="photos"]', [
    { name: 'to.jpg', mimeType: 'image/jpeg', buffer: await picture(2400, 1200) },
    { name: 'hai.jpg', mimeType: 'image/jpeg', buffer: await picture(60, 40) },
    { name: 'bo.jpg', mimeType: 'image/jpeg', buffer: await picture(50, 50) },
  ]);
  await tab.getByText('Đã gửi xong, chưa lưu vào hồ sơ').nth(2).waitFor();
  await expectAccessible(tab);
  await expectNoSidewaysScroll(tab);
  await tab.getByRole('button', { name: 'Bỏ: bo.jpg' }).click();
  await tab.getByRole('button', { name: 'Lên: hai.jpg' }).click();
  await tab.getByRole('button', { name: 'Quay: hai.jpg' }).click();
  await expect.poll(() => tab.getByText('Đã gửi xong, chưa lưu vào hồ sơ').count()).toBe(2);
  const choosing = tab.waitForEvent('filechooser');
  await tab.getByRole('button', { name: 'Thay: to.jpg' }).click();
  const other = { name: 'khac.jpg', mimeType: 'image/jpeg', buffer: await picture(2200, 1100) };
  await (await choosing).setFiles(other);
  await tab.getByText('2. khac.jpg').waitFor();
  await expect.poll(() => tab.getByText('Đã gửi xong, chưa lưu vào hồ sơ').count()).toBe(2);
  expect(await filesOf(dossier)).toEqual([]);
  await tab.getByRole('button', { name: 'Thêm các ảnh' }).click();
  await tab.getByText('Đã thêm ảnh.').waitFor();
  expect((await filesOf(dossier)).map(({ name, width, height }) => [name, width, height])).toEqual([
    ['hai.jpg', 40, 60],
    ['khac.jpg', 2000, 1000],
  ]);
  expect(await tab.locator('ul[aria-label="Tệp đã chọn"] li').count()).toBe(0);
  await tab.context().close();
}, 60_000);

test('Q7 a cut connection goes on from the last whole part; a reload and a lost session lose nothing', async () => {
  const dossier = await draft('Miến mạng yếu (giả định)');
  const tab = await openPage(`/ho-so/${dossier}/giay-to/E12`);
  const paper = await picture(1800, 1800);
  let parts = 0;
  let cutAt = 2;
  await tab.route('**/api/v1/files/uploads/*?offset=*', async (route) => {
    parts += 1;
    if (parts === cutAt) await route.abort('connectionreset');
    else await route.continue();
  });
  await tab.setInputFiles('input[name="file"]', { name: 'phieu.jpg', mimeType: 'image/jpeg', buffer: paper });
  await tab.getByText('có mạng sẽ tự gửi tiếp').waitFor();
  await expectAccessible(tab);
  await tab.getByText('Đã gửi xong, chưa lưu vào hồ sơ').waitFor();
  const whole = Math.ceil(paper.length / (512 * 1024));
  expect(parts).toBe(whole + 1);

  parts = 0;
  cutAt = -1;
  await tab.reload();
  await tab.getByText('Đã gửi xong, chưa lưu vào hồ sơ').waitFor();
  expect(parts).toBe(0);
  await tab.getByRole('button', { name: 'Bỏ: phieu.jpg' }).click();

  const second = await picture(1700, 1700);
  await tab.context().clearCookies();
  await tab.setInputFiles('input[name="file"]', { name: 'lan hai.jpg', mimeType: 'image/jpeg', buffer: second });
  await tab.getByRole('link', { name: 'Đăng nhập lại để gửi tiếp' }).waitFor();
  await tab
    .context()
    .addCookies([{ name: 'saolang', value: producer.cookies.get('saolang') ?? '', url: app.base, httpOnly: true }]);
  await tab.goto(`${app.base}/ho-so/${dossier}/giay-to/E12`);
  await tab.getByText('Đã gửi xong, chưa lưu vào hồ sơ').waitFor();
  await tab.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  await tab.getByText('Đã thêm giấy tờ.').waitFor();
  expect(await tab.locator('ul[aria-label="Tệp đã chọn"] li').count()).toBe(0);
  expect(await filesOf(dossier)).toEqual([{ name: 'lan hai.jpg', width: 1700, height: 1700, size: second.length }]);
  await tab.context().close();
}, 60_000);

test('U16 a file chosen to replace another waits only there, also after a reload', async () => {
  const dossier = await draft('Miến thay giấy (giả định)');
  const at = `/ho-so/${dossier}/giay-to/E01`;
  const old = { name: 'cu.jpg', type: 'image/jpeg', bytes: new Uint8Array(await picture(50, 50)) };
  const form = (await producer.page(at)).form(`${at}/them`);
  expect((await producer.submit(form, { title: 'Giấy đăng ký' }, { file: old })).status).toBe(303);
  const tab = await openPage(at);
  const replacing = tab.locator('form[action*="/thay/"]');
  await tab.getByText('Thay bằng tệp khác').click();
  const file = { name: 'moi.jpg', mimeType: 'image/jpeg', buffer: await picture(70, 70) };
  await replacing.locator('input[name="file"]').setInputFiles(file);
  await replacing.getByText('Đã gửi xong, chưa lưu vào hồ sơ').waitFor();
  await tab.reload();
  await tab.getByText('Thay bằng tệp khác').click();
  await replacing.getByText('Đã gửi xong, chưa lưu vào hồ sơ').waitFor();
  expect(await tab.locator('ul[aria-label="Tệp đã chọn"] li').count()).toBe(1);
  await replacing.getByRole('button', { name: 'Thay tệp' }).click();
  await tab.getByText('Đã thay bằng tệp mới.').waitFor();
  expect((await filesOf(dossier)).map(({ name, width }) => [name, width])).toEqual([['moi.jpg', 70]]);
  await tab.context().close();
}, 60_000);

test('S25 a refused file says why beside itself, and the form stays', async () => {
  const dossier = await draft('Miến tệp lạ (giả định)');
  const tab = await openPage(`/ho-so/${dossier}/giay-to/E01`);
  await tab.setInputFiles('input[name="file"]', {
    name: 'gia.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 không phải'),
  });
  await tab.locator('li [role="alert"]').waitFor();
  await tab.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  expect(await filesOf(dossier)).toEqual([]);
  expect(await tab.getByLabel('Tên giấy tờ').inputValue()).toBe('Giấy đăng ký kinh doanh');
  await tab.context().close();
}, 60_000);
