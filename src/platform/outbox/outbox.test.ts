import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { type Outgoing, oldestWaiting, sendDue, tell } from './outbox.ts';
import { fileSender, smtpSender, withAddress } from './senders.ts';

const { db, asOwner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'saolang-letters-'));
afterAll(() => rm(folder, { recursive: true }));

const write = (subject: string) =>
  db.transaction((tx) => tell(tx, { channel: 'email', address: 'lan@example.vn', subject, body: 'Kính gửi bà Lan.' }));
const due = () => asOwner(`update outbox set not_before = now() where sent_at is null`);
const rowOf = (id: string) => db.app.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('Q9 a letter is part of the transaction: rolled back with it, sent once after it', async () => {
  const undone = db.transaction(async (tx) => {
    await tell(tx, { channel: 'email', address: 'x@example.vn', subject: 'undone', body: '' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const id = await write('Hồ sơ đã nhận');
  expect(await oldestWaiting(db.app)).toBe(0);
  expect(await sendDue(db.app, fileSender(folder))).toEqual({ sent: 1, failed: 0 });
  expect(await sendDue(db.app, fileSender(folder))).toEqual({ sent: 0, failed: 0 });
  expect(await oldestWaiting(db.app)).toBeNull();
  expect(await readdir(folder)).toEqual([`${id}.txt`]);
  expect(await readFile(join(folder, `${id}.txt`), 'utf8')).toBe(
    'email: lan@example.vn\nTiêu đề: Hồ sơ đã nhận\n\nKính gửi bà Lan.\n',
  );
});

test('Q9 a failing sender: tried again later and later, given up after ten tries', async () => {
  const id = await write('fails');
  const fails = async () => {
    throw new Error('mail server said no');
  };
  const waits: number[] = [];
  for (let n = 0; n < 10; n++) {
    await due();
    expect(await sendDue(db.app, fails)).toEqual({ sent: 0, failed: 1 });
    expect(await sendDue(db.app, fails)).toEqual({ sent: 0, failed: 0 });
    waits.push((await rowOf(id)).not_before.getTime() - Date.now());
  }
  expect(waits.map((ms) => Math.round(ms / 10_000) * 10)).toEqual([
    30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360,
  ]);
  expect(await rowOf(id)).toMatchObject({ attempts: 10, failed: 'mail server said no', sent_at: null });
  await due();
  expect(await sendDue(db.app, fails)).toEqual({ sent: 0, failed: 0 });
});

test('several senders at once send each letter once', async () => {
  const wanted = await Promise.all(Array.from({ length: 30 }, (_, n) => write(`letter ${n}`)));
  const sent: string[] = [];
  const note = async (letter: Outgoing) => {
    sent.push(letter.id);
  };
  while (sent.length < 30) await Promise.all([sendDue(db.app, note), sendDue(db.app, note), sendDue(db.app, note)]);
  expect([...sent].sort()).toEqual([...wanted].sort());
});

test('a letter with a later day waits; a note inside the product is not sent anywhere', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000);
  await db.transaction((tx) =>
    tell(tx, { channel: 'email', address: 'a@example.vn', subject: 'later', body: '', notBefore: tomorrow }),
  );
  await db.transaction((tx) => tell(tx, { channel: 'app', subject: 'note', body: '' }));
  expect(await sendDue(db.app, fileSender(folder))).toEqual({ sent: 0, failed: 0 });
  expect(await oldestWaiting(db.app)).toBeNull();
});

test('U18 a letter carries the full address of its page once', async () => {
  const bodies: string[] = [];
  const send = withAddress(async ({ body }) => void bodies.push(body), 'https://ocop.vi-du.vn');
  const letter = { id: '1', channel: 'email' as const, address: 'a@example.vn', subject: '', plain: false };
  await send({ ...letter, body: 'Có kết quả.', link: '/ho-so/1' });
  await send({ ...letter, body: 'Mở https://ocop.vi-du.vn/kich-hoat', link: '/kich-hoat' });
  await send({ ...letter, body: 'Không có trang.', link: null });
  expect(bodies).toEqual([
    'Có kết quả.\n\nMở: https://ocop.vi-du.vn/ho-so/1',
    'Mở https://ocop.vi-du.vn/kich-hoat',
    'Không có trang.',
  ]);
});

test('the mail server gets the letter with its own Message-ID; a text message cannot go that way', async () => {
  const { server, mail, port } = await mailServer();
  const send = smtpSender(`smtp://127.0.0.1:${port}`, 'Sao Làng <saolang@example.vn>');
  await send({
    id: '0190-1',
    channel: 'email',
    address: 'lan@example.vn',
    subject: 'Thông báo',
    body: 'Kính gửi',
    link: null,
    plain: false,
  });
  send.close();
  server.close();
  expect(mail()).toContain('Message-ID: <0190-1@example.vn>');
  expect(mail()).toContain('To: lan@example.vn');
  const text = { id: '1', channel: 'sms' as const, address: '0912', subject: '', body: '', link: null, plain: true };
  await expect(send(text)).rejects.toThrow('text messages');
});

/** A server that speaks just enough SMTP to take one letter. */
async function mailServer(): Promise<{ server: Server; port: number; mail: () => string }> {
  let letter = '';
  let taking = false;
  const server = createServer((socket) => {
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (taking) letter += `${line}\n`;
        if (taking && line !== '.') continue;
        if (line === '.') taking = false;
        if (line === 'DATA') taking = true;
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, mail: () => letter };
}
