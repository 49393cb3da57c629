/** Support: policies and payments; what is refused; figures by SQL, by the law and by their lists; who reads what. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { makeReport } from '#features/reports';
import { addDays } from '#law/days';
import {
  SUPPORT_ITEMS,
  SUPPORT_SOURCES,
  type SupportFact,
  type SupportItem,
  type SupportSource,
  supportFigures,
} from '#law/support';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { makeProvince, makeRegister } from '../../../tests/support/registers.ts';
import { policyPaths, supportPaths } from './urls.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const other = await app.signIn('commune-2');
const producer = await app.signIn('producer');
const [homes] = await sql<{ commune: string; other: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune') as commune, max(t.unit::text) filter (where a.username = 'commune-2') as other
     from appointment t join account a on a.id = t.account where t.role = 'commune'`,
);
/** The producer behind the demonstration's account, with a recognition of its own. */
const [own] = await sql<{ id: string; name: string; recognition: string; star: number }>(
  `select m.id, m.name, g.recognition, g.star from account a join appointment t on t.account = a.id and t.role = 'producer'
     join producer m on m.id = t.producer join product p on p.producer = m.id join counted_recognition g on g.product = p.id and g.life <> 'annulled'
    where a.username = 'producer' and g.issued_latest is not null and g.star is not null order by g.issued_latest desc limit 1`,
);
const [foreign] = await sql<{ id: string }>('select id from producer where commune = $1 limit 1', [homes?.other]);

const PAYMENT = {
  ...{ producer: own?.id ?? '', item: 'label', source: 'province', amount: 4_000_000, paidOn: addDays(today, -2) },
  decision: '12/QĐ-UBND, 01/11/2026',
};
const versionOf = async (id: string) =>
  (await sql<{ version: number }>('select version from lifecycle where id = $1', [id]))[0]?.version ?? 0;
