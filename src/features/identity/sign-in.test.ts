import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import {
  appCode,
  codeSentTo,
  invite,
  MovableClock,
  PASSWORD,
  type Person,
  takeUp,
  tieApp,
} from '../../../tests/support/people.ts';

const clock = new MovableClock();
const app = await testApp({ clock });
const { asOwner } = app.database;
const producerId = async () =>
  (
    await asOwner<{ id: string }>(
      `select p.producer as id from appointment p join account a on a.id = p.account where a.username = 'producer'`,
    )
  )[0]?.id ?? '';

/** An officer with an app, as somebody who has just been away: a browser that is not known. */
let officer: Person;
let secret: string;
let firstCodes: string[];
beforeAll(async () => {
  officer = await invite(app, { role: 'auditor' });
  const client = await takeUp(app, officer);
  secret = await tieApp(client, clock);
  const shown = await client.page('/tai-khoan/ma-du-phong');
  firstCodes = shown.text.match(/[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}/g) ?? [];
});
const signIn = (client = app.visitor(), name = officer.name, password = PASSWORD) =>
  client.json('POST', '/api/v1/session', { name, password }).then((answer) => ({ client, ...answer }));
const isIn = async (client: { page(path: string): Promise<{ status: number }> }) =>
  (await client.page('/tai-khoan')).status === 200;

describe('S10 accounts begin with an invitation', () => {
  test('an officer sets a password, ties an app, sees ten recovery codes once, and is in', async () => {
    const person = await invite(app, { role: 'auditor' });
    const client = app.visitor();
    const page = await client.page('/kich-hoat');
    const set = await client.submit(page.form('/kich-hoat'), {
      name: person.name,
      code: (await codeSentTo(app, person.name)).toUpperCase(),
      password: PASSWORD,
      again: PASSWORD,
    });
    expect([set.status, set.location]).toEqual([303, '/tai-khoan/ma-xac-thuc']);
    expect(await isIn(client)).toBe(false); // nothing opens before the second factor
    await tieApp(client, clock);
    const codes = await client.page('/tai-khoan/ma-du-phong');
    expect(codes.text.match(/[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}/g)).toHaveLength(10);
    expect(await isIn(client)).toBe(true);
    clock.forward(11);
    expect((await client.page('/tai-khoan/ma-du-phong')).text).toContain('không xem lại được');
  });

  test('the letter counts once, for 72 hours, and five wrong tries end it', async () => {
    const given = { password: PASSWORD, again: PASSWORD };
    const use = (name: string, code: string) =>
      app.visitor().json('POST', '/api/v1/account/password-code', { name, code, ...given });
    const once = await invite(app, { role: 'auditor' });
    const code = await codeSentTo(app, once.name);
    expect((await use(once.name, code)).status).toBe(200);
    expect((await use(once.name, code)).status).toBe(422);

    const late = await invite(app, { role: 'auditor' });
    const lateCode = await codeSentTo(app, late.name);
    await asOwner(
      `update one_time_code set expires_at = expires_at - interval '72 hours 1 minute' where account = $1`,
      [late.id],
    );
    expect((await use(late.name, lateCode)).status).toBe(422);

    const guessed = await invite(app, { role: 'auditor' });
    const right = await codeSentTo(app, guessed.name);
    for (let no = 0; no < 5; no += 1) expect((await use(guessed.name, '2222-2222-2222')).status).toBe(422);
    expect((await use(guessed.name, right)).status).toBe(422);
  });

  test('a refused password does not waste the letter', async () => {
    const person = await invite(app, { role: 'auditor' });
    const code = await codeSentTo(app, person.name);
    const use = (password: string) =>
      app
        .visitor()
        .json('POST', '/api/v1/account/password-code', { name: person.name, code, password, again: password });
    for (const weak of [
      'ngắn quá',
      '1q2w3e4r5t6y',
      'ocop-cua-toi-2026',
      'x'.repeat(11),
      `${person.name.split('@')[0]} mùa hè`,
    ]) {
      expect((await use(weak)).status).toBe(422);
    }
    expect((await use(PASSWORD)).status).toBe(200);
  });

  test('a password given by somebody else is changed first, and only that', async () => {
    const person = await invite(app, { role: 'auditor' });
    await takeUp(app, person);
    await asOwner('update account set must_change_password = true where id = $1', [person.id]);
    const { client, body } = await signIn(app.visitor(), person.name);
    expect(body.next).toBe('/doi-mat-khau');
    expect((await client.page('/tai-khoan/ma-xac-thuc')).location).toBe('/doi-mat-khau');
    const page = await client.page('/doi-mat-khau');
    const same = await client.submit(page.form('/doi-mat-khau'), { password: PASSWORD, again: PASSWORD });
    expect(same.status).toBe(422);
    const other = 'lá chuối sau hè mưa';
    const done = await client.submit(page.form('/doi-mat-khau'), { password: other, again: other });
    expect([done.status, done.location]).toEqual([303, '/tai-khoan/ma-xac-thuc']);
  });
});

