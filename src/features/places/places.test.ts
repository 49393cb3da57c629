/** Units with time: what lay where on a day, and that sums stay sums across the mergers (R12, issue 3 test 15). */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { unitByCode } from '#features/units';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';
import { type Counts, countsByUnit, countsOf, sumOf } from './counts.ts';
import { daysAsked } from './days.ts';
import { unitStory } from './queries.ts';

let test: TestDb;
beforeAll(async () => {
  test = await testDatabase({ demo: true });
});

const day = fc
  .integer({ min: 0, max: 1850 })
  .map((n) => new Date(Date.UTC(2021, 10, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe('where records lay', () => {
  it('R12.4 today it is the commune of the record itself', async () => {
    const wrong = await test.asOwner(
      `select p.name from product p left join places_on('2026-11-22') z on z.place = p.place
       where p.commune is not null and (z.commune is distinct from p.commune or z.province is distinct from p.province)`,
    );
    expect(wrong).toEqual([]);
  });

  it('every record has one answer for every day, and its commune lies in its district and province on that day', async () => {
    await fc.assert(
      fc.asyncProperty(day, async (on) => {
        const wrong = await test.asOwner(
          `select p.id from place p left join place_span z on z.place = p.id and z.valid_from <= $1 and coalesce(z.valid_to, 'infinity') >= $1
             left join unit_version c on c.unit = z.commune and c.valid_from <= $1 and coalesce(c.valid_to, 'infinity') >= $1
             left join unit_version d on d.unit = z.district and d.valid_from <= $1 and coalesce(d.valid_to, 'infinity') >= $1
           group by p.id, z.commune, c.unit, c.parent, z.district, d.unit, d.parent, z.province
           having count(z.place) <> 1 or z.commune is not null and c.unit is null
             or c.unit is not null and c.parent is distinct from coalesce(z.district, z.province)
             or d.unit is not null and d.parent is distinct from z.province`,
          [on],
        );
        expect(wrong, on).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('R12.7 a commune of today that was three communes is counted before 1/7/2025 only where all were', async () => {
    const commune = await unitByCode(test.db.app, '11977', '2026-01-01', 'commune');
    const [product] = await test.asOwner<{ id: string }>(
      'select id from product where commune = $1 and former_unit is null limit 1',
      [commune?.id],
    );
    const before = await test.asOwner(
      `select z.commune, (unit_on(z.province, '2025-06-30')).code as province
       from product p join places_on('2025-06-30') z on z.place = p.place where p.id = $1`,
      [product?.id],
    );
    expect(before).toEqual([{ commune: null, province: '33' }]);
  });
});

describe('counts by unit', () => {
  const db = () => test.db.app;
  const country = (units: string, valid: string, by: 'province' | 'commune') =>
    countsByUnit(db(), { units, valid, by, within: null });

  it('the sum over children is the parent, at random days and in the units of random days', async () => {
    await fc.assert(
      fc.asyncProperty(day, day, async (units, valid) => {
        const provinces = await country(units, valid, 'province');
        const [all] = await test.asOwner<{ products: number; valid: number }>(
          `select (select count(*)::int from product_search where open) as products,
             (select count(*)::int from recognition g join lifecycle l on l.id = g.id where certificate_state(l.state, g.issued_earliest, g.issued_latest,
               g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside, $1, true) in ('inForce', 'extended')) as valid`,
          [valid],
        );
        expect(sumOf(provinces)).toMatchObject(all ?? {});
        for (const province of provinces.filter((row) => row.unit !== null && row.products > 0).slice(0, 3)) {
          const unit = province.unit ?? '';
          const within = { unit, level: 'province' as const };
          const communes = await countsByUnit(db(), { units, valid, by: 'commune', within });
          const districts = await countsByUnit(db(), { units, valid, by: 'district', within });
          const own = figures(province);
          expect(sumOf(communes), `communes of ${province.name}`).toEqual(own);
          expect(sumOf(districts), `districts of ${province.name}`).toEqual(own);
          expect(await countsOf(db(), { units, valid, unit, level: 'province' })).toEqual(own);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('R6.1 what is counted on a day is what certificate_state calls valid, place by place and star by star', async () => {
    await fc.assert(
      fc.asyncProperty(day, fc.boolean(), async (on, lastDayCounts) => {
        const wrong = await test.asOwner(
          `select * from (select p.place, g.star, count(*)::int as valid from recognition g join product p on p.id = g.product
               join lifecycle l on l.id = g.id where certificate_state(l.state, g.issued_earliest, g.issued_latest, g.expires_earliest,
               g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside, $1::date, $2) in ('inForce', 'extended') group by 1, 2) told
             full join (select place, star, sum(valid)::int as valid from valid_on($1::date, $2) group by 1, 2) counted
               on counted.place = told.place and counted.star is not distinct from told.star
           where counted.valid is distinct from told.valid`,
          [on, lastDayCounts],
        );
        expect(wrong, on).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('R12.8 the products counted in a place are those everybody sees there, also after they change', async () => {
    const wrong = () =>
      test.asOwner(
        `select p.id from product p left join product_search s on s.product = p.id left join counted_product c on c.product = p.id
         where (c.product is not null) is distinct from coalesce(s.open, false) or c.place <> p.place`,
      );
    expect(await wrong()).toEqual([]);
    await test.asOwner(
      'update product set commune = null where id in (select product from counted_product order by product limit 7)',
    );
    expect(await wrong()).toEqual([]);
  });

  it('issue 3, test 15: mergers of units keep totals', async () => {
    const before = sumOf(await country('2025-06-30', '2026-06-01', 'commune'));
    const after = sumOf(await country('2025-07-01', '2026-06-01', 'commune'));
    const changed = sumOf(await country('2026-04-30', '2026-06-01', 'province'));
    expect(after).toEqual(before);
    expect(changed).toEqual(before);
    expect(before.valid).toBeGreaterThan(100);
    expect(before.three + before.four + before.five + before.unstarred).toBe(before.valid);
  });

  it('lists 63 provinces, 34 since the merger, and those of no known province last', async () => {
    const old = await country('2025-06-30', '2026-06-01', 'province');
    const now = await country('2025-07-01', '2026-06-01', 'province');
    expect(old.filter((row) => row.name !== null)).toHaveLength(63);
    expect(now.filter((row) => row.name !== null)).toHaveLength(34);
    expect(old.findIndex((row) => row.name === null)).toBe(old.length - 1);
  });
});

const figures = ({ products, valid, three, four, five, unstarred }: Counts): Counts => ({
  products,
  valid,
  three,
  four,
  five,
  unstarred,
});

describe('the story of a unit', () => {
  it('R12.2 names what it was and what it became, with day and act', async () => {
    const former = await unitByCode(test.db.app, '24', '2025-06-30', 'province');
    const story = await unitStory(test.db.app, former?.id ?? '', '2026-11-22');
    expect(story).toMatchObject({ name: 'Tỉnh Bắc Giang', validTo: '2025-06-30', formers: [] });
    expect(story?.successors).toEqual([
      expect.objectContaining({ place: 'Tỉnh Bắc Ninh', part: 'full', on: '2025-07-01', act: '202/2025/QH15' }),
    ]);
  });
});

describe('the days of an address', () => {
  it('takes days as people write them and says what it cannot read', () => {
    expect(daysAsked({ ngay: '30/6/2025', hieuluc: undefined }, '2026-11-22')).toEqual({
      units: '2025-06-30',
      valid: '2026-11-22',
      problems: [],
    });
    for (const ngay of ['31/2/2025', 'hôm qua', '2020-01-01', '%00']) {
      const asked = daysAsked({ ngay }, '2026-11-22');
      expect([asked.units, asked.problems.length], ngay).toEqual(['2026-11-22', 1]);
    }
  });
});
