import { describe, expect, test } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { codeSentTo } from '../../../tests/support/people.ts';

const app = await testApp();
const { asOwner } = app.database;
const administrator = await app.signIn('administrator');
const listPage = '/quan-tri/tai-khoan';

async function unit(code: string): Promise<string> {
  const [row] = await asOwner<{ unit: string }>(
    `select v.unit from unit_version v join unit u on u.id = v.unit where v.code = $1 and v.valid_to is null and u.valid_to is null`,
    [code],
  );
  return row?.unit ?? '';
}
const count = async () => (await asOwner<{ n: number }>('select count(*)::int as n from account'))[0]?.n ?? -1;
const idOf = async (username: string) =>
  (await asOwner<{ id: string }>('select id from account where username = $1', [username]))[0]?.id ?? '';

describe('S13 to those who are no administrators', () => {
  test.each(['producer', 'commune', 'province', 'council-chair', 'ministry', 'inspector'])(
    'accounts do not exist for %s',
    async (who) => {
      const client = await app.signIn(who);
      const other = await idOf('auditor');
      for (const path of [listPage, `${listPage}/moi`, `${listPage}/nhap`, `${listPage}/${other}`]) {
        expect((await client.page(path)).status).toBe(404);
      }
      expect((await client.json('GET', '/api/v1/accounts')).status).toBe(404);
      expect(
        (await client.json('POST', '/api/v1/accounts', { fullName: 'A', role: 'auditor' }, { key: true })).status,
      ).toBe(404);
      const disabled = await client.json(
        'POST',
        `/api/v1/accounts/${other}/disable`,
        { reason: 'x' },
        { key: true, ifMatch: 2 },
      );
      expect(disabled.status).toBe(404);
    },
  );

  test('the auditor reads them and changes nothing', async () => {
    const auditor = await app.signIn('auditor');
    expect((await auditor.page(listPage)).status).toBe(200);
    const other = await idOf('province');
    const page = await auditor.page(`${listPage}/${other}`);
    expect(page.status).toBe(200);
    expect(page.forms.filter(({ action }) => action.startsWith(listPage))).toEqual([]);
    expect((await auditor.page(`${listPage}/moi`)).status).toBe(404);
    const act = await auditor.json(
      'POST',
      `/api/v1/accounts/${other}/disable`,
      { reason: 'x' },
      { key: true, ifMatch: 2 },
    );
    expect(act.status).toBe(404);
  });

  test('somebody else’s account cannot be reached through one’s own acts', async () => {
    const commune = await app.signIn('commune');
    const extra = { phone: '0912345678', id: await idOf('province') };
    const answer = await commune.json('POST', '/api/v1/account/contact', extra, { key: true });
    expect([400, 422]).toContain(answer.status);
    const own = await commune.json('GET', `/api/v1/accounts/${await idOf('commune')}`);
    expect(own.status).toBe(200);
    expect((await commune.json('GET', `/api/v1/accounts/${await idOf('commune-2')}`)).status).toBe(404);
  });
});

