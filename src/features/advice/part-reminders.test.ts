/** Art. 7.3.c: a member is reminded of the own part, the office when it is late; each step once, never after it was handed in. */
import { expect, it } from 'vitest';
import { adviserStage, NAME } from '../../../tests/support/adviser-stage.ts';
import { dossiersInRound } from '../../../tests/support/council.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { remindOfParts } from './part-reminders.ts';

const { app, province, adviser, team, assign, write, handIn, on } = await adviserStage();
const { db, asOwner } = app.database;
const { dossiers } = await dossiersInRound(app, ['Miến sắp đến hạn', 'Miến có báo cáo', 'Miến đổi hạn'], null);
const [dossier = '', reported = '', moved = ''] = dossiers;
const dueOn = addDays(systemClock.today(), 10);
await asOwner(`update account set email = 'adviser@example.vn' where username = 'adviser'`);
// What the stage and the demonstration gave out has last days of its own.
await asOwner('update advice_assignment set due_on = null');
expect((await assign(dossier, [team.member, team.leader], dueOn)).status).toBe(200);

const day = (days: number) => addDays(dueOn, days);
const told = async (about: string) => {
  const rows = await asOwner<{ subject: string; last: string; to: string }>(
    `select o.subject, o.body as last, coalesce(a.username, o.address) as to from outbox o left join account a on a.id = o.account
      where o.about = $1 and o.subject ~ 'hạn nộp phần thẩm tra' order by o.created_at, o.id`,
    [about],
  );
  return rows.map((row) => ({ ...row, last: row.last.split(', ').at(-1) }));
};
const since = async (about: string, days: number) => {
  const before = (await told(about)).length;
  const count = await remindOfParts(db, day(days));
  return { count, told: (await told(about)).slice(before) };
};

it('three days before, one day before and on the last day: the member alone, in the application and by e-mail', async () => {
  expect((await since(dossier, -4)).count).toBe(0);
  const first = await since(dossier, -3);
  expect(first.count).toBe(1);
  expect(first.told).toEqual(
    ['adviser', 'adviser@example.vn'].map((to) => ({
      ...{ subject: 'Sắp đến hạn nộp phần thẩm tra hồ sơ Miến sắp đến hạn', last: 'còn 3 ngày.', to },
    })),
  );
  expect((await since(dossier, -3)).count).toBe(0);
  expect((await since(dossier, -2)).count).toBe(0);
  expect((await since(dossier, -1)).told.map(({ last }) => last)).toEqual(['còn 1 ngày.', 'còn 1 ngày.']);
  expect((await since(dossier, 0)).told.map(({ last }) => last)).toEqual(
    Array(2).fill('hôm nay là ngày cuối.') as string[],
  );
  const [link] = await asOwner<{ link: string }>(
    `select link from outbox where about = $1 and subject ~ 'nộp phần thẩm tra' limit 1`,
    [dossier],
  );
  expect((await adviser.page(link?.link ?? '')).status).toBe(200);
});

it('when it has passed the office is told too, once; the leader without an account is nobody’s debtor', async () => {
  const late = await since(dossier, 1);
  expect(late.count).toBe(1);
  expect(new Set(late.told.map(({ subject }) => subject))).toEqual(
    new Set(['Đã quá hạn nộp phần thẩm tra hồ sơ Miến sắp đến hạn']),
  );
  expect(late.told.map(({ to }) => to)).toEqual(expect.arrayContaining(['adviser', 'adviser@example.vn', 'province']));
  const [office] = await asOwner<{ body: string }>(
    `select o.body from outbox o join account a on a.id = o.account where o.about = $1 and a.username = 'province'
        and o.subject ~ '^Đã quá hạn nộp phần' limit 1`,
    [dossier],
  );
  expect(office?.body).toContain(`${NAME} chưa nộp phần thẩm tra.`);
  expect([(await since(dossier, 2)).count, (await since(dossier, 9)).count]).toEqual([0, 0]);
});

it('a last day that is moved begins anew; a part handed in is not asked for, one given back is', async () => {
  expect((await assign(moved, [team.member], dueOn)).status).toBe(200);
  expect((await since(moved, -3)).count).toBe(1);
  expect((await assign(moved, [team.member], day(20))).status).toBe(200);
  expect((await since(moved, 0)).count).toBe(0);
  expect((await since(moved, 17)).told.map(({ last }) => last)).toContain('còn 3 ngày.');
  expect((await write(adviser, moved, team.member, { findings: { '1': 'Đủ.' } })).status).toBe(200);
  expect((await handIn(adviser, moved, team.member)).status).toBe(200);
  expect((await since(moved, 19)).count).toBe(0);
  const back = await on(province, moved, `advice-parts/${team.member}/return`, { reason: 'Ghi rõ hơn' });
  expect(back.status).toBe(200);
  expect((await since(moved, 19)).count).toBe(1);
});

it('whoever was charged today is not reminded today, nor after the report is recorded or the account taken off', async () => {
  const today = systemClock.today();
  const { dossiers: fresh } = await dossiersInRound(app, ['Miến giao hôm nay'], null);
  expect((await assign(fresh[0] ?? '', [team.member], addDays(today, 1))).status).toBe(200);
  await remindOfParts(db, today);
  expect(await told(fresh[0] ?? '')).toEqual([]);
  expect((await assign(reported, [team.member], dueOn)).status).toBe(200);
  await asOwner(`insert into advisory_report (dossier, number, dated) values ($1, '16/BC-TTV', current_date)`, [
    reported,
  ]);
  await remindOfParts(db, day(-1));
  expect(await told(reported)).toEqual([]);
  await asOwner('delete from advisory_report where dossier = $1', [reported]);
  await asOwner(`update advisory_team_member set account = null where id = $1`, [team.member]);
  await remindOfParts(db, day(-1));
  expect(await told(reported)).toEqual([]);
});
