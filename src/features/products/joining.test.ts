/** Two records of one product: joined, taken back, or remembered as two. Long because everything that hangs on a product goes both ways. */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { makeProduct, tellYear, type WantedRecognition } from '../../../tests/support/products.ts';
import { compareFewProducts } from './near.ts';

let app: TestApp;
let officer: Client;
let province: Client;
const producer = demoId('producer', 'canh-dieu');
beforeAll(async () => {
  app = await testApp();
  officer = await app.signIn('commune');
  province = await app.signIn('province');
});
const rows = <R extends object>(query: string, values: unknown[] = []) => app.database.asOwner<R>(query, values);
const one = async (query: string, values: unknown[] = []) => (await rows<{ n: string }>(query, values))[0]?.n;
const make = (name: string, recognitions: readonly WantedRecognition[] = [], owner = producer) =>
  makeProduct((query, values) => rows(query, values), owner, name, recognitions);
const pairPath = (id: string, other: string) => `/san-pham-trung/${id}/${other}`;
const join = async (id: string, other: string, fields: Record<string, string | string[]> = {}, who = officer) =>
  who.submit((await who.page(pairPath(id, other))).form(pairPath(id, other)), {
    reason: 'Ghi hai lần',
    ...fields,
  });
const joinOf = (other: string) =>
  one('select id as n from product_join where joined = $1 and undone_on is null', [other]);
const unjoin = async (id: string, other: string, who = officer) => {
  const page = await who.page(`/so-san-pham/${id}/tach-lai?nhap=${await joinOf(other)}`);
  return who.submit(page.form('/tach-lai'), { reason: 'Nhập nhầm' });
};
/** What hangs on a record: everything but versions. */
const hanging = (id: string) =>
  rows(
    `select (select jsonb_agg(to_jsonb(g) order by g.id) from recognition g where g.product = $1) as recognitions,
       (select jsonb_agg(jsonb_build_array(l.id, l.state) order by l.id) from lifecycle l join recognition g on g.id = l.id where g.product = $1) as states,
       (select jsonb_agg(d.id order by d.id) from dossier d where d.product = $1) as dossiers,
       (select jsonb_agg(c.code order by c.code) from product_code c where c.product = $1) as codes,
       (select jsonb_agg(r.id order by r.id) from list_row r where r.product_id = $1) as lists,
       (select jsonb_agg(y.id order by y.id) from product_year y where y.product = $1) as years,
       (select jsonb_agg(to_jsonb(r) order by r.year, r.step) from product_year_reminder r where r.product = $1) as reminders,
       (select jsonb_agg(m.id order by m.id) from misuse_report m where m.product = $1) as reports,
       (select jsonb_agg(t.id order by t.id) from product_tie t where t.product = $1) as ties,
       (select to_jsonb(n) from national_record n where n.product = $1) as national,
       (select to_jsonb(w) from product_selling w where w.product = $1) as selling,
       (select jsonb_agg(jsonb_build_array(f.section, f.item, f.open) order by f.no) from product_fact f where f.product = $1 and not f.undone and f.ledger is not null) as facts,
       (select jsonb_build_object('star', s.star, 'life', s.life, 'name', s.name, 'words', s.words::text, 'open', s.open) from product_search s where s.product = $1) as found,
       (select count(*)::int from counted_product c where c.product = $1) as counted,
       (select to_jsonb(p) - 'version' from product p where p.id = $1) as record`,
    [id],
  );
const currentOf = (id: string) =>
  rows<{ star: number; id: string }>(
    'select g.star, g.id from product p join recognition g on g.id = p.current_recognition where p.id = $1',
    [id],
  );

const tell = (product: string, year: number, revenue: number, state: 'reported' | 'accepted' = 'accepted') =>
  tellYear(rows, product, year, revenue, state);

