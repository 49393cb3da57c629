/** Step 1 of the main job: an officer is invited, takes the account up, signs in with a code, and signs out everywhere. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE } from '../support/browser.ts';
import { appCode, codeSentTo, MovableClock, PASSWORD } from '../support/people.ts';
import { look, tryAs } from '../support/story.ts';

const clock = new MovableClock();
const app = await testApp({ clock });
afterAll(closeBrowser);

/** The administrator invites an officer of the province; answers the address the letter goes to. */
async function inviteOfficer(context: BrowserContext, email: string): Promise<void> {
  const page = await tryAs(app, context, 'administrator');
  await page.goto(`${app.base}/quan-tri/tai-khoan`);
  await look(page, 'accounts');
  await page.getByRole('link', { name: 'Mời người dùng' }).click();
  await page.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Cơ quan OCOP tỉnh' });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Hưng Yên' });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Họ và tên').fill('Đào Thị Nhãn');
  await page.getByRole('button', { name: 'Gửi lời mời' }).click();
  await look(page, 'invite-refused'); // no address: told on top and at the field
  expect(await page.title()).toMatch(/^Lỗi:/);
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Đào Thị Nhãn');
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByRole('button', { name: 'Gửi lời mời' }).click();
  await page.getByRole('heading', { name: 'Đào Thị Nhãn' }).waitFor();
  await look(page, 'account-invited');
}

async function takeUp(page: Page, email: string): Promise<string> {
  await page.goto(`${app.base}/kich-hoat`);
  await look(page, 'activate');
  await page.getByLabel('Tên đăng nhập').fill(email);
  await page.getByLabel('Mã trong thư').fill(await codeSentTo(app, email));
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
  await page.getByRole('button', { name: 'Nhận tài khoản' }).click();
  await page.getByRole('heading', { name: 'Bật mã xác thực' }).waitFor();
  await page.getByText('Không quét được?').click();
  await look(page, 'factor');
  const secret = (await page.locator('details p').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('Mã 6 số').fill(appCode(secret, clock));
  await page.getByRole('button', { name: 'Bật mã xác thực' }).click();
  await page.getByRole('heading', { name: 'Cất mười mã dự phòng này' }).waitFor();
  await look(page, 'recovery-codes');
  return secret;
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  clock.forward(1); // each code counts once
  await page.goto(`${app.base}/dang-nhap?tiep=/tai-khoan`);
  await look(page, 'sign-in');
  await page.getByLabel('Số điện thoại hoặc thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu').fill('không phải mật khẩu');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('alert').waitFor();
  await look(page, 'sign-in-refused');
  expect(await page.getByLabel('Số điện thoại hoặc thư điện tử').inputValue()).toBe(email);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { name: 'Nhập mã xác thực' }).waitFor();
  await look(page, 'code');
  await page.getByLabel('Mã 6 số trong ứng dụng').fill(appCode(secret, clock));
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: 'Tài khoản và bảo mật' }).waitFor();
}

test.each([
  ['at the desk', 'nhan-1@vi-du.vn', { viewport: DESK }],
  ['on a phone without JavaScript', 'nhan-2@vi-du.vn', { viewport: PHONE, javaScriptEnabled: false }],
])('invitation, second factor, sessions: %s', async (_where, email, options) => {
  const open = async () => {
    const context = await openContext(options);
    return context;
  };
  const office = await open();
  await inviteOfficer(office, email);

  const first = await open();
  const page = await first.newPage();
  const secret = await takeUp(page, email);
  await page.goto(`${app.base}/tai-khoan`);

  const second = await open();
  const other = await second.newPage();
  await signIn(other, email, secret);
  await look(other, 'account');
  await other.getByRole('button', { name: 'Đăng xuất mọi nơi khác' }).click();
  await other.waitForLoadState();

  await page.goto(`${app.base}/tai-khoan`); // the first browser was signed out and is led to the door, and back
  expect(new URL(page.url()).pathname).toBe('/dang-nhap');
  expect(new URL(page.url()).searchParams.get('tiep')).toBe('/tai-khoan');
  await Promise.all([office, first, second].map((context) => context.close()));
});

test('the door of the demonstration leads every role to its work', async () => {
  for (const viewport of [PHONE, DESK]) {
    const context = await openContext({ viewport });
    const page = await context.newPage();
    await page.goto(`${app.base}/vao-thu`);
    await look(page, 'try-as');
    expect(await page.getByRole('button', { name: /^Vào với vai/ }).count()).toBe(21);
    await context.close();
  }
});
