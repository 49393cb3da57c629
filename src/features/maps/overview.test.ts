/** The overview in numbers: by group and place, each number the length of its list. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const visitor = app.visitor();
const linksOf = (html: string) =>
  [...html.matchAll(/<a href="(\/san-pham\?[^"]+|\/san-pham)"[^>]*>([\d.]+)<\/a>/g)].map(
    ([, href = '', count = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      count: Number(count.replaceAll('.', '')),
    }),
  );

it('counts the country by group and province, and every number opens a list of that length', async () => {
  const page = await visitor.page('/tong-quan');
  expect(page.status).toBe(200);
  for (const words of ['Theo nhóm sản phẩm', 'Thực phẩm', 'Theo tỉnh, thành phố', 'Tỉnh Hưng Yên', 'Còn hiệu lực'])
    expect(page.text).toContain(words);
  const links = linksOf(page.html);
  expect(links.length).toBeGreaterThan(60);
  const [all] = await app.database.asOwner<{ n: number }>('select count(*)::int as n from product_search where open');
  expect(links.find(({ href }) => href === '/san-pham')?.count).toBe(all?.n);
  for (const { href, count } of links.filter((_, at) => at % 9 === 0)) {
    const list = await visitor.page(href);
    expect([href, / ([\d.]+) sản phẩm/.exec(` ${list.text.replaceAll(/\s+/g, ' ')}`)?.[1]]).toEqual([
      href,
      count.toLocaleString('vi-VN'),
    ]);
  }
});

it('shows the communes of one province, in both languages, and bears any question', async () => {
  const [row] = await app.database.asOwner<{ unit: string }>(
    "select v.unit from unit_version v join unit u on u.id = v.unit where u.level = 'province' and v.full_name = 'Tỉnh Hưng Yên' and v.valid_to is null",
  );
  const page = await visitor.page(`/tong-quan?tinh=${row?.unit}`);
  expect([page.text.includes('Xã Tân Hưng'), page.html.includes(`/ban-do?tinh=${row?.unit}`)]).toEqual([true, true]);
  expect((await visitor.page(`/en/tong-quan?tinh=${row?.unit}`)).text).toContain('By commune');
  for (const odd of ['x', '00000000-0000-7000-8000-000000000000'])
    expect((await visitor.page(`/tong-quan?tinh=${odd}`)).text).toContain('Theo tỉnh, thành phố');
  expect((await visitor.page('/')).html).toContain('href="/tong-quan"');
});
