import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { pdfText } from '../../../tests/support/documents.ts';
import { LIST_FORMS, type ListForm, listFile, takenAs } from './list-file.ts';
import { closePdf } from './pdf.ts';
import { closeSheets } from './sheet.ts';

afterAll(async () => {
  await Promise.all([closeSheets(), closePdf()]);
});

const at = new Date('2026-06-24T02:30:00Z');
interface Row {
  name: string;
  stars: number | null;
  on: string | null;
}
const hostile = ['=HYPERLINK("http://evil")', '+84', '-cá', '@sum', 'Miến "dong", loại 1\nhai dòng'];
const rows: Row[] = [
  { name: 'Mỳ gạo Chũ', stars: 4, on: '2026-06-24' },
  ...hostile.map((name) => ({ name, stars: null, on: null })),
];
const list = (of: readonly Row[] = rows) =>
  listFile('san-pham', 'Sản phẩm', of, [
    ['Tên sản phẩm', 'text', 40, (row) => row.name],
    ['Hạng sao', 'integer', 10, (row) => row.stars],
    ['Ngày cấp', 'date', 12, (row) => row.on],
  ]);
const taken = async (form: ListForm, of?: readonly Row[]) => {
  const { body, ...file } = await takenAs(list(of), form, at);
  return { ...file, bytes: body instanceof Readable ? await buffer(body) : Buffer.from(body) };
};

describe('a list taken away', () => {
  it('has one name and four forms', async () => {
    const files = await Promise.all(LIST_FORMS.map((form) => taken(form)));
    expect(files.map(({ name }) => name)).toEqual(['san-pham.xlsx', 'san-pham.csv', 'san-pham.json', 'san-pham.pdf']);
  });

  it('S22 CSV: marked as UTF-8, quoted, no cell can be a formula', async () => {
    const { bytes } = await taken('csv');
    const [head, first, ...rest] = parseCsv(bytes.toString('utf8'));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    expect([head, first]).toEqual([
      ['Tên sản phẩm', 'Hạng sao', 'Ngày cấp'],
      ['Mỳ gạo Chũ', '4', '2026-06-24'],
    ]);
    expect(rest.map(([name]) => name)).toEqual(hostile.map((name) => (/^[=+@-]/.test(name) ? `'${name}` : name)));
  });

  it('CSV: a moment is what the clock in Vietnam showed, as a spreadsheet reads it', async () => {
    const moments = listFile('so-ghi', 'Sổ', [{ at }], [['Lúc', 'time', 18, (row) => row.at]]);
    const { body } = await takenAs(moments, 'csv', at);
    expect((await text(body as Readable)).split('\r\n')[1]).toBe('2026-06-24 09:30:00');
  });

  it('JSON: its columns, and each row by their names', async () => {
    const { bytes } = await taken('json');
    const read = JSON.parse(bytes.toString()) as { title: string; made: string; rows: Record<string, unknown>[] };
    expect([read.title, read.made, read.rows.length]).toEqual(['Sản phẩm', at.toISOString(), rows.length]);
    expect(read.rows[0]).toEqual({ 'Tên sản phẩm': 'Mỳ gạo Chũ', 'Hạng sao': 4, 'Ngày cấp': '2026-06-24' });
    const none = await takenAs(list([]), 'json', at);
    expect(JSON.parse(await text(none.body as Readable))).toMatchObject({ rows: [] });
  });

  it('Excel: the same rows', async () => {
    const book = await readXlsx((await taken('xlsx')).bytes);
    expect(book.sheets[0]?.rows.slice(1).map(([name]) => name)).toEqual(rows.map(({ name }) => name));
  });

  it('PDF: every row, days as people write them, head and number on each page', async () => {
    const many = Array.from({ length: 90 }, (_, no) => ({ name: `Trà sen số ${no + 1}`, stars: 3, on: '2026-06-24' }));
    const pages = await pdfText(Uint8Array.from((await taken('pdf', many)).bytes));
    const said = pages.join('\n');
    expect(said).toContain('90 dòng, lập lúc 09:30');
    expect(said).toContain('24/06/2026');
    for (const { name } of many) expect(said).toContain(name);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Tên sản phẩm');
  });

  it('PDF: what is too long for paper is refused in words', async () => {
    const many = Array.from({ length: 2001 }, (_, no) => ({ name: `Trà ${no}`, stars: 3, on: null }));
    await expect(takenAs(list(many), 'pdf', at)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('hơn 2.000 dòng'),
    });
  });
});
