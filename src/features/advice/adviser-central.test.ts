/** Art. 7.4.b–c: a member of the Ministry's team works on what the Ministry has taken in; a province's team reaches it no more. */
import { expect, it } from 'vitest';
import { adviserOf } from '../../../tests/support/advisers.ts';
import { testApp } from '../../../tests/support/app.ts';
import { act, morePeople, seat, versionOf } from '../../../tests/support/council.ts';

const app = await testApp();
const [ministry, province] = [await app.signIn('ministry'), await app.signIn('province')];
const [one, two] = await morePeople(app, 'adviser', 2);
if (!one || !two) throw new Error('nobody signed in');
const usernameOf = async (account: string) => {
  const [row] = await app.database.asOwner<{ username: string }>('select username from account where id = $1', [
    account,
  ]);
  return row?.username ?? '';
};

it('reach follows the level: the Ministry’s member from the taking in to the judging, a province’s member not at all', async () => {
  const [sent] = await app.database.asOwner<{ id: string; round: string; council: string }>(
    `select d.id, (select r.id from evaluation_round r where r.level = 'central' limit 1) as round,
            (select c.id from council c where c.level = 'province' order by c.id limit 1) as council
       from dossier d join lifecycle l on l.id = d.id where l.state = 'sentToMinistry' limit 1`,
  );
  if (!sent) throw new Error('no candidate was sent to the Ministry');
  const council = await act(app, ministry, '/councils', {
    ...{ name: 'Hội đồng OCOP cấp trung ương', act: '100/QĐ-BNNMT', actDate: '2026-06-20' },
    regulation: { act: '101/QĐ-BNNMT', quorumPercent: 60, chairRequired: true, spreadLimit: 10, gateBasis: 'mean' },
    seats: [seat('central-chair', 'chair'), seat('central-member-1', 'member'), seat('central-secretary', 'secretary')],
  });
  const central = await adviserOf(app, ministry, String(council.id), {
    ...{ name: 'Người thêm 1', username: await usernameOf(one.account) },
  });
  const local = await adviserOf(app, province, sent.council, {
    ...{ name: 'Người thêm 2', username: await usernameOf(two.account) },
  });
  // What the province's team was given when the dossier lay in its round.
  await app.database.asOwner(`insert into advice_assignment (dossier, level, member) values ($1, 'province', $2)`, [
    sent.id,
    local.member,
  ]);
  const path = `/ho-so/${sent.id}`;
  const seen = async () => [(await one.client.page(path)).status, (await two.client.page(path)).status];
  expect(await seen()).toEqual([404, 404]);
  await act(app, ministry, `/dossiers/${sent.id}/central-reception`, { round: sent.round }, sent.id);
  expect(await seen()).toEqual([404, 404]);
  await central.give(sent.id);
  expect(await seen()).toEqual([200, 404]);
  const part = `/api/v1/dossiers/${sent.id}/advice-parts/${central.member}`;
  const words = { findings: { '1': 'Vùng nguyên liệu đủ cho bốn năm.' } };
  expect((await one.client.json('PUT', part, words, { key: true, ifMatch: 0 })).status).toBe(200);
  expect((await one.client.json('POST', `${part}/submission`, {}, { key: true, ifMatch: 1 })).status).toBe(200);
  expect((await ministry.page(`${path}/phan-tham-tra/${central.member}`)).text).toContain('đủ cho bốn năm');
  expect((await ministry.page(`${path}/to-tu-van-trung-uong?ghep=co`)).html).toContain('đủ cho bốn năm');
  const give = { members: [central.member] };
  const ifMatch = await versionOf(app, sent.id);
  expect(
    (await province.json('PUT', `/api/v1/dossiers/${sent.id}/advisers`, give, { key: true, ifMatch })).status,
  ).toBe(404);
  const [row] = await app.database.asOwner<{ level: string }>('select level from advice_part where dossier = $1', [
    sent.id,
  ]);
  expect(row?.level).toBe('central');
});