const send = (who: Client, path: string, body: object, ifMatch?: number) =>
  who.json('POST', `/api/v1${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const pay = (who: Client, fields: object = {}) => send(who, '/support-payments', { ...PAYMENT, ...fields });
async function paid(who: Client, fields: object = {}): Promise<string> {
  const { status, body } = await pay(who, fields);
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}
const rates = { first: { 3: 5_000_000, 4: 5_000_000, 5: 5_000_000 } };
const all = { first: rates.first, upgrade: rates.first, reEvaluation: rates.first };
let standing: string | undefined;
async function policySet(fields: object = {}): Promise<string> {
  standing ??= await actEnded(addDays(today, 400));
  const { status, body } = await send(province, '/support-policies', {
    ...{ act: standing, name: 'Thưởng sao thử', item: 'reward', from: '2015-01-01', rates: all },
    ...fields,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}
/** An act of the register whose last day is this. */
async function actEnded(on: string): Promise<string> {
  const number = `${v7().slice(-8)}/NQ-HĐND`;
  const made = await send(province, '/legal-acts', {
    ...{ kind: 'resolution', number, issuer: 'HĐND tỉnh thử', level: 'province', title: 'Thử', issuedOn: '2015-01-01' },
    ...{ expiresOn: on, open: false },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return number;
}

it('the form finds the producer, enters a payment and keeps what was typed when refused', async () => {
  const found = await commune.page(`${supportPaths.new}?tim=${encodeURIComponent(own?.name ?? '')}`);
  expect(found.html).toContain(supportPaths.newFor(own?.id ?? ''));
  const at = supportPaths.newFor(own?.id ?? '');
  const form = (await commune.page(at)).form(supportPaths.new);
  const typed = { ...PAYMENT, amount: '12.500.000', paidOn: addDays(today, 1) };
  const late = await commune.submit(form, typed);
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('Chỉ ghi khoản đã trả')]);
  expect(late.html).toContain('12/QĐ-UBND');
  const done = await commune.submit(form, { ...typed, paidOn: PAYMENT.paidOn, _key: v7() });
  expect(done.status).toBe(303);
  const page = await commune.page(done.location?.split('?')[0] ?? '');
  for (const words of ['12.500.000 đồng', own?.name ?? '', 'Ngân sách tỉnh', 'Nhãn, bao bì'])
    expect(page.text).toContain(words);
});

it('R13.5 refused: nothing, less than nothing, a part of a đồng, another producer, another recognition, another purpose', async () => {
  for (const [wrong, status] of [
    [{ amount: 0 }, 409],
    [{ amount: -1 }, 422],
    [{ amount: 1.5 }, 422],
    [{ amount: '5000000' }, 422],
    [{ producer: foreign?.id }, 422],
    [{ recognition: v7() }, 422],
    [{ policy: v7() }, 422],
    [{ bankAccount: '123' }, 422],
  ] as const)
    expect([wrong, (await pay(commune, wrong)).status]).toEqual([wrong, status]);
  const policy = await policySet();
  const differs = await pay(commune, { policy, recognition: own?.recognition });
  expect([differs.status, JSON.stringify(differs.body)]).toEqual([
    422,
    expect.stringContaining('Nội dung hỗ trợ khác'),
  ]);
});

it('R13.3 a policy gives no more than its amount, only in its time and while its act holds, and once unless a reason is told', async () => {
  const policy = await policySet();
  const reward = { policy, recognition: own?.recognition, item: 'reward', amount: 5_000_000 };
  const told = async (fields: object) => JSON.stringify((await pay(commune, { ...reward, ...fields })).body);
  expect(await told({ amount: 5_000_001 })).toContain('5.000.000 đồng');
  expect(await told({ recognition: undefined })).toContain('Chọn lần công nhận');
  expect(await told({ policy: await policySet({ rates: { first: {} }, cap: 1_000_000 }) })).toContain('1.000.000 đồng');
  expect(await told({ policy: await policySet({ to: addDays(today, -3) }) })).toContain('chỉ trả đến hết ngày');
  const ended = await policySet({ act: await actEnded(addDays(today, -3)) });
  expect(await told({ policy: ended })).toContain('không còn hiệu lực vào ngày trả');
  await paid(commune, reward);
  expect(await told({})).toContain('đã được trả theo chính sách này');
  const again = await paid(commune, { ...reward, again: 'Trả đợt hai theo quyết định bổ sung' });
  expect((await commune.page(supportPaths.one(again))).text).toContain('Trả đợt hai');
  const cancel = await send(
    province,
    `/support-policies/${policy}/cancellation`,
    { reason: 'Bỏ' },
    await versionOf(policy),
  );
  expect(cancel.status).toBe(409);
  expect((await province.page(policyPaths.one(policy))).text).toContain('10.000.000 đồng');
});

it('S14 a producer sees what it was paid and no more; another commune nothing; policies are not its own to set', async () => {
  const id = await paid(commune);
  const strange = await paid(province, { producer: foreign?.id, decision: 'QĐ của xã khác' });
  const read = async (who: Client) =>
    Promise.all([id, strange].map(async (one) => (await who.page(supportPaths.one(one))).status));
  expect(await read(producer)).toEqual([200, 404]);
  expect(await read(commune)).toEqual([200, 404]);
  expect(await read(other)).toEqual([404, 200]);
  expect(await read(province)).toEqual([200, 200]);
  for (const name of ['inspector', 'council-member-1', 'administrator'])
    expect(await read(await app.signIn(name)), name).toEqual([404, 404]);
  const list = await producer.page(supportPaths.list);
  expect([list.text.includes('Hỗ trợ đã nhận'), list.html.includes(id), list.text.includes('QĐ của xã khác')]).toEqual([
    ...[true, true, false],
  ]);
  expect((await app.visitor().page(supportPaths.list)).status).not.toBe(200);
  expect((await pay(producer)).status).toBe(404);
  expect((await commune.page(policyPaths.new)).status).toBe(404);
});

it('a correction keeps what was said before, a withdrawn payment counts nowhere, the file has the rows of the list', async () => {
  const id = await paid(commune, { decision: 'QĐ sẽ rút', amount: 7_000_000 });
  const { producer: _whom, ...rest } = PAYMENT;
  const body = { ...rest, decision: 'QĐ sẽ rút', amount: 8_000_000, reason: 'Gõ nhầm' };
  const done = await send(commune, `/support-payments/${id}/correction`, body, await versionOf(id));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  const [row] = await sql<{ facts: { amount: number; before: { amount: number } } }>(
    `select facts from ledger where subject = $1 and action = 'support.correct'`,
    [id],
  );
  expect([row?.facts.amount, row?.facts.before.amount]).toEqual([8_000_000, 7_000_000]);
  const found = `?q=${encodeURIComponent('sẽ rút')}`;
  const list = await commune.page(`${supportPaths.list}${found}`);
  expect(list.text).toContain('8.000.000 đồng , 1 khoản, 1 chủ thể');
  const sheet = await commune.page(`${supportPaths.sheet}${found}&dang=json`);
  expect((JSON.parse(sheet.html) as { rows: Record<string, unknown>[] }).rows).toMatchObject([
    { 'Số tiền (đồng)': 8_000_000 },
  ]);
  const gone = await send(commune, `/support-payments/${id}/withdrawal`, { reason: 'Ghi nhầm' }, await versionOf(id));
  expect(gone.status).toBe(200);
  expect((await commune.page(`${supportPaths.list}${found}`)).text).toContain('Chưa ghi khoản nào');
});

const payment = fc.record({
  producer: fc.integer({ min: 0, max: 3 }),
  source: fc.constantFrom(...(Object.keys(SUPPORT_SOURCES) as SupportSource[])),
  item: fc.constantFrom(...(Object.keys(SUPPORT_ITEMS) as SupportItem[])),
  amount: fc.integer({ min: 1, max: 2_000_000_000 }),
  day: fc.integer({ min: 0, max: 720 }),
  withdrawn: fc.boolean(),
});
const dayOf = (n: number) => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
let serial = 60;

it('R15.2 indicator, figure, list and law say the same on random payments, and communes make the province, across the merger', async () => {
  const auditor = await app.signIn('auditor');
  await fc.assert(
    fc.asyncProperty(
      fc.array(payment, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 300, max: 800 }),
      async (payments, at) => {
        serial += 1;
        const on = dayOf(at);
        const made = await makeProvince(app.database, `S${serial}`, ['Một', 'Hai']);
        const products = await makeRegister(
          app.database,
          [0, 1, 2, 3].map((n) => ({
            ...{ producer: n, type: 'farm', star: 3, sector: 'I', unit: made.communes[n % 2] ?? '', former: true },
            ...{ province: null, issued: '2023-01-01', expires: '2026-01-01' },
          })),
        );
        const makers = await sql<{ producer: string }>(
          'select producer from product where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
          [products],
        );
        for (const one of payments) {
          const [row] = await sql<{ id: string }>(
            `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'support', 'paid', 1) returning id)
             insert into support_payment (id, producer, item, source, amount, paid_on, decision, former_unit)
             select id, $1, $2, $3, $4, $5, 'QĐ', $6 from l returning id`,
            [
              makers[one.producer]?.producer,
              one.item,
              one.source,
              one.amount,
              dayOf(one.day),
              made.communes[one.producer % 2],
            ],
          );
          // A new row is born in the first state of its process.
          await sql('update lifecycle set state = $2 where id = $1', [row?.id, one.withdrawn ? 'withdrawn' : 'paid']);
        }
        const facts = payments
          .filter(({ withdrawn, day }) => !withdrawn && dayOf(day) <= on && dayOf(day).slice(0, 4) === on.slice(0, 4))
          .map(({ producer: n, source, item, amount }): SupportFact => ({ producer: String(n), source, item, amount }));
        const law = supportFigures(facts);
        for (const [unit, unitsAsOf] of [
          [made.unit, '2024-06-01'],
          [{ ...made.unit, id: made.next, code: `9S${serial}` }, '2026-01-01'],
        ] as const) {
          const { figures } = await makeReport(app.database.db.report, { name: 'annual', unit, asOf: on, unitsAsOf });
          const figure = (id: string) => figures.find((one) => one.id === id);
          const ask = (name: string) =>
            sql<{ key?: string; value: string }>(
              `select * from indicator_${name}($1, $2, $3) ${name.includes('_by_') ? '' : 'as value'}`,
              [...[on, unitsAsOf, unit.id]],
            );
          expect([Number((await ask('support_paid'))[0]?.value), figure('period.support')?.value]).toEqual([
            law.paid,
            law.paid,
          ]);
          expect([
            Number((await ask('support_producers'))[0]?.value),
            figure('period.support.producers')?.value,
          ]).toEqual([...[law.producers, law.producers]]);
          expect(figure('period.support.payments')?.value).toBe(law.payments);
          for (const [by, parts] of [
            ['source', law.bySource],
            ['item', law.byItem],
          ] as const) {
            const told = Object.fromEntries(
              (await ask(`support_paid_by_${by}`)).map(({ key, value }) => [key, Number(value)]),
            );
            for (const [key, amount] of Object.entries(parts))
              expect([key, told[key] ?? 0, figure(`period.support.${by}.${key}`)?.value]).toEqual([
                key,
                amount,
                amount,
              ]);
          }
          for (const id of [
            'period.support',
            'period.support.payments',
            'period.support.producers',
            'period.support.source.province',
          ]) {
            const { body } = await auditor.json('GET', `${figure(id)?.list}&limit=100`);
            const list = body as { total: number; items: { amount: number | null }[] };
            expect([id, list.total]).toEqual([id, figure(id)?.value]);
            if (id === 'period.support.payments') expect(list.items).toHaveLength(law.payments);
            if (id === 'period.support')
              expect(list.items.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(law.paid);
          }
        }
        const [parts] = await sql<{ n: string }>(
          `select coalesce(sum(indicator_support_paid($1, '2026-01-01', v.unit)), 0)::text as n from unit_version v where v.parent = $2`,
          [on, made.next],
        );
        expect(Number(parts?.n)).toBe(law.paid);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 180_000);

it('S14 the list behind the money is for those who read payments, and only theirs', async () => {
  expect((await app.visitor().json('GET', '/api/v1/figures/period.support')).status).toBe(404);
  const total = async (who: Client) =>
    ((await who.json('GET', '/api/v1/figures/period.support')).body as { total: number }).total;
  const [mine, its] = [await total(province), await total(commune)];
  expect(mine >= its && its > 0).toBe(true);
});
