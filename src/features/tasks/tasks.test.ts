/** Tasks: the printed ones are there, given and answered by whose they are, late in words, reminded of. */
import { PDFDocument } from 'pdf-lib';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { actPaths } from '#features/legal-acts';
import { addDays } from '#law/days';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { remindOfTasks } from './reminders.ts';
import { taskPaths } from './urls.ts';

const app = await testApp();
const today = systemClock.today();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const commune = await app.signIn('commune');
const [homes] = await sql<{ commune: string; province: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune' and t.role = 'commune') as commune,
          max(t.unit::text) filter (where a.username = 'province' and t.role = 'province') as province
     from appointment t join account a on a.id = t.account`,
);
const unit = homes?.commune ?? '';

const send = (who: Client, path: string, body: object, ifMatch?: number) =>
  who.json('POST', `/api/v1/tasks${path}`, body, { key: true, ...(ifMatch === undefined ? {} : { ifMatch }) });
const versionOf = async (id: string) =>
  (await sql<{ version: number }>('select version from lifecycle where id = $1', [id]))[0]?.version ?? 0;
async function given(who: Client, fields: object): Promise<string> {
  const { status, body } = await send(who, '', { kind: 'dispatch', words: 'Lập danh sách chủ thể', ...fields });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}
const step = async (who: Client, id: string, path: string, body: object = {}) =>
  (await send(who, `/${id}/${path}`, body, await versionOf(id))).status;

it('the seven items of the dispatch and every role of Decision 843, Art. 2, stand in the list of the province', async () => {
  const rows = await sql<{ key: string; n: number; dated: number; owners: number }>(
    `select a.title like '%đẩy mạnh%' as key, count(*)::int as n, count(w.due_on)::int as dated, count(distinct w.owner)::int as owners
       from task w join legal_act a on a.id = w.act where w.source is not null group by 1 order by 1`,
  );
  expect(rows.map(({ n, dated, owners }) => [n, dated, owners])).toEqual([
    [48, 0, 16],
    [7, 1, 1],
  ]);
  const found = await province.page(taskPaths.listWith({ q: '1608' }));
  expect(found.text).toContain('21/06/2023');
  expect(found.text).toMatch(/Quá hạn [\d.]+ ngày, chưa báo cáo/);
  expect((await commune.page(taskPaths.listWith({ xem: 'all' }))).text).not.toContain('Sở Công Thương');
  expect((await province.page(taskPaths.listWith({ q: 'không có việc này' }))).text).toContain('Không có việc nào');
});

it('a task is given, refused in words when it cannot be, and stands in the queue and calendar of its commune', async () => {
  const form = (await province.page(taskPaths.new)).form(taskPaths.new);
  const words = 'Thống kê điểm bán hàng';
  const nobody = await province.submit(form, { words });
  expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Chọn đơn vị được giao')]);
  expect(nobody.html).toContain(words);
  const both = await province.submit(form, { words, unit, owner: 'Sở Công Thương', _key: v7() });
  expect(both.text).toContain('không ghi cả hai');
  const past = await province.submit(form, { words, unit, dueOn: '01/02/2020', _key: v7() });
  expect(past.text).toContain('Hạn không được trước ngày giao');
  expect((await province.submit(form, { words, unit, act: '0/XX', _key: v7() })).text).toContain('không có số này');
  const foreign = await send(await app.signIn('ministry'), '', { kind: 'other', words, unit });
  expect([foreign.status, String(foreign.body.detail)]).toEqual([422, expect.stringContaining('do tỉnh giao')]);

  const dueOn = addDays(today, 5);
  const done = await province.submit(form, { words, unit, dueOn, _key: v7() });
  expect(done.status).toBe(303);
  const path = done.location?.split('?')[0] ?? '';
  const queue = await commune.page('/viec-cua-toi?process=task');
  expect(queue.html).toContain(path);
  expect(queue.text).toContain('Làm việc được giao, báo cáo');
  const ics = (await (await commune.fetch('/lich.ics')).text()).replace(/\r\n[ \t]/g, '');
  expect(ics).toContain(words);
  expect((await commune.page('/hop-thu')).text).toContain(`Việc mới được giao: ${words}`);
  for (const other of ['commune-2', 'producer', 'council-member-1', 'administrator'])
    expect((await (await app.signIn(other)).page(path)).status, other).toBe(404);
  expect((await (await app.signIn('auditor')).page(path)).text).toContain(words);
});

it('progress, report, given back with a new term, reported again, accepted; nobody does the other side’s step', async () => {
  const id = await given(province, { unit, dueOn: addDays(today, 3) });
  expect(await step(province, id, 'report', { words: 'Thay xã' })).toBe(409);
  expect(await step(commune, id, 'acceptance')).toBe(404);
  expect(await step(province, id, 'acceptance')).toBe(404);
  expect(await step(commune, id, 'notes', { words: 'Mới có một nửa' })).toBe(200);
  expect(await step(commune, id, 'report', { words: ' ' })).toBe(422);
  expect(await step(commune, id, 'report', { words: 'Xong' })).toBe(200);
  expect(await step(commune, id, 'report', { words: 'Xong' })).toBe(404);
  const waiting = await sql<{ next_actor: string; due: boolean }>(
    'select next_actor, due_on > $2::date as due from lifecycle where id = $1',
    [id, today],
  );
  expect(waiting[0]).toEqual({ next_actor: 'province', due: true });
  expect((await province.page('/viec-cua-toi?process=task')).html).toContain(taskPaths.one(id));
  expect(await step(province, id, 'return', { reason: '' })).toBe(422);
  expect(await step(province, id, 'return', { reason: 'Thiếu', dueOn: addDays(today, -1) })).toBe(422);
  const dueOn = addDays(today, 9);
  expect(await step(province, id, 'return', { reason: 'Thiếu số điện thoại', dueOn })).toBe(200);
  expect((await commune.page(taskPaths.one(id))).text).toContain('Thiếu số điện thoại');
  expect(await sql('select due_on::text from lifecycle where id = $1', [id])).toEqual([{ due_on: dueOn }]);
  const stale = await send(commune, `/${id}/report`, { words: 'Bản cũ' }, 1);
  expect([409, 412]).toContain(stale.status);
  expect(await step(commune, id, 'report', { words: 'Đủ rồi' })).toBe(200);
  expect(await step(province, id, 'acceptance')).toBe(200);
  const page = await commune.page(taskPaths.one(id));
  for (const words of ['Đã xong', 'Báo cáo đúng hạn', 'Mới có một nửa', 'Đủ rồi']) expect(page.text).toContain(words);
  expect(page.html).not.toContain('name="words"');
});

it('papers of a report are read by both sides and nobody else', async () => {
  const id = await given(province, { unit });
  const form = (await commune.page(taskPaths.one(id))).form(taskPaths.report(id));
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const paper = { name: 'danh-sach.pdf', type: 'application/pdf', bytes: new Uint8Array(await pdf.save()) };
  expect((await commune.submit(form, { words: 'Kèm danh sách' }, { file: paper })).status).toBe(303);
  const [file] = await sql<{ path: string }>(`select '/tep/' || file as path from task_note where task = $1`, [id]);
  expect((await province.page(taskPaths.one(id))).html).toContain(file?.path);
  expect((await province.fetch(file?.path ?? '')).status).toBe(200);
  for (const other of ['commune-2', 'producer'])
    expect((await (await app.signIn(other)).fetch(file?.path ?? '')).status).toBe(404);
});

it('the Ministry gives to a province; an office outside is answered for by who gave it', async () => {
  const ministry = await app.signIn('ministry');
  const id = await given(ministry, { unit: homes?.province });
  expect((await province.page('/viec-cua-toi?process=task')).html).toContain(taskPaths.one(id));
  expect((await commune.page(taskPaths.one(id))).status).toBe(404);
  expect(await step(province, id, 'cancellation', { reason: 'Không làm' })).toBe(409);
  expect(await step(province, id, 'report', { words: 'Tỉnh đã làm' })).toBe(200);
  expect((await ministry.page('/viec-cua-toi?process=task')).html).toContain(taskPaths.one(id));
  expect(await step(ministry, id, 'acceptance')).toBe(200);
  const outside = await given(province, { owner: 'Sở Công Thương', term: 'Trong năm' });
  expect(await step(ministry, outside, 'notes', { words: 'Bộ ghi thay' })).toBe(409);
  expect(await step(ministry, outside, 'cancellation', { reason: 'Bộ hủy' })).toBe(409);
  expect((await province.page('/viec-cua-toi?process=task')).html).not.toContain(taskPaths.one(outside));
  expect(await step(province, outside, 'notes', { words: 'Sở đã gửi kế hoạch' })).toBe(200);
  expect(await step(province, outside, 'cancellation', { reason: 'Giao nhầm' })).toBe(200);
  expect((await province.page(taskPaths.one(outside))).text).toContain('Giao nhầm');
});

it('the office is reminded once before the last day and once after it, anew after a new term', async () => {
  const id = await given(province, { unit, dueOn: addDays(today, 7), words: 'Nhắc việc này' });
  const letters = async () =>
    (
      await sql<{ subject: string }>(
        `select subject from outbox where about = $1 and subject like '%báo cáo việc%' order by id`,
        [id],
      )
    ).length;
  await remindOfTasks(app.database.db, today);
  expect(await letters(), 'not on the day it was given').toBe(0);
  for (const day of [1, 2, 6, 6]) await remindOfTasks(app.database.db, addDays(today, day));
  expect(await sql('select step from task_reminder where task = $1', [id])).toHaveLength(2);
  const before = await letters();
  expect(before).toBeGreaterThan(1);
  await remindOfTasks(app.database.db, addDays(today, 8));
  expect(await letters()).toBeGreaterThan(before);
  expect(await step(commune, id, 'report', { words: 'Xong' })).toBe(200);
  await remindOfTasks(app.database.db, addDays(today, 9));
  expect(await sql('select step from task_reminder where task = $1', [id])).toHaveLength(3);
});

it('the list is taken away as Excel; an act with tasks is not taken out of the register', async () => {
  const answer = await province.fetch(taskPaths.sheetWith({ xem: 'all' }));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')]);
  const [act] = await sql<{ id: string; version: number }>(
    `select a.id, l.version from legal_act a join lifecycle l on l.id = a.id where a.title like '%đẩy mạnh thực hiện%'`,
  );
  const shown = await province.page(actPaths.one(act?.id ?? ''));
  expect(shown.text).toContain('7 việc');
  const seven = await province.page(`/viec-duoc-giao?xem=all&vanban=${act?.id}`);
  expect([seven.text.includes('Mục 7'), seven.text.includes('Điều 2 khoản 1')]).toEqual([true, false]);
  const gone = await province.json(
    'POST',
    `/api/v1/legal-acts/${act?.id}/removal`,
    { reason: 'Nhầm' },
    { key: true, ifMatch: act?.version ?? 0 },
  );
  expect(gone.status).toBe(409);
});
