/** Two records of one producer: found, joined, taken back, or remembered as two. Nothing is joined by itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';

let app: TestApp;
let officer: Client;
let province: Client;
beforeAll(async () => {
  app = await testApp();
  officer = await app.signIn('commune');
  province = await app.signIn('province');
});
const rows = <R extends object>(query: string, values: unknown[] = []) => app.database.asOwner<R>(query, values);
const one = async (query: string, values: unknown[] = []) => (await rows<{ n: string }>(query, values))[0]?.n;
const kept = demoId('producer', 'nang-som');
const pairPath = (id: string, other: string) => `/chu-the-trung/${id}/${other}`;

/** A second record of the household, entered by the commune. */
async function enter(name: string, more: Record<string, string> = {}): Promise<string> {
  const page = await officer.page('/so-chu-the/moi');
  const form = page.form('/so-chu-the/moi');
  const typed = { name, type: 'householdBusiness', ...more };
  const first = await officer.submit(form, typed);
  if (first.status === 303) return first.location?.split('/').at(-1) ?? '';
  expect([first.status, first.text.includes('Đã xem, đây là chủ thể khác')]).toEqual([409, true]);
  const again = await officer.submit(first.form('/so-chu-the/moi'), { another: 'on' });
  expect(again.status).toBe(303);
  return again.location?.split('/').at(-1) ?? '';
}
const join = async (id: string, other: string, fields: Record<string, string> = {}, who = officer) =>
  who.submit((await who.page(pairPath(id, other))).form(`/chu-the-trung/${id}/${other}`), {
    reason: 'Cùng một hộ',
    ...fields,
  });
const joinOf = (other: string) =>
  one('select id as n from producer_join where joined = $1 and undone_on is null', [other]);
const unjoin = async (id: string, other: string, who = officer) => {
  const page = await who.page(`/so-chu-the/${id}/tach-lai?nhap=${await joinOf(other)}`);
  return who.submit(page.form('/tach-lai'), { reason: 'Nhập nhầm' });
};

/** What hangs on a record: ids by table, and its lifecycle. */
const hanging = (id: string) =>
  rows(
    `select (select array_agg(p.id order by p.id) from product p where p.producer = $1) as products,
       (select array_agg(d.id order by d.id) from dossier d where d.producer = $1) as dossiers,
       (select array_agg(p.id order by p.id) from paper p where p.producer = $1) as papers,
       (select array_agg(a.id order by a.id) from appointment a where a.producer = $1) as users,
       (select array_agg(i.id order by i.id) from product_idea i where i.producer = $1) as ideas,
       (select array_agg(x.local_place order by x.local_place) from local_place_producer x where x.producer = $1) as places,
       (select array_agg(l.id order by l.id) from lifecycle l where l.producer = $1) as lives,
       (select to_jsonb(r) - 'version' from producer r where id = $1) as record`,
    [id],
  );

describe('the queue "Có thể trùng"', () => {
  it('shows the pair of the demonstration with its reasons, to the offices of the place alone', async () => {
    const list = await officer.page('/chu-the-trung');
    expect(list.text).toMatch(/Nắng Sớm[\s\S]*HKD Nắng Sớm|HKD Nắng Sớm[\s\S]*Nắng Sớm/);
    expect(list.text).toContain('Cùng tên, viết khác nhau ít nhiều');
    expect((await (await app.signIn('commune-2')).page('/chu-the-trung')).text).not.toContain('Nắng Sớm');
    for (const account of ['producer', 'council-member-1', 'auditor'])
      expect([account, (await (await app.signIn(account)).page('/chu-the-trung')).status]).toEqual([account, 404]);
  });

  it('a new record that is very like another is not made before somebody has looked', async () => {
    const form = (await officer.page('/so-chu-the/moi')).form('/so-chu-the/moi');
    const before = await one('select count(*) as n from producer');
    const answer = await officer.submit(form, { name: 'Hộ KD Nắng Sớm (giả định)', type: 'householdBusiness' });
    expect([answer.status, answer.text.includes('Danh bạ đã có chủ thể rất giống')]).toEqual([409, true]);
    expect(await one('select count(*) as n from producer')).toBe(before);
  });
});

