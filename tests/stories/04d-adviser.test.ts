/**
 * Art. 7.3.b–c, decision 017: the seat of an adviser. The office links an account and gives a dossier with a last day; the
 * member reads, writes and hands in on a phone; the team's leader and the office read it, the office gives it back once.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADVISER } from '../support/advisers.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE } from '../support/browser.ts';
import { dossiersInRound, establish, morePeople } from '../support/council.ts';
import { look, windowOf } from '../support/story.ts';

const LEADER = 'Người thêm 1';
const MEMBER = 'Lê Văn Hải';
let app: TestApp;
let dossier = '';
let council = '';
beforeAll(async () => {
  app = await testApp();
  const { dossiers } = await dossiersInRound(app, ['Miến thẩm tra', 'Miến không giao'], null);
  [dossier = ''] = dossiers;
  council = await establish(app, await app.signIn('province'));
});
afterAll(closeBrowser);

async function open(account: string, viewport: typeof PHONE, path: string): Promise<Page> {
  const tab = await (await windowOf(app, account, { viewport })).newPage();
  await tab.goto(`${app.base}${path}`);
  return tab;
}

/** A window of somebody who has no button on the page of trying out. */
async function pageOf(cookies: ReadonlyMap<string, string>, viewport: typeof PHONE): Promise<Page> {
  const context = await openContext({ viewport });
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.base })));
  return context.newPage();
}

/** The page at both widths, judged and kept. */
async function both(page: Page, name: string): Promise<void> {
  const own = page.viewportSize() ?? DESK;
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await look(page, name);
  }
  await page.setViewportSize(own);
}

