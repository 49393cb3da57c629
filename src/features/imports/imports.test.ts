/** Lists brought into the registry, from the file to the undoing, through the pages. */
import { describe, expect, it } from 'vitest';
import { verifyLogs } from '#platform/ledger/verify';
import { testApp } from '../../../tests/support/app.ts';
import { csv, LIST_HEAD, LIST_TITLE, listOffice } from '../../../tests/support/imports.ts';

const app = await testApp();
const { asOwner } = app.database;
const province = await app.signIn('province');
const office = listOffice(app, province);
const file = (name: string, rows: readonly string[], title = LIST_TITLE) => csv(name, [title, '', LIST_HEAD, ...rows]);
const count = async (table: 'product' | 'producer' | 'recognition', at: string) => {
  const made = await asOwner<{ n: number }>(`select count(*)::int as n from ${table} where source->>'import' = $1`, [
    office.idOf(at),
  ]);
  return made[0]?.n;
};
const ROWS = [
  '1;Tương Bần thử nghiệm;HTX Thử Nghiệm Một;xã Tân Hưng, tỉnh Hưng Yên;4;12/QĐ-UBND;15/03/2025',
  '2;Chả gà thử nghiệm;HTX Thử Nghiệm Một;xã Tân Hưng, tỉnh Hưng Yên;3;12/QĐ-UBND;15/03/2025',
  '3;Mật ong thử nghiệm;HTX Thử Nghiệm Hai;;3;12/QĐ-UBND;15/03/2025',
];

