import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { officePart } from '../../../tests/support/documents.ts';
import { closeSheets, readSheet, type SheetColumn, type SheetValue, writeSheet } from './sheet.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-'));
});
afterAll(async () => {
  await closeSheets();
  await rm(folder, { recursive: true, force: true });
});

const columns: SheetColumn[] = [
  { header: 'Tên sản phẩm', kind: 'text', width: 40 },
  { header: 'Điểm', kind: 'decimal' },
  { header: 'Số phiếu', kind: 'integer' },
  { header: 'Ngày cấp', kind: 'date' },
  { header: 'Lúc', kind: 'time' },
];

describe('writing a workbook', () => {
  it('keeps types: text, numbers, days and times of Vietnam', async () => {
    const rows: SheetValue[][] = [
      ['Mỳ gạo Chũ', 89.99, 7, '2026-06-24', new Date('2026-06-24T02:30:00Z')],
      ['Chưa rõ', null, null, null, null],
    ];
    const bytes = await buffer(writeSheet('Sản phẩm [đợt 1/2026]', columns, rows));
    const book = await readXlsx(bytes);
    expect(book.sheets[0]?.name).toBe('Sản phẩm  đợt 1 2026');
    expect(book.sheets[0]?.rows[0]).toEqual(['Tên sản phẩm', 'Điểm', 'Số phiếu', 'Ngày cấp', 'Lúc']);
    const [name, points, sheets, day, time] = book.sheets[0]?.rows[1] ?? [];
    expect([name, points, sheets]).toEqual(['Mỳ gạo Chũ', 89.99, 7]);
    expect(day).toEqual(new Date('2026-06-24T00:00:00Z'));
    expect(time).toEqual(new Date('2026-06-24T09:30:00Z'));
    expect(officePart(bytes, 'xl/styles.xml')).toContain('dd/mm/yyyy');
  });

  it.each(['=HYPERLINK("http://evil","x")', '+1+1', '-2', '@SUM(A1)', '\t=1', "'x", '=cmd|calc!A1'])(
    'S22: %j stays text',
    async (hostile) => {
      const bytes = await buffer(writeSheet('x', columns.slice(0, 1), [[hostile]]));
      const xml = officePart(bytes, 'xl/worksheets/sheet1.xml');
      expect(xml).not.toMatch(/<f[ >]/);
      expect(xml.match(/t="inlineStr"/g)).toHaveLength(2);
      expect((await readXlsx(bytes)).sheets[0]?.rows[1]?.[0]).toBe(hostile);
      expect(officePart(bytes, 'xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
    },
  );

  it('pulls rows only as fast as they are read, and lets go when the reader goes away', async () => {
    let pulled = 0;
    let released = false;
    async function* many(): AsyncGenerator<SheetValue[]> {
      try {
        for (;;) {
          pulled += 1;
          yield [`Dòng ${pulled} ${Math.random()}`, 1, 1, null, null];
        }
      } finally {
        released = true;
      }
    }
    const stream = writeSheet('x', columns, many());
    await new Promise<void>((resolve) => stream.once('readable', resolve));
    // On a busy machine the pull may stop later; that it stops, while the rows never end, is what counts.
    await vi.waitFor(
      async () => {
        const soFar = pulled;
        await new Promise((resolve) => setTimeout(resolve, 300));
        expect(pulled).toBe(soFar);
      },
      { timeout: 20_000 },
    );
    stream.destroy();
    await new Promise((resolve) => stream.once('close', resolve));
    expect(released).toBe(true);
  });

  it('fails when the rows fail', async () => {
    async function* broken(): AsyncGenerator<SheetValue[]> {
      yield ['một', 1, 1, null, null];
      throw new Error('query cancelled');
    }
    await expect(buffer(writeSheet('x', columns, broken()))).rejects.toThrow('query cancelled');
  });

  it('writes 20,000 rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_unused, index): SheetValue[] => [
      `Sản phẩm ${index}`,
      index,
      1,
      '2026-01-01',
      null,
    ]);
    const book = await readXlsx(await buffer(writeSheet('x', columns, rows)));
    expect(book.sheets[0]?.rows).toHaveLength(20_001);
    expect(book.sheets[0]?.rows[20_000]?.[0]).toBe('Sản phẩm 19999');
  });
});

describe('reading a list', () => {
  it('gives text cells, with days as YYYY-MM-DD and gaps kept', async () => {
    const path = join(folder, 'a.xlsx');
    const rows = [
      ['Họ tên', 'Từ ngày'],
      [' Nguyễn  Ánh '.normalize('NFD'), new Date('2026-02-05T00:00:00Z')],
      [],
      [12, true],
    ];
    await writeFile(path, await writeXlsx({ sheets: [{ name: 'Tài khoản', rows }] }));
    expect(await readSheet(path, 'xlsx', 100)).toEqual({
      rows: [['Họ tên', 'Từ ngày'], ['Nguyễn  Ánh', '2026-02-05'], [], ['12', 'true']],
      more: false,
    });
  });
  it('reads CSV with semicolons, quotes and a byte order mark', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, '\uFEFFHọ tên;Vai trò\n"Trần ""Bé""";xã\n');
    expect(await readSheet(path, 'csv', 100)).toEqual({
      rows: [
        ['Họ tên', 'Vai trò'],
        ['Trần "Bé"', 'xã'],
      ],
      more: false,
    });
  });
  it('stops at the row limit and says there is more', async () => {
    const path = join(folder, 'b.csv');
    await writeFile(path, 'a,b\n'.repeat(1000));
    const read = await readSheet(path, 'csv', 10);
    expect(read?.rows).toHaveLength(10);
    expect(read?.more).toBe(true);
  });
  it('answers null for what cannot be read', async () => {
    const path = join(folder, 'c.xlsx');
    await writeFile(path, 'PK not a zip');
    expect(await readSheet(path, 'xlsx', 10)).toBeNull();
  });
});
