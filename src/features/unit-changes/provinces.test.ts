/** Changes of provinces: two become one, one leaves another. A register of its own, for nearly everything in it moves. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import { applyDueChanges } from './acts.ts';
import { OPEN } from './preview.ts';

const app = await testApp();
const admin = await app.signIn('administrator');
const TODAY = systemClock.today();
const yesterday = new Date(Date.parse(TODAY) - 86_400_000).toISOString().slice(0, 10);
const tomorrow = new Date(Date.parse(TODAY) + 86_400_000).toISOString().slice(0, 10);
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const act = { number: '98/2026/QH16', dated: '2026-10-01', effectiveOn: TODAY };
const API = '/api/v1/unit-changes';

const province = async (code: string): Promise<string> => {
  const [row] = await sql<{ id: string }>(
    `select v.unit as id from unit_version v join unit u on u.id = v.unit and u.level = 'province' where v.code = $1 and v.valid_to is null`,
    [code],
  );
  if (!row) throw new Error(`no province ${code}`);
  return row.id;
};
const draft = (given: object) => admin.json('POST', API, { ...act, ...given }, { key: true });
const ask = (id: unknown, what: string) => admin.json('POST', `${API}/${id}/${what}`, {}, { key: true });
const communes = (of: string) =>
  sql<{ id: string; code: string; name: string }>(
    `select unit as id, code, full_name as name from unit_version where parent = $1 and valid_to is null order by code`,
    [of],
  );
const held = (of: string) =>
  sql<Record<'producers' | 'products' | 'dossiers' | 'seats' | 'communes' | 'reach', number>>(
    `select (select count(*)::int from producer where province = $1) as producers, (select count(*)::int from product where province = $1) as products,
       (select count(*)::int from dossier d join lifecycle l on l.id = d.id where d.province = $1 and l.state = any($2::text[])) as dossiers,
       (select count(*)::int from appointment where unit = $1) as seats,
       (select count(*)::int from unit_version where parent = $1 and valid_to is null) as communes,
       (select count(*)::int from lifecycle where province = $1) as reach`,
    [of, [...OPEN]],
  ).then(([row]) => {
    if (!row) throw new Error('nothing held');
    return row;
  });
/** Products and valid recognitions of each province, in the units of a day. */
const counted = async (units: string): Promise<Map<string, readonly [products: number, valid: number]>> => {
  const rows = await sql<{ unit: string; products: number; valid: number }>(
    `select coalesce(unit::text, '') as unit, sum(products)::int as products, sum(valid)::int as valid from (
       select z.province as unit, 1 as products, 0 as valid from counted_product c join places_on($1) z on z.place = c.place
       union all select z.province, 0, v.valid from valid_on($2::date, true) v join places_on($1) z on z.place = v.place) s group by unit`,
    [units, TODAY],
  );
  return new Map(rows.map((row) => [row.unit, [row.products, row.valid] as const]));
};
const total = (rows: Awaited<ReturnType<typeof counted>>): number[] =>
  [0, 1].map((at) => [...rows.values()].reduce((sum, row) => sum + (row[at] ?? 0), 0));

/** Codes of provinces of today that are not Hưng Yên (33), with the most products first. */
const others = await sql<{ id: string; code: string }>(
  `select v.unit as id, v.code from unit_version v join unit u on u.id = v.unit and u.level = 'province'
   where v.valid_to is null and v.code <> '33' order by (select count(*) from product p where p.province = v.unit) desc, v.code`,
);

