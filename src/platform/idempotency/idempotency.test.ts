import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { tell } from '../outbox/outbox.ts';
import { forgetOldKeys, once } from './idempotency.ts';

const { db, asOwner } = await testDatabase({ poolSize: 20 });
const account = v7();

/** An act with an effect that can be counted: a letter under this title. */
function act(key: string, title: string, hash = title, wait = 0) {
  return db.transaction((tx) =>
    once(tx, { account, key, action: 'letter.write', hash }, async () => {
      const id = await tell(tx, { channel: 'app', account, subject: title, body: '' });
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      return { id, at: new Date(0), nothing: undefined };
    }),
  );
}

async function count(title: string): Promise<number> {
  return (await db.app.selectFrom('outbox').select('id').where('subject', '=', title).execute()).length;
}

test('Q4 a repetition has no second effect and gets the same answer', async () => {
  const first = await act('key-00000001', 'one');
  const again = await act('key-00000001', 'one');
  expect(again).toEqual(first);
  expect(first).toEqual({ id: expect.any(String), at: '1970-01-01T00:00:00.000Z' });
  expect(await count('one')).toBe(1);
});

test('Q4 parallel copies: one effect; the others get the same answer or 409', async () => {
  const copies = await Promise.allSettled(Array.from({ length: 12 }, () => act('key-00000002', 'two', 'two', 100)));
  const answers = copies.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
  expect(new Set(answers).size).toBe(1);
  for (const one of copies)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'inProgress' });
  expect(copies.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  expect(await count('two')).toBe(1);
});

test('Q4 the same key with other content is 422', async () => {
  await act('key-00000003', 'three');
  await expect(act('key-00000003', 'other')).rejects.toMatchObject({ status: 422, code: 'keyReused' });
  expect(await count('other')).toBe(0);
});

test('a failed act leaves its key free', async () => {
  const failing = db.transaction((tx) =>
    once(tx, { account, key: 'key-00000004', action: 'letter.write', hash: 'four' }, async () => {
      throw new Error('no');
    }),
  );
  await expect(failing).rejects.toThrow('no');
  await expect(act('key-00000004', 'four')).resolves.toMatchObject({ id: expect.any(String) });
});

test('keys are kept at least a day and forgotten after two', async () => {
  await act('key-00000005', 'five');
  await act('key-00000006', 'six');
  await asOwner(`update idempotency_key set at = now() - interval '25 hours' where key = 'key-00000005'`);
  await asOwner(`update idempotency_key set at = now() - interval '49 hours' where key = 'key-00000006'`);
  expect(await db.transaction(forgetOldKeys)).toBe(1);
  await act('key-00000005', 'five');
  expect(await count('five')).toBe(1);
});
