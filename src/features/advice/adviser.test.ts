/**
 * Art. 7.3.b–c, 7.4.b–c: members of an advisory team with an account: how it is linked, what they reach, and when it ends.
 * Long because one member is followed through all of it.
 */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { adviserStage, NAME } from '../../../tests/support/adviser-stage.ts';
import { ADVISER, OFFICER } from '../../../tests/support/advisers.ts';
import { act, establish, MEMBERS, scoring, versionOf } from '../../../tests/support/council.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const {
  app,
  province,
  adviser,
  secretary,
  round,
  given,
  other,
  sitting,
  team,
  withTeam,
  put,
  link,
  on,
  assign,
  write,
  reads,
} = await adviserStage();

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
