import { describe, expect, test } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { invite, MovableClock, PASSWORD, takeUp, tieApp } from '../../../tests/support/people.ts';
import { tokenHash } from './secrets.ts';

const clock = new MovableClock();
const app = await testApp({ clock });
const { asOwner } = app.database;
const isIn = async (client: Client) => (await client.page('/tai-khoan')).status === 200;

async function someone(place: Record<string, string> = { role: 'auditor' }) {
  const person = await invite(app, place);
  const client = await takeUp(app, person);
  if (place.role !== 'producer') await tieApp(client, clock);
  return { ...person, client };
}
async function producerPlace(): Promise<Record<string, string>> {
  const [row] = await asOwner<{ producer: string }>(
    `select p.producer from appointment p join account a on a.id = p.account where a.username = 'producer'`,
  );
  return { role: 'producer', producer: row?.producer ?? '' };
}
/** The administrator acts on an account, with its present version. */
async function administer(act: string, id: string, body: Record<string, string> = {}) {
  const administrator = await app.signIn('administrator');
  const { body: account } = await administrator.json('GET', `/api/v1/accounts/${id}`);
  return administrator.json('POST', `/api/v1/accounts/${id}/${act}`, body, {
    key: true,
    ifMatch: Number(account.version),
  });
}

describe('S6 the session', () => {
  test('is 256 random bits in an HttpOnly, SameSite=Lax cookie and stored hashed; plain http has neither Secure nor __Host-', async () => {
    const client = app.visitor();
    const answer = await client.post('/vao-thu', { account: 'commune' });
    expect([answer.status, answer.location]).toEqual([303, '/viec-cua-toi']);
    const [cookie = ''] = answer.headers.getSetCookie().filter((line) => line.startsWith('saolang='));
    const token = client.cookies.get('saolang') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const rows = await asOwner<{ text: string }>(
      'select s::text as text from account_session s where token_hash = $1',
      [tokenHash(token)],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(token);
  });

  test('a name of one’s own making is no session; signing in ends the one before', async () => {
    const client = app.visitor();
    client.cookies.set('saolang', 'A'.repeat(43));
    expect(await isIn(client)).toBe(false);
    await client.post('/vao-thu', { account: 'commune' });
    const before = client.cookies.get('saolang') ?? '';
    expect(before).not.toBe('A'.repeat(43));
    await client.post('/vao-thu', { account: 'province' });
    expect(client.cookies.get('saolang')).not.toBe(before);
    const old = app.visitor();
    old.cookies.set('saolang', before);
    expect(await isIn(old)).toBe(false);
  });

  test('choosing another role gives a new name, and the role asked for must be one’s own', async () => {
    const { id, client } = await someone();
    await administer('roles', id, { role: 'ministry' });
    expect(await isIn(client)).toBe(false); // rights changed: signed out everywhere
    await asOwner('update account set totp_secret = null, totp_confirmed_at = null where id = $1', [id]);
    const [{ email = '' } = {}] = await asOwner<{ email: string }>('select email from account where id = $1', [id]);
    await client.json('POST', '/api/v1/session', { name: email, password: PASSWORD });
    await tieApp(client, clock);
    const page = await client.follow('/tai-khoan');
    const roles = page.form('/chon-vai').fields;
    expect(page.html).toContain('Cấp trung ương');
    const appointments = await asOwner<{ id: string; role: string }>(
      'select id, role from appointment where account = $1',
      [id],
    );
    const ministry = appointments.find(({ role }) => role === 'ministry')?.id ?? '';
    expect(roles).toBeDefined();
    const before = client.cookies.get('saolang');
    const stranger = await asOwner<{ id: string }>(`select id from appointment where role = 'administrator' limit 1`);
    expect((await client.json('POST', '/api/v1/session/role', { appointment: stranger[0]?.id })).status).toBe(404);
    expect((await client.json('POST', '/api/v1/session/role', { appointment: ministry })).status).toBe(200);
    expect(client.cookies.get('saolang')).not.toBe(before);
    expect((await client.page('/tai-khoan')).text).toContain('Cấp trung ương');
  });
});

describe('S7 timeouts', () => {
  test('an officer is out after 30 minutes idle, not after 29', async () => {
    const { client } = await someone();
    clock.forward(29);
    expect(await isIn(client)).toBe(true);
    clock.forward(29);
    expect(await isIn(client)).toBe(true);
    clock.forward(31);
    expect(await isIn(client)).toBe(false);
  });

  test('and after 12 hours whatever they do', async () => {
    const { client } = await someone();
    for (let no = 0; no < 25; no += 1) {
      clock.forward(28);
      await client.page('/tai-khoan');
    }
    expect(await isIn(client)).toBe(true); // 11 h 40
    clock.forward(25);
    expect(await isIn(client)).toBe(false);
  });

  test('a producer stays in for a day', async () => {
    const { client } = await someone(await producerPlace());
    clock.forward(23 * 60);
    expect(await isIn(client)).toBe(true);
    clock.forward(25 * 60);
    expect(await isIn(client)).toBe(false);
  });

  test('an agency may set other times', async () => {
    const { client } = await someone();
    await asOwner(`insert into setting (key, valid_from, value) values ('identity', '2020-01-01',
      '{"timeouts": {"producer": {"idle": 60, "absolute": 600}, "officer": {"idle": 5, "absolute": 600}}}')`);
    clock.forward(6);
    expect(await isIn(client)).toBe(false);
    await asOwner(`delete from setting where key = 'identity'`);
  });
});

describe('S8 what ends sessions at the next request', () => {
  test('signing out', async () => {
    const { client } = await someone();
    const token = client.cookies.get('saolang') ?? '';
    const page = await client.page('/tai-khoan');
    expect((await client.submit(page.form('/dang-xuat'))).location).toBe('/');
    client.cookies.set('saolang', token);
    expect(await isIn(client)).toBe(false);
  });

  test('a changed password ends the others and keeps this one under a new name', async () => {
    const person = await someone(await producerPlace());
    const { client } = person;
    const other = app.visitor();
    other.cookies.set('saolang-device', client.cookies.get('saolang-device') ?? '');
    await other.json('POST', '/api/v1/session', { name: person.name, password: PASSWORD });
    expect(await isIn(other)).toBe(true);
    const wrong = { current: 'không phải', password: 'gió bấc thổi qua đồng', again: 'gió bấc thổi qua đồng' };
    expect((await client.json('POST', '/api/v1/account/password', wrong)).status).toBe(422);
    const before = client.cookies.get('saolang');
    expect((await client.json('POST', '/api/v1/account/password', { ...wrong, current: PASSWORD })).status).toBe(200);
    expect(await isIn(other)).toBe(false);
    expect(await isIn(client)).toBe(true);
    expect(client.cookies.get('saolang')).not.toBe(before);
  });

  test('locking the account, and it stays out until it is opened again', async () => {
    const { id, name, client } = await someone();
    expect((await administer('disable', id, { reason: 'Nghỉ việc' })).status).toBe(200);
    expect(await isIn(client)).toBe(false);
    expect((await client.json('POST', '/api/v1/session', { name, password: PASSWORD })).status).toBe(422);
    expect((await administer('enable', id)).status).toBe(200);
    expect((await client.json('POST', '/api/v1/session', { name, password: PASSWORD })).status).toBe(200);
  });

  test('taking the role away', async () => {
    const { id, client } = await someone();
    const [role] = await asOwner<{ id: string }>('select id from appointment where account = $1', [id]);
    expect((await administer('roles/end', id, { appointment: role?.id ?? '' })).status).toBe(200);
    expect(await isIn(client)).toBe(false);
  });

  test('the administrator, and oneself from elsewhere', async () => {
    const first = await someone();
    expect((await administer('sessions/end', first.id)).status).toBe(200);
    expect(await isIn(first.client)).toBe(false);

    const one = await app.signIn('inspector');
    const two = await app.signIn('inspector');
    const page = await one.page('/tai-khoan');
    expect(page.text).toContain('phiên này');
    const others = page.forms.filter(({ action }) => action.endsWith('/phien')).at(-1);
    expect(others).toBeDefined();
    if (others) expect((await one.submit(others)).status).toBe(303);
    expect(await isIn(two)).toBe(false);
    expect(await isIn(one)).toBe(true);
  });
});

describe('S9 a sign-in not older than ten minutes', () => {
  test('is asked before contacts and rights change, and given by the password', async () => {
    const { client } = await someone();
    const change = () => client.json('POST', '/api/v1/account/contact', { phone: '0912345678' }, { key: true });
    expect((await change()).status).toBe(200);
    clock.forward(11);
    expect(await change()).toMatchObject({ status: 401, body: { code: 'reauthenticate' } });
    expect((await client.json('POST', '/api/v1/session/confirmation', { password: 'không phải' })).status).toBe(422);
    expect((await change()).status).toBe(401);
    expect((await client.json('POST', '/api/v1/session/confirmation', { password: PASSWORD })).status).toBe(200);
    expect((await change()).status).toBe(200);
  });

  test('a demonstration account is always fresh: it has no password to give', async () => {
    const client = await app.signIn('administrator');
    clock.forward(20);
    const { id } = await someone();
    const { body } = await client.json('GET', `/api/v1/accounts/${id}`);
    const done = await client.json(
      'POST',
      `/api/v1/accounts/${id}/disable`,
      { reason: 'Thử' },
      { key: true, ifMatch: Number(body.version) },
    );
    expect(done.status).toBe(200);
  });
});
