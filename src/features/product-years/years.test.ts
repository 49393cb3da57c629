/** Issue 4.3: output, revenue, jobs and markets by year: told by the producer, checked by the commune, corrected as a new version. */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { addDays } from '#law/days';
import { systemClock } from '#platform/clock';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { remindOfYears } from './reminders.ts';

let app: TestApp;
let producer: Client;
let commune: Client;
let province: Client;
/** A recognised product of the producer's whose years nobody told. */
let product: string;
const now = Number(systemClock.today().slice(0, 4));
const asked = now - 1;
const one = async <T = Record<string, unknown>>(query: string, values: unknown[] = []) =>
  (await app.database.asOwner(query, values))[0] as T;
const FIGURES = {
  ...{ quantity: '12,5', quantityUnit: 'tấn', revenueMillion: '1.250,5', jobs: '12', women: '7', local: '11' },
  ...{ channels: ['shop', 'online'], onlineMillion: '200' },
};
const reportPath = () => `/so-san-pham/${product}/bao-so-lieu`;

beforeAll(async () => {
  app = await testApp();
  [producer, commune, province] = await Promise.all([
    app.signIn('producer'),
    app.signIn('commune'),
    app.signIn('province'),
  ]);
  ({ id: product } = await one<{ id: string }>(
    `select p.id from product p join recognition g on g.id = p.current_recognition join lifecycle l on l.id = g.id and l.state = 'inForce'
      where p.producer = $1 and not exists (select from product_year y where y.product = p.id) order by p.id limit 1`,
    [demoId('producer', 'canh-dieu')],
  ));
  await app.database.asOwner(
    `update recognition set issued_earliest = $2, issued_latest = $2, expires_earliest = $3, expires_latest = $3 where product = $1`,
    [product, `${asked}-03-01`, addDays(systemClock.today(), 400)],
  );
});

