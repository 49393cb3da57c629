import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { outcome } from './import.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saolang-import-'));
const before = process.env.INIT_CWD;
beforeEach(() => {
  process.env.INIT_CWD = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = before;
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const LIST = file(
  'danh-sach.csv',
  [
    'DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN;;;;;',
    '',
    'STT;Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Quyết định',
    '1;Chè móc câu;HTX chè Hảo Đạt, xã Tân Cương;TP. Thái Nguyên, tỉnh Thái Nguyên;****;512/QĐ-UBND ngày 15/3/2022',
    '2;Trà Tân Cương; Mỳ gạo;nt;TP. Thái Nguyên;4;nt'
      .replace('; Mỳ', ' ; Mỳ')
      .replace('Trà Tân Cương ; Mỳ gạo', '"Trà Tân Cương; Mỳ gạo"'),
    '3;Chè móc câu;HTX chè Hảo Đạt;;4 sao;',
    ';Tổng cộng: 3 sản phẩm;;;;',
  ].join('\n'),
);

interface Printed {
  readonly listKind: string;
  readonly comparedWith: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly sheets: readonly {
    readonly headerRow: number | null;
    readonly columns: Readonly<Record<string, { readonly column: string }>>;
  }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

async function printed(...args: string[]): Promise<Printed> {
  const { exit, output } = await outcome([...args, '--json']);
  expect(exit).toBe(0);
  return JSON.parse(typeof output === 'string' ? output : Buffer.concat([...output]).toString());
}

async function refusal(...args: string[]): Promise<string> {
  const { exit, output } = await outcome(args);
  expect(exit).toBe(2);
  const { error }: { error: { code: string; message: string } } = JSON.parse(String(output));
  expect(Object.keys(error)).toEqual(['code', 'message']);
  expect(error.message.length).toBeGreaterThan(10);
  return error.code;
}

test('one object: file, encoding, sheets, a row a product, counts', async () => {
  const list = await printed('products', LIST);
  expect(Object.keys(list)).toEqual(['file', 'encoding', 'comparedWith', 'listKind', 'sheets', 'rows', 'counts']);
  expect(list).toMatchObject({ file: LIST, encoding: 'utf-8', comparedWith: 'nothing', listKind: 'recognised' });
  expect(list.sheets[0]).toMatchObject({ headerRow: 3, columns: { product: { column: 'B' }, stars: { column: 'E' } } });
  expect(Object.keys(list.rows[0] ?? {})).toEqual([
    ...['sheet', 'row', 'status', 'product', 'producer', 'address', 'stars', 'score'],
    ...['decisionNumber', 'decisionDate', 'communeCode', 'newCommuneCodes', 'messages'],
  ]);
  expect(list.rows.map(({ row, status, product, producer, stars }) => [row, status, product, producer, stars])).toEqual(
    [
      [1, 'skipped', null, null, null],
      [3, 'skipped', null, null, null],
      [4, 'new', 'Chè móc câu', 'HTX chè Hảo Đạt', 4],
      [5, 'new', 'Trà Tân Cương', 'HTX chè Hảo Đạt', 4],
      [5, 'new', 'Mỳ gạo', 'HTX chè Hảo Đạt', 4],
      [6, 'repeat', 'Chè móc câu', 'HTX chè Hảo Đạt', 4],
      [7, 'skipped', null, null, null],
    ],
  );
  expect(list.rows[2]).toMatchObject({
    ...{
      address: 'xã Tân Cương, TP. Thái Nguyên, tỉnh Thái Nguyên',
      decisionNumber: '512/QĐ-UBND',
      decisionDate: '2022-03-15',
    },
    communeCode: '05503',
  });
  expect(list.counts).toMatchObject({ rows: 7, new: 3, repeat: 1, skipped: 3, doubtful: 0 });
});

test('a mapping goes before what was found; what was printed is a mapping too', async () => {
  const csv = file('la.csv', 'A1;B1;C1\nHTX Một;Chè;4\nHTX Hai;Trà;3\n');
  const map = file(
    'map.json',
    JSON.stringify({ headerRow: 1, columns: { producer: 'A', product: 'B1', stars: { column: 'C', heading: 'C1' } } }),
  );
  const list = await printed('products', csv, '--map', map);
  expect(list.rows.slice(1).map((row) => [row.status, row.product, row.producer, row.stars])).toEqual([
    ['new', 'Chè', 'HTX Một', 4],
    ['new', 'Trà', 'HTX Hai', 3],
  ]);
  const again = file(
    'again.json',
    JSON.stringify({ sheets: { '*': { headerRow: 1, columns: list.sheets[0]?.columns } }, listKind: 'revoked' }),
  );
  expect(await printed('products', csv, '--map', again)).toMatchObject({ listKind: 'revoked', counts: { new: 2 } });
});

test('the day chooses the register of units, the province where to look', async () => {
  const csv = file('xa.csv', 'Tên sản phẩm;Chủ thể;Địa chỉ\nChè;HTX Một;xã Tân Cương\n');
  const on = async (...args: string[]) => {
    const { rows } = await printed('products', csv, ...args);
    return [rows[1]?.communeCode, rows[1]?.newCommuneCodes];
  };
  expect(await on('--province', '19', '--as-of', '2022-01-01')).toEqual(['05503', ['05503']]);
  expect(await on('--province', '24', '--as-of', '2022-01-01')).toEqual([null, []]);
  expect((await on('--as-of', '2022-01-01'))[0]).toBeNull();
});

test('lists of producers and of units have the same shape', async () => {
  const producers = await printed('producers', LIST);
  expect(producers.rows.filter((row) => row.status === 'new').map((row) => [row.product, row.producer])).toEqual([
    [null, 'HTX chè Hảo Đạt'],
  ]);
  const units = file('don-vi.csv', 'STT;Mã;Tên đơn vị hành chính;Thuộc tỉnh\n1;05503;Phường Tân Cương;Thái Nguyên\n');
  const list = await printed('units', units);
  expect(list.rows[1]).toMatchObject({
    status: 'new',
    unit: { unit: 'Phường Tân Cương', unitCode: '05503', unitParent: 'Thái Nguyên' },
  });
});

test('without --json: the figures and the rows to look at, in words', async () => {
  const { output } = await outcome([
    'products',
    file('sao.csv', 'Tên sản phẩm,Chủ thể,Hạng sao\nChè,HTX Một,6\n'),
    '--dry-run',
  ]);
  expect(output).toMatch(/sao\.csv: mới 0, cần xem 1, .*\n.*dòng 2: Chè – Hạng sao “6” không có/);
});

test('refusals are one object and exit 2', async () => {
  const codes = {
    nothing: await refusal(),
    what: await refusal('people', LIST),
    flag: await refusal('products', LIST, '--all'),
    file: await refusal('products', 'khong-co.csv', '--json'),
    province: await refusal('products', LIST, '--province', 'Hà Nội'),
    day: await refusal('products', LIST, '--as-of', '2023-02-31'),
    map: await refusal('products', LIST, '--map', file('xau.json', '{"columns": {"nothing": "A"}}')),
    mapText: await refusal('products', LIST, '--map', file('chu.json', '{')),
    empty: await refusal('products', file('rong.csv', '')),
  };
  expect(codes).toEqual({
    ...{ nothing: 'usage', what: 'usage', flag: 'usage', file: 'fileNotFound', province: 'unknownProvince' },
    ...{ day: 'malformedDay', map: 'malformedMap', mapText: 'malformedMap', empty: 'empty' },
  });
});

test('the command itself: nothing but the object on stdout, paths from where it is called', {
  timeout: 60_000,
}, async () => {
  const elsewhere = join(folder, 'thu-muc');
  mkdirSync(elsewhere);
  const args = [join(ROOT, 'bin/saolang.mjs'), 'import', 'products', '../danh-sach.csv', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: elsewhere },
  });
  expect(JSON.parse(stdout)).toMatchObject({
    comparedWith: expect.stringMatching(/^(database|nothing)$/),
    listKind: 'recognised',
  });
});