describe('a province leaves another', () => {
  it('R12.4 chosen communes go with all that lies in them; the rest, its seats and dossiers in a round stay', async () => {
    const from = await province('33');
    const all = await communes(from);
    const [full] = await sql<{ commune: string; products: number; before: number; later: number }>(
      `select p.commune, count(distinct p.id)::int as products,
         (select count(*)::int from dossier d join lifecycle l on l.id = d.id where d.commune = p.commune and l.state in ('draft', 'submitted', 'checking', 'returned', 'proposed')) as before,
         (select count(*)::int from dossier d join lifecycle l on l.id = d.id where d.commune = p.commune and l.state in ('inRound', 'inSession', 'concluded', 'candidate')) as later
       from product p where p.province = $1 and p.commune is not null group by p.commune order by before desc, later desc, products desc limit 1`,
      [from],
    );
    const [empty] = await sql<{ id: string }>(
      `select v.unit as id from unit_version v where v.parent = $1 and v.valid_to is null and not exists (select from product where commune = v.unit)
         and not exists (select from producer where commune = v.unit) and not exists (select from dossier where commune = v.unit) order by v.code limit 1`,
      [from],
    );
    const chosen = [full?.commune ?? '', empty?.id ?? ''];
    expect([full?.products, full?.before].every((n) => Number(n) > 0)).toBe(true);
    const made = [{ type: 'Tỉnh', name: 'Tách Ra', code: '98' }];
    const before = await held(from);
    const past = await counted(yesterday);
    const given = { kind: 'split', units: [from], stays: from, made };
    for (const [wrong, words] of [
      [{ ...given, stays: undefined, communes: chosen }, 'Tách tỉnh mới ra khỏi tỉnh còn lại'],
      [{ ...given, communes: all.map(({ id }) => id) }, 'còn ít nhất một xã'],
      [given, 'Chọn các xã'],
      [{ ...given, communes: [(await communes(others[0]?.id ?? ''))[0]?.id] }, 'không thuộc các tỉnh'],
    ] as const) {
      const { status, body } = await draft(wrong);
      expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining(words)]);
    }
    const { body } = await draft({ ...given, communes: chosen });
    const preview = await admin.page(`/quan-tri/don-vi/${body.id}`);
    expect(preview.text).toContain('Về Tỉnh Tách Ra');
    expect(preview.text).toMatch(/\d+ chưa vào đợt chuyển về Tỉnh Tách Ra/);
    const done = await ask(body.id, 'execution');
    expect([done.status, done.body]).toEqual([200, { id: body.id, state: 'effective' }]);
    const heir = await province('98');
    const [after, stayed] = [await held(heir), await held(from)];
    expect(after.communes).toBe(2);
    expect(after.products).toBe(full?.products);
    expect(after.dossiers).toBe(full?.before);
    expect(after.seats).toBe(0);
    for (const what of ['producers', 'products', 'dossiers', 'seats', 'communes', 'reach'] as const)
      expect([what, after[what] + stayed[what]]).toEqual([what, before[what]]);
    expect(await counted(yesterday)).toEqual(past);
    expect(total(await counted(TODAY))).toEqual(total(past));
  });
});

