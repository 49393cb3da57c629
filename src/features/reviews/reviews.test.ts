/** Complaints and requests by the accounts that walk them, through the API, from the result to its new one. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { candidates, decided, held, signedIn, type Wanted } from '../../../tests/support/central.ts';
import { act, dossiersInRound, establish, SCORERS, scoring, versionOf } from '../../../tests/support/council.ts';
import { LAW_SETTINGS } from '../../law/settings.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const app = await testApp();
const as = signedIn(app);
let [again, wrong, kept, session, council, round] = ['', '', '', '', '', ''];

const state = async (id: string) =>
  (await app.database.asOwner<{ state: string }>('select state from lifecycle where id = $1', [id]))[0]?.state;
const ask = async (key: string, path: string, body: object, subject: string) =>
  (await as(key)).json('POST', `/api/v1${path}`, body, { key: true, ifMatch: await versionOf(app, subject) });
const certificate = async (dossier: string) => {
  const [row] = await app.database.asOwner<{ id: string; code: string }>(
    'select id, check_code as code from recognition where dossier = $1 order by issued_latest desc, id desc limit 1',
    [dossier],
  );
  return row ?? { id: '', code: '' };
};
/** Both certificates are of one day: the code of the former one, the product's code and its page still lead to what stands. */
const tellsTheTruth = async (former: string) => {
  const [row] = await app.database.asOwner<{ code: string; product: string; productCode: string }>(
    `select n.check_code as code, n.product, n.product_code as "productCode" from recognition o join recognition n on n.id = o.superseded_by where o.check_code = $1`,
    [former],
  );
  const shopper = app.visitor();
  const page = await shopper.page(`/chung-nhan/${former}`);
  expect(page.text).toContain('Đã được thay thế');
  expect(page.html).toMatch(new RegExp(`href="/chung-nhan/${row?.code}"[^>]*>Giấy chứng nhận mới`, 'u'));
  const told = async (code: string) =>
    (await shopper.json('GET', `/api/v1/certificates/${encodeURIComponent(code)}`)).body;
  expect([(await told(former)).state, (await told(row?.code ?? '')).state]).toEqual(['superseded', 'valid']);
  expect(await told(row?.productCode ?? '')).toMatchObject({ state: 'valid', decision: '7002/QĐ-UBND' });
  const product = await shopper.page(`/san-pham/${row?.product}`);
  expect(product.text).toContain('Đến hết ngày');
  expect(product.text).not.toContain('Đã được thay thế');
  const { body } = await shopper.json('GET', '/api/v1/figures/period.new?unit=33&limit=100'); // one product, one new recognition
  expect(JSON.stringify(body).split('Miến đánh giá lại').length - 1).toBe(1);
};
const COMPLAINT = { content: 'Hợp đồng bao tiêu đã nộp nhưng chưa được tính điểm' };
const PAPER = { number: '31/TL-SNNMT', dated: '2026-11-21', reason: 'Hội đồng bỏ sót hợp đồng' };

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến đánh giá lại', 'Miến công nhận sai', 'Miến giữ kết quả']);
  const [province, secretary] = [await as('province'), await as('council-secretary')];
  council = await establish(app, province);
  ({ round } = made);
  session = await scoring(app, { ...made, province, secretary, council });
  const wanted = made.dossiers.map((one): Wanted => [one, 4, 80]);
  await held(app, as, { session, scorers: SCORERS, secretary: 'council-secretary', wanted });
  const { dossiers } = made;
  const issued = await decided(app, province, { kind: 'recognition', session, dossiers, number: '7001/QĐ-UBND' });
  if (issued.status !== 200) throw new Error(JSON.stringify(issued.body));
  [again = '', wrong = '', kept = ''] = dossiers;
}, 180_000);