describe('from the file to the registry and back', () => {
  let at = '';

  it('every row is judged; nothing is written before a person has confirmed and settled', async () => {
    at = await office.send(file('nam-2025.csv', ROWS));
    expect(await office.counts(at)).toEqual({ new: 2, doubtful: 1 });
    expect((await office.press(at, '/ghi')).text).toContain('Xác nhận loại danh sách trước khi ghi');
    await office.confirm(at);
    expect((await office.press(at, '/ghi')).text).toContain('Còn 1 dòng nghi ngờ');
    expect((await province.page(at)).text).toContain('Không thấy xã trong địa chỉ');
    expect((await office.settleAll(at, 'noCommune', 'asNew')).status).toBe(303);
    expect(await office.counts(at)).toEqual({ new: 3 });
  });

  it('writing makes one record and one ledger row each, in the name of the officer', async () => {
    expect(await office.write(at)).toBe('written');
    expect([await count('producer', at), await count('product', at), await count('recognition', at)]).toEqual([
      2, 3, 3,
    ]);
    const rows = await asOwner<{ action: string; n: number; system: boolean }>(
      `select action, count(*)::int as n, bool_or(actor like 'system:%') as system from ledger where facts->>'import' = $1 group by action order by action`,
      [office.idOf(at)],
    );
    expect(rows).toEqual([
      { action: 'producer.register', n: 2, system: false },
      { action: 'product.register', n: 3, system: false },
      { action: 'recognition.import', n: 3, system: false },
    ]);
    const found = await app.visitor().json('GET', `/api/v1/products?q=${encodeURIComponent('tuong ban thu nghiem')}`);
    expect(JSON.stringify(found.body)).toContain('Tương Bần thử nghiệm');
    expect((await province.page('/so-san-pham?q=tuong+ban+thu+nghiem')).text).toContain('HTX Thử Nghiệm Một');
  });

  it('the same file again is the same in every row and writes nothing', async () => {
    const again = await office.send(file('nam-2025.csv', ROWS));
    expect(await office.counts(again)).toEqual({ same: 3 });
    await office.confirm(again);
    expect((await province.page(again)).text).toContain('Chính tệp này đã được ghi vào danh bạ');
    expect((await office.press(again, '/ghi')).text).toContain('Không có gì mới để ghi');
    expect((await office.press(again, '/bo')).status).toBe(303);
  });

  it('test 22: an older recognition never lowers the star; a newer one takes its place', async () => {
    const older = await office.send(
      file('nam-2023.csv', [
        '1;Tương Bần thử nghiệm;Hợp tác xã Thử Nghiệm Một;xã Tân Hưng, tỉnh Hưng Yên;3;05/QĐ-UBND;10/02/2023',
        '2;Chả gà thử nghiệm;Hợp tác xã Thử Nghiệm Một;xã Tân Hưng, tỉnh Hưng Yên;4;77/QĐ-UBND;10/02/2026',
      ]),
    );
    await office.confirm(older);
    expect(await office.counts(older)).toEqual({ change: 2 });
    expect(await office.write(older)).toBe('written');
    const stars = await asOwner<{ name: string; star: number; states: string }>(
      `select s.name, s.star, (select string_agg(r.star || ' ' || l.state, ', ' order by r.issued_latest) from recognition r join lifecycle l on l.id = r.id where r.product = s.product) as states
         from product_search s where s.name in ('Tương Bần thử nghiệm', 'Chả gà thử nghiệm') order by s.name collate "C"`,
    );
    expect(stars).toEqual([
      { name: 'Chả gà thử nghiệm', star: 4, states: '3 superseded, 4 inForce' },
      { name: 'Tương Bần thử nghiệm', star: 4, states: '3 superseded, 4 inForce' },
    ]);
    expect((await office.press(at, '/hoan-tac')).status).toBe(303);
    expect(await office.settled(at)).toBe('written');
    expect(await office.problem(at)).toMatch(/Không hoàn tác được/);
    expect([await office.undo(older), await office.problem(older)]).toEqual(['undone', null]);
    const back = await asOwner<{ star: number; n: number }>(
      `select s.star, (select count(*)::int from recognition r where r.product = s.product) as n from product_search s where s.name = 'Chả gà thử nghiệm'`,
    );
    expect(back).toEqual([{ star: 3, n: 1 }]);
  });

  it('another star for the same decision is asked; a list of revocations ends certificates', async () => {
    const other = await office.send(file('khac.csv', [ROWS[0]?.replace(';4;', ';5;') ?? '']));
    expect(await office.counts(other)).toEqual({ doubtful: 1 });
    expect((await province.page(other)).text).toContain('Khác hạng sao');
    await office.press(other, '/bo');
    const revoked = await office.send(
      file(
        'thu-hoi.csv',
        ['1;Tương Bần thử nghiệm;HTX Thử Nghiệm Một;xã Tân Hưng, tỉnh Hưng Yên;;90/QĐ-UBND;01/06/2026'],
        'DANH SÁCH SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN OCOP',
      ),
    );
    await office.confirm(revoked, 'revoked');
    expect(await office.counts(revoked)).toEqual({ change: 1 });
    expect(await office.write(revoked)).toBe('written');
    const state = () =>
      asOwner<{ state: string; ended_on: string | null }>(
        `select l.state, r.ended_on::text from recognition r join lifecycle l on l.id = r.id where r.product_name = 'Tương Bần thử nghiệm' and r.star = 4`,
      );
    expect(await state()).toEqual([{ state: 'revoked', ended_on: '2026-06-01' }]);
    expect(await office.undo(revoked)).toBe('undone');
    expect(await state()).toEqual([{ state: 'inForce', ended_on: null }]);
  });

  it('undoing takes everything back; the ledger keeps what was', async () => {
    // Its recognitions were moved by the lists above, so it is refused in words; a fresh one is undone as a whole.
    const fresh = await office.send(
      file('moi.csv', ['1;Bánh thử nghiệm;HTX Thử Nghiệm Ba;xã Tân Hưng, tỉnh Hưng Yên;3;13/QĐ-UBND;16/03/2025']),
    );
    await office.confirm(fresh);
    expect(await office.write(fresh)).toBe('written');
    expect(await office.undo(fresh)).toBe('undone');
    expect([await count('producer', fresh), await count('product', fresh), await count('recognition', fresh)]).toEqual([
      0, 0, 0,
    ]);
    expect((await province.page('/so-san-pham?q=banh+thu+nghiem')).text).toContain('Không có sản phẩm nào');
    const kept = await asOwner<{ n: number }>(`select count(*)::int as n from ledger where facts->>'import' = $1`, [
      office.idOf(fresh),
    ]);
    expect(kept[0]?.n).toBe(6);
    // Moves at once leave the rows single moves leave: every chain holds, every subject stands where its last row says.
    const { breaks } = await verifyLogs(app.database.db.app);
    expect(breaks).toEqual([]);
    const astray = await asOwner(
      `select l.id from lifecycle l join ledger g on g.subject = l.id and g.version = l.version
        where (l.state, l.head) is distinct from (g.to_state, g.hash)`,
    );
    expect(astray).toEqual([]);
  });
});

