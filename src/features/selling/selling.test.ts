/** Where a product is sold and when: said by those it belongs to, shown as said, looked up by month. */
import { expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { formatDay } from '#ui';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const today = systemClock.today();
const month = Number(today.slice(5, 7));
/** Neither this month nor January, which the last test names. */
const other = month === 7 ? 8 : 7;
const province = await app.signIn('province');
const [shown] = await app.database.asOwner<{ id: string; name: string }>(
  `select p.id, p.name from product p join product_search s on s.product = p.id and s.open
    where p.province = (select province from lifecycle where process = 'council' and province is not null limit 1)
      and not exists (select from product_selling w where w.product = p.id) order by p.id limit 1`,
);
const id = shown?.id ?? '';
const form = async () => (await province.page(`/so-san-pham/${id}/noi-ban`)).form(`/so-san-pham/${id}/noi-ban`);

it('an office says it, everybody reads it with who said it and when, and the ledger keeps both', async () => {
  const heading = /<h2[^>]*>Mua ở đâu</;
  expect((await app.visitor().page(`/san-pham/${id}`)).html).not.toMatch(heading);
  const said = { 'links.0.href': 'https://htx.example.vn/gian-hang', place: 'Chợ huyện', season: [String(month), '1'] };
  const done = await province.submit(await form(), said);
  expect([done.status, done.location]).toEqual([303, `/san-pham/${id}`]);
  const page = await app.visitor().page(`/san-pham/${id}`);
  for (const words of [
    'htx.example.vn (trang ngoài)',
    'Chợ huyện',
    `tháng ${month}`,
    `do cơ quan tỉnh ghi ngày ${formatDay(today)}, chưa ai kiểm tra`,
  ])
    expect(page.text).toContain(words);
  expect(page.html).toMatch(heading);
  expect(page.html).toContain('rel="noopener nofollow"');
  expect((await app.visitor().page(`/en/san-pham/${id}`)).text).toContain('told by the provincial office');
  const list = await app.visitor().page('/dang-mua');
  expect(list.text).toContain(String(shown?.name));
  expect((await app.visitor().page(`/dang-mua?thang=${other}`)).html).not.toContain(`/san-pham/${id}`);
  expect((await province.submit(await form(), { 'links.0.href': '', place: '', season: ['all'] })).status).toBe(303);
  expect((await app.visitor().page(`/san-pham/${id}`)).text).toContain('quanh năm');
  const [row] = await app.database.asOwner<{ facts: { before: { place: string }; after: { season: number[] } } }>(
    `select facts from ledger where action = 'product.declareSelling' and subject = $1 order by no desc limit 1`,
    [id],
  );
  expect([row?.facts.before.place, row?.facts.after.season.length]).toEqual(['Chợ huyện', 12]);
});

it.each([
  'http://htx.vn',
  'javascript:alert(1)',
  'https://a:b@htx.vn',
  'https://localhost/x',
  'https://htx.vn:8443/',
  'htx.vn',
])('S23 %s is refused, and what was typed stays', async (href) => {
  const answer = await province.submit(await form(), { 'links.0.href': href, place: 'Giữ lại' });
  expect([answer.status, answer.text.includes('https://')]).toEqual([422, true]);
  expect(answer.html).toContain('Giữ lại');
});

it('S13 nobody else writes it: another producer, an inspector, a visitor', async () => {
  for (const role of ['producer', 'inspector', 'auditor']) {
    const client = await app.signIn(role);
    expect([role, (await client.page(`/so-san-pham/${id}/noi-ban`)).status]).toEqual([role, 404]);
    const sent = await client.json(
      'POST',
      `/api/v1/products/${id}/selling`,
      { season: ['1'] },
      { key: true, ifMatch: 3 },
    );
    expect([role, sent.status]).toEqual([role, 404]);
  }
  const sent = await app.visitor().json('POST', `/api/v1/products/${id}/selling`, { season: ['1'] }, { key: true });
  expect(sent.status).toBe(401);
});

it('a wrong month shows this one; a month nobody named says so', async () => {
  expect((await app.visitor().page('/dang-mua?thang=99')).text).toContain(`tháng ${month}`);
  await app.database.asOwner('update product_selling set season = array[1]');
  expect((await app.visitor().page(`/dang-mua?thang=${other}`)).text).toContain('Chưa có sản phẩm khai tháng này');
});
