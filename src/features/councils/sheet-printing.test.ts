/** Sheets on paper: whose they are, where their QR leads, what they show and when. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  scoring,
  sheetOf,
} from '../../../tests/support/council.ts';
import { pdfArchiveLevel, pdfWords, wordText } from '../../../tests/support/documents.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const index = await setIndexOf(SET);
let province: Client;
let secretary: Client;
let member: Client;
let session = '';
let dossier = '';
let sheet = '';
let seat = '';
const MEMBER = 'council-member-1';
const bytesOf = async (client: Client, path: string) => {
  const answer = await client.fetch(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return new Uint8Array(await answer.arrayBuffer());
};
const statusOf = async (client: Client, path: string) => (await client.page(path)).status;

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến in phiếu A', 'Miến in phiếu B']);
  [province, secretary, member] = (await Promise.all(
    ['province', 'council-secretary', MEMBER].map((one) => app.signIn(one)),
  )) as [Client, Client, Client];
  const council = await establish(app, province);
  session = await scoring(app, { ...made, province, secretary, council });
  dossier = made.dossiers[0] ?? '';
  sheet = await sheetOf(app, session, dossier, MEMBER);
  const [row] = await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [sheet]);
  seat = row?.seat ?? '';
}, 120_000);

describe('empty sheets with a QR', () => {
  it('one for each product of the member, as PDF/A and Word; the session page leads to them while it is scored', async () => {
    const pdf = await bytesOf(secretary, `/phien/${session}/phieu-giay/${seat}/phieu.pdf`);
    expect(pdfArchiveLevel(pdf)).toBe('2A');
    const words = await pdfWords(pdf);
    expect(words.match(/Quét mã để mở đúng phiếu này/g)).toHaveLength(2);
    expect(words).toContain('Miến in phiếu A');
    expect(words).toContain('Miến in phiếu B');
    expect(words).not.toContain('√');
    expect(wordText(await bytesOf(province, `/phien/${session}/phieu-giay/${seat}/phieu.docx`))).toContain(
      'Miến in phiếu B',
    );
    expect((await secretary.page(`/phien/${session}`)).html).toContain(`/phieu-giay/${seat}/phieu.pdf`);
  });

  it('S14 are the office’s and the secretary’s to print', async () => {
    for (const one of [member, await app.signIn('council-chair'), await app.signIn('commune')])
      expect((await one.fetch(`/phien/${session}/phieu-giay/${seat}/phieu.pdf`)).status).toBe(404);
  });

  it('the QR leads the author to the sheet, those of the session to it, and tells others nothing', async () => {
    expect((await member.page(`/phieu/${sheet}`)).location).toBe(`/cham/${sheet}`);
    expect((await secretary.page(`/phieu/${sheet}`)).location).toBe(`/phieu/${sheet}/nhap`);
    expect((await province.page(`/phieu/${sheet}`)).location).toBe(`/phien/${session}`);
    expect(await statusOf(await app.signIn('commune'), `/phieu/${sheet}`)).toBe(404);
    expect(await statusOf(member, `/phieu/${crypto.randomUUID()}`)).toBe(404);
  });
});

describe('filled sheets', () => {
  it('S14 one’s own at any time; another’s not before the opening, not even by its address', async () => {
    const answer = await handIn(app, member, sheet, demoSheet(index, 4, 80, 0));
    expect(answer.status).toBe(200);
    const words = await pdfWords(await bytesOf(member, `/cham/${sheet}/phieu.pdf`));
    const [{ total } = { total: 0 }] = await app.database.asOwner<{ total: number }>(
      'select total from score_sheet_version where sheet = $1',
      [sheet],
    );
    expect(words).toContain(`TỔNG CỘNG 100 ${total} `);
    expect(words).toContain(String(answer.body.hash));
    expect((await member.page(`/cham/${sheet}`)).html).toContain(`/cham/${sheet}/phieu.pdf`);
    const other = await app.signIn('council-member-2');
    expect((await other.fetch(`/cham/${sheet}/phieu.pdf`)).status).toBe(404);
    for (const one of [other, secretary, province])
      expect((await one.fetch(`/phien/${session}/ket-qua/${dossier}/phieu/${sheet}/phieu.pdf`)).status).toBe(404);
  });

  it('R6.4 a sheet handed in keeps the code it was printed with when the code is corrected; others bear the right one', async () => {
    await app.database.asOwner(`update dossier set product_code = '33-11977-701-2026' where id = $1`, [dossier]);
    const own = async () => pdfWords(await bytesOf(member, `/cham/${sheet}/phieu.pdf`));
    expect(await own()).toContain('33-11977-701-2026');
    const given = { code: '33-11977-702-2026', reason: 'Ghi nhầm số thứ tự' };
    await act(app, province, `/dossiers/${dossier}/code-correction`, given, dossier);
    expect(await own()).toContain('33-11977-701-2026');
    const empty = await bytesOf(secretary, `/phien/${session}/phieu-giay/${seat}/phieu.pdf`);
    expect(await pdfWords(empty)).not.toContain('33-11977-702-2026');
    const [other] = await app.database.asOwner<{ seat: string }>(
      `select s.seat from score_sheet s where s.session = $1 and s.dossier = $2 and s.seat <> $3 limit 1`,
      [session, dossier, seat],
    );
    const fresh = await bytesOf(secretary, `/phien/${session}/phieu-giay/${other?.seat}/phieu.pdf`);
    expect(await pdfWords(fresh)).toContain('33-11977-702-2026');
  });

  it('after the opening each is read with its seal, from the page of the result', async () => {
    for (const key of SCORERS)
      for (const { id } of await app.database.asOwner<{ id: string }>(
        `select s.id from score_sheet s join lifecycle l on l.id = s.id join seat_reach r on r.subject = s.id and r.seat_role = 'author'
           join account a on a.id = r.account where s.session = $1 and a.username = $2 and l.state = 'open'`,
        [session, key],
      ))
        expect((await handIn(app, await app.signIn(key), id, demoSheet(index, 4, 80, 0))).status).toBe(200);
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    const path = `/phien/${session}/ket-qua/${dossier}/phieu/${sheet}/phieu`;
    expect((await province.page(`/phien/${session}/ket-qua/${dossier}`)).html).toContain(`${path}.pdf`);
    expect(await pdfWords(await bytesOf(province, `${path}.pdf`))).toContain('Mã niêm phong của phiếu đã nộp');
    expect(wordText(await bytesOf(province, `${path}.docx`))).toContain('TỔNG CỘNG');
    expect((await province.page(`/phieu/${sheet}`)).location).toBe(`/phien/${session}/ket-qua/${dossier}`);
  }, 60_000);

  it('the council’s report, the table and the invitation come both ways', async () => {
    for (const paper of ['bao-cao', 'tong-hop', 'giay-moi']) {
      expect(pdfArchiveLevel(await bytesOf(secretary, `/phien/${session}/${paper}.pdf`))).toBe('2A');
      expect(wordText(await bytesOf(secretary, `/phien/${session}/${paper}.docx`))).toContain('Miến in phiếu A');
    }
    const report = await pdfWords(await bytesOf(secretary, `/phien/${session}/bao-cao.pdf`));
    expect(report).toContain('- Đạt 4 sao: 02 sản phẩm;');
    const [{ council } = { council: '' }] = await app.database.asOwner<{ council: string }>(
      'select council from council_session where id = $1',
      [session],
    );
    const rules = await pdfWords(await bytesOf(province, `/hoi-dong/${council}/quy-che.pdf`));
    expect(rules).toContain('khi có từ 70% thành viên chấm điểm nộp phiếu');
    expect(rules).toContain('Số: 1201/QĐ-UBND');
  });
});
