// Files that lie, break or are too much (Q, S26): a refusal in words or a report by row, never a crash.
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { FileProblem } from '#platform/files/problem';
import { readList } from './read-list.ts';
import type { ReadFile } from './types.ts';

const read = (
  bytes: Uint8Array | string,
  fileName = 'danh-sach.csv',
  subject: 'products' | 'producers' | 'units' = 'products',
) => readList(Buffer.from(bytes), { subject, fileName, today: '2026-06-01' });
const codeOf = (bytes: Uint8Array | string, fileName?: string) =>
  read(bytes, fileName).then(
    () => 'read',
    (error: unknown) => (error instanceof FileProblem ? error.code : `crash: ${error}`),
  );
const rowsOf = (file: ReadFile) =>
  file.rows
    .filter((row) => row.status !== 'skipped')
    .map(({ row, status, product, stars }) => ({ row, status, product, stars }));

function zip(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(parts)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    file.outputStream.on('error', reject);
  });
}

const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
const workbook = (sheet: string | Buffer, more: Readonly<Record<string, string>> = {}) =>
  zip({ 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELS, 'xl/worksheets/sheet1.xml': sheet, ...more });
const cell = (at: string, text: string, more = '') => `<c r="${at}" t="inlineStr"${more}><is><t>${text}</t></is></c>`;
const HEAD = `<row r="1">${cell('A1', 'STT')}${cell('B1', 'Tên sản phẩm')}${cell('C1', 'Chủ thể')}${cell('D1', 'Hạng sao')}</row>`;

test('what is no list is refused in words', async () => {
  const xlsx = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: [['Tên sản phẩm', 'Chủ thể']] }] }));
  expect({
    empty: await codeOf(''),
    blank: await codeOf(' \n\n '),
    old: await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'cu.xls'),
    pdf: await codeOf('%PDF-1.7', 'danh-sach.xlsx'),
    noise: await codeOf(Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 32))),
    cut: await codeOf(xlsx.subarray(0, 900), 'danh-sach.xlsx'),
    otherZip: await codeOf(await zip({ 'word/document.xml': '<a/>' }), 'danh-sach.xlsx'),
    macroName: await codeOf('Tên sản phẩm,Chủ thể\nChè,HTX', 'danh-sach.xlsm'),
    macroInside: await codeOf(await workbook('<worksheet/>', { 'xl/vbaProject.bin': 'x' }), 'danh-sach.xlsx'),
    doctype: await codeOf(await workbook('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'), 'danh-sach.xlsx'),
    malformed: await codeOf(await workbook('<worksheet><sheetData><row>'), 'danh-sach.xlsx'),
    wrongEnding: await codeOf(xlsx, 'danh-sach.csv'),
  }).toEqual({
    ...{
      empty: 'empty',
      blank: 'empty',
      old: 'kind',
      pdf: 'kind',
      noise: 'encoding',
      cut: 'broken',
      otherZip: 'mismatch',
    },
    ...{ macroName: 'macro', macroInside: 'macro', doctype: 'broken', malformed: 'broken', wrongEnding: 'read' },
  });
});

test('a bomb and a sheet of a million rows end soon, with a limit in words', { timeout: 60_000 }, async () => {
  const bomb = await workbook(Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(420 * 1024 * 1024, 0x20)]));
  expect(await codeOf(bomb, 'bom.xlsx')).toBe('unpacked');
  const rows = '<row><c t="n"><v>1</v></c></row>'.repeat(250_000);
  expect(await codeOf(await workbook(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), 'dai.xlsx')).toBe(
    'tooLarge',
  );
  const empty = '<row r="9"/>'.repeat(1_000_000);
  const short = await read(await workbook(`<worksheet><sheetData>${HEAD}${empty}</sheetData></worksheet>`), 'dai.xlsx');
  expect(rowsOf(short)).toEqual([]);
  expect(await codeOf('a,b\n'.repeat(200_001))).toBe('tooLarge');
});

test('the reading of a long list tells its progress and ends when it is stopped', async () => {
  const rows = '<row><c t="n"><v>1</v></c></row>'.repeat(3_000);
  const bytes = await workbook(`<worksheet><sheetData>${HEAD}${rows}</sheetData></worksheet>`);
  const stop = new Error('stopped by the officer');
  const told: number[] = [];
  const progress = (done: number): void => {
    told.push(done);
    if (done >= 2_000) throw stop;
  };
  await expect(readList(bytes, { subject: 'products', fileName: 'dai.xlsx', progress })).rejects.toBe(stop);
  expect(told).toEqual([1_000, 2_000]);
});

test('formulas are never evaluated: the kept value counts, without one the row is doubtful', async () => {
  const sheet = `<worksheet><sheetData>${HEAD}
    <row r="2"><c r="A2"><v>1</v></c>${cell('B2', 'Chè')}${cell('C2', 'HTX A')}<c r="D2"><f>1+3</f><v>4</v></c></row>
    <row r="3"><c r="A3"><v>2</v></c>${cell('B3', 'Trà')}${cell('C3', 'HTX A')}<c r="D3"><f>1+2</f></c></row>
    <row r="4"><c r="A4"><v>3</v></c>${cell('B4', 'Mật')}${cell('C4', 'HTX A')}<c r="D4" t="e"><v>#REF!</v></c></row></sheetData></worksheet>`;
  const file = await read(await workbook(sheet), 'cong-thuc.xlsx');
  expect(rowsOf(file)).toEqual([
    { row: 2, status: 'new', product: 'Chè', stars: 4 },
    { row: 3, status: 'doubtful', product: 'Trà', stars: null },
    { row: 4, status: 'doubtful', product: 'Mật', stars: null },
  ]);
  expect(file.rows[2]?.source).toContain('=1+2');
});

