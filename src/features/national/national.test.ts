/** The table for the national system: taken away, taken back without change, ids kept (R20.2). */
import { expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import { NATIONAL_COLUMNS } from './schema.ts';

const app = await testApp();
const TODAY = systemClock.today();
const YEAR = TODAY.slice(0, 4);
const { asOwner } = app.database;
const office = await app.signIn('province');
const taken = async (form: string) => (await office.fetch(`/bang-quoc-gia/tep?nam=${YEAR}&dang=${form}`)).arrayBuffer();
const linesOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes).replace('﻿', '').trimEnd().split('\r\n');
const send = async (name: string, bytes: ArrayBuffer, on = TODAY.split('-').reverse().join('/')) => {
  const page = await office.page('/bang-quoc-gia');
  const file = { name, type: 'application/octet-stream', bytes: new Uint8Array(bytes) };
  const sent = await office.submit(page.form('/nhan-lai'), { on }, { file });
  return { sent, text: sent.location === null ? sent.text : (await office.page(sent.location)).text };
};
const csv = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n')).buffer;
const kept = () =>
  asOwner<{ id: string | null; on: string }>(
    'select national_id as id, transferred_on::text as on from national_record order by national_id nulls last limit 2',
  );
const moves = async () =>
  (await asOwner<{ n: number }>(`select count(*)::int as n from ledger where action = 'product.transfer'`))[0]?.n ?? 0;

it('R20.2 the columns are spelled as the standard spells them, and the page says where that is known from', async () => {
  const [head, first = ''] = linesOf(await taken('csv'));
  expect(head).toBe(NATIONAL_COLUMNS.join(','));
  expect(first).toMatch(new RegExp(`^,\\d{5},${YEAR},[0-9a-f-]{36},.+,[345]\\*,`));
  const { text, html } = await office.page(`/bang-quoc-gia?nam=${YEAR}`);
  expect(text).toContain('Theo nguồn thứ cấp');
  for (const name of NATIONAL_COLUMNS) expect(html).toContain(name);
});

it('what was taken away comes back without change, as Excel and as CSV', async () => {
  const lines = linesOf(await taken('csv'));
  const all = lines.length - 1;
  expect(all).toBeGreaterThan(20);
  const before = await asOwner('select id, name, producer, commune from product order by id');
  expect((await send('bang.xlsx', await taken('xlsx'))).text).toContain(`Đã nhận ${all} dòng, 0 dòng đã có từ trước.`);
  expect(await moves()).toBe(all);
  expect((await send('bang.csv', await taken('csv'))).text).toContain(`Đã nhận 0 dòng, ${all} dòng đã có từ trước.`);
  expect(await moves()).toBe(all);
  expect(await asOwner('select id, name, producer, commune from product order by id')).toEqual(before);
  expect(linesOf(await taken('csv'))).toEqual(lines);
});

it('ids the national system gave are kept and go out with the next table', async () => {
  const [head = '', first = '', second = ''] = linesOf(await taken('csv'));
  const { text } = await send('ma.csv', csv([head, `VN-77${first}`, second]));
  expect(text).toContain('Đã nhận 1 dòng, 1 dòng đã có từ trước.');
  expect((await kept())[0]).toEqual({ id: 'VN-77', on: TODAY });
  expect(linesOf(await taken('csv'))[1]).toBe(`VN-77${first}`);
  expect(text).toContain('1 sản phẩm đã có mã quốc gia');
});

it('one row that is not ours: nothing is taken, and each such row is named', async () => {
  const [head = '', first = '', second = ''] = linesOf(await taken('csv'));
  const before = await moves();
  const stranger = second.replace(/[0-9a-f-]{36}/, '00000000-0000-7000-8000-000000000000');
  const bad = [head, first.replace('VN-77', 'VN-78'), stranger, first, second.replace(`,${YEAR},`, ',2019,')];
  const { sent } = await send('sai.csv', csv(bad));
  expect(sent.status).toBe(422);
  expect(sent.text).toContain('Dòng 3: danh bạ không có sản phẩm mã 00000000-0000-7000-8000-000000000000 trong năm ');
  expect(sent.text).toContain('Dòng 4: Ma_SanPham');
  expect(sent.text).toContain('Dòng 5: Ma_ThoiGian là 2019');
  expect((await send('thieu.csv', csv(['TenSanPham', 'Chè']))).sent.text).toContain(
    'thiếu cột MA_OCOP, Ma_ThoiGian, Ma_SanPham',
  );
  expect((await send('mai.csv', csv([head, first]), '31/12/2099')).sent.text).toContain('Ngày chuyển chưa tới');
  expect([await moves(), (await kept())[0]?.id]).toEqual([before, 'VN-77']);
});

it('codes of states are the administrator’s to set; other roles find nothing', async () => {
  const [, first = ''] = linesOf(await taken('csv'));
  await asOwner(
    `insert into setting (key, value, valid_from, note) select key, '77'::jsonb, '2026-01-01', 'thử' from unnest('{nationalInForce,nationalExpired,nationalExtended,nationalEnded,nationalUnclear}'::text[]) key`,
  );
  expect(linesOf(await taken('csv'))[1]).toBe(first.replace(/\d+$/, '77'));
  for (const role of ['commune', 'producer', 'council-member-1'])
    expect((await (await app.signIn(role)).page('/bang-quoc-gia')).status, role).toBe(404);
});
