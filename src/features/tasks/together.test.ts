/** One task to all communes of a province in one act: a task each, seen together, answered one by one. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { addDays } from '#law/days';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import { taskPaths } from './urls.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const [counted] = await sql<{ communes: number; province: string }>(
  `select count(*)::int as communes, v.parent as province from unit_version v join unit u on u.id = v.unit and u.level = 'commune'
    where v.valid_to is null and v.parent = (select t.unit from appointment t join account a on a.id = t.account where a.username = 'province' limit 1) group by 2`,
);
const WORDS = 'Rà soát nhãn hàng hóa của mọi chủ thể trên địa bàn';

it('one form gives a task to every commune, and the list shows them together with their progress', async () => {
  const form = (await province.page(taskPaths.new)).form(taskPaths.new);
  expect((await province.page(taskPaths.new)).text).toContain(
    `Tất cả ${counted?.communes} xã, phường, mỗi nơi một việc`,
  );
  const typed = { words: WORDS, unit: 'all', kind: 'plan', dueOn: addDays(today, 20) };
  const both = await province.submit(form, { ...typed, owner: 'Sở Công Thương' });
  expect([both.status, both.text]).toEqual([422, expect.stringContaining('Đã chọn giao cho tất cả')]);
  const done = await province.submit(form, { ...typed, _key: v7() });
  expect(done.status).toBe(303);
  const at = done.location?.replace(/[?&]daLuu=[^&]*/, '') ?? '';
  const [row] = await sql<{ tasks: number; units: number; together: string }>(
    `select count(*)::int as tasks, count(distinct t.unit)::int as units, max(t.together::text) as together
       from task t join lifecycle l on l.id = t.id and l.state = 'given' where t.words = $1`,
    [WORDS],
  );
  expect([row?.tasks, row?.units]).toEqual([counted?.communes, counted?.communes]);
  const born = await sql<{ n: number }>(
    `select count(*)::int as n from ledger where action = 'task.give' and facts ->> 'together' = $1`,
    [row?.together],
  );
  expect(born[0]?.n).toBe(counted?.communes);
  expect((await province.page(at)).text).toContain('tiến độ trung bình');

  const own = await sql<{ id: string; version: number }>(
    `select t.id, l.version from task t join lifecycle l on l.id = t.id join appointment p on p.unit = t.unit join account a on a.id = p.account and a.username = 'commune'
      where t.words = $1`,
    [WORDS],
  );
  const told = await commune.json(
    'POST',
    `/api/v1/tasks/${own[0]?.id}/report`,
    { words: 'Đã rà soát xong' },
    {
      ...{ key: true, ifMatch: own[0]?.version ?? 0 },
    },
  );
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  const list = await province.page(taskPaths.together(row?.together ?? ''));
  expect(list.text).toMatch(
    new RegExp(`Giao cùng lúc cho ${counted?.communes} đơn vị: 0 đã xong, 1 chờ xem kết quả, 0 quá hạn`),
  );
  const sheet = await province.page(`${taskPaths.sheetWith({ xem: 'all', chung: row?.together })}&dang=json`);
  expect((JSON.parse(sheet.html) as { rows: unknown[] }).rows).toHaveLength(counted?.communes ?? 0);
  const seen = await commune.page(taskPaths.together(row?.together ?? ''));
  expect(seen.html.match(/<th scope="row"/g) ?? []).toHaveLength(1); // its own only
  expect((await commune.page(taskPaths.one(own[0]?.id ?? ''))).text).toContain('giao cùng lúc cho nhiều đơn vị');
}, 60_000);

it('a commune gives to nobody, and words that are no unit are refused', async () => {
  const give = (who: typeof commune, unit: string) =>
    who.json('POST', '/api/v1/tasks', { kind: 'plan', words: 'Thử', unit }, { key: true });
  expect((await give(commune, 'all')).status).toBe(404);
  expect((await give(province, 'everyone')).status).toBe(422);
});
