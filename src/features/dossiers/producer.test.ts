/** Section 4.2: a dossier from its start to the receipt; what is refused, and what a returned one opens. */
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { act, done, submittedDossier, upload } from '../../../tests/support/dossiers.ts';

const app = await testApp();
const producer = await app.signIn('producer');
const other = await app.signIn('producer-2');
const officer = await app.signIn('commune');
const start = {
  producer: demoId('producer', 'canh-dieu'),
  kind: 'first',
  product: demoId('product', 'bun-kho'),
  productSet: '26-2026/06',
};
const draft = (more: object = {}) =>
  done(producer.json('POST', '/api/v1/dossiers', { ...start, ...more }, { key: true }));
const newDraft = (name: string) => draft({ product: undefined, newProduct: name });

describe('starting', () => {
  it('R2.5 refuses an upgrade of what was never recognised, and a second dossier of one product', async () => {
    const upgrade = await producer.json('POST', '/api/v1/dossiers', { ...start, kind: 'upgrade' }, { key: true });
    expect([upgrade.status, upgrade.body.detail]).toEqual([
      409,
      expect.stringContaining('chưa được công nhận lần nào'),
    ]);
    await draft();
    const second = await producer.json('POST', '/api/v1/dossiers', start, { key: true });
    expect([second.status, second.body.detail]).toEqual([409, expect.stringContaining('chưa xong')]);
  });

  it('S14 a producer begins nothing for another one', async () => {
    expect((await other.json('POST', '/api/v1/dossiers', start, { key: true })).status).toBe(404);
  });

  it('R1.1 takes only sets of the rulebook in force', async () => {
    const body = { ...start, product: undefined, newProduct: 'Sản phẩm cũ (giả định)', productSet: '148-2023/06' };
    const answer = await producer.json('POST', '/api/v1/dossiers', body, { key: true });
    expect(answer.status).toBe(422);
  });

  it('Q4 the same key begins one dossier only', async () => {
    const body = { ...start, product: undefined, newProduct: 'Bánh một lần (giả định)' };
    const key = 'start-once-0001';
    const first = await done(producer.json('POST', '/api/v1/dossiers', body, { key }));
    const again = await done(producer.json('POST', '/api/v1/dossiers', body, { key }));
    expect(again.id).toBe(first.id);
  });

  it('U8 a product with an open dossier leads to it; one with a running certificate is offered the upgrade', async () => {
    const at = (product: unknown) => `/cua-toi/ho-so/moi?producer=${start.producer}&product=${product}`;
    const { id } = await newDraft('Mỳ đang làm (giả định)');
    const [open] = await app.database.asOwner<{ product: string }>('select product from dossier where id = $1', [id]);
    const busy = await producer.page(at(open?.product));
    expect(busy.text).toContain('Sản phẩm này đang có một hồ sơ');
    expect(busy.html).toContain(`href="/ho-so/${id}"`);
    const [recognised] = await app.database.asOwner<{ id: string }>(
      'select p.id from product p where p.producer = $1 and p.current_recognition is not null',
      [start.producer],
    );
    const offered = await producer.page(at(recognised?.id));
    expect(offered.html).toMatch(/value="upgrade"[^>]*checked|checked[^>]*value="upgrade"/);
    expect(offered.text).toMatch(/Nộp từ ngày \d\d\/\d\d\/\d{4} đến ngày \d\d\/\d\d\/\d{4}; soạn trước được/);
    const early = await draft({ kind: 'reEvaluation', product: recognised?.id });
    expect((await producer.page(`/ho-so/${early.id}/kiem-tra`)).text).toContain('Chưa nộp được hôm nay. Nộp từ ngày');
  });

  it('U17 what cannot be meant is named at its field and in the check before handing in', async () => {
    const { id } = await newDraft('Bún khó gọi (giả định)');
    const form = (await producer.page(`/ho-so/${id}/thong-tin`)).form(`/ho-so/${id}/thong-tin`);
    await producer.submit(form, { phone: 'xyz', foundedOn: '31/02/2020' });
    for (const page of ['thong-tin', 'kiem-tra']) {
      const { text } = await producer.page(`/ho-so/${id}/${page}`);
      expect(text).toContain('Nhập đủ số điện thoại, ví dụ 0912 345 678.');
      expect(text).toContain('Nhập ngày thành lập có trong lịch');
    }
    expect((await producer.page(`/ho-so/${id}`)).text).toContain('2 ô cần sửa');
  });

  it('U9 the form is prefilled from the registry', async () => {
    const { id } = await newDraft('Miến khoai (giả định)');
    const page = await producer.page(`/ho-so/${id}/thong-tin`);
    expect(page.html).toContain('Hợp tác xã Miến dong Cánh Diều (giả định)');
    expect(page.html).toContain('Ban giám đốc ba người');
  });
});

