/** Tests 8 and 11: conflicts are found and settled before the session starts; a recused member, even the chair, sees nothing of it. */
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  type Extra,
  establish,
  handIn,
  MEMBERS,
  morePeople,
  SCORERS,
  SET,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const good = demoSheet(await setIndexOf(SET), 4, 80);
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (await app.signIn(key));
  people.set(key, client);
  return client;
};
const SHY = 'Miến chủ tịch tránh';
let [session, clean, shy] = ['', '', ''];
let deputy: Extra | undefined;
const seatOf = async (username: string): Promise<string> =>
  (
    await app.database.asOwner<{ id: string }>(
      `select c.id from council_seat c join account a on a.id = c.account join council_session s on s.council = c.council
        where s.id = $1 and a.username = $2`,
      [session, username],
    )
  )[0]?.id ?? '';
const start = async (): Promise<{ status: number; body: Record<string, unknown> }> => {
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  return (await as('council-secretary')).json('POST', `/api/v1/sessions/${session}/start`, {}, ask);
};

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến bình thường', SHY]);
  [clean = '', shy = ''] = made.dossiers;
  [deputy] = await morePeople(app, 'councilChair', 1);
  const province = await as('province');
  const council = await establish(app, province, [{ account: deputy?.account ?? '', role: 'viceChair' }]);
  const plan = { council, round: made.round, title: 'Phiên có xung đột', mode: 'meeting', heldOn: '2026-12-01' };
  session = String((await act(app, province, '/sessions', plan)).id);
  await act(app, province, `/sessions/${session}/agenda`, { dossiers: made.dossiers, agenda: `Chấm ${SHY}` }, session);
}, 120_000);

it('who advised a product is a sign; the session does not start before each sign is settled with a reason', async () => {
  const province = await as('province');
  const tie = { dossier: shy, kind: 'advised', organisation: 'Sở Nông nghiệp và Môi trường', year: 2025 };
  await act(app, province, `/sessions/${session}/ties`, tie, session);
  const page = await province.page(`/phien/${session}/xung-dot`);
  expect(page.text).toContain(`Cần xử lý trước khi chấm: ${SCORERS.length}`);
  const refused = await start();
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    ...[409, 'conflicts'],
    expect.stringContaining(SHY),
  ]);
  for (const key of MEMBERS) {
    const kept = { seat: await seatOf(key), dossier: shy, kind: 'advised', reason: 'Không dự việc tư vấn' };
    await act(app, province, `/sessions/${session}/kept-conflicts`, kept, session);
  }
  expect((await start()).status).toBe(409);
});

it('whoever the producer names as helper with the dossier is a sign for that member alone', async () => {
  const name = async (writer: string) =>
    app.database.asOwner(
      `update dossier set form = form || jsonb_build_object('general', coalesce(form->'general', '{}') || jsonb_build_object('writer', $2::text)) where id = $1`,
      [clean, writer],
    );
  await name('Thành viên 5 (giả định)');
  const page = await (await as('province')).page(`/phien/${session}/xung-dot`);
  expect(page.text).toMatch(/Thành viên 5 \(giả định\): Miến bình thường\s*Đã giúp viết hồ sơ: Thành viên 5/);
  expect(page.text).not.toContain('Thành viên 4 (giả định): Miến bình thường');
  await name('');
});

it('nobody decides about their own conflict; ordinary members do not see the list', async () => {
  const own = { seat: await seatOf('council-chair'), dossier: shy, kind: 'advised', reason: 'Tôi vẫn chấm' };
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  const path = `/api/v1/sessions/${session}/kept-conflicts`;
  const refused = await (await as('council-chair')).json('POST', path, own, ask);
  expect([refused.status, refused.body.code]).toEqual([409, 'ownConflict']);
  expect((await (await as('council-member-1')).json('POST', path, own, { ...ask, key: true })).status).toBe(404);
  expect((await (await as('council-member-1')).page(`/phien/${session}/xung-dot`)).status).toBe(404);
});

