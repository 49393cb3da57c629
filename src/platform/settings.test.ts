import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { nextNumber } from './numbers.ts';
import { changeSetting, setting, settingsOn } from './settings.ts';

const { db } = await testDatabase({ poolSize: 20 });
const province = v7();

test('a setting: newest not later than the day, the province before the system', async () => {
  const set = (scope: string | null, validFrom: string, value: number) =>
    changeSetting(db.app, { key: 'spreadLimit', scope, validFrom, value, note: null });
  await set(null, '2026-01-01', 10);
  await set(null, '2026-07-01', 12);
  await set(province, '2026-03-01', 8);
  const on = (day: string, scope: string | null = null) => setting(db.app, 'spreadLimit', { day, scope });
  expect(await on('2025-12-31')).toBeUndefined();
  expect(await on('2026-06-30')).toBe(10);
  expect(await on('2026-07-01')).toBe(12);
  expect(await on('2026-02-28', province)).toBe(10);
  expect(await on('2026-12-31', province)).toBe(8);
  expect(await on('2026-12-31', v7())).toBe(12);
  expect((await settingsOn(db.app, '2026-12-31')).spreadLimit).toBe(12);
  expect((await settingsOn(db.app, '2026-02-28', province)).spreadLimit).toBe(10);
  expect((await settingsOn(db.app, '2026-12-31', province)).spreadLimit).toBe(8);
});

test('inside a transaction a setting stays what it was at first, until it is changed there', async () => {
  await db.transaction(async (tx) => {
    const ask = () => setting(tx, 'quorum', { day: '2026-05-05' });
    expect(await ask()).toBeUndefined();
    await changeSetting(db.app, { key: 'quorum', scope: null, validFrom: '2026-05-01', value: { of: 3 }, note: null });
    expect(await ask()).toBeUndefined();
    await changeSetting(tx, { key: 'quorum', scope: null, validFrom: '2026-05-02', value: ['a'], note: 'NQ' });
    expect(await ask()).toEqual(['a']);
  });
});

test('Q6 numbers: each once, no holes, though tries fail and run at once', async () => {
  const take = (fails: boolean) =>
    db.transaction(async (tx) => {
      const n = await nextNumber(tx, 'certificate', 2026);
      if (fails) throw new Error('failed try');
      return n;
    });
  const tries = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => take(n % 3 === 0)));
  const numbers = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, n) => n + 1));
  expect(await db.transaction((tx) => nextNumber(tx, 'certificate', 2027))).toBe(1);
});
