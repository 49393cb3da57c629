/** Bodies and officers in charge: entered, changed by acts, dissolved; who reads them, and who never does. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { addDays } from '#law/days';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { bodyPaths, officerPaths } from './urls.ts';
import { endWithUnits } from './with-unit.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const other = await app.signIn('commune-2');
const ministry = await app.signIn('ministry');
const auditor = await app.signIn('auditor');
const [homes] = await sql<{ commune: string; other: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune') as commune, max(t.unit::text) filter (where a.username = 'commune-2') as other
     from appointment t join account a on a.id = t.account where t.role = 'commune'`,
);

const versionOf = async (id: string) =>
  (await sql<{ version: number }>('select version from lifecycle where id = $1', [id]))[0]?.version ?? 0;
const send = (who: Client, path: string, body: object, ifMatch?: number) =>
  who.json('POST', `/api/v1${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const step = async (who: Client, path: string, id: string, body: object) => send(who, path, body, await versionOf(id));
const HEAD = { name: 'Người Đứng Đầu', position: 'Chủ tịch UBND', role: 'head', phone: '0911 222 333' };
const MEMBER = { position: 'Trưởng phòng Kinh tế', role: 'member' };
async function established(who: Client, fields: object = {}): Promise<string> {
  const { status, body } = await send(who, '/bodies', {
    ...{ kind: 'steering', name: 'Ban Chỉ đạo thử', from: addDays(today, -30), members: [HEAD, MEMBER] },
    ...fields,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}
const membersIn = (id: string) =>
  sql<{ id: string; position: string; from: string; to: string | null }>(
    `select id, position, from_on::text as "from", to_on::text as "to" from body_member where body = $1 order by place`,
    [id],
  );

it('the bodies the seed documents name are there, with positions and without days nobody tells', async () => {
  const page = await ministry.page(bodyPaths.list);
  for (const words of ['Văn phòng Điều phối nông thôn mới Trung ương', 'Ban Chỉ đạo Chương trình OCOP tỉnh Hưng Yên'])
    expect(page.text).toContain(words);
  const [dongThap] = await sql<{ id: string; name: string | null; position: string }>(
    `select b.id, m.name, m.position from body b join body_member m on m.body = b.id where b.name like '%Đồng Tháp%'`,
  );
  expect([dongThap?.name, dongThap?.position]).toEqual([null, 'Bí thư Tỉnh ủy Đồng Tháp']);
  const named = await sql(
    `select 1 from body_member m join body b on b.id = m.body where not b.invented and m.name is not null`,
  );
  expect(named).toEqual([]);
  expect((await ministry.page(bodyPaths.one(dongThap?.id ?? ''))).text).toContain('không rõ từ ngày nào');
});

it('the form of a commune enters its body, keeps what was typed when refused, and asks for more rows', async () => {
  const form = (await commune.page(bodyPaths.new)).form(bodyPaths.new);
  const row = (i: number, more: object) =>
    Object.fromEntries(Object.entries(more).map(([key, value]) => [`members.${i}.${key}`, String(value)]));
  const name = 'Ban Chỉ đạo xã lập bằng biểu mẫu';
  const typed = { kind: 'steering', name, from: '01/02/2026', ...row(0, HEAD) };
  const two = await commune.submit(form, { ...typed, ...row(1, { ...HEAD, position: 'Phó' }) });
  expect([two.status, two.text]).toEqual([409, expect.stringContaining('Chỉ một người đứng đầu')]);
  expect(two.html).toContain(name);
  const late = await commune.submit(form, { ...typed, from: '01/02/2099', _key: v7() });
  expect(late.text).toContain('Ngày thành lập không sau hôm nay');
  const noPost = await commune.submit(form, { ...typed, 'members.0.position': '', _key: v7() });
  expect(noPost.status).toBe(422);
  const unknown = await commune.submit(form, { ...typed, act: '0/XX', _key: v7() });
  expect(unknown.text).toContain('không có số này');
  const done = await commune.submit(form, { ...typed, ...row(1, MEMBER), _key: v7() });
  expect(done.status).toBe(303);
  const page = await commune.page(done.location?.split('?')[0] ?? '');
  for (const words of [name, 'Người Đứng Đầu', 'Trưởng ban', 'Trưởng phòng Kinh tế', '0911222333'])
    expect(page.text).toContain(words);
});

it('a commune reads its own and what is above it, a province its area, nobody outside the offices anything', async () => {
  const own = await established(commune);
  const ofProvince = await established(province, { name: 'Tổ giúp việc tỉnh', kind: 'support' });
  const central = await established(ministry, { name: 'Tổ của Bộ', kind: 'other' });
  const statuses = async (path: string) =>
    Promise.all([commune, other, province, ministry, auditor].map(async (who) => (await who.page(path)).status));
  expect(await statuses(bodyPaths.one(own))).toEqual([200, 404, 200, 200, 200]);
  expect(await statuses(bodyPaths.one(ofProvince))).toEqual([200, 200, 200, 200, 200]);
  expect(await statuses(bodyPaths.one(central))).toEqual([200, 200, 200, 200, 200]);
  for (const name of ['producer', 'council-member-1', 'inspector', 'administrator'])
    expect((await (await app.signIn(name)).page(bodyPaths.one(own))).status, name).not.toBe(200);
  expect((await app.visitor().page(bodyPaths.list)).status).not.toBe(200);
  expect((await auditor.page(bodyPaths.one(own))).text).not.toContain('0911222333');
  expect((await province.page(bodyPaths.one(own))).text).toContain('0911222333');
  const foreign = await sql<{ id: string }>(`select id from body where name like '%Đồng Tháp%'`);
  expect((await province.page(bodyPaths.one(foreign[0]?.id ?? ''))).status).toBe(404);
  const list = await other.page(`${bodyPaths.list}?cap=commune`);
  expect(list.html).not.toContain(bodyPaths.one(own));
});

it('members join and leave by an act or a reason, and who they were stays', async () => {
  const id = await established(commune);
  const change = (body: object) => step(commune, `/bodies/${id}/members`, id, body);
  const [head] = await membersIn(id);
  const from = addDays(today, -10);
  const leave = [head?.id ?? ''];
  const second = await change({ from, members: [HEAD], reason: 'Thêm' });
  expect([second.status, String(second.body.detail)]).toEqual([409, expect.stringContaining('Chỉ một người đứng đầu')]);
  expect((await change({ from, leave })).status).toBe(409); // neither act nor reason
  expect((await change({ from, reason: 'Không ai' })).status).toBe(409);
  expect((await change({ from: addDays(today, 1), leave, reason: 'Mai' })).status).toBe(409);
  expect((await change({ from: addDays(today, -40), leave, reason: 'Trước thành lập' })).status).toBe(422);
  expect((await change({ from, leave: [v7()], reason: 'Người lạ' })).status).toBe(422);
  const join = [{ ...HEAD, name: 'Người Mới', position: 'Chủ tịch mới' }];
  const done = await change({ from, leave, members: join, act: '919/QĐ-TTg' });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  expect((await membersIn(id)).map(({ position, to }) => [position, to])).toEqual([
    ['Chủ tịch UBND', addDays(from, -1)],
    ['Trưởng phòng Kinh tế', null],
    ['Chủ tịch mới', null],
  ]);
  expect((await send(commune, `/bodies/${id}/members`, { from, leave, reason: 'Cũ' }, 1)).status).toBe(412);
  const page = await commune.page(bodyPaths.one(id));
  for (const words of ['Thành viên trước đây', 'Vào: 919/QĐ-TTg', 'Ra: 919/QĐ-TTg', 'Người Mới'])
    expect(page.text).toContain(words);
  const kept = await sql<{ facts: object }>(`select facts from ledger where subject = $1`, [id]);
  expect(JSON.stringify(kept)).not.toMatch(/Người Mới|Người Đứng Đầu|0911222333/);
});

it('a row typed wrong is put right; a foreign row or reader is not', async () => {
  const id = await established(commune);
  const [head, member] = await membersIn(id);
  const correct = (who: Client, one: string, body: object) =>
    step(who, `/bodies/${id}/members/${one}/correction`, id, { position: 'Phó Chủ tịch', role: 'deputy', ...body });
  expect((await correct(commune, head?.id ?? '', {})).status).toBe(422); // no reason
  expect((await correct(commune, head?.id ?? '', { reason: 'Gõ nhầm' })).status).toBe(200);
  expect((await membersIn(id))[0]?.position).toBe('Phó Chủ tịch');
  expect((await correct(other, member?.id ?? '', { reason: 'Xã khác' })).status).toBe(404);
  expect((await correct(commune, v7(), { reason: 'Không có' })).status).toBe(404);
  const elsewhere = await membersIn(await established(province));
  expect((await correct(commune, elsewhere[0]?.id ?? '', { reason: 'Ban khác' })).status).toBe(404);
  const form = (await commune.page(bodyPaths.member(id, member?.id ?? ''))).form(
    bodyPaths.member(id, member?.id ?? ''),
  );
  expect((await commune.submit(form, { reason: 'Ghi tên', name: 'Người Thử' })).status).toBe(303);
});

it('name, act and day are corrected with a reason; who was there from the first day moves with it', async () => {
  const id = await established(commune);
  const fields = { kind: 'steering', name: 'Ban Chỉ đạo đúng tên', from: addDays(today, -60) };
  const correct = (body: object) => step(commune, `/bodies/${id}/correction`, id, body);
  expect((await correct(fields)).status).toBe(422);
  expect((await correct({ ...fields, reason: 'Gõ nhầm' })).status).toBe(200);
  expect((await membersIn(id)).map(({ from }) => from)).toEqual([fields.from, fields.from]);
  const change = { from: addDays(today, -20), members: [MEMBER], reason: 'Thêm' };
  expect((await step(commune, `/bodies/${id}/members`, id, change)).status).toBe(200);
  const later = await correct({ ...fields, from: addDays(today, -5), reason: 'Muộn hơn' });
  expect([later.status, String(later.body.detail)]).toEqual([422, expect.stringContaining('trước ngày này')]);
});

it('a body is dissolved by an act; its members end with it and nothing more is changed', async () => {
  const id = await established(province, { kind: 'support', name: 'Tổ sẽ giải thể' });
  const end = (body: object) => step(province, `/bodies/${id}/dissolution`, id, body);
  expect((await end({ to: addDays(today, -60), reason: 'Trước cả thành lập' })).status).toBe(409);
  expect((await end({ to: addDays(today, 2), reason: 'Chưa tới' })).status).toBe(409);
  expect((await end({ to: today })).status).toBe(409);
  expect((await step(commune, `/bodies/${id}/dissolution`, id, { to: today, reason: 'Xã' })).status).toBe(404);
  expect((await end({ to: today, reason: 'Hết nhiệm vụ' })).status).toBe(200);
  expect((await membersIn(id)).map(({ to }) => to)).toEqual([today, today]);
  expect((await end({ to: today, reason: 'Lần nữa' })).status).toBe(409);
  const page = await province.page(bodyPaths.one(id));
  expect(page.text).toContain('Đã giải thể');
  expect(page.html).not.toContain('Ghi thay đổi');
  expect((await province.page(`${bodyPaths.list}?cu=1`)).text).toContain('Tổ sẽ giải thể');
});

it('a place that is not the officer’s is refused', async () => {
  const body = { kind: 'other', name: 'Sai chỗ', from: today };
  const [foreign] = await sql<{ unit: string }>(
    `select v.unit from unit_version v join unit u on u.id = v.unit and u.level = 'commune' where v.valid_to is null
        and v.parent is distinct from (select parent from unit_version where unit = $1 and valid_to is null) limit 1`,
    [homes?.commune],
  );
  for (const [who, unit] of [
    [commune, homes?.other],
    [province, foreign?.unit],
    [ministry, homes?.commune],
  ] as const)
    expect((await send(who, '/bodies', { ...body, unit })).status).toBe(422);
  expect((await send(province, '/bodies', { ...body, unit: homes?.other })).status).toBe(200);
  expect((await send(auditor, '/bodies', body)).status).toBe(404);
});

it('an officer in charge is appointed, handed over and ended; communes without one are listed', async () => {
  const without = async () => (await province.page(`${officerPaths.list}?xem=thieu&q=`)).text;
  const [place] = await sql<{ name: string }>(
    `select full_name as name from unit_version where unit = $1 order by valid_from desc limit 1`,
    [homes?.other],
  );
  const find = `${officerPaths.list}?xem=thieu&q=${encodeURIComponent(place?.name ?? '')}`;
  expect((await other.page(find)).text).toContain('Chưa từng ghi');
  const officer = { name: 'Cán Bộ Một', position: 'Công chức', phone: '0933444555', from: addDays(today, -20) };
  expect((await send(province, '/commune-officers', officer)).status).toBe(422); // which commune?
  expect((await send(commune, '/commune-officers', { ...officer, commune: homes?.other })).status).toBe(422);
  expect((await send(other, '/commune-officers', { ...officer, from: addDays(today, 3) })).status).toBe(409);
  const first = await send(province, '/commune-officers', { ...officer, commune: homes?.other });
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  const id = String(first.body.id);
  expect((await other.page(find)).text).toContain('Xã nào cũng có người phụ trách');
  expect(await without()).not.toContain('Cán Bộ Một');
  for (const [who, status] of [
    [other, 200],
    [commune, 404],
    [ministry, 200],
    [auditor, 200],
  ] as const)
    expect((await who.page(officerPaths.one(id))).status).toBe(status);
  expect((await auditor.page(officerPaths.one(id))).text).not.toContain('0933444555');

  const form = (await other.page(officerPaths.new)).form(officerPaths.new);
  const next = { name: 'Cán Bộ Hai', position: 'Phó phòng', from: today };
  const early = await other.submit(form, { ...next, from: '01/01/2020', replaces: id });
  expect(early.text).toContain('Ngày bắt đầu phải sau ngày người được thay');
  expect((await other.submit(form, { ...next, replaces: id, _key: v7() })).status).toBe(303);
  expect(await sql('select to_on::text as to from commune_officer where id = $1', [id])).toEqual([
    { to: addDays(today, -1) },
  ]);
  const [two] = await sql<{ id: string }>(`select id from commune_officer where name = 'Cán Bộ Hai'`);
  const wrong = { ...officer, commune: homes?.other, replaces: id };
  expect((await send(province, '/commune-officers', wrong)).status).toBe(422); // no longer serves
  const second = two?.id ?? '';
  const fix = { name: 'Cán Bộ Hai', position: 'Trưởng phòng', from: today };
  expect(
    (await step(other, `/commune-officers/${second}/correction`, second, { ...fix, reason: 'Đúng chức vụ' })).status,
  ).toBe(200);
  expect(
    (await step(other, `/commune-officers/${second}/end`, second, { to: addDays(today, -1), reason: 'Sớm' })).status,
  ).toBe(409);
  expect(
    (await step(other, `/commune-officers/${second}/end`, second, { to: today, reason: 'Chuyển đi' })).status,
  ).toBe(200);
  expect((await other.page(`${officerPaths.list}?xem=cu`)).text).toContain('Cán Bộ Hai');
  expect((await other.page(find)).text).toContain(place?.name);
});

it('the lists leave as Excel and JSON; telephone numbers only for officers', async () => {
  for (const path of [bodyPaths.sheet, officerPaths.sheet, officerPaths.missingSheet]) {
    const answer = await province.fetch(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')]);
  }
  const id = await established(commune);
  const rows = async (who: Client) => (await who.fetch(`${bodyPaths.members(id)}?dang=json`)).text();
  expect(await rows(commune)).toContain('0911222333');
  expect(await rows(auditor)).not.toContain('0911222333');
  expect((await other.fetch(bodyPaths.members(id))).status).toBe(404);
});

it('R12.4 bodies and officers of a commune that became part of another end on its last day, and the successor is told', async () => {
  const id = await established(commune, { name: 'Ban của xã sẽ sáp nhập' });
  const appointed = await send(commune, '/commune-officers', {
    ...{ name: 'Người Phụ Trách', position: 'Công chức', from: addDays(today, -20) },
  });
  expect(appointed.status, JSON.stringify(appointed.body)).toBe(200);
  const heir = homes?.other ?? '';
  const gone = homes?.commune ?? '';
  const last = addDays(today, -1);
  await app.database.db.transaction(async (tx) => {
    await sql('update unit set valid_to = $2 where id = $1', [gone, last]);
    await sql(
      `insert into unit_succession (former, successor, part, effective_on, act) values ($1, $2, 'full', $3, '1/NQ-UBTVQH')`,
      [...[gone, heir, today]],
    );
    expect(
      await endWithUnits(tx, { units: [gone], act: '1/NQ-UBTVQH', effectiveOn: today, day: today }),
    ).toBeGreaterThan(1);
    expect(await endWithUnits(tx, { units: [heir], act: '1/NQ-UBTVQH', effectiveOn: today, day: today })).toBe(0);
  });
  const states = await sql<{ state: string; to: string }>(
    `select l.state, coalesce(b.to_on, o.to_on)::text as to from lifecycle l left join body b on b.id = l.id left join commune_officer o on o.id = l.id
      where l.id = any($1::uuid[]) order by l.process`,
    [[id, String(appointed.body.id)]],
  );
  expect(states).toEqual([
    { state: 'dissolved', to: last },
    { state: 'ended', to: last },
  ]);
  expect(
    await sql(`select from body b join lifecycle l on l.id = b.id and l.state = 'active' where b.unit = $1`, [gone]),
  ).toEqual([]);
  const [row] = await sql<{ reason: string }>(
    `select reason from ledger where subject = $1 and action = 'body.dissolve'`,
    [id],
  );
  expect(row?.reason).toContain('kết thúc theo 1/NQ-UBTVQH');
  expect((await other.page('/hop-thu')).text).toContain('đã kết thúc');
});
