/** A council's meeting: product on the table, attendance, notes and proposals into the minutes; nothing about unopened sheets. */
import { beforeAll, describe, expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { testApp } from './support/app.ts';
import { signedIn } from './support/central.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  scoring,
  sheetOf,
  versionOf,
} from './support/council.ts';
import { pdfWords } from './support/documents.ts';
import { fewestStatements } from './support/statements.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const [good, low] = [demoSheet(index, 4, 81), demoSheet(index, 3, 62)];
const as = signedIn(app);
let session = '';
let council = '';
let dossiers: string[] = [];
const [MEMBER, BACK] = ['council-member-1', 'council-member-4'];
const room = (more = '') => `/phien/${session}/hop${more}`;
const stampOf = async (key: string) =>
  (await (await as(key)).json('GET', `/api/v1/sessions/${session}/room`)).body.stamp;
const seatOf = async (key: string) =>
  (
    await app.database.asOwner<{ seat: string }>('select seat from score_sheet where id = $1', [
      await sheetOf(app, session, dossiers[0] ?? '', key),
    ])
  )[0]?.seat;
const meetingVersion = async () =>
  Number(
    (await app.database.asOwner<{ v: number }>('select version as v from meeting where session = $1', [session]))[0]
      ?.v ?? 0,
  );
const lead = async (key: string, dossier = '', version?: number) => {
  const ifMatch = version ?? (await meetingVersion());
  return (await as(key)).json('POST', `/api/v1/sessions/${session}/table`, { dossier }, { key: true, ifMatch });
};

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến họp A', 'Miến họp B', 'Miến họp C']);
  council = await establish(app, await as('province'));
  const start = { province: await as('province'), secretary: await as('council-secretary'), council };
  session = await scoring(app, { ...made, ...start });
  dossiers = made.dossiers;
}, 120_000);

describe('the product on the table', () => {
  it('there is none before the secretary begins the meeting, which nobody else does', async () => {
    expect((await lead('council-chair', dossiers[1])).status).toBe(409);
    for (const key of ['council-chair', MEMBER, 'province', 'auditor'])
      expect((await (await as(key)).post(room('/bat-dau'), { _key: crypto.randomUUID(), at: '08:00' })).status).toBe(
        404,
      );
    const secretary = await as('council-secretary');
    const page = await secretary.page(room());
    const wrong = await secretary.submit(page.form('/bat-dau'), { at: '25:00' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('ghi giờ và phút, ví dụ 08:05')]);
    expect((await secretary.submit(page.form('/bat-dau'), { at: '8h05' })).location).toBe(room());
    expect((await secretary.page(room())).text).toContain('Bắt đầu lúc 08:05.');
    const twice = await act(app, secretary, `/sessions/${session}/meeting-start`, { at: '09:00' }, session).catch(
      String,
    );
    expect(String(twice)).toContain('Phiên họp đã bắt đầu');
  });

  it('every screen follows secretary and chair; of two at once one wins, and a product of elsewhere is refused', async () => {
    const member = await as(MEMBER);
    expect((await member.page(room())).text).toMatch(/Đang xem 1 trong 3 Miến họp A/);
    const sheet = await sheetOf(app, session, dossiers[0] ?? '', MEMBER);
    const before = await stampOf(MEMBER);
    const secretary = await as('council-secretary');
    const onwards = (await secretary.page(room())).html.match(/<form[^>]*chuyen.*?Sản phẩm tiếp theo/s)?.[0] ?? '';
    expect(onwards).toContain(dossiers[1]);
    const version = await meetingVersion();
    expect((await lead('council-secretary', dossiers[1], version)).status).toBe(200);
    expect((await lead('council-chair', dossiers[2], version)).status).toBe(412);
    expect(await stampOf(MEMBER)).not.toBe(before);
    expect((await member.page(room())).text).toMatch(/Đang xem 2 trong 3 Miến họp B/);
    const own = await member.page(`/cham/${sheet}`);
    expect(own.html).toMatch(/Hội đồng đang xem <a href="\/cham\/[0-9a-f-]{36}">Miến họp B<\/a>/);
    expect((await lead('council-chair', dossiers[0])).status).toBe(200);
    expect((await lead(MEMBER, dossiers[0])).status).toBe(404);
    expect((await lead('council-chair', crypto.randomUUID())).status).toBe(422);
  });

  it('a screen that asks again is told 304 until something changes', async () => {
    const member = await as(MEMBER);
    const first = await member.fetch(`/api/v1/sessions/${session}/room`);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await member.fetch(`/api/v1/sessions/${session}/room`, { headers })).status).toBe(304);
    await lead('council-secretary', dossiers[1]);
    expect((await member.fetch(`/api/v1/sessions/${session}/room`, { headers })).status).toBe(200);
    expect((await (await as('commune')).fetch(`/api/v1/sessions/${session}/room`)).status).toBe(404);
  });

  it('R4.10 who stepped back finds no trace of the product, not even while it lies on the table', async () => {
    const seat = await seatOf(BACK);
    const stepBack = { seat, dossier: dossiers[2], reason: 'Người nhà' };
    await act(app, await as('council-secretary'), `/sessions/${session}/recusals`, stepBack, session);
    await lead('council-secretary', dossiers[2]);
    const page = await (await as(BACK)).page(room());
    expect(page.text).toContain('Chương trình: 2 sản phẩm');
    expect(page.text).not.toContain('Miến họp C');
    expect((await (await as(BACK)).page(room(`?sp=${dossiers[2]}`))).status).toBe(404);
  });
});

