/**
 * U40: anybody reports wrong use of the stars without an account; the offices of the place read and answer.
 * Long because sender, office and public are followed through one and the same report.
 */
import sharp from 'sharp';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '#platform/files/store';
import { testApp } from '../../../tests/support/app.ts';
import { tidy } from '../../upkeep.ts';

const app = await testApp();
const row = async <T>(text: string, values: unknown[] = []): Promise<T> =>
  (await app.database.asOwner(text, values))[0] as T;
const { id: product, name: productName } = await row<{ id: string; name: string }>(
  'select p.id, p.name from product p where p.invented and p.current_recognition is not null order by p.name limit 1',
);
const given = { kind: 'moreStars', place: 'Chợ Chũ, tỉnh Bắc Ninh' };

/** A photograph that says where it was taken. */
async function photo() {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8922b' } })
    .withExif({ IFD0: { Make: 'Phone of somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 22/1 0/1' } })
    .jpeg()
    .toBuffer();
  return { name: 'IMG_0001.jpg', type: 'image/jpeg', bytes: new Uint8Array(bytes) };
}

async function send(changes: Record<string, string | null> = {}) {
  const form = (await app.visitor().page('/bao-dung-sai')).form('/bao-dung-sai');
  const sent = await app.visitor().submit(form, { ...given, ...changes });
  const number = decodeURIComponent(sent.location?.split('/').at(-1) ?? '');
  const { id } = (await row<{ id: string } | undefined>('select id from misuse_report where number = $1', [
    number,
  ])) ?? { id: '' };
  return { sent, number, id };
}

