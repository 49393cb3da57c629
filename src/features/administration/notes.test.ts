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
