/** Targets of plans: the printed ones are there, judged in right words; set, corrected and cancelled by who may. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { makeReport } from '#features/reports';
import { unitByCode } from '#features/units';
import { testApp } from '../../../tests/support/app.ts';
import { targetsOf } from './queries.ts';
import { targetPaths } from './urls.ts';

const app = await testApp();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const { app: db, report } = app.database.db;
const [home] = await sql<{ unit: string }>(
  `select t.unit from appointment t join account a on a.id = t.account where a.username = 'province' and t.role = 'province'`,
);
const given = {
  ...{ unit: home?.unit ?? '', from: '01/01/2026', to: '31/12/2026', name: 'Sản phẩm mới trong năm', plan: '25–30' },
  ...{ measure: 'sản phẩm', indicator: 'period.new', act: '26/2026/QĐ-TTg' },
};
const idOf = async (name: string) =>
  (await sql<{ id: string }>('select id from target where name = $1', [name]))[0]?.id ?? '';
const set = async (fields: Record<string, string>) =>
  province.submit((await province.page(targetPaths.new)).form(targetPaths.new), { ...given, ...fields });

it('R14.1 all targets of the four sources are there, ranges as printed', async () => {
  const rows = await sql(
    `select coalesce(a.number, t.source) as by, count(*)::int as n from target t left join legal_act a on a.id = t.act where t.name not like 'Sản phẩm mới%' group by 1 order by 2`,
  );
  expect(rows.map((row) => (row as { n: number }).n)).toEqual([1, 4, 5, 9, 10]);
  const old = await unitByCode(db, '33', '2023-06-01', 'province');
  const hungYen = await targetsOf(db, old?.id ?? null, '2024-01-01', '2024-12-31');
  expect(hungYen.map(({ low, high, comparator }) => [comparator, low, high])).toContainEqual(['range', 265, 280]);
  expect(hungYen.filter(({ comparator }) => comparator === 'words')).toHaveLength(3);
  expect(await targetsOf(db, old?.id ?? null, '2026-01-01', '2026-12-31')).toEqual([]);
  expect(await targetsOf(db, null, '2021-01-01', '2021-12-31')).toHaveLength(9);
});

it('R14.3 the report holds results against the plan of exactly its years', async () => {
  const bacGiang = await unitByCode(report, '24', '2021-12-31', 'province');
  const made = await makeReport(report, {
    name: 'annual',
    unit: bacGiang,
    asOf: '2021-12-31',
    unitsAsOf: '2021-12-31',
  });
  const value = (id: string) => made.figures.find((one) => one.id === id)?.value;
  expect(value('period.plan')).toBe(35);
  expect(value('period.achievement')).toBe(Math.round(((value('period.recognised') ?? 0) / 35) * 1000) / 10);
  expect(made.checks.find(({ id }) => id === 'plan.wording')?.message).toContain('/35 sản phẩm: đạt');
  const other = await makeReport(report, {
    name: 'annual',
    unit: bacGiang,
    asOf: '2020-12-31',
    unitsAsOf: '2020-12-31',
  });
  expect(other.figures.find(({ id }) => id === 'period.plan')?.value).toBeNull();
});

it('plan against result stands on one page, in the unit of the plan', async () => {
  const page = await province.page('/chi-tieu');
  expect(page.text).toContain('70–100 sản phẩm');
  expect(page.text).toContain('ít nhất 50% (trên chủ thể sản xuất)');
  expect(page.text).toMatch(/đạt [\d,]+% kế hoạch, còn thiếu|đạt, trong khoảng|vượt/);
  const lists = [...page.html.matchAll(/href="(\/so-lieu\/[^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  expect(lists.length).toBeGreaterThan(0);
  for (const href of lists) expect((await province.page(href)).status, href).toBe(200);
  const country = await (await app.signIn('ministry')).page('/chi-tieu');
  expect(country.text).toContain('ít nhất 10.000 sản phẩm');
  expect(country.text).toContain('Giai đoạn 2021–2025');
  expect((await province.page('/chi-tieu?nam=2019')).text).toContain('Chưa có chỉ tiêu được giao');
});

it('a target is set, refused in words when it cannot be, corrected by version, cancelled', async () => {
  expect((await set({ to: '31/12/2025' })).text).toContain('Ngày cuối kỳ không trước ngày đầu kỳ');
  const share = await set({ plan: 'ít nhất 50%', indicator: '' });
  expect([share.status, share.text]).toEqual([422, expect.stringContaining('Ghi phần trăm của cái gì')]);
  expect(share.html).toContain('ít nhất 50%');
  expect((await set({ plan: '30–25' })).text).toContain('Số sau của khoảng phải lớn hơn');
  expect((await set({ plan: '50%', denominator: 'tổng số chủ thể' })).text).toContain('đo bằng tỷ lệ');
  expect((await set({ act: '0/XX' })).text).toContain('Sổ văn bản không có số này');
  const [other] = await sql<{ id: string }>(
    `select v.unit as id from unit_version v join unit u on u.id = v.unit where u.level = 'province' and v.valid_to is null and v.unit <> $1 limit 1`,
    [home?.unit],
  );
  const foreign = await province.json(
    'POST',
    '/api/v1/targets',
    { ...given, unit: other?.id, from: '2026-01-01', to: '2026-12-31' },
    { key: true },
  );
  expect([foreign.status, String(foreign.body.detail)]).toEqual([422, expect.stringContaining('Chọn tỉnh của bạn')]);
  expect((await set({})).status).toBe(303);
  const id = await idOf(given.name);
  const twice = await makeReport(report, {
    ...{ name: 'annual' as const, asOf: '2026-06-30', unitsAsOf: '2026-06-30' },
    unit: await unitByCode(report, '33', '2026-06-30', 'province'),
  });
  expect(twice.figures.find((one) => one.id === 'period.plan')).toMatchObject({
    value: 25,
    label: expect.stringContaining('mức thấp nhất'),
  });
  const edit = (await province.page(targetPaths.correct(id))).form(targetPaths.correct(id));
  expect((await province.submit(edit, { plan: 'ít nhất 40', reason: '' })).status).toBe(422);
  expect((await province.submit(edit, { plan: 'ít nhất 40', reason: 'Điều chỉnh' })).status).toBe(303);
  const stale = await province.submit(edit, { plan: '50', reason: 'Người khác', _key: v7() });
  expect([409, 412]).toContain(stale.status);
  const page = await province.page(targetPaths.one(id));
  expect(page.text).toContain('25–30 sản phẩm');
  expect(page.text).toContain('ít nhất 40 sản phẩm');
  expect(page.text).toContain('Điều chỉnh');
  const gone = (await province.page(targetPaths.correct(id))).form(targetPaths.cancel(id));
  expect((await province.submit(gone, { reason: 'Hủy kế hoạch' })).status).toBe(303);
  expect((await province.page(targetPaths.one(id))).status).toBe(404);
});

it('S13 other roles read at most, and nobody plans for another level', async () => {
  const id = await idOf('Sản phẩm OCOP 5 sao');
  expect((await province.page(targetPaths.correct(id))).status).toBe(404);
  for (const role of ['commune', 'auditor', 'inspector', 'producer', 'administrator']) {
    const who = await app.signIn(role);
    expect((await who.page(targetPaths.one(id))).status, role).toBe(200);
    expect((await who.page(targetPaths.new)).status, role).toBe(404);
    const sent = await who.json(
      'POST',
      `/api/v1/targets/${id}/cancellation`,
      { reason: 'x' },
      { key: true, ifMatch: 1 },
    );
    expect(sent.status, role).toBe(404);
  }
  expect((await app.visitor().page(targetPaths.list)).status).toBe(303);
});

it('a plan is everything its act sets, with what is over and not reached; its list leaves as Excel', async () => {
  const [act] = await sql<{ id: string; n: number }>(
    `select t.act as id, count(*)::int as n from target t join legal_act a on a.id = t.act where a.number = '843/QĐ-UBND' group by 1`,
  );
  const path = targetPaths.plan(act?.id ?? '');
  const page = await province.page(path);
  expect(page.text).toContain('Kế hoạch 843/QĐ-UBND');
  expect(page.text).toMatch(new RegExp(`Mọi chỉ tiêu\\s*${act?.n}`));
  expect(page.text).toMatch(/Quá kỳ [\d.]+ ngày, chưa đạt/);
  const late = await province.page(targetPaths.planWith(act?.id ?? '', 'quaky'));
  expect(late.text).toMatch(/Quá kỳ [\d.]+ ngày, chưa đạt/);
  expect(late.text).not.toContain('Hết kỳ, đã đạt');
  expect((await province.page(`/so-van-ban/${act?.id}`)).html).toContain(path);
  const sheet = await province.fetch(targetPaths.planSheet(act?.id ?? ''));
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')]);
  const [none] = await sql<{ id: string }>(
    'select a.id from legal_act a where not exists (select from target t where t.act = a.id) limit 1',
  );
  for (const id of [none?.id ?? '', v7()]) {
    expect((await province.page(targetPaths.plan(id))).status).toBe(404);
    expect((await province.fetch(targetPaths.planSheet(id))).status).toBe(404);
  }
});
