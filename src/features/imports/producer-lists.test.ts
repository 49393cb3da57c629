/** Lists of producers brought into the registry through the pages, and addresses that lists of products fill in. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { csv, LIST_HEAD, LIST_TITLE, listOffice } from '../../../tests/support/imports.ts';

const app = await testApp();
const { asOwner } = app.database;
const province = await app.signIn('province');
const office = listOffice(app, province);
const HEAD = 'STT;Tên chủ thể;Địa chỉ;Mã số thuế;Điện thoại;Người đại diện';
const file = (name: string, rows: readonly string[]) => csv(name, ['DANH SÁCH CHỦ THỂ OCOP', '', HEAD, ...rows]);
const send = (name: string, rows: readonly string[]) => office.send(file(name, rows), 'producers');
const confirm = async (at: string) => {
  expect((await office.press(`${at}/cot`, '/cot')).status).toBe(303);
  await office.settled(at);
};
interface Kept {
  readonly address: string | null;
  readonly tax_code: string | null;
  readonly phone: string | null;
  readonly person: string | null;
}
const kept = (name: string) =>
  asOwner<Kept>(
    `select address, tax_code, phone, representative->>'name' as person from producer where name = $1 order by id`,
    [name],
  );
const ROWS = [
  '1;HTX Danh Sách Một;thôn Một, xã Tân Hưng, tỉnh Hưng Yên;0100109106;0987 654 321;Trần Thị Thử',
  '2;HTX Danh Sách Hai;xã Tân Hưng, tỉnh Hưng Yên;0100109107;;',
  '3;Hộ kinh doanh Danh Sách Ba;;;;',
  '4;HTX Danh Sách Một;thôn Một, xã Tân Hưng, tỉnh Hưng Yên;0100109106;0987 654 321;Trần Thị Thử',
];

describe('a list of producers, from the file to the registry and back', () => {
  let at = '';

  it('every row is judged with its reason; a wrong tax code is asked and put right', async () => {
    at = await send('chu-the.csv', ROWS);
    expect(await office.counts(at)).toEqual({ new: 1, doubtful: 2, repeat: 1 });
    expect((await office.press(at, '/ghi')).text).toContain('Xác nhận các cột trước khi ghi');
    await confirm(at);
    const doubts = (await province.page(at)).text;
    expect(doubts).toContain('Mã số thuế “0100109107” không đúng');
    expect(doubts).toContain('Không thấy xã trong địa chỉ');
    const [wrong] = await asOwner<{ no: number }>(
      `select no from list_import_row where import = $1 and code = 'taxCode'`,
      [office.idOf(at)],
    );
    const row = `${at}/dong/${wrong?.no}`;
    expect((await office.press(row, `/dong/${wrong?.no}`, { how: 'takeList', taxCode: '0311609355' })).status).toBe(
      303,
    );
    expect((await office.settleAll(at, 'noCommune', 'asNew')).status).toBe(303);
    expect(await office.counts(at)).toEqual({ new: 3, repeat: 1 });
  });

  it('writing makes producers alone, one ledger row each without what is restricted', async () => {
    expect(await office.write(at)).toBe('written');
    expect((await province.page(at)).text).toContain('3 chủ thể mới');
    expect(await kept('HTX Danh Sách Một')).toEqual([
      {
        ...{ address: 'thôn Một, xã Tân Hưng, tỉnh Hưng Yên', tax_code: '0100109106', phone: '0987654321' },
        person: 'Trần Thị Thử',
      },
    ]);
    expect((await kept('HTX Danh Sách Hai'))[0]?.tax_code).toBe('0311609355');
    const rows = await asOwner<{ action: string; n: number; told: boolean }>(
      `select action, count(*)::int as n, bool_or(facts::text ~ '0987|0100109106|Trần') as told from ledger where facts->>'import' = $1 group by action`,
      [office.idOf(at)],
    );
    expect(rows).toEqual([{ action: 'producer.register', n: 3, told: false }]);
    expect((await province.page('/so-chu-the?q=danh+sach+mot')).text).toContain('HTX Danh Sách Một');
  });

  it('the same file again is the same in every row and writes nothing', async () => {
    const again = await send('chu-the.csv', ROWS);
    expect(await office.counts(again)).toEqual({ same: 2, doubtful: 1, repeat: 1 });
    await office.press(again, '/bo');
    const right = ROWS.map((row) => row.replace('0100109107', '0311609355')).filter((row) => !row.includes('Ba;'));
    const whole = await send('chu-the-dung.csv', right);
    await confirm(whole);
    expect(await office.counts(whole)).toEqual({ same: 2, repeat: 1 });
    expect((await office.press(whole, '/ghi')).text).toContain('Không có gì mới để ghi');
  });

  it('only what a record lacks is filled in; undoing empties it again', async () => {
    const more = await send('bo-sung.csv', [
      '1;Hợp tác xã Danh Sách Hai;xã Tân Hưng, tỉnh Hưng Yên;0311609355;0912 345 678;Lê Văn Thử',
      '2;HTX Danh Sách Một;thôn Chín, xã Tân Hưng, tỉnh Hưng Yên;;0911 111 111;',
    ]);
    await confirm(more);
    expect(await office.counts(more)).toEqual({ change: 1, same: 1 });
    expect((await province.page(`${more}?status=change`)).text).toContain('Điện thoại: 0912345678');
    expect((await province.page(`${more}?status=same`)).text).toContain('danh sách không đổi địa chỉ này');
    expect(await office.write(more)).toBe('written');
    expect(await kept('HTX Danh Sách Hai')).toMatchObject([{ phone: '0912345678', person: 'Lê Văn Thử' }]);
    expect(await kept('HTX Danh Sách Một')).toMatchObject([{ phone: '0987654321' }]);
    const [told] = await asOwner<{ facts: { restricted: string[] }; secret: boolean }>(
      `select facts, facts::text ~ '0912345678|Lê Văn' as secret from ledger where facts->>'import' = $1 and action = 'producer.correct'`,
      [office.idOf(more)],
    );
    expect([told?.facts.restricted, told?.secret]).toEqual([['Điện thoại kinh doanh', 'Họ tên người đại diện'], false]);
    expect(await office.undo(more)).toBe('undone');
    expect(await kept('HTX Danh Sách Hai')).toMatchObject([{ phone: null, person: null, tax_code: '0311609355' }]);
  });

  it('two lists with the same new producer, written at once: one is written, the other looks again', async () => {
    const rows = ['1;HTX Cùng Lúc;xã Tân Hưng, tỉnh Hưng Yên;;;'];
    const [one, two] = [await send('mot.csv', rows), await send('hai.csv', rows)];
    await confirm(one);
    await confirm(two);
    await Promise.all([office.press(one, '/ghi'), office.press(two, '/ghi')]);
    expect([await office.settled(one), await office.settled(two)].toSorted()).toEqual(['open', 'written']);
    expect((await kept('HTX Cùng Lúc')).length).toBe(1);
  });
});

it('a producer of another province is refused in words; the commune has no door here', async () => {
  const at = await send('tinh-khac.csv', ['1;HTX Chũ;phường Chũ, tỉnh Bắc Ninh;;;']);
  await confirm(at);
  expect(await office.counts(at)).toEqual({ refused: 1 });
  const commune = await app.signIn('commune');
  expect((await commune.page('/nhap-danh-sach?subject=producers')).status).toBe(404);
  expect((await province.page('/so-chu-the')).html).toContain('/nhap-danh-sach?subject=producers');
});

it('a list of products shows and writes the address a known producer lacks, and takes it back', async () => {
  const first = await send('khong-dia-chi.csv', ['1;HTX Thiếu Địa Chỉ;;;;']);
  await confirm(first);
  expect((await office.settleAll(first, 'noCommune', 'asNew')).status).toBe(303);
  expect(await office.write(first)).toBe('written');
  expect(await kept('HTX Thiếu Địa Chỉ')).toMatchObject([{ address: null }]);
  const row = '1;Tương thiếu;HTX Thiếu Địa Chỉ;thôn Hai, xã Tân Hưng, tỉnh Hưng Yên;4;12/QĐ-UBND;15/03/2025';
  const at = await office.send(csv('co-dia-chi.csv', [LIST_TITLE, '', LIST_HEAD, row]));
  await office.confirm(at);
  const shown = (await province.page(`${at}?status=new`)).text;
  expect(shown).toContain('Địa chỉ của chủ thể: thôn Hai, xã Tân Hưng, tỉnh Hưng Yên');
  expect(shown).toMatch(/Xã của chủ thể: [Xx]ã Tân Hưng/);
  expect(await office.write(at)).toBe('written');
  expect(await kept('HTX Thiếu Địa Chỉ')).toMatchObject([{ address: 'thôn Hai, xã Tân Hưng, tỉnh Hưng Yên' }]);
  const [its] = await asOwner<{ id: string }>(`select id from producer where name = 'HTX Thiếu Địa Chỉ'`);
  const history = (await province.page(`/so-chu-the/${its?.id}/lich-su`)).text;
  expect(history).toContain('thôn Hai, xã Tân Hưng, tỉnh Hưng Yên');
  expect(await office.undo(at)).toBe('undone');
  expect(await kept('HTX Thiếu Địa Chỉ')).toMatchObject([{ address: null }]);
});
