/** Section 4.3: reception, papers, Form 03, code, return, proposal; refusals and two officers at once. */
import { expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import {
  act,
  checkedDossier,
  done,
  fourMatters,
  proposedDossier,
  submittedDossier,
  upload,
} from '../../../tests/support/dossiers.ts';
import { addWorkingDays } from '../../law/calendar.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
let made = 0;
const another = () => `Sản phẩm thử ${++made} (giả định)`;
const letter = { letterNumber: '45/UBND-KT', letterDate: today, signatory: 'Người ký', samples: 5, paperSet: true };

it('R4.1 reception begins fifteen working days and is told in the list', async () => {
  const { id, version } = await submittedDossier(app);
  const officer = await app.signIn('commune');
  const before = await officer.page(`/ho-so/${id}`);
  expect(before.text).toContain('15 ngày làm việc');
  const sent = await officer.submit(before.form('/tiep-nhan'));
  expect(sent.location).toBe(`/ho-so/${id}`);
  const [row] = await app.database.asOwner<{ state: string; due: string }>(
    `select state, due_on::text as due from lifecycle where id = '${id}'`,
  );
  expect(row).toEqual({ state: 'checking', due: addWorkingDays(today, 15, []).day });
  expect((await officer.page('/ho-so')).text).toContain('Còn 15 ngày làm việc');
  expect((await act(officer, id, 'reception', version)).status).toBe(412);
});

it('S13 the other commune, the producer and the council learn nothing of it', async () => {
  const { id, version } = await submittedDossier(app, { newProduct: another() });
  for (const account of ['commune-2', 'council-member-1', 'administrator']) {
    const stranger = await app.signIn(account);
    for (const page of ['', '/doc', '/so-ghi', '/mau-03.pdf', '/danh-gia', '/tra-lai', '/de-nghi'])
      expect((await stranger.page(`/ho-so/${id}${page}`)).status, `${account} ${page}`).toBe(404);
    expect((await act(stranger, id, 'reception', version)).status).toBe(404);
  }
  const producer = await app.signIn('producer');
  expect((await act(producer, id, 'reception', version)).status).toBe(404);
  expect((await producer.page(`/ho-so/${id}/so-ghi`)).status).toBe(404);
  expect((await app.visitor().page(`/ho-so/${id}`)).status).not.toBe(200);
});

it('S17 who entered a dossier from paper does not receive it', async () => {
  const officer = await app.signIn('commune');
  const start = {
    producer: demoId('producer', 'canh-dieu'),
    kind: 'first',
    newProduct: another(),
    productSet: '26-2026/06',
    onBehalf: true,
    signedForm: await upload(officer, 'phieu.png'),
  };
  const begun = await done(officer.json('POST', '/api/v1/dossiers', start, { key: true }));
  await app.database.asOwner(`alter table lifecycle disable trigger user`);
  await app.database.asOwner(`update lifecycle set state = 'submitted' where id = '${begun.id}'`);
  await app.database.asOwner(`alter table lifecycle enable trigger user`);
  expect((await officer.page(`/ho-so/${begun.id}`)).text).toContain('Nhờ cán bộ khác của xã tiếp nhận');
  const refused = await act(officer, begun.id, 'reception', begun.version);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('Người nhập hồ sơ không tự tiếp nhận');
});

it('two officers at once: one receives, the other is told', async () => {
  const { id, version } = await submittedDossier(app, { newProduct: another() });
  const [one, other] = await Promise.all([app.signIn('commune'), app.signIn('commune')]);
  const answers = await Promise.all([one, other].map((officer) => act(officer, id, 'reception', version)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const moves = await app.database.asOwner(
    `select no from ledger where subject = '${id}' and action = 'dossier.receive'`,
  );
  expect(moves).toHaveLength(1);
});

it('Q4 the same key twice has one effect', async () => {
  const { id, version } = await submittedDossier(app, { newProduct: another() });
  const officer = await app.signIn('commune');
  const key = `key-${id}`;
  const send = () => officer.json('POST', `/api/v1/dossiers/${id}/reception`, {}, { key, ifMatch: version });
  const first = await send();
  expect(await send()).toMatchObject({ status: first.status, body: first.body });
});

it('R6.4 serials of a commune go on without a hole; a code of another product is refused', async () => {
  const one = await checkedDossier(app, { newProduct: another() });
  const two = await checkedDossier(app, { newProduct: another() });
  const codes = await app.database.asOwner<{ id: string; code: string }>(
    `select id, product_code as code from dossier where id in ('${one.id}', '${two.id}')`,
  );
  const codeOf = (id: string) => codes.find((row) => row.id === id)?.code ?? '';
  const serial = (id: string) => Number(codeOf(id).split('-')[2]);
  expect(codeOf(one.id)).toMatch(/^33-11977-\d+-20\d\d$/);
  expect(serial(two.id)).toBe(serial(one.id) + 1);
  const officer = await app.signIn('commune');
  const reason = 'Ghi nhầm số thứ tự';
  const again = await act(officer, two.id, 'code', two.version, { code: '33-11977-900-2026' });
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('sửa mã và ghi lý do')]);
  const refused = await act(officer, two.id, 'code-correction', two.version, { code: codeOf(one.id), reason });
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('Mã này đã cấp cho sản phẩm khác');
  const slip = await act(officer, two.id, 'code-correction', two.version, { code: 'abc', reason });
  expect([slip.status, slip.body.errors]).toEqual([422, [expect.objectContaining({ field: 'code' })]]);
  const same = await act(officer, two.id, 'code-correction', two.version, { code: codeOf(two.id), reason });
  expect([same.status, same.body.detail]).toEqual([409, expect.stringContaining('trùng mã đang có')]);
});

it('R6.4 a wrong code is put right with its reason by commune and province until the decision, each time a row of the ledger', async () => {
  const made = await proposedDossier(app, '2026-11-20', { newProduct: another() });
  const [before] = await app.database.asOwner<{ code: string }>(
    `select product_code as code from dossier where id = '${made.id}'`,
  );
  const commune = await app.signIn('commune');
  const page = await commune.page(`/ho-so/${made.id}/sua-ma-so`);
  expect((await commune.page(`/ho-so/${made.id}`)).html).toContain(`/ho-so/${made.id}/sua-ma-so`);
  const empty = await commune.submit(page.form('/sua-ma-so'), { code: '33-11977-801-2026', reason: '' });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Lý do sửa mã')]);
  expect(empty.html).toContain('value="33-11977-801-2026"');
  const right = await commune.submit(page.form('/sua-ma-so'), { code: '33-11977–801–2026', reason: 'Ghi nhầm' });
  expect([right.status, (await commune.follow(right.location ?? '')).text]).toEqual([
    303,
    expect.stringContaining('33-11977-801-2026'),
  ]);
  const province = await app.signIn('province');
  const again = await province.page(`/ho-so/${made.id}/sua-ma-so`);
  await province.submit(again.form('/sua-ma-so'), { code: '33-11977-802-2026', reason: 'Nhầm lần nữa' });
  const rows = await app.database.asOwner(
    `select facts, reason, capacity from ledger where subject = '${made.id}' and action = 'dossier.correctCode' order by no`,
  );
  expect(rows).toEqual([
    {
      facts: { code: '33-11977-801-2026', former: before?.code },
      reason: 'Ghi nhầm',
      capacity: 'Cán bộ xã, Xã Tân Hưng',
    },
    {
      facts: { code: '33-11977-802-2026', former: '33-11977-801-2026' },
      reason: 'Nhầm lần nữa',
      capacity: 'Cơ quan OCOP tỉnh, Tỉnh Hưng Yên',
    },
  ]);
  const kept = await app.database.asOwner(`select code from product_code where code = '33-11977-801-2026'`);
  expect(kept).toHaveLength(1);
  expect((await (await app.signIn('commune-2')).page(`/ho-so/${made.id}/sua-ma-so`)).status).toBe(404);
  const producer = await app.signIn('producer');
  expect((await producer.page(`/ho-so/${made.id}`)).text).toContain('Sửa mã số sản phẩm');
});

it('the law names what still stands before a proposal', async () => {
  const { id, version, papers } = await submittedDossier(app, { newProduct: another(), papers: 2 });
  const officer = await app.signIn('commune');
  let seen = await done(act(officer, id, 'reception', version));
  const propose = async (change: object = {}) => {
    const { status, body } = await act(officer, id, 'proposal', seen.version, { ...letter, ...change });
    expect(status).toBe(409);
    return String(body.detail);
  };
  expect(await propose()).toContain('Kiểm tra hết các giấy tờ');
  const failing = await act(officer, id, `papers/${papers[0]}/check`, seen.version, { verdict: 'fail' });
  expect(failing.body.detail).toContain('Ghi lý do giấy tờ không đạt');
  for (const paper of papers)
    seen = await done(act(officer, id, `papers/${paper}/check`, seen.version, { verdict: 'pass' }));
  expect(await propose()).toContain('Ghi đánh giá còn thiếu');
  seen = await done(act(officer, id, 'assessment', seen.version, fourMatters));
  expect(await propose()).toContain('Cấp mã số sản phẩm');
  seen = await done(act(officer, id, 'code', seen.version));
  expect(await propose({ samples: 4 })).toContain('Nhận đủ 5 sản phẩm mẫu');
  const strange = await act(officer, id, `papers/${id}/check`, seen.version, { verdict: 'pass' });
  expect(strange.status).toBe(422);
  await done(act(officer, id, 'proposal', seen.version, letter));
});

it('Form 03, the letter and the list come out as files', async () => {
  const { id } = await proposedDossier(app, today, { newProduct: another() });
  const officer = await app.signIn('commune');
  const magic = async (path: string) => {
    const answer = await officer.fetch(path);
    expect(answer.status, path).toBe(200);
    return Buffer.from(await answer.arrayBuffer())
      .subarray(0, 4)
      .toString('latin1');
  };
  expect(await magic(`/ho-so/${id}/mau-03.pdf`)).toBe('%PDF');
  expect(await magic(`/ho-so/${id}/van-ban-de-nghi.pdf`)).toBe('%PDF');
  for (const path of [`/ho-so/${id}/mau-03.docx`, `/ho-so/${id}/van-ban-de-nghi.docx`, '/ho-so.xlsx?state=proposed'])
    expect(await magic(path)).toBe('PK\u0003\u0004');
  const logged = await app.database.asOwner(
    `select 1 from access_log where kind = 'export' and facts->>'what' = 'dossier.export' limit 1`,
  );
  expect(logged).toHaveLength(1);
});

it('the list takes every filter, and nonsense counts as none', async () => {
  const officer = await app.signIn('commune');
  const all = await officer.page('/ho-so');
  expect(all.text).toContain('Miến dong Cánh Diều');
  expect((await officer.page('/ho-so?q=mien%20dong%20canh')).text).toContain('Miến dong Cánh Diều');
  expect((await officer.page('/ho-so?q=kh%C3%B4ng-c%C3%B3')).text).toContain('Không có hồ sơ nào');
  expect((await officer.page('/ho-so?state=hư&kind=x&round=7&due=y&after=%00')).status).toBe(200);
  const other = await app.signIn('commune-2');
  expect((await other.page('/ho-so')).text).not.toContain('Miến dong Cánh Diều');
});
