/** Section 4 of the third issue: a deputy of another office of the same unit; two heads, one orders and one agrees. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, done, submittedDossier } from '../../../tests/support/dossiers.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
const [ECONOMY, OFFICE] = ['Phòng Kinh tế', 'Văn phòng HĐND và UBND'];

/** Seats an account of the demonstration as an officer of the first commune. */
const seatAt = (username: string, organisation: string, heads: boolean) =>
  app.database.asOwner(
    `update appointment set role = 'commune', organisation = $2, heads_office = $3, unit =
       (select p.unit from appointment p join account a on a.id = p.account where a.username = 'commune')
      where account = (select id from account where username = $1)`,
    [username, organisation, heads],
  );
await seatAt('commune', ECONOMY, true);
await seatAt('auditor', ECONOMY, false);
await seatAt('commune-2', OFFICE, false);
await seatAt('inspector', OFFICE, true);
const signIn = (username: string) => app.signIn(username);
const [head, staff, deputy, otherHead] = await Promise.all(
  ['commune', 'auditor', 'commune-2', 'inspector'].map(signIn),
);
if (!head || !staff || !deputy || !otherHead) throw new Error('nobody signed in');

const appointmentOf = async (username: string) => {
  const [row] = await app.database.asOwner<{ id: string }>(
    'select p.id from appointment p join account a on a.id = p.account where a.username = $1',
    [username],
  );
  return row?.id ?? '';
};
const leave = (who: Client, more: object) =>
  who.json(
    'POST',
    '/api/v1/delegations',
    { cause: 'leave', from: today, to: addDays(today, 3), acts: ['dossiers'], number: '9/GNP', dated: today, ...more },
    { key: true },
  );
const agree = (who: Client, one: { id: string; version: number }) =>
  who.json('POST', `/api/v1/delegations/${one.id}/agreement`, {}, { key: true, ifMatch: one.version });
const end = (who: Client, one: { id: string; version: number }) =>
  who.json(
    'POST',
    `/api/v1/delegations/${one.id}/end`,
    { reason: 'Không bố trí được người' },
    { key: true, ifMatch: one.version },
  );

it('18: it holds when the head of the deputy’s office has agreed, by the pages, and both names stand in the ledger', async () => {
  const mine = await submittedDossier(app, { newProduct: 'Miến dong liên phòng (giả định)' });
  const received = await done(act(head, mine.id, 'reception', mine.version));
  const form = (await head.page('/nghi-phep/moi')).form('/nghi-phep/moi');
  const day = today.split('-').reverse().join('/');
  const given = { cause: 'leave', from: day, to: day, deputy: await appointmentOf('commune-2'), acts: ['dossiers'] };
  const sent = await head.submit(form, { ...given, number: '9/GNP', dated: day });
  const shown = await head.follow(sent.location ?? '');
  expect(shown.text).toContain(`chờ người đứng đầu ${OFFICE} đồng ý`);
  expect(shown.html, 'not by the head of who is away').not.toContain('/dong-y');
  const queue = await deputy.page('/viec-cua-toi');
  expect(queue.text).not.toContain('Đang làm thay');
  expect((await deputy.page(sent.location ?? '')).html, 'nor by the deputy').not.toContain('/dong-y');

  const asked = await otherHead.page(sent.location ?? '');
  const agreed = await otherHead.submit(asked.form('/dong-y'));
  expect((await otherHead.follow(agreed.location ?? '')).text).toContain('Kiểm tra viên (giả định) đã đồng ý');
  expect((await deputy.page('/viec-cua-toi')).text).toContain('Đang làm thay Cán bộ xã 1 (giả định)');
  await done(act(deputy, mine.id, 'return', received.version, { reason: 'Thiếu giấy.' }));
  const [row] = await app.database.asOwner<{ actor_name: string; in_place_of: { name: string } }>(
    'select actor_name, in_place_of from ledger where subject = $1 order by no desc limit 1',
    [mine.id],
  );
  expect(row?.actor_name).toBe('Cán bộ xã 2 (giả định)');
  expect(row?.in_place_of).toMatchObject({ name: 'Cán bộ xã 1 (giả định)' });
  const id = sent.location?.split('/').at(-1) ?? '';
  await done(end(otherHead, { id, version: 2 }));
  expect((await deputy.page('/viec-cua-toi')).text).not.toContain('Đang làm thay');
});

