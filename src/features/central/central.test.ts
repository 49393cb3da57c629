/**
 * The five-star way by the accounts that walk it, through the API: package, the Ministry's round and council, recognition
 * or the result sent back. Long because two products are followed from the province's approval to their end.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import {
  CENTRAL,
  candidates,
  centralSession,
  decided,
  handedIn,
  type PointsBySeat,
  signedIn,
} from '../../../tests/support/central.ts';
import { act, versionOf } from '../../../tests/support/council.ts';
import { wordText } from '../../../tests/support/documents.ts';
import { invite, MovableClock, takeUp, tieApp } from '../../../tests/support/people.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const app = await testApp();
const as = signedIn(app);
let [five, four, session] = ['', '', ''];
const state = async (id: string) =>
  (await app.database.asOwner<{ state: string }>('select state from lifecycle where id = $1', [id]))[0]?.state;
const otherProvince = async () =>
  (
    await app.database.asOwner<{ id: string }>(
      `select unit as id from unit_version where full_name = 'Tỉnh Bắc Ninh' and valid_to is null limit 1`,
    )
  )[0]?.id ?? '';
const LETTER = { letterNumber: '215/UBND-KTN', letterDate: '2026-11-21', samples: 5 };

beforeAll(async () => {
  const made = await candidates(app, as, ['Miến trung ương 5 sao', 'Miến trung ương 4 sao'], '9101/QĐ-UBND');
  session = made.session;
  [five = '', four = ''] = made.dossiers;
}, 180_000);

describe('Art. 6.3: the package', () => {
  it('the Ministry does not see a candidate before the province has sent it', async () => {
    expect((await (await as('ministry')).page(`/ho-so/${five}`)).status).toBe(404);
    expect((await (await as('province')).page(`/ho-so/${five}/gui-bo`)).text).toContain('số 9101/QĐ-UBND');
  });
  it('four samples are refused, five go', async () => {
    const province = await as('province');
    const refused = await province.json(
      'POST',
      `/api/v1/dossiers/${five}/package`,
      { ...LETTER, samples: 4 },
      { key: true, ifMatch: await versionOf(app, five) },
    );
    expect([refused.status, String(refused.body.detail)]).toEqual([409, expect.stringContaining('5 sản phẩm mẫu')]);
    for (const one of [five, four]) await act(app, province, `/dossiers/${one}/package`, LETTER, one);
    expect([await state(five), await state(four)]).toEqual(['sentToMinistry', 'sentToMinistry']);
  });
  it('the Ministry asks for completion, the province sends again, both letters stay', async () => {
    await act(
      app,
      await as('ministry'),
      `/dossiers/${four}/package-completion-request`,
      { reason: 'Thiếu phiếu kiểm nghiệm' },
      four,
    );
    expect(await state(four)).toBe('candidate');
    await act(
      app,
      await as('province'),
      `/dossiers/${four}/package`,
      { ...LETTER, letterNumber: '230/UBND-KTN' },
      four,
    );
    const rows = await app.database.asOwner('select letter_number from five_star_package where dossier = $1', [four]);
    expect(rows).toHaveLength(2);
  });
  it('the province can do nothing to a dossier in the hands of the Ministry', async () => {
    const province = await as('province');
    const body = { ground: 'x', reason: 'x' };
    const refused = await province.json('POST', `/api/v1/dossiers/${five}/exclusion`, body, {
      key: true,
      ifMatch: await versionOf(app, five),
    });
    expect(refused.status).toBe(404);
    expect((await province.page(`/ho-so/${five}`)).status).toBe(200);
  });
});

describe('Art. 7.4: the Ministry’s own council', () => {
  let central = '';
  const scored = (wanted: PointsBySeat) =>
    handedIn(app, as, { session: central, secretary: 'central-secretary', wanted });
  it('takes both into a round of its own, by the day of the letter', async () => {
    const ministry = await as('ministry');
    const [planned] = await app.database.asOwner<{ id: string }>(
      `select id from evaluation_round where level = 'central'`,
    );
    const id = planned?.id ?? '';
    const late = {
      ...{ year: 2026, no: 1, proposedBefore: '2026-07-30', completedBefore: '2026-09-30' },
      ...{ inclusive: false, extra: false },
    };
    const closed = await act(app, ministry, '/rounds', late);
    const refused = await ministry.json(
      'POST',
      `/api/v1/dossiers/${five}/central-reception`,
      { round: closed.id },
      { key: true, ifMatch: await versionOf(app, five) },
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'roundCutoff']);
    for (const one of [five, four]) {
      expect((await ministry.page(`/ho-so/${one}`)).text).toContain('UBND-KTN');
      expect((await ministry.page(`/ho-so/${one}/bo-tiep-nhan`)).status).toBe(200);
      await act(app, ministry, `/dossiers/${one}/central-reception`, { round: id }, one);
      await act(app, ministry, `/dossiers/${one}/central-advice`, { number: '3/BC-TTV', dated: '2026-11-21' }, one);
      const read = await ministry.page(`/ho-so/${one}`);
      expect([read.text.includes('3/BC-TTV'), read.text.includes('Xếp vào phiên họp Hội đồng')]).toEqual([true, true]);
      expect((await (await as('province')).page(`/ho-so/${one}`)).text).not.toContain('3/BC-TTV');
    }
    central = await centralSession(app, as, { round: id, dossiers: [five, four] });
    expect(await state(five)).toBe('centralSession');
  });
  it('neither the province nor its council sees anything of it', async () => {
    for (const key of ['province', 'council-chair', 'council-secretary', 'council-member-1']) {
      expect([key, (await (await as(key)).page(`/phien/${central}`)).status]).toEqual([key, 404]);
    }
    expect((await (await as('ministry')).page(`/phien/${session}`)).status).toBe(404);
  });
  it('issue 3, test 2: sending a dossier up changes no lower sheet', async () => {
    const lower = () =>
      app.database.asOwner('select id, hash, answers from score_sheet where session = $1 order by id', [session]);
    const before = await lower();
    await scored([
      [five, 5, [98, 98, 86]],
      [four, 4, [88, 86, 76]],
    ]);
    expect(await lower()).toEqual(before);
  });
  it('R5.1 a spread over the limit keeps the session from its end until it is scored again or accepted with a reason', async () => {
    const flagged = async () =>
      (
        await app.database.asOwner<{ dossier: string }>(
          `select dossier from evaluation_result where session = $1 and jsonb_array_length(spread) > 0`,
          [central],
        )
      ).map((row) => row.dossier);
    expect((await flagged()).toSorted()).toEqual([five, four].toSorted());
    const secretary = await as('central-secretary');
    const concluding = async () =>
      secretary.json(
        'POST',
        `/api/v1/sessions/${central}/conclusion`,
        {},
        { key: true, ifMatch: await versionOf(app, central) },
      );
    expect((await concluding()).status).toBe(409);
    expect((await secretary.page(`/phien/${central}`)).text).toContain('2 sản phẩm chênh lệch quá mức');
    const body = { dossiers: [five], reason: 'Hội đồng thảo luận lại bao bì' };
    await act(app, secretary, `/sessions/${central}/rescoring`, body, central);
    await scored([[five, 5, [95, 94, 94]]]);
    expect(await flagged()).toEqual([four]);
    expect((await concluding()).status).toBe(409);
    const versions = await app.database.asOwner<{ n: number }>(
      `select count(*)::int as n from score_sheet_version v join score_sheet s on s.id = v.sheet where s.session = $1 and s.dossier = $2`,
      [central, five],
    );
    expect(versions).toEqual([{ n: 2 * CENTRAL.length }]);
    const empty = await secretary.json(
      'POST',
      `/api/v1/sessions/${central}/accepted-spreads`,
      { dossier: four, reason: '' },
      { key: true, ifMatch: await versionOf(app, central) },
    );
    expect(empty.status).toBe(422);
    const kept = { dossier: four, reason: 'Hội đồng đã thảo luận và giữ điểm' };
    await act(app, secretary, `/sessions/${central}/accepted-spreads`, kept, central);
    await act(app, secretary, `/sessions/${central}/conclusion`, {}, central);
    expect([await state(five), await state(four)]).toEqual(['centralConcluded', 'centralConcluded']);
  });
  it('the papers of the Ministry’s council propose five stars to the Minister, and to tell the province of less', async () => {
    const secretary = await as('central-secretary');
    const words = async (paper: string) =>
      wordText(new Uint8Array(await (await secretary.fetch(`/phien/${central}/${paper}.docx`)).arrayBuffer()));
    const [report, table] = [await words('bao-cao'), await words('tong-hop')];
    expect(report).toContain('Công nhận 5 sao: Miến trung ương 5 sao');
    expect(report).toContain('thông báo kết quả cho Ủy ban nhân dân cấp tỉnh theo điểm g khoản 4 Điều 7');
    expect(report).toContain('01 sản phẩm chưa đạt 5 sao: ');
    expect(table).toContain('Đề xuất công nhận 5 sao');
    expect(table).toContain('thông báo kết quả cho tỉnh');
    const session = await secretary.page(`/phien/${central}`);
    for (const text of [report, table, session.text]) expect(text.toLowerCase()).not.toContain('tiềm năng');
  });
  it('the Minister recognises five stars; less goes back to the province', async () => {
    const ministry = await as('ministry');
    const waiting = await ministry.page('/quyet-dinh');
    expect(waiting.text).toContain('Miến trung ương 5 sao');
    expect(waiting.text).toContain('Soạn quyết định công nhận 5 sao');
    expect(waiting.text).not.toContain('Soạn quyết định công nhận 3 sao');
    const wrong = await ministry.json(
      'POST',
      '/api/v1/decisions',
      { session: central, kind: 'recognition', title: 'x', dossiers: [four] },
      { key: true },
    );
    expect(wrong.status).toBe(422);
    const issued = await decided(app, ministry, {
      ...{ kind: 'recognition', session: central, dossiers: [five], number: '500/QĐ-BNNMT' },
    });
    expect([issued.status, issued.body.state]).toEqual([200, 'issued']);
    const [row] = await app.database.asOwner<{ star: number; number: string; issuer: string; code: string }>(
      'select star, certificate_number as number, issuer, check_code as code from recognition where dossier = $1',
      [five],
    );
    expect(row).toMatchObject({ star: 5, number: '01/2026/GCN-OCOP-BNNMT', issuer: 'Bộ Nông nghiệp và Môi trường' });
    expect((await app.visitor().page(`/chung-nhan/${row?.code}`)).text).toContain('5 sao');
    await act(app, ministry, `/dossiers/${four}/central-notice`, { number: '7/TB-BNNMT', dated: '2026-11-21' }, four);
    expect([await state(five), await state(four)]).toEqual(['recognised', 'centralReturned']);
  });
  it('the Ministry’s decision is read where its product is from, and nowhere else', async () => {
    const [row] = await app.database.asOwner<{ id: string; file: string }>(
      `select id, signed_file as file from decision where number = '500/QĐ-BNNMT'`,
    );
    const path = `/quyet-dinh/${row?.id}`;
    for (const key of ['province', 'commune']) {
      const reader = await as(key);
      const page = await reader.page(path);
      expect([key, page.status, page.text.includes('Miến trung ương 5 sao')]).toEqual([key, 200, true]);
      expect(page.html).toContain(`href="/ho-so/${five}"`);
      expect(page.html).not.toContain(`action="${path}`);
      expect((await reader.page(`/ho-so/${five}`)).html).toContain(`href="${path}"`);
      expect((await reader.page('/quyet-dinh')).html).toContain(path);
      expect((await reader.fetch(`${path}/quyet-dinh.pdf`)).status).toBe(200);
      expect((await reader.fetch(`/tep/${row?.file}`)).status).toBe(200);
    }
    const person = await invite(app, { role: 'province', unit: await otherProvince() });
    const elsewhere = await takeUp(app, person);
    await tieApp(elsewhere, new MovableClock());
    for (const reader of [elsewhere, await as('commune-2'), await as('producer-2'), await as('council-chair')]) {
      for (const one of [path, `${path}/quyet-dinh.pdf`, `/tep/${row?.file}`])
        expect([one, (await reader.fetch(one)).status]).toEqual([one, 404]);
      expect((await reader.page('/quyet-dinh')).html).not.toContain(path);
    }
  });
  it('the province recognises four stars on the central result', async () => {
    const province = await as('province');
    expect((await province.page(`/ho-so/${four}`)).text).toMatch(/8\d,\d\d điểm/);
    expect((await province.page('/quyet-dinh')).html).toContain(
      'tỉnh Hưng Yên theo kết quả của Hội đồng cấp trung ương"',
    );
    const issued = await decided(app, province, {
      ...{ kind: 'recognition', session: central, dossiers: [four], number: '9102/QĐ-UBND' },
    });
    expect([issued.status, issued.body.state]).toEqual([200, 'issued']);
    const [row] = await app.database.asOwner<{ star: number }>('select star from recognition where dossier = $1', [
      four,
    ]);
    expect([row?.star, await state(four)]).toEqual([4, 'recognised']);
  });
});

it('Q17 every check of the store holds afterwards', async () => {
  const faults = (await checkInvariants(app.database.db)).filter((one) => one.faults.length > 0);
  expect(faults).toEqual([]);
});