describe('provinces become one', () => {
  it('R12.2 waits for its day, is taken back before, and says what would follow', async () => {
    const [one, two] = others.slice(-2);
    const given = {
      ...{ kind: 'merge', units: [one?.id, two?.id], made: [{ type: 'Tỉnh', name: 'Chờ Ngày', code: '99' }] },
      effectiveOn: tomorrow,
    };
    const wait = async () => {
      const { body } = await draft(given);
      expect((await ask(body.id, 'execution')).status).toBe(409);
      expect((await ask(body.id, 'planning')).status).toBe(200);
      return body.id;
    };
    const dropped = await wait();
    expect((await draft(given)).status).toBe(409);
    expect((await ask(dropped, 'cancellation')).status).toBe(200);
    const kept = await wait();
    expect(await applyDueChanges(app.database.db, TODAY)).toBe(0);
    expect(await applyDueChanges(app.database.db, tomorrow)).toBe(1);
    const [row] = await sql('select state, problem from unit_change where id = $1', [kept]);
    expect(row).toEqual({ state: 'effective', problem: null });
    const spans = await sql(
      `select full_name as name, valid_from::text as from, valid_to::text as to from unit_version where unit in ($1, $2) or code = '99' and full_name like 'Tỉnh Chờ%' order by valid_from desc limit 1`,
      [one?.id, two?.id],
    );
    expect(spans).toEqual([{ name: 'Tỉnh Chờ Ngày', from: tomorrow, to: null }]);
  });

  it('issue 3, test 15: totals stay, the past stays, and whoever worked works on', async () => {
    const from = await province('33');
    const other = others[0]?.id ?? '';
    const officer = await app.signIn('province');
    const queue = (await officer.page('/viec-cua-toi')).status;
    const [mine, theirs] = [await held(from), await held(other)];
    const [past, before] = [await counted(yesterday), await counted(TODAY)];
    const [recoded] = await communes(from);
    const rounds = await sql<{ id: string; year: number; no: number }>(
      `select id, year, no from evaluation_round where province = $1 order by year, no`,
      [from],
    );
    expect(mine.dossiers).toBeGreaterThan(0);
    const made = [{ type: 'Thành phố', name: 'Hợp Nhất', code: '97' }];
    const given = { kind: 'merge', units: [from, other], made, codes: `${recoded?.code} 90099` };
    const refusals: [object, number, string][] = [
      [{ ...given, units: [from, recoded?.id] }, 409, 'cùng cấp'],
      [{ ...given, made: [{ ...made[0], code: '01' }] }, 409, 'đang là của đơn vị khác'],
      [{ ...given, made: [{ ...made[0], code: '97000' }] }, 409, 'hai chữ số'],
      [{ ...given, codes: '00000 90099' }, 409, 'Mã 00000 không thuộc'],
      [{ ...given, codes: `${recoded?.code} 9` }, 409, 'năm chữ số'],
      [{ ...given, codes: `${recoded?.code} 01` }, 409, 'năm chữ số'],
      [{ ...given, parent: from }, 409, 'không thuộc đơn vị nào khác'],
    ];
    for (const [wrong, status, words] of refusals) {
      const answer = await draft(wrong);
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(words)]);
    }
    const { body } = await draft(given);
    const preview = await admin.page(`/quan-tri/don-vi/${body.id}`);
    expect(preview.text).toContain('Tỉnh Hưng Yên kết thúc, Thành phố Hợp Nhất làm tiếp');
    expect(preview.text).toContain(`${mine.communes} xã, phường thuộc Thành phố Hợp Nhất`);
    expect(preview.text).toContain(`${recoded?.code} thành 90099`);
    expect(await held(from)).toEqual(mine);
    const done = await ask(body.id, 'execution');
    expect([done.status, done.body]).toEqual([200, { id: body.id, state: 'effective' }]);
    const heir = await province('97');
    const after = await held(heir);
    for (const what of ['producers', 'products', 'dossiers', 'seats', 'communes', 'reach'] as const)
      expect([what, after[what]]).toEqual([what, mine[what] + theirs[what]]);
    expect(Object.values(await held(from)).every((n) => n === 0)).toBe(true);
    expect(await counted(yesterday)).toEqual(past);
    const now = await counted(TODAY);
    expect(total(now)).toEqual(total(past));
    expect(now.get(heir)).toEqual([0, 1].map((at) => Number(before.get(from)?.[at]) + Number(before.get(other)?.[at])));
    const codes = await sql(
      `select code, parent, valid_to::text from unit_version where unit = $1 order by valid_from desc limit 2`,
      [recoded?.id],
    );
    expect(codes).toEqual([
      { code: '90099', parent: heir, valid_to: null },
      { code: recoded?.code, parent: from, valid_to: yesterday },
    ]);
    const later = await sql<{ id: string; year: number; no: number; province: string }>(
      `select id, year, no, province from evaluation_round where id = any($1::uuid[]) order by year, no`,
      [rounds.map(({ id }) => id)],
    );
    expect(later.some((round) => round.province === heir)).toBe(true);
    expect((await officer.page('/viec-cua-toi')).status).toBe(queue);
    expect((await officer.page('/so-san-pham')).text).toContain('Hợp Nhất');
    expect((await (await app.signIn('commune')).page('/viec-cua-toi')).status).toBe(200);
    expect((await app.visitor().page(`/don-vi/${from}`)).text).toContain('Nay thuộc: Thành phố Hợp Nhất');
    const result = await admin.page(`/quan-tri/don-vi/${body.id}`);
    expect(result.text).toContain('Đã theo sau');
    expect(result.text).toContain('Đợt đánh giá chưa xong');
    expect(result.text).toContain(`${mine.communes + theirs.communes} đã chuyển`);
    expect((await ask(body.id, 'execution')).status).toBe(409);
  });

  it('goes into a province that stays and keeps name and code', async () => {
    const [one, two] = others.slice(5, 7);
    const [mine, theirs] = [await held(one?.id ?? ''), await held(two?.id ?? '')];
    const { body } = await draft({ kind: 'merge', units: [one?.id, two?.id], stays: two?.id });
    expect((await ask(body.id, 'execution')).status).toBe(200);
    const after = await held(two?.id ?? '');
    expect([after.communes, after.products]).toEqual([
      mine.communes + theirs.communes,
      mine.products + theirs.products,
    ]);
    expect(await province(two?.code ?? '')).toBe(two?.id);
  });
});