describe('joining', () => {
  it('moves everything, leads old addresses on, and is taken back as if it had not been', async () => {
    const producer = demoId('producer', 'canh-dieu');
    const other = await enter('Cơ sở tráng miến Cánh Diều Nhỏ (giả định)');
    await rows(
      `insert into local_place_producer (local_place, producer) select p.id, r.id from (select id from local_place order by id limit 2) p,
        unnest($1::uuid[]) with ordinality as r(id, no) where r.no = 1 or p.id = (select min(id::text)::uuid from local_place)`,
      [[producer, other]],
    );
    const [was, wasOther] = [await hanging(producer), await hanging(other)];
    const done = await join(other, producer);
    expect([done.status, done.location]).toEqual([303, `/so-chu-the/${other}`]);
    const [moved] = await hanging(other);
    const [had] = was;
    for (const what of ['products', 'dossiers', 'papers', 'users', 'ideas', 'places'] as const)
      expect([what, (moved as Record<string, unknown>)[what]]).toEqual([what, (had as Record<string, unknown>)[what]]);
    expect(((had as { dossiers: string[] }).dossiers ?? []).length).toBeGreaterThan(0);
    expect((await officer.page(`/so-chu-the/${producer}`)).location).toBe(`/so-chu-the/${other}`);
    expect((await app.visitor().page(`/chu-the/${producer}`)).location).toBe(`/chu-the/${other}`);
    const open = await app.visitor().json('GET', `/api/v1/producers/${producer}`);
    expect([open.status, open.body.id]).toEqual([200, other]);
    const user = await app.signIn('producer');
    expect([(await user.page(`/so-chu-the/${other}`)).status, (await user.page('/cua-toi')).status]).toEqual([
      200, 200,
    ]);
    const [dossier] = (had as { dossiers: string[] }).dossiers;
    expect((await user.page(`/ho-so/${dossier}`)).status).toBe(200);
    expect((await officer.page(`/so-chu-the/${producer}/lich-su`)).text).toContain('Nhập vào chủ thể khác');
    const back = await unjoin(other, producer);
    expect([back.status, back.location]).toEqual([303, `/so-chu-the/${other}`]);
    expect(await hanging(producer)).toEqual(was);
    expect(await hanging(other)).toEqual(wasOther);
    const moves = await rows<{ action: string }>(
      `select action from ledger where subject in ($1, $2) and action ~ 'oin|standAgain' order by no`,
      [producer, other],
    );
    expect(moves.map(({ action }) => action)).toEqual([
      'producer.joinInto',
      'producer.join',
      'producer.unjoin',
      'producer.standAgain',
    ]);
  });

  it('takes the chosen parts over as dated facts; undone, they count no more', async () => {
    const other = await enter('Hộ kinh doanh Nắng Sớm Hai (giả định)', {
      address: 'Thôn Khác, xã Tân Hưng',
      phone: '0912 111 222',
    });
    const page = await officer.page(pairPath(kept, other));
    expect(page.text).toContain('Thôn Khác, xã Tân Hưng');
    expect((await join(kept, other, { take: 'address' })).status).toBe(303);
    expect((await officer.page(`/so-chu-the/${kept}`)).text).toContain('Thôn Khác, xã Tân Hưng');
    expect((await unjoin(kept, other)).status).toBe(303);
    const record = await officer.page(`/so-chu-the/${kept}`);
    expect(record.text).not.toContain('Thôn Khác, xã Tân Hưng');
    expect(record.text).toContain('Xóm Giả Định');
  });

  it('is not taken back once something new hangs on the record, and says what', async () => {
    const other = await enter('Hộ kinh doanh Nắng Sớm Ba (giả định)');
    await join(kept, other);
    const part = (await officer.page(`/so-chu-the/${kept}/gioi-thieu`)).form('/gioi-thieu');
    expect((await officer.submit(part, { history: 'Chuyện mới', reason: 'Bổ sung' })).status).toBe(303);
    const back = await unjoin(kept, other);
    expect([back.status, back.text.includes('Không tách được nữa')]).toEqual([409, true]);
    expect(await joinOf(other)).toBeTruthy();
  });

  it('refuses a record already joined, another province, a session that scores both, a stale page, a stranger', async () => {
    const other = await enter('Hộ kinh doanh Nắng Sớm Bốn (giả định)');
    const form = (await officer.page(pairPath(kept, other))).form(`/chu-the-trung/${kept}/${other}`);
    const far = await province.page(pairPath(kept, demoId('producer', 'ong-troi')));
    expect(far.status).toBe(404);
    expect((await (await app.signIn('commune-2')).page(pairPath(kept, other))).status).toBe(404);
    const noReason = await officer.submit(form, { reason: ' ' });
    expect([noReason.status, noReason.text.includes('Lý do') || noReason.text.includes('Vì sao')]).toEqual([422, true]);
    await rows(
      `update lifecycle set province = (select unit from unit_version where code = '24' and valid_to is null limit 1) where id = $1`,
      [other],
    );
    await rows(
      `update producer set province = (select unit from unit_version where code = '24' and valid_to is null limit 1) where id = $1`,
      [other],
    );
    const elsewhere = await officer.submit((await officer.page(pairPath(kept, other))).form(`/${other}`), {
      reason: 'x',
    });
    expect([elsewhere.status, elsewhere.text.includes('trong cùng một tỉnh')]).toEqual([409, true]);
    await rows('update producer set province = (select province from producer where id = $1) where id = $2', [
      kept,
      other,
    ]);
    expect((await join(kept, other)).status).toBe(303);
    const twice = await officer.submit(form, { reason: 'Lần nữa' });
    expect([409, 412]).toContain(twice.status);
    expect((await officer.page(pairPath(kept, other))).status).toBe(404);
    const fields = { other: kept, otherVersion: 1, reason: 'x' };
    const selfJoin = await officer.json('POST', `/api/v1/producers/${kept}/joins`, fields, {
      key: true,
      ifMatch: await version(kept),
    });
    expect([selfJoin.status, String(selfJoin.body.detail)]).toEqual([
      409,
      expect.stringContaining('hai hồ sơ khác nhau'),
    ]);
  });

  it('waits for a session that scores products of both', async () => {
    const other = await enter('Hộ kinh doanh Nắng Sớm Năm (giả định)');
    const [session] = await rows<{ id: string; own: string; theirs: string }>(
      `select o.session as id, min(d.id::text) as own, max(d.id::text) as theirs from session_dossier o join dossier d on d.id = o.dossier
        group by o.session having count(*) > 1 limit 1`,
    );
    await rows('alter table lifecycle disable trigger user');
    await rows(`update lifecycle set state = 'scoring' where id = $1`, [session?.id]);
    await rows('update dossier set producer = $1 where id = $2', [kept, session?.own]);
    await rows('update dossier set producer = $1 where id = $2', [other, session?.theirs]);
    await rows('alter table lifecycle enable trigger user');
    const answer = await join(kept, other);
    expect([answer.status, answer.text.includes('Chờ kết luận phiên đang chấm')]).toEqual([409, true]);
  });

  it('two officers at once: one joins, the other is told', async () => {
    const [a, b] = [await enter('Hộ kinh doanh Song Sinh (giả định)'), await enter('HKD Song Sinh (giả định)')];
    const forms = await Promise.all([
      officer.page(pairPath(a, b)).then((page) => page.form(`/${b}`)),
      province.page(pairPath(b, a)).then((page) => page.form(`/${a}`)),
    ]);
    const answers = await Promise.all([
      officer.submit(forms[0], { reason: 'Một hộ' }),
      province.submit(forms[1], { reason: 'Một hộ' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      303,
      expect.toSatisfy((status) => status === 409 || status === 412),
    ]);
    expect(
      await one('select count(*)::text as n from producer_join where undone_on is null and kept in ($1, $2)', [a, b]),
    ).toBe('1');
  });
});

describe('"không trùng"', () => {
  it('is remembered with its reason, also when the record changes later', async () => {
    const [a, b] = [await enter('Hộ kinh doanh Trùng Tên (giả định)'), await enter('HKD Trùng Tên (giả định)')];
    const open = () =>
      one('select count(*)::text as n from producer_pair where $1 in (a, b) and apart_on is null', [b]);
    expect(await open()).toBe('1');
    const page = await officer.page(pairPath(a, b));
    expect((await officer.submit(page.form('/khong-trung'), { reason: 'Hai nhà khác nhau' })).status).toBe(303);
    expect(await open()).toBe('0');
    const phone = (await officer.page(`/so-chu-the/${b}/lien-he`)).form('/lien-he');
    expect((await officer.submit(phone, { phone: '0912 333 444' })).status).toBe(303);
    expect(await open()).toBe('0');
    expect((await officer.page(pairPath(a, b))).text).toContain('Hai nhà khác nhau');
  });
});

const version = async (id: string) => Number(await one('select version as n from lifecycle where id = $1', [id]));
