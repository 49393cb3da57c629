/** Changes of administrative units: what follows, what is refused, what a person must say. Each change uses communes of its own. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { applyDueChanges } from './acts.ts';
import { OPEN } from './preview.ts';

const app = await testApp();
const admin = await app.signIn('administrator');
const province = await app.signIn('province');
const TODAY = systemClock.today();
const tomorrow = new Date(Date.parse(TODAY) + 86_400_000).toISOString().slice(0, 10);
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const act = { number: '99/NQ-UBTVQH16', dated: '2026-10-01', effectiveOn: TODAY };
const API = '/api/v1/unit-changes';

interface Spot {
  id: string;
  name: string;
  code: string;
}
/** Communes of Hưng Yên by code, with whatever lies in them. */
const commune = async (code: string): Promise<Spot> => {
  const [row] = await sql<Spot>(
    `select v.unit as id, v.full_name as name, v.code from unit_version v join unit u on u.id = v.unit where v.code = $1 and u.level = 'commune' and v.valid_to is null`,
    [code],
  );
  if (!row) throw new Error(`no commune ${code}`);
  return row;
};
/** Two communes of the demonstration's province in which nothing lies. */
const empty = async (skip: number, n: number): Promise<Spot[]> =>
  sql<Spot>(
    `select v.unit as id, v.full_name as name, v.code from unit_version v
     where v.valid_to is null and v.parent = (select unit from unit_version where code = '33' and full_name like 'Tỉnh%' and valid_to is null)
       and not exists (select from product p where p.commune = v.unit) and not exists (select from appointment m where m.unit = v.unit)
       and not exists (select from producer r where r.commune = v.unit) order by v.code offset $1 limit $2`,
    [skip, n],
  );
const draft = (given: object, who: Client = admin) => who.json('POST', API, { ...act, ...given }, { key: true });
const execute = (id: string) => admin.json('POST', `${API}/${id}/execution`, {}, { key: true });
const counts = (unit: string) =>
  sql(
    `select (select count(*)::int from product where commune = $1) as products, (select count(*)::int from producer where commune = $1) as producers,
       (select count(*)::int from dossier d join lifecycle l on l.id = d.id where d.commune = $1 and l.commune = $1 and l.state = any($2::text[])) as dossiers,
       (select count(*)::int from appointment where unit = $1) as seats, (select count(*)::int from lifecycle where commune = $1) as reach`,
    [unit, [...OPEN]],
  ).then(([row]) => row as Record<'products' | 'producers' | 'dossiers' | 'seats' | 'reach', number>);

describe('merging', () => {
  it('R12.4 accounts, dossiers, producers, products and reach follow into the new commune; totals stay, the past stays', async () => {
    const from = await commune('11977');
    const [other] = await empty(0, 1);
    const before = await counts(from.id);
    expect(before.products).toBeGreaterThan(0);
    expect(before.seats).toBeGreaterThan(0);
    const officer = await app.signIn('commune');
    expect((await officer.page('/viec-cua-toi')).status).toBe(200);
    const made = [{ type: 'Xã', name: 'Hợp Nhất', code: '90001' }];
    const drafted = await draft({ kind: 'merge', units: [from.id, other?.id], made });
    expect(drafted.status).toBe(200);
    const { id } = drafted.body as { id: string };
    const preview = await admin.page(`/quan-tri/don-vi/${id}`);
    expect(preview.text).toContain(`${before.producers} chủ thể, ${before.products} sản phẩm: chuyển về Xã Hợp Nhất`);
    expect(await counts(from.id)).toEqual(before);
    expect((await execute(id)).status).toBe(200);
    const heir = await commune('90001');
    expect(await counts(heir.id)).toEqual(before);
    expect(Object.values(await counts(from.id)).every((n) => n === 0)).toBe(true);
    const [lay] = await sql<{ before: number; now: number }>(
      `select (select count(*)::int from product p join places_on($2::date - 1) z on z.place = p.place where z.commune = $1) as before,
         (select count(*)::int from product p join places_on($2) z on z.place = p.place where z.commune = $3) as now`,
      [from.id, TODAY, heir.id],
    );
    expect(lay).toEqual({ before: before.products, now: before.products });
    expect((await officer.page('/so-san-pham')).text).toContain('Xã Hợp Nhất');
    expect((await app.visitor().page(`/don-vi/${from.id}`)).text).toContain('Nay thuộc: Xã Hợp Nhất, tỉnh Hưng Yên');
    const [row] = await sql<{ facts: { change: string } }>(
      `select facts from ledger where action = 'unitRegister.change' order by no desc limit 1`,
    );
    expect(row?.facts.change).toBe(id);
    expect((await execute(id)).status).toBe(409);
  });

  it('goes into a commune that stays, and finds products by the name of before', async () => {
    const [one, two] = await empty(4, 2);
    if (!one || !two) throw new Error('no empty communes');
    const { body } = await draft({ kind: 'merge', units: [one.id, two.id], stays: two.id });
    expect((await execute((body as { id: string }).id)).status).toBe(200);
    const rows = await sql('select part, successor from unit_succession where former = $1', [one.id]);
    expect(rows).toEqual([{ part: 'full', successor: two.id }]);
  });
});

