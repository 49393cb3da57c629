/** Test 7: a council of fifteen with twelve products through the acts themselves; every list names all of them, every figure is the length of the list behind it. */
import { expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  MEMBERS,
  morePeople,
  SET,
  scoring,
  versionOf,
} from './support/council.ts';
import { pdfWords } from './support/documents.ts';

const app = await testApp();
const PRODUCTS = Array.from({ length: 12 }, (_, at) => `Miến đông người ${String.fromCharCode(65 + at)}`);
const missing = (text: string) => PRODUCTS.filter((one) => !text.includes(one));

it('test 7 test 14: fifteen members and twelve products are all listed, from the agenda to the report', async () => {
  const [province, secretary, chair] = await Promise.all(
    ['province', 'council-secretary', 'council-chair'].map((key) => app.signIn(key)),
  );
  if (!province || !secretary || !chair) throw new Error('nobody signed in');
  const more = await morePeople(app, 'councilMember', 9);
  const council = await establish(
    app,
    province,
    more.map(({ account }) => ({ account, role: 'member' as const })),
  );
  const members: Client[] = [
    chair,
    ...(await Promise.all(MEMBERS.map((key) => app.signIn(key)))),
    ...more.map(({ client }) => client),
  ];
  expect(members.length).toBe(15);
  const { round, dossiers } = await dossiersInRound(app, PRODUCTS);
  const session = await scoring(app, { province, secretary, council, round, dossiers });
  const room = await secretary.page(`/phien/${session}/hop`);
  expect(missing(room.text)).toEqual([]);
  expect(room.text).toContain('Chương trình: 12 sản phẩm');
  expect(missing((await members[14]?.page('/cham'))?.text ?? '')).toEqual([]);

  const answers = demoSheet(await setIndexOf(SET), 4, 80);
  const sheets = await app.database.asOwner<{ id: string; account: string }>(
    `select s.id, c.account from score_sheet s join council_seat c on c.id = s.seat where s.session = $1 order by s.id`,
    [session],
  );
  expect(sheets.length).toBe(15 * 12);
  const byAccount = new Map<string, typeof sheets>();
  for (const one of sheets) byAccount.set(one.account, [...(byAccount.get(one.account) ?? []), one]);
  expect([...byAccount.values()].map((own) => own.length)).toEqual(Array.from({ length: 15 }, () => 12));
  const accounts = await Promise.all(members.map((one) => accountOf(one)));
  for (const [at, client] of members.entries())
    for (const { id } of byAccount.get(accounts[at] ?? '') ?? [])
      expect((await handIn(app, client, id, answers)).status).toBe(200);
  expect((await members[14]?.page('/cham'))?.text).toContain('Đã nộp 12 trong 12 phiếu');

  await act(app, secretary, `/sessions/${session}/closure`, {}, session);
  await act(app, secretary, `/sessions/${session}/opening`, {}, session);
  const board = await province.page(`/phien/${session}`);
  expect(missing(board.text)).toEqual([]);
  expect(board.text).toContain('Đủ túc số, 15 người chấm');
  expect([...board.html.matchAll(/Trung bình/g)].length).toBe(12);
  await act(app, secretary, `/sessions/${session}/conclusion`, { minutesNumber: '12/BB' }, session);
  for (const paper of ['bien-ban', 'tong-hop', 'bao-cao', 'giay-moi']) {
    const answer = await province.fetch(`/phien/${session}/${paper}.pdf`);
    expect(missing(await pdfWords(new Uint8Array(await answer.arrayBuffer()))), paper).toEqual([]);
  }
  expect(await versionOf(app, session)).toBeGreaterThan(4);
}, 300_000);

/** Whose browser this is: the account behind its sheets. */
async function accountOf(client: Client): Promise<string> {
  const [sheet = ''] = (await client.page('/cham')).html.match(/\/cham\/[0-9a-f-]{36}/) ?? [];
  const [row] = await app.database.asOwner<{ account: string }>(
    'select c.account from score_sheet s join council_seat c on c.id = s.seat where s.id = $1',
    [sheet.slice('/cham/'.length)],
  );
  return row?.account ?? '';
}