test('from the assignment by the office to the part handed in, read by leader and office', async () => {
  const [person] = await morePeople(app, 'adviser', 1);
  const [leading] = await app.database.asOwner<{ username: string; name: string }>(
    'select username, full_name as name from account where id = $1',
    [person?.account],
  );
  expect(leading?.name).toBe(LEADER);

  // The office names the team and links two accounts.
  const office = await open('province', DESK, `/hoi-dong/${council}/to-tu-van`);
  for (const [at, name, from] of [
    [0, LEADER, 'Chi cục Phát triển nông thôn'],
    [1, MEMBER, 'Sở Y tế'],
  ] as const) {
    await office.getByLabel('Họ tên').nth(at).fill(name);
    await office.getByLabel('Đơn vị').nth(at).fill(from);
  }
  await office.getByLabel('Tổ trưởng').first().check();
  await office.getByRole('button', { name: 'Lưu Tổ tư vấn' }).click();
  await office.waitForURL(`${app.base}/hoi-dong/${council}`);
  for (const [name, account] of [
    [MEMBER, 'adviser'],
    [LEADER, leading?.username ?? ''],
  ] as const) {
    await office.goto(`${app.base}/hoi-dong/${council}/to-tu-van`);
    await office.getByRole('link', { name: `Tài khoản của ${name}` }).click();
    if (name === MEMBER) await both(office, 'adviser-account');
    await office.getByRole('textbox', { name: 'Tài khoản đã có' }).fill(account);
    await office.getByRole('button', { name: 'Gắn tài khoản' }).click();
    await office.waitForURL((url) => !url.pathname.endsWith('/tai-khoan'));
  }

  // It gives the dossier to both, with a last day.
  await office.goto(`${app.base}/ho-so/${dossier}/viec-to-tu-van`);
  await office.getByRole('link', { name: 'Giao hồ sơ' }).click();
  for (const name of [LEADER, MEMBER]) await office.locator(`input[value="${await memberId(name)}"]`).check();
  const [term] = await app.database.asOwner<{ day: string }>(`select to_char(current_date + 2, 'DD/MM/YYYY') as day`);
  await office.getByLabel('Hạn nộp phần thẩm tra').fill(term?.day ?? '');
  await both(office, 'adviser-assign');
  await office.getByRole('button', { name: 'Giao hồ sơ' }).click();
  await office.waitForURL(`${app.base}/ho-so/${dossier}/viec-to-tu-van`);
  expect(await office.getByText('Chưa viết phần thẩm tra').count()).toBe(2);

  // The member finds it at home, with its last day, and nothing else of the round.
  const phone = await open('adviser', PHONE, '/viec-tham-tra');
  expect(await phone.getByText('Miến không giao').count()).toBe(0);
  await both(phone, 'adviser-home');
  await phone
    .getByRole('link', { name: /Miến thẩm tra/ })
    .first()
    .click();
  await phone.waitForURL(/phan-tham-tra$/);
  await both(phone, 'adviser-part-empty');
  await phone.getByRole('link', { name: 'Đọc hồ sơ' }).click();
  await both(phone, 'adviser-dossier');
  await phone.goBack();
  await phone.getByRole('link', { name: /^Giấy tờ \(/ }).click();
  await both(phone, 'adviser-papers');
  await phone.goto(`${app.base}/ho-so/${dossier}/phan-tham-tra`);

  // Writes, saves, goes on later, hands in.
  await phone.getByRole('textbox').first().fill('Vùng nguyên liệu có hợp đồng với mười hộ.');
  await phone.getByLabel('Đề xuất với Hội đồng').fill('Xếp phiên gần nhất.');
  await phone.getByRole('button', { name: 'Lưu', exact: true }).click();
  await phone.getByRole('button', { name: 'Nộp phần đã lưu' }).waitFor();
  await both(phone, 'adviser-part-saved');
  await office.goto(`${app.base}/ho-so/${dossier}/phan-tham-tra/${await memberId(MEMBER)}`);
  expect(await office.getByText('mười hộ').count()).toBe(0);
  const leader = await pageOf(person?.client.cookies ?? new Map(), PHONE);
  await leader.goto(`${app.base}/ho-so/${dossier}/phan-tham-tra`);
  expect(await leader.getByText(`${MEMBER}, Sở Y tế: chưa nộp`).count()).toBe(1);
  expect(await leader.getByText('mười hộ').count()).toBe(0);
  await phone.getByRole('button', { name: 'Nộp phần đã lưu' }).click();
  await phone.getByRole('heading', { name: /Đã nộp ngày/ }).waitFor();
  await both(phone, 'adviser-part-handed');

  // The leader reads it beside the own part; the member reads nothing of the leader's.
  await leader.reload();
  await leader.getByText(`${MEMBER}, Sở Y tế: nộp ngày`).click();
  expect(await leader.getByText('mười hộ').isVisible()).toBe(true);
  await both(leader, 'adviser-leader');
  expect(await phone.getByRole('heading', { name: 'Phần của các thành viên' }).count()).toBe(0);

  // The office reads it from its desk and gives it back once.
  await office.goto(`${app.base}/ho-so/${dossier}/viec-to-tu-van`);
  await both(office, 'adviser-desk');
  await office.getByRole('link', { name: `Đọc phần của ${MEMBER}` }).click();
  await office.getByText('mười hộ').waitFor();
  await both(office, 'adviser-office-reads');
  await office.getByText('Trả lại để sửa').click();
  await office.getByLabel('Điều cần sửa').fill('Ghi rõ diện tích.');
  await office.getByRole('button', { name: 'Trả lại phần này' }).click();
  await office.waitForURL((url) => url.pathname.endsWith('/viec-to-tu-van') || url.pathname.includes('phan-tham-tra'));
  await phone.reload();
  await phone.getByText('Ghi rõ diện tích.').first().waitFor();
  await both(phone, 'adviser-given-back');
  await phone.getByRole('textbox').first().fill('Vùng nguyên liệu ba héc-ta, có hợp đồng với mười hộ.');
  await phone.getByRole('button', { name: 'Lưu', exact: true }).click();
  await phone.getByRole('button', { name: 'Nộp phần đã lưu' }).click();
  await phone.getByRole('heading', { name: /Đã nộp ngày/ }).waitFor();
  await office.goto(`${app.base}/ho-so/${dossier}/to-tu-van?ghep=co`);
  expect(await office.locator('main').innerHTML()).toContain('ba héc-ta');
  await both(office, 'adviser-report');
  const [rows] = await app.database.asOwner<{ n: number }>(
    `select count(*)::int as n from ledger where subject = $1 and action = 'dossier.handInPart' and actor = $2`,
    [dossier, ADVISER],
  );
  expect(rows?.n).toBe(2);
}, 240_000);

async function memberId(name: string): Promise<string> {
  const [row] = await app.database.asOwner<{ id: string }>(
    'select id from advisory_team_member where council = $1 and name = $2 and ended_at is null',
    [council, name],
  );
  return row?.id ?? '';
}