describe('a day that has not come', () => {
  it('waits, takes effect on its day by itself, and can be taken back before', async () => {
    const [one, two, three, four] = await empty(8, 4);
    if (!one || !two || !three || !four) throw new Error('no empty communes');
    const waiting = async (units: string[], code: string) => {
      const made = [{ type: 'Phường', name: `Chờ ${code}`, code }];
      const { body } = await draft({ kind: 'merge', units, made, effectiveOn: tomorrow });
      const { id } = body as { id: string };
      expect((await execute(id)).status).toBe(409);
      expect((await admin.json('POST', `${API}/${id}/planning`, {}, { key: true })).status).toBe(200);
      return id;
    };
    const kept = await waiting([one.id, two.id], '90011');
    const dropped = await waiting([three.id, four.id], '90012');
    const clash = await draft({
      kind: 'merge',
      units: [one.id, three.id],
      made: [{ type: 'Xã', name: 'Khác', code: '90013' }],
    });
    expect([clash.status, JSON.stringify(clash.body)]).toEqual([409, expect.stringContaining('chờ ngày hiệu lực')]);
    expect((await admin.json('POST', `${API}/${dropped}/cancellation`, {}, { key: true })).status).toBe(200);
    expect(await applyDueChanges(app.database.db, TODAY)).toBe(0);
    expect(await applyDueChanges(app.database.db, tomorrow)).toBe(1);
    const states = await sql('select id, state from unit_change where id = any($1::uuid[]) order by state', [
      [kept, dropped],
    ]);
    expect(states).toEqual([
      { id: dropped, state: 'cancelled' },
      { id: kept, state: 'effective' },
    ]);
    expect((await admin.json('POST', `${API}/${kept}/cancellation`, {}, { key: true })).status).toBe(409);
    const [actor] = await sql<{ actor: string }>(
      `select actor from ledger where action = 'unitRegister.change' order by no desc limit 1`,
    );
    expect(actor?.actor).toBe('system:unit-changes');
  });
});

describe('dividing', () => {
  it('R12.4 nothing is guessed: a person says in which part a producer lies, its products and reach follow', async () => {
    const [row] = await sql<{ commune: string; id: string; products: number }>(
      `select r.commune, r.id, (select count(*)::int from product p where p.producer = r.id and p.commune = r.commune) as products
       from producer r join unit_version v on v.unit = r.commune and v.valid_to is null
       where v.parent = (select unit from unit_version where code = '33' and full_name like 'Tỉnh%' and valid_to is null) and not r.invented
         and exists (select from product p where p.producer = r.id and p.commune = r.commune)
         and not exists (select from appointment m where m.unit = r.commune) limit 1`,
    );
    if (!row) throw new Error('no producer to divide');
    const made = [
      { type: 'Xã', name: 'Phần Đông', code: '90021' },
      { type: 'Xã', name: 'Phần Tây', code: '90022' },
    ];
    const { body } = await draft({ kind: 'split', units: [row.commune], made });
    expect((await execute((body as { id: string }).id)).status).toBe(200);
    const west = await commune('90022');
    const list = await province.page('/xep-lai-xa');
    const form = list.form(`/xep-lai-xa/${row.id}`);
    const wrong = await province.submit(form, { commune: row.commune });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Chọn một trong các xã')]);
    const done = await province.submit(form, { commune: west.id });
    expect(done.location).toBe('/xep-lai-xa');
    const [after] = await sql(
      `select r.commune, l.commune as reach, (select count(*)::int from product p join lifecycle m on m.id = p.id where p.producer = r.id and p.commune = $2 and m.commune = $2) as products
       from producer r join lifecycle l on l.id = r.id where r.id = $1`,
      [row.id, west.id],
    );
    expect(after).toEqual({ commune: west.id, reach: west.id, products: row.products });
    expect((await province.page('/xep-lai-xa')).html).not.toContain(row.id);
    const [lay] = await sql(
      'select z.commune from producer r join places_on($2::date - 1) z on z.place = r.place where r.id = $1',
      [row.id, TODAY],
    );
    expect(lay).toEqual({ commune: row.commune });
    const other = await app.signIn('producer');
    expect((await other.page('/xep-lai-xa')).html).not.toContain('Phần Đông');
  });
});

