/** Blind tasting: nobody knows which code is which product before the end, but the one who pours; notes are their writer's alone. */
import { beforeAll, expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { sha256 } from '../src/features/councils/record.ts';
import { keyHash } from '../src/law/flight.ts';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';
import { act, dossiersInRound, establish, handIn, SCORERS, SET, scoring, sheetOf } from './support/council.ts';
import { pdfWords } from './support/documents.ts';

const app = await testApp();
const PRODUCTS = ['Miến nếm A', 'Miến nếm B', 'Miến nếm C'];
const [MEMBER, OTHER, BACK] = ['council-member-1', 'council-member-2', 'council-member-4'];
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (await app.signIn(key));
  people.set(key, client);
  return client;
};
let session = '';
let dossiers: string[] = [];
let flight = '';
const make = async (key: string, body: object) =>
  (await as(key)).json('POST', `/api/v1/sessions/${session}/flights`, { title: 'Lượt miến', ...body }, { key: true });
const codesOn = (text: string) => [...text.matchAll(/mã (\d{3}) Mức thích/g)].map(([, code]) => code ?? '');
const stored = async () =>
  (
    await app.database.asOwner<{ seed: string; seal: string; key: { code: string; dossier: string }[] }>(
      `select seed, key_hash as seal, (select json_agg(json_build_object('code', code, 'dossier', dossier) order by code)
         from tasting_dish where flight = f.id) as key from tasting_flight f where id = $1`,
      [flight],
    )
  )[0];

beforeAll(async () => {
  const made = await dossiersInRound(app, PRODUCTS);
  const start = { province: await as('province'), secretary: await as('council-secretary') };
  const council = await establish(app, start.province);
  session = await scoring(app, { ...made, ...start, council });
  dossiers = made.dossiers;
  const sheet = await sheetOf(app, session, dossiers[2] ?? '', BACK);
  const [row] = await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [sheet]);
  const stepBack = { seat: row?.seat, dossier: dossiers[2], reason: 'Người nhà' };
  await act(app, start.secretary, `/sessions/${session}/recusals`, stepBack, session);
}, 120_000);

it('is made by the secretary, of two to eight products of the session', async () => {
  const one = await make('council-secretary', { dossiers: dossiers.slice(0, 1) });
  expect([one.status, String(one.body.detail)]).toEqual([409, expect.stringContaining('Chọn từ 2 đến 8 sản phẩm')]);
  expect((await make('council-secretary', { dossiers: [dossiers[0], crypto.randomUUID()] })).status).toBe(422);
  for (const key of ['council-chair', MEMBER, 'province', 'auditor'])
    expect([key, (await make(key, { dossiers })).status]).toEqual([key, 404]);
  const secretary = await as('council-secretary');
  expect((await secretary.page(`/phien/${session}/hop`)).html).toContain(`/phien/${session}/nem`);
  const form = (await secretary.page(`/phien/${session}/nem`)).form('/nem');
  const done = await secretary.submit(form, { title: 'Lượt miến', dossiers });
  flight = done.location?.slice('/nem/'.length) ?? '';
  expect(done.status).toBe(303);
});

it('each member finds the codes in an order of the own and no product; nobody learns key or seed', async () => {
  const key = await stored();
  const orders = new Map<string, string[]>();
  for (const who of SCORERS) {
    const page = await (await as(who)).page(`/nem/${flight}`);
    orders.set(who, codesOn(page.text));
    for (const name of PRODUCTS) expect([who, page.text]).toEqual([who, expect.not.stringContaining(name)]);
    expect(page.html).not.toContain(key?.seed);
    expect(page.html).toContain(key?.seal);
  }
  const all = key?.key.map(({ code }) => code) ?? [];
  for (const who of SCORERS.filter((one) => one !== BACK)) expect(orders.get(who)?.toSorted()).toEqual(all);
  const hidden = key?.key.find(({ dossier }) => dossier === dossiers[2])?.code;
  expect(orders.get(BACK)?.toSorted()).toEqual(all.filter((code) => code !== hidden));
  for (const who of ['council-secretary', ...SCORERS, 'province', 'auditor'])
    expect([who, (await (await as(who)).page(`/nem/${flight}/ma`)).status]).toEqual([who, 404]);
  for (const who of ['province', 'auditor', 'commune'])
    expect([who, (await (await as(who)).page(`/nem/${flight}`)).status]).toEqual([who, 404]);
  const [row] = await app.database.asOwner<{ facts: object }>(
    `select facts from ledger where subject = $1 and action = 'flight.make'`,
    [flight],
  );
  expect(JSON.stringify(row?.facts)).not.toMatch(new RegExp(`"(?:${all.join('|')})"|${key?.seed}`));
});

