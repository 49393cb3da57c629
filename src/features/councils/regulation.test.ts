/** R4.6: what a council's own regulation changes: who stands in, whether the vote decides, how its form grows. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  morePeople,
  SCORERS,
  SET,
  scoring,
  seat,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import type { SessionFile } from '../../law/session-record.ts';
import { verifyRecord } from '../../law/session-verify.ts';
import { auditResults } from './audit.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const [province, secretary] = [await app.signIn('province'), await app.signIn('council-secretary')];
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a council whose vote decides the star', async () => {
  const council = await establish(app, province, [], { starBy: 'vote', spreadLimit: 100 });
  const { round, dossiers } = await dossiersInRound(app, ['Miến biểu quyết']);
  const [dossier = ''] = dossiers;
  const session = await scoring(app, { province, secretary, council, round, dossiers });
  for (const [at, key] of SCORERS.entries()) {
    const sheet = await sheetOf(app, session, dossier, key);
    await handIn(app, await app.signIn(key), sheet, demoSheet(index, 4, at < 4 ? 72 : 50));
  }
  for (const step of ['closure', 'opening']) await act(app, secretary, `/sessions/${session}/${step}`, {}, session);

  it('stores the star of more than half of the sheets beside the mean, and says so on the page', async () => {
    const [row] = await app.database.asOwner<{ sum: number; count: number; band: number; vote: object }>(
      'select point_sum as sum, sheet_count as count, band_star as band, vote from evaluation_result where session = $1',
      [session],
    );
    expect(Number(row?.sum) / Number(row?.count)).toBeLessThan(70);
    expect(row?.band).toBe(4);
    expect(row?.vote).toEqual(expect.objectContaining({ majority: 4, decidedBy: 'majority' }));
    const page = await secretary.page(`/phien/${session}/ket-qua/${dossier}`);
    expect(page.text).toContain('Biểu quyết: 4 sao (4/6 phiếu)');
  });

  it('anyone with the record finds the same vote, and the audit too', async () => {
    await act(app, secretary, `/sessions/${session}/conclusion`, {}, session);
    const sent = await secretary.fetch(`/phien/${session}/ho-so-phien.json`);
    const file = (await sent.json()) as SessionFile;
    const findings = verifyRecord(file, { hash, setOf: (id) => (id === SET ? index : undefined) });
    expect(findings.filter(({ fits }) => !fits)).toEqual([]);
    const [product] = file.products;
    expect(product?.result.vote?.majority).toBe(4);
    expect((await auditResults(app.database.db.app)).faults).toEqual([]);
    const forged = structuredClone(file) as unknown as { products: { result: { vote?: { majority: number } } }[] };
    const vote = forged.products[0]?.result.vote;
    if (vote) vote.majority = 5;
    const found = verifyRecord(forged as unknown as SessionFile, { hash, setOf: () => index });
    expect(found.flatMap(({ faults }) => faults).join(' ')).toContain('biểu quyết hạng sao');
  });
});

it('a seat without an organisation takes that of the appointment, and says so where there is none', async () => {
  const [nobody] = await morePeople(app, 'councilMember', 1);
  await app.database.asOwner('update appointment set organisation = null where account = $1', [nobody?.account]);
  const seats = [
    ...[seat('council-chair', 'chair'), seat('council-secretary', 'secretary'), seat('council-member-2', 'member')],
  ].map(({ account, role }) => ({ account, role }));
  const regulation = {
    act: '1401/QĐ-UBND',
    quorumPercent: 70,
    chairRequired: true,
    spreadLimit: 10,
    gateBasis: 'mean',
  };
  const given = { name: 'Hội đồng', act: '1400/QĐ-UBND', actDate: '2026-06-20', regulation };
  const without = [...seats, { account: nobody?.account, role: 'member' }];
  const refused = await province.json('POST', '/api/v1/councils', { ...given, seats: without }, { key: true });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    422,
    expect.stringContaining('Nhập cơ quan của thành viên 4'),
  ]);
  const { id } = await act(app, province, '/councils', { ...given, seats });
  const kept = await app.database.asOwner<{ organisation: string }>(
    `select organisation from council_seat where council = $1 order by organisation collate "C"`,
    [id],
  );
  expect(kept.map(({ organisation }) => organisation)).toEqual([
    ...['Sở Công Thương', 'Sở Nông nghiệp và Môi trường', 'UBND tỉnh Hưng Yên'],
  ]);
});

describe('substitutes stand in by department', async () => {
  const [one, other] = await morePeople(app, 'councilMember', 2);
  const substitute = (account: string | undefined, organisation: string) => ({
    ...{ account: account ?? '', role: 'substitute', organisation, substituteFor: undefined as string | undefined },
  });
  const body = async (rule: 'department' | 'any', organisation: string) => {
    const council = await establish(app, province);
    const seats = await app.database.asOwner<{ account: string; role: string; organisation: string }>(
      'select account, role, organisation from council_seat where council = $1 and valid_to is null order by id',
      [council],
    );
    const stoodFor = seats.find(({ role }) => role === 'member')?.account;
    const substitutes = [
      { ...substitute(one?.account, organisation), substituteFor: stoodFor },
      { ...substitute(other?.account, 'Sở Nông nghiệp và Môi trường'), substituteFor: stoodFor },
    ];
    const regulation = {
      ...{ act: '1201/QĐ-UBND', quorumPercent: 70, chairRequired: true, spreadLimit: 10, gateBasis: 'mean' },
      substitutes: rule,
    };
    const given = { name: 'Hội đồng có dự khuyết', act: '1300/QĐ-UBND', actDate: '2026-06-20', regulation };
    return { ...given, seats: [...seats, ...substitutes] };
  };

  it('a regulation for the own department takes no substitute of another', async () => {
    const answer = await province.json('POST', '/api/v1/councils', await body('department', 'Sở Y tế'), { key: true });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([422, expect.stringContaining('cùng cơ quan')]);
  });

  it('where others may stand in, one of the own department comes first', async () => {
    const council = String((await act(app, province, '/councils', await body('any', 'Sở Y tế'))).id);
    const plan = { council, title: 'Phiên có người thay', mode: 'meeting' };
    const session = String((await act(app, province, '/sessions', plan)).id);
    const seats = await app.database.asOwner<{ id: string; role: string; organisation: string }>(
      `select id, role, organisation from council_seat where council = $1 and role in ('member', 'substitute') order by id`,
      [council],
    );
    const seatOf = (role: string, organisation: string) =>
      seats.find((each) => each.role === role && each.organisation === organisation)?.id ?? '';
    const absence = async (standsIn: string) =>
      secretary.json(
        'POST',
        `/api/v1/sessions/${session}/absences`,
        { seat: seatOf('member', 'Sở Nông nghiệp và Môi trường'), reason: 'Ốm', standsIn },
        { key: true, ifMatch: await versionOf(app, session) },
      );
    expect((await absence(seatOf('substitute', 'Sở Y tế'))).body.code).toBe('ownFirst');
    expect((await absence(seatOf('substitute', 'Sở Nông nghiệp và Môi trường'))).status).toBe(200);
  });
});

it('the form of a council grows by rows and keeps what is typed', async () => {
  const page = await province.page('/hoi-dong/moi');
  const rows = (form: { fields: [string, string][] }) =>
    form.fields.filter(([name]) => /^seats\.\d+\.home$/.test(name));
  const form = page.form('/hoi-dong/moi');
  expect(rows(form)).toHaveLength(9);
  const again = await province.submit(form, { name: 'Hội đồng gõ dở', 'seats.8.home': 'thôn Đông', _again: '1' });
  const grown = again.form('/hoi-dong/moi');
  expect([again.status, rows(grown).length]).toEqual([200, 13]);
  expect(grown.fields).toContainEqual(['name', 'Hội đồng gõ dở']);
  expect(grown.fields).toContainEqual(['seats.8.home', 'thôn Đông']);
  expect(rows((await province.submit(grown, { _again: '1' })).form('/hoi-dong/moi'))).toHaveLength(17);
});