describe('columns a person puts right', () => {
  const HEAD = 'STT;Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Số quyết định;Ngày quyết định;Điểm;Nhóm';
  const rows = ['1;Mắm cột thử;HTX Cột;xã Tân Hưng, tỉnh Hưng Yên;4;31/QĐ-UBND;15/03/2025;85;Thực phẩm'];
  const sent = (name: string) => office.send(csv(name, [LIST_TITLE, '', HEAD, ...rows]));
  const kept = async (at: string) => {
    const [row] = await asOwner<{ score: number | null; group: string | null }>(
      `select (read->>'score')::int as score, read->'more'->>'group' as group from list_import_row where import = $1 and status <> 'skipped'`,
      [office.idOf(at)],
    );
    return row;
  };

  it('a column set to “Không đọc” is not read, and the next file of that shape remembers it until it is taken back', async () => {
    const first = await sent('cot-1.csv');
    expect(await kept(first)).toEqual({ score: 85, group: 'Thực phẩm' });
    const said = { kind: 'recognised', 'sheets.0.columns.7.field': 'notRead' };
    expect((await office.press(`${first}/cot`, '/cot', said)).status).toBe(303);
    await office.settled(first);
    expect(await kept(first)).toEqual({ score: null, group: 'Thực phẩm' });
    const second = await sent('cot-2.csv');
    expect(await kept(second)).toEqual({ score: null, group: 'Thực phẩm' });
    await office.press(`${second}/cot`, '/cot', { kind: 'recognised', 'sheets.0.columns.7.field': 'score' });
    await office.settled(second);
    expect(await kept(second)).toEqual({ score: 85, group: 'Thực phẩm' });
    expect(await kept(await sent('cot-3.csv'))).toEqual({ score: 85, group: 'Thực phẩm' });
  });
});

describe('hostile and unlucky', () => {
  it('rows of another province are refused in words', async () => {
    const at = await office.send(
      file('tinh-khac.csv', ['1;Vải thử nghiệm;HTX Khác;phường Chũ, tỉnh Bắc Ninh;3;9/QĐ-UBND;15/09/2025']),
    );
    await office.confirm(at);
    expect(await office.counts(at)).toEqual({ refused: 1 });
    expect((await province.page(`${at}?status=refused`)).text).toContain('Địa chỉ thuộc tỉnh khác');
  });

  it('what is no list is a sentence, not a crash', async () => {
    const at = await office.send(csv('khong-phai.csv', ['xin chào', 'không có gì ở đây']));
    const page = await province.page(at);
    expect([page.status, (await office.counts(at)).new]).toEqual([200, undefined]);
  });

  it('the same file written twice at once is written once', async () => {
    const rows = ['1;Trà thử nghiệm;HTX Thử Nghiệm Bốn;xã Tân Hưng, tỉnh Hưng Yên;3;14/QĐ-UBND;17/03/2025'];
    const [one, two] = [await office.send(file('a.csv', rows)), await office.send(file('b.csv', rows))];
    await office.confirm(one);
    await office.confirm(two);
    await Promise.all([office.press(one, '/ghi'), office.press(two, '/ghi')]);
    const states = [await office.settled(one), await office.settled(two)].toSorted();
    expect(states).toEqual(['open', 'written']);
    const made = await asOwner<{ n: number }>(`select count(*)::int as n from product where name = 'Trà thử nghiệm'`);
    expect(made).toEqual([{ n: 1 }]);
    const late = (await office.settled(one)) === 'open' ? one : two;
    expect(await office.problem(late)).toContain('Danh bạ đã thay đổi');
    expect(await office.counts(late)).toEqual({ same: 1 });
  });

  it('a kill during writing leaves nothing half written, and the work goes on', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, n) => `${n + 1};Sản phẩm giết ${n + 1};HTX Giết ${n % 40};xã Tân Hưng, tỉnh Hưng Yên;3;15/QĐ-UBND;18/03/2025`,
    );
    const at = await office.send(file('nhieu.csv', rows));
    await office.confirm(at);
    await asOwner(
      `create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`,
    );
    await asOwner(
      `create trigger die_while_writing after insert on recognition for each statement execute function die()`,
    );
    expect((await office.press(at, '/ghi')).status).toBe(303);
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await asOwner<{ tries: number }>('select tries from list_import where id = $1', [office.idOf(at)]);
      if (row && row.tries > 0) break;
      await new Promise((go) => setTimeout(go, 100));
    }
    expect(await count('product', at)).toBe(0);
    await asOwner('drop trigger die_while_writing on recognition');
    const state = await office.settled(at);
    if (state === 'open') expect(await office.write(at)).toBe('written');
    expect([await count('producer', at), await count('product', at), await count('recognition', at)]).toEqual([
      40, 300, 300,
    ]);
  });

  it('another province neither sees nor touches it', async () => {
    const at = await office.send(file('rieng.csv', ROWS));
    const commune = await app.signIn('commune');
    expect((await commune.page(at)).status).toBe(404);
    expect((await commune.page('/nhap-danh-sach')).status).toBe(404);
    await asOwner(
      `update lifecycle set province = (select unit from unit_version where code = '24' and valid_to is null and type like 'tỉnh%' limit 1) where id = $1`,
      [office.idOf(at)],
    );
    expect((await province.page(at)).status).toBe(404);
    const answer = await province.json(
      'POST',
      `/api/v1/list-imports/${office.idOf(at)}/writing`,
      {},
      { key: true, ifMatch: 1 },
    );
    expect(answer.status).toBe(404);
  });
});
