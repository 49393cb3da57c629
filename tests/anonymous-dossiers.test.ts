/**
 * Dossiers judged without names (Art. 4.2, 7.3.b): before the opening no page, list, file, print, search, tag or refusal tells
 * a member whose product it is; a paper stays without names in all its versions (test 9). Afterwards everybody sees them.
 */
import { expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { checkInvariants } from '../src/platform/db/invariants.ts';
import { masked, prepared, told } from './support/anonymous.ts';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';
import { act, handIn, SCORERS, SET, sheetOf, versionOf } from './support/council.ts';
import { wordText } from './support/documents.ts';

const app = await testApp();
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (await app.signIn(key));
  people.set(key, client);
  return client;
};
const province = await as('province');
const secretary = await as('council-secretary');
const answers = demoSheet(await setIndexOf(SET), 4, 80);

it('a session cannot begin before every paper is looked through; words for everybody name nobody', async () => {
  const hidden = await prepared(app, province, 'council', 'trước');
  const { session, dossiers } = hidden;
  const begin = async (who: Client) =>
    who.json('POST', `/api/v1/sessions/${session}/start`, {}, { key: true, ifMatch: await versionOf(app, session) });
  const refused = await begin(secretary);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toMatch(/Mẫu số \d{3} \(còn 3 giấy tờ\)/);
  const agenda = { dossiers, agenda: 'Khai mạc. Chấm MIẾN  BÍ DANH TRƯỚC.' };
  const named = await province.json('PUT', `/api/v1/sessions/${session}/agenda`, agenda, {
    key: true,
    ifMatch: await versionOf(app, session),
  });
  expect(named.status).toBe(422);
  expect(JSON.stringify(named.body)).toContain('bỏ tên');
  await masked(app, province, hidden);
  expect((await begin(secretary)).status).toBe(200);
  const late = { dossier: dossiers[0], paper: hidden.papers[0]?.id, verdict: 'asIs' };
  const answer = await province.json('POST', `/api/v1/sessions/${session}/shown-papers`, late, {
    key: true,
    ifMatch: await versionOf(app, session),
  });
  expect(answer.status).toBe(409);
}, 120_000);

it.each(['scorers', 'council'] as const)(
  'test 9: before the opening nothing tells %s whose product it is; afterwards everybody sees it',
  async (rule) => {
    const hidden = await prepared(app, province, rule);
    const { names, session, dossiers } = hidden;
    const copies = await masked(app, province, hidden);
    await act(
      app,
      await as(rule === 'council' ? 'province' : 'council-secretary'),
      `/sessions/${session}/start`,
      {},
      session,
    );
    const kept = ['council-member-1', 'council-chair', ...(rule === 'council' ? ['council-secretary'] : [])];
    for (const key of kept) expect(await told(app, [key, await as(key)], hidden, copies)).toEqual([]);

    // What there is to judge from: the number, the pages the office shows, not one kept back, no file, no older copy.
    const member = await as('council-member-1');
    const sheet = await sheetOf(app, session, dossiers[0] ?? '', 'council-member-1');
    const page = await member.page(`/cham/${sheet}`);
    expect(page.text).toMatch(/Mẫu số \d{3}/);
    expect(page.text).toContain('2 trong 3 giấy tờ');
    const statusOf = async (path: string) => (await member.fetch(path)).status;
    expect(await Promise.all([1, 2, 3, 4].map((no) => statusOf(`/cham/${sheet}/giay/${no}/trang/1`)))).toEqual([
      200, 404, 200, 404,
    ]);
    for (const file of [...copies, hidden.papers[0]?.file]) expect(await statusOf(`/tep/${file}/trang/1`)).toBe(404);
    // Nobody but the author reaches the pages beside a sheet.
    expect((await (await as('council-member-2')).fetch(`/cham/${sheet}/giay/1/trang/1`)).status).toBe(404);
    expect((await province.page(`/phien/${session}`)).text).toContain(names.product);
    expect((await secretary.page(`/phien/${session}`)).text.includes(names.product)).toBe(rule === 'scorers');

    for (const key of SCORERS)
      for (const dossier of dossiers)
        expect((await handIn(app, await as(key), await sheetOf(app, session, dossier, key), answers)).status).toBe(200);
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    expect(await told(app, ['council-member-1', member], hidden, copies)).toEqual([]);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    expect((await member.page(`/phien/${session}`)).text).toContain(names.product);
    expect((await member.page(`/ho-so/${dossiers[0]}`)).text).toContain(names.producer);
    expect((await member.page(`/cham/${sheet}`)).text).toContain(`${names.paper}1`);
    const minutes = await secretary.fetch(`/phien/${session}/bien-ban.docx`);
    const said = wordText(new Uint8Array(await minutes.arrayBuffer()));
    expect(said).toMatch(new RegExp(`Mẫu số \\d{3}: ${names.product}, ${names.producer}`));
  },
  240_000,
);

it('a number stays the product’s own when the agenda changes', async () => {
  const { session, dossiers } = await prepared(app, province, 'scorers', 'sau');
  const numbers = async () =>
    Object.fromEntries(
      (
        await app.database.asOwner<{ dossier: string; n: string }>(
          'select dossier, blind_number as n from session_dossier where session = $1',
          [session],
        )
      ).map(({ dossier, n }) => [dossier, n]),
    );
  const before = await numbers();
  await act(app, province, `/sessions/${session}/agenda`, { dossiers: [...dossiers].reverse() }, session);
  expect(await numbers()).toEqual(before);
  expect(new Set(Object.values(before)).size).toBe(dossiers.length);
}, 60_000);

it('a reach given by hand before the opening is found by the nightly check', async () => {
  const { session, dossiers } = await prepared(app, province, 'scorers', 'đêm');
  const name = 'sheets-without-names-out-of-reach';
  const faults = async () => (await checkInvariants(app.database.db)).find((one) => one.name === name)?.faults;
  expect(await faults()).toEqual([]);
  await app.database.asOwner(
    `insert into seat_reach (subject, account, seat_role, seat)
      select $2, account, seat_role, seat from seat_reach where subject = $1 and seat_role = 'member' limit 1`,
    [session, dossiers[0]],
  );
  expect(await faults()).toHaveLength(1);
}, 60_000);