describe('R4.9 a complaint of the producer', () => {
  let complaint = '';
  it('is refused from anybody else, without words, and twice', async () => {
    const others = ['producer-2', 'commune', 'ministry', 'inspector', 'council-member-1'];
    for (const key of others)
      expect([key, (await ask(key, `/dossiers/${again}/complaint`, COMPLAINT, again)).status]).toEqual([key, 404]);
    expect((await ask('producer', `/dossiers/${again}/complaint`, {}, again)).status).toBe(422);
    const first = await ask('producer', `/dossiers/${again}/complaint`, COMPLAINT, again);
    expect([first.status, first.body.state]).toEqual([200, 'filed']);
    complaint = String(first.body.id);
    const second = await ask('producer', `/dossiers/${again}/complaint`, COMPLAINT, again);
    expect([second.status, second.body.code]).toEqual([409, 'pending']);
  });
  it('has its number, its term and the office that answers; it stands in that office’s queue', async () => {
    const [row] = await app.database.asOwner<{ number: string; instance: string; due: string; actor: string }>(
      'select r.number, r.instance, l.due_on::text as due, l.next_actor as actor from review r join lifecycle l on l.id = r.id where r.id = $1',
      [complaint],
    );
    expect(row).toMatchObject({ instance: 'province', actor: 'province' });
    expect(row?.number).toMatch(/^KN-\d{2}\/\d{4}-33$/);
    expect(row?.due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await (await as('province')).page('/viec-cua-toi?q=Miến đánh giá lại')).text).toContain('khiếu nại');
    expect((await (await as('ministry')).page('/viec-cua-toi')).text).not.toContain('Miến đánh giá lại');
  });
  it('is read by its parties alone; the words reach nobody else', async () => {
    for (const key of ['producer', 'province', 'commune', 'auditor', 'ministry'])
      expect([key, (await (await as(key)).page(`/xem-xet-lai/${complaint}`)).status]).toEqual([key, 200]);
    for (const key of ['producer-2', 'commune-2', 'council-chair', 'inspector'])
      expect([key, (await (await as(key)).page(`/xem-xet-lai/${complaint}`)).status]).toEqual([key, 404]);
  });
  it('is taken up and answered by that office alone, each in its turn', async () => {
    const path = `/reviews/${complaint}`;
    const early = await ask('province', `${path}/answer`, { ...PAPER, outcome: 'stands' }, complaint);
    expect(early.status).toBe(409);
    const ministry = await ask('ministry', `${path}/acceptance`, {}, complaint);
    expect([ministry.status, ministry.body.code]).toEqual([409, 'notInstance']);
    expect((await ask('producer', `${path}/acceptance`, {}, complaint)).status).toBe(404);
    await act(app, await as('province'), `${path}/acceptance`, {}, complaint);
    expect((await (await as('province')).page(`/xem-xet-lai/${complaint}/tra-loi`)).text).toContain(
      'Giữ nguyên kết quả',
    );
    expect((await ask('province', `${path}/answer`, { ...PAPER, outcome: 'annul' }, complaint)).status).toBe(422);
    const before = await app.database.asOwner(
      'select id, hash, answers from score_sheet where session = $1 order by id',
      [session],
    );
    await act(app, await as('province'), `${path}/answer`, { ...PAPER, outcome: 'redo' }, complaint);
    expect([await state(complaint), await state(again)]).toEqual(['answered', 'inRound']);
    const after = await app.database.asOwner(
      'select id, hash, answers from score_sheet where session = $1 order by id',
      [session],
    );
    expect(after).toEqual(before);
    expect((await (await as('producer')).page(`/ho-so/${again}`)).text).toContain(
      'Đánh giá lại sau khi xem xét kết quả',
    );
    expect((await (await as('province')).page(`/ho-so/${again}`)).text).toContain(
      'Kết quả lần trước, hồ sơ đang được đánh giá lại',
    );
  });
  it('done again it has a last day by the setting, and is withdrawn only where the office allows it', async () => {
    const [row] = await app.database.asOwner<{ due: string | null; weekdays: number }>(
      `select l.due_on::text as due, (select count(*)::int from generate_series(g.day + 1, l.due_on, interval '1 day') d
          where extract(isodow from d) < 6) as weekdays
         from lifecycle l join ledger g on g.subject = l.id and g.action = 'dossier.redo' where l.id = $1`,
      [again],
    );
    expect(row?.weekdays).toBeGreaterThanOrEqual(LAW_SETTINGS.redoDays.initial);
    const producer = await as('producer');
    expect((await producer.page(`/ho-so/${again}`)).text).not.toContain('Rút hồ sơ này');
    expect((await producer.page(`/ho-so/${again}/rut`)).status).toBe(303);
    const refused = await ask('producer', `/dossiers/${again}/withdrawal`, { reason: 'Không muốn chấm lại' }, again);
    expect([refused.status, refused.body.code]).toEqual([409, 'redone']);
    await app.database.asOwner(
      `insert into setting (key, value, valid_from) values ('redoneWithdrawal', '"allow"', '2026-01-01')`,
    );
    expect((await producer.page(`/ho-so/${again}`)).text).toContain('Rút hồ sơ này');
    await app.database.asOwner(`delete from setting where key = 'redoneWithdrawal'`);
  });
  it('the certificate of before stands until the new decision takes its place', async () => {
    const old = await certificate(again);
    expect((await app.visitor().page(`/chung-nhan/${old.code}`)).text).toContain('Còn hiệu lực');
    const [province, secretary] = [await as('province'), await as('council-secretary')];
    const second = await scoring(app, { province, secretary, council, round, dossiers: [again] });
    await held(app, as, {
      session: second,
      scorers: SCORERS,
      secretary: 'council-secretary',
      wanted: [[again, 4, 85]],
    });
    expect((await province.page('/viec-cua-toi?q=Miến đánh giá lại')).text).toContain('Lập tờ trình, quyết định');
    const issued = await decided(app, province, {
      ...{ kind: 'recognition', session: second, dossiers: [again], number: '7002/QĐ-UBND' },
    });
    expect([issued.status, issued.body.state]).toEqual([200, 'issued']);
    expect([await state(again), await state(old.id)]).toEqual(['recognised', 'superseded']);
    expect((await (await as('province')).page(`/ho-so/${again}/thong-bao`)).status).toBe(200);
    await tellsTheTruth(old.code);
  });
  it('may be declined with a reason, or withdrawn; then another may come', async () => {
    const file = async () => String((await ask('producer', `/dossiers/${kept}/complaint`, COMPLAINT, kept)).body.id);
    const first = await file();
    expect((await ask('province', `/reviews/${first}/refusal`, { reason: '' }, first)).status).toBe(422);
    await act(app, await as('province'), `/reviews/${first}/refusal`, { reason: 'Đơn không nêu tiêu chí' }, first);
    expect((await (await as('producer')).page(`/xem-xet-lai/${first}`)).text).toContain('Đơn không nêu tiêu chí');
    const second = await file();
    await act(app, await as('producer'), `/reviews/${second}/withdrawal`, {}, second);
    expect([await state(first), await state(second), await state(kept)]).toEqual([
      'declined',
      'withdrawn',
      'recognised',
    ]);
  });
  it('an officer enters a paper complaint only with its picture', async () => {
    const answer = await ask('province', `/dossiers/${kept}/complaint`, COMPLAINT, kept);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([422, expect.stringContaining('bản chụp đơn')]);
  });
});

