/**
 * Art. 7.3.b–c, 7.4.b–c: members of an advisory team with an account: what they reach, write and hand in, and when it ends.
 * Long because one member is followed through all of it.
 */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ADVISER, OFFICER } from '../../../tests/support/advisers.ts';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, dossiersInRound, establish, MEMBERS, scoring, versionOf } from '../../../tests/support/council.ts';
import { pdfWords } from '../../../tests/support/documents.ts';
import { upload } from '../../../tests/support/dossiers.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const app = await testApp();
const [province, adviser, secretary] = await Promise.all(
  ['province', 'adviser', 'council-secretary'].map((who) => app.signIn(who)),
);
if (!province || !adviser || !secretary) throw new Error('nobody signed in');
const names = ['giao', 'không giao', 'lên phiên', 'của tổ khác'].map((one) => `Miến thẩm tra ${one}`);
const { dossiers, round } = await dossiersInRound(app, names, '15/BC-TTV');
const [given = '', other = '', sitting = ''] = dossiers;
const NAME = 'Lê Văn Hải';

/** A council with a team of two: the leader, and the member the account is for. */
async function withTeam(member = NAME): Promise<{ council: string; leader: string; member: string }> {
  const council = await establish(app, province as Client);
  await put(council, [
    { name: 'Vũ Thị Lan', organisation: 'Chi cục Phát triển nông thôn', leader: true },
    { name: member, organisation: 'Sở Y tế', leader: false },
  ]);
  const team = await app.database.asOwner<{ id: string }>(
    `select id from advisory_team_member where council = '${council}' and ended_at is null order by leader desc`,
  );
  return { council, leader: team[0]?.id ?? '', member: team[1]?.id ?? '' };
}
async function put(council: string, members: object[]): Promise<void> {
  const ifMatch = await versionOf(app, council);
  const answer = await province?.json(
    'PUT',
    `/api/v1/councils/${council}/advisory-team`,
    { members },
    { key: true, ifMatch },
  );
  expect(answer?.status).toBe(200);
}
const link = async (who: Client, council: string, member: string, body: object) =>
  who.json('POST', `/api/v1/councils/${council}/advisory-team/${member}/account`, body, {
    ...{ key: true, ifMatch: await versionOf(app, council) },
  });
const on = async (who: Client, id: string, path: string, body: object, method = 'POST') =>
  who.json(method, `/api/v1/dossiers/${id}/${path}`, body, { key: true, ifMatch: await versionOf(app, id) });
const assign = (id: string, members: string[], dueOn?: string) =>
  on(province as Client, id, 'advisers', { members, ...(dueOn ? { dueOn } : {}) }, 'PUT');
const draft = async (id: string, member: string): Promise<number> => {
  const [row] = await app.database.asOwner<{ v: number }>(
    `select draft_version as v from advice_part where dossier = '${id}' and member = '${member}'`,
  );
  return row?.v ?? 0;
};
const write = async (who: Client, id: string, member: string, body: object) =>
  who.json('PUT', `/api/v1/dossiers/${id}/advice-parts/${member}`, body, {
    key: true,
    ifMatch: await draft(id, member),
  });
const handIn = async (who: Client, id: string, member: string) =>
  who.json(
    'POST',
    `/api/v1/dossiers/${id}/advice-parts/${member}/submission`,
    {},
    {
      ...{ key: true, ifMatch: await draft(id, member) },
    },
  );
const inDays = async (days: number) => {
  const [row] = await app.database.asOwner<{ day: string }>(`select (current_date + ${days})::text as day`);
  return row?.day ?? '';
};
const reads = async (id: string, who = adviser) => (await who.page(`/ho-so/${id}`)).status;

const team = await withTeam();
expect((await link(province, team.council, team.member, { name: 'adviser' })).status).toBe(200);
expect((await assign(given, [team.member, team.leader], await inDays(4))).status).toBe(200);

