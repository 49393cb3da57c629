/** Art. 7.3.c: the office names its advisory team, asks for a test result, the producer sends it from the phone, a visit is recorded and its minutes kept. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { dossiersInRound } from '../support/council.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
let picture: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  app = await testApp();
  const made = sharp({ create: { width: 300, height: 400, channels: 3, background: '#d8c9a3' } }).png();
  picture = { name: 'anh.png', mimeType: 'image/png', buffer: await made.toBuffer() };
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await windowOf(app, account, { viewport, javaScriptEnabled });
  const tab = await context.newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

test('an advisory team at work on a dossier, on the office’s desk and the producer’s phone', async () => {
  const { dossiers } = await dossiersInRound(app, ['Miến có tư vấn'], null);
  const path = `/ho-so/${dossiers[0]}`;
  const [council] = await app.database.asOwner<{ id: string }>(
    `select id from council where level = 'province' order by id limit 1`,
  );

  const office = await open('province', DESK, `/hoi-dong/${council?.id}`);
  await office
    .getByRole('link', { name: /Tổ tư vấn/ })
    .first()
    .click();
  await look(office, 'team');
  await office.getByLabel('Họ tên').last().fill('Hoàng Thị Thêm');
  await office.getByLabel('Đơn vị').last().fill('Sở Công Thương');
  if (!(await office.getByLabel('Tổ trưởng').first().isChecked())) await office.getByLabel('Tổ trưởng').last().check();
  await office.getByRole('button', { name: 'Lưu Tổ tư vấn' }).click();
  await office.waitForURL(`${app.base}/hoi-dong/${council?.id}`);
  expect(
    await office.getByRole('cell', { name: 'Hoàng Thị Thêm' }).or(office.getByText('Hoàng Thị Thêm')).count(),
  ).toBeGreaterThan(0);
  await look(office, 'council');

  await office.goto(`${app.base}${path}`);
  await office.getByRole('link', { name: /Việc của Tổ tư vấn/ }).click();
  await look(office, 'desk');
  await office.getByRole('link', { name: 'Giao hồ sơ' }).click();
  await office.getByLabel(/Hoàng Thị Thêm/).check();
  await look(office, 'assign');
  await office.getByRole('button', { name: 'Giao hồ sơ' }).click();
  await office.getByText('Hoàng Thị Thêm, Sở Công Thương').waitFor();
  await office.getByRole('link', { name: 'Đề nghị bổ sung' }).click();
  await office.getByLabel('Kết quả kiểm nghiệm').check();
  await office.getByLabel('Nội dung cần bổ sung').fill('Phiếu kiểm nghiệm vi sinh của năm nay.');
  await look(office, 'ask');
  await office.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await office.getByText('Đã gửi đề nghị').waitFor();

  const phone = await open('producer', PHONE, '/cua-toi');
  await look(phone, 'home');
  await phone.getByRole('link', { name: /Miến có tư vấn/ }).click();
  await look(phone, 'dossier');
  await phone.getByRole('link', { name: 'Gửi giấy tờ Tổ tư vấn đề nghị' }).click();
  await look(phone, 'answer');
  await phone.getByLabel('Ảnh hoặc tệp giấy tờ mới').setInputFiles(picture);
  await phone.getByLabel('Tên giấy tờ mới').fill('Phiếu kiểm nghiệm vi sinh');
  await phone.getByRole('button', { name: 'Gửi Tổ tư vấn' }).click();
  await phone.waitForURL(`${app.base}${path}`);
  expect(await phone.locator('main').textContent()).toContain('Phiếu kiểm nghiệm vi sinh');
  expect(await phone.getByRole('link', { name: 'Gửi giấy tờ Tổ tư vấn đề nghị' }).count()).toBe(0);

  // A phone that knows where it stands fills the coordinates in.
  const afield = await open('province', PHONE, `${path}/khao-sat/moi`);
  await afield.context().grantPermissions(['geolocation']);
  await afield.context().setGeolocation({ latitude: 20.65123, longitude: 106.05123 });
  await look(afield, 'new-visit');
  await afield.getByRole('button', { name: 'Lấy tọa độ nơi đang đứng' }).click();
  await afield.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=coordinates]')?.value !== '');
  expect(await afield.getByLabel('Tọa độ').inputValue()).toBe('20.651230, 106.051230');

  // The visit without JavaScript: photos go with the form.
  const plain = await open('province', DESK, `${path}/khao-sat/moi`, false);
  await plain.getByLabel('Người tham gia').fill('Hoàng Thị Thêm, thành viên\nNgười đại diện 1, Giám đốc');
  await plain.getByLabel('Kết quả khảo sát').fill('Nơi sản xuất đúng như hồ sơ.');
  await plain.getByLabel('Ảnh tại nơi khảo sát').setInputFiles([picture, { ...picture, name: 'anh-2.png' }]);
  await plain.getByRole('button', { name: 'Ghi khảo sát' }).click();
  await plain.waitForURL(/\/khao-sat\/[0-9a-f-]{36}$/);
  expect(await plain.getByRole('heading', { name: 'Ảnh (2)' }).count()).toBe(1);

  await office.goto(plain.url());
  await look(office, 'visit');
  await office.getByLabel('Biên bản đã ký').setInputFiles(picture);
  await office.getByRole('button', { name: 'Lưu biên bản đã ký' }).click();
  await office.getByRole('link', { name: 'Tải biên bản đã ký' }).waitFor();
  await phone.goto(`${app.base}${path}`);
  await phone.getByRole('link', { name: /Khảo sát thực tế ngày/ }).click();
  await look(phone, 'visit');
  expect(await phone.getByRole('link', { name: 'Tải biên bản đã ký' }).count()).toBe(1);
}, 120_000);
