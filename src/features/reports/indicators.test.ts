/** The indicators in SQL against the plain reading of the law, over random registers, days and units; and the lists behind figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateOn } from '#law/certificate';
import { leaderFigures, type StockFact, stockFigures } from '#law/indicators';
import { indicatorHeads } from '#platform/db/indicators';
import { testApp } from '../../../tests/support/app.ts';
import { type MadeProduct, makeProvince, makeRegister } from '../../../tests/support/registers.ts';
import { makeReport } from './report.ts';

const app = await testApp({ demo: false });
const test = app.database;

const DAY = fc
  .integer({ min: 0, max: 2600 })
  .map((n) => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const TYPES = [
  'cooperative',
  'cooperativeUnion',
  'cooperativeGroup',
  'smallMediumEnterprise',
  'householdBusiness',
  'farm',
];
const SECTORS = ['I', 'II', 'III', 'IV', 'V', 'VI'];

interface Drawn {
  readonly producer: number;
  readonly star: number;
  readonly sector: number;
  readonly place: number;
  readonly issued: string;
  readonly years: number;
  readonly life: 'inForce' | 'revoked' | 'annulled';
  readonly ended: string;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  producer: fc.integer({ min: 0, max: 9 }),
  star: fc.integer({ min: 3, max: 5 }),
  sector: fc.integer({ min: 0, max: 5 }),
  place: fc.integer({ min: 0, max: 3 }),
  issued: DAY,
  years: fc.integer({ min: 1, max: 3 }),
  life: fc.constantFrom('inForce' as const, 'inForce' as const, 'revoked' as const, 'annulled' as const),
  ended: DAY,
});

const TODAY = '2026-11-22';
let serial = 40;

/** Writes a random register into a province of its own. */
async function madeOf(rows: readonly Drawn[]) {
  serial += 1;
  const code = String(serial);
  const { unit, next, communes } = await makeProvince(test, code, ['Một', 'Hai', 'Ba', 'Bốn']);
  const products = rows.map(
    (row): MadeProduct => ({
      ...{
        producer: row.producer,
        type: TYPES[row.producer % TYPES.length] ?? '',
        star: row.star,
        sector: SECTORS[row.sector] ?? '',
      },
      ...{ unit: communes[row.place] ?? '', former: true, province: null, issued: row.issued },
      ...{ expires: `${Number(row.issued.slice(0, 4)) + row.years}-06-15`, life: row.life },
      ...(row.life !== 'inForce' && { ended: row.ended }),
    }),
  );
  const ids = await makeRegister(test, products);
  const plain = (day: string): StockFact[] =>
    products.flatMap((product, n) => {
      const days = {
        issuedEarliest: product.issued,
        issuedLatest: product.issued,
        expiresEarliest: product.expires,
        expiresLatest: product.expires,
      };
      const ended =
        product.ended === undefined
          ? null
          : ({ kind: product.life === 'annulled' ? 'annulled' : 'revoked', on: product.ended } as const);
      if (!certificateOn({ ...days, ended }, day, { expiryDayValid: true }).valid) return [];
      const { star, sector, type } = product;
      return [
        {
          product: ids[n] ?? '',
          producer: `${product.producer}`,
          star,
          sector,
          producerType: type,
          part: String(rows[n]?.place),
        },
      ];
    });
  return { unit, next: { ...unit, id: next, code: `9${code}` }, plain };
}

const counts = async (name: string, day: string, units: string, unit: string) =>
  test.asOwner<{ key: string | null; value: string | null }>(
    `select ${name.includes('_by_') || name === 'ended' ? 'key, value::text' : `null as key, value::text`} from indicator_${name}($1, $2, $3) ${name.includes('_by_') || name === 'ended' ? '' : 'as value'}`,
    [day, units, unit],
  );
const asParts = (rows: readonly { key: string | null; value: string | null }[]) =>
  Object.fromEntries(rows.map(({ key, value }) => [key, Number(value)]));