describe('linking an account', () => {
  it('is the office’s, of the council at work; by an account of the same name, or by an invitation', async () => {
    const another = await withTeam('Trần Thị Mời');
    for (const who of [
      'commune',
      'council-secretary',
      'council-chair',
      'ministry',
      'auditor',
      'administrator',
      'adviser',
    ])
      expect(
        (await link(await app.signIn(who), another.council, another.member, { name: 'adviser' })).status,
        who,
      ).toBe(404);
    const refusals: [object, number][] = [
      [{}, 422],
      [{ name: 'khong-co-ai' }, 422],
      [{ name: 'council-member-1' }, 422], // somebody else's name
      [{ name: 'adviser' }, 422],
      [{ email: 'không phải thư' }, 422],
    ];
    for (const [body, status] of refusals)
      expect((await link(province, another.council, another.member, body)).status, JSON.stringify(body)).toBe(status);
    expect((await link(province, another.council, given, { name: 'adviser' })).status).toBe(422);
    const invited = await link(province, another.council, another.member, { email: 'moi-tham-tra@example.vn' });
    expect(invited.status, JSON.stringify(invited.body)).toBe(200);
    const [made] = await app.database.asOwner<{ role: string; state: string; by: string; name: string }>(
      `select p.role, l.state, g.actor as by, a.full_name as name from account a join lifecycle l on l.id = a.id join appointment p on p.account = a.id
         join ledger g on g.subject = a.id where a.username = 'moi-tham-tra@example.vn'`,
    );
    expect(made).toEqual({ role: 'adviser', state: 'invited', by: 'system:linkAdviser', name: 'Trần Thị Mời' });
    expect((await link(province, another.council, another.member, { email: 'x@example.vn' })).status).toBe(409);
    const [row] = await app.database.asOwner<{ actor: string; facts: { invited: boolean } }>(
      `select actor, facts from ledger where subject = '${another.council}' and action = 'council.linkAdviser'`,
    );
    expect([row?.actor, row?.facts.invited]).toEqual([OFFICER, true]);
  });

  it('somebody who sits in the council reads by the seat, not through the team', async () => {
    const seated = await withTeam('Thành viên 1');
    const answer = await link(province, seated.council, seated.member, { name: 'council-member-1' });
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('ngồi trong Hội đồng')]);
  });
});

