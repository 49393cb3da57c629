/** S14: a note is read by the account it was written to; for anybody else it does not exist. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();

it('S14 marks all notes of one’s own as read at once, nobody else’s', async () => {
  const unread = async (who: string) =>
    (
      await app.database.asOwner<{ n: number }>(
        `select count(*)::int as n from outbox o join account a on a.id = o.account
          where a.username = $1 and o.channel = 'app' and o.read_at is null`,
        [who],
      )
    )[0]?.n ?? 0;
  const before = await unread('province');
  expect([(await unread('commune')) > 1, before > 0]).toEqual([true, true]);
  const officer = await app.signIn('commune');
  const page = await officer.page('/hop-thu');
  const done = await officer.submit(page.form('/hop-thu/da-doc'));
  const after = await officer.follow(done.location ?? '');
  expect([done.status, await unread('commune'), await unread('province')]).toEqual([303, 0, before]);
  expect(after.text).not.toContain('Đánh dấu đã đọc');
});

it('U20 a producer is led to its notes from its pages, and sees how many are unread', async () => {
  const producer = await app.signIn('producer');
  expect((await producer.page('/cua-toi')).html).toMatch(/href="\/hop-thu" aria-label="Thông báo: \d+ chưa đọc"/);
  expect((await producer.page('/hop-thu')).text).toContain('Thông báo');
});

it('S14 marks only a note of one’s own as read, and keeps the first time', async () => {
  const id = v7();
  await app.database.asOwner(
    `insert into outbox (id, account, channel, subject, body) select $1::uuid, a.id, 'app', 'Thư thử', 'Nội dung' from account a where a.username = 'commune'`,
    [id],
  );
  const readAt = async () =>
    (await app.database.asOwner<{ at: Date | null }>('select read_at as at from outbox where id = $1', [id]))[0]?.at;
  const read = async (who: string, note: string) =>
    (await (await app.signIn(who)).json('POST', `/api/v1/notes/${note}/reading`, {}, { key: true })).status;
  expect([await read('province', id), await read('commune', v7())]).toEqual([404, 404]);
  expect(await readAt()).toBeNull();
  expect(await read('commune', id)).toBe(204);
  const first = await readAt();
  expect(first).toBeInstanceOf(Date);
  expect(await read('commune', id)).toBe(204);
  expect(await readAt()).toEqual(first);
});

it('shows every note, page by page, also those written at one moment', async () => {
  const owner = app.database.asOwner.bind(app.database);
  await owner(
    `insert into outbox (id, account, channel, subject, body)
      select gen_random_uuid(), a.id, 'app', 'Thư số ' || n || '.', 'Nội dung' from account a, generate_series(1, 120) n
       where a.username = 'auditor'`,
  );
  const auditor = await app.signIn('auditor');
  const seen: string[] = [];
  let pages = 0;
  for (let path: string | undefined = '/hop-thu'; path !== undefined; pages += 1) {
    const { html, status } = await auditor.page(path);
    expect(status).toBe(200);
    seen.push(...(html.match(/Thư số \d+\./g) ?? []));
    path = /href="(\/hop-thu\?after=[0-9a-f-]{36})"/.exec(html)?.[1];
  }
  expect([pages, seen.length, new Set(seen).size]).toEqual([3, 120, 120]);
  const strange = await auditor.page(`/hop-thu?after=${v7()}`);
  expect([strange.status, strange.text]).toEqual([200, expect.stringContaining('Không còn thông báo nào cũ hơn')]);
});
