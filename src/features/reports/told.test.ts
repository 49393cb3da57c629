/** What is told of products beside their certificates, and the edges of the stock: SQL against the plain reading of the law. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateOn } from '#law/certificate';
import { addDays } from '#law/days';
import { type CertificateOn, stockEdges, type ToldFact, toldFigures, yearTold } from '#law/indicators-told';
import { CHANNELS, type Channel } from '#law/product-years';
import { testApp } from '../../../tests/support/app.ts';
import { type MadeProduct, makeProvince, makeRegister } from '../../../tests/support/registers.ts';
import { soonUntil } from './count.ts';
import { makeReport } from './report.ts';

const app = await testApp();
const test = app.database;

const day = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((n) => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const months = fc.integer({ min: 0, max: 14 });
const row = fc.record({
  producer: fc.integer({ min: 0, max: 5 }),
  issued: day(0, 700),
  /** So many months the end of the term is not known exactly. */
  apart: fc.constantFrom(0, 0, 0, 12),
  years: fc.array(
    fc.record({
      year: fc.integer({ min: 2022, max: 2024 }),
      revenue: fc.integer({ min: 0, max: 9_000_000_000 }),
      jobs: fc.integer({ min: 0, max: 40 }),
      channels: fc.uniqueArray(fc.constantFrom(...(Object.keys(CHANNELS) as Channel[]))),
      accepted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  sold: fc.option(fc.record({ online: fc.boolean(), place: fc.boolean(), on: day(300, 1400) })),
});
const chain = fc.option(fc.record({ begins: day(200, 1200), months }));
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never;

let serial = 10;
/** Writes a register with years, places of sale and chains into a province of its own; answers its facts as of any day. */
async function written(rows: readonly Row[], chains: readonly ({ begins: string; months: number } | null)[]) {
  serial += 1;
  const { unit, communes } = await makeProvince(test, `X${serial}`, ['Một']);
  const expires = ({ issued }: Row) => `${Number(issued.slice(0, 4)) + 2}${issued.slice(4).replace('02-29', '02-28')}`;
  const latest = (one: Row) => addDays(expires(one), one.apart * 30);
  const products = rows.map(
    (one): MadeProduct => ({
      ...{ producer: one.producer, type: 'farm', star: 3, sector: 'I', unit: communes[0] ?? '', former: true },
      ...{ province: null, issued: one.issued, expires: expires(one) },
    }),
  );
  const ids = await makeRegister(test, products);
  const made = await test.asOwner<{ id: string; producer: string }>(
    'select id, producer from product where id = any($1::uuid[])',
    [ids],
  );
  const producerOf = new Map(made.map(({ id, producer }) => [id, producer]));
  for (const [n, one] of rows.entries()) {
    await test.asOwner('update recognition set expires_latest = $2 where product = $1', [ids[n], latest(one)]);
    for (const { year, revenue, jobs, channels, accepted } of yearsOf(one)) {
      await test.asOwner(
        `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'productYear', 'reported', 1) returning id),
           y as (insert into product_year (id, product, year) select id, $1, $2 from l returning id)
         insert into product_year_version (product_year, no, quantity, quantity_unit, revenue, jobs, jobs_women, jobs_local, channels, by_office, entered_by, reported_on)
         select id, 1, 1, 'kg', $3, $4, $4, 0, $5, false, 'test', '2026-01-02' from y`,
        [ids[n], year, revenue, jobs, channels],
      );
      if (accepted)
        await test.asOwner(
          `update product_year set accepted = 1, accepted_on = '2026-01-03' where product = $1 and year = $2`,
          [ids[n], year],
        );
    }
    if (one.sold)
      await test.asOwner(
        `insert into product_selling (product, links, place, said_by, said_on) values ($1, $2, $3, 'producer', $4)`,
        [ids[n], one.sold.online ? ['https://ban.vn'] : [], one.sold.place ? 'Chợ' : null, one.sold.on],
      );
  }
  const ends = ({ begins, months: n }: { begins: string; months: number }) => addDays(begins, n * 30);
  for (const [n, one] of chains.entries()) {
    const product = ids[rows.findIndex(({ producer }) => producer === n)];
    if (one === null || product === undefined) continue;
    await test.asOwner(
      `insert into producer_fact (producer, section, item, valid_from, open, recorded_on) values ($1, 'chain', gen_random_uuid(), null, $2, '2026-01-01')`,
      [producerOf.get(product), JSON.stringify({ model: 'green', begins: one.begins, ends: ends(one) })],
    );
  }
  const statesOn = (one: Row, on: string): CertificateOn => {
    const facts = {
      issuedEarliest: one.issued,
      issuedLatest: one.issued,
      expiresEarliest: expires(one),
      expiresLatest: latest(one),
    };
    return {
      state: certificateOn(facts, on, { expiryDayValid: true }).state,
      lastDay: expires(one),
      issued: one.issued,
    };
  };
  const told = (on: string): ToldFact[] =>
    rows.flatMap((one) => {
      if (statesOn(one, on).state !== 'inForce') return [];
      const year = yearsOf(one).find((told) => told.year === yearTold(on) && told.accepted);
      const runs = chains[one.producer] ?? null;
      return [
        {
          producer: String(one.producer),
          year: year === undefined ? null : { ...year, women: year.jobs },
          online: one.sold !== null && one.sold.on <= on && one.sold.online,
          place: one.sold !== null && one.sold.on <= on && one.sold.place,
          chain: runs !== null && runs.begins <= on && ends(runs) >= on,
        },
      ];
    });
  return {
    unit,
    told,
    edges: (on: string) =>
      stockEdges(
        rows.map((one) => [statesOn(one, on)]),
        soonUntil(on),
      ),
  };
}
const yearsOf = ({ years }: Row) => [...new Map(years.map((one) => [one.year, one])).values()];

const INDICATORS = {
  'stock.yearTold': ['year_told', 'yearTold'],
  'stock.revenue': ['revenue', 'revenue'],
  'stock.jobs': ['jobs', 'jobs'],
  'stock.jobs.women': ['jobs_women', 'jobsWomen'],
  'stock.ecommerce': ['ecommerce', 'ecommerce'],
  'stock.online': ['online', 'online'],
  'stock.salesPoints': ['sales_points', 'salesPoints'],
  'stock.producers.modern': ['producers_modern', 'modern'],
  'stock.producers.circular': ['producers_circular', 'circular'],
  'share.producers.modern': ['modern_share', 'modernShare'],
  'share.producers.circular': ['circular_share', 'circularShare'],
} as const;

describe('what is told beside certificates', () => {
  it('R14.1 R15.2 indicator, figure and law say the same on random days, and the list has the same total', async () => {
    const auditor = await app.signIn('auditor');
    let sums = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 12 }),
        fc.array(chain, { minLength: 6, maxLength: 6 }),
        day(364, 1200),
        async (rows, chains, on) => {
          const { unit, told, edges } = await written(rows, chains);
          const law = toldFigures(told(on));
          const { figures } = await makeReport(test.db.report, {
            name: 'annual',
            unit,
            asOf: on,
            unitsAsOf: '2024-01-01',
          });
          const figure = (id: string) => figures.find((one) => one.id === id);
          for (const [id, [name, key]] of Object.entries(INDICATORS)) {
            const [found] = await test.asOwner<{ value: string | null }>(
              `select indicator_${name}($1, '2024-01-01', $2)::text as value`,
              [on, unit.id],
            );
            const value = found?.value == null ? null : Math.round(Number(found.value) * 100) / 100;
            expect([id, value, figure(id)?.value]).toEqual([id, law[key], law[key]]);
            const list = figure(id)?.list;
            if (law[key] === null) expect([id, list]).toEqual([id, null]);
            if (!list) continue;
            const { body } = await auditor.json('GET', `${list}&limit=100`);
            const page = body as { total: number; items: { amount: number | null }[] };
            expect([id, page.total]).toEqual([id, law[key] ?? 0]);
            if (!['đồng', 'người'].includes(figure(id)?.unit ?? '')) expect(page.items).toHaveLength(law[key] ?? 0);
            else {
              expect(page.items.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(law[key] ?? 0);
              sums += law[key] ?? 0;
            }
          }
          const { expiring, undetermined } = edges(on);
          expect([figure('stock.expiring')?.value, figure('stock.undetermined')?.value]).toEqual([
            expiring,
            undetermined,
          ]);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
    expect(sums).toBeGreaterThan(0);
  }, 180_000);

  it('figures of the year open for offices alone, and only their own area', async () => {
    const list = '/api/v1/figures/stock.revenue';
    expect((await app.visitor().json('GET', list)).status).toBe(404);
    const total = async (role: string) =>
      ((await (await app.signIn(role)).json('GET', list)).body as { total: number | null }).total ?? 0;
    const [before, communeBefore] = [await total('province'), await total('commune')];
    const [made] = await test.asOwner<{ product: string; province: string }>(
      `select s.product, s.province from indicator_stock_rows(current_date, current_date, null) s join account a on a.username = 'province'
         join appointment t on t.account = a.id and t.unit = s.province limit 1`,
    );
    await test.asOwner(
      `with l as (insert into lifecycle (id, process, state, version, province) values (gen_random_uuid(), 'productYear', 'reported', 1, $2) returning id),
         y as (insert into product_year (id, product, year) select id, $1, extract(year from current_date)::int - 1 from l returning id)
       insert into product_year_version (product_year, no, quantity, quantity_unit, revenue, jobs, jobs_women, jobs_local, channels, by_office, entered_by, reported_on)
       select id, 1, 1, 'kg', 1234000000, 7, 3, 0, '{modern}', false, 'test', current_date from y`,
      [made?.product, made?.province],
    );
    await test.asOwner('update product_year set accepted = 1, accepted_on = current_date where product = $1', [
      made?.product,
    ]);
    const [all, own, commune] = [await total('auditor'), await total('province'), await total('commune')];
    expect(own - before).toBe(1_234_000_000);
    expect([all >= own, commune]).toEqual([true, communeBefore]);
    const ministry = await app.signIn('ministry');
    const board = await ministry.page('/so-lieu');
    expect(board.text).toContain('Doanh thu năm của các sản phẩm đã có số liệu');
    const page = await ministry.page('/so-lieu/stock.revenue');
    expect(page.text).toContain(`${all.toLocaleString('vi-VN')} đồng`);
  });

  it('what was said of selling stays as it was said on an earlier day, from the ledger', async () => {
    const [row] = await test.asOwner<{ product: string; day: string }>(
      `select product, said_on::text as day from product_selling where cardinality(links) > 0 and exists (select from ledger l
         where l.subject = product and l.action = 'product.declareSelling') limit 1`,
    );
    const on = async () =>
      (
        await test.asOwner<{ online: boolean }>('select online from indicator_selling_told($2) where product = $1', [
          row?.product,
          row?.day,
        ])
      )[0]?.online;
    expect(await on()).toBe(true);
    await test.asOwner(`update product_selling set links = '{}', said_on = said_on + 5 where product = $1`, [
      row?.product,
    ]);
    expect(await on()).toBe(true);
  });
});