describe('a draft', () => {
  it('S14 is its producer’s alone: another producer, the commune, the province and an auditor see 404', async () => {
    const { id } = await newDraft('Mỳ kín (giả định)');
    const everybody = [other, officer, await app.signIn('province'), await app.signIn('auditor')];
    for (const who of everybody) expect((await who.page(`/ho-so/${id}`)).status).toBe(404);
    expect((await act(other, id, 'plan', 1, { plan: 'Của người khác' })).status).toBe(404);
    expect((await producer.page(`/ho-so/${id}`)).status).toBe(200);
  });

  it('Q5 an old version is refused and says which is the newest', async () => {
    const { id, draftVersion } = await newDraft('Mỳ hai máy (giả định)');
    await done(act(producer, id, 'plan', draftVersion, { plan: 'Máy thứ nhất' }));
    const late = await act(producer, id, 'plan', draftVersion, { plan: 'Máy thứ hai' });
    expect([late.status, late.body.details]).toEqual([412, { current: draftVersion + 1 }]);
  });

  it('U17 is not handed in before what the rules require is there; each missing thing is a link', async () => {
    const { id, version } = await newDraft('Mỳ thiếu (giả định)');
    const page = await producer.page(`/ho-so/${id}/kiem-tra`);
    expect(page.text).toContain('phải làm xong mới nộp được');
    expect(page.html).toContain(`/ho-so/${id}/ke-hoach#f-plan`);
    const refused = await act(producer, id, 'submission', version, { truthful: true });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Bổ sung các mục bắt buộc')]);
    const { missing } = refused.body.details as { missing: string[] };
    expect(missing.length).toBeGreaterThan(3);
    for (const one of missing) expect(one).toMatch(/^[A-ZĐ].*\.$/);
  });

  it('S18 a criterion, option or date that cannot be is refused at its field; nothing is kept', async () => {
    const { id, draftVersion } = await newDraft('Mỳ sai mục (giả định)');
    const file = await upload(producer, 'giay.png');
    const paper = { kind: 'E03', title: 'Hợp đồng', file };
    const photos = { kind: 'E10', title: 'Ảnh', photos: [file] };
    const wrong: [string, object, string][] = [
      ['answers', { answers: { '1.1': 'zz' } }, 'answers.1.1'],
      ['answers', { answers: { '99': 'zz' } }, 'answers.99'],
      ['answers', { notes: { constructor: 'x' } }, 'notes.constructor'],
      ['answers', { attach: '99' }, 'attach'],
      ['papers', { ...paper, criterion: '99' }, 'criterion'],
      ['papers', { ...paper, issuedOn: '9999-12-31' }, 'issuedOn'],
      ['photos', { ...photos, criterion: '99' }, 'criterion'],
      ['photos', { ...photos, photos: [file, file] }, 'photos'],
    ];
    for (const [what, body, field] of wrong) {
      const refused = await act(producer, id, what, draftVersion, body);
      expect([what, refused.status, refused.body.errors]).toMatchObject([what, 422, [{ field }]]);
    }
    const { draftVersion: now } = await done(act(producer, id, 'answers', draftVersion, { attach: '1.1' }));
    expect(now).toBe(draftVersion + 1);
  });

  it('R3.6 one paper supports many criteria, and stays in the wallet when it is taken out', async () => {
    const { id, draftVersion } = await newDraft('Mỳ giấy tờ (giả định)');
    const file = await upload(producer, 'hop-dong.png');
    const paper = { kind: 'E03', title: 'Hợp đồng', file, criterion: '1.1' };
    let { draftVersion: now } = await done(act(producer, id, 'papers', draftVersion, paper));
    const [{ paper: kept } = { paper: '' }] = await app.database.asOwner<{ paper: string }>(
      `select paper from dossier_paper where dossier = '${id}'`,
    );
    ({ draftVersion: now } = await done(act(producer, id, 'papers/citation', now, { paper: kept, criterion: '1.5' })));
    expect((await producer.page(`/ho-so/${id}/giay-to`)).text).toContain('Dùng cho tiêu chí 1.1, 1.5');
    await done(act(producer, id, 'papers/removal', now, { paper: kept }));
    expect((await producer.page(`/ho-so/${id}/giay-to`)).text).toContain('Có sẵn trong kho giấy tờ');
  });

  it('S26 a file that is not what it says is refused at its field, and nothing typed is lost', async () => {
    const { id } = await newDraft('Mỳ tệp lạ (giả định)');
    const page = await producer.page(`/ho-so/${id}/giay-to/E11`);
    const typed = { title: 'Bản công bố', number: '01/CB' };
    const fake = { name: 'a.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('<svg onload="x">') };
    const refused = await producer.submit(page.form('/them'), typed, { file: fake });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('01/CB');
    const empty = { name: 'b.pdf', type: 'application/pdf', bytes: new Uint8Array() };
    expect((await producer.submit(page.form('/them'), typed, { file: empty })).status).toBe(422);
  });

  it('a real PDF handed in by a plain form is kept, with its pages counted', async () => {
    const { id } = await newDraft('Mỳ tệp thật (giả định)');
    const pdf = await PDFDocument.create();
    pdf.addPage([200, 200]);
    const bytes = new Uint8Array(await pdf.save());
    const page = await producer.page(`/ho-so/${id}/giay-to/E11`);
    const file = { name: 'cong-bo.pdf', type: 'application/pdf', bytes };
    const sent = await producer.submit(page.form('/them'), { title: 'Bản công bố' }, { file });
    expect(sent.location).toBe(`/ho-so/${id}/giay-to/E11`);
    expect((await producer.page(`/ho-so/${id}/giay-to/E11`)).text).toContain('PDF, 1 trang');
  });
});

describe('handing in', () => {
  it('R3.10 gives the commune’s next number at once, seals the content, tells both sides and locks it', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến nộp (giả định)' });
    const page = await producer.page(`/ho-so/${made.id}`);
    expect(page.text).toMatch(/\d{4}-X\/PĐK-33-11977-\d{4}/);
    expect(page.text).toContain('Chờ xã tiếp nhận');
    const [row] = await app.database.asOwner<{ next_actor: string; content_hash: string; sealed: string }>(
      `select l.next_actor, d.content_hash, (select facts->>'contentHash' from ledger where subject = d.id and action = 'dossier.submit') as sealed
         from dossier d join lifecycle l on l.id = d.id where d.id = '${made.id}'`,
    );
    expect(row).toEqual({
      next_actor: 'commune',
      content_hash: row?.sealed,
      sealed: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const told = await app.database.asOwner<{ channel: string; subject: string }>(
      `select channel, subject from outbox where about = '${made.id}'`,
    );
    expect(new Set(told.map(({ channel, subject }) => `${channel}: ${subject}`))).toEqual(
      new Set([
        'app: Đã nộp hồ sơ Miến nộp (giả định)',
        'email: Đã nộp hồ sơ Miến nộp (giả định)', // the producer's own address; the demonstration's accounts have none
        'app: Hồ sơ Miến nộp (giả định) chờ tiếp nhận',
      ]),
    );
    const late = await act(producer, made.id, 'plan', 6, { plan: 'Sửa sau khi nộp' });
    expect(late.status).toBe(409);
  });

  it('U18 the receipt and both forms come as PDF and Word, for who may read the dossier only', async () => {
    const { id } = await submittedDossier(app, { newProduct: 'Miến in (giả định)' });
    for (const paper of ['bien-nhan.pdf', 'mau-01.pdf', 'mau-02.pdf', 'mau-01.docx', 'mau-02.docx']) {
      const answer = await producer.fetch(`/ho-so/${id}/${paper}`);
      const head = Buffer.from(await answer.arrayBuffer())
        .subarray(0, 4)
        .toString('latin1');
      expect([paper, answer.status, head]).toEqual([paper, 200, paper.endsWith('pdf') ? '%PDF' : 'PK\x03\x04']);
      expect((await other.fetch(`/ho-so/${id}/${paper}`)).status).toBe(404);
    }
  });

  it('is withdrawn only with a reason, once, by its producer', async () => {
    const { id, version } = await submittedDossier(app, { newProduct: 'Miến rút (giả định)' });
    expect((await act(officer, id, 'withdrawal', version, { reason: 'Xã không được rút' })).status).toBe(404);
    expect((await act(producer, id, 'withdrawal', version, {})).status).toBe(422);
    const gone = await done(act(producer, id, 'withdrawal', version, { reason: 'Làm lại bao bì' }));
    expect((await act(producer, id, 'withdrawal', gone.version, { reason: 'Lần nữa' })).status).toBe(409);
    expect((await producer.page(`/ho-so/${id}`)).text).toContain('Chủ thể đã rút');
  });
});

describe('a returned dossier', () => {
  it('U19 opens only what was named, shows the reason, and is handed in again under a new number', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến sửa (giả định)', papers: 2 });
    const [wrong = '', right = ''] = made.papers;
    let { version } = await done(act(officer, made.id, 'reception', made.version));
    const fail = { verdict: 'fail', reason: 'Trang 2 mờ, không đọc được ngày ký.' };
    ({ version } = await done(act(officer, made.id, `papers/${wrong}/check`, version, fail)));
    ({ version } = await done(act(officer, made.id, `papers/${right}/check`, version, { verdict: 'pass' })));
    ({ version } = await done(act(officer, made.id, 'return', version, {})));
    const page = await producer.page(`/ho-so/${made.id}`);
    expect(page.text).toContain('Xã trả lại để bổ sung 1 mục');
    expect(page.text).toContain('Trang 2 mờ');
    const check = await producer.page(`/ho-so/${made.id}/kiem-tra`);
    expect(check.text).toContain('Xã đã ghi không đạt: Giấy tờ số 1');
    const draftVersion = Number(
      (await app.database.asOwner<{ v: number }>(`select draft_version as v from dossier where id = '${made.id}'`))[0]
        ?.v,
    );
    expect((await act(producer, made.id, 'plan', draftVersion, { plan: 'Lén sửa' })).status).toBe(409);
    expect((await act(producer, made.id, 'papers/removal', draftVersion, { paper: right })).status).toBe(409);
    const out = await done(act(producer, made.id, 'papers/removal', draftVersion, { paper: wrong }));
    const file = await upload(producer, 'ban-moi.png');
    await done(act(producer, made.id, 'papers', out.draftVersion, { kind: 'E02', title: 'Bản chụp lại', file }));
    const again = await done(act(producer, made.id, 'submission', version, { truthful: true }));
    expect(again.version).toBe(version + 1);
    const slips = await app.database.asOwner(`select number from receipt_slip where dossier = '${made.id}'`);
    expect(slips).toHaveLength(2);
    const office = (await officer.page(`/ho-so/${made.id}`)).html; // what is printed is the newest slip
    expect(office.split('/bien-nhan.pdf"').length - 1).toBe(1);
    expect(office).toContain('lần nộp trước');
    const ledger = (await officer.page(`/ho-so/${made.id}/so-ghi`)).html;
    expect(ledger.split('Về hồ sơ').length - 1).toBe(1);
  });
});
