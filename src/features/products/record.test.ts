import sharp from 'sharp';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#law/days';
import { systemClock } from '#platform/clock';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { productProfile } from './profile.ts';

let app: TestApp;
let producer: Client;
/** A recognised product of the commune's, invented like everything that is changed here. */
let id: string;
const NAME = 'Miến dong sợi nhỏ Cánh Diều (giả định)';
const today = systemClock.today();
type Row = { id: string; unit: string; n: number; facts: object; version: number };
const one = async (query: string, values: unknown[] = []) => (await app.database.asOwner(query, values))[0] as Row;
const path = (part: string) => `/so-san-pham/${id}/${part}`;
const version = async () => (await one('select version from lifecycle where id = $1', [id])).version;
const send = async (who: Client, part: string, body: object) =>
  who.json('POST', `/api/v1/products/${id}/${part}`, body, { key: true, ifMatch: await version() });

beforeAll(async () => {
  app = await testApp();
  ({ id } = await one('select id from product where name = $1 and current_recognition is not null', [NAME]));
  producer = await app.signIn('producer');
});

describe('a product through the years', () => {
  it('R6.7 a new name is one dated ledger row; the old one stays on certificates and is found', async () => {
    const form = (await producer.page(path('ten'))).form('/ten');
    const unsaid = await producer.submit(form, { name: 'Miến dong Cánh Diều loại một (giả định)' });
    expect([unsaid.status, unsaid.text.includes('Ghi lý do thay nội dung đang có')]).toEqual([409, true]);
    const done = await producer.submit(form, { name: 'Miến dong Cánh Diều loại một (giả định)', reason: 'Đổi nhãn' });
    expect([done.status, done.location]).toEqual([303, `/so-san-pham/${id}`]);
    const entry = await one("select count(*)::int as n from ledger where subject = $1 and action = 'product.rename'", [
      id,
    ]);
    expect(entry.n).toBe(1);
    for (const q of ['loai+mot+canh+dieu', 'soi+nho+canh+dieu']) {
      const found = await (await producer.fetch(`/api/v1/products?q=${q}`)).json();
      expect((found as { items: { id: string }[] }).items.map((item) => item.id)).toContain(id);
    }
    const record = (await producer.page(`/so-san-pham/${id}`)).text;
    expect(record).toContain(`Tên khác qua các năm: ${NAME}`);
    expect((await producer.page(`/so-san-pham/${id}?ngay=${addDays(today, -1)}`)).text).toContain(NAME);
    expect((await producer.page(path('lich-su'))).text).toContain('Đổi tên sản phẩm');
  });

  it('story and specification stand in the public profile; blank ones are not said', async () => {
    expect(
      (await send(producer, 'story', { story: 'Củ dong trồng ở bãi bồi.', storyEn: 'Grown on the river bank.' }))
        .status,
    ).toBe(200);
    expect(
      (await send(producer, 'specification', { specification: 'Gói 500 g', shelfLife: '12 tháng', reason: 'Đổi gói' }))
        .status,
    ).toBe(200);
    const profile = await productProfile(app.database.db.app, id, today);
    expect(profile).toMatchObject({
      story: 'Củ dong trồng ở bãi bồi.',
      storyEn: 'Grown on the river bank.',
      formerNames: [NAME],
    });
    expect(profile?.specification).toContainEqual({ label: 'Hạn sử dụng', text: '12 tháng' });
    expect(await productProfile(app.database.db.app, v7(), today)).toBeNull();
  });

  it('S27 a picture goes out re-encoded, without what the camera wrote, to everybody and in its order', async () => {
    const camera = { exif: { IFD0: { Copyright: 'BI-MAT' }, IFD3: { GPSLatitude: '20/1 50/1 0/1' } } };
    const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#b08030' } })
      .withMetadata(camera as never)
      .jpeg()
      .toBuffer();
    expect(bytes.includes('BI-MAT')).toBe(true);
    const page = await producer.page(path('anh'));
    const without = await producer.submit(page.form('/anh'), { alt: 'Miến phơi trên phên' });
    expect([without.status, without.text.includes('Chọn tệp.')]).toEqual([422, true]);
    const done = await producer.submit(
      page.form('/anh'),
      { alt: 'Miến phơi trên phên', order: '1' },
      { file: { name: 'mien.jpg', type: 'image/jpeg', bytes } },
    );
    expect(done.status).toBe(303);
    const profile = await productProfile(app.database.db.app, id, today);
    expect(profile?.pictures).toEqual([{ href: expect.stringMatching(/^\/anh\//), alt: 'Miến phơi trên phên' }]);
    const href = profile?.pictures[0]?.href ?? '';
    const shown = await app.visitor().fetch(href);
    const body = Buffer.from(await shown.arrayBuffer());
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect([body.includes('BI-MAT'), (await sharp(body).metadata()).exif]).toEqual([false, undefined]);
    expect((await app.visitor().page(`/san-pham/${id}`)).text).toBeDefined();
    expect((await app.visitor().fetch(`/anh/${v7()}`)).status).toBe(404);
    const { unit: item } = await one(
      "select item as unit from product_fact where product = $1 and section = 'picture'",
      [id],
    );
    const kept = await send(producer, 'picture', { item, alt: 'Phơi miến', order: 2, reason: 'Ghi lại cho rõ' });
    expect(kept.status).toBe(200);
    expect((await app.visitor().fetch(href)).status).toBe(200);
    expect((await send(producer, 'picture', { item, alt: 'Phơi miến', remove: true, reason: 'Ảnh mờ' })).status).toBe(
      200,
    );
    expect((await app.visitor().fetch(href)).status).toBe(404);
  });

  it('a barcode is judged by its check digit, kept without blanks, and a second product that bears it is told', async () => {
    const wrong = await send(producer, 'barcode', { gtin: '8935049501504', since: addDays(today, -30) });
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('số cuối không khớp')]);
    expect((await send(producer, 'barcode', { gtin: '893 5049 501503', since: addDays(today, -30) })).status).toBe(200);
    const other = await one(
      'select p.id from product p where p.producer = (select producer from product where id = $1) and p.id <> $1 order by p.id limit 1',
      [id],
    );
    const { version: at } = await one('select version from lifecycle where id = $1', [other.id]);
    const same = await producer.json(
      'POST',
      `/api/v1/products/${other.id}/barcode`,
      { gtin: '8935049501503', since: today },
      { key: true, ifMatch: at },
    );
    expect(same.status).toBe(200);
    expect((await producer.page(`/so-san-pham/${id}`)).text).toContain('Mã vạch trùng với sản phẩm khác.');
    expect((await productProfile(app.database.db.app, id, today))?.barcodes).toEqual([
      { gtin: '8935049501503', pack: null },
    ]);
  });

  it('standards, tests and labels have their days; one that ends before it begins is refused at its field', async () => {
    const test = { laboratory: 'Phòng thử giả định', result: 'passed', testedOn: addDays(today, -10) };
    expect((await send(producer, 'test', { ...test, endsOn: addDays(today, -20) })).status).toBe(422);
    expect((await send(producer, 'test', { ...test, endsOn: addDays(today, 355) })).status).toBe(200);
    expect((await send(producer, 'standard', { number: 'TCCS 01:2025', issuedOn: addDays(today, -400) })).status).toBe(
      200,
    );
    expect((await send(producer, 'label', { version: 'Túi 500 g', usedFrom: today })).status).toBe(422);
    const text = (await producer.page(`/so-san-pham/${id}`)).text;
    expect(text).toContain('Phòng thử giả định');
    expect(text).toContain('TCCS 01:2025');
  });
});

describe('the recognitions of a product', () => {
  it('R8.5 stand in a drawing and in words, as of any day', async () => {
    const officer = await app.signIn('commune');
    const page = await officer.page(`/so-san-pham/${id}`);
    expect(page.html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Thời gian giấy chứng nhận/);
    expect(page.text).toContain('Còn hiệu lực');
    const { facts: issued } = (await one(
      'select min(issued_latest)::text as facts from recognition where product = $1',
      [id],
    )) as { facts: unknown };
    const before = (await officer.page(`/so-san-pham/${id}?ngay=${addDays(String(issued), -1)}`)).text;
    expect(before).toContain('Chưa được công nhận vào ngày');
    expect(before).not.toContain('Lưu');
  });
});

describe('who may', () => {
  it('S13 the record is not there for another commune, another producer, a council member or a visitor', async () => {
    for (const account of ['commune-2', 'producer-2', 'council-member-1']) {
      const other = await app.signIn(account);
      for (const where of ['', '/ten', '/lich-su', '/anh'])
        expect([account, where, (await other.page(`/so-san-pham/${id}${where}`)).status]).toEqual([
          account,
          where,
          404,
        ]);
    }
    expect((await app.visitor().page(`/so-san-pham/${id}`)).status).toBe(303);
  });

  it('the producer places and classifies nothing itself; the office does, in words when it cannot', async () => {
    for (const part of ['bo-san-pham', 'noi-san-xuat']) expect((await producer.page(path(part))).status).toBe(404);
    const officer = await app.signIn('province');
    const former = await one(
      "select v.unit from unit_version v join unit u on u.id = v.unit where v.code = '12370' and u.valid_to = '2025-06-30' limit 1",
    );
    const placed = await send(officer, 'place', { commune: former.unit, reason: 'Thử' });
    expect([placed.status, JSON.stringify(placed.body)]).toEqual([
      422,
      expect.stringContaining('Chọn một xã, phường hoặc đặc khu hiện nay.'),
    ]);
    expect((await send(officer, 'class', { set: '148-2023/06', reason: 'Thử' })).status).toBe(422);
    expect((await send(officer, 'class', { set: '26-2026/07', reason: 'Xếp lại theo Bộ tiêu chí mới' })).status).toBe(
      200,
    );
    expect((await officer.page(`/so-san-pham/${id}`)).text).toContain('(Bộ tiêu chí 26-2026)');
  });

  it('Q5 a stale version and a missing one are refused', async () => {
    const body = { name: 'Khác', reason: 'Thử' };
    const url = `/api/v1/products/${id}/name`;
    expect((await producer.json('POST', url, body, { key: true })).status).toBe(428);
    expect((await producer.json('POST', url, body, { key: true, ifMatch: 0 })).status).toBe(412);
  });
});