describe('the data-quality check leads to the pair', () => {
  it('names both records, opens them side by side with what differs, and "không trùng" is remembered', async () => {
    const a = await make('Miến Đất Nung (giả định)', [{ star: 3, issued: '2024-03-01', decision: '1/QĐ-UBND' }]);
    const b = await make('Miến  đất nung, (giả định)', [{ star: 4, issued: '2025-03-01', decision: '2/QĐ-UBND' }]);
    const list = await officer.page('/chat-luong-du-lieu/productTwice');
    expect(list.html).toContain(pairPath(a.id, b.id));
    expect(list.html).toContain(pairPath(b.id, a.id));
    const page = await officer.page(pairPath(a.id, b.id));
    for (const words of ['1/QĐ-UBND', '2/QĐ-UBND', 'Khác nhau', 'Sau khi nhập, sản phẩm theo lần công nhận 4 sao'])
      expect(page.text).toContain(words);
    const others = await officer.page(`/san-pham-trung/${a.id}`);
    expect(others.text).toContain('Có thể trùng: tên giống');
    const form = page.form('/khong-trung');
    expect((await officer.submit(form, { reason: '' })).status).toBe(422);
    expect((await officer.submit(form, { reason: 'Hai quy cách khác nhau' })).status).toBe(303);
    expect((await officer.page('/chat-luong-du-lieu/productTwice')).html).not.toContain(pairPath(a.id, b.id));
    expect((await officer.page(pairPath(b.id, a.id))).text).toContain('Hai quy cách khác nhau');
    const again = await officer.json(
      'POST',
      `/api/v1/products/${a.id}/differences`,
      { other: b.id, reason: 'Lại' },
      { key: true, ifMatch: await version(a.id) },
    );
    expect([again.status, String(again.body.detail)]).toEqual([
      409,
      expect.stringContaining('đã được ghi không trùng'),
    ]);
    expect(
      await rows(`select 1 from ledger where subject in ($1, $2) and action = 'product.keepApart'`, [a.id, b.id]),
    ).toHaveLength(2);
  });
});

