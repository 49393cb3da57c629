import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officePart, pdfArchiveLevel, pdfText, pdfWords, wordText } from '../../../tests/support/documents.ts';
import type { Paper } from './paper.ts';
import { closePdf, renderPdf } from './pdf.ts';
import { printPdf, printWord } from './print.ts';
import { qrSvg } from './qr.ts';

const CREATED = new Date('2026-06-24T02:30:00Z');
const sample: Paper = {
  title: 'Quyết định thử',
  sections: [
    {
      blocks: [
        {
          kind: 'head',
          superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
          issuer: 'Sở Nông nghiệp và Môi trường',
          number: 'Số:        /QĐ-SNNMT',
          placeDate: 'Bắc Ninh, ngày 05 tháng 02 năm 2026',
        },
        { kind: 'title', type: 'Quyết định', summary: 'Về việc thử phông chữ' },
        { kind: 'bases', items: ['Căn cứ Nghị định số 30/2020/NĐ-CP;'] },
        {
          kind: 'text',
          text: [{ text: 'Điều 1.', bold: true }, ' Ắ Ằ Ẵ Ẳ Ặ Ơ Ờ Ữ Ỵ đ Đ #let x = 1 *không đậm* <b>&amp;'],
        },
        { kind: 'field', label: '1. Tên chủ thể', value: null },
        { kind: 'text', text: ['Đã nộp ', { tick: true }, ' chưa nộp ', { tick: false }] },
        { kind: 'break' },
        {
          kind: 'table',
          columns: [
            { header: 'TT', width: 1, align: 'center' },
            { header: 'Tên sản phẩm', width: 5 },
          ],
          rows: [[{ cell: 'I. Nhóm thực phẩm', span: 2, bold: true }], ['1', 'Mỳ gạo']],
        },
        { kind: 'qr', svg: qrSvg('https://a.example/b'), alt: 'Mã QR', text: 'Quét mã' },
        { kind: 'seal', title: 'Dấu niêm phong', lines: ['0123abc'] },
        {
          kind: 'closing',
          recipients: ['Như Điều 3;', 'Lưu: VT.'],
          signers: [{ capacity: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Nguyễn Văn Giả' }],
        },
      ],
    },
    {
      landscape: true,
      blocks: [
        { kind: 'title', type: 'Phụ lục', note: '(Kèm theo Quyết định)' },
        {
          kind: 'table',
          columns: [{ header: 'Cột lặp lại', width: 1 }],
          rows: Array.from({ length: 60 }, (_unused, index) => [`Dòng ${index + 1}`]),
        },
      ],
    },
  ],
};

afterAll(() => closePdf());

describe('R18: an official paper as PDF', () => {
  let bytes: Uint8Array;
  let pages: string[];
  beforeAll(async () => {
    bytes = (await printPdf(sample, CREATED)).bytes;
    pages = await pdfText(bytes);
  });

  it('keeps every Vietnamese letter, and data is never markup (S22)', () => {
    expect(pages[0]).toContain('ỦY BAN NHÂN DÂN');
    expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(pages[0]).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(pages[0]).toContain('Điều 1. Ắ Ằ Ẵ Ẳ Ặ Ơ Ờ Ữ Ỵ đ Đ #let x = 1 *không đậm* <b>&amp;');
    expect(pages[0]).toContain('Đã nộp √');
  });

  it('R18.1: A4, annex on its side; page numbers above, not on first pages, each section from 1', async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    const size = async (number: number) => (await pdf.getPage(number)).view.slice(2).map(Math.round);
    expect(await size(1)).toEqual([595, 842]);
    expect(await size(3)).toEqual([842, 595]);
    expect(pages[0]).not.toMatch(/^1 /);
    expect(pages[1]).toMatch(/^2 /);
    expect(pages[2]).toMatch(/^PHỤ LỤC/);
    expect(pages[3]).toMatch(/^2 Cột lặp lại/);
  });

  it('is tagged PDF/A-2a in Vietnamese with its fonts inside', async () => {
    expect(pdfArchiveLevel(bytes)).toBe('2A');
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).toContain('/StructTreeRoot');
    expect(source).toMatch(/\/Lang \(vi/);
    expect(source).toMatch(/\+Tinos-Regular/);
    expect(Buffer.from(bytes).toString('utf8')).toMatch(/<dc:title>.*Quyết định thử.*<\/dc:title>/su);
    expect(source).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(source).toContain('D:20260624023000');
  });

  it('has the same bytes for the same data, time and template', async () => {
    const again = await printPdf(structuredClone(sample), CREATED);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    const later = await printPdf(sample, new Date('2026-06-25T00:00:00Z'));
    expect(Buffer.from(later.bytes).equals(Buffer.from(bytes))).toBe(false);
  });

  it('prints letters no font of the house has as □, and drops control characters', async () => {
    const odd: Paper = {
      title: 'x',
      sections: [{ blocks: [{ kind: 'text', text: 'Cà phê ☕ 漢\u0007\u200B số "1" \\ ★' }] }],
    };
    const made = await printPdf(odd, CREATED);
    expect(await pdfWords(made.bytes)).toContain('Cà phê □ □ số "1" \\ □');
    expect(pdfArchiveLevel(made.bytes)).toBe('2A');
  });
});

describe('the typesetter', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'typst-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function template(source: string): Promise<URL> {
    const path = join(folder, `t${Math.random()}.typ`);
    await writeFile(path, source);
    return pathToFileURL(path);
  }

  it('names file and reason when a template is wrong', async () => {
    const wrong = await template('#let x = (\n#missing()');
    await expect(renderPdf(wrong, {}, { createdAt: CREATED })).rejects.toMatchObject({
      code: 'template',
      message: expect.stringContaining('unclosed delimiter'),
    });
  });

  it('cannot read outside its folder', async () => {
    const curious = await template('#read("../../../../etc/passwd")');
    await expect(renderPdf(curious, {}, { createdAt: CREATED })).rejects.toMatchObject({ code: 'template' });
  });

  it('gives up after the time limit and serves the next', async () => {
    const slow = await template('#let n = 0\n#for i in range(30000) { for j in range(300) { n += 1 } }\n#n');
    await expect(renderPdf(slow, {}, { createdAt: CREATED, limitMs: 100 })).rejects.toMatchObject({ code: 'timeout' });
    expect((await printPdf(sample, CREATED)).pages).toBeGreaterThan(3);
  });

  it('serves many at once, in order', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => printPdf(sample, CREATED)));
    expect(new Set(made.map((one) => one.bytes.length)).size).toBe(1);
  });
});

describe('R18: an official paper as Word', () => {
  it('has the words, the page, the face and the numbers of Decree 30', async () => {
    const bytes = await printWord(sample);
    const words = wordText(bytes);
    expect(words).toContain('SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG');
    expect(words).toContain('Điều 1. Ắ Ằ Ẵ Ẳ Ặ Ơ Ờ Ữ Ỵ đ Đ #let x = 1 *không đậm* <b>&amp;');
    expect(words).toContain('Đã nộp ☑ chưa nộp ☐');
    expect(words).toContain('I. Nhóm thực phẩm');
    const xml = officePart(bytes, 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1701"/);
    expect(xml).toContain('<w:titlePg/>');
    expect(xml).toContain('<w:pgNumType w:start="1"/>');
    expect(xml).toContain('<w:tblHeader/>');
    expect(officePart(bytes, 'word/styles.xml')).toContain('Times New Roman');
    const headers = ['word/header1.xml', 'word/header2.xml', 'word/header3.xml', 'word/header4.xml'].map((part) =>
      officePart(bytes, part),
    );
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(2);
  });
});