describe('U40 a report from anybody', () => {
  it('takes a contact only when it reaches somebody', async () => {
    const { sent, id } = await send({ contact: 'abc' });
    expect([sent.status, id]).toEqual([422, '']);
    expect(sent.text).toContain('Nhập đủ số điện thoại hoặc địa chỉ thư điện tử');
    for (const contact of ['Lan, Zalo 0912.345.678', 'lan@vi-du.vn'])
      expect((await send({ contact })).sent.status).toBe(303);
  });

  it('asks for the number again where a wrong one led', async () => {
    const wrong = await app.visitor().page('/bao-dung-sai/PA-XXXX');
    expect(wrong.status).toBe(404);
    expect(wrong.html).toContain('value="PA-XXXX"');
  });

  it('is filled in from the page of a certificate, takes a photo without its traces, and answers with a number', async () => {
    const visitor = app.visitor();
    const page = await visitor.page(`/bao-dung-sai?code=${product}`);
    expect(page.text).toContain(`Sản phẩm trong sổ: ${productName}`);
    const sent = await visitor.submit(
      page.form('/bao-dung-sai'),
      { ...given, place: 'Phố Hiến, Hưng Yên', province: null, words: 'Nhãn in năm sao', contact: 'Lan 0912 345 678' },
      { photo: await photo() },
    );
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/bao-dung-sai\/PA-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const number = sent.location?.split('/').at(-1) ?? '';
    const kept = await row<Record<string, string>>(
      `select r.*, l.state, l.next_actor, l.province as reach, u.full_name, f.sha256, f.type, f.attached, g.action, g.actor, g.address, g.facts::text as facts
         from misuse_report r join lifecycle l on l.id = r.id join ledger g on g.subject = r.id
         join unit_version u on u.unit = r.province and u.valid_to is null join file f on f.id = r.photo where r.number = $1`,
      [number],
    );
    expect(kept).toMatchObject({ product, state: 'received', next_actor: 'province', full_name: 'Tỉnh Hưng Yên' });
    expect(kept).toMatchObject({
      reach: kept.province,
      action: 'misuse.receive',
      actor: 'system:report-misuse',
      address: null,
    });
    expect(kept).toMatchObject({ type: 'image/webp', attached: true });
    expect(kept.facts).not.toMatch(/Lan|0912|năm sao/);
    const office = await app.signIn('inspector');
    const shown = await office.fetch(`/phan-anh/${kept.id}/anh`);
    expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
      'image/webp',
      'nosniff',
    ]);
    const picture = Buffer.from(await shown.arrayBuffer());
    expect((await sharp(picture).metadata()).exif).toBeUndefined();
    expect(picture.includes('Phone of somebody')).toBe(false);
    const state = await app.visitor().page(`/bao-dung-sai/${number.toLowerCase().replaceAll('-', ' ')}`);
    expect(state.status).toBe(200);
    expect(state.text).toContain('Đang xem xét');
    expect(state.html).not.toMatch(/Lan|0912|năm sao|Phố Hiến/);
    expect(state.html).not.toContain(productName);
  });

  it('goes to the province chosen, named, or of the product; without any the form asks and keeps what was typed', async () => {
    const provinceOf = async (id: string) =>
      (
        await row<{ name: string }>(
          'select v.full_name as name from misuse_report r join unit_version v on v.unit = r.province and v.valid_to is null where r.id = $1',
          [id],
        )
      ).name;
    expect(await provinceOf((await send()).id)).toBe('Tỉnh Bắc Ninh');
    expect(await provinceOf((await send({ place: 'cho dong xuan ha noi' })).id)).toBe('Thành phố Hà Nội');
    expect(await provinceOf((await send({ place: 'Trang bán hàng trên mạng', product })).id)).toBe('Tỉnh Hưng Yên');
    const hue = (
      await row<{ unit: string }>(
        "select unit from unit_version where full_name = 'Thành phố Huế' and valid_to is null",
      )
    ).unit;
    expect(await provinceOf((await send({ province: hue, product })).id)).toBe('Thành phố Huế');
    const { sent } = await send({ place: 'Một cửa hàng ven đường' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Chọn tỉnh, thành phố nơi bạn thấy sản phẩm');
    expect(sent.html).toContain('value="Một cửa hàng ven đường"');
    expect((await send({ province: product })).sent.status).toBe(422);
  });

  it('has one effect however often it is sent (Q4)', async () => {
    const visitor = app.visitor();
    const form = (await visitor.page('/bao-dung-sai')).form('/bao-dung-sai');
    const twice = [await visitor.submit(form, given), await visitor.submit(form, given)];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(twice[0]?.location).toBe(twice[1]?.location);
    expect((await visitor.submit(form, { ...given, place: 'Huế' })).status).toBe(422);
  });

  it('refuses machines, files that are no pictures, missing and unknown fields, each with a sentence', async () => {
    const trapped = await send({ website: 'http://spam.example' });
    expect([trapped.sent.status, trapped.sent.text]).toEqual([422, expect.stringContaining('Để trống ô')]);
    const empty = await send({ kind: null, place: '' });
    expect(empty.sent.text).toContain('Chọn việc dùng sai');
    expect(empty.sent.text).toContain('Nhập nơi bạn thấy');
    expect((await send({ kind: 'other' })).sent.text).toContain('Ghi ngắn gọn bạn thấy gì');
    expect((await send({ status: 'closed' })).sent.status).toBe(422);
    const visitor = app.visitor();
    const form = (await visitor.page('/bao-dung-sai')).form('/bao-dung-sai');
    const paper = { name: 'a.jpg', type: 'image/jpeg', bytes: new TextEncoder().encode('<script>alert(1)</script>') };
    const refused = await visitor.submit(form, given, { photo: paper });
    expect(refused.status).toBe(422);
    const other = await row<{ id: string }>('select id from file where uploaded_by is not null limit 1');
    expect((await visitor.submit(form, { ...given, photo: other.id }, {})).text).toContain('Chọn lại ảnh rồi gửi');
    const { count } = await row<{ count: number }>("select count(*)::int from misuse_report where place = 'x'");
    expect(count).toBe(0);
  });

  it('keeps a photo through a refusal', async () => {
    const visitor = app.visitor();
    const form = (await visitor.page('/bao-dung-sai')).form('/bao-dung-sai');
    const refused = await visitor.submit(form, { place: 'Huế' }, { photo: await photo() });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tệp vừa gửi vẫn còn');
    const sent = await visitor.submit(refused.form('/bao-dung-sai'), { ...given });
    expect(sent.status).toBe(303);
  });

  it('is in English on the twin, refusals too', async () => {
    const visitor = app.visitor();
    const page = await visitor.page('/en/bao-dung-sai');
    const refused = await visitor.submit(page.form('/en/bao-dung-sai'), { place: 'Somewhere' });
    expect(refused.status).toBe(422);
    for (const words of ['Please correct: 1', 'Choose what is wrong', 'Where did you see it? '])
      expect(refused.text).toContain(words.trim());
    const sent = await visitor.submit(refused.form('/en/bao-dung-sai'), { ...given, place: 'Market of Huế' });
    expect(sent.location).toMatch(/^\/en\/bao-dung-sai\/PA-/);
    expect((await visitor.page(sent.location ?? '')).text).toContain('Being looked into');
  });

  it('is an operation of the API, too, and an unknown number is a 404 that says so', async () => {
    const answer = await app.visitor().json('POST', '/api/v1/misuse-reports', given, { key: true });
    expect(answer.body.number).toMatch(/^PA-/);
    const missing = await app.visitor().page('/bao-dung-sai/PA-0000-0000-0000');
    expect([missing.status, missing.text]).toEqual([404, expect.stringContaining('Không có phản ánh mang số này')]);
    expect((await app.visitor().page('/bao-dung-sai?number=PA-0000')).location).toBe('/bao-dung-sai/PA-0000');
  });
});

