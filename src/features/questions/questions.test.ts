/** Ad-hoc questions: whatever is asked, each number is that of the list it opens, and what cannot be asked is left out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { questionOf, windowsOf } from './answer.ts';
import { DIMENSIONS, MEASURES } from './schema.ts';

const app = await testApp();
const ministry = await app.signIn('ministry');
const days = { unit: null, unitsAsOf: '2026-11-22', asOf: '2026-11-22' };

const numbersIn = (html: string) =>
  [...html.matchAll(/<a[^>]* href="(\/so-lieu\/hoi\/danh-sach[^"]*)"[^>]*>([\d.]+)<\/a>/g)].map(
    ([, href = '', n = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      number: Number(n.replaceAll('.', '')),
    }),
  );
const totalOf = (text: string) =>
  Number(/([\d.]+) (?:sản phẩm|chủ thể|lượt|lớp, hội nghị|người|đồng|điểm)/.exec(text)?.[1]?.replaceAll('.', ''));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const question = fc.record({
  do: fc.constantFrom(...MEASURES),
  theo: fc.constantFrom(...DIMENSIONS),
  va: maybe(fc.constantFrom(...DIMENSIONS)),
  sao: maybe(fc.constantFrom('3', '4')),
  nhom: maybe(fc.constantFrom('I', 'II')),
  loaihinh: maybe(fc.constantFrom('cooperative', 'householdBusiness')),
  den: maybe(fc.constantFrom('2023-06-30', '2025-12-31')),
  ngaydv: maybe(fc.constantFrom('2023-06-30', '2026-01-01')),
});

it('R14.2 each number of an answer is that of its list, for random questions', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      const path = `/so-lieu/hoi?${new URLSearchParams(given)}`;
      const answer = await ministry.page(path);
      expect([path, answer.status]).toEqual([path, 200]);
      const numbers = numbersIn(answer.html);
      for (const { href, number } of [numbers[0], numbers.at(-1)].filter((one) => one !== undefined)) {
        const list = await ministry.page(href);
        expect([href, list.status, totalOf(list.text.split('Hỏi số liệu').slice(1).join(' '))]).toEqual([
          href,
          200,
          number,
        ]);
        looked += 1;
      }
    }),
    { numRuns: 25 },
  );
  expect(looked).toBeGreaterThan(10);
}, 180_000);

it('a dimension the measure has not, or twice, is left out; years are fifteen at most', () => {
  expect(questionOf({ do: 'products', theo: 'kind', va: 'star' }, days)).toMatchObject({ rows: 'star', columns: null });
  expect(questionOf({ do: 'recognised', theo: 'kind', va: 'star' }, days)).toMatchObject({
    rows: 'kind',
    columns: 'star',
  });
  const years = windowsOf(questionOf({ theo: 'year', tu: '1990-01-01' }, days));
  expect(years).toHaveLength(15);
  expect(years.at(-1)).toEqual({ year: '2026', from: '2026-01-01', asOf: '2026-11-22' });
  expect(windowsOf(questionOf({ tu: '2027-01-01' }, days))).toEqual([
    { year: 'none', from: '2026-11-22', asOf: '2026-11-22' },
  ]);
});

it('S14 an office asks within its own area; S18 nonsense gets the plain question', async () => {
  const [other] = await app.database.asOwner<{ id: string }>(
    `select u.id from unit u join unit_version v on v.unit = u.id where u.level = 'province' and v.valid_to is null and v.name = 'Cà Mau'`,
  );
  const commune = await app.signIn('commune');
  expect((await commune.page(`/so-lieu/hoi?donvi=${other?.id}`)).status).toBe(404);
  expect((await commune.page(`/so-lieu/hoi/danh-sach?donvi=${other?.id}`)).status).toBe(404);
  expect((await (await app.signIn('producer')).page('/so-lieu/hoi')).status).toBe(404);
  for (const query of ['do=x', 'theo=__proto__', "va=' or 1=1", 'tu=2024-02-31', 'sao=9', `o=${'a'.repeat(3000)}`])
    for (const path of ['/so-lieu/hoi', '/so-lieu/hoi/danh-sach'])
      expect((await ministry.page(`${path}?${query}`)).status, `${path}?${query}`).toBe(200);
});

it('U23 a question is kept under a name, opened by its link, and goes out as a table', async () => {
  const query = 'do=products&theo=sector&va=star';
  const saved = await ministry.json(
    'POST',
    '/api/v1/views',
    { list: 'questions', query, name: 'Nhóm và sao' },
    { key: true },
  );
  expect(saved.status).toBe(200);
  const page = await ministry.page('/so-lieu/hoi?do=products&theo=sector&va=star');
  expect(page.text).toContain('Nhóm và sao');
  const table = await ministry.page(`/so-lieu/hoi.xlsx?${query}&dang=json`);
  const { rows } = JSON.parse(table.html) as { rows: Record<string, number | string>[] };
  const sum = rows
    .flatMap((row) => Object.values(row))
    .reduce<number>((all, one) => all + (typeof one === 'number' ? one : 0), 0);
  expect(page.text).toContain(`Tất cả: ${sum}`);
});
