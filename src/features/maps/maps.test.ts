/** Issue 4, section 6: a map's numbers are those of the lists it opens; the archipelagos are always drawn and named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { fewestStatements } from '../../../tests/support/statements.ts';
import { tintClasses, tintOf } from './classes.ts';

const app = await testApp();
const anyone = app.visitor();
/** Places of the table: address of the list and the number that leads there. */
const numbersIn = (html: string) =>
  [...html.matchAll(/<a href="(\/san-pham\?[^"]+)">([\d.]+)<\/a>/g)].map(([, href = '', number = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    number: Number(number.replaceAll('.', '')),
  }));
const totalOf = (text: string) => Number(/([\d.]+) sản phẩm/.exec(text)?.[1]?.replaceAll('.', ''));

describe('tints', () => {
  it('put every number in one class, a larger one never in a paler one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 60 }), (numbers) => {
        const classes = tintClasses(numbers);
        expect(classes.length).toBeLessThanOrEqual(5);
        for (const one of numbers) {
          const tint = tintOf(one, classes);
          expect(tint === 0).toBe(one === 0);
          if (one > 0) expect(classes.some(({ from, to }) => from <= one && one <= to)).toBe(true);
          for (const other of numbers) if (other > one) expect(tintOf(other, classes)).toBeGreaterThanOrEqual(tint);
        }
      }),
    );
  });
});

it.each(['all', 'star4', 'sectorI', 'valid', 'expired'])(
  'R12.8 by %s, each number is that of the list it opens',
  async (xem) => {
    const map = await anyone.page(`/ban-do?xem=${xem}`);
    const places = numbersIn(map.html);
    expect(places.length).toBeGreaterThan(2);
    for (const { href, number } of [places[0], places[Math.floor(places.length / 2)], places.at(-1)].filter(
      (one) => one !== undefined,
    ))
      expect([href, totalOf((await anyone.page(href)).text.split('Sản phẩm OCOP').slice(1).join(' '))]).toEqual([
        href,
        number,
      ]);
  },
);

it('a province leads to its communes, which add up to it; the numbers are in the table and on the map', async () => {
  const country = await anyone.page('/ban-do');
  const [, unit = ''] =
    /<a href="\/ban-do\?tinh=([0-9a-f-]{36})"><span lang="vi">Tỉnh Bắc Ninh/.exec(country.html) ?? [];
  const here = await anyone.page(`/ban-do?tinh=${unit}`);
  const communes = numbersIn(here.html);
  const [own] = numbersIn(country.html).filter(({ href }) => href.includes(unit));
  const unknown = Number(/Chưa rõ xã.*?<\/svg>([\d.]+)/s.exec(here.html)?.[1] ?? 0);
  expect(communes.reduce((sum, { number }) => sum + number, unknown)).toBe(own?.number);
  expect(country.html).toContain(`aria-label="Tỉnh Bắc Ninh: ${own?.number} sản phẩm"`);
});

it('Hoàng Sa and Trường Sa stand on every map, in both languages', async () => {
  const officer = await app.signIn('commune');
  for (const answer of [
    await anyone.page('/ban-do'),
    await anyone.page('/en/ban-do?xem=star5'),
    await officer.page('/ban-do/dia-ban'),
  ]) {
    expect(answer.status).toBe(200);
    for (const name of ['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa']) expect(answer.text).toContain(name);
  }
});

it('S14 the office’s map counts its own area alone; others do not have it', async () => {
  const mine = numbersIn((await (await app.signIn('commune')).page('/ban-do/dia-ban')).html);
  expect(mine.length).toBe(1);
  const province = numbersIn((await (await app.signIn('province')).page('/ban-do/dia-ban')).html);
  expect(province.length).toBeGreaterThan(mine.length);
  const stranger = numbersIn(
    (await (await app.signIn('province')).page('/ban-do/dia-ban?tinh=11111111-1111-4111-8111-111111111111')).html,
  );
  expect(stranger).toEqual(province);
  for (const role of ['inspector', 'council-member-1', 'producer'])
    expect((await (await app.signIn(role)).page('/ban-do/dia-ban')).status, role).toBe(404);
});

it('S18 strange questions get the plain map; few statements', async () => {
  for (const query of [
    'xem=x',
    'tinh=x',
    'tinh=11111111-1111-4111-8111-111111111111',
    "xem=' or 1=1",
    `xem=${'a'.repeat(3000)}`,
  ])
    expect((await anyone.page(`/ban-do?${query}`)).status, query).toBe(200);
  const asked = await fewestStatements(() => anyone.page(`/ban-do?xem=star3&nocache=${Math.random()}`));
  expect(asked.length).toBeLessThanOrEqual(6);
});
