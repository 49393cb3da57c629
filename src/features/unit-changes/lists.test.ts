/** A list of units beside the register: nothing changes by it; what differs becomes drafts, each by its legal act. */
import { expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { unitsOf } from './list-read.ts';

const app = await testApp();
const admin = await app.signIn('administrator');
const TODAY = systemClock.today();
const asOwner = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const act = { number: '97/NQ-UBTVQH16', dated: '01/10/2026', effectiveOn: TODAY.split('-').reverse().join('/') };
const LIST = '/quan-tri/don-vi/danh-sach';

const communes = await asOwner<{ id: string; code: string; type: string; name: string }>(
  `select v.unit as id, v.code, v.type, v.name from unit_version v where v.valid_to is null
     and v.parent = (select unit from unit_version where code = '33' and full_name like 'Tỉnh%' and valid_to is null) order by v.code limit 4`,
);
const [one, two, three] = communes;
const csv = (rows: readonly string[]) => `DANH MỤC ĐƠN VỊ\nMã;Tên đơn vị hành chính;Tỉnh\n${rows.join('\n')}\n`;
const words = (at: number, code = communes[at]?.code) => `${code};${communes[at]?.type} ${communes[at]?.name}`;
async function send(text: string, who: Client = admin) {
  const form = (await who.page(LIST)).form(LIST);
  return who.submit(
    form,
    {},
    { file: { name: 'don-vi.csv', type: 'application/octet-stream', bytes: new TextEncoder().encode(text) } },
  );
}
const changes = async () => (await asOwner<{ n: number }>('select count(*)::int as n from unit_change'))[0]?.n ?? 0;

it('reads headings, types and codes as offices write them, and says when there are none', () => {
  expect(
    unitsOf([
      ['Danh mục'],
      ['STT', 'Mã xã', 'Tên xã', 'Loại', 'Thuộc tỉnh'],
      ['1', '4', 'Ba Đình', 'Phường', 'Hà Nội'],
    ]),
  ).toEqual([{ no: 3, code: '04', type: 'Phường', name: 'Ba Đình', province: 'Hà Nội' }]);
  expect(
    unitsOf([
      ['Mã', 'Tên'],
      ['123', 'XÃ Một Hai'],
      ['', ''],
    ]),
  ).toEqual([{ no: 2, code: '00123', type: 'Xã', name: 'Một Hai', province: '' }]);
  expect(
    unitsOf([
      ['A', 'B'],
      ['1', '2'],
    ]),
  ).toBeNull();
  expect(unitsOf([])).toBeNull();
});

it('every row is the same, changed, new or doubtful with its reason; nothing changes by looking', async () => {
  const before = await changes();
  const sent = await send(
    csv([
      `${words(0)};Hưng Yên`,
      `${two?.code};${two?.type} ${two?.name} Mới;Tỉnh Hưng Yên`,
      `${words(2, '98765')};33`,
      '98764;Xã Chưa Từng Có;Hưng Yên',
      `${one?.code};Xã Lặp;Hưng Yên`,
      'ABC;Xã Mã Sai;Hưng Yên',
      '98763;Xã Tỉnh Lạ;Tỉnh Không Có',
    ]),
  );
  expect(sent.status).toBe(303);
  const page = await admin.page(sent.location ?? '');
  for (const said of [
    '1 giống, 2 khác, 1 chưa có, 3 cần xem',
    `Đổi tên ${two?.name} → ${two?.name} Mới.`,
    `Đổi mã ${three?.code} → 98765.`,
    'Chưa có trong danh mục: ghi bằng Nhập hoặc Chia',
    `Mã ${one?.code} đã có ở dòng 3.`,
    'Mã “ABC” không phải mã đơn vị',
    'Không có tỉnh, thành phố nào tên “Tỉnh Không Có”.',
    'Danh mục có, danh sách không có',
  ])
    expect(page.text).toContain(said);
  expect(await changes()).toBe(before);
});

it('chosen rows become drafts by one act, once; a draft is confirmed like any other', async () => {
  const sent = await send(csv([`${two?.code};${two?.type} ${two?.name} Sau;Hưng Yên`, `${words(0)};Hưng Yên`]));
  const path = sent.location ?? '';
  const form = (await admin.page(path)).form(path);
  const none = await admin.submit(form, { ...act });
  expect(none.status).toBe(422);
  const same = await admin.json(
    'POST',
    `/api/v1/unit-lists/${path.split('/').at(-1)}/drafts`,
    { rows: [4], number: '1/NQ', dated: '2026-10-01', effectiveOn: TODAY },
    { key: true },
  );
  expect([same.status, JSON.stringify(same.body)]).toEqual([422, expect.stringContaining('Dòng 4 không có thay đổi')]);
  const late = await admin.submit(form, { rows: ['3'], ...act, effectiveOn: '01/01/2020' });
  expect([409, 422]).toContain(late.status);
  const before = await changes();
  expect((await admin.submit((await admin.page(path)).form(path), { rows: ['3'], ...act })).status).toBe(303);
  expect(await changes()).toBe(before + 1);
  const again = await admin.json(
    'POST',
    `/api/v1/unit-lists/${path.split('/').at(-1)}/drafts`,
    { rows: [3], number: '97/NQ-UBTVQH16', dated: '2026-10-01', effectiveOn: TODAY },
    { key: true },
  );
  expect(again.body).toMatchObject({ drafted: 0, there: 1 });
  expect(await changes()).toBe(before + 1);
  const [draft] = await asOwner<{ id: string }>(
    `select id from unit_change where act = '97/NQ-UBTVQH16' and state = 'drafted'`,
  );
  expect((await admin.json('POST', `/api/v1/unit-changes/${draft?.id}/execution`, {}, { key: true })).status).toBe(200);
  const [now] = await asOwner<{ name: string }>('select name from unit_version where unit = $1 and valid_to is null', [
    two?.id,
  ]);
  expect(now?.name).toBe(`${two?.name} Sau`);
  expect((await admin.page(path)).text).toContain('2 giống, 0 khác');
});

it('S14 S18 files that are no such list are refused in words; others than the administrator find nothing', async () => {
  for (const [text, said] of [
    ['a;b\n1;2\n', 'Không thấy dòng tên cột'],
    [csv([]), 'Tệp chưa có dòng nào'],
  ] as const) {
    const sent = await send(text);
    expect([sent.status, sent.text.includes(said)]).toEqual([422, true]);
  }
  for (const role of ['province', 'commune', 'producer', 'ministry', 'auditor'])
    expect((await (await app.signIn(role)).page(LIST)).status, role).toBe(404);
});