describe('joining', () => {
  it('moves everything, leads old addresses and codes on, and is taken back as if it had not been', async () => {
    const a = await make('Trà Gò Đồi (giả định)', [{ star: 3, issued: '2021-05-01', decision: '9/QĐ' }]);
    const b = await make('Trà gò đồi túi lọc (giả định)', [
      { star: 4, issued: '2024-05-01', decision: '10/QĐ', code: 'GODOI2024AB' },
    ]);
    await rows(
      `insert into product_code (code, product, given_on) values ('GD-01-2021', $1, '2021-01-01'), ('GD-02-2024', $2, '2024-01-01')`,
      [a.id, b.id],
    );
    await rows(
      `insert into national_record (product, national_id, transferred_on, year) values ($1, 'QG-7', '2025-01-02', 2025)`,
      [b.id],
    );
    await rows(
      `insert into product_selling (product, links, place, said_by, said_on) values ($1, '{}', 'Chợ phiên', 'commune', '2026-01-01'), ($2, '{}', 'Cửa hàng xã', 'commune', '2026-01-01')`,
      [a.id, b.id],
    );
    await rows(
      `insert into product_year_reminder (product, year, step, day) values ($1, 2025, 10, '2026-01-02'), ($2, 2025, 10, '2026-01-02'), ($2, 2025, 3, '2026-01-03')`,
      [a.id, b.id],
    );
    await rows(
      `insert into product_tie (id, product, kind, organisation, recorded_by) select gen_random_uuid(), $1, 'advised', 'Đơn vị giả định', id from account limit 1`,
      [b.id],
    );
    await tell(b.id, 2024, 700);
    const item = '0192a000-0000-7000-8000-000000000001';
    await rows(
      `insert into product_fact (product, section, item, valid_from, open, ledger, recorded_on) select $1, 'barcode', $2, null, '{"gtin":"8934567890123","key":"8934567890123","since":"2024-01-01"}', max(no), '2026-01-05' from ledger where subject = $1`,
      [b.id, item],
    );
    await rows('update product set version = version + 1 where id in ($1, $2)', [a.id, b.id]);
    const [was, wasOther] = [await hanging(a.id), await hanging(b.id)];
    const done = await join(a.id, b.id, { take: ['selling', 'name'] });
    expect([done.status, done.location]).toEqual([303, `/so-san-pham/${a.id}`]);
    const [now] = (await hanging(a.id)) as [Record<string, unknown>];
    expect(now.codes).toEqual(['GD-01-2021', 'GD-02-2024']);
    expect([now.national, now.selling]).toEqual([
      expect.objectContaining({ national_id: 'QG-7' }),
      expect.objectContaining({ place: 'Cửa hàng xã' }),
    ]);
    expect(now.years).toHaveLength(1);
    expect(now.reminders).toHaveLength(2);
    expect(now.ties).toHaveLength(1);
    expect(now.facts).toEqual(
      expect.arrayContaining([['barcode', item, expect.objectContaining({ key: '8934567890123' })]]),
    );
    expect(now.record).toMatchObject({ name: 'Trà gò đồi túi lọc (giả định)' });
    expect(await currentOf(a.id)).toEqual([{ star: 4, id: b.recognitions[0] }]);
    // The old record: no list, no count, every address leads on; codes and QR codes still answer.
    expect(await one('select count(*)::int as n from product_search where product = $1', [b.id])).toBe(0);
    expect(await one('select count(*)::int as n from counted_product where product = $1', [b.id])).toBe(0);
    expect((await officer.page(`/so-san-pham/${b.id}`)).location).toBe(`/so-san-pham/${a.id}`);
    expect((await app.visitor().page(`/san-pham/${b.id}`)).location).toBe(`/san-pham/${a.id}`);
    const open = await app.visitor().json('GET', `/api/v1/products/${b.id}`);
    expect([open.status, open.body.id]).toEqual([200, a.id]);
    expect((await app.visitor().page('/chung-nhan/GODOI2024AB')).text).toContain('4 sao');
    expect((await app.visitor().page('/chung-nhan/GD-02-2024')).status).toBe(200);
    expect((await officer.page(`/so-san-pham/${a.id}`)).text).toContain('Trà gò đồi túi lọc (giả định), nhập ngày');
    expect((await officer.page(`/so-san-pham/${b.id}/lich-su`)).text).toContain('đã nhập vào');
    // Nobody writes to it, and it is not offered.
    expect((await officer.page(`/so-san-pham/${b.id}/cau-chuyen`)).location).toBe(`/so-san-pham/${a.id}`);
    const user = await app.signIn('producer');
    expect((await user.page('/cua-toi/san-pham')).html).not.toContain(b.id);
    const back = await unjoin(a.id, b.id);
    expect([back.status, back.location]).toEqual([303, `/so-san-pham/${a.id}`]);
    expect(await hanging(a.id)).toEqual(was);
    expect(await hanging(b.id)).toEqual(wasOther);
    const moves = await rows<{ action: string }>(
      `select action from ledger where subject in ($1, $2) and action ~ 'oin|standAgain' order by no`,
      [a.id, b.id],
    );
    expect(moves.map(({ action }) => action)).toEqual([
      'product.joinInto',
      'product.join',
      'product.unjoin',
      'product.standAgain',
    ]);
  });

  it('test 22: an older recognition that comes with the other record never lowers the star, and gives way', async () => {
    const kept = await make('Mật ong thử A (giả định)', [{ star: 4, issued: '2025-06-01', decision: '50/QĐ' }]);
    const left = await make('Mật ong thử B (giả định)', [
      { star: 3, issued: '2024-06-01', decision: '40/QĐ' },
      { star: null, issued: null },
    ]);
    expect((await join(kept.id, left.id)).status).toBe(303);
    expect(await currentOf(kept.id)).toEqual([{ star: 4, id: kept.recognitions[0] }]);
    const states = await rows(
      'select l.state, g.superseded_by as by, g.ended_on::text as on from recognition g join lifecycle l on l.id = g.id where g.id = any($1) order by g.issued_latest nulls last',
      [left.recognitions],
    );
    expect(states).toEqual([
      { state: 'superseded', by: kept.recognitions[0], on: '2025-06-01' },
      { state: 'inForce', by: null, on: null },
    ]);
    expect((await unjoin(kept.id, left.id)).status).toBe(303);
    expect(await one(`select string_agg(state, ',') as n from lifecycle where id = any($1)`, [left.recognitions])).toBe(
      'inForce,inForce',
    );
    expect(await currentOf(left.id)).toEqual([{ star: 3, id: left.recognitions[0] }]);
  });

  it('one decision written down twice counts once, and says so', async () => {
    const a = await make('Nếp thử (giả định)', [{ star: 3, issued: '2025-07-01', decision: '77/QĐ' }]);
    const b = await make('Nếp thử, (giả định)', [{ star: 3, issued: '2025-07-01', decision: '77/QĐ' }]);
    expect((await officer.page(pairPath(a.id, b.id))).text).toContain('ghi là đã ghi hai lần');
    expect((await join(a.id, b.id)).status).toBe(303);
    expect((await officer.page(`/so-san-pham/${a.id}`)).text).toContain('Cùng một lần công nhận, đã ghi hai lần');
    expect(await currentOf(a.id)).toEqual([{ star: 3, id: a.recognitions[0] }]);
  });

  it('a year both tell of is settled by the person; the other figures are set aside and come back', async () => {
    const [a, b] = [await make('Chè thử một (giả định)'), await make('Chè thử hai (giả định)')];
    const [own, theirs] = [await tell(a.id, 2024, 100), await tell(b.id, 2024, 300)];
    const more = await tell(b.id, 2025, 50, 'reported');
    const open = await join(a.id, b.id);
    expect([open.status, open.text.includes('Chọn số liệu được giữ của năm 2024')]).toEqual([409, true]);
    expect((await join(a.id, b.id, { 'years.2024': 'left' })).status).toBe(303);
    const held = () =>
      rows(
        'select y.id, l.state from product_year y join lifecycle l on l.id = y.id where y.product = $1 order by y.year',
        [a.id],
      );
    expect(await held()).toEqual([
      { id: theirs, state: 'accepted' },
      { id: more, state: 'reported' },
    ]);
    expect(
      await rows(
        'select y.product, l.state, l.next_actor from product_year y join lifecycle l on l.id = y.id where y.id = $1',
        [own],
      ),
    ).toEqual([{ product: b.id, state: 'setAside', next_actor: null }]);
    expect((await unjoin(a.id, b.id)).status).toBe(303);
    expect(await held()).toEqual([{ id: own, state: 'accepted' }]);
    const [waits] = await rows('select next_actor from lifecycle where id = $1', [own]);
    expect(waits).toEqual({ next_actor: null });
    expect(await one('select accepted as n from product_year where id = $1', [own])).toBe(1);
  });

  it('near names of one producer are proposed in the background, until somebody says they are two', async () => {
    const [a, b, other] = [
      await make('Trà sen hồ Tây thượng hạng (giả định)'),
      await make('Trà sen hồ Tây thuợng hạn (giả định)'),
      await make('Trà sen hồ Tây thượng hạng số 2 (giả định)'),
    ];
    const compareAll = async () => {
      while (await app.database.db.transaction((tx) => compareFewProducts(tx, '2026-11-22')));
    };
    const near = () =>
      rows<{ a: string; b: string }>('select a, b from product_near where a = any($1) or b = any($1)', [
        [a.id, b.id, other.id],
      ]);
    await compareAll();
    const [first, second] = [a.id, b.id].toSorted();
    expect(await near()).toEqual([{ a: first, b: second }]);
    const asked = async () => (await officer.page(`/san-pham-trung/${a.id}`)).text.includes('Có thể trùng: tên giống');
    expect(await asked()).toBe(true);
    const form = (await officer.page(pairPath(a.id, b.id))).form(`${pairPath(a.id, b.id)}/khong-trung`);
    expect((await officer.submit(form, { reason: 'Hai loại bao bì' })).status).toBe(303);
    await compareAll();
    expect(await asked()).toBe(false);
    await rows(`update product set name = 'Chè dây túi lọc (giả định)' where id = $1`, [b.id]);
    await compareAll();
    expect(await near()).toEqual([]);
  });

  it('is not taken back once something new hangs on it; joins are taken back in turn', async () => {
    const [a, b, c] = [await make('Cốm A (giả định)'), await make('Cốm B (giả định)'), await make('Cốm C (giả định)')];
    await join(a.id, b.id);
    await join(a.id, c.id);
    const early = await unjoin(a.id, b.id);
    expect([early.status, early.text.includes('Không tách được nữa')]).toEqual([409, true]);
    expect((await unjoin(a.id, c.id)).status).toBe(303);
    const story = (await officer.page(`/so-san-pham/${a.id}/cau-chuyen`)).form('/cau-chuyen');
    expect((await officer.submit(story, { story: 'Chuyện mới', reason: 'Bổ sung' })).status).toBe(303);
    const late = await unjoin(a.id, b.id);
    expect([late.status, late.text.includes('Không tách được nữa')]).toEqual([409, true]);
    expect(await joinOf(b.id)).toBeTruthy();
  });

  it('refuses strangers, itself, another producer or province, no reason, a stale page, two open dossiers', async () => {
    const [a, b] = [await make('Gạo A (giả định)'), await make('Gạo B (giả định)')];
    const form = (await officer.page(pairPath(a.id, b.id))).form(pairPath(a.id, b.id));
    const seenBefore = (await officer.page(pairPath(a.id, b.id))).form(pairPath(a.id, b.id));
    expect((await officer.submit(form, { reason: ' ' })).status).toBe(422);
    expect((await officer.page(pairPath(a.id, a.id))).status).toBe(404);
    for (const account of ['commune-2', 'producer', 'auditor', 'inspector', 'council-secretary', 'ministry'])
      expect([account, (await (await app.signIn(account)).page(pairPath(a.id, b.id))).status]).toEqual([account, 404]);
    const stranger = await (await app.signIn('commune-2')).json(
      'POST',
      `/api/v1/products/${a.id}/joins`,
      { other: b.id, otherVersion: 1, reason: 'x' },
      { key: true, ifMatch: 1 },
    );
    expect([403, 404]).toContain(stranger.status);
    const asked = async (other: string, otherVersion: number) =>
      province.json(
        'POST',
        `/api/v1/products/${a.id}/joins`,
        { other, otherVersion, reason: 'x' },
        { key: true, ifMatch: await version(a.id) },
      );
    const self = await asked(a.id, await version(a.id));
    expect([self.status, String(self.body.detail)]).toEqual([409, expect.stringContaining('hai hồ sơ khác nhau')]);
    const foreign = await make('Gạo C (giả định)', [], demoId('producer', 'nang-som'));
    const otherOwner = await asked(foreign.id, await version(foreign.id));
    expect([otherOwner.status, String(otherOwner.body.detail)]).toEqual([
      409,
      expect.stringContaining('nhập hai hồ sơ chủ thể trước'),
    ]);
    const years = await province.json(
      'POST',
      `/api/v1/products/${a.id}/joins`,
      { other: b.id, otherVersion: 1, reason: 'x', years: { abc: 'kept' } },
      { key: true, ifMatch: await version(a.id) },
    );
    expect(years.status).toBe(422);
    const [open] = await rows<{ id: string }>(
      `select d.id from dossier d join lifecycle l on l.id = d.id where d.producer = $1 and l.state = 'draft' limit 1`,
      [producer],
    );
    const [second] = await rows<{ id: string }>(
      `select d.id from dossier d join lifecycle l on l.id = d.id where d.id <> $1 and l.state in ('draft', 'returned', 'submitted') limit 1`,
      [open?.id],
    );
    await rows('update dossier set product = case id when $1 then $2::uuid else $3::uuid end where id in ($1, $4)', [
      open?.id,
      a.id,
      b.id,
      second?.id,
    ]);
    const two = await asked(b.id, await version(b.id));
    expect([two.status, String(two.body.detail)]).toEqual([409, expect.stringContaining('đang có hồ sơ chưa xong')]);
    await rows('update dossier set product = $1 where id = $2', [a.id, second?.id]);
    expect((await officer.submit(form, { reason: 'Một loại' })).status).toBe(303);
    const stale = await officer.submit(seenBefore, { reason: 'Lần nữa' });
    expect([409, 412]).toContain(stale.status);
    expect((await officer.page(pairPath(a.id, b.id))).status).toBe(404);
  });

  it('two officers at once: one joins, the other is told', async () => {
    const [a, b] = [await make('Song sinh A (giả định)'), await make('Song sinh B (giả định)')];
    const forms = await Promise.all([
      officer.page(pairPath(a.id, b.id)).then((page) => page.form(`/${b.id}`)),
      province.page(pairPath(b.id, a.id)).then((page) => page.form(`/${a.id}`)),
    ]);
    const answers = await Promise.all([
      officer.submit(forms[0], { reason: 'Một' }),
      province.submit(forms[1], { reason: 'Một' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      303,
      expect.toSatisfy((status) => status === 409 || status === 412),
    ]);
  });
});

const version = async (id: string) => Number(await one('select version as n from lifecycle where id = $1', [id]));
