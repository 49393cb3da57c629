/** R8.5 R12.9: a recognition of the district era is entered and read as it was; it never takes the place of a newer one. */
import { expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { signed } from '../../../tests/support/council.ts';
import { done } from '../../../tests/support/dossiers.ts';

const app = await testApp();
const { asOwner } = app.database;
const province = await app.signIn('province');

/** A district of the officer's province of today that ended on 30/06/2025. */
const [district] = await asOwner<{ id: string; name: string }>(
  `select u.id, v.full_name as name from unit u join unit_version v on v.unit = u.id
     join unit_version p on p.unit = v.parent and p.code = '33'
    where u.level = 'district' and u.valid_to = '2025-06-30' order by v.full_name limit 1`,
);
const [home] = await asOwner<{ id: string }>(
  `select area as id from (select p.unit as area from appointment p join account a on a.id = p.account where a.username = 'province') s`,
);
const record = (body: object) => province.json('POST', '/api/v1/certificates/past', body, { key: true });
const product = demoId('product', 'bun-kho');
const paper = {
  ...{ product, number: '845/QĐ-UBND', dated: '2024-06-10', unit: district?.id, star: '3', points: 61.25 },
  ...{
    council: 'Hội đồng OCOP cấp huyện',
    productName: 'Bún khô tên cũ',
    heldOn: '2024-05-28',
    productCode: '33-329-1-2024',
  },
};
const current = async () =>
  (
    await asOwner<{ star: number; id: string }>(
      'select r.star, r.id from product p join recognition r on r.id = p.current_recognition where p.id = $1',
      [product],
    )
  )[0];

it('three stars of 2024 are the district’s: by its council, its units, rulebook 148, and readable so', async () => {
  const wrong = await record({ ...paper, unit: home?.id });
  expect([wrong.status, wrong.body.detail]).toEqual([
    409,
    expect.stringContaining('chỉ Chủ tịch UBND cấp huyện được công nhận 3 sao'),
  ]);
  const gone = await record({ ...paper, dated: '2025-07-02' });
  expect([gone.status, gone.body.detail]).toEqual([409, expect.stringContaining('Chủ tịch UBND cấp tỉnh')]);
  const made = await done(record(paper));
  const page = await province.page(`/giay-chung-nhan/${made.id}/nhu-luc-cap`);
  for (const words of [
    'Bún khô tên cũ',
    '845/QĐ-UBND',
    '10/06/2024',
    '10/06/2027',
    'Quyết định số 148/QĐ-TTg',
    '61,25',
    'Hội đồng OCOP cấp huyện',
  ])
    expect(page.text).toContain(words);
  const name = district?.name ?? '';
  expect(page.text).toContain(`Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  expect((await current())?.id).toBe(made.id);
  const public_ = await app.visitor().page(`/chung-nhan/${made.id}`);
  expect(public_.text).toContain('Bún khô tên cũ');
  const twice = await record(paper);
  expect([twice.status, twice.body.detail]).toEqual([409, expect.stringContaining('đã có trong sổ')]);
});

it('the council of then: a total a member, a mean that agrees, the scanned papers, and files their readers can open', async () => {
  const sent = await signed(app, province);
  const other = {
    ...paper,
    product: demoId('product', 'den-long'),
    number: '846/QĐ-UBND',
    points: 61.33,
    papers: [sent],
  };
  const wrong = await record({ ...other, sheets: 'Nguyễn Văn Giả; Phòng Kinh tế' });
  expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('Dòng 1')]);
  const differs = await record({ ...other, sheets: 'Nguyễn Văn Giả; Phòng Kinh tế; 50\nTrần Thị Giả; 52' });
  expect([differs.status, differs.body.code]).toEqual([409, 'pastTotals']);
  const low = await record({ ...other, points: 49.5, sheets: 'Nguyễn Văn Giả; 49\nTrần Thị Giả; 50' });
  expect([low.status, low.body.code]).toEqual([409, 'pastPoints']);
  const sheets = 'Nguyễn Văn Giả; Phòng Kinh tế; 60\nTrần Thị Giả; 61\nLê Văn Giả; Phòng Văn hóa; 63';
  const made = await done(record({ ...other, sheets }));
  const page = await province.page(`/giay-chung-nhan/${made.id}/nhu-luc-cap`);
  for (const words of ['Phiếu của Hội đồng', 'Phòng Kinh tế', '63', 'ban-ky.pdf']) expect(page.text).toContain(words);
  expect((await province.fetch(`/tep/${sent}`)).status).toBe(200);
  expect((await (await app.signIn('commune-2')).fetch(`/tep/${sent}`)).status).toBe(404);
});

it('test 22: an older recognition entered later never lowers the star that stands', async () => {
  const four = await done(
    record({
      ...paper,
      number: '99/QĐ-UBND',
      dated: '2025-09-09',
      unit: home?.id,
      star: '4',
      points: 78.5,
      productName: undefined,
    }),
  );
  expect(await current()).toEqual({ star: 4, id: four.id });
  const old = await done(record({ ...paper, number: '12/QĐ-UBND', dated: '2024-01-15' }));
  expect(await current()).toEqual({ star: 4, id: four.id });
  const states = await asOwner<{ id: string; state: string }>('select id, state from lifecycle where id = any($1)', [
    [four.id, old.id],
  ]);
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    [four.id]: 'inForce',
    [old.id]: 'superseded',
  });
});

it('only the province enters, only for its own products, and from 22/5/2026 on nothing', async () => {
  const late = await record({ ...paper, number: '1/QĐ-UBND', dated: '2026-05-22', unit: home?.id });
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('ban hành quyết định trên hệ thống')]);
  for (const account of ['commune', 'producer', 'ministry', 'auditor', 'council-secretary']) {
    const other = await app.signIn(account);
    expect([account, (await other.json('POST', '/api/v1/certificates/past', paper, { key: true })).status]).toEqual([
      account,
      404,
    ]);
    expect([account, (await other.page('/giay-chung-nhan/ghi-cu')).status]).toEqual([account, 404]);
  }
  const [foreign] = await asOwner<{ id: string }>(
    `select p.id from product p join lifecycle l on l.id = p.id where l.province <> $1 limit 1`,
    [home?.id],
  );
  expect((await record({ ...paper, product: foreign?.id })).status).toBe(404);
});

it('is found by name and entered by the plain form', async () => {
  expect((await province.page('/giay-chung-nhan')).html).toContain('/giay-chung-nhan/ghi-cu');
  const found = await province.page('/giay-chung-nhan/ghi-cu?q=banh+da');
  const way = /\/giay-chung-nhan\/ghi-cu\?product=[0-9a-f-]+/.exec(found.html)?.[0] ?? '';
  const page = await province.page(way);
  const sent = await province.submit(page.form('/giay-chung-nhan/ghi-cu'), {
    ...{ number: '77/QĐ-UBND', dated: '15/01/2024', unit: district?.id ?? '', star: '3', points: '55,5' },
  });
  expect(sent.location).toMatch(/\/nhu-luc-cap$/);
});
