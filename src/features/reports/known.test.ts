/** Issue 5, part 3: figures as they were known at an earlier moment are the same after corrections, with a note of what changed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { type KnownReport, makeKnownReport } from './known-report.ts';
import { makeReport } from './report.ts';

const app = await testApp();
const { asOwner } = app.database;
const { report: db } = app.database.db;
const [{ today = '' } = {}] = await asOwner<{ today: string }>(
  `select (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as today`,
);
const asked = { name: 'annual', unit: null, asOf: today, unitsAsOf: today } as const;
const known = () => makeKnownReport(db, asked, today);
const values = ({ figures }: Pick<KnownReport, 'figures'>) =>
  Object.fromEntries(figures.map(({ id, value }) => [id, value]));
const oneOf = (made: Pick<KnownReport, 'figures'>, id: string) => values(made)[id] ?? null;

interface Picked {
  readonly recognition: string;
  readonly product: string;
  readonly producer: string;
}
let picked: Picked[];
beforeAll(async () => {
  picked = await asOwner<Picked>(
    `select distinct on (r.producer) r.recognition, r.product, r.producer from indicator_stock_rows($1, $1, null) r
      where r.star = 3 and r.sector = 'I' and r.producer_type <> 'farm' order by r.producer, r.product limit 4`,
    [today],
  );
});

describe('R14.2 known at a moment', () => {
  it('while nothing changed every figure is the one of today, each with the moment in the address of its list', async () => {
    const made = await known();
    expect(values(made)).toEqual(values(await makeReport(db, asked)));
    expect([made.changes, made.unknown]).toEqual([[], []]);
    expect(made.figures[0]?.list).toContain(`knownAt=${today}`);
  });

  it('stays the same after corrections, names what is another today, and its lists have as many rows', async () => {
    const before = await makeReport(db, asked);
    const [one, two, three, four] = picked;
    expect(four).toBeDefined();
    await asOwner('update recognition set star = 4 where id = $1', [one?.recognition]);
    await asOwner(`update product set sector = 'II' where id = $1`, [two?.product]);
    await asOwner(`update producer set type = 'farm' where id = $1`, [three?.producer]);
    await asOwner(`delete from producer_fact where producer = $1 and section = 'kind'`, [three?.producer]);
    await asOwner(
      `update recognition set issued_earliest = '2001-01-01', issued_latest = '2001-01-01', expires_earliest = '2004-01-01', expires_latest = '2004-01-01' where id = $1`,
      [four?.recognition],
    );
    await asOwner(`update counted_past set until = until + interval '1 day'`); // the corrections come tomorrow
    const now = await makeReport(db, asked);
    const made = await known();
    expect(values(made)).toEqual(values(before));
    const differing = now.figures.filter(({ id, value }) => oneOf(before, id) !== value).map(({ id }) => id);
    expect(made.changes.map(({ id }) => id).sort()).toEqual(differing.sort());
    expect(differing).toEqual(expect.arrayContaining(['stock.products', 'stock.star.3', 'stock.sector.drinks']));
    const stock = made.changes.find(({ id }) => id === 'stock.products');
    expect(stock).toMatchObject({ total: 1, records: [{ id: four?.product, came: false, each: 'product' }] });
    const drinks = made.changes.find(({ id }) => id === 'stock.sector.drinks');
    expect(drinks?.records).toMatchObject([{ id: two?.product, came: true }]);

    const officer = await app.signIn('ministry');
    for (const { id, list, value } of made.figures.filter((figure) => figure.list !== null)) {
      const answer = await officer.json('GET', `${list}&limit=1`);
      expect([id, answer.status, answer.body.total]).toEqual([id, 200, value]);
    }
  });

  it('a record that is gone today still stands in the list of then', async () => {
    const [, , , gone] = picked;
    const made = await known();
    await asOwner('delete from product_search where product = $1', [gone?.product]);
    await asOwner('delete from counted_recognition where recognition = $1', [gone?.recognition]);
    await asOwner(`update counted_past set until = now() + interval '1 day' where until < now() + interval '1 hour'`);
    expect(values(await known())).toEqual(values(made));
  });

  it('what records do not keep is said figure by figure, with its reason', async () => {
    const said = async () => (await known()).unknown.map(({ id }) => id);
    expect(await said()).toEqual([]);
    const [place] = await asOwner<{ id: string }>('select id from local_place limit 1');
    if (place === undefined) throw new Error('the demonstration has no village');
    await asOwner(
      `insert into ledger (subject, process, action, from_state, to_state, actor, capacity) select id, process, 'localPlace.correct', state, state, 'system:test', 'test' from lifecycle where id = $1`,
      [place.id],
    );
    await asOwner('alter table ledger disable trigger user');
    await asOwner(`update ledger set at = now() + interval '1 day' where subject = $1`, [place.id]);
    await asOwner('alter table ledger enable trigger user');
    const made = await known();
    expect(made.unknown).toMatchObject([{ id: 'stock.villages', reason: expect.stringContaining('làng nghề') }]); // courses and support are not touched by a place
    expect(made.figures.find(({ id }) => id === 'stock.villages')).toMatchObject({ value: null, list: null });
    const refused = await app.visitor().json('GET', `/api/v1/figures/stock.villages?asOf=${today}&knownAt=${today}`);
    expect([refused.status, JSON.stringify(refused.body).includes('làng nghề')]).toEqual([422, true]);
  });

  it('before there was anything, and before the past was kept, nothing is told', async () => {
    const early = await makeKnownReport(db, { ...asked, asOf: '2020-01-01' }, '2020-01-01');
    expect(early.unknown).toHaveLength(early.figures.length);
    expect(early.figures.every(({ value }) => value === null)).toBe(true);
    expect(early.checks.every(({ ok }) => !ok)).toBe(true);
  });

  it('S18 a strange moment is refused in words', async () => {
    const early = await app.visitor().json('GET', `/api/v1/figures/stock.products?asOf=${today}&knownAt=2026-01-01`);
    expect([early.status, JSON.stringify(early.body).includes('Lúc đó chưa thể biết')]).toEqual([422, true]);
    for (const moment of ['x', '2026-02-30', '2026-11-23T25:00', "2026-11-23'"])
      expect([
        moment,
        (await app.visitor().json('GET', `/api/v1/figures/stock.products?knownAt=${encodeURIComponent(moment)}`))
          .status,
      ]).toEqual([moment, 400]);
  });
});