describe('Art. 10.1.b: the Ministry asks, the province decides', () => {
  let [request, recognition] = ['', ''];
  const LETTER = {
    wish: 'annul',
    number: '812/BNNMT-KTHT',
    dated: '2026-11-21',
    reason: 'Phiên họp không đủ số thành viên',
  };
  it('only the Ministry asks, with its letter', async () => {
    expect((await ask('province', `/dossiers/${wrong}/review-request`, LETTER, wrong)).status).toBe(404);
    const ministry = await as('ministry');
    expect((await ministry.page(`/ho-so/${wrong}`)).text).toContain('Đề nghị tỉnh xem xét lại kết quả');
    const asked = await act(app, ministry, `/dossiers/${wrong}/review-request`, LETTER, wrong);
    request = String(asked.id);
    expect(asked.state).toBe('requested');
    recognition = (await certificate(wrong)).id;
  });
  it('what it wrote stays between the two offices', async () => {
    expect((await (await as('province')).page(`/xem-xet-lai/${request}`)).text).toContain(LETTER.reason);
    for (const key of ['producer', 'commune']) {
      const { status, text } = await (await as(key)).page(`/xem-xet-lai/${request}`);
      expect([key, status, text.includes(LETTER.reason)]).toEqual([key, 200, false]);
    }
  });
  it('the recognition is withdrawn by decision: refused without one, and to everybody else', async () => {
    const body = {
      number: '7003/QĐ-UBND',
      dated: '2026-11-21',
      signatory: 'Nguyễn Văn Giả',
      reason: 'Không đủ thành viên',
    };
    const path = `/recognitions/${recognition}/annulment`;
    for (const key of ['ministry', 'commune', 'producer', 'inspector'])
      expect([key, (await ask(key, path, body, recognition)).status]).toEqual([key, 404]);
    const ahead = await ask('province', path, { ...body, dated: '2030-01-01' }, recognition);
    expect([ahead.status, ahead.body.code]).toEqual([409, 'paperDateAhead']);
    expect((await (await as('province')).page(`/giay-chung-nhan/${recognition}/thu-hoi-cong-nhan`)).status).toBe(200);
    await act(app, await as('province'), path, body, recognition);
    expect([await state(recognition), await state(wrong), await state(request)]).toEqual([
      'annulled',
      'annulled',
      'answered',
    ]);
    expect((await ask('province', path, body, recognition)).status).toBe(409);
  });
  it('the public page says so, and the stars are gone from the product', async () => {
    const { code } = await certificate(wrong);
    const { text } = await app.visitor().page(`/chung-nhan/${code}`);
    expect(text).toContain('Đã hủy bỏ');
    const answer = await app.visitor().json('GET', `/api/v1/certificates/${encodeURIComponent(code)}`);
    expect(answer.body.state).toBe('annulled');
  });
});

