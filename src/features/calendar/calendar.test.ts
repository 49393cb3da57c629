/** Section 4: one's own days by month, as a file and as an address to subscribe to; nothing hidden in any of them. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, dossiersInRound } from '../../../tests/support/council.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { icsOf } from './ics.ts';
import type { CalendarEvent } from './schema.ts';
import { daysOf, monthBeside, weeksOf } from './words.ts';

const app = await testApp();
const today = systemClock.today();
const held = addDays(today, 3);
await app.database.asOwner('update council_session set held_on = $1 where title = $2', [
  held,
  'Phiên thứ hai năm 2026 (giả định)',
]);

/** The file as a calendar program reads it: folded lines joined again. */
const unfolded = (ics: string) => ics.replace(/\r\n[ \t]/g, '');
const titles = (ics: string) => [...unfolded(ics).matchAll(/^SUMMARY:(.*?)\r$/gm)].map(([, title = '']) => title);
const fileOf = async (who: Client) => (await who.fetch('/lich.ics')).text();

async function subscribe(who: Client): Promise<string> {
  await who.json('POST', '/api/v1/account/calendar', {}, { key: true });
  const page = await who.page('/lich');
  return new URL(/id="dia-chi-lich">([^<]+)</.exec(page.html)?.[1] ?? '').pathname;
}

it('the file is iCalendar: CRLF, lines of 75 octets, whole days, a UID that stays, SEQUENCE that grows', () => {
  const event: CalendarEvent = {
    ...{
      uid: 'session-1',
      kind: 'session',
      day: '2026-12-31',
      title: `Họp, chấm; ${'đồng bằng '.repeat(12)}`,
      note: 'Phòng 1\nTầng 2',
    },
    ...{ href: '/phien/1', version: 4, changedAt: new Date('2026-11-03T01:02:03Z') },
  };
  const ics = icsOf([event, { ...event, uid: 'leave-1', kind: 'leave', until: '2027-01-02', note: null }], {
    baseUrl: 'https://ocop.vi-du.vn',
  });
  const lines = ics.split('\r\n');
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('VERSION:2.0');
  expect(lines).toContain('UID:session-1@ocop.vi-du.vn');
  expect(lines).toContain('SEQUENCE:4');
  expect(lines).toContain('DTSTAMP:20261103T010203Z');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
  expect(lines).toContain('DTEND;VALUE=DATE:20270101');
  expect(lines).toContain('DTEND;VALUE=DATE:20270103');
  expect(unfolded(ics)).toContain('SUMMARY:Họp\\, chấm\\; đồng bằng');
  expect(unfolded(ics)).toContain('LOCATION:Phòng 1\\nTầng 2');
  expect(ics).toBe(
    icsOf([event, { ...event, uid: 'leave-1', kind: 'leave', until: '2027-01-02', note: null }], {
      baseUrl: 'https://ocop.vi-du.vn',
    }),
  );
});

