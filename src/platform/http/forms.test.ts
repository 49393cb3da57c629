import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { smallWeb } from '../../../tests/support/small-web.ts';

const small = await smallWeb();

async function newChore(client = small.signIn(), title = 'Quét sân') {
  const page = await client.page('/viec/moi');
  const done = await client.submit(page.form('/viec/moi'), { title });
  return { client, path: done.location ?? '', done };
}

const births = async () =>
  Number((await small.database.asOwner<{ n: string }>('select count(*) as n from lifecycle'))[0]?.n);

describe('forms', () => {
  it('U2 performs the act and leads on, saying once what was done', async () => {
    const { client, path, done } = await newChore();
    expect(done.status).toBe(303);
    expect((await client.page(path)).text).toContain('Đã giao việc.');
    expect((await client.page(path)).text).not.toContain('Đã giao việc.');
  });

  it('U8 shows the form again with errors by label and everything typed, but no secret', async () => {
    const client = small.signIn();
    const page = await client.page('/viec/moi');
    const again = await client.submit(page.form('/viec/moi'), {
      title: '   ',
      count: '9.999',
      dueOn: '4/2/26',
      pin: '1234',
    });
    expect(again.status).toBe(422);
    expect(again.html).toContain('<title>Lỗi: Giao việc');
    expect(again.text).toContain('Nhập tên việc');
    expect(again.text).toContain('Số lần: nhập số từ 5.000 trở xuống');
    expect(again.text).toContain('ghi năm đủ bốn chữ số');
    const fields = new Map(again.form('/viec/moi').fields);
    expect(fields.get('count')).toBe('9.999');
    expect(fields.get('_key')).toBe(new Map(page.form('/viec/moi').fields).get('_key'));
    expect(again.html).not.toContain('1234');
  });

  it('who loads the address of a refused form anew is led to the page the form stands on', async () => {
    const { client, path } = await newChore();
    const anew = await client.page(`${path}/ghi?ve=%2Fviec`);
    expect([anew.status, anew.location]).toEqual([303, `${path}?ve=%2Fviec`]);
    const other = await client.fetch(`${path}/ghi`, { method: 'DELETE' });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    expect((await client.fetch('/api/v1/broken')).status).toBe(405);
  });

  it('a button named _again brings the page back with everything typed, and does nothing', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    const before = await births();
    const again = await client.submit(form, { title: 'Dở dang', count: 'chưa biết', _again: '1' });
    expect([again.status, again.html.includes('<title>Lỗi')]).toEqual([200, false]);
    const fields = new Map(again.form('/viec/moi').fields);
    expect([fields.get('title'), fields.get('count')]).toEqual(['Dở dang', 'chưa biết']);
    expect(fields.get('_key')).toBe(new Map(form.fields).get('_key'));
    expect(await births()).toBe(before);
    expect((await small.visitor().submit(form, { title: 'Người lạ', _again: '1' })).status).not.toBe(200);
  });

  it('U5 S18 reads numbers, days and text as Vietnamese write them', async () => {
    const client = small.signIn();
    const page = await client.page('/viec/moi');
    const nfd = '\u200bQuét\u202e  nhà '.normalize('NFD');
    const done = await client.submit(page.form('/viec/moi'), { title: nfd, count: '1.234', dueOn: '4/2/2026' });
    const { text } = await client.page(done.location ?? '');
    expect(text).toContain('{"count":1234,"dueOn":"2026-02-04","title":"Quét nhà"}');
  });

  it('Q4 U10 the same form sent twice has one effect and the same answer, also at once', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    const before = await births();
    const answers = await Promise.all([1, 2, 3].map(() => client.submit(form, { title: 'Một lần' })));
    const later = await client.submit(form, { title: 'Một lần' });
    expect(await births()).toBe(before + 1);
    expect(later.status).toBe(303);
    for (const { status, location } of answers)
      expect([303, 409]).toContain(status === 303 ? (location === later.location ? 303 : 0) : status);
  });

  it('Q4 the key of another content gives 422 and a new key', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    await client.submit(form, { title: 'Việc thứ nhất' });
    const second = await client.submit(form, { title: 'Việc thứ hai' });
    expect(second.status).toBe(422);
    const fields = new Map(second.form('/viec/moi').fields);
    expect(fields.get('title')).toBe('Việc thứ hai');
    expect(fields.get('_key')).not.toBe(new Map(form.fields).get('_key'));
  });

  it('Q4 a form without its key is refused and shown again with one', async () => {
    const client = small.signIn();
    const answer = await client.post('/viec/moi', { title: 'Không mã' });
    expect(answer.status).toBe(400);
    expect(new Map(answer.form('/viec/moi').fields).get('_key')).toMatch(/^[\w-]{30,}$/);
  });

  it('Q5 an old version gives 409 with both texts and the new version', async () => {
    const { client, path } = await newChore();
    const mine = (await client.page(path)).form('/ghi');
    const other = small.signIn();
    await other.submit((await other.page(path)).form('/ghi'), { body: 'Chữ của người kia' });
    const refused = await client.submit(mine, { body: 'Chữ của tôi' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Chữ của người kia');
    const fields = new Map(refused.form('/ghi').fields);
    expect(fields.get('body')).toBe('Chữ của tôi');
    const sent = await client.submit(refused.form('/ghi'));
    expect(sent.status).toBe(303);
  });

  it('Q6 a form that is no longer on its page leaves its sentence and its text there', async () => {
    const { client, path } = await newChore();
    const mine = (await client.page(path)).form('/ghi');
    const other = small.signIn();
    await other.submit((await other.page(path)).form('/xong'));
    const refused = await client.submit(mine, { body: 'Nhớ quét cả hiên sau nhà' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('đã xử lý nội dung này');
    expect(refused.text).toContain('Nhớ quét cả hiên sau nhà');
  });

  it('S7 what was typed survives an ended session and comes back after signing in, in the same browser only', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    small.expire(client);
    const turned = await client.submit(form, { title: 'Đã gõ xong', pin: 'bí mật' });
    expect(turned.location).toBe('/dang-nhap?tiep=%2Fviec%2Fmoi');
    const [row] = await small.database.asOwner<{ content: Buffer }>('select content from kept_form');
    expect(row?.content.includes('Đã gõ')).toBe(false);
    const stranger = small.signIn();
    expect(new Map((await stranger.page('/viec/moi')).form('/viec/moi').fields).get('title')).toBe('');
    client.cookies.set('saolang', small.signIn().cookies.get('saolang') ?? '');
    const back = await client.page('/viec/moi');
    expect(new Map(back.form('/viec/moi').fields).get('title')).toBe('Đã gõ xong');
    expect(back.text).toContain('chưa được gửi');
    expect(back.html).not.toContain('bí mật');
    expect((await client.submit(back.form('/viec/moi'))).status).toBe(303);
    expect(new Map((await client.page('/viec/moi')).form('/viec/moi').fields).get('title')).toBe('');
  });

  it('S9 an act that needs a fresh sign-in leads there and keeps the form', async () => {
    const { path } = await newChore();
    const client = small.signIn({ fresh: false });
    const turned = await client.submit((await client.page(path)).form('/xong'));
    expect(turned.location).toBe(`/xac-nhan-lai?tiep=${encodeURIComponent(path)}`);
    expect(client.cookies.has('saolang-kept')).toBe(true);
  });

  it('S35 S13 a read of personal data is logged; a refused one is 404 and logged', async () => {
    const { client, path } = await newChore();
    await client.page(path);
    const stranger = small.signIn({ role: 'stranger' });
    expect((await stranger.page(path)).status).toBe(404);
    const rows = await sql<{
      kind: string;
      account: string;
    }>`select kind, account from access_log where subject = ${path.slice(6)}`.execute(small.database.db.app);
    expect(rows.rows).toContainEqual({ kind: 'read', account: client.actor.account });
    expect(rows.rows).toContainEqual({ kind: 'refused', account: stranger.actor.account });
  });

  it('S9 S38 an anonymous visitor is led to the sign-in; a download is logged before it leaves', async () => {
    expect((await small.visitor().page('/viec/moi')).location).toBe('/dang-nhap?tiep=%2Fviec%2Fmoi');
    const { client, path } = await newChore();
    const slip = await client.page(`${path}/phieu`);
    expect(slip.headers.get('content-disposition')).toMatch(/^attachment; filename="[^\r\n]+"; filename\*=UTF-8''/);
    expect(slip.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const logged = await small.database.asOwner(
      `select from access_log where kind = 'export' and subject = '${path.slice(6)}'`,
    );
    expect(logged).toHaveLength(1);
  });
});
