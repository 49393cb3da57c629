/** What is not filed yet is the producer's alone: its product, its papers, its very existence; and only what was read is sealed. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, fourMatters, GENERAL, RESULTS, submittedDossier, upload } from '../../../tests/support/dossiers.ts';

const app = await testApp();
const NAME = 'Miến thử chưa nộp (giả định)';
const made = await submittedDossier(app, { newProduct: NAME, handIn: false });
const [row] = await app.database.asOwner<{ product: string; file: string; version: number; draft: number }>(
  `select d.product, p.file, l.version, d.draft_version as draft from dossier d join lifecycle l on l.id = d.id
     join dossier_paper c on c.dossier = d.id join paper p on p.id = c.paper where d.id = '${made.id}' limit 1`,
);
const { product = '', file = '', version = 0, draft = 0 } = row ?? {};

it('S14 a product that only a dossier has named is not public: no list, page, answer, map of the site', async () => {
  const anyone = app.visitor();
  expect((await anyone.page(`/san-pham/${product}`)).status).toBe(404);
  expect((await anyone.json('GET', `/api/v1/products/${product}`)).status).toBe(404);
  const found = await anyone.json('GET', `/api/v1/products?q=${encodeURIComponent(NAME)}`);
  expect(found.body.items).toEqual([]);
  expect((await anyone.page('/sitemap.xml')).text).not.toContain(product);
  expect((await anyone.page(`/bao-dung-sai?code=${product}`)).text).not.toContain(NAME);
});

it('S13 the offices above are told nothing of a draft, whatever they send to it', async () => {
  const acts = {
    province: ['acceptance', 'exclusion', 'path', 'closing', 'notice', 'advice'],
    commune: ['reception'],
  };
  for (const [account, ways] of Object.entries(acts)) {
    const office = await app.signIn(account);
    for (const way of ways)
      for (const seen of [1, version]) {
        const [draft, nothing] = await Promise.all([made.id, v7()].map((id) => act(office, id, way, seen)));
        expect([way, draft?.status, draft?.body.detail]).toEqual([way, nothing?.status, nothing?.body.detail]);
        expect([404, 422]).toContain(draft?.status);
      }
  }
});

it('S13 for the commune a draft the producer writes itself does not exist: every act and page as for an unknown id', async () => {
  const commune = await app.signIn('commune');
  const [paper = ''] = made.papers;
  const file = await upload(commune, 'giay.png');
  const reason = 'Lý do thử';
  const acts: readonly (readonly [string, object])[] = [
    ...([
      ['reception', {}],
      [`papers/${paper}/check`, { verdict: 'pass' }],
      ['assessment', fourMatters],
      ['code', {}],
      ['return', { items: [{ target: 'general', reason }], reason }],
      ['proposal', { letterNumber: '1/UBND', letterDate: '2026-11-20', signatory: 'Người ký', paperSet: false }],
      ['general', GENERAL],
      ['results', RESULTS],
      ['plan', { plan: 'Thử' }],
      ['answers', { answers: { '1.1': '1.1#2' } }],
      ['papers', { kind: 'E01', title: 'Giấy', file }],
      ['photos', { kind: 'E10', title: 'Ảnh', photos: [file] }],
    ] as const),
    ...([
      ['papers/place', { paper, way: 'down' }],
      ['papers/turn', { paper }],
      ['papers/replacement', { paper, file }],
      ['papers/citation', { paper }],
      ['papers/removal', { paper }],
      ['signed-form', { file }],
      ['submission', { truthful: true }],
      ['withdrawal', { reason }],
    ] as const),
  ];
  for (const [way, body] of acts)
    for (const seen of [1, version, draft, 999]) {
      const [real, nothing] = await Promise.all([made.id, v7()].map((id) => act(commune, id, way, seen, body)));
      expect([way, real?.status, real?.body.detail]).toEqual([way, 404, nothing?.body.detail]);
    }
  const pages = [
    '',
    '/doc',
    '/thong-tin',
    '/tu-cham',
    '/giay-to',
    '/kiem-tra',
    '/ban-da-nop',
    '/danh-gia',
    '/phieu-ky',
  ];
  for (const rest of [...pages, '/tra-lai', '/de-nghi', '/bien-nhan.pdf', '/mau-01.pdf', '/mau-02.docx']) {
    const [real, nothing] = await Promise.all([made.id, v7()].map((id) => commune.page(`/ho-so/${id}${rest}`)));
    expect([rest, real?.status, real?.location]).toEqual([rest, nothing?.status, nothing?.location]);
    expect([rest, real?.status]).toEqual([rest, expect.toSatisfy((status) => status === 404 || status === 303)]);
  }
  expect((await commune.page('/so-cai')).html).not.toContain(made.id);
});

it('S13 a draft withdrawn before it was filed is nobody’s work: its commune and province never see it', async () => {
  const gone = await submittedDossier(app, { newProduct: 'Miến thử rút sớm (giả định)', handIn: false });
  const producer = await app.signIn('producer');
  expect((await act(producer, gone.id, 'withdrawal', gone.version, { reason: 'Chưa đủ hàng mẫu' })).status).toBe(200);
  for (const account of ['commune', 'province'])
    expect([account, (await (await app.signIn(account)).page(`/ho-so/${gone.id}`)).status]).toEqual([account, 404]);
  expect((await producer.page(`/ho-so/${gone.id}`)).status).toBe(200);
});

it('R3.9 what an officer of the commune writes from paper is reached by its commune, by no other and by no province', async () => {
  const entered = await submittedDossier(app, {
    newProduct: 'Miến nhập hộ (giả định)',
    account: 'commune',
    handIn: false,
  });
  const statusFor = async (account: string) => (await (await app.signIn(account)).page(`/ho-so/${entered.id}`)).status;
  expect([await statusFor('commune'), await statusFor('province')]).toEqual([200, 404]);
  const officer = await app.signIn('commune');
  expect((await act(officer, entered.id, 'submission', entered.version, { truthful: true })).status).toBe(200);
  expect(await statusFor('province')).toBe(200);
});

it('S14 the papers of a draft are read by nobody but its producer until it is filed', async () => {
  for (const account of ['commune', 'province', 'auditor', 'producer-2'])
    expect([account, (await (await app.signIn(account)).page(`/tep/${file}`)).status]).toEqual([account, 404]);
  expect((await (await app.signIn('producer')).page(`/tep/${file}`)).status).toBe(200);
});

it('Q5 nothing is submitted that was changed after it was read, on paper or over the API', async () => {
  const producer = await app.signIn('producer');
  const page = await producer.page(`/ho-so/${made.id}/kiem-tra`);
  const plan = { plan: 'Sửa ở máy khác sau khi trang kiểm tra đã mở.' };
  expect((await act(producer, made.id, 'plan', draft, plan)).status).toBe(200);
  const old = await producer.submit(page.form('/nop'), { truthful: 'on' });
  expect([old.status, old.text]).toEqual([409, expect.stringContaining('vừa được sửa ở máy hoặc trang khác')]);
  const api = await act(producer, made.id, 'submission', version, { truthful: true, draftVersion: draft });
  expect([api.status, api.body.code]).toEqual([412, 'stale']);
  const seen = old.form('/nop');
  expect((await producer.submit(seen, { truthful: 'on' })).status).toBe(303);
});