describe('who is there', () => {
  it('the quorum stands in words and follows what the secretary records', async () => {
    const secretary = await as('council-secretary');
    const member = await as(MEMBER);
    expect((await member.page(room())).text).toContain('Đủ: 6/6, có Chủ tịch');
    const before = await stampOf(MEMBER);
    const page = await secretary.page(room());
    const seat = (await seatOf('council-member-5')) ?? '';
    expect((await secretary.submit(page.form('/vang-mat'), { seat, reason: 'Đi công tác' })).location).toBe(room());
    expect((await member.page(room())).text).toContain('Đủ: 5/6, có Chủ tịch');
    expect(await stampOf(MEMBER)).not.toBe(before);
    const again = await secretary.page(room());
    expect((await secretary.submit(again.form('/co-mat'), { seat, reason: 'Đã đến' })).location).toBe(room());
    expect((await member.page(room())).text).toContain('Đủ: 6/6');
  });
});

describe('sheets', () => {
  it('U31 handing in shows to secretary and chair alone, as a number; the others’ screens do not even move', async () => {
    const watching = await stampOf('council-secretary');
    const blind = await Promise.all(['council-member-2', 'province', 'auditor'].map(stampOf));
    const sheet = await sheetOf(app, session, dossiers[0] ?? '', MEMBER);
    expect((await handIn(app, await as(MEMBER), sheet, good)).status).toBe(200);
    expect(await stampOf('council-secretary')).not.toBe(watching);
    expect(await Promise.all(['council-member-2', 'province', 'auditor'].map(stampOf))).toEqual(blind);
    expect((await (await as('council-secretary')).page(room())).text).toContain('1/6');
    for (const key of ['council-member-2', 'province', 'auditor'])
      expect((await (await as(key)).page(room())).text).not.toContain('Phiếu đã nộp');
  });

  it('from a sheet handed in the next open one of the agenda is one tap away', async () => {
    const sheet = await sheetOf(app, session, dossiers[0] ?? '', MEMBER);
    const next = await sheetOf(app, session, dossiers[1] ?? '', MEMBER);
    expect((await (await as(MEMBER)).page(`/cham/${sheet}`)).html).toMatch(
      new RegExp(`<a[^>]*href="/cham/${next}"[^>]*aria-label="Hồ sơ tiếp theo: Miến họp B"`),
    );
  });
});

