import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { isQuiet, type MessageSettings } from './message-settings.ts';
import { type Outgoing, sendDue, tell } from './outbox.ts';
import { byChannel, httpSender, textOf } from './text-senders.ts';

const { db, asOwner } = await testDatabase();
const NOON = new Date('2026-11-03T05:00:00Z');
const NIGHT = new Date('2026-11-03T15:00:00Z');
const TOKEN = 'token-of-the-provider';

const write = (more: object = {}) =>
  db.transaction((tx) =>
    tell(tx, { channel: 'sms', address: '0912000111', subject: 'Xã đã tiếp nhận hồ sơ', body: 'Phiếu số 12', ...more }),
  );
const due = () => asOwner('update outbox set not_before = now() where sent_at is null');
const rowOf = (id: string) => db.app.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

type Asked = { method: string | undefined; headers: IncomingMessage['headers']; body: string };
async function provider(answer: (reply: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer(async (request, reply) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ method: request.method, headers: request.headers, body });
    answer(reply);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => server.closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  return { asked, url, server };
}
const smsBy = (url: string) => {
  const none = async () => expect.unreachable('no other way is asked');
  return byChannel({ email: none, sms: httpSender(url, TOKEN), zalo: none });
};

test('a text message goes to the provider once, short, without diacritics, with its id and the token', async () => {
  const { asked, url } = await provider((reply) => reply.end('{}'));
  const id = await write();
  expect(await sendDue(db.app, smsBy(url), NOON)).toEqual({ sent: 1, failed: 0 });
  expect(await sendDue(db.app, smsBy(url), NOON)).toEqual({ sent: 0, failed: 0 });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'idempotency-key': id });
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ id, to: '0912000111', text: 'Xa da tiep nhan ho so' });
  expect(await rowOf(id)).toMatchObject({ in_flight: false, failed: null });
});

test('a refusal of the provider is tried again; what is kept tells neither token nor text', async () => {
  const { asked, url } = await provider((reply) => reply.writeHead(503).end(`no ${TOKEN}`));
  const id = await write();
  for (let n = 0; n < 10; n++) {
    await due();
    expect(await sendDue(db.app, smsBy(url), NOON)).toEqual({ sent: 0, failed: 1 });
  }
  expect(asked).toHaveLength(10);
  expect(await rowOf(id)).toMatchObject({ attempts: 10, failed: 'The provider answered 503', sent_at: null });
});

test('a provider that is not there was handed nothing: tried again', async () => {
  const { url, server } = await provider((reply) => reply.end());
  await new Promise((closed) => server.close(closed));
  const id = await write();
  expect(await sendDue(db.app, smsBy(url), NOON)).toEqual({ sent: 0, failed: 1 });
  expect(await rowOf(id)).toMatchObject({ in_flight: false, failed: null });
  await asOwner('delete from outbox where id = $1', [id]);
});

test('silence after the hand-over, or a crash between hand-over and note, never sends twice by itself', async () => {
  const { asked, url } = await provider((reply) => reply.destroy());
  const silent = await write();
  expect(await sendDue(db.app, smsBy(url), NOON)).toEqual({ sent: 0, failed: 1 });
  const crashed = await write();
  const handed: string[] = [];
  const dies = async ({ id }: Outgoing) => {
    handed.push(id);
    await asOwner(`update outbox set not_before = now() where id = '${id}'`);
    await new Promise(() => undefined); // the process ends here
  };
  void sendDue(db.app, dies, NOON);
  await expect.poll(() => handed).toEqual([crashed]);
  await due();
  const again: string[] = [];
  const note = async ({ id }: Outgoing) => void again.push(id);
  expect(await sendDue(db.app, note, NOON)).toEqual({ sent: 0, failed: 0 });
  expect(again).toEqual([]);
  expect(asked).toHaveLength(1);
  for (const id of [silent, crashed]) expect(await rowOf(id)).toMatchObject({ in_flight: true, sent_at: null });
});

test('a note to an account goes to its telephone where the account chose so, and e-mail stays away where it did not', async () => {
  const [shy, free] = [v7(), v7()];
  await asOwner('alter table account drop constraint account_id_fkey');
  await asOwner(
    `insert into account (id, username, full_name, email, phone, message_channels) values
     ($1, 'a', 'A', 'a@example.vn', '0912000222', '{sms,zalo}'), ($2, 'b', 'B', 'b@example.vn', '0912000333', '{email}')`,
    [shy, free],
  );
  const words = { subject: 'Có kết quả', body: 'Bốn sao' };
  await db.transaction(async (tx) => {
    for (const account of [shy, free]) await tell(tx, { channel: 'app', account, ...words });
    for (const address of ['A@example.vn', 'b@example.vn']) await tell(tx, { channel: 'email', address, ...words });
    await tell(tx, { channel: 'email', address: 'a@example.vn', subject: 'Mã', body: 'Mã: 1', urgent: true });
  });
  const rows = await asOwner<{ way: string }>(
    `select channel || ' ' || coalesce(address, '') as way from outbox where subject in ('Có kết quả', 'Mã') order by 1`,
  );
  expect(rows.map(({ way }) => way.trim())).toEqual([
    'app',
    'app',
    'email a@example.vn',
    'email b@example.vn',
    'sms 0912000222',
    'zalo 0912000222',
  ]);
  await asOwner(`delete from outbox where subject in ('Có kết quả', 'Mã')`);
});

test('quiet hours hold text messages back, not codes and not e-mail', async () => {
  await asOwner('delete from outbox');
  const [late, code] = [await write(), await write({ urgent: true, subject: 'Mã xác nhận', body: 'Mã: 123456' })];
  const mail = await write({ channel: 'email', address: 'x@example.vn' });
  const sent: Outgoing[] = [];
  const note = async (letter: Outgoing) => void sent.push(letter);
  await sendDue(db.app, note, NIGHT);
  expect(sent.map(({ id }) => id).sort()).toEqual([code, mail].sort());
  expect(sent.find(({ id }) => id === code)?.body).toBe('Mã: 123456');
  await sendDue(db.app, note, NOON);
  expect(sent.map(({ id }) => id)).toContain(late);
});

test('hours of quiet go over midnight, or not at all', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 10, 3, (hours + 17) % 24));
  const quietIn = (quiet: MessageSettings['quiet']) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuiet({ plain: true, quiet }, at(hour)));
  expect(quietIn({ from: 21, to: 6 })).toEqual([0, 1, 2, 3, 4, 5, 21, 22, 23]);
  expect(quietIn({ from: 12, to: 14 })).toEqual([12, 13]);
  expect(quietIn(null)).toEqual([]);
});

test('a message without diacritics has nothing but signs of the telephone', () => {
  const body = 'Đặc sản “Miến dong” – đạt 4 sao…\n\nMở: https://ocop.vi-du.vn/ho-so/1';
  expect(textOf({ body, plain: true })).toBe('Dac san "Mien dong" - dat 4 sao... Mo: https://ocop.vi-du.vn/ho-so/1');
  expect(textOf({ body, plain: false })).toBe('Đặc sản “Miến dong” – đạt 4 sao… Mở: https://ocop.vi-du.vn/ho-so/1');
});