describe('what a member reaches', () => {
  it('the dossiers given to them with papers, and nothing else', async () => {
    const home = await adviser.page('/viec-tham-tra');
    expect(home.text).toContain('Miến thẩm tra giao');
    expect(home.text).not.toContain('Miến thẩm tra không giao');
    expect(await reads(given)).toBe(200);
    const [paper] = await app.database.asOwner<{ id: string; file: string }>(
      `select p.id, p.file from dossier_paper d join paper p on p.id = d.paper where d.dossier = '${given}' limit 1`,
    );
    const [foreign] = await app.database.asOwner<{ file: string }>(
      `select p.file from dossier d join dossier_paper c on c.dossier = d.id join paper p on p.id = c.paper join lifecycle l on l.id = d.id
        where l.state = 'checking' and p.file not in (select x.file from dossier_paper y join paper x on x.id = y.paper where y.dossier = '${given}') limit 1`,
    );
    expect((await adviser.page(`/ho-so/${given}/doc/${paper?.id}`)).status).toBe(200);
    expect((await adviser.fetch(`/tep/${paper?.file}`)).status).toBe(200);
    expect((await adviser.fetch(`/tep/${foreign?.file}`)).status).toBe(404);
    for (const path of ['', '/phan-tham-tra', '/doc', '/viec-to-tu-van', '/to-tu-van', '/bao-cao-to-tu-van.pdf'])
      expect((await adviser.page(`/ho-so/${other}${path}`)).status, path).toBe(404);
    for (const path of [
      '/viec-to-tu-van',
      '/giao-to-tu-van',
      '/to-tu-van',
      '/khao-sat/hen',
      '/bao-cao-to-tu-van.pdf',
      '/so-ghi',
    ])
      expect((await adviser.page(`/ho-so/${given}${path}`)).status, path).toBe(404);
    for (const path of [
      '/phien',
      '/cham',
      '/hoi-dong',
      `/hoi-dong/${team.council}`,
      `/hoi-dong/${team.council}/to-tu-van`,
      '/dot',
      '/quyet-dinh',
      '/so-ghi',
    ])
      expect((await adviser.page(path)).status, path).toBe(404);
    const list = await adviser.page('/ho-so');
    expect(list.text).toContain('Miến thẩm tra giao');
    expect(list.text).not.toContain('Miến thẩm tra không giao');
  });

  it('another team’s member, a colleague without this dossier and other provinces reach nothing of it', async () => {
    await app.database.asOwner(`update advisory_team_member set account = null where id = '${team.member}'`);
    expect(await reads(given)).toBe(404);
    expect((await write(adviser, given, team.member, { findings: { '1': 'x' } })).status).toBe(404);
    await app.database.asOwner(`update advisory_team_member set account = '${ADVISER}' where id = '${team.member}'`);
    expect(await reads(given)).toBe(200);
    // The same person, as a member of another council's team: what this team was given stays out of reach.
    const second = await withTeam();
    await app.database.asOwner(`update advisory_team_member set ended_at = now() where id = '${team.member}'`);
    expect((await link(province, second.council, second.member, { name: 'adviser' })).status).toBe(200);
    expect(await reads(given)).toBe(404);
    await app.database.asOwner(`update advisory_team_member set ended_at = null where id = '${team.member}'`);
  });

  it('within a session of the council: reads on, writes no more; never a sheet or points; after it nothing', async () => {
    expect((await assign(sitting, [team.member])).status).toBe(200);
    const session = await scoring(app, { province, secretary, council: team.council, round, dossiers: [sitting] });
    expect(await reads(sitting)).toBe(200);
    expect((await adviser.page(`/ho-so/${sitting}/phan-tham-tra`)).text).toContain('Hội đồng đang xem xét');
    expect((await write(adviser, sitting, team.member, { findings: { '1': 'Muộn' } })).status).toBe(404);
    expect((await on(adviser, sitting, 'advice-requests', { kind: 'paper', what: 'x' })).status).toBe(404);
    const sheets = await app.database.asOwner<{ id: string }>(
      `select id from score_sheet where session = '${session}'`,
    );
    expect(sheets.length).toBeGreaterThan(MEMBERS.length);
    for (const path of [
      `/phien/${session}`,
      `/phien/${session}/bien-ban.pdf`,
      `/cham/${sheets[0]?.id}`,
      `/phien/${session}/ket-qua/${sitting}`,
    ])
      expect((await adviser.page(path)).status, path).toBe(404);
    for (const { id } of sheets)
      expect(
        (await adviser.json('POST', `/api/v1/sheets/${id}`, { answers: {} }, { key: true, ifMatch: 1 })).status,
      ).toBe(404);
    const { asOwner } = app.database;
    for (const [state, status] of [
      ['concluded', 404],
      ['sentToMinistry', 404],
      ['central', 404], // the Ministry's team is another
      ['centralSession', 404],
      ['recognised', 404],
      ['proposed', 404],
      ['inSession', 200],
    ] as const) {
      await asOwner('alter table lifecycle disable trigger user');
      await asOwner(`update lifecycle set state = '${state}' where id = '${sitting}'`);
      await asOwner('alter table lifecycle enable trigger user');
      expect(await reads(sitting), state).toBe(status);
      const home = await adviser.page('/viec-tham-tra');
      expect(home.text.includes('Miến thẩm tra lên phiên'), state).toBe(status === 200);
    }
  });

  it('who sits in the council, or in a session that has the dossier, does not reach it as an adviser', async () => {
    const { asOwner } = app.database;
    const seat = async (council: string) => {
      const [row] = await asOwner<{ id: string }>(
        `insert into council_seat (id, council, account, role, organisation, valid_from)
           values (gen_random_uuid(), '${council}', '${ADVISER}', 'member', 'x', current_date) returning id`,
      );
      return row?.id ?? '';
    };
    const leave = (id: string) => asOwner(`update council_seat set valid_to = current_date where id = '${id}'`);
    const own = await seat(team.council);
    expect(await reads(given)).toBe(404);
    await leave(own);
    expect(await reads(given)).toBe(200);
    // Another council judges it, without names, and the same person sits there.
    const nameless = await establish(app, province, [], { anonymous: 'scorers' });
    const there = await seat(nameless);
    const plan = { council: nameless, round, title: 'Phiên ẩn danh', mode: 'meeting', heldOn: '2026-12-01' };
    const session = String((await act(app, province, '/sessions', plan)).id);
    expect(await reads(given)).toBe(200);
    await act(app, province, `/sessions/${session}/agenda`, { dossiers: [given] }, session);
    expect(await reads(given)).toBe(404);
    const checks = await checkInvariants(app.database.db);
    expect(checks.find((one) => one.name === 'sheets-without-names-out-of-reach')?.faults).toEqual([]);
    await act(app, province, `/sessions/${session}/agenda`, { dossiers: [] }, session);
    expect(await reads(given)).toBe(200);
    await leave(there);
  });
});