describe('indicators', () => {
  it('R14.2 each says numerator, denominator, territory, date, unit and legal basis, and answers', async () => {
    const heads = await indicatorHeads();
    expect(heads.length).toBeGreaterThan(10);
    for (const head of heads) {
      for (const said of Object.values(head)) expect(said, head.name).not.toBe('');
      const name = head.name.replaceAll('-', '_');
      await test.asOwner(`select * from indicator_${name}($1, $1, null)`, [TODAY]);
    }
  });

  it('SQL and law count the same, children make the parent, also across the merger', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 40 }), DAY, DAY, async (rows, one, other) => {
        const { unit, next, plain } = await madeOf(rows);
        for (const [day, units, where] of [
          [one, '2024-01-01', unit],
          [other, '2026-01-01', next],
        ] as const) {
          const law = stockFigures(plain(day));
          const ask = (name: string) => counts(name, day, units, where.id);
          expect(Number((await ask('products'))[0]?.value)).toBe(law.products);
          expect(asParts(await ask('products_by_star'))).toEqual(law.byStar);
          expect(asParts(await ask('products_by_sector'))).toEqual(law.bySector);
          expect(Number((await ask('producers'))[0]?.value)).toBe(law.producers);
          expect(asParts(await ask('producers_by_kind'))).toEqual(law.byKind);
          const parts = asParts(await ask('products_by_unit'));
          expect(Object.values(parts).toSorted()).toEqual(Object.values(law.byPart).toSorted());
          const shares = [(await ask('cooperative_share'))[0]?.value, (await ask('enterprise_share'))[0]?.value];
          const rounded = shares.map((share) => (share == null ? null : Math.round(Number(share) * 100) / 100));
          expect(rounded).toEqual([law.cooperativeShare, law.enterpriseShare]);

          const made = await makeReport(test.db.report, { name: 'annual', unit: where, asOf: day, unitsAsOf: units });
          const value = (id: string) => made.figures.find((figure) => figure.id === id)?.value;
          expect(value('stock.products')).toBe(law.products);
          expect(made.checks.find(({ id }) => id === 'sum.units')).toMatchObject({ ok: true });
          expect(value('period.recognised')).toBe(Number((await ask('recognised'))[0]?.value));
        }
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  it('14 a figure’s list has as many rows as the figure says', async () => {
    const rows = fc.sample(drawn, { numRuns: 60, seed: 7 });
    const { unit } = await madeOf(rows);
    const made = await makeReport(test.db.report, {
      name: 'mid-term',
      unit,
      asOf: '2024-06-30',
      unitsAsOf: '2024-06-30',
    });
    const kept = /^(?:stock\.candidates$|period\.(?:train|support))/; // for those who may read the dossiers, the courses, the payments
    const listed = made.figures.filter(({ list, id }) => list !== null && !kept.test(id));
    expect(listed.length).toBeGreaterThan(25);
    for (const { id, list, value } of listed) {
      const seen: unknown[] = [];
      for (let address = `${list}&limit=7`; address !== ''; ) {
        const { status, body } = await app.visitor().json('GET', address);
        expect([id, status]).toEqual([id, 200]);
        const page = body as { total: number; items: unknown[]; next: string | null };
        if (seen.length === 0) expect([id, page.total]).toEqual([id, value]);
        seen.push(...page.items);
        address = page.next === null ? '' : `${list}&limit=7&cursor=${encodeURIComponent(page.next)}`;
      }
      expect([id, seen.length]).toEqual([id, value]);
    }
    expect(listed.some(({ value }) => (value ?? 0) > 7)).toBe(true);
  });

  it('R19.1 who leads, villages and places of sale: SQL and law count the same, small counts of persons are not told', async () => {
    const rows = fc
      .sample(drawn, { numRuns: 40, seed: 11 })
      .map((row) => ({ ...row, issued: '2023-01-01', life: 'inForce' as const }));
    const { unit } = await madeOf(rows);
    const made = await test.asOwner<{ producer: string; product: string }>(
      `select p.producer, min(p.id::text) as product from product p join places_on('2024-01-01') z on z.place = p.place where z.province = $1 group by 1 order by 1`,
      [unit.id],
    );
    const leaders = made.map(({ producer }, n) => ({
      ...{ producer, sex: n % 2 ? 'male' : 'female', ethnicity: n < 2 ? 'Tày' : n === 2 ? null : 'Kinh' },
    }));
    for (const { producer, ...restricted } of leaders)
      await test.asOwner(
        `insert into producer_fact (producer, section, item, open, restricted, recorded_on) values ($1, 'representative', $1, '{}', $2, '2023-01-01')`,
        [producer, JSON.stringify(restricted)],
      );
    for (const { product } of made.slice(0, 3))
      await test.asOwner(
        `insert into product_selling (product, links, place, said_by, said_on) values ($1, '{https://a.vn}', 'Chợ', 'producer', '2023-01-01')`,
        [product],
      );
    const day = { name: 'annual' as const, unit, asOf: '2023-06-30', unitsAsOf: '2024-01-01' };
    const { figures } = await makeReport(test.db.report, day);
    const value = (id: string) => figures.find((figure) => figure.id === id)?.value;
    const law = leaderFigures(leaders, 5);
    expect(law.minority).toBeNull();
    expect([value('stock.producers.women'), value('stock.producers.ethnicMinority')]).toEqual([
      law.women,
      law.minority,
    ]);
    expect([value('stock.online'), value('stock.salesPoints'), value('stock.villages')]).toEqual([3, 3, 0]);
    const [village] = await test.asOwner<{ id: string }>(
      `insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'localPlace', 'active', 1) returning id`,
    );
    await test.asOwner(
      `insert into local_place (id, kind, name, craft) values ($1, 'craftVillage', 'Làng giả định', 'gốm')`,
      [village?.id],
    );
    await test.asOwner(
      `insert into local_place_producer (local_place, producer) select $1, p from unnest($2::uuid[]) p`,
      [village?.id, made.map(({ producer }) => producer)],
    );
    const again = await makeReport(test.db.report, day);
    const villages = again.figures.find(({ id }) => id === 'stock.villages');
    expect(villages?.value).toBe(1);
    expect((await app.visitor().json('GET', villages?.list ?? '')).body).toMatchObject({
      total: 1,
      items: [{ name: 'Làng giả định' }],
    });
  });

  it('a figure nobody knows, a unit that ended, a candidate list without an account: refused in words', async () => {
    const status = async (path: string) => (await app.visitor().json('GET', `/api/v1/figures/${path}`)).status;
    expect(await status('stock.star.9')).toBe(404);
    expect(await status('unit.nope-1')).toBe(404);
    expect(await status('stock.candidates')).toBe(404);
    expect(await status('stock.products?unit=999')).toBe(422);
    expect(await status('stock.products?asOf=2024-02-31')).toBe(400);
  });
});
