/** R4.7: a re-evaluation by written opinions: one ballot ends in writing, one turns into a meeting. Art. 7.6.d. */
import { afterAll, expect, test } from 'vitest';
import { setIndexOf } from '../../src/features/councils/compute.ts';
import { demoSheet } from '../../src/features/councils/demo-sheets.ts';
import { testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE } from '../support/browser.ts';
import { act, dossiersInRound, establish, handIn, SCORERS, SET, sheetOf } from '../support/council.ts';
import { look, tryAs } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);
const index = await setIndexOf(SET);
const province = await app.signIn('province');
const council = await establish(app, province);

/** A session by written opinions on one product, not yet begun. */
async function planned(product: string): Promise<{ session: string; dossier: string }> {
  const { round, dossiers } = await dossiersInRound(app, [product]);
  await app.database.asOwner(`update dossier set kind = 'reEvaluation' where id = any($1)`, [dossiers]);
  const plan = { council, round, title: `Đánh giá lại ${product}`, mode: 'written' };
  const session = String((await act(app, province, '/sessions', plan)).id);
  await act(app, province, `/sessions/${session}/agenda`, { dossiers }, session);
  return { session, dossier: dossiers[0] ?? '' };
}

async function answerAll(session: string, dossier: string): Promise<void> {
  for (const key of SCORERS) {
    const sheet = await sheetOf(app, session, dossier, key);
    expect((await handIn(app, await app.signIn(key), sheet, demoSheet(index, 4, 80))).status).toBe(200);
  }
}

test('a ballot is sent, reminded, answered and ends in writing, also without JavaScript', async () => {
  const { session, dossier } = await planned('Miến dong đánh giá lại');
  const context = await openContext({ viewport: DESK, javaScriptEnabled: false });
  const page = await tryAs(app, context, 'council-secretary');
  await page.goto(`${app.base}/phien/${session}`);
  await page.getByRole('button', { name: 'Bắt đầu chấm' }).click();
  await page.getByRole('link', { name: 'Ai đã trả lời, nhắc và chuyển sang họp' }).click();
  await look(page, 'ballot-sent');
  expect(await page.getByText('0/6 thành viên').count()).toBe(1);
  await page.getByRole('button', { name: 'Nhắc 6 người chưa trả lời' }).click();
  await page.getByText('Đã nhắc người chưa trả lời.').waitFor();
  await answerAll(session, dossier);
  await page.reload();
  expect(await page.getByText('6/6 thành viên').count()).toBe(1);
  await page.goto(`${app.base}/phien/${session}`);
  await page.getByRole('button', { name: 'Đóng phiếu' }).click();
  await page.getByRole('button', { name: 'Mở điểm' }).click();
  await page.getByRole('button', { name: 'Chốt biên bản' }).click();
  await page.getByText('Biên bản đã chốt').waitFor();
  await context.close();
}, 120_000);

test('a member asks for a meeting on the phone; the secretary turns the ballot into one', async () => {
  const { session, dossier } = await planned('Trà sen đánh giá lại');
  await act(app, await app.signIn('council-secretary'), `/sessions/${session}/start`, {}, session);
  const sheet = await sheetOf(app, session, dossier, 'council-member-1');
  const phone = await openContext({ viewport: PHONE });
  const member = await tryAs(app, phone, 'council-member-1');
  await member.goto(`${app.base}/cham/${sheet}`);
  await member.getByRole('link', { name: 'đề nghị họp về sản phẩm này' }).click();
  await look(member, 'ask-meeting');
  await member.getByLabel('Vì sao cần họp').fill('Nguyên liệu đổi, cần nếm lại');
  await member.getByRole('button', { name: 'Gửi đề nghị họp' }).click();
  await member.getByText('Bạn đã đề nghị họp về sản phẩm này.').waitFor();
  await look(member, 'asked');
  await phone.close();

  const desk = await openContext({ viewport: DESK });
  const page = await tryAs(app, desk, 'council-secretary');
  await page.goto(`${app.base}/phien/${session}/lay-y-kien`);
  await look(page, 'ballot-must-meet');
  await page.getByLabel('Ngày họp').fill('30/12/2026');
  await page.getByRole('button', { name: 'Chuyển sang họp' }).click();
  await page.getByText('Lấy ý kiến bằng văn bản, chuyển sang họp từ ngày').waitFor();
  await look(page, 'met-instead');
  await answerAll(session, dossier);
  await page.reload();
  await page.getByRole('button', { name: 'Đóng phiếu' }).click();
  await page.getByRole('button', { name: 'Mở điểm' }).click();
  await page.getByRole('button', { name: 'Chốt biên bản' }).click();
  await page.getByText('Biên bản đã chốt').waitFor();
  await desk.close();
}, 120_000);
