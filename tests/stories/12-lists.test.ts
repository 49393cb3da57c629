/** A year's list is brought in: confirmed, its doubts settled, written, seen by everybody, brought in again, undone. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { csv, LIST_HEAD, LIST_TITLE, listOffice } from '../support/imports.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
const { asOwner } = app.database;
const client = await app.signIn('province');
const office = listOffice(app, client);
afterAll(closeBrowser);

const file = csv('nam-2025.csv', [
  LIST_TITLE,
  '',
  LIST_HEAD,
  'I;Nhóm thực phẩm;;;;;',
  '1;Chả gà Tiểu Quan truyện;HTX Truyện Tiểu Quan;xã Tân Hưng, tỉnh Hưng Yên;4 sao;21/QĐ-UBND;20/10/2025',
  '2;Mật ong hoa nhãn truyện;HTX Truyện Nhãn Lồng;;***;21/QĐ-UBND;20/10/2025',
  'Tổng cộng: 2 sản phẩm;;;;;;',
]);

test('a list: from the file to the register and the portal, and back', async () => {
  const window = await windowOf(app, 'province');
  const page = await window.newPage();
  await page.goto(`${app.base}/so-san-pham`);
  await page.getByRole('link', { name: 'Nhập danh sách' }).click();
  await look(page, '12-lists');
  await page.setInputFiles('input[type="file"]', {
    name: file.name,
    mimeType: file.type,
    buffer: Buffer.from(file.bytes),
  });
  await page.getByRole('button', { name: 'Gửi tệp' }).click();
  await page.waitForURL(/\/nhap-danh-sach\/[0-9a-f-]{36}$/);
  await page.getByText('Từng dòng của tệp').waitFor();
  const at = new URL(page.url()).pathname;
  await look(page, '12-preview');
  await page.setViewportSize(PHONE);
  await look(page, '12-preview');

  await page.getByRole('link', { name: 'Xác nhận' }).click();
  await page.getByLabel('Đã công nhận (ghi lần công nhận)').check();
  await look(page, '12-columns');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForURL(`${app.base}${at}`);
  await page.getByText('Từng dòng của tệp').waitFor();

  await page.getByRole('link', { name: 'Mật ong hoa nhãn truyện' }).click();
  await page.getByLabel('Ghi theo danh sách như đã sửa').check();
  await page.selectOption('select[name="commune"]', { index: 1 });
  await look(page, '12-row');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.waitForURL(`${app.base}${at}`);
  await page.getByText('không còn').waitFor();
  await page.getByRole('button', { name: 'Ghi vào danh bạ' }).click();
  await page.getByText('Đã ghi vào danh bạ.').waitFor({ timeout: 20_000 });
  expect(await page.textContent('main')).toContain('2 sản phẩm mới, 2 chủ thể mới, 2 lần công nhận');
  await look(page, '12-written');

  const visitor = await window.newPage();
  await visitor.goto(`${app.base}/san-pham?q=tieu+quan+truyen`);
  expect(await visitor.textContent('main')).toContain('Chả gà Tiểu Quan truyện');
  expect(await office.counts(await office.send(file))).toEqual({ same: 2 });

  await page.getByRole('button', { name: 'Hoàn tác cả danh sách' }).click();
  await page.getByText('Danh bạ đã trở lại như trước').waitFor({ timeout: 20_000 });
  await look(page, '12-undone');
  const left = await asOwner<{ n: number }>(`select count(*)::int as n from product where name like '%truyện'`);
  expect(left).toEqual([{ n: 0 }]);
}, 120_000);

test('a real list the register already has is the same, row by row', async () => {
  const name = 'thai-binh-dong-hung-2022.stt.csv';
  const bytes = readFileSync(new URL(`../fixtures/lists/raw/${name}`, import.meta.url));
  const at = await office.send({ name, type: 'text/csv', bytes: new Uint8Array(bytes) });
  await office.confirm(at);
  const counts = await office.counts(at);
  expect(counts.new ?? 0).toBe(0);
  expect(counts.same ?? 0).toBeGreaterThan(0);
}, 60_000);

test('the register taken away and brought in again without change writes nothing', async () => {
  const taken = await client.fetch('/so-san-pham.xlsx');
  expect(taken.status).toBe(200);
  const bytes = new Uint8Array(await taken.arrayBuffer());
  const at = await office.send({ name: 'danh-ba-san-pham.xlsx', type: 'application/octet-stream', bytes });
  await office.confirm(at);
  const counts = await office.counts(at);
  expect([counts.new ?? 0, counts.change ?? 0, counts.refused ?? 0]).toEqual([0, 0, 0]);
  expect(counts.same ?? 0).toBeGreaterThan(20);
  const doubts = await asOwner<{ code: string }>(
    `select distinct code from list_import_row where import = $1 and status = 'doubtful'`,
    [office.idOf(at)],
  );
  expect(doubts.map(({ code }) => code)).toContain('nothingSaid');
}, 60_000);
