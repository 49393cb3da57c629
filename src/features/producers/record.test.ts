/** A producer's record: each part by its own dated act, the past readable, restricted values nowhere but before those who may read them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { systemClock } from '#platform/clock';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';

let app: TestApp;
let officer: Client;
beforeAll(async () => {
  app = await testApp();
  officer = await app.signIn('commune');
});
const id = demoId('producer', 'nang-som');
/** Has a recognised product, so it stands in public. */
const recognised = demoId('producer', 'canh-dieu');
const today = systemClock.today();
const at = (path = '') => `/so-chu-the/${id}${path}`;
const rows = <R extends object>(query: string, values: unknown[] = []) => app.database.asOwner<R>(query, values);

/** Fills in the form of a part, or of one item of it (`/lien-ket?muc=…`). */
async function change(path: string, fields: Record<string, string>, of = id, who = officer) {
  const page = await who.page(`/so-chu-the/${of}${path}`);
  const form = page.forms.find((one) => one.fields.some(([name]) => name === '_version'));
  if (!form) throw new Error(`no form on ${path}: ${page.status}`);
  return who.submit(form, fields);
}
/** The only item of a part, as its page is opened. */
async function itemAt(path: string, of = id): Promise<string> {
  const page = await officer.page(`/so-chu-the/${of}`);
  return `${path}?muc=${new RegExp(`${path}\\?muc=([0-9a-f-]{36})`).exec(page.html)?.[1]}`;
}