it('competence is asked on both sides: who is no head does not order it, who is not the other head does not agree', async () => {
  const to = await appointmentOf('commune-2');
  const own = await leave(staff, { deputy: to });
  expect(own.status).toBe(409);
  expect(own.body.code).toBe('delegationHead');
  expect((await staff.page('/nghi-phep/moi')).text, 'not even offered').not.toContain('Cán bộ xã 2');
  const foreign = await leave(otherHead, { appointment: await appointmentOf('commune') });
  expect(foreign.status, 'the staff of another office').toBe(404);
  const noHead = await leave(staff, { appointment: await appointmentOf('commune') });
  expect(noHead.status, 'a colleague’s leave, by who heads nothing').toBe(404);
  const administrator = await app.signIn('administrator');
  const byAdmin = await leave(administrator, { appointment: await appointmentOf('auditor'), deputy: to });
  expect(byAdmin.status).toBe(409);

  const asked = await done(leave(head, { appointment: await appointmentOf('auditor'), deputy: to }));
  for (const who of [head, staff, deputy]) {
    const answer = await agree(who, asked);
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('delegationAgreer');
  }
  for (const who of ['administrator', 'producer', 'province', 'council-member-1'])
    expect((await agree(await signIn(who), asked)).status, who).toBe(404);
  const refused = await done(end(otherHead, asked));
  expect((await agree(otherHead, refused)).status, 'agreed after it was refused').toBe(409);
  expect((await otherHead.page(`/nghi-phep/${asked.id}`)).text).toContain('Không bố trí được người');
});

it('an office without a head’s account agrees to nothing, and an agreement lasts while the deputy is of that place', async () => {
  const to = await appointmentOf('commune-2');
  await seatAt('inspector', OFFICE, false);
  const headless = await leave(head, { appointment: await appointmentOf('auditor'), deputy: to });
  expect(headless.body.code).toBe('delegationHeadless');
  await seatAt('inspector', OFFICE, true);
  const asked = await done(leave(head, { appointment: await appointmentOf('auditor'), deputy: to }));
  await done(agree(otherHead, asked));
  expect((await deputy.page('/viec-cua-toi')).text).toContain('Đang làm thay Kiểm toán viên');
  await app.database.asOwner('update appointment set valid_to = $2 where id = $1', [to, addDays(today, -1)]);
  await app.database.asOwner(
    `insert into appointment (id, account, role, unit, organisation, valid_from)
     select gen_random_uuid(), account, role, unit, 'Công an xã', $2 from appointment where id = $1`,
    [to, today],
  );
  const moved = await signIn('commune-2');
  expect((await moved.page('/viec-cua-toi')).text).not.toContain('Đang làm thay');
});

it('the head records leave of the office’s people from the own form; the administrator says who heads an office', async () => {
  const page = await head.page('/nghi-phep/moi');
  const [account] = await app.database.asOwner<{ id: string }>(`select id from account where username = 'auditor'`);
  expect(page.html).toContain(`/nghi-phep/moi?nguoi=${account?.id}`);
  const form = (await head.page(`/nghi-phep/moi?nguoi=${account?.id}`)).form('/nghi-phep/moi');
  const day = addDays(today, 20).split('-').reverse().join('/');
  const sent = await head.submit(form, { cause: 'illness', from: day, to: day, number: '1/GNO', dated: today });
  expect((await head.follow(sent.location ?? '')).text).toContain('Kiểm toán viên (giả định) vắng');
  expect((await staff.page(`/nghi-phep/moi?nguoi=${account?.id}`)).status, 'one’s own').toBe(200);
  const other = await app.database.asOwner<{ id: string }>(`select id from account where username = 'commune'`);
  expect((await staff.page(`/nghi-phep/moi?nguoi=${other[0]?.id}`)).status).toBe(404);

  const administrator = await signIn('administrator');
  const [unit] = await app.database.asOwner<{ unit: string }>(
    `select p.unit from appointment p join account a on a.id = p.account where a.username = 'commune'`,
  );
  const place = { role: 'commune', unit: unit?.unit, organisation: ECONOMY, headsOffice: true };
  const invited = await administrator.json(
    'POST',
    '/api/v1/accounts',
    { fullName: 'Phạm Thị Đứng Đầu', email: 'dung.dau@vi-du.vn', ...place },
    { key: true },
  );
  const shown = await administrator.page(`/quan-tri/tai-khoan/${invited.body.id}`);
  expect(shown.text).toContain(`Cán bộ xã, ${ECONOMY} (đứng đầu cơ quan)`);
});
