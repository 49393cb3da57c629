/** A result looked at again: the producer complains on the phone without scripts, the province takes it up and evaluates again; the Ministry asks, the province withdraws. */
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);

/** The demonstration's recognised dossier of a producer. */
async function recognised(producer: string): Promise<string> {
  const [row] = await app.database.asOwner<{ id: string }>(
    `select d.id from dossier d join lifecycle l on l.id = d.id join producer m on m.id = d.producer
      where l.state = 'recognised' and m.name like $1 order by d.id limit 1`,
    [`%${producer}%`],
  );
  return row?.id ?? '';
}
const pages = async (account: string, options = {}): Promise<Page> => (await windowOf(app, account, options)).newPage();
const main = (page: Page) => page.textContent('main');
const TODAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

test('a complaint leads to a new evaluation', async () => {
  const id = await recognised('Cánh Diều');
  const phone = await pages('producer', { viewport: PHONE, javaScriptEnabled: false });
  await phone.goto(`${app.base}/ho-so/${id}`);
  await phone.getByRole('link', { name: 'Khiếu nại kết quả' }).click();
  await phone.getByRole('button', { name: 'Gửi khiếu nại' }).click();
  expect(await main(phone)).toContain('Điều không đồng ý và lý do');
  await look(phone, '07-complain-errors');
  await phone.fill('textarea[name="content"]', 'Tiêu chí liên kết: hợp đồng đã nộp chưa được tính điểm.');
  await look(phone, '07-complain');
  await phone.getByRole('button', { name: 'Gửi khiếu nại' }).click();
  expect(phone.url()).toContain('/xem-xet-lai/');
  expect(await main(phone)).toContain('Đã nộp khiếu nại');
  await look(phone, '07-complained');

  const desk = await pages('province');
  await desk.goto(`${app.base}/viec-cua-toi`);
  await desk.goto(phone.url());
  await look(desk, '07-take-up');
  await desk.getByRole('button', { name: 'Thụ lý khiếu nại' }).click();
  await desk.getByText('Đã thụ lý khiếu nại.').waitFor();
  await desk.getByRole('link', { name: 'Trả lời bằng văn bản' }).click();
  await desk.check('input[name="outcome"][value="redo"]');
  await desk.fill('textarea[name="reason"]', 'Hội đồng bỏ sót hợp đồng bao tiêu đã nộp.');
  await desk.fill('input[name="number"]', '31/TL-SNNMT');
  await desk.fill('input[name="dated"]', TODAY);
  await look(desk, '07-answer');
  await desk.getByRole('button', { name: 'Gửi trả lời' }).click();
  await desk.getByText('Đã gửi trả lời.').waitFor();
  await look(desk, '07-answered');

  await phone.goto(`${app.base}/ho-so/${id}`);
  expect(await main(phone)).toContain('Đánh giá lại sau khi xem xét kết quả');
  await look(phone, '07-again');
});

test('the Ministry asks, the province withdraws the recognition, everybody can see it', async () => {
  const id = await recognised('Gió Nồm');
  const ministry = await pages('ministry');
  await ministry.goto(`${app.base}/ho-so/${id}`);
  await ministry.getByRole('link', { name: 'Đề nghị tỉnh xem xét lại kết quả' }).click();
  await ministry.getByText('Thu hồi quyết định công nhận', { exact: true }).click();
  await ministry.fill('textarea[name="reason"]', 'Phiên họp không đủ số thành viên theo Quy chế.');
  await ministry.fill('input[name="number"]', '812/BNNMT-KTHT');
  await ministry.fill('input[name="dated"]', TODAY);
  await look(ministry, '07-request');
  await ministry.getByRole('button', { name: 'Gửi đề nghị cho tỉnh' }).click();
  await ministry.getByText('Đã gửi đề nghị cho tỉnh.').waitFor();

  const desk = await pages('province');
  await desk.goto(`${app.base}/xem-xet-lai`);
  expect(await main(desk)).toContain('812/BNNMT-KTHT');
  await look(desk, '07-list');
  await desk.goto(ministry.url());
  await desk.getByRole('link', { name: 'Thu hồi quyết định công nhận' }).click();
  await desk.fill('textarea[name="reason"]', 'Không đủ số thành viên theo Quy chế của Hội đồng.');
  await desk.fill('input[name="number"]', '7003/QĐ-UBND');
  await desk.fill('input[name="dated"]', TODAY);
  await desk.fill('input[name="signatory"]', 'Nguyễn Văn Giả');
  await desk.setViewportSize(PHONE);
  await look(desk, '07-annul');
  await desk.getByRole('button', { name: 'Thu hồi quyết định công nhận' }).click();
  await desk.getByText('Đã thu hồi quyết định công nhận.').waitFor();

  const [row] = await app.database.asOwner<{ code: string }>(
    'select check_code as code from recognition where dossier = $1',
    [id],
  );
  const visitor = await pages('ministry', { viewport: PHONE });
  await visitor.goto(`${app.base}/chung-nhan/${row?.code}`);
  expect(await main(visitor)).toContain('Đã hủy bỏ');
  await look(visitor, '07-annulled');
  await ministry.goto(ministry.url());
  expect(await main(ministry)).toContain('7003/QĐ-UBND');
  await look(ministry, '07-told');
}, 120_000);
