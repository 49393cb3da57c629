/** Three published reports as fixtures: registers with their margins give their figures, and what does not add up is said. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';
import { type MadeProduct, makeProvince, makeRegister } from '../../../tests/support/registers.ts';
import type { Territory } from './count.ts';
import { makeReport, type Report } from './report.ts';
import type { ReportName } from './words.ts';

let test: TestDb;
beforeAll(async () => {
  test = await testDatabase();
});

/** Values taken from the lists in turn: `spread({3: 182, 4: 46})` is 182 threes and 46 fours. */
const spread = <T>(counts: readonly (readonly [T, number])[]): T[] =>
  counts.flatMap(([value, count]) => Array<T>(count).fill(value));
const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('empty list');
  return one;
};

const values = ({ figures }: Report) => Object.fromEntries(figures.map(({ id, value }) => [id, value]));
const checks = (report: Report) => Object.fromEntries(report.checks.map(({ id, ok }) => [id, ok]));
const report = (name: ReportName, unit: Territory, asOf: string, unitsAsOf = asOf) =>
  makeReport(test.db.report, { name, unit, asOf, unitsAsOf });

describe('HY23: results of Hưng Yên as of 30/9/2023', () => {
  it('R15.2 stars, groups, producers by kind', async () => {
    const { unit, communes } = await makeProvince(test, '33', ['A', 'B']);
    const stars = spread([
      [3, 182],
      [4, 46],
    ] as const);
    const sectors = spread([
      ['I', 191],
      ['II', 10],
      ['III', 13],
      ['IV', 14],
    ] as const);
    const types = spread([
      ['cooperative', 45],
      ['smallMediumEnterprise', 12],
      ['cooperativeGroup', 8],
      ['householdBusiness', 21],
    ] as const);
    await makeRegister(
      test,
      stars.map(
        (star, n): MadeProduct => ({
          ...{
            producer: n % 86,
            type: at(types, n % 86),
            star,
            sector: at(sectors, n),
            unit: at(communes, n),
            former: true,
            province: null,
          },
          ...{ issued: '2022-12-20', expires: '2025-12-20' },
        }),
      ),
    );
    const made = await report('stock', unit, '2023-09-30');
    expect(values(made)).toMatchObject({
      'stock.products': 228,
      'stock.star.3': 182,
      'stock.star.4': 46,
      'stock.star.5': 0,
      'stock.sector.food': 191,
      'stock.sector.drinks': 10,
      'stock.sector.medicinal': 13,
      'stock.sector.handicraft': 14,
      'stock.sector.ornamental': 0,
      'stock.sector.tourism': 0,
      'stock.producers': 86,
      'stock.producers.cooperative': 45,
      'stock.producers.smallMediumEnterprise': 12,
      'stock.producers.cooperativeGroup': 8,
      'stock.producers.householdBusiness': 21,
    });
    expect(made.checks.map(({ id, ok }) => [id, ok])).toEqual(
      ['sum.star', 'sum.sector', 'sum.kind', 'sum.units', 'plan.wording', 'share.denominator'].map((id) => [id, true]),
    );
    expect(made.checks[0]?.message).toBe('182 + 46 = 228');
  });
});