describe('U40 the offices', () => {
  it('S14 province and inspector of the place see a report; other provinces and roles get 404', async () => {
    const here = await send({ place: 'Hưng Yên' });
    const elsewhere = await send({ place: 'Đồng Tháp' });
    for (const account of ['province', 'inspector']) {
      const office = await app.signIn(account);
      expect((await office.page(`/phan-anh/${here.id}`)).status).toBe(200);
      for (const path of [`/phan-anh/${elsewhere.id}`, `/phan-anh/${elsewhere.id}/anh`])
        expect([account, (await office.page(path)).status]).toEqual([account, 404]);
      const list = await office.page('/phan-anh');
      expect(list.text).toContain(here.number);
      expect(list.text).not.toContain(elsewhere.number);
      expect((await office.page('/viec-cua-toi')).html).toContain(`/phan-anh/${here.id}`);
      const refused = await office.json(
        'POST',
        `/api/v1/misuse-reports/${elsewhere.id}/closing`,
        { finding: 'wrongUse', answer: 'x' },
        { key: true, ifMatch: 1 },
      );
      expect(refused.status).toBe(404);
    }
    for (const account of ['producer', 'commune', 'council-chair', 'ministry', 'auditor', 'administrator']) {
      const client = await app.signIn(account);
      for (const path of ['/phan-anh', '/phan-anh.xlsx', `/phan-anh/${here.id}`])
        expect([account, (await client.page(path)).status]).toEqual([account, 404]);
    }
    expect((await app.visitor().page('/phan-anh')).location).toContain('/dang-nhap');
    const queue = await (await app.signIn('inspector')).page('/viec-cua-toi');
    expect(queue.html).not.toMatch(/href="\/ho-so\/[0-9a-f-]{36}/);
  });

  it('closes it with a finding and words the sender can read; of two one wins; the contact stays inside', async () => {
    const { id, number } = await send({ place: 'Hưng Yên', contact: 'lan@vi-du.invalid', product });
    const [office, inspector] = [await app.signIn('province'), await app.signIn('inspector')];
    const page = await office.page(`/phan-anh/${id}`);
    expect(page.text).toContain('lan@vi-du.invalid');
    expect(page.html).toMatch(/href="\/chung-nhan\/|href="\/san-pham\//);
    const read = await row<{ count: number }>(
      "select count(*)::int from access_log where kind = 'read' and subject = $1",
      [id],
    );
    expect(read.count).toBe(1);
    const other = await inspector.page(`/phan-anh/${id}`);
    const empty = await office.submit(page.form('/ket-luan'), {});
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Chọn kết luận')]);
    const done = await office.submit(page.form('/ket-luan'), { finding: 'wrongUse', answer: 'Cửa hàng đã gỡ nhãn.' });
    expect(done.location).toBe('/phan-anh');
    const late = await inspector.submit(other.form('/ket-luan'), {
      finding: 'noWrongUse',
      answer: 'Không thấy gì cả.',
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Không thấy gì cả.');
    const kept = await row<{ finding: string; state: string; next_actor: string | null }>(
      'select r.finding, l.state, l.next_actor from misuse_report r join lifecycle l on l.id = r.id where r.id = $1',
      [id],
    );
    expect(kept).toEqual({ finding: 'wrongUse', state: 'closed', next_actor: null });
    const told = await app.visitor().page(`/bao-dung-sai/${number}`);
    expect(told.text).toContain('Có dùng sai sao');
    expect(told.text).toContain('Cửa hàng đã gỡ nhãn.');
    expect(told.html).not.toContain('lan@vi-du.invalid');
  });

  it('the contact is forgotten half a year after the answer', async () => {
    const { id } = await send({ place: 'Hưng Yên', contact: 'lan@vi-du.invalid' });
    const contact = async () => {
      await tidy({ db: app.database.db, files: await openFileStore('file:files', app.dataDir) });
      return (await row<{ contact: string | null }>('select contact from misuse_report where id = $1', [id])).contact;
    };
    await app.database.asOwner('update misuse_report set closed_on = current_date - 180 where id = $1', [id]);
    expect(await contact()).toBe('lan@vi-du.invalid');
    await app.database.asOwner('update misuse_report set closed_on = current_date - 181 where id = $1', [id]);
    expect(await contact()).toBeNull();
  });

  it('U27 lists go on by key, filter by state and go to Excel without contacts', async () => {
    const office = await app.signIn('province');
    const closed = await office.page('/phan-anh?state=closed');
    expect(closed.text).toContain('Đã trả lời');
    expect((await office.page('/phan-anh?state=%00&at=x&after=y')).status).toBe(200);
    const more = (no: number) =>
      app.visitor().json('POST', '/api/v1/misuse-reports', { ...given, place: `Hưng Yên ${no}` }, { key: true });
    for (let batch = 0; batch < 4; batch++)
      await Promise.all(Array.from({ length: 8 }, (_, no) => more(batch * 8 + no)));
    const first = await office.page('/phan-anh');
    const next = /href="(\/phan-anh\?[^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await office.page(next);
    const ids = (html: string) => new Set([...html.matchAll(/\/phan-anh\/([0-9a-f-]{36})/g)].map(([, id = '']) => id));
    expect(ids(first.html).size).toBe(30);
    expect(ids(second.html).size).toBeGreaterThan(0);
    expect([...ids(second.html)].filter((id) => ids(first.html).has(id))).toEqual([]);
    const sheet = await office.fetch('/phan-anh.xlsx');
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });
});

it('the demonstration hangs two reports on invented products', async () => {
  const rows = await app.database.asOwner(
    "select l.state, p.invented, r.photo is not null as photo, r.code is not null as certificate from misuse_report r join lifecycle l on l.id = r.id join product p on p.id = r.product where r.words like '%(giả định)%' order by l.state",
  );
  expect(rows).toEqual([
    { state: 'closed', invented: true, photo: false, certificate: true },
    { state: 'received', invented: true, photo: true, certificate: true },
  ]);
});

describe('S4 floods', () => {
  it('ten sendings a minute and forty a day from one address; then a Vietnamese 429 that keeps what was typed', async () => {
    const strict = await testApp({ env: { RATE_LIMITS: 'on' } });
    const visitor = strict.visitor();
    const api = () => visitor.json('POST', '/api/v1/misuse-reports', given, { key: v7() });
    expect((await api()).status).toBe(200);
    await strict.database.asOwner("update rate_limit set points = 40 where key like 'misuse:%'");
    const form = (await visitor.page('/bao-dung-sai')).form('/bao-dung-sai');
    const before = (await strict.database.asOwner('select count(*)::int as count from file'))[0];
    const full = await visitor.submit(form, { ...given, words: 'Chữ đã gõ còn đây' }, { photo: await photo() });
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d{4,5}$/)]);
    expect(full.text).toContain('Hôm nay nơi này đã gửi quá nhiều phản ánh');
    expect(full.html).toContain('Chữ đã gõ còn đây');
    expect((await strict.database.asOwner('select count(*)::int as count from file'))[0]).toEqual(before);
    const answers = await Promise.all(Array.from({ length: 12 }, api));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(429));
    expect(answers.map(({ body }) => body.detail)).toContainEqual(
      expect.stringMatching(/^Gửi quá nhiều lần\. Chờ \d+ giây/),
    );
  });
});
