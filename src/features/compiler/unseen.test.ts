/** A published table nobody saw before: a register with its margins gives every figure, and what its text gets wrong is said. */
import { expect, it } from 'vitest';
import { reportPeriod } from '#law/report-periods';
import { testDatabase } from '../../../tests/support/database.ts';
import { type MadeProduct, makeProvince, makeRegister } from '../../../tests/support/registers.ts';
import { findingsOf } from './checks.ts';
import { compose } from './compose.ts';
import { countFigures } from './figures.ts';
import { TEMPLATES } from './template.ts';

const test = await testDatabase();

/** The margins of an invented province at the end of 2024; stars and groups are dealt out over the rows in turn. */
const STARS = { 3: 310, 4: 97, 5: 5 } as const;
const SECTORS = { I: 251, II: 61, III: 33, IV: 40, V: 8, VI: 19 } as const;
const KINDS = { cooperative: 78, smallMediumEnterprise: 41, cooperativeGroup: 12, householdBusiness: 40 } as const;
const DISTRICTS = { 'Huyện A': 150, 'Huyện B': 140, 'Thành phố C': 122 } as const;
const NEW_OF_YEAR = 57;
const AGAIN_OF_YEAR = 5;
const RAN_OUT = 9;

const dealt = <Key extends string>(counts: Readonly<Record<Key, number>>): Key[] =>
  (Object.entries(counts) as [Key, number][]).flatMap(([key, n]) => Array<Key>(n).fill(key));

async function register() {
  const { unit, communes } = await makeProvince(test, '77', Object.keys(DISTRICTS));
  const [stars, sectors, kinds, places] = [dealt(STARS), dealt(SECTORS), dealt(KINDS), dealt(DISTRICTS)];
  const at = (place: string) => communes[Object.keys(DISTRICTS).indexOf(place)] ?? '';
  const rows = stars.map((star, n): MadeProduct => {
    const maker = (n * 7) % kinds.length;
    return {
      ...{ producer: maker, type: kinds[maker] ?? '', star: Number(star), sector: sectors[(n * 5) % 412] ?? 'I' },
      ...{ unit: at(places[(n * 11) % 412] ?? ''), former: true, province: null },
      // Those recognised in the year come first; the others the year before.
      ...(n < NEW_OF_YEAR
        ? { issued: '2024-05-20', expires: '2027-05-20' }
        : { issued: '2023-06-10', expires: '2026-06-10' }),
    };
  });
  const again = rows
    .slice(100, 100 + AGAIN_OF_YEAR)
    .map((row, n): MadeProduct => ({ ...row, again: 100 + n, issued: '2024-09-01', expires: '2027-09-01' }));
  const gone = rows
    .slice(0, RAN_OUT)
    .map((row): MadeProduct => ({ ...row, issued: '2021-03-01', expires: '2024-03-01' }));
  await makeRegister(test, [...rows, ...again, ...gone]);
  return unit;
}

it('R14.2 R14.3 every figure of the margins is exact, and each wrong sum, share and plan wording of the text is flagged', async () => {
  const unit = await register();
  const period = reportPeriod('calendarYear', 2024, 1, 14);
  const figures = await countFigures(test.db.report, {
    unit: unit.id,
    period,
    asOf: '2024-12-31',
    unitsAsOf: '2024-12-31',
  });
  const value = Object.fromEntries(figures.now.figures.map(({ id, value: counted }) => [id, counted]));
  expect(value).toMatchObject({
    ...{ 'stock.products': 412, 'stock.star.3': 310, 'stock.star.4': 97, 'stock.star.5': 5, 'stock.producers': 171 },
    ...{
      'stock.sector.food': 251,
      'stock.sector.drinks': 61,
      'stock.sector.medicinal': 33,
      'stock.sector.handicraft': 40,
    },
    ...{ 'stock.sector.ornamental': 8, 'stock.sector.tourism': 19, 'stock.producers.cooperative': 78 },
    ...{ 'stock.producers.smallMediumEnterprise': 41, 'stock.producers.cooperativeGroup': 12 },
    ...{
      'stock.producers.householdBusiness': 40,
      'share.producers.cooperative': 45.61,
      'unit.770': 150,
      'unit.771': 140,
    },
    ...{ 'unit.772': 122, 'period.recognised': 62, 'period.new': 57, 'period.upgraded': 0, 'period.reEvaluated': 5 },
    ...{ 'period.expired': RAN_OUT, 'period.revoked': 0 },
  });
  expect(figures.checks.filter(({ ok }) => !ok)).toEqual([]);

  const template = TEMPLATES.get('annual');
  if (template === undefined) throw new Error('no annual template');
  const said = {
    direction:
      'Lũy kế đến 31/12/2024 toàn tỉnh có 413 sản phẩm OCOP (310 sản phẩm 3 sao; 97 sản phẩm 4 sao và 05 sản phẩm 5 sao) của 171 chủ thể.',
    communication: 'Trong đó hợp tác xã 78/171 chủ thể, chiếm 54,6%.',
    training: 'Kế hoạch 50 sản phẩm, công nhận 62 sản phẩm, vượt 124% kế hoạch.',
    achievements: 'Tăng 48 sản phẩm so với năm trước, từ 364 sản phẩm lên 411 sản phẩm.',
    difficulties: 'Có 62/50 sản phẩm được công nhận, đạt 124% kế hoạch, vượt 24%.',
    tasks: 'Tiếp tục.',
  };
  const composed = compose({ template, unitName: unit.name, period, figures, paragraphs: said });
  const found = findingsOf({ composed, figures, sources: null, to: '2024-12-31', day: '2025-01-20', kept: {} });
  const messages = found.map(({ place, message }) => [place, message]);
  expect(messages).toEqual(
    expect.arrayContaining([
      ['direction', '310 + 97 + 5 = 412, không phải 413.'],
      ['direction', expect.stringContaining('Sản phẩm có giấy chứng nhận còn hiệu lực là 412')],
      ['communication', '78/171 là 45,6%, không phải 54,6%.'],
      ['training', '62 so với kế hoạch 50: đạt 124% kế hoạch, vượt 24%, không phải vượt 124%.'],
      ['achievements', 'Từ 364 đến 411 là tăng 47, không phải tăng 48.'],
    ]),
  );
  expect(messages.filter(([place]) => place === 'difficulties' || place === 'tasks')).toEqual([]);
});
