/** Conclusions of meetings become tasks; bodies give and do them; words are corrected; the report goes to the giver. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { addDays } from '#law/days';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { meetingPaths, taskPaths } from './urls.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const ministry = await app.signIn('ministry');
const [homes] = await sql<{ commune: string; province: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune' and t.role = 'commune') as commune,
          max(t.unit::text) filter (where a.username = 'province' and t.role = 'province') as province
     from appointment t join account a on a.id = t.account`,
);
const unit = homes?.commune ?? '';
const [bodies] = await sql<{ team: string; committee: string; central: string }>(
  `select max(id::text) filter (where level = 'province' and invented) as team, max(id::text) filter (where level = 'commune' and invented) as committee,
          max(id::text) filter (where level = 'central') as central from body`,
);

const versionOf = async (id: string) =>
  (await sql<{ version: number }>('select version from lifecycle where id = $1', [id]))[0]?.version ?? 0;
const send = (who: Client, path: string, body: object, ifMatch?: number) =>
  who.json('POST', `/api/v1${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const step = async (who: Client, path: string, id: string, body: object = {}) =>
  send(who, path, body, await versionOf(id));
const MEETING = { title: 'Họp giao ban thử', heldOn: addDays(today, -2) };
const tasksOf = (meeting: string) =>
  sql<{
    id: string;
    words: string;
    unit: string | null;
    owner: string | null;
    owner_body: string | null;
    giver_body: string | null;
  }>('select id, words, unit, owner, owner_body, giver_body from task where meeting = $1 order by id', [meeting]);

it('the form of a meeting gives a task for every row, keeps what was typed when one row is wrong', async () => {
  const form = (await province.page(`${meetingPaths.new}?ban=${bodies?.team}`)).form(meetingPaths.new);
  const typed = { body: bodies?.team ?? '', title: MEETING.title, heldOn: '01/11/2026', words: 'Đẩy nhanh tiến độ' };
  const row = { 'tasks.0.words': 'Rà soát điểm bán', 'tasks.0.unit': unit, 'tasks.0.dueOn': '31/12/2099' };
  const nobody = await province.submit(form, { ...typed, ...row, 'tasks.1.words': 'Chưa rõ ai làm' });
  expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Chọn đơn vị được giao')]);
  for (const words of ['Rà soát điểm bán', 'Chưa rõ ai làm', 'Đẩy nhanh tiến độ']) expect(nobody.html).toContain(words);
  const ahead = await province.submit(form, { ...typed, ...row, heldOn: '31/12/2099', _key: v7() });
  expect([ahead.status, ahead.text]).toEqual([409, expect.stringContaining('Ngày họp không sau hôm nay')]);
  const empty = await province.submit(form, { ...typed, words: '', _key: v7() });
  expect(empty.text).toContain('Ghi kết luận, hoặc ít nhất một việc');
  expect(await sql(`select 1 from steering_meeting where title = $1`, [MEETING.title])).toEqual([]);
  const second = { 'tasks.1.words': 'Soạn lịch', 'tasks.1.ownerBody': bodies?.team ?? '' };
  const done = await province.submit(form, { ...typed, ...row, ...second, _key: v7() });
  expect(done.status).toBe(303);
  const path = done.location?.split('?')[0] ?? '';
  const page = await province.page(path);
  for (const words of ['2 việc, 0 đã xong, 0 quá hạn', 'Rà soát điểm bán', 'Soạn lịch', 'Tổ công tác điều phối'])
    expect(page.text).toContain(words);
  const [first, other] = await tasksOf(path.split('/').at(-1) ?? '');
  expect([first?.unit, first?.giver_body]).toEqual([unit, bodies?.team]);
  expect([other?.unit, other?.owner_body]).toEqual([null, bodies?.team]);
  const task = await commune.page(taskPaths.one(first?.id ?? ''));
  expect(task.text).toContain('Họp giao ban thử, 01/11/2026');
  expect(task.html).not.toContain(path); // a commune reads its task, not the meeting
  for (const who of ['commune', 'commune-2', 'producer', 'ministry'])
    expect((await (await app.signIn(who)).page(path)).status, who).toBe(404);
  expect((await (await app.signIn('auditor')).page(path)).status).toBe(200);
});

it('bodies do and give tasks within their office; foreign and dissolved ones are refused', async () => {
  const give = (who: Client, fields: object) => send(who, '/tasks', { kind: 'plan', words: 'Việc của ban', ...fields });
  const ofCommune = await give(province, { ownerBody: bodies?.committee, giverBody: bodies?.team });
  expect(ofCommune.status, JSON.stringify(ofCommune.body)).toBe(200);
  const page = await commune.page(taskPaths.one(String(ofCommune.body.id)));
  expect(page.text).toContain('Ban Chỉ đạo Chương trình OCOP xã (giả định)');
  expect(page.html).toContain(`/ban-chi-dao/${bodies?.team}`);
  expect((await commune.page(`/ban-chi-dao/${bodies?.committee}`)).text).toContain('Việc phải làm');
  expect((await give(province, { ownerBody: bodies?.central })).status).toBe(422);
  expect((await give(province, { ownerBody: v7() })).status).toBe(422);
  expect((await give(province, { unit, ownerBody: bodies?.committee })).status).toBe(422);
  expect((await give(province, { unit, giverBody: bodies?.committee })).status).toBe(422);
  expect((await give(ministry, { ownerBody: bodies?.committee })).status).toBe(422);
  const toProvince = await give(ministry, { ownerBody: bodies?.team, giverBody: bodies?.central });
  expect(toProvince.status, JSON.stringify(toProvince.body)).toBe(200);
  expect((await province.page('/viec-cua-toi?process=task')).html).toContain(String(toProvince.body.id));
  const filtered = await province.page(taskPaths.listWith({ ban: bodies?.team, xem: 'all' }));
  expect([filtered.text.includes('Việc của ban'), filtered.text.includes('Điều 2 khoản 1')]).toEqual([true, false]);
});

it('the words of a task are corrected by its giver with a reason, and what they were stays readable', async () => {
  const given = await send(province, '/tasks', { kind: 'other', words: 'Lời cũ', unit, dueOn: addDays(today, 4) });
  const id = String(given.body.id);
  const correct = (who: Client, body: object) => step(who, `/tasks/${id}/correction`, id, body);
  const fields = { words: 'Lời mới', dueOn: addDays(today, 9), item: 'Mục 2' };
  expect((await correct(province, fields)).status).toBe(422);
  expect((await correct(commune, { ...fields, reason: 'Xã sửa' })).status).toBe(404);
  expect((await correct(province, { words: 'Lời cũ', dueOn: addDays(today, 4), reason: 'Như cũ' })).status).toBe(409);
  expect((await correct(province, { ...fields, dueOn: addDays(today, -1), reason: 'Lùi' })).status).toBe(422);
  expect((await correct(province, { ...fields, reason: 'Ghi thiếu' })).status).toBe(200);
  expect(await sql('select due_on::text, next_actor from lifecycle where id = $1', [id])).toEqual([
    { due_on: fields.dueOn, next_actor: 'commune' },
  ]);
  const page = await commune.page(taskPaths.one(id));
  for (const words of ['Lời cũ', 'Lời mới', 'Ghi thiếu', 'Mục 2']) expect(page.text).toContain(words);
  expect((await commune.page('/hop-thu')).text).toContain('Lời giao việc đã sửa: Lời mới');
  expect((await step(commune, `/tasks/${id}/report`, id, { words: 'Xong' })).status).toBe(200);
  const [before] = await sql('select due_on::text, next_actor from lifecycle where id = $1', [id]);
  expect((await correct(province, { words: 'Lời mới hơn', reason: 'Rõ hơn' })).status).toBe(200);
  expect(await sql('select due_on::text, next_actor from lifecycle where id = $1', [id])).toEqual([before]);
  expect((await step(province, `/tasks/${id}/acceptance`, id)).status).toBe(200);
  expect((await correct(province, { words: 'Sau khi xong', reason: 'Muộn' })).status).toBe(409);
});

it('progress is told in per cent and words', async () => {
  const id = String((await send(province, '/tasks', { kind: 'other', words: 'Việc có phần trăm', unit })).body.id);
  const note = (percent: unknown) => step(commune, `/tasks/${id}/notes`, id, { words: 'Đang làm', percent });
  for (const wrong of [101, -1, 12.5]) expect((await note(wrong)).status).toBe(422);
  expect((await note(40)).status).toBe(200);
  expect((await note(65)).status).toBe(200);
  expect((await commune.page(taskPaths.one(id))).text).toContain('đã làm 40%');
  expect((await province.page(taskPaths.listWith({ q: 'Việc có phần trăm' }))).text).toContain('Đã làm 65%');
});

it('a meeting is corrected with a reason, gets more tasks, and is taken out only when nothing rests on it', async () => {
  const { body } = await send(province, '/meetings', { ...MEETING, words: 'Kết luận chung', act: '919/QĐ-TTg' });
  const id = String(body.id);
  expect((await send(commune, '/meetings', { ...MEETING, words: 'Xã họp' })).status).toBe(404);
  expect((await send(province, '/meetings', { ...MEETING, words: 'Sai ban', body: bodies?.committee })).status).toBe(
    422,
  );
  const fix = (more: object) =>
    step(province, `/meetings/${id}/correction`, id, { ...MEETING, title: 'Họp đúng tên', ...more });
  expect((await fix({})).status).toBe(422);
  expect((await fix({ reason: 'Gõ nhầm' })).status).toBe(200);
  const form = (await province.page(taskPaths.newOf(id))).form(taskPaths.new);
  expect((await province.submit(form, { words: 'Việc thêm sau', unit })).status).toBe(303);
  const [task] = await tasksOf(id);
  expect(task?.words).toBe('Việc thêm sau');
  const foreign = { kind: 'other', words: 'Việc lạ', unit: homes?.province, meeting: id };
  expect((await send(ministry, '/tasks', foreign)).status).toBe(422);
  const remove = () => step(province, `/meetings/${id}/removal`, id, { reason: 'Ghi nhầm' });
  expect((await remove()).status).toBe(409);
  const gone = task?.id ?? '';
  expect((await step(province, `/tasks/${gone}/cancellation`, gone, { reason: 'Nhầm' })).status).toBe(200);
  expect((await remove()).status).toBe(200);
  expect((await province.page(meetingPaths.one(id))).status).toBe(404);
  expect((await province.page(meetingPaths.list)).text).not.toContain('Họp đúng tên');
});

it('the report on the tasks of a meeting or act leaves as Word and PDF; nothing to report is said', async () => {
  const [demo] = await sql<{ id: string }>(`select id from steering_meeting where title like '%giả định%'`);
  for (const [form, type] of [
    ['docx', 'wordprocessing'],
    ['pdf', 'pdf'],
  ] as const) {
    const answer = await province.fetch(taskPaths.paper(form, { hop: demo?.id }));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(3000);
  }
  expect((await commune.fetch(taskPaths.paper('docx'))).status).toBe(200);
  const none = await province.page(taskPaths.paper('docx', { q: 'không có việc này' }));
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('Không có việc nào để báo cáo')]);
  expect((await (await app.signIn('producer')).fetch(taskPaths.paper('pdf'))).status).toBe(404);
  const sheet = await province.fetch(meetingPaths.sheet);
  expect(sheet.headers.get('content-type')).toContain('spreadsheet');
});
