/** S14: a note is read by the account it was written to; for anybody else it does not exist. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();

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
