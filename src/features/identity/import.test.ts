import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { writeSheet } from '#platform/documents/sheet';
import { testApp } from '../../../tests/support/app.ts';
import type { Client, Upload } from '../../../tests/support/client.ts';
import { importColumns } from './import.ts';

const app = await testApp();
const { asOwner } = app.database;
const administrator = await app.signIn('administrator');
const listPage = '/quan-tri/tai-khoan';
const count = async () => (await asOwner<{ n: number }>('select count(*)::int as n from account'))[0]?.n ?? -1;

async function workbook(rows: string[][]): Promise<Upload> {
  const columns = importColumns.map((header) => ({ header, kind: 'text' as const }));
  const bytes = new Uint8Array(await buffer(writeSheet('Tài khoản', columns, rows)));
  return { name: 'danh-sach.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes };
}
async function send(client: Client, file: Upload) {
  const page = await client.page(`${listPage}/nhap`);
  return client.submit(page.form('/nhap'), {}, { file });
}
const row = (name: string, more: Partial<Record<number, string>> = {}) =>
  importColumns.map((_column, at) => more[at] ?? (at === 0 ? name : ''));

describe('importing', () => {
  test('a good list invites everybody', async () => {
    const before = await count();
    const file = await workbook([
      row('Lê Văn Nhập', { 2: 'nhap-1@vi-du.vn', 4: 'Cán bộ xã', 5: '11977', 7: 'UBND xã Tân Hưng' }),
      row('=cmd|danger', { 3: '0912 345 670', 4: 'kiểm toán' }),
      row('Bà Đại Diện', {
        2: 'nhap-3@vi-du.vn',
        4: 'Chủ thể',
        5: '11977',
        6: 'hợp tác xã miến dong Cánh Diều (giả định)',
      }),
    ]);
    const done = await send(administrator, file);
    expect([done.status, done.location]).toEqual([303, `${listPage}?state=invited`]);
    expect(await count()).toBe(before + 3);
    const kept = await asOwner<{ full_name: string }>(`select full_name from account where phone = '0912345670'`);
    expect(kept).toEqual([{ full_name: '=cmd|danger' }]); // S19: kept and shown as plain text
  });

  test('mistakes are told by row, and nobody is invited', async () => {
    const before = await count();
    const file = await workbook([
      row('Người Đúng', { 2: 'dung@vi-du.vn', 4: 'Kiểm toán' }),
      row('', { 2: 'khong-ten@vi-du.vn', 4: 'Kiểm toán' }),
      row('Sai Vai', { 2: 'khong-phai-thu', 4: 'Giám đốc' }),
      row('Sai Mã', { 2: 'sai-ma@vi-du.vn', 4: 'Cán bộ xã', 5: '99999' }),
      row('Trùng Tên', { 1: 'commune', 2: 'trung@vi-du.vn', 4: 'Kiểm toán' }),
    ]);
    const refused = await send(administrator, file);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Dòng 3: Ghi họ và tên');
    expect(refused.text).toContain('Dòng 4: Vai trò “Giám đốc” không có');
    expect(refused.text).toContain('Dòng 4: Ghi đúng thư điện tử');
    expect(await count()).toBe(before);
  });

  test('a taken name and a missing commune are told too, when nothing else is wrong', async () => {
    const file = await workbook([row('Sai Mã', { 2: 'sai-ma@vi-du.vn', 4: 'Cán bộ xã', 5: '99999' })]);
    expect((await send(administrator, file)).text).toContain('Dòng 2: Chọn xã, phường nơi làm việc.');
    const taken = await workbook([row('Trùng Tên', { 1: 'commune', 2: 'trung@vi-du.vn', 4: 'Kiểm toán' })]);
    expect((await send(administrator, taken)).text).toContain('Dòng 2: Tên đăng nhập commune đã có người dùng');
  });

  test('what is no list is refused in words', async () => {
    const text = new TextEncoder().encode('không, phải, danh sách\n1,2,3\n');
    const csv = { name: 'a.csv', type: 'text/csv', bytes: new Uint8Array(text) };
    expect((await send(administrator, csv)).text).toContain('Dòng đầu cần có cột Họ và tên, Vai trò');
    const pdf = {
      name: 'a.xlsx',
      type: 'application/pdf',
      bytes: new Uint8Array(new TextEncoder().encode('%PDF-1.4 nope')),
    };
    const refused = await send(administrator, pdf);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
  });
});

describe('the agency’s rules of signing in (S1, S3, S7)', () => {
  const path = '/quan-tri/quy-tac-dang-nhap';
  const now = async () =>
    (
      await asOwner<{ value: unknown }>(
        `select value from setting where key = 'identity' order by valid_from desc limit 1`,
      )
    )[0]?.value;

  test('are shown, changed with a reason, kept in the ledger, and count at once', async () => {
    const page = await administrator.page(path);
    const form = page.form(path);
    const none = await administrator.submit(form, { idleMinutes: '20' });
    expect(none.status).toBe(422); // a reason is asked
    const done = await administrator.submit(none.form(path), { idleMinutes: '20', reason: 'Quy chế 12/QC (giả định)' });
    expect(done.status).toBe(303);
    expect(await now()).toMatchObject({
      timeouts: { officer: { idle: 20, absolute: 720 } },
      passwordMaximumDays: null,
    });
    const [move] = await asOwner<{ reason: string }>(
      `select reason from ledger where action = 'settings.change' order by no desc limit 1`,
    );
    expect(move?.reason).toBe('Quy chế 12/QC (giả định)');
    expect((await administrator.page(path)).form(path).fields).toContainEqual(['idleMinutes', '20']);
  });

  test('stay within bounds, and only the administrator changes them', async () => {
    const form = (await administrator.page(path)).form(path);
    for (const [field, value] of [
      ['passwordOfficer', '4'],
      ['idleMinutes', '0'],
      ['absoluteHours', '-1'],
      ['secondFactor', 'producer'],
    ]) {
      const answer = await administrator.submit(form, { reason: 'x', [field ?? '']: value ?? '' });
      expect(answer.status).toBe(422);
    }
    const auditor = await app.signIn('auditor');
    expect((await auditor.page(path)).status).toBe(200);
    expect((await auditor.submit(form, { reason: 'x' })).status).toBe(404);
    expect((await (await app.signIn('commune')).page(path)).status).toBe(404);
  });
});

describe('the demonstration’s door', () => {
  test('lets every account in with one press, and nobody else', async () => {
    const page = await app.visitor().page('/vao-thu');
    expect(page.status).toBe(200);
    const buttons = page.forms.filter(({ action }) => action === '/vao-thu');
    expect(buttons).toHaveLength(21);
    for (const form of buttons) expect((await app.visitor().submit(form)).status).toBe(303);
    for (const account of ['root', 'may.do@vi-du.vn', '']) {
      const client = app.visitor();
      expect((await client.post('/vao-thu', { account })).status).toBe(422);
      expect((await client.page('/tai-khoan')).status).not.toBe(200);
    }
  });

  test('S24 a plain form without Origin is taken, a foreign Origin is not', async () => {
    const plain = await fetch(`${app.base}/vao-thu`, {
      method: 'POST',
      body: new URLSearchParams({ account: 'commune' }),
      redirect: 'manual',
    });
    expect(plain.status).toBe(303);
    const foreign = await app
      .visitor()
      .post('/vao-thu', { account: 'commune' }, undefined, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });

  test('S10 nobody signs in to a demonstration account by name', async () => {
    for (const password of ['', 'commune', 'null']) {
      const { status } = await app.visitor().json('POST', '/api/v1/session', { name: 'commune', password });
      expect(status).toBe(422);
    }
    const asked = await app.visitor().json('POST', '/api/v1/account/password-letter', { name: 'commune' });
    expect(asked.status).toBe(200);
    expect(await asOwner(`select c.id from one_time_code c join account a on a.id = c.account where a.demo`)).toEqual(
      [],
    );
  });
});