describe('inviting', () => {
  test('by the pages, without JavaScript: role, province, commune, person', async () => {
    const [province, commune] = [await unit('33'), await unit('11977')];
    const chosen = await administrator.page(`${listPage}/moi?vai=commune&tinh=${province}&xa=${commune}`);
    const form = chosen.form('/quan-tri/tai-khoan/moi');
    const forms = chosen.forms.filter(({ action }) => action.includes('/moi'));
    const acting = forms.find(({ fields }) => fields.some(([name]) => name === 'fullName')) ?? form;
    const done = await administrator.submit(acting, {
      fullName: 'Đỗ Thị Mây',
      email: 'May.Do@Vi-Du.vn',
      position: 'Công chức',
    });
    expect(done.status).toBe(303);
    const page = await administrator.page(done.location ?? '');
    expect(page.text).toContain('Đỗ Thị Mây');
    expect(page.text).toContain('Cán bộ xã, Xã Tân Hưng');
    expect(page.text).toContain('Đã mời');
    const code = await codeSentTo(app, 'may.do@vi-du.vn');
    await administrator.submit(page.form('/moi-lai'));
    expect(await codeSentTo(app, 'may.do@vi-du.vn')).not.toBe(code);
    const moves = await asOwner<{ action: string; text: string }>(
      `select l.action, l::text as text from ledger l join account a on a.id = l.subject where a.email = 'may.do@vi-du.vn'`,
    );
    expect(moves.map(({ action }) => action)).toEqual(['account.invite']);
    expect(moves[0]?.text).not.toContain(code);
  });

  test.each([
    ['no address', { fullName: 'A B', role: 'auditor', username: 'ab.cd' }, 'email'],
    ['no commune', { fullName: 'A B', role: 'commune', email: 'x@vi-du.vn' }, 'unit'],
    ['a province for a commune', { fullName: 'A B', role: 'commune', email: 'x@vi-du.vn', unit: '33' }, 'unit'],
    ['no producer', { fullName: 'A B', role: 'producer', email: 'x@vi-du.vn' }, 'producer'],
    ['a unit for the whole country', { fullName: 'A B', role: 'ministry', email: 'x@vi-du.vn', unit: '33' }, 'unit'],
    ['a taken name', { fullName: 'A B', role: 'auditor', email: 'x@vi-du.vn', username: 'commune' }, 'username'],
    ['a wrong address', { fullName: 'A B', role: 'auditor', email: 'x@' }, 'email'],
    ['a role there is none of', { fullName: 'A B', role: 'root', email: 'x@vi-du.vn' }, 'role'],
  ])('%s is refused at its field and makes nothing', async (_what, asked, field) => {
    const before = await count();
    const body = 'unit' in asked ? { ...asked, unit: await unit(String(asked.unit)) } : asked;
    const answer = await administrator.json('POST', '/api/v1/accounts', body, { key: true });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain(`"${field}"`);
    expect(await count()).toBe(before);
  });

  test('Q4 the same key makes one account', async () => {
    const asked = { fullName: 'Một Lần', role: 'auditor', email: 'mot-lan@vi-du.vn' };
    const key = 'same-key-0001';
    const answers = await Promise.all([1, 2].map(() => administrator.json('POST', '/api/v1/accounts', asked, { key })));
    const ids = new Set(answers.filter(({ status }) => status < 300).map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    expect(await asOwner(`select id from account where email = 'mot-lan@vi-du.vn'`)).toHaveLength(1);
  });

  test('S17 nobody changes their own rights', async () => {
    const own = await idOf('administrator');
    const { body } = await administrator.json('GET', `/api/v1/accounts/${own}`);
    const options = { key: true, ifMatch: Number(body.version) };
    expect(
      (await administrator.json('POST', `/api/v1/accounts/${own}/roles`, { role: 'auditor' }, options)).status,
    ).toBe(409);
    expect(
      (await administrator.json('POST', `/api/v1/accounts/${own}/disable`, { reason: 'x' }, { ...options, key: true }))
        .status,
    ).toBe(409);
  });

  test('Q5 a stale version is refused', async () => {
    const id = await idOf('council-member-5');
    const act = (ifMatch: number) =>
      administrator.json('POST', `/api/v1/accounts/${id}/sessions/end`, {}, { key: true, ifMatch });
    const { body } = await administrator.json('GET', `/api/v1/accounts/${id}`);
    const version = Number(body.version);
    expect((await act(version)).status).toBe(200);
    expect([409, 412]).toContain((await act(version)).status);
  });
});

describe('U44 a list of accounts', () => {
  test('finds by name without marks, by role and state, and pages by keys', async () => {
    expect((await administrator.page(`${listPage}?q=thanh+vien+3`)).text).toContain('Sở Y tế');
    expect((await administrator.page(`${listPage}?q=%25_%5C`)).text).toContain('Không có tài khoản nào khớp');
    expect((await administrator.page(`${listPage}?role=ministry`)).text).not.toContain('council-chair');
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await administrator.json('GET', `/api/v1/accounts?limit=5${cursor && `&cursor=${cursor}`}`);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.next === null ? '' : encodeURIComponent(String(body.next));
    } while (cursor !== '');
    expect(seen.length).toBe(await count());
    expect(new Set(seen).size).toBe(seen.length);
  });
});
