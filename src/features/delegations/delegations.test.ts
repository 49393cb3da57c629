/** Section 4 of the second issue: leave and delegations; test 18: acting for somebody shows both names. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { pdfWords } from '../../../tests/support/documents.ts';
import { act, done, proposedDossier, submittedDossier } from '../../../tests/support/dossiers.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
const OFFICER = 'Chuyên viên OCOP tỉnh (giả định)';
const SECRETARY = 'Thư ký hội đồng (giả định)';

const appointmentOf = async (username: string) => {
  const [row] = await app.database.asOwner<{ id: string }>(
    'select p.id from appointment p join account a on a.id = p.account where a.username = $1',
    [username],
  );
  return row?.id ?? '';
};
const leave = (who: Client, more: object = {}) =>
  who.json(
    'POST',
    '/api/v1/delegations',
    { cause: 'leave', from: today, to: addDays(today, 5), acts: [], number: '12/QĐ-SNNMT', dated: today, ...more },
    { key: true },
  );
const rowsOf = (subject: string) =>
  app.database.asOwner<{ action: string; actor_name: string; in_place_of: Record<string, string> | null }>(
    'select action, actor_name, in_place_of from ledger where subject = $1 order by no',
    [subject],
  );
const newestRow = async (subject: string) => (await rowsOf(subject)).at(-1);
const round = async (province: Client) => {
  const year = Number(today.slice(0, 4));
  const given = { year, no: 12, proposedBefore: `${year + 1}-06-30`, completedBefore: `${year + 2}-12-31` };
  return done(
    province.json('POST', '/api/v1/rounds', { ...given, inclusive: false, extra: true, act: '05/KH' }, { key: true }),
  );
};

it('18: the deputy sees the colleague’s work marked, acts in the colleague’s place, and both names stand everywhere', async () => {
  const dossier = await proposedDossier(app, today, { newProduct: 'Miến dong làm thay (giả định)' });
  const other = await proposedDossier(app, today, { newProduct: 'Miến dong hết hạn thay (giả định)' });
  const province = await app.signIn('province');
  const secretary = await app.signIn('council-secretary');
  const { id: into } = await round(province);
  expect((await act(secretary, dossier.id, 'acceptance', dossier.version, { round: into })).status).toBe(404);
  expect((await secretary.page('/viec-cua-toi')).text).not.toContain('Miến dong làm thay');

  const deputy = await appointmentOf('council-secretary');
  const made = await done(leave(province, { deputy, acts: ['dossiers'] }));
  const queue = await secretary.page('/viec-cua-toi');
  expect(queue.text).toContain(`Đang làm thay ${OFFICER} đến hết`);
  const filtered = await secretary.page('/viec-cua-toi?q=Miến+dong+làm+thay');
  expect(filtered.text).toContain(`Làm thay ${OFFICER}`);
  expect((await province.page('/viec-cua-toi?q=Miến+dong+làm+thay')).text).not.toContain('Làm thay');

  await done(act(secretary, dossier.id, 'acceptance', dossier.version, { round: into }));
  const row = await newestRow(dossier.id);
  expect(row).toMatchObject({ action: 'dossier.accept', actor_name: SECRETARY });
  expect(row?.in_place_of).toMatchObject({ name: OFFICER, delegation: made.id });
  const both = `${SECRETARY} thay ${OFFICER} theo văn bản số 12/QĐ-SNNMT ngày`;
  expect((await province.page(`/ho-so/${dossier.id}/so-ghi`)).text).toContain(both);
  expect((await province.page('/so-ghi')).text).toContain(both);
  const whole = await (await app.signIn('auditor')).page('/so-ghi');
  expect(whole.text).toContain(both);

  const slip = await province.fetch(`/ho-so/${dossier.id}/phieu-tinh.pdf`);
  const printed = await pdfWords(new Uint8Array(await slip.arrayBuffer()));
  expect(printed).toContain(`${SECRETARY} thay ${OFFICER}`);

  const drafted = await secretary.json(
    'POST',
    '/api/v1/decisions',
    { kind: 'recognition', dossiers: [] },
    { key: true },
  );
  expect(drafted.status, 'a decision is outside of it').toBe(404);

  const ended = { reason: 'Đã đi làm lại' };
  await done(secretary.json('POST', `/api/v1/delegations/${made.id}/end`, ended, { key: true, ifMatch: made.version }));
  expect((await act(secretary, other.id, 'acceptance', other.version, { round: into })).status).toBe(404);
  expect((await secretary.page('/viec-cua-toi')).text).not.toContain('Đang làm thay');
  const again = await secretary.json('POST', `/api/v1/delegations/${made.id}/end`, ended, {
    key: true,
    ifMatch: made.version + 1,
  });
  expect(again.status).toBe(409);
});

it('S36 the names of both are under the seal of the row', async () => {
  const broken = async () => {
    const [row] = await app.database.asOwner<{ count: number }>(
      `select count(*)::int as count from ledger l where l.hash <> sha256(convert_to(ledger_row_text(l), 'UTF8'))`,
    );
    return row?.count;
  };
  const rename = (from: string, to: string) =>
    app.database.asOwner(
      `update ledger set in_place_of = jsonb_set(in_place_of, '{name}', to_jsonb($2::text)) where in_place_of ->> 'name' = $1`,
      [from, to],
    );
  expect(await broken()).toBe(0);
  await app.database.asOwner('alter table ledger disable trigger user');
  await rename(OFFICER, 'Người khác');
  expect(await broken()).toBe(1);
  await rename('Người khác', OFFICER);
  await app.database.asOwner('alter table ledger enable trigger user');
  expect(await broken()).toBe(0);
});

it('in the same office own right comes first, but what lies in the colleague’s hand is done in the colleague’s place', async () => {
  await app.database.asOwner(
    `update appointment set unit = (select unit from appointment p join account a on a.id = p.account where a.username = 'commune')
      where account = (select id from account where username = 'commune-2')`,
  );
  const [commune, colleague] = [await app.signIn('commune'), await app.signIn('commune-2')];
  const mine = await submittedDossier(app, { newProduct: 'Miến dong của người vắng (giả định)' });
  const free = await submittedDossier(app, { newProduct: 'Miến dong chưa ai nhận (giả định)' });
  const received = await done(act(commune, mine.id, 'reception', mine.version));
  await done(leave(commune, { deputy: await appointmentOf('commune-2'), acts: ['dossiers'] }));

  const marked = await colleague.page('/viec-cua-toi?q=người+vắng');
  expect(marked.text).toContain('Làm thay Cán bộ xã 1 (giả định)');
  expect((await colleague.page('/viec-cua-toi?q=chưa+ai+nhận')).text).not.toContain('Làm thay Cán bộ xã 1');
  await done(act(colleague, mine.id, 'return', received.version, { reason: 'Thiếu giấy.' }));
  expect((await newestRow(mine.id))?.in_place_of).toMatchObject({ name: 'Cán bộ xã 1 (giả định)' });
  await done(act(colleague, free.id, 'reception', free.version));
  expect((await newestRow(free.id))?.in_place_of).toBeNull();
});

it('refuses another office, a role that may not, oneself, days gone by, a second deputy for the same acts, a stranger', async () => {
  const province = await app.signIn('province');
  const secretary = await appointmentOf('council-secretary');
  for (const wrong of ['commune', 'council-member-1', 'administrator', 'province']) {
    const answer = await leave(province, { deputy: await appointmentOf(wrong), acts: ['dossiers'] });
    expect(answer.status, wrong).toBe(409);
  }
  expect((await leave(province, { deputy: secretary, acts: [] })).body.code).toBe('delegationActs');
  const past = { from: addDays(today, -9), to: addDays(today, -2) };
  expect((await leave(province, past)).body.code).toBe('delegationPast');
  expect((await leave(province, { from: today, to: addDays(today, -1) })).body.code).toBe('delegationTo');
  const other = await leave(province, { appointment: await appointmentOf('commune') });
  expect(other.status, 'for somebody else').toBe(404);
  const kept = await done(leave(province, { deputy: secretary, acts: ['councils'] }));
  expect((await leave(province, { deputy: secretary, acts: ['councils'] })).status, 'given already').toBe(409);
  for (const account of ['producer', 'council-member-1', 'inspector']) {
    const stranger = await app.signIn(account);
    expect((await leave(stranger)).status, account).toBe(404);
    expect((await stranger.page(`/nghi-phep/${kept.id}`)).status, account).toBe(404);
  }
  const officer = await app.signIn('commune');
  expect((await officer.page(`/nghi-phep/${kept.id}`)).status, 'of another office').toBe(404);
  const end = { reason: 'Không phải việc của tôi' };
  const version = { key: true, ifMatch: kept.version };
  expect((await officer.json('POST', `/api/v1/delegations/${kept.id}/end`, end, version)).status).toBe(404);
});

it('the administrator records it for somebody ill, from the page of the account', async () => {
  const administrator = await app.signIn('administrator');
  const [account] = await app.database.asOwner<{ account: string }>(
    `select id as account from account where username = 'ministry'`,
  );
  const page = await administrator.follow(`/quan-tri/tai-khoan/${account?.account}`);
  expect(page.html).toContain(`/nghi-phep/moi?nguoi=${account?.account}`);
  const form = (await administrator.page(`/nghi-phep/moi?nguoi=${account?.account}`)).form('/nghi-phep/moi');
  const day = today.split('-').reverse().join('/');
  const given = { cause: 'illness', from: day, to: day, number: '7/GNO', dated: day };
  const sent = await administrator.submit(form, given);
  expect(sent.location).toMatch(/^\/nghi-phep\/[0-9a-f-]+$/);
  const shown = await administrator.follow(sent.location ?? '');
  expect(shown.text).toContain('Không có người làm thay');
  expect(shown.text).toContain('Nghỉ ốm');
  const mine = await administrator.page('/nghi-phep/moi');
  expect(mine.location, 'no place of the administrator’s own').toBe('/quan-tri/tai-khoan');
});

it('a colleague who has left the office, or whose account is locked, has no place to hand over', async () => {
  const secretary = await app.signIn('council-secretary');
  expect((await secretary.page('/viec-cua-toi')).text).toContain('Đang làm thay');
  await app.database.asOwner(
    `update appointment set valid_to = $1 where account = (select id from account where username = 'province')`,
    [addDays(today, -1)],
  );
  expect((await secretary.page('/viec-cua-toi')).text).not.toContain('Đang làm thay');
});