describe('S3 the second factor', () => {
  test('the app’s code is asked, counts once, and a wrong one opens nothing', async () => {
    clock.forward(1);
    const { client, body } = await signIn();
    expect(body.next).toBe('/dang-nhap/ma');
    expect(await isIn(client)).toBe(false);
    expect((await client.json('POST', '/api/v1/session/code', { code: '000000' })).status).toBe(422);
    const code = appCode(secret, clock);
    const before = client.cookies.get('saolang');
    expect((await client.json('POST', '/api/v1/session/code', { code })).status).toBe(200);
    expect(client.cookies.get('saolang')).not.toBe(before); // S6: a new name on the second factor
    expect(await isIn(client)).toBe(true);
    const again = await signIn();
    expect((await again.client.json('POST', '/api/v1/session/code', { code })).status).toBe(422);
  });

  test('of two uses of one code at the same moment one wins', async () => {
    clock.forward(2);
    const code = appCode(secret, clock);
    const clients = await Promise.all([signIn(), signIn()]);
    const answers = await Promise.all(
      clients.map(({ client }) => client.json('POST', '/api/v1/session/code', { code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test('a recovery code opens once', async () => {
    const [first = '', second = ''] = firstCodes;
    expect(firstCodes).toHaveLength(10);
    const use = async (code: string) => {
      const { client } = await signIn();
      return (await client.json('POST', '/api/v1/session/code', { code })).status;
    };
    expect(await use(first.toUpperCase())).toBe(200);
    expect(await use(first)).toBe(422);
    expect(await use(second)).toBe(200);
  });

  test('the secret of the app and the recovery codes are not kept in the clear', async () => {
    const rows = await asOwner<{ text: string }>(
      `select a::text || coalesce((select string_agg(r.code_hash, ' ') from recovery_code r where r.account = a.id), '') as text
       from account a where a.id = $1`,
      [officer.id],
    );
    expect(rows[0]?.text).not.toContain(secret);
    for (const code of firstCodes) expect(rows[0]?.text).not.toContain(code);
  });

  test('a producer proves a new device by a code bound to the attempt; the known one is not asked again', async () => {
    const person = await invite(app, { role: 'producer', producer: await producerId() });
    const home = await takeUp(app, person); // the letter proves this browser
    expect(await isIn(home)).toBe(true);
    await home.json('POST', '/api/v1/session/end', {});
    expect((await signIn(home, person.name)).body.next).toBe('/cua-toi');

    const { client, body } = await signIn(app.visitor(), person.name);
    expect(body.next).toBe('/dang-nhap/ma');
    const code = await codeSentTo(app, person.name);
    const elsewhere = await signIn(app.visitor(), person.name);
    expect((await elsewhere.client.json('POST', '/api/v1/session/code', { code })).status).toBe(422);
    expect((await client.json('POST', '/api/v1/session/code', { code })).status).toBe(422); // a newer letter replaced it
    const { status } = await client.json('POST', '/api/v1/session/code-letter', {});
    expect(status).toBe(200);
    const fresh = await codeSentTo(app, person.name);
    for (let no = 0; no < 4; no += 1) {
      expect(
        (await client.json('POST', '/api/v1/session/code', { code: fresh === '000000' ? '111111' : '000000' })).status,
      ).toBe(422);
    }
    expect((await client.json('POST', '/api/v1/session/code', { code: fresh })).status).toBe(200);
    expect(await isIn(client)).toBe(true);
  });
});

describe('S5 known and unknown names', () => {
  test('answer alike at the door, at the reset and at the letter', async () => {
    const same = async (path: string, body: (name: string) => Record<string, string>) => {
      const answers = await Promise.all(
        [officer.name, 'khong-co-ai@vi-du.vn'].map((name) => app.visitor().json('POST', path, body(name))),
      );
      const told = answers.map(({ status, body: { status: _, errorId, instance, ...rest } }) => ({ status, rest }));
      expect(told[0]).toEqual(told[1]);
      return answers[0]?.status;
    };
    expect(await same('/api/v1/session', (name) => ({ name, password: 'không phải mật khẩu' }))).toBe(422);
    expect(await same('/api/v1/account/password-letter', (name) => ({ name }))).toBe(200);
    expect(
      await same('/api/v1/account/password-code', (name) => ({
        name,
        code: '2222-2222-2222',
        password: 'x',
        again: 'x',
      })),
    ).toBe(422);
  });

  test('a reset sets a new password, ends every session, and still asks for the app', async () => {
    const person = await invite(app, { role: 'auditor' });
    const first = await takeUp(app, person);
    const own = await tieApp(first, clock);
    await app.visitor().json('POST', '/api/v1/account/password-letter', { name: person.name });
    const code = await codeSentTo(app, person.name);
    const other = 'mưa rào trên mái rạ';
    const client = app.visitor();
    const set = await client.json('POST', '/api/v1/account/password-code', {
      name: person.name,
      code,
      password: other,
      again: other,
    });
    expect(set.body.next).toBe('/dang-nhap/ma');
    expect(await isIn(first)).toBe(false);
    expect(await isIn(client)).toBe(false);
    clock.forward(1);
    await client.json('POST', '/api/v1/session/code', { code: appCode(own, clock) });
    expect(await isIn(client)).toBe(true);
    expect((await signIn(app.visitor(), person.name, PASSWORD)).status).toBe(422);
  });
});

test('the way on is kept over a refused try and over the code', async () => {
  const client = app.visitor();
  const door = await client.page('/dang-nhap?tiep=%2Ftai-khoan');
  const refused = await client.submit(door.form('/dang-nhap'), { name: officer.name, password: 'không phải' });
  expect(refused.status).toBe(422);
  const right = await client.submit(refused.form('/dang-nhap'), { name: officer.name, password: PASSWORD });
  expect(right.location).toBe('/dang-nhap/ma?tiep=%2Ftai-khoan');
  clock.forward(1);
  const code = await client.page(right.location ?? '');
  const wrong = await client.submit(code.form('/dang-nhap/ma'), { code: '000000' });
  const done = await client.submit(wrong.form('/dang-nhap/ma'), { code: appCode(secret, clock) });
  expect(done.location).toBe('/tai-khoan');
});

describe('bad input at the door', () => {
  test.each([
    ['extra fields (S16)', { name: 'a', password: 'b', role: 'administrator' }],
    ['wrong types', { name: ['a'], password: { $ne: '' } }],
    ['nothing', {}],
    ['a name of 10,000 letters', { name: 'a'.repeat(10_000), password: 'b' }],
    ['SQL', { name: `' or 1=1 --`, password: `' or 1=1 --` }],
    ['a hidden direction mark', { name: 'a\u202e', password: 'b' }],
  ])('%s is refused with 4xx and opens nothing', async (_what, body) => {
    const client = app.visitor();
    const { status } = await client.json('POST', '/api/v1/session', body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await isIn(client)).toBe(false);
  });

  test('S38 every try is in the access log, without password or code', async () => {
    const rows = await asOwner<{ kind: string; text: string }>('select kind, l::text as text from access_log l');
    const kinds = new Set(rows.map(({ kind }) => kind));
    for (const kind of ['signIn', 'signInFailed', 'secondFactor', 'codeFailed', 'resetAsked'])
      expect(kinds).toContain(kind);
    expect(rows.filter(({ text }) => text.includes(PASSWORD))).toEqual([]);
  });
});
