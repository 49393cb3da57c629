/** Courses: entered by their office, corrected, with the producers that took part; figures by SQL and by the law; who reads what. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { makeReport } from '#features/reports';
import { addDays } from '#law/days';
import { TRAINING_KINDS, type TrainingFact, type TrainingKind, trainedProducers, trainingFigures } from '#law/training';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { makeProvince, makeRegister } from '../../../tests/support/registers.ts';
import { trainingPaths } from './urls.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const other = await app.signIn('commune-2');
const [homes] = await sql<{ commune: string; other: string; province: string; code: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune') as commune, max(t.unit::text) filter (where a.username = 'commune-2') as other,
      max(t.unit::text) filter (where a.username = 'province') as province,
      max((unit_on(t.unit, current_date)).code) filter (where a.username = 'commune') as code
     from appointment t join account a on a.id = t.account where t.role in ('commune', 'province')`,
);

const COURSE = {
  ...{
    kind: 'class',
    subject: 'Truy xuất nguồn gốc',
    organiser: 'UBND xã',
    from: addDays(today, -3),
    to: addDays(today, -2),
  },
  ...{ qualifier: 'exact', people: 30, turns: 55, officers: 4, producers: 26, women: 12 },
};
const versionOf = async (id: string) =>
  (await sql<{ version: number }>('select version from lifecycle where id = $1', [id]))[0]?.version ?? 0;
const send = (who: Client, path: string, body: object, ifMatch?: number) =>
  who.json('POST', `/api/v1${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const step = async (who: Client, id: string, act: string, body: object) =>
  send(who, `/trainings/${id}/${act}`, body, await versionOf(id));
async function recorded(who: Client, fields: object = {}): Promise<string> {
  const { status, body } = await send(who, '/trainings', { ...COURSE, ...fields });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}
const figuresOf = async (code: string) => {
  const unit = { id: homes?.commune ?? '', name: '', code, level: 'commune' as const };
  const { figures } = await makeReport(app.database.db.report, { name: 'annual', unit, asOf: today, unitsAsOf: today });
  return (id: string) => figures.find((one) => one.id === id);
};

it('the form enters a course, keeps what was typed when refused, and the figures follow at once', async () => {
  const before = await figuresOf(homes?.code ?? '');
  const form = (await commune.page(trainingPaths.new)).form(trainingPaths.new);
  const typed = { ...COURSE, people: '1.030', turns: '', officers: '', producers: '1.000', women: '' };
  const late = await commune.submit(form, { ...typed, to: addDays(today, 1) });
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('Chỉ ghi lớp đã kết thúc')]);
  expect(late.html).toContain('Truy xuất nguồn gốc');
  const few = await commune.submit(form, { ...typed, turns: '5', _key: v7() });
  expect(few.text).toContain('Số lượt người không ít hơn số người');
  const none = await commune.submit(form, { ...typed, people: '0', _key: v7() });
  expect(none.text).toContain('từ 1 trở lên');
  const done = await commune.submit(form, { ...typed, _key: v7() });
  expect(done.status).toBe(303);
  const page = await commune.page(done.location?.split('?')[0] ?? '');
  for (const words of ['Truy xuất nguồn gốc', '1.030 người', '1.030 lượt người', '1.000 người'])
    expect(page.text).toContain(words);
  const after = await figuresOf(homes?.code ?? '');
  const grown = (id: string) => (after(id)?.value ?? 0) - (before(id)?.value ?? 0);
  expect(
    ['period.trainings', 'period.trained', 'period.trained.officers', 'period.trained.producers'].map(grown),
  ).toEqual([...[1, 1030, 0, 1000]]);
  const list = await commune.json('GET', after('period.trained')?.list ?? '');
  expect((list.body as { total: number }).total).toBe(after('period.trained')?.value);
});

it('a province enters for itself and for a commune of its own; a commune reads both, and writes only its own', async () => {
  const whole = await recorded(province);
  const ofOther = await recorded(province, { unit: homes?.other });
  const own = await recorded(commune);
  const read = async (who: Client) =>
    Promise.all([whole, ofOther, own].map(async (id) => (await who.page(trainingPaths.one(id))).status));
  expect(await read(commune)).toEqual([200, 404, 200]);
  expect(await read(other)).toEqual([200, 200, 404]);
  expect(await read(province)).toEqual([200, 200, 200]);
  for (const name of ['producer', 'inspector', 'council-member-1', 'administrator'])
    expect(new Set(await read(await app.signIn(name))), name).toEqual(new Set([404]));
  expect((await app.visitor().page(trainingPaths.one(own))).status).not.toBe(200);
  expect((await send(commune, '/trainings', { ...COURSE, unit: homes?.other })).status).toBe(422);
  expect((await step(commune, whole, 'correction', { ...COURSE, reason: 'Sửa' })).status).toBe(404);
  expect((await step(await app.signIn('auditor'), own, 'withdrawal', { reason: 'Bỏ' })).status).toBe(404);
});

it('a correction keeps what it said before; a withdrawn course counts no more and is in no list', async () => {
  const id = await recorded(commune, { subject: 'Lớp sẽ rút' });
  expect((await step(commune, id, 'correction', { ...COURSE, people: 40 })).status).toBe(422); // no reason
  const done = await step(commune, id, 'correction', {
    ...COURSE,
    subject: 'Lớp sẽ rút',
    people: 40,
    reason: 'Đếm lại',
  });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  const [row] = await sql<{ facts: { people: number; before: { people: number } } }>(
    `select facts from ledger where subject = $1 and action = 'training.correct'`,
    [id],
  );
  expect([row?.facts.people, row?.facts.before.people]).toEqual([40, 30]);
  const trained = (await figuresOf(homes?.code ?? ''))('period.trained')?.value ?? 0;
  expect((await step(commune, id, 'withdrawal', { reason: 'Ghi nhầm năm' })).status).toBe(200);
  expect((await figuresOf(homes?.code ?? ''))('period.trained')?.value).toBe(trained - 40);
  expect((await commune.page(trainingPaths.list)).text).not.toContain('Lớp sẽ rút');
  expect((await step(commune, id, 'withdrawal', { reason: 'Lần nữa' })).status).toBe(409);
});

it('producers that took part are found, added and taken off; a stranger of another place is refused', async () => {
  const id = await recorded(commune);
  const [own] = await sql<{ id: string; name: string }>(
    'select id, name from producer where commune = $1 and joined_into is null order by name limit 1',
    [homes?.commune],
  );
  const [foreign] = await sql<{ id: string }>('select id from producer where commune = $1 limit 1', [homes?.other]);
  const page = await commune.page(`${trainingPaths.one(id)}?tim=${encodeURIComponent(own?.name ?? '')}`);
  expect(page.html).toContain(own?.id);
  expect((await step(commune, id, 'producers', { join: [], leave: [] })).status).toBe(409);
  expect((await step(commune, id, 'producers', { join: [foreign?.id], leave: [] })).status).toBe(422);
  expect((await step(commune, id, 'producers', { join: [own?.id, own?.id], leave: [] })).status).toBe(200);
  expect((await commune.page(trainingPaths.one(id))).text).toContain('Chủ thể đã dự (1)');
  expect((await step(commune, id, 'producers', { join: [], leave: [own?.id] })).status).toBe(200);
  expect((await commune.page(trainingPaths.one(id))).text).toContain('Chủ thể đã dự (0)');
});

it('the list says what it adds up to, narrows, and leaves as the same rows', async () => {
  await recorded(commune, { kind: 'visit', subject: 'Tham quan mô hình' });
  const page = await commune.page(`${trainingPaths.list}?kind=visit&q=tham+quan`);
  expect(page.text).toContain('1 lớp, hội nghị; 30 người, 55 lượt người');
  expect((await commune.page(`${trainingPaths.list}?nam=2001`)).text).toContain('Chưa ghi lớp nào');
  const sheet = await commune.page(`${trainingPaths.sheet}?kind=visit&dang=json`);
  expect((JSON.parse(sheet.html) as { rows: Record<string, unknown>[] }).rows).toMatchObject([
    { 'Nội dung': 'Tham quan mô hình', 'Số người': 30, 'Số lượt người': 55 },
  ]);
});

const course = fc.record({
  place: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom(...(Object.keys(TRAINING_KINDS) as TrainingKind[])),
  day: fc.integer({ min: 0, max: 720 }),
  people: fc.integer({ min: 1, max: 500 }),
  more: fc.integer({ min: 0, max: 900 }),
  told: fc.boolean(),
  withdrawn: fc.boolean(),
  producers: fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
});
const dayOf = (n: number) => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
let serial = 60;

it('R15.2 indicator, figure, list and law say the same on random courses, and the units make the province, across the merger', async () => {
  const auditor = await app.signIn('auditor');
  await fc.assert(
    fc.asyncProperty(
      fc.array(course, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 300, max: 800 }),
      async (courses, at) => {
        serial += 1;
        const on = dayOf(at);
        const made = await makeProvince(app.database, `T${serial}`, ['Một', 'Hai', 'Ba']);
        const stock = await makeRegister(
          app.database,
          [0, 1, 2].map((producer) => ({
            ...{ producer, type: 'farm', star: 3, sector: 'I', unit: made.communes[0] ?? '', former: true },
            ...{ province: null, issued: '2023-01-01', expires: '2026-01-01' },
          })),
        );
        const makers = await sql<{ producer: string }>(
          'select producer from product where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
          [stock],
        );
        for (const one of courses) {
          const place = made.communes[one.place] ?? null;
          const [row] = await sql<{ id: string }>(
            `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'training', 'held', 1) returning id)
             insert into training (id, kind, subject, organiser, commune, province, from_on, to_on, qualifier, people, turns, women)
             select id, $1, 'Lớp', 'Đơn vị', $2, $3, $4, $4, 'exact', $5, $6, $7 from l returning id`,
            [
              ...[one.kind, place, place === null ? made.unit.id : null, dayOf(one.day), one.people],
              ...[one.people + one.more, one.told ? one.people : null],
            ],
          );
          // A new row is born in the first state of its process.
          await sql('update lifecycle set state = $2 where id = $1', [row?.id, one.withdrawn ? 'withdrawn' : 'held']);
          const took = one.producers.flatMap((n) => makers[n]?.producer ?? []);
          await sql('insert into training_producer select $1, unnest($2::uuid[])', [row?.id, took]);
        }
        const held = courses.filter(({ withdrawn }) => !withdrawn);
        const inYear = held.filter(({ day }) => dayOf(day) <= on && dayOf(day).slice(0, 4) === on.slice(0, 4));
        const facts = inYear.map(
          ({ kind, people, more, told }): TrainingFact => ({
            ...{ kind, people, turns: people + more, officers: null, producers: null, women: told ? people : null },
          }),
        );
        const law = trainingFigures(facts);
        const took = held.filter(({ day }) => dayOf(day) <= on).flatMap(({ producers }) => producers.map(String));
        const share = trainedProducers(['0', '1', '2'], new Set(took));
        for (const unit of [made.unit, { ...made.unit, id: made.next, code: `9T${serial}` }]) {
          const unitsAsOf = unit.id === made.next ? '2026-01-01' : '2024-06-01';
          const { figures } = await makeReport(app.database.db.report, { name: 'annual', unit, asOf: on, unitsAsOf });
          const value = (id: string) => figures.find((one) => one.id === id)?.value;
          for (const [name, id, expected] of [
            ['trainings', 'period.trainings', law.trainings],
            ['trained', 'period.trained', law.people],
            ['trained_turns', 'period.trained.turns', law.turns],
            ['producers_trained', 'stock.producers.trained', share.trained],
            ['trained_share', 'share.producers.trained', share.share],
          ] as const) {
            const [found] = await sql<{ n: string }>(`select indicator_${name}($1, $2, $3)::text as n`, [
              on,
              unitsAsOf,
              unit.id,
            ]);
            expect([id, Math.round(Number(found?.n) * 100) / 100, value(id)]).toEqual([id, expected, expected]);
          }
          expect([
            value('period.trainings.class'),
            value('period.trainings.conference'),
            value('period.trained.women'),
          ]).toEqual([...[law.classes, law.conferences, law.women]]);
          for (const id of ['period.trainings', 'period.trained', 'period.trained.women']) {
            const { body } = await auditor.json('GET', `${figures.find((one) => one.id === id)?.list}&limit=100`);
            const list = body as { total: number; items: { amount: number | null }[] };
            expect([id, list.total]).toEqual([id, value(id)]);
            if (id === 'period.trainings') expect(list.items).toHaveLength(law.trainings);
          }
        }
        const parts = await sql<{ n: string }>(
          `select coalesce(sum(indicator_trained($1, '2026-01-01', v.unit)), 0)::text as n from unit_version v where v.parent = $2`,
          [on, made.next],
        );
        const own = inYear.filter(({ place }) => place === 3).reduce((sum, { people }) => sum + people, 0);
        expect(Number(parts[0]?.n) + own).toBe(law.people);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 180_000);