describe('the own part', () => {
  const findings = { '1': 'Vùng nguyên liệu có hợp đồng.', '8': 'Tự công bố đủ.' };

  it('is a draft of its own until it is handed in by the member, with a row of the ledger', async () => {
    const file = await upload(adviser, 'ghi-chep.png');
    expect((await write(adviser, given, team.member, { findings: { '99': 'x' } })).status).toBe(422);
    expect((await write(adviser, given, team.leader, { findings })).status).toBe(404); // another's part
    expect((await write(province, given, team.member, { findings })).status).toBe(404);
    expect((await handIn(adviser, given, team.member)).status).toBe(409); // nothing written
    const saved = await write(adviser, given, team.member, { findings, proposal: 'Đề nghị xếp phiên.', files: [file] });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(saved.body).toMatchObject({ draftVersion: 1, handedIn: false });
    const late = { findings: { '1': 'Cũ' } };
    const stale = await adviser.json('PUT', `/api/v1/dossiers/${given}/advice-parts/${team.member}`, late, {
      key: true,
      ifMatch: 0,
    });
    expect(stale.status).toBe(412);
    const report = async () =>
      pdfWords(new Uint8Array(await (await province.fetch(`/ho-so/${given}/bao-cao-to-tu-van.pdf`)).arrayBuffer()));
    expect((await province.page(`/ho-so/${given}/viec-to-tu-van`)).text).toContain('Đang viết phần thẩm tra');
    expect((await province.page(`/ho-so/${given}/phan-tham-tra/${team.member}`)).status).toBe(404);
    expect((await province.fetch(`/tep/${file}`)).status).toBe(404);
    expect(await report()).not.toContain('Vùng nguyên liệu có hợp đồng');
    expect((await handIn(province, given, team.member)).status).toBe(404);
    expect((await handIn(adviser, given, team.member)).status).toBe(200);
    expect((await handIn(adviser, given, team.member)).status).toBe(409);
    expect((await write(adviser, given, team.member, { findings })).status).toBe(409);
    const [row] = await app.database.asOwner<{ actor: string; capacity: string; facts: object }>(
      `select actor, capacity, facts from ledger where subject = '${given}' and action = 'dossier.handInPart'`,
    );
    expect([row?.actor, row?.capacity]).toEqual([ADVISER, 'Thành viên Tổ tư vấn, Sở Y tế']);
    expect(row?.facts).toMatchObject({ member: team.member, matters: 2, files: 1 });
    expect((await province.fetch(`/tep/${file}`)).status).toBe(200);
    for (const who of ['producer', 'commune', 'producer-2']) {
      const client = await app.signIn(who);
      expect((await client.fetch(`/tep/${file}`)).status, who).toBe(404);
      expect((await client.page(`/ho-so/${given}/phan-tham-tra/${team.member}`)).status, who).toBe(404);
      expect((await client.page(`/ho-so/${given}`)).text, who).not.toContain('Vùng nguyên liệu có hợp đồng');
    }
    const printed = await report();
    for (const one of [
      'Phần thẩm tra của từng thành viên',
      `4.1. ${NAME}, Sở Y tế`,
      'Vùng nguyên liệu có hợp đồng',
      'Kèm theo: ghi-chep.png',
    ])
      expect(printed).toContain(one);
    const form = await province.page(`/ho-so/${given}/to-tu-van?ghep=co`);
    expect(form.html).toContain(`${NAME}, Sở Y tế:`);
    expect(form.html).toContain('- 8. Công bố chất lượng sản phẩm: Tự công bố đủ.');
    expect((await province.page(`/ho-so/${given}/to-tu-van`)).html).not.toContain('Tự công bố đủ.');
  });

  it('comes back with a reason, is mended and handed in again; the first one stays readable', async () => {
    const back = (who: Client, reason: string) => on(who, given, `advice-parts/${team.member}/return`, { reason });
    expect((await back(adviser, 'x')).status).toBe(404);
    expect((await back(province, ' ')).status).toBe(422);
    expect((await back(province, 'Ghi rõ số hợp đồng')).status).toBe(200);
    expect((await back(province, 'Lần nữa')).status).toBe(409);
    const page = await adviser.page(`/ho-so/${given}/phan-tham-tra`);
    for (const one of ['Ghi rõ số hợp đồng', 'Bản nộp lần 1']) expect(page.text).toContain(one);
    expect((await write(adviser, given, team.member, { findings: { '1': 'Mười hợp đồng.' } })).status).toBe(200);
    expect((await handIn(adviser, given, team.member)).status).toBe(200);
    const shown = await province.page(`/ho-so/${given}/phan-tham-tra/${team.member}`);
    for (const one of ['Mười hợp đồng.', 'Bản nộp lần 1', 'Vùng nguyên liệu có hợp đồng.'])
      expect(shown.text).toContain(one);
    const [kept] = await app.database.asOwner<{ n: number }>(
      `select count(*)::int as n from advice_part_handed h join advice_part p on p.id = h.part where p.member = '${team.member}' and p.dossier = '${given}'`,
    );
    expect(kept?.n).toBe(2);
  });

  it('members ask for papers while the setting lets them, and record the visits they took part in', async () => {
    const ask = { kind: 'test', what: 'Phiếu kiểm nghiệm chì', dueOn: await inDays(10) };
    expect((await on(adviser, given, 'advice-requests', ask)).status).toBe(200);
    const day = await inDays(0);
    await app.database.asOwner(`insert into setting (key, value, valid_from) values ('membersAsk', 'false', '${day}')`);
    const refused = await on(adviser, given, 'advice-requests', ask);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('cơ quan của Tổ tư vấn gửi')]);
    expect((await adviser.page(`/ho-so/${given}/phan-tham-tra`)).html).not.toContain('/de-nghi-bo-sung"');
    expect((await on(province, given, 'advice-requests', ask)).status).toBe(200);
    const visit = { visitedOn: day, place: 'Xưởng', people: 'Vũ Thị Lan, Tổ trưởng', findings: 'Sạch.' };
    expect((await on(adviser, given, 'site-visits', visit)).status).toBe(409);
    const made = await on(adviser, given, 'site-visits', { ...visit, people: `Vũ Thị Lan\n${NAME}, Sở Y tế` });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const office = await on(province, given, 'site-visits', visit);
    const minutes = async (of: unknown) =>
      on(adviser, given, `site-visits/${String(of)}/signed-minutes`, { file: await upload(adviser, 'bb.png') });
    expect((await minutes(office.body.visit)).status).toBe(409);
    expect((await minutes(made.body.visit)).status).toBe(200);
  });
});

