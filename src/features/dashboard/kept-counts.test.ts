/** A register so large that its board takes long to count. */
import { expect, test } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp({ slow: -1 });
const province = await app.signIn('province');

test('a board that takes long is kept, and tells when it was counted; another day is counted anew', async () => {
  const told = /Tính lúc \d\d:\d\d ngày/;
  const first = await province.page('/so-lieu?ngay=2026-01-31');
  expect(first.text).not.toMatch(told);
  const again = await province.page('/so-lieu?ngay=2026-01-31');
  expect(again.text).toMatch(told);
  expect(again.text.replace(/ Tính lúc.*?sau ít phút\./, '')).toBe(first.text);
  expect((await province.page('/so-lieu?ngay=2026-01-30')).text).not.toMatch(told);
});

test('S14 what is kept of one area is not told to another office', async () => {
  const [own] = await app.database.asOwner<{ id: string }>(
    `select v.unit as id from unit_version v join unit u on u.id = v.unit
      where u.level = 'province' and v.valid_to is null and v.name = 'Hưng Yên'`,
  );
  const board = `/so-lieu?donvi=${own?.id}`;
  await province.page(board);
  expect((await province.page(board)).text).toMatch(/Tính lúc/);
  expect((await (await app.signIn('commune')).page(board)).status).toBe(404);
});