test('stars 6, the 31st of February, negative points and communes that do not exist are told by row', async () => {
  const lines = [
    'STT,Tên sản phẩm,Chủ thể,Địa chỉ,Hạng sao,Điểm,Ngày QĐ',
    '1,Chè,HTX A,"xã Tân Cương, TP. Thái Nguyên, tỉnh Thái Nguyên",6,80,1/2/2023',
    '2,Trà,HTX B,"xã Tân Cương, TP. Thái Nguyên, tỉnh Thái Nguyên",4,80,31/2/2023',
    '3,Mật,HTX C,"xã Tân Cương, TP. Thái Nguyên, tỉnh Thái Nguyên",4,-5,1/2/2023',
    '4,Gạo,HTX D,"xã Không Có, TP. Thái Nguyên, tỉnh Thái Nguyên",4,80,1/2/2023',
    '5,Nem,HTX E,"xã Tân Cương, TP. Thái Nguyên, tỉnh Thái Nguyên",4,80,1/2/2023',
  ];
  const { rows } = await read(lines.join('\n'));
  const told = rows
    .slice(1)
    .map((row) => [row.row, row.status, row.stars, row.decisionDate, row.score, row.communeCode, row.notes[0]?.code]);
  expect(told).toEqual([
    [2, 'doubtful', null, '2023-02-01', 80, '05503', 'stars'],
    [3, 'doubtful', 4, null, 80, '05503', 'date'],
    [4, 'doubtful', 4, '2023-02-01', null, '05503', 'value'],
    [5, 'doubtful', 4, '2023-02-01', 80, null, 'communeNotFound'],
    [6, 'new', 4, '2023-02-01', 80, '05503', undefined],
  ]);
});

test('struck rows, hidden rows and columns are read and say so', async () => {
  const styles =
    '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';
  const sheet = `<worksheet><cols><col min="3" max="3" hidden="1"/></cols><sheetData>${HEAD}
    <row r="2"><c r="A2"><v>1</v></c>${cell('B2', 'Chè', ' s="1"')}${cell('C2', 'HTX A')}<c r="D2"><v>4</v></c></row>
    <row r="3" hidden="1"><c r="A3"><v>2</v></c>${cell('B3', 'Trà')}${cell('C3', 'HTX A')}<c r="D3"><v>3</v></c></row></sheetData></worksheet>`;
  const { rows } = await read(await workbook(sheet, { 'xl/styles.xml': styles }), 'gach.xlsx');
  expect(rows.slice(1).map((row) => [row.status, row.producer, ...row.notes.map((note) => note.code)])).toEqual([
    ['doubtful', 'HTX A', 'struck', 'hiddenColumn'],
    ['new', 'HTX A', 'hiddenColumn', 'hiddenRow'],
  ]);
});

test('an encoding that lies is seen through, what fits none is doubtful', async () => {
  const csv = 'STT;Tên sản phẩm;Chủ thể;Hạng sao\n1;Chè Tân Cương;HTX Hảo Đạt;4\n';
  const lyingMark = await read(Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(csv)]));
  expect(rowsOf(lyingMark)).toEqual([{ row: 2, status: 'new', product: 'Chè Tân Cương', stars: 4 }]);
  const noMark = await read(Buffer.from(csv, 'utf16le'));
  expect([noMark.encoding, rowsOf(noMark)]).toEqual([
    'utf-16le',
    [{ row: 2, status: 'new', product: 'Chè Tân Cương', stars: 4 }],
  ]);
  const broken = await read(
    Buffer.from('STT;Ten san pham;Chu the;Hang sao\n1;Ch\u00ff\u00fe \u00de\u00d8;HTX;4\n', 'latin1'),
  );
  expect(rowsOf(broken)[0]?.status).toBe('doubtful');
});

test('random bytes and random cells end in a list or a refusal', { timeout: 60_000 }, async () => {
  const seed = 20_260_602;
  console.info(`seed ${seed}`);
  const heads = fc.constantFrom(
    '',
    'PK\u0003\u0004',
    '\u00ef\u00bb\u00bf',
    '\u00ff\u00fe',
    'STT,Tên sản phẩm,Chủ thể\n',
  );
  const bytes = fc
    .tuple(heads, fc.uint8Array({ maxLength: 400 }))
    .map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest]));
  const names = fc.constantFrom('a.csv', 'a.xlsx', 'a.txt', 'a');
  await fc.assert(
    fc.asyncProperty(bytes, names, async (content, name) => {
      expect(await codeOf(content, name)).not.toContain('crash');
    }),
    { seed, numRuns: 400 },
  );
  const cells = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 6 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(cells, fc.constantFrom('products', 'producers', 'units'), async (rows, subject) => {
      const text = [['STT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Hạng sao', 'Quyết định'], ...rows]
        .map((row) => row.join(';'))
        .join('\n');
      const file = await read(text, 'a.csv', subject);
      for (const row of file.rows) expect(row.stars === null || (row.stars >= 1 && row.stars <= 5)).toBe(true);
    }),
    { seed, numRuns: 200 },
  );
});
