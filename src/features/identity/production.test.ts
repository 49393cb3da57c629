/** Outside the demonstration: no door to try, the first administrator by command, cookies bound to https. */
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '#platform/config';
import { freePort, rested, TEST_SECRET, testApp } from '../../../tests/support/app.ts';
import { Client } from '../../../tests/support/client.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { appCode, MovableClock, PASSWORD, tieApp } from '../../../tests/support/people.ts';
import { createLog, startServer } from '../../server.ts';
import { firstAdministrator } from './first-administrator.ts';

const clock = new MovableClock();
const { db, urls } = await testDatabase();
const port = String(await freePort());
const config = { ...readConfig({ PORT: port, LOG_LEVEL: 'silent' }, 'start'), demo: false };
const server = await startServer({ config, urls, secret: TEST_SECRET, log: createLog('silent'), clock });
afterAll(() => server.close());
const base = `http://localhost:${port}`;
await rested(base);

describe('S10 outside the demonstration', () => {
  test('the door to try does not exist', async () => {
    const client = new Client(base);
    expect((await client.page('/vao-thu')).status).toBe(404);
    expect((await client.post('/vao-thu', { account: 'administrator' })).status).toBe(404);
    expect((await client.json('POST', '/api/v1/session/trial', { account: 'administrator' })).status).toBe(404);
    expect((await client.page('/dang-nhap')).text).not.toContain('trình diễn');
  });

  test('the first administrator comes from a command, once, and ties an app before anything opens', async () => {
    const make = (username: string) =>
      db.transaction((tx) =>
        firstAdministrator(
          tx,
          { username, fullName: 'Người Đầu Tiên' },
          { now: clock.now(), day: clock.today(), secret: TEST_SECRET },
        ),
      );
    const lost = await make('quan.tri');
    const code = await make('quan.tri'); // asked again before it was taken up
    const use = (client: Client, one: string) =>
      client.json('POST', '/api/v1/account/password-code', {
        name: 'quan.tri',
        code: one,
        password: PASSWORD,
        again: PASSWORD,
      });
    const client = new Client(base);
    expect((await use(client, lost)).status).toBe(422);
    expect((await use(client, code)).body.next).toBe('/tai-khoan/ma-xac-thuc');
    expect((await client.page('/quan-tri/tai-khoan')).status).not.toBe(200);
    const secret = await tieApp(client, clock);
    expect((await client.page('/quan-tri/tai-khoan')).status).toBe(200);
    await expect(make('quan.tri-2')).rejects.toMatchObject({ status: 409 });

    clock.forward(1);
    const later = new Client(base);
    await later.json('POST', '/api/v1/session', { name: 'quan.tri', password: PASSWORD });
    expect((await later.json('POST', '/api/v1/session/code', { code: appCode(secret, clock) })).status).toBe(200);
  });
});

test('S4 the ninth wrong try waits, at the form, at the API and at the letter, whether the name is known or not', async () => {
  for (const name of ['quan.tri', 'khong.co.ai']) {
    const client = new Client(base);
    const tries = [];
    for (let no = 0; no < 9; no += 1) {
      tries.push(await client.json('POST', '/api/v1/session', { name, password: `sai lần ${no}` }));
    }
    expect(tries.map(({ status }) => status)).toEqual([...Array<number>(8).fill(422), 429]);
    expect(Number(tries[8]?.headers.get('retry-after'))).toBeGreaterThan(0);
    const form = await client.page('/dang-nhap');
    const refused = await client.submit(form.form('/dang-nhap'), { name, password: PASSWORD });
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Gửi quá nhiều lần');
  }
});

test('S6 over https every cookie is Secure and bound to the host', async () => {
  const app = await testApp({ env: { BASE_URL: 'https://ocop.example' } });
  const answer = await app
    .visitor()
    .post('/vao-thu', { account: 'commune' }, undefined, { origin: 'https://ocop.example' });
  expect(answer.status).toBe(303);
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-saolang/);
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  }
});
