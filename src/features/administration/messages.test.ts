/** Section 4: who gets text messages, how they go out, and what the administrator sees of their fate. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { messageSettingsOn } from '../../platform/outbox/message-settings.ts';

const app = await testApp();

it('somebody chooses SMS on the account page, with a telephone number first, and e-mail can be left', async () => {
  const producer = await app.signIn('producer');
  const early = await producer.json('POST', '/api/v1/account/channels', { channels: ['sms'] }, { key: true });
  expect(early.status).toBe(422);
  expect(JSON.stringify(early.body)).toContain('Ghi số điện thoại');
  const page = await producer.page('/tai-khoan');
  await producer.submit(page.form('/tai-khoan/lien-he'), { phone: '0912 345 678', email: 'cd@vi-du.vn' });
  const form = (await producer.page('/tai-khoan')).form('/tai-khoan/kenh');
  expect((await producer.submit(form, { channels: ['sms', 'zalo'] })).location).toContain('/tai-khoan');
  const [row] = await app.database.asOwner<{ channels: string[] }>(
    `select message_channels as channels from account where username = 'producer'`,
  );
  expect(row?.channels).toEqual(['sms', 'zalo']);
  const [move] = await app.database.asOwner<{ facts: object }>(
    `select facts from ledger where action = 'account.changeContact' order by no desc limit 1`,
  );
  expect(move?.facts).toEqual({ channels: ['sms', 'zalo'] });
});

it('the administrator sets signs and quiet hours; both hours or none; nobody else may', async () => {
  const administrator = await app.signIn('administrator');
  const page = await administrator.page('/quan-tri/thu-di');
  const form = page.form('/quan-tri/tin-nhan');
  const half = await administrator.submit(form, { plain: 'on', quietFrom: '22', quietTo: '', note: 'Theo quy chế' });
  expect(half.status).toBe(422);
  const done = await administrator.submit(form, { plain: '', quietFrom: '22', quietTo: '5', note: 'Theo quy chế' });
  expect(done.location).toBe('/quan-tri/thu-di');
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  expect(await messageSettingsOn(app.database.db.app, today)).toEqual({ plain: false, quiet: { from: 22, to: 5 } });
  const officer = await app.signIn('province');
  const given = { plain: true, note: 'x' };
  expect((await officer.json('POST', '/api/v1/settings/messages', given, { key: true })).status).toBe(404);
});

it('a message nobody knows the fate of is listed as such, counted, and goes out again by a press', async () => {
  const id = '01990000-0000-7000-8000-000000000001';
  await app.database.asOwner(
    `insert into outbox (id, channel, address, subject, body, attempts, in_flight, not_before)
     values ($1, 'sms', '0912345678', 'Tin không rõ', 'x', 1, true, now() - interval '1 minute')`,
    [id],
  );
  const administrator = await app.signIn('administrator');
  const page = await administrator.page('/quan-tri/thu-di?state=unsure');
  expect(page.text).toContain('Tin không rõ');
  expect(page.text).toContain('SMS, 0912345678');
  expect(page.text).toContain('Đã giao nhà mạng, chưa nhận được trả lời.');
  await administrator.submit(page.form(`/quan-tri/thu-di/${id}`));
  const [row] = await app.database.asOwner<{ in_flight: boolean; attempts: number }>(
    'select in_flight, attempts from outbox where id = $1 and (sent_at is not null or not in_flight)',
    [id],
  );
  expect(row).toBeDefined();
});
