/** The board of an office: its numbers are those of the lists they open, on any day, within the reader's own area. */
import { describe, expect, it } from 'vitest';
import { plotPieces } from '#ui';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';

const app = await testApp();
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const ministry = await app.signIn('ministry');

/** Every number of a board with the list it leads to. */
const numbersIn = (html: string) =>
  [...html.matchAll(/<a[^>]* href="(\/so-lieu\/[^"]+)"[^>]*>([\d.]+)(?: sản phẩm)?<\/a>/g)].map(
    ([, href = '', number = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      number: Number(number.replaceAll('.', '')),
    }),
  );
const totalOf = (text: string) =>
  Number(
    /([\d.]+) (?:sản phẩm|chủ thể|làng nghề|lớp, hội nghị|người|lượt|đồng|khoản|điểm) *,/
      .exec(text)?.[1]
      ?.replaceAll('.', ''),
  );

async function expectLists(client: Client, board: string, most = 40): Promise<number> {
  const { html, status } = await client.page(board);
  expect([board, status]).toEqual([board, 200]);
  const numbers = numbersIn(html);
  for (const { href, number } of numbers.slice(0, most)) {
    const list = await client.page(href);
    expect([href, list.status, totalOf(list.text)]).toEqual([href, 200, number]);
    if (!/\/(period\.trained|stock\.(revenue|jobs))/.test(href))
      expect((list.html.match(/<th scope="row"/g) ?? []).length, href).toBe(Math.min(number, 50)); // a sum has other rows
  }
  return numbers.length;
}