it('11 the chair steps back: the session starts, the chair has neither sheet nor reach, the deputy takes over', async () => {
  const page = await (await as('council-chair')).page(`/phien/${session}/xung-dot`);
  const form = page.form(`/xung-dot/rut`);
  const done = await (await as('council-chair')).submit(form, { reason: 'Cơ quan tôi tư vấn cho cơ sở' });
  expect([done.status, done.location]).toEqual([303, `/phien/${session}/xung-dot`]);
  expect((await start()).status).toBe(200);
  expect(await sheetOf(app, session, shy, 'council-chair')).toBe('');
  expect(await sheetOf(app, session, clean, 'council-chair')).not.toBe('');
  for (const key of MEMBERS)
    for (const dossier of [clean, shy])
      expect((await handIn(app, await as(key), await sheetOf(app, session, dossier, key), good)).status).toBe(200);
  const sheet = await sheetOf(app, session, shy, 'council-member-1');
  const path = `/api/v1/sheets/${sheet}/reopening`;
  const ask = { key: true, ifMatch: await versionOf(app, sheet) };
  expect((await (await as('council-chair')).json('POST', path, { reason: 'Mở xem' }, ask)).status).toBe(404);
  const opened = await deputy?.client.json('POST', path, { reason: 'Ghi nhầm ô' }, { ...ask, key: true });
  expect(opened?.status).toBe(200);
  expect((await handIn(app, await as('council-member-1'), sheet, good)).status).toBe(200);
});

/** Every address of the session a reader could try. */
const addresses = () => [
  ...['', '/xung-dot', '/giay-moi.docx', '/bien-ban.pdf', '/bien-ban.docx', '/tong-hop.pdf', '/ho-so-phien.json'].map(
    (one) => `/phien/${session}${one}`,
  ),
  ...[`ket-qua/${shy}`, `chenh-lech/${shy}`].map((one) => `/phien/${session}/${one}`),
  ...[`/ho-so/${shy}`, `/ho-so?q=tranh`, '/phien', '/cham', '/viec-cua-toi', '/viec-cua-toi?q=tranh', '/phien.xlsx'],
];
const nothingOfIt = async (client: Client) => {
  for (const path of addresses()) {
    const { status, text } = await client.page(path);
    expect([path, status < 500]).toEqual([path, true]);
    expect([path, text.includes(SHY), text.includes(shy)]).toEqual([path, false, false]);
    if (path.includes(shy)) expect([path, status]).toEqual([path, 404]);
  }
  expect((await client.page('/phien')).text).toMatch(/Phiên có xung đột\s*1 sản phẩm/);
};

it('8 11 the recused chair finds no trace of the product: not before the opening, not after, not after the end', async () => {
  const chair = await as('council-chair');
  await nothingOfIt(chair);
  const own = await sheetOf(app, session, clean, 'council-chair');
  expect((await handIn(app, chair, own, good)).status).toBe(200);
  for (const dossier of [clean, shy]) {
    const [row] = await app.database.asOwner<{ id: string }>(
      `select s.id from score_sheet s join council_seat c on c.id = s.seat where s.session = $1 and s.dossier = $2 and c.account = $3`,
      [session, dossier, deputy?.account],
    );
    if (deputy) expect((await handIn(app, deputy.client, row?.id ?? '', good)).status).toBe(200);
  }
  const secretary = await as('council-secretary');
  for (const step of ['closure', 'opening']) await act(app, secretary, `/sessions/${session}/${step}`, {}, session);
  await nothingOfIt(chair);
  expect((await chair.page(`/phien/${session}/ket-qua/${clean}`)).status).toBe(200);
  const member = await app.database.asOwner<{ id: string }>(
    'select id from score_sheet where session = $1 and dossier = $2 limit 1',
    [session, shy],
  );
  expect((await chair.page(`/phien/${session}/phieu/${member[0]?.id}`)).status).toBe(404);
  const body = { dossier: shy, reason: 'Giữ' };
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  expect((await chair.json('POST', `/api/v1/sessions/${session}/accepted-spreads`, body, ask)).status).toBe(404);
  await act(app, secretary, `/sessions/${session}/conclusion`, {}, session);
  await nothingOfIt(chair);
  expect((await secretary.page(`/phien/${session}`)).text).toContain(SHY);
  const { rows } = {
    rows: await app.database.asOwner<{ n: number }>(
      'select sheet_count as n from evaluation_result where session = $1 order by sheet_count',
      [session],
    ),
  };
  expect(rows).toEqual([{ n: MEMBERS.length + 1 }, { n: MEMBERS.length + 2 }]);
});