describe('a part of the record', () => {
  it('a household that becomes a cooperative keeps its past', async () => {
    const kind = await change('/loai-hinh', { type: 'cooperative', from: '1/3/2026', reason: 'Lập hợp tác xã' });
    expect([kind.status, kind.location]).toEqual([303, at()]);
    const name = await change('/ten', {
      name: 'Hợp tác xã Nắng Sớm (giả định)',
      from: '1/3/2026',
      reason: 'Lập hợp tác xã',
    });
    expect(name.status).toBe(303);
    const today = await officer.page(at());
    expect(today.text).toContain('Hợp tác xã Nắng Sớm (giả định)');
    expect(today.text).toContain('Tên khác qua các năm: Hộ kinh doanh Nắng Sớm (giả định)');
    const before = await officer.page(at('?ngay=2026-02-28'));
    expect(before.text).toContain('Hồ sơ như ngày 28/02/2026');
    expect(before.text).toMatch(/Tên chủ thể\s*Hộ kinh doanh Nắng Sớm/);
    expect(before.text).toMatch(/Loại hình\s*Hộ sản xuất, hộ gia đình/);
    expect(before.html).not.toContain(`${at()}/ten"`);
    const history = await officer.page(at('/lich-su'));
    expect(history.text).toMatch(/Đổi tên chủ thể\s*, từ ngày 01\/03\/2026/);
    expect(history.html).toMatch(/<del[^>]*>.*Hộ kinh doanh Nắng Sớm/);
    const ledger = await rows<{ action: string }>(
      `select action from ledger where subject = $1 and action in ('producer.rename', 'producer.changeKind')`,
      [id],
    );
    expect(ledger).toHaveLength(2);
  });

  it('R6.7 after a change of name the certificate and its public page say the old one', async () => {
    const [certificate] = await rows<{ code: string; name: string }>(
      `select g.check_code as code, g.producer_name as name from recognition g join product p on p.id = g.product
        where p.producer = $1 and g.check_code is not null limit 1`,
      [recognised],
    );
    const renamed = { name: 'Hợp tác xã Cánh Diều Lớn (giả định)', reason: 'Đổi đăng ký' };
    expect((await change('/ten', renamed, recognised)).status).toBe(303);
    const page = await app.visitor().page(`/chung-nhan/${certificate?.code}`);
    expect(page.text).toContain(certificate?.name);
    expect(certificate?.name).toContain('Miến dong Cánh Diều');
    expect((await app.visitor().page(`/chu-the/${recognised}`)).text).toContain(`Tên trước đây: ${certificate?.name}`);
  });

  it('a mistake is put right from the day it was written for, and stays in the history', async () => {
    await change('/loai-hinh', { type: 'farm', nature: 'mistake', reason: 'Chọn nhầm' });
    const facts = await rows<{ from: string | null; type: string }>(
      `select valid_from::text as from, open->>'type' as type from producer_fact where producer = $1 and section = 'kind' order by no`,
      [id],
    );
    expect(facts.map(({ from, type }) => [from, type])).toEqual([
      [null, 'householdBusiness'],
      ['2026-03-01', 'cooperative'],
      ['2026-03-01', 'farm'],
    ]);
    expect((await rows<{ type: string }>('select type from producer where id = $1', [id]))[0]?.type).toBe('farm');
  });

  it('R19.1 restricted values stand in no ledger row, no Excel, no public page, no search', async () => {
    const secrets = {
      name: 'Bà Giả Thị Kín',
      position: 'Chủ nhiệm',
      sex: 'female',
      ethnicity: 'Tày Giả',
      disability: 'on',
      permanentAddress: 'Ngõ Kín 77',
      phone: '0912 345 678',
    };
    expect((await change('/nguoi-dai-dien', secrets)).status).toBe(303);
    expect(
      (
        await change('/tai-khoan-ngan-hang', {
          bank: 'Ngân hàng Giả',
          accountNumber: '1903 5555 7777',
          holder: 'GIA THI KIN',
        })
      ).status,
    ).toBe(303);
    expect(
      (await change('/dang-ky', { taxCode: '0100109106', registrationNumber: 'DK-0099', registeredBy: 'Sở Giả' }))
        .status,
    ).toBe(303);
    const hidden = [
      'Giả Thị Kín',
      'Tày Giả',
      'Ngõ Kín',
      '0912345678',
      '190355557777',
      'GIA THI KIN',
      '0100109106',
      'DK-0099',
    ];
    const [ledger] = await rows<{ text: string }>(
      `select string_agg(l::text, ' ') as text from ledger l where subject = $1`,
      [id],
    );
    const sheet = await (await (await app.signIn('province')).fetch('/so-chu-the.xlsx')).text();
    const visible = [
      ledger?.text ?? '',
      sheet,
      (await app.visitor().page(`/chu-the/${id}`)).html,
      (await app.visitor().page('/chu-the?q=Giả Thị Kín')).text.replace(/value="[^"]*"/g, ''),
      JSON.stringify((await app.visitor().json('GET', `/api/v1/producers/${id}`)).body),
    ];
    for (const secret of hidden)
      for (const text of visible) expect([secret, text.includes(secret)]).toEqual([secret, false]);
    expect(ledger?.text).toContain('Số tài khoản');
    const own = await officer.page(at());
    for (const secret of ['Bà Giả Thị Kín', '190355557777', '0100109106']) expect(own.text).toContain(secret);
    const [column] = await rows<{ representative: Record<string, unknown> }>(
      'select representative from producer where id = $1',
      [id],
    );
    expect(column?.representative).toMatchObject({ sex: 'female', ethnicity: 'Tày Giả', disability: true });
    await expect(app.database.db.report.selectFrom('producer_fact').select('restricted').execute()).rejects.toThrow(
      /permission denied/,
    );
  });

  it('R19.2 a contact is public only while it is marked so and a consent runs', async () => {
    const shown = async () => (await app.visitor().page(`/chu-the/${recognised}`)).html.includes('0912000111');
    const agreed = await itemAt('/dong-y', recognised);
    const number = { phone: '0912 000 111', showPhone: 'on', reason: 'Số mới' };
    expect((await change('/lien-he', number, recognised)).status).toBe(303);
    expect(await shown()).toBe(true);
    expect((await change(agreed, { withdrawnOn: today, reason: 'Chủ thể rút' }, recognised)).status).toBe(303);
    expect(await shown()).toBe(false);
    expect((await officer.page(`/so-chu-the/${recognised}`)).text).toContain('chưa có đồng ý');
  });

  it('contracts and certificates are kept one by one, ended and taken away', async () => {
    const made = await change('/lien-ket', {
      partner: 'Bên Giả',
      kind: 'sale',
      area: '2,5',
      begins: '1/1/2026',
      ends: '31/12/2026',
    });
    expect(made.status).toBe(303);
    const wrong = await change('/lien-ket', { partner: 'Bên Sai', kind: 'sale', begins: '2/1/2026', ends: '1/1/2026' });
    expect([wrong.status, wrong.text.includes('Ghi ngày kết thúc không trước ngày bắt đầu')]).toEqual([422, true]);
    expect((await officer.page(at())).text).toContain('2,5 ha');
    const taken = await change(await itemAt('/lien-ket'), { remove: 'on', reason: 'Ghi nhầm chủ thể' });
    expect(taken.status).toBe(303);
    expect((await officer.page(at())).text).not.toContain('Bên Giả');
    expect((await officer.page(at('/lich-su'))).text).toContain('Bên Giả');
    const cert = { kind: 'VIETGAP', issuer: 'Tổ chức Giả', issuedOn: '1/2/2024', endsOn: '1/2/2026' };
    expect((await change('/chung-nhan-khac', cert)).status).toBe(303);
    expect((await officer.page(at())).text).toContain('không còn hoặc chưa có hiệu lực');
    expect((await officer.page(at('?ngay=2025-06-01'))).text).toMatch(
      /VietGAP \(trồng trọt, thủy sản\)(?! \(không còn)/,
    );
  });
});

describe('refusals', () => {
  it.each([
    ['/dang-ky', { taxCode: '0100109107' }, 422, 'Kiểm tra lại từng chữ số'],
    ['/lien-he', { website: 'javascript:alert(1)' }, 422, ''],
    ['/lien-he', { phone: '123' }, 422, 'Nhập đủ 10 số'],
    ['/tai-khoan-ngan-hang', { bank: 'A', accountNumber: '12', holder: 'B', reason: 'x' }, 422, 'Ghi số tài khoản'],
    ['/ten', { name: 'Tên khác', reason: ' ' }, 409, 'Ghi lý do'],
    ['/ten', { name: 'Tên khác', from: '1/1/2100', reason: 'x' }, 409, 'không sau hôm nay'],
    ['/ten', { reason: 'x' }, 409, 'không khác gì'],
    ['/dia-chi', { commune: '00000000-0000-4000-8000-000000000000', reason: 'x' }, 422, 'Chọn một xã'],
    ['/dong-y', { what: 'contact', purpose: 'x', since: '1/1/2100' }, 422, 'Ghi ngày không sau hôm nay'],
    [
      '/lien-ket',
      { partner: 'x', kind: 'sale', begins: '1/1/2026', paper: '00000000-0000-4000-8000-000000000000' },
      422,
      'Chọn một giấy tờ',
    ],
  ])('S18 %s %j is refused in words', async (path, fields, status, words) => {
    const answer = await change(path, fields as Record<string, string>);
    expect([answer.status, answer.text.includes(words)]).toEqual([status, true]);
  });

  it('S13 another commune, another producer, a council, a visitor find nothing', async () => {
    for (const account of ['commune-2', 'producer', 'producer-2', 'council-member-1', 'ministry', 'administrator'])
      for (const path of ['', '/ten', '/lich-su', '/tai-khoan-ngan-hang'])
        expect([account, path, (await (await app.signIn(account)).page(at(path))).status]).toEqual([
          account,
          path,
          404,
        ]);
    expect((await app.visitor().page(at())).status).toBe(303);
    const auditor = await app.signIn('auditor');
    expect([(await auditor.page(at())).status, (await auditor.page(at('/ten'))).status]).toEqual([200, 404]);
  });

  it('Q5 a stale page is refused, and reading it is logged (S35)', async () => {
    for (const history of ['Một', 'Hai'])
      expect((await change('/gioi-thieu', { history, reason: 'x' })).status).toBe(303);
    const late = await officer.json(
      'POST',
      `/api/v1/producers/${id}/about`,
      { history: 'Ba', reason: 'x' },
      { key: true, ifMatch: 1 },
    );
    expect(late.status).toBe(412);
    const [read] = await rows<{ n: number }>(
      `select count(*)::int as n from access_log where subject = $1 and kind = 'read'`,
      [id],
    );
    expect(read?.n).toBeGreaterThan(0);
  });
});

describe('the list of producers', () => {
  it('shows the officer’s own area, finds by name without marks, and places by hand', async () => {
    const list = await officer.page('/so-chu-the?q=nang som');
    expect([list.status, list.text.includes('Nắng Sớm'), list.text.includes('Gió Nồm')]).toEqual([200, true, false]);
    expect((await (await app.signIn('producer')).page('/so-chu-the')).status).toBe(404);
    const [free] = await rows<{ id: string }>(
      `select r.id from producer r join unit_version v on v.unit = r.province and v.code = '33' and v.valid_to is null where r.commune is null and not r.invented order by r.name limit 1`,
    );
    const [commune] = await rows<{ unit: string }>(
      `select unit from unit_version where code = '11977' and valid_to is null`,
    );
    expect((await officer.page(`/so-chu-the/${free?.id}`)).status).toBe(404);
    const province = await app.signIn('province');
    const placed = await change('/dia-chi', { commune: commune?.unit ?? '', reason: 'Xếp xã' }, free?.id, province);
    expect(placed.status).toBe(303);
    expect((await officer.page(`/so-chu-the/${free?.id}`)).status).toBe(200);
  });

  it('one account acts for several producers, for one at a time', async () => {
    const other = demoId('producer', 'gio-nom');
    await rows(
      `insert into appointment (id, account, role, producer, valid_from) select gen_random_uuid(), a.id, 'producer', $1, current_date - 1 from account a where username = 'producer-2'`,
      [id],
    );
    const both = await app.signIn('producer-2');
    const choose = await both.page('/chon-vai');
    const [first, second] = [...choose.html.matchAll(/name="appointment" value="([^"]+)"/g)].map(
      ([, one]) => one ?? '',
    );
    const seen: number[][] = [];
    for (const appointment of [first, second]) {
      const page = await both.page('/chon-vai');
      await both.submit(page.form('/chon-vai'), { appointment: appointment ?? '' });
      seen.push([(await both.page(`/so-chu-the/${id}`)).status, (await both.page(`/so-chu-the/${other}`)).status]);
      expect((await both.page('/cua-toi')).text).toContain('Đang làm việc cho');
    }
    expect(seen.toSorted()).toEqual([
      [200, 404],
      [404, 200],
    ]);
  });
});