describe('another name, type and code', () => {
  it('R12.2 the unit goes on under its new name; the old name stays what it was called', async () => {
    const [one] = await empty(20, 1);
    if (!one) throw new Error('no empty commune');
    const made = [{ type: 'Phường', name: 'Tên Mới', code: '90031' }];
    const { body } = await draft({ kind: 'alter', units: [one.id], made });
    expect((await execute((body as { id: string }).id)).status).toBe(200);
    const rows = await sql(
      'select full_name, code, valid_to from unit_version where unit = $1 order by valid_from desc limit 2',
      [one.id],
    );
    expect(rows).toMatchObject([
      { full_name: 'Phường Tên Mới', code: '90031', valid_to: null },
      { full_name: one.name },
    ]);
    const same = await draft({ kind: 'alter', units: [one.id], made, effectiveOn: tomorrow });
    expect([same.status, JSON.stringify(same.body)]).toEqual([409, expect.stringContaining('như cũ')]);
  });
});

describe('refusals', () => {
  it('S18 says in words what does not fit, and writes nothing', async () => {
    const [one, two] = await empty(24, 2);
    const units = [one?.id, two?.id];
    const made = [{ type: 'Xã', name: 'Không Thành', code: '90041' }];
    const cases: [object, number, string][] = [
      [{ kind: 'merge', units, made, effectiveOn: '2026-09-01' }, 409, 'không trước ngày của văn bản'],
      [{ kind: 'merge', units, made: [{ ...made[0], code: '12127' }] }, 409, 'đang là của đơn vị khác'],
      [{ kind: 'merge', units: [one?.id], made }, 409, 'hai đơn vị khác nhau'],
      [{ kind: 'merge', units, made: [] }, 409, 'Ghi đơn vị mới'],
      [{ kind: 'split', units: [one?.id], made }, 409, 'ít nhất hai đơn vị'],
      [{ kind: 'merge', units: [one?.id, TODAY], made }, 422, 'units'],
      [{ kind: 'merge', units: [one?.id, '00000000-0000-7000-8000-000000000000'], made }, 404, ''],
      [{ kind: 'merge', units, made, dated: '31/2/2026' }, 422, 'dated'],
      [{ kind: 'conquer', units, made }, 422, 'kind'],
    ];
    const [before] = await sql('select count(*) from unit_change');
    for (const [given, status, words] of cases) {
      const answer = await draft(given);
      expect([status, answer.status, JSON.stringify(answer.body)]).toEqual([
        status,
        status,
        expect.stringContaining(words),
      ]);
    }
    expect(await sql('select count(*) from unit_change')).toEqual([before]);
  });

  it('S13 is nobody’s but the administrator’s', async () => {
    for (const who of [province, await app.signIn('commune'), await app.signIn('auditor')]) {
      expect((await draft({ kind: 'merge' }, who)).status).toBe(404);
      for (const path of ['/quan-tri/don-vi', '/quan-tri/don-vi/moi'])
        expect((await who.page(path)).status, path).toBe(404);
    }
    expect((await app.visitor().page('/quan-tri/don-vi')).status).toBe(303);
    expect((await admin.page('/xep-lai-xa')).status).toBe(404);
  });
});
