import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import { certificateAnswer, producerDetail, producerItem, productDetail, productItem } from './schema.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ clock: fixedClock('2026-11-21') });
  while ((await app.visitor().fetch('/chung-nhan')).status === 503) await new Promise((go) => setTimeout(go, 500));
});

const json = async (path: string) => {
  const answer = await app.visitor().fetch(path, { headers: { accept: 'application/json' } });
  return { status: answer.status, body: JSON.parse(await answer.text()), headers: answer.headers };
};
const code = async (where: string): Promise<{ code: string; id: string; product: string }> => {
  const [row] = await app.database.asOwner(
    `select g.check_code as code, g.product as id, g.product_name as product from recognition g join lifecycle l on l.id = g.id where g.decision is null and ${where} order by g.id limit 1`,
  );
  return row as { code: string; id: string; product: string };
};

describe('S15 the public API', () => {
  it('answers lists with exactly the fields that are allowed', async () => {
    const products = await json('/api/v1/products?limit=5');
    expect(Object.keys(products.body).sort()).toEqual(['items', 'next']);
    for (const item of products.body.items)
      expect(Object.keys(item).sort()).toEqual(Object.keys(productItem.shape).sort());
    const producers = await json('/api/v1/producers?limit=5');
    for (const item of producers.body.items)
      expect(Object.keys(item).sort()).toEqual(Object.keys(producerItem.shape).sort());
    expect(producers.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answers one product, producer and certificate with their fields only', async () => {
    const { id, code: check } = await code("l.state = 'inForce' and g.star = 4");
    const product = await json(`/api/v1/products/${id}`);
    expect(Object.keys(product.body).sort()).toEqual(Object.keys(productDetail.shape).sort());
    const producer = await json(`/api/v1/producers/${product.body.producer.id}`);
    expect(Object.keys(producer.body).sort()).toEqual(Object.keys(producerDetail.shape).sort());
    const certificate = await json(`/api/v1/certificates/${check}`);
    expect(Object.keys(certificate.body).sort()).toEqual(Object.keys(certificateAnswer.shape).sort());
  });

  it('never shows a telephone, an e-mail or a representative, on no public page', async () => {
    const [row] = await app.database.asOwner(
      "select id, phone, email from producer where name like 'Hợp tác xã Miến dong%'",
    );
    const producer = row as { id: string; phone: string; email: string };
    await app.database.asOwner(
      `update producer set representative = '{"name":"Nguyễn Văn Kín"}', tax_code = '001099000001' where id = $1`,
      [producer.id],
    );
    const [product] = await app.database.asOwner('select id from product where producer = $1', [producer.id]);
    const { id } = product as { id: string };
    for (const path of [
      `/chu-the/${producer.id}`,
      `/en/chu-the/${producer.id}`,
      `/san-pham/${id}`,
      `/api/v1/producers/${producer.id}`,
      `/api/v1/products/${id}`,
    ]) {
      const text = await (await app.visitor().fetch(path)).text();
      expect(text).not.toContain(producer.phone);
      expect(text).not.toContain(producer.email);
      expect(text).not.toContain('Văn Kín');
      expect(text).not.toContain('001099000001');
    }
  });

  it('filters by star, sector, status, place and words, and refuses what it does not know', async () => {
    const five = await json('/api/v1/products?star=5&limit=100');
    expect(five.body.items.every((item: { star: number }) => item.star === 5)).toBe(true);
    expect((await json('/api/v1/products?star=5&star=4&limit=1')).status).toBe(200);
    const revoked = await json('/api/v1/products?status=revoked');
    expect(revoked.body.items).toHaveLength(3);
    for (const bad of [
      'star=9',
      'star=x',
      'status=nice',
      'unit=1',
      'limit=0',
      'limit=101',
      'cursor=zz',
      'colour=red',
      `q=${'a'.repeat(201)}`,
    ]) {
      expect([bad, (await json(`/api/v1/products?${bad}`)).status >= 400]).toEqual([bad, true]);
      expect([bad, (await json(`/api/v1/products?${bad}`)).status < 500]).toEqual([bad, true]);
    }
  });

  it('walks through a list by its cursor, with an ETag', async () => {
    const first = await json('/api/v1/products?limit=100&sector=II');
    expect(first.body.next).toBeNull();
    const one = await json('/api/v1/products?limit=30&sector=II');
    const two = await json(`/api/v1/products?limit=30&sector=II&cursor=${one.body.next}`);
    expect([...one.body.items, ...two.body.items]).toEqual(first.body.items);
    const etag = one.headers.get('etag') ?? '';
    const again = await app
      .visitor()
      .fetch('/api/v1/products?limit=30&sector=II', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('gives the rulebooks as data', async () => {
    const { body } = await json('/api/v1/rulebooks/26-2026');
    expect(body.productSets).toHaveLength(26);
    expect((await json('/api/v1/rulebooks/9-9999')).status).toBe(404);
  });
});

describe('S34 reporting a weakness', () => {
  it('security.txt and the page it names say the address of the setting, or where else to go', async () => {
    const bare = await app.visitor().page('/bao-mat');
    expect(bare.text).toContain('Nơi vận hành chưa ghi địa chỉ nhận báo');
    expect(bare.text).toContain('Trả lời trong năm ngày làm việc');
    const named = await testApp({ demo: false, env: { SECURITY_CONTACT: 'bao-mat@tinh.gov.vn' } });
    const text = await (await named.visitor().fetch('/.well-known/security.txt')).text();
    expect(text).toContain(`Contact: mailto:bao-mat@tinh.gov.vn\nContact: ${named.base}/bao-mat\n`);
    for (const path of ['/bao-mat', '/en/bao-mat']) {
      expect((await named.visitor().page(path)).html).toContain('href="mailto:bao-mat@tinh.gov.vn"');
    }
    expect((await named.visitor().page('/en/bao-mat')).text).toContain('An answer within five working days');
  });
});

describe('U35 checking a certificate', () => {
  it('forgives blanks, dashes, case and look-alike letters', async () => {
    const { code: check, product } = await code("g.check_code ~ '[01]' and l.state = 'inForce'");
    const typed = [
      check,
      check.toLowerCase(),
      check.replaceAll('-', ''),
      check.replaceAll('-', ' '),
      check.replaceAll('0', 'O').replaceAll('1', 'l'),
      ` ${check} `,
      check.replaceAll('-', '–'),
    ];
    for (const each of typed) {
      const { status, body } = await json(`/api/v1/certificates/${encodeURIComponent(each)}`);
      expect([each, status, body.product]).toEqual([each, 200, product]);
      expect((await app.visitor().page(`/chung-nhan/${encodeURIComponent(each)}`)).status).toBe(200);
    }
  });

  it('test 13: says every state in words and in the API, an ended certificate otherwise than an unknown one', async () => {
    const cases = [
      [
        "l.state = 'inForce' and g.issued_earliest = g.issued_latest and g.expires_latest > '2027-12-01'",
        'valid',
        'Còn hiệu lực',
      ],
      [
        "l.state = 'inForce' and g.expires_latest between '2026-12-01' and '2027-02-01' and g.issued_earliest = g.issued_latest",
        'valid',
        'Sắp hết hạn',
      ],
      ["l.state = 'inForce' and g.expires_latest < '2026-01-01'", 'expired', 'Đã hết hạn'],
      ["l.state = 'revoked'", 'revoked', 'Đã thu hồi'],
      ["l.state = 'inForce' and g.issued_latest is null", 'undetermined', 'Chưa xác định được'],
      ["g.expires_earliest < '2026-11-21' and g.expires_latest > '2026-11-21'", 'undetermined', 'Chưa xác định được'],
    ] as const;
    for (const [where, state, words] of cases) {
      const { code: check } = await code(where);
      expect((await json(`/api/v1/certificates/${check}`)).body.state, where).toBe(state);
      const page = await app.visitor().page(`/chung-nhan/${check}`);
      expect(page.html, where).toMatch(new RegExp(`<h1>${words}</h1>`));
    }
  });

  it('says when a certificate was annulled, replaced or prolonged', async () => {
    const rows = await app.database.asOwner(
      `select g.id, g.check_code as code from recognition g join lifecycle l on l.id = g.id
       where g.decision is null and l.state = 'inForce' and g.expires_latest between '2025-06-01' and '2026-11-01' order by g.id limit 3`,
    );
    const [annulled, replaced, prolonged] = rows as { id: string; code: string }[];
    const move = (id: string | undefined, action: string, to: string) =>
      app.database.asOwner(
        `insert into ledger (subject, process, action, from_state, to_state, actor, capacity) values ($1, 'recognition', $2, 'inForce', $3, 'system:test', 'thử')`,
        [id, action, to],
      );
    await move(annulled?.id, 'recognition.annul', 'annulled');
    await move(replaced?.id, 'recognition.supersede', 'superseded');
    await app.database.asOwner("update recognition set ended_on = '2026-01-05', superseded_by = $2 where id = $1", [
      replaced?.id,
      prolonged?.id,
    ]);
    await move(prolonged?.id, 'recognition.extend', 'inForce');
    await app.database.asOwner(
      "update recognition set extended_to = '2026-12-31', extension_reason = 'Chờ kết quả' where id = $1",
      [prolonged?.id],
    );
    for (const [row, state, words] of [
      [annulled, 'annulled', 'Đã hủy bỏ'],
      [replaced, 'superseded', 'Đã được thay thế'],
      [prolonged, 'extended', 'Được gia hạn'],
    ] as const) {
      expect((await json(`/api/v1/certificates/${row?.code}`)).body.state).toBe(state);
      const page = await app.visitor().page(`/chung-nhan/${row?.code}`);
      expect(page.html).toContain(`<h1>${words}</h1>`);
    }
    expect((await app.visitor().page(`/chung-nhan/${replaced?.code}`)).html).toContain(
      `/chung-nhan/${prolonged?.code}`,
    );
  });

  it('says plainly that a code is not in the register: 404 on page and API', async () => {
    for (const unknown of [
      'KHONG-CO-MA',
      '%',
      "' or 1=1",
      '../etc',
      'a'.repeat(100),
      '—',
      '00000000-0000-0000-0000-000000000000',
    ]) {
      expect((await json(`/api/v1/certificates/${encodeURIComponent(unknown)}`)).status, unknown).toBe(404);
      const page = await app.visitor().page(`/chung-nhan/${encodeURIComponent(unknown)}`);
      expect([unknown, page.status]).toEqual([unknown, 404]);
      expect(page.text).toContain('Không có mã này trong sổ');
    }
    const long = await app.visitor().page(`/chung-nhan/${'a'.repeat(101)}`);
    expect(long.status).toBe(404);
  });

  it('shows the newest certificate for a product code and lists the others', async () => {
    const { id } = await code("g.product_name like 'Trà tôm nõn%'");
    await app.database.asOwner(
      "insert into product_code (code, product, given_on) values ('19-05755-1-2025', $1, '2025-06-01')",
      [id],
    );
    const { body } = await json('/api/v1/certificates/19 05755 1 2025');
    expect(body).toMatchObject({ star: 5, issuedOn: '2025-06-26' });
    const page = await app.visitor().page('/chung-nhan/19.05755.1.2025');
    expect(page.text).toContain('Giấy chứng nhận khác của sản phẩm này');
  });

  it('leads from the box to the address of the code', async () => {
    const answer = await app.visitor().page('/chung-nhan?code=ab%20c');
    expect([answer.status, answer.location]).toEqual([303, '/chung-nhan/ab%20c']);
  });
});