describe('a year of a product', () => {
  it('is refused in words when it cannot be so, and nothing typed is lost', async () => {
    const form = (await producer.page(reportPath())).form('/bao-so-lieu');
    const answer = async (given: object) => {
      const { status, text } = await producer.submit(form, { year: String(asked), ...FIGURES, ...given });
      return [status, text] as const;
    };
    for (const [given, words] of [
      [{ revenueMillion: '-5' }, 'Doanh thu (triệu đồng)'],
      [{ year: String(now + 1) }, 'Chọn năm nay hoặc năm đã qua.'],
      [{ year: String(asked - 1) }, `Sản phẩm có trong danh bạ từ năm ${asked}`],
      [{ women: '13' }, 'Số lao động nữ không nhiều hơn số lao động.'],
      [{ onlineMillion: '1.300' }, 'cộng lại không quá doanh thu'],
    ] as const) {
      const [status, text] = await answer(given);
      expect([409, 422], words).toContain(status);
      expect(text).toContain(words);
    }
    const kept = await producer.submit(form, { year: String(asked), ...FIGURES, women: '13' });
    expect(kept.html).toContain('value="1.250,5"');
    expect(await one('select count(*)::int as n from product_year where product = $1', [product])).toEqual({ n: 0 });
  });

  it('told, returned, mended, accepted: what was told first stays readable, what counts is the accepted version', async () => {
    const sent = await producer.submit((await producer.page(reportPath())).form('/bao-so-lieu'), {
      year: String(asked),
      ...FIGURES,
    });
    const path = sent.location ?? '';
    expect([sent.status, path]).toEqual([303, expect.stringMatching(/^\/so-lieu-nam\//)]);
    expect((await commune.page('/viec-cua-toi?process=productYear')).html).toContain(path);
    const again = await producer.json('POST', `/api/v1/products/${product}/years`, apiFigures({ year: asked }), {
      key: true,
    });
    expect(again.status).toBe(409);
    const back = await commune.submit((await commune.page(path)).form('/tra-lai'), {
      reason: 'Doanh thu chưa khớp sổ thuế',
    });
    expect(back.status).toBe(303);
    const seen = await producer.page(path);
    expect(seen.text).toContain('Doanh thu chưa khớp sổ thuế');
    expect((await producer.follow('/cua-toi')).text).toContain('1 sản phẩm xã trả lại để sửa');
    const mended = await producer.submit((await producer.page(`${path}/sua`)).form('/sua'), {
      ...FIGURES,
      revenueMillion: '1300',
      reason: 'Cộng sót tháng 12',
    });
    expect(mended.status).toBe(303);
    expect((await commune.submit((await commune.page(path)).form('/nhan'), {})).status).toBe(303);
    const page = await province.page(path);
    for (const words of [
      '1.250,5 triệu đồng',
      '1.300 triệu đồng',
      'Lần 2 (đang tính)',
      'Cộng sót tháng 12',
      'Xã đã nhận',
    ])
      expect(page.text, words).toContain(words);
    await expect(app.database.asOwner('update product_year_version set revenue = 1 where no = 1')).rejects.toThrow(
      'never rewritten',
    );
  });

  it('a correction of an accepted year needs a reason, and the old figures count until it is accepted', async () => {
    const { id } = await one<{ id: string }>('select id from product_year where product = $1', [product]);
    const form = (await producer.page(`/so-lieu-nam/${id}/sua`)).form('/sua');
    const unsaid = await producer.submit(form, { ...FIGURES, revenueMillion: '1400' });
    expect([unsaid.status, unsaid.text.includes('Ghi lý do sửa số liệu xã đã nhận')]).toEqual([409, true]);
    await producer.submit(form, { ...FIGURES, revenueMillion: '1400', reason: 'Thêm đơn cuối năm' });
    const list = await province.page(`/so-lieu-nam?nam=${asked}&q=${encodeURIComponent('Cánh Diều')}`);
    expect(list.text).toContain('1.300 triệu đồng');
    expect(list.text).not.toContain('1.400 triệu đồng');
  });

  it('is in the register, its file, the list of the year, and the national table in million đồng', async () => {
    expect((await province.page('/so-san-pham?q=canh+dieu')).text).toContain(`${asked}: 1.300 tr. đồng`);
    const csv = async (path: string) => (await province.fetch(path)).text();
    expect(await csv(`/so-lieu-nam.xlsx?nam=${asked}&dang=csv`)).toMatch(/Cánh Diều.*,1300,200,/u);
    expect(await csv('/so-san-pham.xlsx?dang=csv&q=canh+dieu')).toContain(`${asked},1300,12`);
    expect(await csv(`/bang-quoc-gia/tep?nam=${asked}&dang=csv`)).toMatch(new RegExp(`${product}.*,1300,`));
  });

  it('typed in by an officer says so; with two hands asked for, the same one may not accept it', async () => {
    const answer = await commune.json('POST', `/api/v1/products/${product}/years`, apiFigures({ year: now }), {
      key: true,
    });
    expect(answer.status).toBe(200);
    const { id } = answer.body as { id: string };
    expect((await commune.page(`/so-lieu-nam/${id}`)).text).toContain('cán bộ nhập hộ');
    await app.database.asOwner(
      `insert into setting (key, value, valid_from, note) values ('yearTwoHands', 'true', '2026-01-01', 'thử')`,
    );
    const accept = await commune.submit((await commune.page(`/so-lieu-nam/${id}`)).form('/nhan'), {});
    expect([accept.status, accept.text.includes('để người khác nhận')]).toEqual([409, true]);
  });

  it('another commune, another producer and council members find nothing', async () => {
    const { id } = await one<{ id: string }>('select id from product_year where product = $1 limit 1', [product]);
    for (const role of ['commune-2', 'producer-2', 'council-member-1', 'inspector']) {
      const stranger = await app.signIn(role);
      for (const path of [`/so-lieu-nam/${id}`, reportPath()])
        expect((await stranger.page(path)).status, `${role} ${path}`).toBe(404);
    }
    const accept = await producer.json('POST', `/api/v1/product-years/${id}/acceptance`, {}, { key: true, ifMatch: 1 });
    expect(accept.status).toBe(404);
  });
});

it('producers who owe the year are reminded before its last day and once when it has come', async () => {
  await app.database.asOwner('delete from product_year_reminder');
  const due = `${now + 1}-01-31`;
  const on = (days: number) =>
    remindOfYears(app.database.db, { day: addDays(due, days), baseUrl: 'https://ocop.example.vn' });
  await app.database.asOwner(
    `update recognition set issued_earliest = $1, issued_latest = $1 where dossier is not null or product = $2`,
    [`${asked}-02-01`, product],
  );
  expect(await on(-31)).toBe(0);
  const first = await on(-30);
  expect(first).toBeGreaterThan(0);
  expect([await on(-30), await on(-20)]).toEqual([0, 0]);
  expect(await on(-7)).toBe(first);
  const letter = await one<{ subject: string; link: string }>(
    `select subject, link from outbox where subject ~ 'báo số liệu năm' and channel = 'app' order by created_at limit 1`,
  );
  expect(letter).toMatchObject({ link: expect.stringContaining(`/bao-so-lieu?nam=${now}`) });
  const told = await one<{ n: number }>('select count(*)::int as n from product_year_reminder where product = $1', [
    product,
  ]);
  expect(told.n).toBe(0);
});

const apiFigures = (more: object) => ({
  ...{ quantity: 3, quantityUnit: 'tấn', revenueMillion: 90, jobs: 2, women: 1, local: 2, channels: ['shop'] },
  ...more,
});
