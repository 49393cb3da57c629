/** A meeting in the room: the product on the table on every screen, one paper sheet, a blind tasting, notes and hours. */
import { afterAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { closeBrowser, DESK, openContext, PHONE, TABLET } from '../support/browser.ts';
import { PDF } from '../support/council.ts';
import { look, tryAs } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);
const [session] = await app.database.asOwner<{ id: string; first: string; second: string }>(
  `select l.id, (select p.name from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
                  where o.session = l.id and o.position = 1) as first,
          (select p.name from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
                  where o.session = l.id and o.position = 2) as second
     from lifecycle l join council_session s on s.id = l.id where l.process = 'session' and l.state = 'scoring' and s.mode = 'meeting'
    order by l.id limit 1`,
);

test('5b.1 the secretary notes and leads; a member’s phone follows by itself', async () => {
  const [desk, phone] = [await openContext({ viewport: DESK }), await openContext({ viewport: PHONE })];
  const secretary = await tryAs(app, desk, 'council-secretary');
  await secretary.goto(`${app.base}/phien/${session?.id}`);
  await secretary.getByRole('link', { name: 'Phiên họp' }).click();
  await secretary.getByText('Bắt đầu lúc 08:05.').waitFor();
  const member = await tryAs(app, phone, 'council-member-1');
  await member.goto(`${app.base}/cham`);
  await member
    .getByRole('link', { name: /^Vào phiên họp/ })
    .first()
    .click();
  await member.getByRole('heading', { name: session?.first ?? '', level: 2 }).waitFor();
  await look(member, 'room-member');
  await secretary.getByLabel(/^Ý kiến thảo luận về/).fill('Nên ghi rõ hạn dùng.');
  const saved = secretary.waitForResponse((answer) => answer.url().includes('/thao-luan/'));
  await secretary.getByLabel(/^Ý kiến thảo luận về/).blur();
  await saved;
  await secretary
    .getByText(/Đã lưu \d\d:\d\d/)
    .first()
    .waitFor();
  await look(secretary, 'room-secretary');
  await secretary.getByRole('button', { name: 'Sản phẩm tiếp theo' }).click();
  await member.getByRole('heading', { name: session?.second ?? '', level: 2 }).waitFor({ timeout: 15_000 });
  await look(member, 'room-member-next');
  await desk.close();
  await phone.close();
}, 120_000);

test('5b.2 a paper sheet is entered by the secretary; the member finds it on the tablet, marked, and the next one tap away', async () => {
  const [sheet] = await app.database.asOwner<{ id: string }>(
    `select s.id from score_sheet s join session_dossier o on o.session = s.session and o.dossier = s.dossier and o.position = 1
       join council_seat c on c.id = s.seat join account a on a.id = c.account
      where s.session = $1 and a.username = 'council-member-1'`,
    [session?.id],
  );
  const [desk, tablet] = [await openContext({ viewport: DESK }), await openContext({ viewport: TABLET })];
  const secretary = await tryAs(app, desk, 'council-secretary');
  await secretary.goto(`${app.base}/phieu/${sheet?.id}`); // what the QR says
  await secretary.waitForURL(/\/nhap$/);
  const groups = secretary.locator('form fieldset:has(input[type="radio"])');
  for (let i = 0; i < (await groups.count()); i += 1) await groups.nth(i).locator('label').first().click();
  await secretary
    .locator('input[type="file"]')
    .setInputFiles({ name: 'phieu.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
  await look(secretary, 'paper-entry');
  await secretary.getByRole('button', { name: 'Nhập và khóa phiếu' }).click();
  await secretary
    .getByText(/Nhập từ bản giấy: .* nhập lúc/)
    .first()
    .waitFor();
  await look(secretary, 'paper-entered');
  await secretary.getByRole('link', { name: 'Nhập phiếu giấy khác' }).click();
  await secretary.getByText('1 phiếu nhập từ bản giấy').waitFor();
  await look(secretary, 'paper-list');
  const member = await tryAs(app, tablet, 'council-member-1');
  await member.goto(`${app.base}/cham/${sheet?.id}`);
  await member.getByText(/Nhập từ bản giấy: .* nhập lúc/).waitFor();
  await look(member, 'paper-own');
  await member.getByRole('link', { name: /^Hồ sơ tiếp theo/ }).click();
  await member.getByRole('heading', { name: session?.second ?? '', level: 1 }).waitFor();
  await desk.close();
  await tablet.close();
}, 120_000);

test('5b.3 a blind tasting: codes on the phone, the key at the end, then the meeting ends', async () => {
  const [desk, phone] = [await openContext({ viewport: DESK }), await openContext({ viewport: PHONE })];
  const secretary = await tryAs(app, desk, 'council-secretary');
  await secretary.goto(`${app.base}/phien/${session?.id}/hop`);
  await secretary.getByRole('link', { name: 'Nếm theo mã' }).click();
  await secretary.getByLabel(session?.first ?? '').check();
  await secretary.getByLabel(session?.second ?? '').check();
  await look(secretary, 'flight-form');
  await secretary.getByRole('button', { name: 'Lập lượt và niêm phong mã' }).click();
  await secretary.waitForURL(/\/nem\/[0-9a-f-]{36}$/);
  const address = secretary.url();
  const member = await tryAs(app, phone, 'council-member-2');
  await member.goto(address);
  await member.getByLabel('Mức thích').first().selectOption('8');
  await member
    .getByLabel(/^Ghi chú về màu/)
    .first()
    .fill('Thơm, sợi dai');
  await member
    .getByLabel(/^Ghi chú về màu/)
    .first()
    .blur();
  await expect.poll(() => member.getByText(/Đã lưu \d\d:\d\d/).count()).toBeGreaterThan(0);
  await look(member, 'flight-member');
  await secretary.getByRole('textbox', { name: 'Người rót mẫu' }).fill('Chị Lan');
  await secretary.getByRole('button', { name: 'Mở bảng mã' }).click();
  await secretary.getByRole('heading', { name: 'Bảng mã cho người rót mẫu' }).waitFor();
  await look(secretary, 'flight-key');
  await secretary.goto(address);
  await look(secretary, 'flight-secretary');
  await secretary.getByRole('button', { name: 'Kết thúc lượt nếm, mở mã' }).click();
  await secretary.getByText('Mã nào là sản phẩm nào').waitFor();
  await member.goto(address);
  await member.getByText('Mức thích: 8. Rất thích.').waitFor();
  await look(member, 'flight-ended');
  await secretary.goto(`${app.base}/phien/${session?.id}/hop`);
  await secretary.getByLabel('Giờ kết thúc').fill('23:59');
  await secretary.getByRole('button', { name: 'Kết thúc phiên họp' }).click();
  await secretary.getByText('Họp từ 08:05 đến 23:59.').waitFor();
  await desk.close();
  await phone.close();
}, 120_000);