it('what a member notes is saved, under the version seen, and read by nobody else', async () => {
  const member = await as(MEMBER);
  const code = (await stored())?.key.find(({ dossier }) => dossier === dossiers[0])?.code;
  const page = await member.page(`/nem/${flight}`);
  const target =
    page.html.match(new RegExp(`action="(/nem/[^"]*/mau/[^"]*)"(?:(?!<form).)*Lưu mẫu ${code}`, 's'))?.[1] ?? '';
  const form = page.form(target);
  const marks = { liking: '8', note: 'Sợi dai, thơm nhẹ' };
  expect((await member.submit(form, marks)).location).toBe(`/nem/${flight}`);
  expect((await member.page(`/nem/${flight}`)).text).toContain('Sợi dai, thơm nhẹ');
  expect((await member.submit(form, { ...marks, _key: crypto.randomUUID() })).status).toBe(409);
  for (const who of ['council-secretary', 'council-chair', OTHER])
    expect((await (await as(who)).page(`/nem/${flight}`)).text).not.toContain('Sợi dai');
  const card = target.split('/').at(-1);
  for (const who of [OTHER, 'council-chair', 'council-secretary']) {
    const body = { card, liking: 1, note: '' };
    const answer = await (await as(who)).json('POST', `/api/v1/flights/${flight}/notes`, body, {
      key: true,
      ifMatch: 2,
    });
    expect([who, answer.status]).toEqual([who, 404]);
  }
  const much = { card, liking: 10, note: '' };
  const answer = await member.json('POST', `/api/v1/flights/${flight}/notes`, much, { key: true, ifMatch: 2 });
  expect(answer.status).toBe(422);
  expect((await member.page(`/cham/${await sheetOf(app, session, dossiers[0] ?? '', MEMBER)}`)).text).not.toContain(
    'Sợi dai',
  );
});

it('the key is opened for the one who pours, and the ledger says for whom', async () => {
  const secretary = await as('council-secretary');
  const page = await secretary.page(`/nem/${flight}`);
  expect((await secretary.submit(page.form('/mo-ma'), { pourer: '' })).status).toBe(422);
  expect((await secretary.submit(page.form('/mo-ma'), { pourer: 'Chị Lan, văn phòng' })).location).toBe(
    `/nem/${flight}/ma`,
  );
  const key = await secretary.page(`/nem/${flight}/ma`);
  for (const { code, dossier } of (await stored())?.key ?? [])
    expect(key.text).toContain(`${code} ${PRODUCTS[dossiers.indexOf(dossier)]}`);
  const [row] = await app.database.asOwner<{ pourer: string; actor: string }>(
    `select facts->>'pourer' as pourer, actor_name as actor from ledger where subject = $1 and action = 'flight.readKey'`,
    [flight],
  );
  expect(row).toEqual({ pourer: 'Chị Lan, văn phòng', actor: expect.stringContaining('Thư ký') });
  expect((await (await as('council-chair')).page(`/nem/${flight}/ma`)).status).toBe(404);
});

it('at the end the key is open and fits its seal; each member’s notes stand beside the own sheet', async () => {
  const secretary = await as('council-secretary');
  expect((await secretary.submit((await secretary.page(`/nem/${flight}`)).form('/ket-thuc'))).location).toBe(
    `/nem/${flight}`,
  );
  const key = await stored();
  expect(keyHash(key?.seed ?? '', key?.key ?? [], sha256)).toBe(key?.seal);
  const shown = await (await as(OTHER)).page(`/nem/${flight}`);
  expect(shown.html).toContain(key?.seed);
  for (const { code, dossier } of key?.key ?? [])
    expect(shown.text).toContain(`${code} ${PRODUCTS[dossiers.indexOf(dossier)]}`);
  expect(shown.text).not.toContain('Sợi dai');
  expect((await (await as(BACK)).page(`/nem/${flight}`)).text).not.toContain('Miến nếm C');
  const sheet = await (await as(MEMBER)).page(`/cham/${await sheetOf(app, session, dossiers[0] ?? '', MEMBER)}`);
  expect(sheet.text).toMatch(/Ghi chú nếm của bạn Lượt miến, mã \d{3} : mức thích 8\/9 Sợi dai, thơm nhẹ/);
  const other = await (await as(OTHER)).page(`/cham/${await sheetOf(app, session, dossiers[0] ?? '', OTHER)}`);
  expect(other.text).not.toContain('Ghi chú nếm');
  const [card] = await app.database.asOwner<{ id: string; version: number }>(
    `select n.id, n.version from tasting_note n where n.flight = $1 and n.liking = 8`,
    [flight],
  );
  const late = await (await as(MEMBER)).json(
    'POST',
    `/api/v1/flights/${flight}/notes`,
    { card: card?.id, note: 'Muộn' },
    { key: true, ifMatch: card?.version ?? 0 },
  );
  expect([late.status, String(late.body.detail)]).toEqual([409, expect.stringContaining('đã kết thúc')]);
});

it('the minutes print the seal and what each code stood for', async () => {
  const good = demoSheet(await setIndexOf(SET), 4, 81);
  for (const dossier of dossiers)
    for (const who of SCORERS) await handIn(app, await as(who), await sheetOf(app, session, dossier, who), good);
  const secretary = await as('council-secretary');
  await act(app, secretary, `/sessions/${session}/closure`, {}, session);
  await act(app, secretary, `/sessions/${session}/opening`, {}, session);
  const answer = await secretary.fetch(`/phien/${session}/bien-ban.pdf`);
  const words = (await pdfWords(new Uint8Array(await answer.arrayBuffer()))).replaceAll(/\s+/g, '');
  const key = await stored();
  expect(words).toContain(key?.seal);
  expect(words).toContain(`${key?.key[0]?.code}là`);
}, 60_000);