describe('BG21: results of Bắc Giang in 2021', () => {
  const districts = [
    'Yên Thế',
    'Lạng Giang',
    'Tân Yên',
    'Việt Yên',
    'Lục Nam',
    'Lục Ngạn',
    'TP. Bắc Giang',
    'Sơn Động',
    'Hiệp Hòa',
    'Yên Dũng',
  ];
  it('R14.3 the year is not the stock, and ten districts that ended keep their rows', async () => {
    const { unit, next, communes } = await makeProvince(test, '24', districts);
    const base = { type: 'cooperative', sector: 'I', former: true, province: null } as const;
    const earlier = spread([
      [4, 25],
      [3, 70],
    ] as const).map(
      (star, n): MadeProduct => ({
        ...base,
        producer: n,
        star,
        unit: at(communes, n),
        issued: '2020-06-01',
        expires: '2023-06-01',
        ...(n === 94 ? { life: 'superseded', ended: '2021-11-20' } : {}),
      }),
    );
    const inYear = spread([
      [4, 11],
      [3, 49],
    ] as const).map(
      (star, n): MadeProduct => ({
        ...base,
        producer: 200 + n,
        star,
        unit: at(communes, n),
        issued: n % 2 ? '2021-07-20' : '2021-11-20',
        expires: '2024-11-20',
      }),
    );
    const upgraded: MadeProduct = {
      ...base,
      producer: 94,
      star: 4,
      unit: at(communes, 94),
      issued: '2021-11-20',
      expires: '2024-11-20',
      again: 94,
    };
    await makeRegister(test, [...earlier, ...inYear, upgraded]);
    const made = await report('annual', unit, '2021-12-31');
    expect(values(made)).toMatchObject({
      'period.recognised': 61,
      'period.new': 60,
      'period.upgraded': 1,
      'period.reEvaluated': 0,
      'period.expired': 0,
      'period.revoked': 0,
      'stock.products': 155,
      'stock.star.4': 37,
      'stock.star.3': 118,
    });
    expect(
      made.figures
        .filter(({ id }) => id.startsWith('unit.'))
        .map(({ label }) => label)
        .toSorted(),
    ).toEqual(districts.toSorted());
    expect(checks(made)['sum.units']).toBe(true);

    const today = await report(
      'annual',
      { id: next, code: '924', name: '', level: 'province' },
      '2021-12-31',
      '2025-07-01',
    );
    expect(values(today)['stock.products']).toBe(155);
    expect(today.figures.filter(({ id }) => id.startsWith('unit.'))).toHaveLength(10);
    expect(values(await report('annual', unit, '2021-12-31', '2025-07-01'))['stock.products']).toBe(0);
  });

  it('R8.1 what ran out without another certificate is expired in its year', async () => {
    const { unit, communes } = await makeProvince(test, '25', ['A']);
    const base = {
      producer: 1,
      type: 'farm',
      sector: 'II',
      star: 3,
      unit: at(communes, 0),
      former: true,
      province: null,
    } as const;
    await makeRegister(test, [
      { ...base, issued: '2020-03-01', expires: '2023-03-01' },
      { ...base, issued: '2020-04-01', expires: '2023-04-01' },
      { ...base, issued: '2023-05-01', expires: '2026-05-01', again: 1 },
      { ...base, issued: '2021-04-01', expires: '2024-04-01', life: 'revoked', ended: '2023-08-01' },
      { ...base, issued: '2021-05-01', expires: '2024-05-01', life: 'annulled', ended: '2023-09-01' },
    ]);
    expect(values(await report('annual', unit, '2023-12-31'))).toMatchObject({
      ...{
        'stock.products': 1,
        'period.recognised': 1,
        'period.reEvaluated': 1,
        'period.expired': 1,
        'period.revoked': 1,
        'period.annulled': 1,
      },
    });
    expect(values(await report('annual', unit, '2023-03-01'))).toMatchObject({
      'stock.products': 4,
      'period.expired': 0,
      'period.revoked': 0,
      'period.annulled': 0,
    });
    expect(values(await report('mid-term', unit, '2023-12-31'))).toMatchObject({ 'period.recognised': 2 });
  });
});

describe('DT24: mid-term review of Đồng Tháp', () => {
  it('R14.2 shares of 246 producers, the one five-star product in the sum', async () => {
    const { unit, communes } = await makeProvince(test, '87', ['A', 'B', 'C']);
    const types = spread([
      ['cooperative', 22],
      ['smallMediumEnterprise', 59],
      ['householdBusiness', 165],
    ] as const);
    await makeRegister(
      test,
      spread([
        [3, 464],
        [4, 116],
        [5, 1],
      ] as const).map(
        (star, n): MadeProduct => ({
          ...{
            producer: 1000 + (n % 246),
            type: at(types, n % 246),
            star,
            sector: 'I',
            unit: at(communes, n),
            former: true,
            province: null,
          },
          ...{ issued: n < 128 ? '2024-11-01' : '2023-01-10', expires: n < 128 ? '2027-11-01' : '2026-01-10' },
        }),
      ),
    );
    const made = await report('mid-term', unit, '2024-12-27');
    expect(values(made)).toMatchObject({
      ...{ 'stock.products': 581, 'stock.star.3': 464, 'stock.star.4': 116, 'stock.star.5': 1, 'stock.producers': 246 },
      ...{ 'share.producers.cooperative': 8.94, 'share.producers.smallMediumEnterprise': 23.98 },
    });
    expect(values(await report('mid-term', unit, '2023-12-31'))['stock.products']).toBe(453);
    expect(made.checks.at(-1)?.message).toContain('22/246 = 8,94%');
  });
});
