/** U21: producer and commune are told before a certificate ends, once a certificate and step (R8.1). */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { remindOfExpiry } from './reminders.ts';

const app = await testApp();
const { database } = app;
const today = systemClock.today();
const product = demoId('product', 'mien-dong');
const ask = (day: string) => remindOfExpiry(database.db, { day, baseUrl: 'https://ocop.example.vn' });

const [chosen] = await database.asOwner<{ id: string }>(
  'select id from recognition where dossier is not null order by id limit 1',
);
const id = chosen?.id ?? '';

/** One certificate of the demonstration's producer that ends on a day; all others long ended. */
async function certificate(expires: string, state = 'inForce', extendedTo: string | null = null): Promise<void> {
  await database.asOwner(`update recognition set expires_earliest = '2020-01-01', expires_latest = '2020-01-01',
    issued_earliest = '2017-01-01', issued_latest = '2017-01-01', extended_to = null`);
  await database.asOwner(
    `update recognition set product = '${product}', expires_earliest = '${expires}', expires_latest = '${expires}',
       certificate_number = 'GCN-THU', star = 4, extended_to = ${extendedTo === null ? 'null' : `'${extendedTo}'`} where id = '${id}'`,
  );
  await database.asOwner('alter table lifecycle disable trigger user');
  await database.asOwner(`update lifecycle set state = '${state}' where id = '${id}'`);
  await database.asOwner('alter table lifecycle enable trigger user');
}

const letters = () =>
  database.asOwner<{ channel: string; subject: string; body: string; username: string; link: string }>(
    `select o.channel, o.subject, o.body, a.username, o.link from outbox o join account a on a.id = o.account
      join certificate_reminder c on c.recognition = o.about order by o.channel, a.username`,
  );

beforeEach(async () => {
  await database.asOwner(`delete from outbox where about in (select recognition from certificate_reminder)`);
  await database.asOwner('delete from certificate_reminder');
});

describe('U21 reminders before a certificate ends', () => {
  it('reach the producer’s and the commune’s accounts, as a note and as a letter with the address', async () => {
    await certificate(addDays(today, 180));
    await database.asOwner(
      `update account set email = username || '@example.vn' where username in ('producer', 'commune')`,
    );
    expect(await ask(today)).toBe(1);
    const told = await letters();
    expect([...new Set(told.map(({ channel, username }) => `${channel} ${username}`))]).toEqual(
      expect.arrayContaining(['app commune', 'app producer', 'email commune', 'email producer']),
    );
    const mail = told.find(({ channel, username }) => channel === 'email' && username === 'producer');
    expect(mail?.subject).toContain('sắp hết hạn');
    expect(mail?.body).toContain('Nộp hồ sơ đánh giá lại từ ngày');
    expect(mail?.body).toContain('https://ocop.example.vn/cua-toi/chung-nhan');
  });

  it('come once a step, however often it is asked, from 211 days before the end to long after it', async () => {
    const end = addDays(today, 211);
    await certificate(end);
    const steps: string[] = [];
    for (const left of [211, 210, 209, 181, 180, 179, 151, 150, 131, 130, 129, 60, 1, 0, -1, -30, -31]) {
      const day = addDays(end, -left);
      const [first, again] = [await ask(day), await ask(day)];
      if (first === 1) steps.push(String(left));
      expect(again, day).toBe(0);
    }
    expect(steps).toEqual(['210', '180', '150', '130', '0']);
  });

  it('after a stop of months only the newest one comes, and several processes at once tell once', async () => {
    await certificate(addDays(today, 125));
    const counts = await Promise.all([1, 2, 3].map(() => ask(today)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    const rows = await database.asOwner<{ step: number }>('select step from certificate_reminder');
    expect(rows).toEqual([{ step: 130 }]);
    expect((await letters())[0]?.body).not.toContain('Hạn nộp hồ sơ đánh giá lại là ngày');
  });

  it.each(['superseded', 'revoked', 'annulled'])('none for a %s certificate', async (state) => {
    await certificate(addDays(today, 150), state);
    expect(await ask(today)).toBe(0);
  });

  it('none for certificates of uncertain end and those that ended long ago; a prolonged one only at its new end', async () => {
    await certificate(addDays(today, -31));
    expect(await ask(today)).toBe(0);
    await certificate(addDays(today, -10), 'inForce', addDays(today, 100));
    expect(await ask(today)).toBe(0);
    expect(await ask(addDays(today, 100))).toBe(1);
    await database.asOwner('delete from certificate_reminder');
    await database.asOwner(
      `update recognition set extended_to = null, expires_earliest = '${addDays(today, 150)}', expires_latest = '${addDays(today, 151)}' where id = '${id}'`,
    );
    expect(await ask(today)).toBe(0);
  });

  it('on days the office set, shown on the page of settings; nonsense is refused', async () => {
    await certificate(addDays(today, 90));
    const administrator = await app.signIn('administrator');
    const change = (value: string) =>
      administrator.json(
        'POST',
        '/api/v1/settings',
        { key: 'reminderDays', value, validFrom: today, note: 'Thử' },
        { key: true },
      );
    for (const wrong of ['30, 90', 'sớm', '0', '90, 90', ''])
      expect([409, 422], wrong).toContain((await change(wrong)).status);
    expect((await change('90, 30')).status).toBe(200);
    expect((await administrator.page('/quan-tri/thiet-lap')).text).toContain('90, 30 ngày');
    expect(await ask(today)).toBe(1);
    expect(await ask(addDays(today, 60))).toBe(1);
  });

  it('lead the producer to a renewal that is prefilled from what is known', async () => {
    await certificate(addDays(today, 150));
    const producer = await app.signIn('producer');
    const own = await producer.page('/cua-toi/chung-nhan');
    const [, start = ''] = /href="(\/cua-toi\/ho-so\/moi\?product=[^"]+kind=reEvaluation)"/.exec(own.html) ?? [];
    expect(start).toContain(product);
    const page = await producer.follow(start.replaceAll('&amp;', '&'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Đánh giá lại');
  });
});