describe('the board', () => {
  it('R15.2 every number is that of the list it opens: today, on an earlier day, by the units of another day', async () => {
    expect(await expectLists(ministry, '/so-lieu')).toBeGreaterThan(12);
    await expectLists(province, '/so-lieu?ngay=2023-12-31', 12);
    await expectLists(commune, '/so-lieu', 12);
    await expectLists(ministry, '/so-lieu?ngay=2024-06-30&theo=2024-06-30', 6);
  }, 120_000);

  it('bars and map lead to the same lists', async () => {
    const { html } = await ministry.page('/so-lieu');
    const place = /<a href="(\/so-lieu\/unit[^"]+)" aria-label="[^"]+: ([\d.]+) sản phẩm"/.exec(html);
    const [, href = '', number = ''] = place ?? [];
    const list = await ministry.page(href.replaceAll('&amp;', '&'));
    expect(totalOf(list.text)).toBe(Number(number));
  });

  it('S14 an office asks for its own area alone, also as it was before the merger; others have no board', async () => {
    const [other] = await app.database.asOwner<{ id: string }>(
      `select u.id from unit u join unit_version v on v.unit = u.id where u.level = 'province' and v.valid_to is null and v.name = 'Cà Mau'`,
    );
    expect((await province.page(`/so-lieu?donvi=${other?.id}`)).status).toBe(404);
    expect((await ministry.page(`/so-lieu?donvi=${other?.id}`)).status).toBe(200);
    const [former] = await app.database.asOwner<{ id: string; name: string }>(
      `select u.id, v.full_name as name from unit u join unit_version v on v.unit = u.id join unit_succession s on s.former = u.id
       join account a on a.username = 'province' join appointment t on t.account = a.id and t.unit = s.successor where u.valid_to is not null limit 1`,
    );
    const before = await province.page(`/so-lieu?donvi=${former?.id}&ngay=2024-12-31`);
    expect(before.text).toContain(former?.name);
    for (const role of ['producer', 'inspector', 'council-member-1', 'administrator'])
      expect((await (await app.signIn(role)).page('/so-lieu')).status, role).toBe(404);
    expect((await app.visitor().page('/so-lieu/stock.products')).status).not.toBe(200);
  });

  it('S18 strange questions get the plain board, unknown figures a 404, a unit that is not there words', async () => {
    for (const query of ['ngay=x', 'theo=2024-02-31', 'donvi=x', 'ngay=9999-12-31', "donvi=' or 1=1"])
      expect((await province.page(`/so-lieu?${query}`)).status, query).toBe(200);
    for (const path of ['/so-lieu/stock.nope', '/so-lieu/share.producers.cooperative', '/so-lieu/__proto__'])
      expect((await province.page(path)).status, path).toBe(404);
    expect((await province.page('/so-lieu/stock.products?unit=999')).status).toBe(422);
  });

  it('R15.3 a list of an earlier day says what was written to its records since, and on the day itself nothing', async () => {
    const [early] = await app.database.asOwner<{ issued: string; day: string }>(
      `select min(g.issued_latest)::text as issued, max(l.day)::text as day from recognition g join ledger l on l.subject = g.id`,
    );
    expect((early?.issued ?? '') < (early?.day ?? '')).toBe(true);
    const list = await ministry.page('/so-lieu/stock.products?asOf=2024-12-31');
    const [, told = ''] = /Từ sau ngày 31\/12\/2024 có ([\d.]+) lần ghi/.exec(list.text) ?? [];
    const [written] = await app.database.asOwner<{ n: number }>(
      `with r as (select * from indicator_stock_rows('2024-12-31', '2024-12-31', null))
       select count(*)::int as n from ledger where day > '2024-12-31' and subject in (select product from r union select recognition from r union select producer from r)`,
    );
    expect(Number(told.replaceAll('.', ''))).toBe(written?.n);
    expect(written?.n).toBeGreaterThan(0);
    expect((await ministry.page('/so-lieu/stock.products')).text).not.toContain('lần ghi vào');
  });

  it('communes: the plan of the year beside the result, a point as large as its number, each leading to its list', async () => {
    const { asOwner } = app.database;
    const year = new Date().getFullYear();
    const [home] = await asOwner<{ province: string; commune: string; name: string }>(
      `select r.province, r.commune, v.full_name as name from appointment t join account a on a.id = t.account and a.username = 'province'
         cross join lateral indicator_stock_rows(current_date, current_date, t.unit) r join unit_version v on v.unit = r.commune and v.valid_to is null
        where t.role = 'province' limit 1`,
    );
    await asOwner(
      `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'target', 'set', 1) returning id)
       insert into target (id, unit, from_on, to_on, name, comparator, low, measure, indicator)
       select id, $1, $2, $3, 'Sản phẩm còn hiệu lực của xã', 'atLeast', 500, 'sản phẩm', 'stock.products' from l`,
      [home?.commune, `${year}-01-01`, `${year}-12-31`],
    );
    await asOwner(`update lifecycle set state = 'set' where process = 'target' and state = 'new'`);
    await asOwner(
      `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'localPlace', 'active', 1) returning id)
       insert into local_place (id, kind, name, craft, commune, province, latitude, longitude)
       select id, 'craftVillage', 'Làng nghề giả định', 'mây tre', $1, $2, 20.8, 106.05 from l`,
      [home?.commune, home?.province],
    );
    const { text, html } = await province.page('/so-lieu');
    expect(text).toContain('1/1 chỉ tiêu chưa đạt.');
    expect(text).toMatch(/ít nhất 500 sản phẩm\s+\d+\s+đạt [\d,]+% kế hoạch/);
    const [, href = '', number = ''] =
      new RegExp(`<a href="([^"]+)" aria-label="${home?.name}: ([\\d.]+) sản phẩm"`).exec(html) ?? [];
    const list = await province.page(href.replaceAll('&amp;', '&'));
    expect([list.status, totalOf(list.text)]).toEqual([200, Number(number)]);
    expect(text).toContain('xã có sản phẩm có tọa độ');
  });

  it('R14.2 as known on an earlier day: nothing was there yet, and it says so', async () => {
    const early = await ministry.page('/so-lieu?biet=2020-01-01');
    expect([early.status, early.text.includes('Đến lúc đó hệ thống chưa có bản ghi nào.')]).toEqual([200, true]);
    expect(early.text).not.toContain('Theo hạng sao');
    const sheet = await ministry.page('/so-lieu.xlsx?dang=json&biet=2020-01-01');
    const { rows } = JSON.parse(sheet.html) as { rows: Record<string, unknown>[] };
    expect(rows.every((row) => row['Giá trị'] === null)).toBe(true);
    expect((await ministry.page('/so-lieu?biet=9999-12-31')).text).toContain('Theo hạng sao');
  });

  it('the board and a list go out as tables', async () => {
    const board = await ministry.page('/so-lieu.xlsx?dang=json');
    const rows = (JSON.parse(board.html) as { rows: Record<string, unknown>[] }).rows;
    const told = rows.find((row) => row['Số liệu'] === 'Sản phẩm có giấy chứng nhận còn hiệu lực')?.['Giá trị'];
    const list = await ministry.page('/so-lieu/stock.products/danh-sach.xlsx?dang=json');
    expect((JSON.parse(list.html) as { rows: unknown[] }).rows).toHaveLength(Number(told));
  });
});

it('columns stand on each other from the bottom, the highest fills its square', () => {
  const [low, high] = plotPieces([
    {
      parts: [
        { label: 'a', value: 1, look: 'a' },
        { label: 'b', value: 1, look: 'b' },
      ],
    },
    {
      parts: [
        { label: 'a', value: 0, look: 'a' },
        { label: 'b', value: 4, look: 'b' },
      ],
    },
  ]);
  expect(low).toEqual([
    { y: 75, height: 25, look: 'a' },
    { y: 50, height: 25, look: 'b' },
  ]);
  expect(high).toEqual([{ y: 0, height: 100, look: 'b' }]);
});
