/** Issue of five stars: the province writes to the Ministry, the Ministry takes in, scores and sends a result back. */
import { afterAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { CENTRAL, candidates, centralSession, held, signedIn } from '../support/central.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
const as = signedIn(app);
afterAll(closeBrowser);

test('a candidate goes to the Ministry and comes back below five stars', async () => {
  const name = 'Miến dong sợi nhỏ phơi nắng gác bếp làng Cánh Diều (giả định)';
  const { dossiers } = await candidates(app, as, [name], '9201/QĐ-UBND');
  const [id = ''] = dossiers;
  const [office, central] = [await windowOf(app, 'province'), await windowOf(app, 'ministry')];
  const [page, there] = [await office.newPage(), await central.newPage()];

  await page.goto(`${app.base}/ho-so/${id}`);
  await look(page, '06-candidate');
  await page.getByRole('link', { name: 'Gửi hồ sơ lên Bộ' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}/gui-bo`);
  expect(await page.textContent('main')).toContain('số 9201/QĐ-UBND');
  await page.getByRole('button', { name: 'Gửi hồ sơ lên Bộ' }).click();
  expect(await page.textContent('main')).toContain('Số văn bản gửi Bộ');
  await look(page, '06-send-errors');
  await page.fill('input[name="letterNumber"]', '215/UBND-KTN');
  await page.fill('input[name="letterDate"]', '21/11/2026');
  await page.setViewportSize(PHONE);
  await look(page, '06-send');
  await page.getByRole('button', { name: 'Gửi hồ sơ lên Bộ' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  await look(page, '06-sent');

  await there.goto(`${app.base}/viec-cua-toi`);
  expect(await there.textContent('main')).toContain(name);
  await look(there, '06-work');
  await there.goto(`${app.base}/ho-so/${id}`);
  await look(there, '06-received');
  await there.getByRole('link', { name: 'Yêu cầu tỉnh hoàn thiện' }).click();
  await look(there, '06-ask');
  await there.goto(`${app.base}/dot`);
  await look(there, '06-rounds');
  await there.getByRole('button', { name: 'Lập đợt 1 năm 2027' }).click();
  await there.getByText('Đã lập đợt đánh giá.').waitFor();
  await there.goto(`${app.base}/ho-so/${id}/bo-tiep-nhan`);
  await look(there, '06-take-in');
  await there.getByRole('button', { name: 'Tiếp nhận vào đợt' }).click();
  await there.waitForURL(`${app.base}/ho-so/${id}`);
  await there.getByRole('link', { name: 'Ghi báo cáo của Tổ tư vấn trung ương' }).click();
  await there.fill('input[name="number"]', '3/BC-TTV');
  await there.fill('input[name="dated"]', '21/11/2026');
  await look(there, '06-advice');
  await there.getByRole('button', { name: 'Ghi báo cáo' }).click();
  await there.waitForURL(`${app.base}/ho-so/${id}`);
  await there.goto(`${app.base}/hoi-dong/moi`);
  await look(there, '06-new-council');

  const [round] = await app.database.asOwner<{ id: string }>(`select id from evaluation_round where level = 'central'`);
  const session = await centralSession(app, as, { round: round?.id ?? '', dossiers });
  await held(app, as, { session, scorers: CENTRAL, secretary: 'central-secretary', wanted: [[id, 4, 85]] });
  await there.goto(`${app.base}/phien/${session}`);
  await look(there, '06-session');
  await there.goto(`${app.base}/quyet-dinh`);
  expect(await there.textContent('main')).toContain('chưa đạt 5 sao');
  await look(there, '06-decisions');
  await there.goto(`${app.base}/ho-so/${id}`);
  await there.getByRole('link', { name: 'Thông báo kết quả cho tỉnh' }).click();
  await there.fill('input[name="number"]', '7/TB-BNNMT');
  await there.fill('input[name="dated"]', '21/11/2026');
  await look(there, '06-return');
  await there.getByRole('button', { name: 'Gửi kết quả cho tỉnh' }).click();
  await there.waitForURL(`${app.base}/ho-so/${id}`);

  await page.goto(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('main')).toContain('Hội đồng cấp trung ương');
  await look(page, '06-returned');
  await page.getByRole('link', { name: 'Tổ chức đánh giá lại ở tỉnh' }).click();
  await page.fill('textarea[name="reason"]', 'Chủ thể đã bổ sung chứng nhận, tỉnh chấm lại theo thẩm quyền.');
  await look(page, '06-again');
  await page.getByRole('button', { name: 'Đưa hồ sơ trở lại đợt của tỉnh' }).click();
  await page.waitForURL(`${app.base}/ho-so/${id}`);
  expect(await page.textContent('main')).toContain('Đã vào đợt');
  await Promise.all([office.close(), central.close()]);
});