describe('Art. 7.4: a result of the Ministry', () => {
  it('is the Ministry’s to answer for, no province is asked; its evaluation is done again by its own council', async () => {
    const { dossiers } = await candidates(app, as, ['Miến Bộ loại'], '7100/QĐ-UBND');
    const [id = ''] = dossiers;
    const [ministry, province, producer] = [await as('ministry'), await as('province'), await as('producer')];
    await act(
      app,
      province,
      `/dossiers/${id}/package`,
      { letterNumber: '9/UBND', letterDate: '2026-11-21', samples: 5 },
      id,
    );
    const [round] = await app.database.asOwner<{ id: string }>(
      `select id from evaluation_round where level = 'central' order by proposed_before desc limit 1`,
    );
    await act(app, ministry, `/dossiers/${id}/central-reception`, { round: round?.id }, id);
    const ground = /<input[^>]*name="ground"[^>]*value="([^"]+)"/.exec((await ministry.page(`/ho-so/${id}/loai`)).html);
    await act(app, ministry, `/dossiers/${id}/exclusion`, { ground: ground?.[1], reason: 'Giấy tờ giả' }, id);
    const lower = await app.database.asOwner(
      'select star, candidate, excluded from evaluation_result where dossier = $1',
      [id],
    );
    expect(lower).toEqual([{ star: 5, candidate: true, excluded: null }]);
    expect((await ministry.page(`/ho-so/${id}`)).text).not.toContain('Đề nghị tỉnh xem xét lại');
    expect((await ministry.page(`/ho-so/${id}/de-nghi-xem-xet`)).status).toBe(404);
    const asked = { wish: 'redo', number: '1/BNNMT', dated: '2026-11-21', reason: 'Xem lại' };
    const refused = await ask('ministry', `/dossiers/${id}/review-request`, asked, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'ownResult']);
    const complaint = String((await act(app, producer, `/dossiers/${id}/complaint`, COMPLAINT, id)).id);
    const early = await ask('province', `/reviews/${complaint}/acceptance`, {}, complaint);
    expect([early.status, early.body.code]).toEqual([409, 'notInstance']);
    await act(app, ministry, `/reviews/${complaint}/acceptance`, {}, complaint);
    await act(app, ministry, `/reviews/${complaint}/answer`, { ...PAPER, outcome: 'redo' }, complaint);
    expect([await state(complaint), await state(id)]).toEqual(['answered', 'central']);
  }, 120_000);

  it('asked in a province’s place (setting), its answer becomes a request: the dossier stays the province’s', async () => {
    await app.database.asOwner(
      `insert into setting (key, value, valid_from) values ('complaintInstance', '"above"', '2026-01-01')`,
    );
    const complaint = String((await act(app, await as('producer'), `/dossiers/${kept}/complaint`, COMPLAINT, kept)).id);
    const ministry = await as('ministry');
    await act(app, ministry, `/reviews/${complaint}/acceptance`, {}, complaint);
    await act(app, ministry, `/reviews/${complaint}/answer`, { ...PAPER, outcome: 'redo' }, complaint);
    const [request] = await app.database.asOwner<{ state: string; wish: string }>(
      `select l.state, r.wish from review r join lifecycle l on l.id = r.id where r.dossier = $1 and r.kind = 'ministry'`,
      [kept],
    );
    expect([request, await state(kept)]).toEqual([{ state: 'requested', wish: 'redo' }, 'recognised']);
    await app.database.asOwner(`delete from setting where key = 'complaintInstance'`);
  });
});

it('lists show each office its own, filtered and as Excel', async () => {
  const list = (await (await as('province')).page('/xem-xet-lai?group=done')).text;
  expect(list).toContain('812/BNNMT-KTHT');
  expect((await (await as('province')).page('/xem-xet-lai.xlsx')).status).toBe(200);
  expect((await (await as('producer-2')).page('/xem-xet-lai')).text).not.toContain('812/BNNMT-KTHT');
  expect((await (await as('inspector')).page('/xem-xet-lai')).status).toBe(404);
});

it('the books of the whole database still agree', async () => {
  expect((await checkInvariants(app.database.db)).filter((one) => one.faults.length > 0)).toEqual([]);
});
