/** Art. 7.3.c: visits of the advisory team still to come are planned, told, reminded of, moved, called off and carried out. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { dossiersInRound, versionOf } from '../../../tests/support/council.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { remindOfVisits } from './visit-reminders.ts';

const app = await testApp();
const { asOwner } = app.database;
const today = systemClock.today();
const province = await app.signIn('province');
const [producer, commune] = [await app.signIn('producer'), await app.signIn('commune')];
await asOwner('delete from planned_visit');
const { dossiers } = await dossiersInRound(app, ['Miến hẹn khảo sát', 'Miến khác'], null);
const [id = '', other = ''] = dossiers;

const on = async (who: Client, dossier: string, path: string, body: object) =>
  who.json('POST', `/api/v1/dossiers/${dossier}/${path}`, body, { key: true, ifMatch: await versionOf(app, dossier) });
const PLAN = {
  ...{ visitOn: addDays(today, 6), startsAt: '8 giờ 30', place: 'Xưởng thôn Giả Định' },
  people: 'Lê Văn Hải, Sở Y tế\nHoàng Thị Mai, Sở Công Thương',
};
const notes = (words: string) =>
  asOwner<{ to: string | null; subject: string; body: string }>(
    `select coalesce(a.username, o.address) as to, o.subject, o.body from outbox o left join account a on a.id = o.account
      where o.about = $1 and o.subject like $2 order by o.created_at`,
    [id, `%${words}%`],
  );
const words = (day: string) => day.split('-').reverse().join('/');
let plan = '';

it('is planned with day, place and people; refused for days gone, to others, and from a browser that leaves something out', async () => {
  expect((await on(province, id, 'planned-visits', { ...PLAN, visitOn: addDays(today, -1) })).status).toBe(409);
  expect((await on(province, id, 'planned-visits', { ...PLAN, people: '' })).status).toBe(422);
  for (const who of ['producer', 'commune', 'council-secretary', 'ministry', 'auditor'])
    expect((await on(await app.signIn(who), id, 'planned-visits', PLAN)).status, who).toBe(404);
  const form = (await province.page(`/ho-so/${id}/khao-sat/hen`)).form('/khao-sat/hen');
  const wrong = await province.submit(form, { ...PLAN, visitOn: words(addDays(today, -3)) });
  expect([wrong.status, wrong.text.includes('Chọn ngày khảo sát từ hôm nay trở đi')]).toEqual([409, true]);
  expect(wrong.html).toContain('Hoàng Thị Mai');
  const done = await province.submit(form, { ...PLAN, visitOn: words(PLAN.visitOn) });
  expect(done.status).toBe(303);
  plan = done.location?.split('/').at(-1)?.split('?')[0] ?? '';
  const told = await notes('hẹn khảo sát thực tế');
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(['producer', 'commune']));
  expect(told[0]?.body).toContain(`${words(PLAN.visitOn)}, 8 giờ 30, tại Xưởng thôn Giả Định`);
});

it('stands on the dossier, in the calendar and its file, for those who read the dossier and nobody else', async () => {
  for (const who of [producer, commune, province]) {
    expect((await who.page(`/ho-so/${id}/khao-sat/hen/${plan}`)).text).toContain('Sắp khảo sát');
    expect((await (await who.fetch('/lich.ics')).text()).replace(/\r\n /g, '')).toContain(
      'Hẹn khảo sát: Miến hẹn khảo sát',
    );
  }
  expect((await producer.page(`/ho-so/${id}`)).text).toContain(
    `Sắp khảo sát thực tế ngày ${words(PLAN.visitOn)}, 8 giờ 30`,
  );
  for (const who of ['producer-2', 'commune-2', 'inspector', 'council-chair']) {
    const client = await app.signIn(who);
    expect((await client.page(`/ho-so/${id}/khao-sat/hen/${plan}`)).status, who).toBe(404);
    expect(await (await client.fetch('/lich.ics')).text(), who).not.toContain('Miến hẹn');
  }
  expect((await producer.page(`/ho-so/${id}/khao-sat/hen/${plan}`)).html).not.toContain('/doi');
  expect((await province.page(`/ho-so/${other}/khao-sat/hen/${plan}`)).status).toBe(404);
});

it('is moved with a reason; the producer reads both days, the calendar only the new one', async () => {
  const { people: _, ...body } = { ...PLAN, visitOn: addDays(today, 9), reason: 'Bão số 9' };
  expect((await on(province, id, `planned-visits/${plan}/move`, { ...body, reason: '' })).status).toBe(422);
  expect((await on(province, other, `planned-visits/${plan}/move`, body)).status).toBe(409);
  expect((await on(province, id, `planned-visits/${plan}/move`, body)).status).toBe(200);
  const [told] = await notes('dời ngày khảo sát');
  expect(told?.body).toContain(`Từ ngày ${words(PLAN.visitOn)}, 8 giờ 30 sang ngày ${words(body.visitOn)}`);
  expect(told?.body).toContain('Bão số 9');
  const ics = (await (await producer.fetch('/lich.ics')).text()).replace(/\r\n /g, '');
  expect(ics).toContain(`DTSTART;VALUE=DATE:${body.visitOn.replaceAll('-', '')}`);
  expect(ics.split('Hẹn khảo sát: Miến hẹn').length).toBe(2);
});

it('producer, commune and the team’s office are reminded once a step before the day, never on the day it was told', async () => {
  const made = await on(province, id, 'planned-visits', { ...PLAN, visitOn: addDays(today, 1) });
  expect(await remindOfVisits(app.database.db, today)).toBe(0);
  await on(province, id, `planned-visits/${String(made.body.plan)}/cancellation`, { reason: 'Thử' });
  expect(await remindOfVisits(app.database.db, addDays(today, 4))).toBe(0);
  expect(await remindOfVisits(app.database.db, addDays(today, 6))).toBe(1);
  expect(await remindOfVisits(app.database.db, addDays(today, 6))).toBe(0);
  const told = await notes('Sắp khảo sát thực tế');
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(['producer', 'commune', 'province']));
  expect(told[0]?.body).toContain('Còn 3 ngày');
  expect(await remindOfVisits(app.database.db, addDays(today, 8))).toBe(1);
  expect(await remindOfVisits(app.database.db, addDays(today, 30))).toBe(0);
});

it('becomes the visit recorded from it, once', async () => {
  const page = await province.page(`/ho-so/${id}/khao-sat/moi?hen=${plan}`);
  expect(page.html).toContain('Hoàng Thị Mai, Sở Công Thương');
  const form = page.form('/khao-sat/moi');
  const done = await province.submit(form, { findings: 'Nơi phơi sạch.' });
  expect(done.status).toBe(303);
  expect((await producer.page(`/ho-so/${id}/khao-sat/hen/${plan}`)).text).toContain('Đã khảo sát');
  const twice = await on(province, id, 'site-visits', {
    ...{ plan, visitedOn: today, place: 'x', people: 'x', findings: 'x' },
  });
  expect(twice.status).toBe(409);
  expect(await (await producer.fetch('/lich.ics')).text()).not.toContain('Hẹn khảo sát: Miến');
});

it('is called off with a reason, and then neither moved nor carried out', async () => {
  const made = await on(province, id, 'planned-visits', PLAN);
  const next = String(made.body.plan);
  expect((await on(province, id, `planned-visits/${next}/cancellation`, {})).status).toBe(422);
  expect((await on(producer, id, `planned-visits/${next}/cancellation`, { reason: 'x' })).status).toBe(404);
  expect((await on(province, id, `planned-visits/${next}/cancellation`, { reason: 'Đã đủ căn cứ' })).status).toBe(200);
  expect((await notes('hủy hẹn khảo sát')).at(-1)?.body).toContain('Đã đủ căn cứ');
  expect((await producer.page(`/ho-so/${id}`)).text).toContain('Lý do hủy: Đã đủ căn cứ');
  const { people: _, ...body } = { ...PLAN, reason: 'x' };
  expect((await on(province, id, `planned-visits/${next}/move`, body)).status).toBe(409);
  expect(await (await producer.fetch('/lich.ics')).text()).not.toContain('Hẹn khảo sát: Miến');
});