describe('notes and proposals', () => {
  it('the secretary’s notes are saved with their version and shown to nobody else', async () => {
    const secretary = await as('council-secretary');
    const page = await secretary.page(room(`?sp=${dossiers[0]}`));
    const form = page.form(`/thao-luan/${dossiers[0]}`);
    const done = await secretary.submit(form, { body: 'Nên in rõ hạn dùng.\nBao bì đẹp.' });
    expect(done.location).toBe(room(`?sp=${dossiers[0]}`));
    expect((await secretary.page(room(`?sp=${dossiers[0]}`))).text).toContain('Nên in rõ hạn dùng');
    const late = await secretary.submit(form, { _key: crypto.randomUUID(), body: 'Bản cũ' });
    expect(late.status).toBe(409);
    for (const key of ['council-chair', MEMBER, 'province'])
      expect((await (await as(key)).page(room(`?sp=${dossiers[0]}`))).text).not.toContain('Nên in rõ hạn dùng');
    const body = { dossier: dossiers[0], body: 'x' };
    const other = await (await as('council-chair')).json('POST', `/api/v1/sessions/${session}/discussion-notes`, body, {
      key: true,
      ifMatch: 1,
    });
    expect(other.status).toBe(404);
  });

  it('what the council proposes is recorded after the opening, from the stored result, and void once it is scored again', async () => {
    const secretary = await as('council-secretary');
    const propose = (remark: string) =>
      act(app, secretary, `/sessions/${session}/proposals`, { dossier: dossiers[0], remark }, session);
    await expect(propose('Sớm')).rejects.toThrow('409');
    for (const dossier of dossiers)
      for (const key of SCORERS) {
        const sheet = await sheetOf(app, session, dossier, key);
        // Those handed in or stepped back are refused.
        await handIn(app, await as(key), sheet, dossier === dossiers[0] && key === 'council-member-2' ? low : good);
      }
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    await expect(propose('Còn chênh')).rejects.toThrow('Chấm lại hoặc ghi lý do giữ kết quả trước khi ghi đề xuất');
    const kept = { dossier: dossiers[0], reason: 'Đã thảo luận' };
    await act(app, secretary, `/sessions/${session}/accepted-spreads`, kept, session);
    const page = await secretary.page(room(`?sp=${dossiers[0]}`));
    expect(page.text).toMatch(/Theo kết quả đã lưu: Đề xuất công nhận \d sao/);
    const remark = { remark: 'Bổ sung hạn dùng trên nhãn.' };
    expect((await secretary.submit(page.form(`/de-xuat/${dossiers[0]}`), remark)).location).toBe(
      room(`?sp=${dossiers[0]}`),
    );
    const shown = async () => (await (await as(MEMBER)).page(room(`?sp=${dossiers[0]}`))).text;
    expect(await shown()).toMatch(/Hội đồng đã thống nhất: Đề xuất công nhận \d sao/);
    await act(
      app,
      secretary,
      `/sessions/${session}/rescoring`,
      { dossiers: [dossiers[0]], reason: 'Xem lại' },
      session,
    );
    for (const key of SCORERS)
      await handIn(app, await as(key), await sheetOf(app, session, dossiers[0] ?? '', key), good);
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    expect(await shown()).toContain('Theo kết quả đã lưu');
    await propose('Bổ sung hạn dùng trên nhãn.');
  }, 60_000);

  it('the end stands after the beginning; the minutes print hours, discussion and proposals; then nothing is noted any more', async () => {
    const secretary = await as('council-secretary');
    const page = await secretary.page(room());
    const early = await secretary.submit(page.form('/ket-thuc'), { at: '07:00' });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('không được trước giờ bắt đầu (08:05)')]);
    expect((await secretary.submit(early.form('/ket-thuc'), { at: '11:40' })).location).toBe(room());
    expect((await (await as(MEMBER)).page(room())).text).toContain('Họp từ 08:05 đến 11:40.');
    expect((await lead('council-secretary', dossiers[0])).status).toBe(409);
    await act(app, secretary, `/sessions/${session}/conclusion`, { minutesNumber: '9/BB' }, session);
    const minutes = await secretary.fetch(`/phien/${session}/bien-ban.pdf`);
    const words = await pdfWords(new Uint8Array(await minutes.arrayBuffer()));
    for (const one of [
      '08 giờ 05, ngày',
      'lúc 11 giờ 40',
      'Miến họp A: Nên in rõ hạn dùng.',
      'Bổ sung hạn dùng trên nhãn.',
    ])
      expect(words).toContain(one);
    const report = await secretary.fetch(`/phien/${session}/bao-cao.pdf`);
    const reported = await pdfWords(new Uint8Array(await report.arrayBuffer()));
    for (const one of ['Miến họp A: Nên in rõ hạn dùng.', 'ghi chú khi đề xuất: Bổ sung hạn dùng trên nhãn.'])
      expect(reported).toContain(one);
    expect((await secretary.page(room())).html).not.toContain('/thao-luan/');
    const version = await versionOf(app, session);
    expect(version).toBeGreaterThan(5);
  });
});

it('R4.7 written opinions have no room', async () => {
  const plan = { council, title: 'Lấy ý kiến', mode: 'written' };
  const { id } = await act(app, await as('province'), '/sessions', plan);
  expect((await (await as('council-secretary')).page(`/phien/${id}/hop`)).status).toBe(404);
  const begun = act(app, await as('council-secretary'), `/sessions/${id}/meeting-start`, { at: '08:00' }, String(id));
  await expect(begun).rejects.toThrow('không họp');
});

it('the room asks the database as often for three products as for one', async () => {
  const start = { province: await as('province'), secretary: await as('council-secretary'), council };
  const one = await scoring(app, { ...start, ...(await dossiersInRound(app, ['Miến một'])) });
  const three = await scoring(app, { ...start, ...(await dossiersInRound(app, ['Miến hai', 'Miến ba', 'Miến bốn'])) });
  for (const key of ['council-secretary', 'council-member-2'])
    for (const path of [(id: string) => `/phien/${id}/hop`, (id: string) => `/api/v1/sessions/${id}/room`]) {
      const client = await as(key);
      const count = async (id: string) => (await fewestStatements(() => client.page(path(id)))).length;
      const [few, many] = [await count(one), await count(three)];
      expect([key, many, many < 60]).toEqual([key, few, true]);
      expect((await client.page(path(three))).html.length).toBeLessThan(40_000); // 44 KB with sixty products
    }
}, 60_000);
