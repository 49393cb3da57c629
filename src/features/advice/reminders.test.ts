/** Art. 7.3.c: producer and commune are reminded of what the advisory team asked for, each step once, and never after it came. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, dossiersInRound } from '../../../tests/support/council.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { remindOfRequests } from './reminders.ts';

const app = await testApp();
const province = await app.signIn('province');
const { dossiers } = await dossiersInRound(app, ['Miến được nhắc'], null);
const [dossier = ''] = dossiers;
const dueOn = addDays(systemClock.today(), 10);
const request = { kind: 'test', what: 'Phiếu kiểm nghiệm chì', dueOn };
await act(app, province, `/dossiers/${dossier}/advice-requests`, request, dossier);
// The demonstration has a request of its own.
await app.database.asOwner('update advice_request set answered_on = current_date where dossier <> $1', [dossier]);

const told = async () =>
  (
    await app.database.asOwner<{ subject: string; body: string; to: string }>(
      `select o.subject, o.body, coalesce(a.username, o.address) as to from outbox o left join account a on a.id = o.account
        where o.about = $1 and o.subject ~ 'hạn bổ sung hồ sơ Miến được nhắc' order by o.created_at, 3`,
      [dossier],
    )
  ).map(({ subject, body, to }) => ({ subject, to, last: body.split('\n').at(-1) }));

it('three days before, one day before, and once when it has passed', async () => {
  const on = (days: number) => remindOfRequests(app.database.db, addDays(dueOn, days));
  expect(await on(-4)).toBe(0);
  expect(await on(-3)).toBe(1);
  expect(await on(-3)).toBe(0);
  const first = await told();
  expect(new Set(first.map(({ to }) => to))).toEqual(
    new Set(first.map(({ to }) => to).concat(['producer', 'commune'])),
  );
  expect(first.every(({ last }) => last?.endsWith('còn 3 ngày.'))).toBe(true);
  expect([await on(-2), await on(-1), await on(0)]).toEqual([0, 1, 0]);
  expect([await on(1), await on(2)]).toEqual([1, 0]);
  expect((await told()).at(-1)).toMatchObject({ subject: 'Đã quá hạn bổ sung hồ sơ Miến được nhắc' });
});

it('what was sent is not asked for again', async () => {
  const second = { ...request, dueOn: addDays(dueOn, 30) };
  await act(app, province, `/dossiers/${dossier}/advice-requests`, second, dossier);
  const [row] = await app.database.asOwner<{ id: string }>(
    'select id from advice_request where dossier = $1 order by due_on desc limit 1',
    [dossier],
  );
  const producer = await app.signIn('producer');
  await act(app, producer, `/dossiers/${dossier}/advice-requests/${row?.id}/answer`, { answer: 'Đã gửi' }, dossier);
  const before = await told();
  await remindOfRequests(app.database.db, addDays(dueOn, 29));
  expect(await told()).toEqual(before);
});