it('weeks begin on Monday and hold the whole month', () => {
  for (const month of ['2026-02', '2026-11', '2027-01', '2028-02']) {
    const weeks = weeksOf(month);
    expect(weeks.every((week) => week.length === 7 && new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(true);
    const days = weeks.flat();
    const [first, last] = daysOf(month);
    expect(days.indexOf(first)).toBeGreaterThanOrEqual(0);
    expect(days.indexOf(last) - days.indexOf(first) + 1).toBe(Number(last.slice(8)));
  }
  expect(monthBeside('2026-12', 1)).toBe('2027-01');
  expect(monthBeside('2026-01', -1)).toBe('2025-12');
});

it('S14 each reads what its own reads reach: a session is the members’ and the office’s, never the producer’s', async () => {
  const session = 'Họp Hội đồng: Phiên thứ hai năm 2026';
  for (const account of ['province', 'council-secretary', 'council-member-1', 'council-chair']) {
    expect(titles(await fileOf(await app.signIn(account))).join('\n'), account).toContain(session);
  }
  for (const account of ['producer', 'commune', 'inspector', 'ministry', 'central-member-1']) {
    expect(await fileOf(await app.signIn(account)), account).not.toContain('Phiên th');
  }
  for (const account of ['auditor', 'administrator']) {
    expect((await (await app.signIn(account)).fetch('/lich')).status, account).toBe(404);
  }
  expect((await app.visitor().page('/lich')).status).toBe(303);
});

it('18 the calendar of a deputy has the colleague’s terms and the days of the place', async () => {
  const secretary = await app.signIn('council-secretary');
  const before = titles(await fileOf(secretary));
  expect(before.some((title) => title.startsWith('Làm thay Chuyên viên OCOP'))).toBe(true);
  await app.database.asOwner('update delegation set valid_from = $1', [today]);
  await app.database.asOwner(`update lifecycle set due_on = $1 where process = 'dossier' and state = 'proposed'`, [
    addDays(today, 2),
  ]);
  const after = titles(await fileOf(secretary));
  expect(after.some((title) => title.includes('Đưa vào đợt'))).toBe(true);
  expect(before.some((title) => title.includes('Đưa vào đợt'))).toBe(false);
});

it('visits of the advisory team and last days of what it asked for stand with those who read the dossier', async () => {
  const { dossiers } = await dossiersInRound(app, ['Miến trong lịch'], null);
  const [dossier = ''] = dossiers;
  const province = await app.signIn('province');
  const visit = { visitedOn: today, place: 'Xưởng trong lịch', people: 'Một người', findings: 'Sạch.' };
  const request = { kind: 'test', what: 'Phiếu kiểm nghiệm', dueOn: addDays(today, 4) };
  await act(app, province, `/dossiers/${dossier}/site-visits`, visit, dossier);
  await act(app, province, `/dossiers/${dossier}/advice-requests`, request, dossier);
  for (const who of ['province', 'producer', 'commune']) {
    const seen = titles(await fileOf(await app.signIn(who)));
    expect(seen, who).toContain('Khảo sát thực tế: Miến trong lịch: Xưởng trong lịch');
    expect(seen, who).toContain('Hạn gửi giấy tờ Tổ tư vấn đề nghị: Miến trong lịch');
  }
  for (const who of ['producer-2', 'commune-2', 'council-member-1', 'inspector'])
    expect(await fileOf(await app.signIn(who)), who).not.toContain('Miến trong lịch');
});

it('the page shows the month, names the days, and an empty month says so', async () => {
  const province = await app.signIn('province');
  const page = await province.page(`/lich?thang=${held.slice(0, 7)}`);
  expect(page.text).toContain('Họp Hội đồng: Phiên thứ hai');
  expect((await province.page('/lich?thang=2039-05')).text).toContain('Tháng này chưa có gì');
  expect((await province.page('/lich?thang=nope')).status).toBe(200);
});

it('the address needs no session, is private, acts as its owner now, and ends when it is renewed, closed or its owner locked', async () => {
  const member = await app.signIn('council-member-1');
  const first = await subscribe(member);
  const answer = await app.visitor().fetch(first);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const body = await answer.text();
  expect(titles(body)).toEqual(titles(await fileOf(member)));
  expect(body).toContain('Phiên thứ hai');

  const second = await subscribe(member);
  expect(second).not.toBe(first);
  expect((await app.visitor().fetch(first)).status).toBe(404);
  expect((await app.visitor().fetch(second)).status).toBe(200);
  const token = second.split('/')[2] ?? '';
  const kept = await app.database.asOwner<{ row: string }>('select f::text as row from calendar_feed f');
  expect(kept.length).toBe(2);
  expect(kept.some(({ row }) => row.includes(token))).toBe(false);
  const moves = await app.database.asOwner<{ text: string }>(
    `select facts::text || coalesce(reason, '') as text from ledger where action like 'account.%Calendar'`,
  );
  expect(moves.length).toBe(2);
  expect(moves.some(({ text }) => text.includes(token))).toBe(false);

  for (const wrong of ['a'.repeat(43), token.slice(1), `${token}x`]) {
    expect((await app.visitor().fetch(`/lich/${wrong}/sao-lang.ics`)).status, wrong).toBe(404);
  }
  await app.database.asOwner(
    `update appointment set valid_to = $1 where account = (select id from account where username = 'council-member-1')`,
    [addDays(today, -1)],
  );
  expect((await app.visitor().fetch(second)).status, 'the role has ended').toBe(404);

  const secretary = await app.signIn('council-secretary');
  const third = await subscribe(secretary);
  expect((await app.visitor().fetch(third)).status).toBe(200);
  expect((await secretary.json('DELETE', '/api/v1/account/calendar', {}, { key: true })).status).toBe(200);
  expect((await app.visitor().fetch(third)).status).toBe(404);
  expect((await secretary.json('DELETE', '/api/v1/account/calendar', {}, { key: true })).status).toBe(409);
});