describe('a dossier is not given to somebody of its own producer', () => {
  it('when the account acts for the producer: refused at the assignment and at the link; other signs are shown', async () => {
    const { rows } = await sql<{ producer: string }>`select producer from dossier where id = ${other}`.execute(
      app.database.db.app,
    );
    const own = await app.database.asOwner<{ id: string }>(
      `insert into appointment (id, account, role, producer, valid_from) values (gen_random_uuid(), '${ADVISER}', 'producer', '${rows[0]?.producer}', current_date) returning id`,
    );
    const refused = await assign(other, [team.member]);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining(NAME)]);
    expect((await assign(other, [team.leader])).status).toBe(200);
    expect((await province.page(`/ho-so/${other}/giao-to-tu-van`)).text).toContain(
      'Có thể liên quan: Có tài khoản làm việc cho chủ thể này.',
    );
    const fresh = await withTeam();
    expect((await assign(other, [fresh.member])).status).toBe(200);
    const linked = await link(province, fresh.council, fresh.member, { name: 'adviser' });
    expect([linked.status, linked.body.detail]).toEqual([409, expect.stringContaining('Miến thẩm tra không giao')]);
    await app.database.asOwner(`delete from appointment where id = '${own[0]?.id}'`);
  });
});

describe('it ends at the next request', () => {
  const open = async () => [await reads(given), (await adviser.page(`/ho-so/${given}/phan-tham-tra`)).status];

  it('with the assignment, the account taken off, the membership, the council, the account itself', async () => {
    expect(await open()).toEqual([200, 200]);
    expect((await assign(given, [team.leader])).status).toBe(200);
    expect(await open()).toEqual([404, 404]);
    expect((await assign(given, [team.member])).status).toBe(200);
    expect(await open()).toEqual([200, 200]);
    const off = async () =>
      province.json(
        'POST',
        `/api/v1/councils/${team.council}/advisory-team/${team.member}/account/removal`,
        {},
        {
          ...{ key: true, ifMatch: await versionOf(app, team.council) },
        },
      );
    expect((await off()).status).toBe(200);
    expect((await off()).status).toBe(409);
    expect(await open()).toEqual([404, 404]);
    expect((await link(province, team.council, team.member, { name: 'adviser' })).status).toBe(200);
    expect(await open()).toEqual([200, 200]);
    await put(team.council, [{ name: 'Vũ Thị Lan', organisation: 'Chi cục Phát triển nông thôn', leader: true }]);
    expect(await open()).toEqual([404, 404]);
    expect((await adviser.page('/viec-tham-tra')).text).not.toContain('Miến thẩm tra giao');
    const last = await withTeam();
    expect((await link(province, last.council, last.member, { name: 'adviser' })).status).toBe(200);
    expect((await assign(given, [last.member])).status).toBe(200);
    expect(await open()).toEqual([200, 200]);
    await act(app, province, `/councils/${last.council}/dissolution`, { reason: 'Hết nhiệm kỳ' }, last.council);
    expect(await open()).toEqual([404, 404]);
    const again = await withTeam();
    expect((await link(province, again.council, again.member, { name: 'adviser' })).status).toBe(200);
    expect((await assign(given, [again.member])).status).toBe(200);
    expect(await open()).toEqual([200, 200]);
    const administrator = await app.signIn('administrator');
    await act(app, administrator, `/accounts/${ADVISER}/disable`, { reason: 'Nghỉ việc' }, ADVISER);
    expect((await adviser.page(`/ho-so/${given}`)).status).toBe(303);
  });
});
