/** Points of sale: entered, shown to everybody while open, with products that hold a certificate; figures by SQL and law. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { makeReport } from '#features/reports';
import { addDays } from '#law/days';
import { pointFigures } from '#law/sale-points';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { makeProvince } from '../../../tests/support/registers.ts';
import { pointPaths } from './urls.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const other = await app.signIn('commune-2');
const visitor = app.visitor();
const [homes] = await sql<{ commune: string; other: string; province: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune') as commune, max(t.unit::text) filter (where a.username = 'commune-2') as other,
      max(t.unit::text) filter (where a.username = 'province') as province
     from appointment t join account a on a.id = t.account where t.role in ('commune', 'province')`,
);
const POINT = {
  ...{ kind: 'introduction', name: 'Điểm bán thử', address: 'Số 5, thôn Thử', commune: homes?.commune ?? '' },
  opened: addDays(today, -30),
};
const versionOf = async (id: string) =>
  (await sql<{ version: number }>('select version from lifecycle where id = $1', [id]))[0]?.version ?? 0;
const send = (who: Client, path: string, body: object, ifMatch?: number) =>
  who.json('POST', `/api/v1${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const step = async (who: Client, id: string, act: string, body: object) =>
  send(who, `/sale-points/${id}/${act}`, body, await versionOf(id));
async function entered(who: Client, fields: object = {}): Promise<string> {
  const { status, body } = await send(who, '/sale-points', { ...POINT, ...fields });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}

it('R17.2 the form enters a point, everybody finds it by province and on the map, in both languages', async () => {
  const form = (await commune.page(pointPaths.new)).form(pointPaths.new);
  const typed = {
    ...POINT,
    name: 'Điểm bán qua biểu mẫu',
    latitude: '20,65',
    longitude: '106,05',
    phone: '0912 345 678',
  };
  const late = await commune.submit(form, { ...typed, opened: addDays(today, 1) });
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('ngày mở không sau hôm nay')]);
  expect(late.html).toContain('Điểm bán qua biểu mẫu');
  const half = await commune.submit(form, { ...typed, longitude: '', _key: v7() });
  expect(half.text).toContain('Ghi cả vĩ độ và kinh độ');
  const done = await commune.submit(form, { ...typed, _key: v7() });
  expect(done.status).toBe(303);
  const id = done.location?.split('?')[0]?.split('/').at(-1) ?? '';
  const open = pointPaths.openOne(id, 'vi');
  const list = await visitor.page(pointPaths.open('vi', { tinh: homes?.province, q: 'qua bieu mau' }));
  for (const words of ['Điểm bán qua biểu mẫu', 'Số 5, thôn Thử']) expect(list.text).toContain(words);
  expect(list.html).toContain(`href="${open}"`);
  expect((await visitor.page(open)).text).toContain('0912345678');
  expect((await visitor.page(pointPaths.openOne(id, 'en'))).text).toContain('OCOP presentation and sales point');
  expect((await visitor.page(`/ban-do?tinh=${homes?.province}`)).html).toContain(open);
  expect((await visitor.page(pointPaths.open('en', { tinh: v7() }))).text).toContain('No point of sale found');
});

it('R17.2 only products with a certificate in force are shown as OCOP products at a point', async () => {
  const id = await entered(commune);
  const products = await sql<{ id: string; name: string; holds: boolean }>(
    `select p.id, p.name, s.product is not null as holds from product p join product_search f on f.product = p.id and f.open
        left join indicator_stock_rows(current_date, current_date, null) s on s.product = p.id
      where p.joined_into is null order by p.id`,
  );
  const [valid, past] = [products.find(({ holds }) => holds), products.find(({ holds }) => !holds)];
  const [hidden] = await sql<{ id: string }>(
    `select p.id from product p left join product_search f on f.product = p.id where p.joined_into is null and coalesce(f.open, false) = false limit 1`,
  );
  expect((await step(commune, id, 'products', { join: [], leave: [] })).status).toBe(409);
  if (hidden) expect((await step(commune, id, 'products', { join: [hidden.id], leave: [] })).status).toBe(422);
  expect((await step(commune, id, 'products', { join: [valid?.id, past?.id], leave: [] })).status).toBe(200);
  const page = await visitor.page(pointPaths.openOne(id, 'vi'));
  expect([page.html.includes(valid?.id ?? '?'), page.html.includes(past?.id ?? '?')]).toEqual([true, false]);
  expect((await commune.page(pointPaths.one(id))).text).toContain('không có giấy chứng nhận còn hiệu lực');
  const found = await commune.page(
    `${pointPaths.one(await entered(commune))}?tim=${encodeURIComponent(valid?.name ?? '')}`,
  );
  expect(found.html).toContain(valid?.id);
});

it('S13 its commune and its province keep it, nobody else; a closed point is gone from the public and counts until its last day', async () => {
  const id = await entered(commune, { name: 'Điểm sẽ đóng' });
  expect((await send(commune, '/sale-points', { ...POINT, commune: homes?.other })).status).toBe(422);
  expect((await step(other, id, 'closing', { closed: today, reason: 'Không phải của tôi' })).status).toBe(404);
  for (const name of ['producer', 'inspector', 'auditor'])
    expect((await step(await app.signIn(name), id, 'withdrawal', { reason: 'Bỏ' })).status, name).toBe(404);
  expect((await step(province, id, 'correction', { ...POINT, name: 'Điểm sẽ đóng', reason: 'Sửa' })).status).toBe(200);
  const before = await step(commune, id, 'closing', { closed: addDays(today, -31), reason: 'Đóng' });
  expect([before.status, String(before.body.detail)]).toEqual([409, expect.stringContaining('không trước ngày mở')]);
  const last = addDays(today, -5);
  expect((await step(commune, id, 'closing', { closed: last, reason: 'Hết hợp đồng' })).status).toBe(200);
  expect((await visitor.page(pointPaths.openOne(id, 'vi'))).status).toBe(404);
  const openOn = async (day: string) =>
    (await sql('select from indicator_point_rows($1, $1, null) where point = $2', [day, id])).length;
  expect([await openOn(last), await openOn(addDays(last, 1))]).toEqual([1, 0]);
  expect((await step(commune, id, 'reopening', { reason: 'Ghi nhầm' })).status).toBe(200);
  expect(await openOn(today)).toBe(1);
  expect((await step(commune, id, 'withdrawal', { reason: 'Ghi hai lần' })).status).toBe(200);
  expect(await openOn(last)).toBe(0);
  const sheet = await commune.page(`${pointPaths.sheet}?dang=json`);
  const names = (JSON.parse(sheet.html) as { rows: Record<string, unknown>[] }).rows.map((row) => row.Tên);
  expect(names).not.toContain('Điểm sẽ đóng');
});

const point = fc.record({
  place: fc.integer({ min: 0, max: 2 }),
  opened: fc.integer({ min: 0, max: 900 }),
  lasts: fc.option(fc.integer({ min: 0, max: 400 })),
  withdrawn: fc.boolean(),
});
const dayOf = (n: number) => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
let serial = 60;

it('R14.1 indicator, figure, list and law say the same on random points, and communes make the province, across the merger', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(point, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 300, max: 900 }),
      async (points, at) => {
        serial += 1;
        const on = dayOf(at);
        const made = await makeProvince(app.database, `P${serial}`, ['Một', 'Hai', 'Ba']);
        for (const one of points) {
          const [row] = await sql<{ id: string }>(
            `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'salePoint', 'open', 1) returning id)
           insert into sale_point (id, kind, name, address, commune, opened_on, closed_on)
           select id, 'shop', 'Điểm', 'Địa chỉ', $1, $2, $3 from l returning id`,
            [made.communes[one.place], dayOf(one.opened), one.lasts === null ? null : dayOf(one.opened + one.lasts)],
          );
          const state = one.withdrawn ? 'withdrawn' : one.lasts === null ? 'open' : 'closed';
          // A new row is born in the first state of its process.
          await sql('update lifecycle set state = $2 where id = $1', [row?.id, state]);
        }
        const days = points
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ opened, lasts }) => ({
            opened: dayOf(opened),
            closed: lasts === null ? null : dayOf(opened + lasts),
          }));
        const law = pointFigures(days, { from: `${on.slice(0, 4)}-01-01`, asOf: on });
        for (const [unit, unitsAsOf] of [
          [made.unit, '2024-06-01'],
          [{ ...made.unit, id: made.next, code: `9P${serial}` }, '2026-01-01'],
        ] as const) {
          const { figures } = await makeReport(app.database.db.report, { name: 'annual', unit, asOf: on, unitsAsOf });
          for (const [name, id, expected] of [
            ['points_of_sale', 'stock.pointsOfSale', law.open],
            ['points_opened', 'period.pointsOfSale', law.opened],
          ] as const) {
            const [found] = await sql<{ n: string }>(`select indicator_${name}($1, $2, $3)::text as n`, [
              on,
              unitsAsOf,
              unit.id,
            ]);
            const figure = figures.find((one) => one.id === id);
            expect([id, Number(found?.n), figure?.value]).toEqual([id, expected, expected]);
            const list = (await visitor.json('GET', `${figure?.list}&limit=100`)).body as {
              total: number;
              items: unknown[];
            };
            expect([id, list.total, list.items.length]).toEqual([id, expected, expected]);
          }
        }
        const [parts] = await sql<{ n: string }>(
          `select coalesce(sum(indicator_points_of_sale($1, '2026-01-01', v.unit)), 0)::text as n from unit_version v where v.parent = $2`,
          [on, made.next],
        );
        expect(Number(parts?.n)).toBe(law.open);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 180_000);
