import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { makeProvince, makeRegister } from '../../tests/support/registers.ts';
import { outcome } from './report.ts';

const before = { ...process.env };
beforeAll(async () => {
  const made = await testDatabase();
  delete process.env.BASE_URL; // the test runner's own
  process.env.DATABASE_URL = made.urls.app;
  process.env.DATABASE_REPORT_URL = made.urls.report;
  const { communes } = await makeProvince(made, '33', ['Văn Giang', 'Khoái Châu']);
  const one = { producer: 1, type: 'cooperative', star: 3, sector: 'I', former: true, province: null } as const;
  await makeRegister(made, [
    { ...one, unit: communes[0] ?? '', issued: '2023-02-01', expires: '2026-02-01' },
    { ...one, unit: communes[1] ?? '', issued: '2022-02-01', expires: '2025-02-01', star: 4 },
  ]);
});
afterAll(() => {
  for (const name of ['DATABASE_URL', 'DATABASE_REPORT_URL', 'BASE_URL']) {
    const value = before[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const DAY = ['--as-of', '2023-09-30', '--json'];

test('one object: report, unit, day, figures with their lists, checks', async () => {
  const { exit, output } = await outcome(['stock', '--unit', '33', ...DAY]);
  expect(exit).toBe(0);
  const made = JSON.parse(output) as { figures: Record<string, unknown>[]; checks: Record<string, unknown>[] };
  expect(Object.keys(made)).toEqual(['report', 'unit', 'asOf', 'figures', 'checks']);
  expect(made).toMatchObject({ report: 'stock', unit: '33', asOf: '2023-09-30' });
  for (const figure of made.figures) expect(Object.keys(figure)).toEqual(['id', 'label', 'value', 'unit', 'list']);
  for (const check of made.checks) expect(Object.keys(check)).toEqual(['id', 'ok', 'message']);
  const value = (id: string) => made.figures.find((figure) => figure.id === id)?.value;
  expect([value('stock.products'), value('stock.star.4'), value('unit.330'), value('period.recognised')]).toEqual([
    2, 1, 1, 1,
  ]);
  expect(made.figures[0]?.list).toBe(
    '/api/v1/figures/stock.products?unit=33&asOf=2023-09-30&unitsAsOf=2023-09-30&from=2023-01-01',
  );
});

test('VN is the whole country; a unit that ended is looked up on its own day', async () => {
  const country = await outcome(['annual', '--unit', 'VN', ...DAY]);
  const { unit, figures } = JSON.parse(country.output) as { unit: string; figures: object[] };
  expect([unit, figures[0]]).toMatchObject(['VN', { id: 'stock.products', value: 2 }]);
  const [args, later] = [
    ['annual', '--unit', '33', '--as-of', '2025-09-30'],
    ['--units-as-of', '2025-06-30'],
  ];
  expect((await outcome(args)).exit).toBe(2);
  expect((await outcome([...args, ...later])).exit).toBe(0);
});

test.each([
  ['usage', []],
  ['usage', ['stock']],
  ['usage', ['stock', '--unit', '33']],
  ['usage', ['stock', '--unit', '33', ...DAY, '--twice']],
  ['unknownReport', ['weekly', '--unit', '33', ...DAY]],
  ['malformedDay', ['stock', '--unit', '33', '--as-of', '2023-02-30']],
  ['malformedDay', ['stock', '--unit', '33', ...DAY, '--units-as-of', 'nay']],
  ['unknownUnit', ['stock', '--unit', '98', ...DAY]],
  ['malformedDay', ['stock', '--unit', '33', ...DAY, '--known-at', '2023-13-01']],
  ['malformedDay', ['stock', '--unit', '33', ...DAY, '--known-at', '2023-12-01T26:00']],
  ['knownTooEarly', ['stock', '--unit', '33', ...DAY, '--known-at', '2023-09-29']],
])('refused in words: %s %j', async (code, args) => {
  const { exit, output } = await outcome(args);
  expect(exit).toBe(2);
  const { error } = JSON.parse(output) as { error: { code: string; message: string } };
  expect([error.code, error.message.length > 10]).toEqual([code, true]);
});

test('as known at a moment: what changed since and what cannot be known stand beside the figures', async () => {
  const { exit, output } = await outcome(['stock', '--unit', '33', ...DAY, '--known-at', '2023-10-01T08:30']);
  const made = JSON.parse(output) as { figures: { value: number | null }[]; unknown: { id: string; reason: string }[] };
  expect([exit, Object.keys(made)]).toEqual([
    0,
    ['report', 'unit', 'asOf', 'knownAt', 'figures', 'checks', 'changes', 'unknown'],
  ]);
  expect(made.figures.every(({ value }) => value === null)).toBe(true); // no record was in the ledger then
  expect(made.unknown[0]?.reason).toContain('chưa có bản ghi nào');
});

test('no database: says so', async () => {
  const url = process.env.DATABASE_URL;
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/none';
  const { exit, output } = await outcome(['stock', '--unit', '33', ...DAY]);
  process.env.DATABASE_URL = url;
  expect([exit, output]).toEqual([2, expect.stringContaining('noDatabase')]);
});
