import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from './inspect.ts';
import { closePdfReader } from './inspect-pdf.ts';
import { type Accepted, EVIDENCE, IMPORT, OFFICE } from './kinds.ts';

let folder = '';
let pdf: Uint8Array;
let docx: Uint8Array;
let xlsx: Uint8Array;
const pictures: Record<'jpeg' | 'png' | 'webp', Buffer> = {
  jpeg: Buffer.alloc(0),
  png: Buffer.alloc(0),
  webp: Buffer.alloc(0),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  const made = await PDFDocument.create();
  made.addPage([595, 842]);
  made.addPage([595, 842]);
  pdf = await made.save();
  docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Tờ trình')] }] }));
  xlsx = await writeXlsx({ sheets: [{ name: 'Tài khoản', rows: [['Họ tên', 'Thư điện tử']] }] });
  const noise = sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 120, sigma: 50 },
    },
  });
  pictures.jpeg = await noise.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer();
  pictures.png = await noise.clone().png().toBuffer();
  pictures.webp = await noise.clone().webp().toBuffer();
});
afterAll(async () => {
  await closePdfReader();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
async function look(bytes: Uint8Array | string, name: string, accepted: Accepted = EVIDENCE, type = '') {
  count += 1;
  const path = join(folder, `f${count}`);
  await writeFile(path, bytes);
  return inspect(path, { name, type }, accepted);
}
async function refusal(...args: Parameters<typeof look>) {
  const outcome = await look(...args);
  if (outcome.ok) throw new Error(`not refused: ${JSON.stringify(outcome.facts)}`);
  expect(outcome.refusal.message).toMatch(/^\p{Lu}.*\.$/u);
  return outcome.refusal;
}
/** The xlsx with parts added or replaced. */
function altered(base: Uint8Array, parts: Zippable): Uint8Array {
  return zipSync({ ...unzipSync(base), ...parts });
}

describe('S25, S26: what is accepted', () => {
  it('takes a PDF and counts its pages', async () => {
    expect(await look(pdf, 'Giấy phép.PDF', EVIDENCE, 'application/pdf')).toEqual({
      ok: true,
      facts: { kind: 'pdf', type: 'application/pdf', name: 'Giấy phép.pdf', pages: 2 },
    });
  });
  it('takes pictures and tells their size as seen', async () => {
    expect(await look(pictures.jpeg, 'a.jpg', EVIDENCE, 'image/jpeg')).toMatchObject({
      facts: { width: 300, height: 400 },
    });
    expect(await look(pictures.png, 'a.png')).toMatchObject({ ok: true, facts: { kind: 'png', width: 400 } });
    expect(await look(pictures.webp, 'a.webp', EVIDENCE, 'application/octet-stream')).toMatchObject({ ok: true });
  });
  it('takes office files and lists where the door allows them', async () => {
    expect(await look(docx, 'a.docx', OFFICE)).toMatchObject({ ok: true, facts: { kind: 'docx' } });
    expect(await look(xlsx, 'a.xlsx', IMPORT)).toMatchObject({ ok: true, facts: { kind: 'xlsx' } });
    expect(await look('Họ tên;Vai trò\n', 'a.csv', IMPORT, 'application/vnd.ms-excel')).toMatchObject({ ok: true });
  });
});

describe('S25, S26: what is refused, in words that say what is accepted', () => {
  it.each([
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a.html', '<!doctype html><p>'],
    ['a.zip', 'PK'],
    ['a.docm', 'PK'],
    ['a.pdf.exe', '%PDF-1.7'],
    ['khong-duoi', '%PDF-1.7'],
  ])('%s', async (name, bytes) => {
    const { code, message } = await refusal(bytes, name);
    expect(code).toBe('kind');
    expect(message).toContain('Hãy nộp tệp PDF, JPG, PNG hoặc WebP, không quá 20 MB.');
  });
  it('an empty file, and one over the limit', async () => {
    expect((await refusal('', 'a.pdf')).code).toBe('empty');
    expect((await refusal(Buffer.alloc(20 * 1024 * 1024 + 1), 'a.pdf')).code).toBe('tooLarge');
  });
  it('a content that is not what the name or the sender says', async () => {
    expect((await refusal('<svg/>', 'a.pdf')).code).toBe('mismatch');
    expect((await refusal(pictures.png, 'a.jpg')).code).toBe('mismatch');
    expect((await refusal(pdf, 'a.png')).code).toBe('mismatch');
    expect((await refusal(pdf, 'a.pdf', EVIDENCE, 'image/png')).code).toBe('mismatch');
    expect((await refusal('<svg xmlns="x"/>', 'a.png')).code).toBe('mismatch');
    expect((await refusal(docx, 'a.xlsx', OFFICE)).code).toBe('mismatch');
    expect((await refusal(`<html>${String.fromCharCode(10)}`, 'a.csv', IMPORT)).code).toBe('mismatch');
  });
  it('pictures that are cut off', async () => {
    for (const [kind, bytes] of Object.entries(pictures)) {
      for (const part of [0.3, 0.9]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        expect((await refusal(cut, `a.${kind}`)).code, `${kind} ${part}`).toBe('truncated');
      }
    }
  });
  it('a picture of more than 50 megapixels', async () => {
    const huge = await sharp({ create: { width: 7200, height: 7000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect((await refusal(huge, 'a.png')).code).toBe('pixels');
  });
  it('PDFs that are cut off, broken, locked or only pretend', async () => {
    expect((await refusal(pdf.subarray(0, pdf.length - 40), 'a.pdf')).code).toBe('truncated');
    expect((await refusal('%PDF-1.7\nnothing here\n%%EOF', 'a.pdf')).code).toBe('broken');
    const locked = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/P -4' +
        `/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF`,
    );
    expect((await refusal(locked, 'a.pdf')).code).toBe('encrypted');
  });
  it('text that is not UTF-8', async () => {
    expect((await refusal(Buffer.from([0x48, 0xe0, 0x20]), 'a.csv', IMPORT)).code).toBe('encoding');
    expect((await refusal(Buffer.from('a\0b'), 'a.txt', IMPORT)).code).toBe('encoding');
  });
});

describe('S26: office files are looked into before they are opened', () => {
  it.each<[string, Zippable, string]>([
    ['a macro', { 'xl/vbaProject.bin': new Uint8Array(9) }, 'macro'],
    ['an embedded object', { 'xl/embeddings/oleObject1.bin': new Uint8Array(9) }, 'macro'],
    ['a link to another workbook', { 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') }, 'links'],
    [
      'a remote template',
      {
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil/" TargetMode="External"/></Relationships>',
        ),
      },
      'links',
    ],
    ['a path upwards', { '../../evil.txt': new Uint8Array(1) }, 'paths'],
    ['an absolute path', { '/etc/passwd': new Uint8Array(1) }, 'paths'],
    ['a symbolic link', { 'xl/link': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }, 'links'],
    ['an entity', { 'xl/extra.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') }, 'broken'],
    ['a bomb', { 'xl/media/zero.png': [new Uint8Array(101 * 1024 * 1024), { level: 6 }] }, 'unpacked'],
  ])('%s is refused', async (_what, parts, code) => {
    expect((await refusal(altered(xlsx, parts), 'a.xlsx', OFFICE)).code).toBe(code);
  });
  const rels = (attributes: string, filling = '') =>
    `<Relationships>${filling}<Relationship Id="r" ${attributes}/></Relationships>`;
  const outside = 'Type="http://x/attachedTemplate" Target="http://evil/" TargetMode="External"';
  const macroType =
    '<Types><Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>';
  const long = ' '.repeat(4_300_000);
  it.each<[string, string, string | Uint8Array, string]>([
    ['behind padding', 'word/_rels/document.xml.rels', rels(outside, long), 'broken'],
    ['as a character reference', 'word/_rels/a.xml.rels', rels(outside.replace('E', '&#69;')), 'links'],
    ['behind a > in an attribute', 'word/_rels/a.xml.rels', rels(`Note="r>1" ${outside}`), 'links'],
    ['in UTF-16', 'word/_rels/a.xml.rels', Buffer.from(`\ufeff${rels(outside)}`, 'utf16le'), 'broken'],
    ['in UTF-16 without its mark', 'word/_rels/a.xml.rels', Buffer.from(rels(outside), 'utf16le'), 'broken'],
    ['in a code page', 'word/_rels/a.xml.rels', `<?xml version="1.0" encoding="IBM037"?>${rels(outside)}`, 'broken'],
    ['in half an XML', 'word/_rels/a.xml.rels', rels(outside).slice(0, -1), 'links'],
    ['nowhere, in half an XML', 'word/_rels/a.xml.rels', '<Relationships><Relationship Id="r"/>', 'broken'],
    ['to a file inside', 'word/_rels/a.xml.rels', rels('Type="http://x/package" Target="a.bin"'), 'macro'],
  ])('S26 a relationship outside %s is refused', async (_what, name, bytes, code) => {
    const parts = { [name]: typeof bytes === 'string' ? strToU8(bytes) : new Uint8Array(bytes) };
    expect((await refusal(altered(docx, parts), 'a.docx', OFFICE)).code).toBe(code);
  });
  it.each<[string, string, string, string]>([
    ['a macro under another name', '[Content_Types].xml', macroType, 'macro'],
    [
      'content types too long to read',
      '[Content_Types].xml',
      macroType.replace('<Override', `${long}<Override`),
      'broken',
    ],
    ['an embedded document', 'word/embeddings/a.docm', 'PK', 'macro'],
    ['an embedded workbook', 'word/embeddings/a.xlsx', 'PK', 'macro'],
    ['an entity far down', 'word/x.xml', `<!--${long}--><!DOCTYPE a [<!ENTITY b "c">]><a/>`, 'broken'],
    ['letters that are not UTF-8 far down', 'word/x.xml', `<a>${long}`, 'broken'],
  ])('S26 %s is refused', async (_what, name, text, code) => {
    const bytes = text.startsWith('<a>')
      ? Buffer.concat([Buffer.from(text), Buffer.from([0xe0, 0x3c])])
      : strToU8(text);
    expect((await refusal(altered(docx, { [name]: bytes }), 'a.docx', OFFICE)).code).toBe(code);
  });
  it('S26 drawings as Office writes them, not quite XML, are harmless', async () => {
    const vml = strToU8('<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><br>Ý kiến</v:textbox></xml>');
    expect(await look(altered(xlsx, { 'xl/drawings/vmlDrawing1.vml': vml }), 'a.xlsx', OFFICE)).toMatchObject({
      ok: true,
    });
  });
  it('more than 2,000 parts are refused', async () => {
    const parts: Zippable = {};
    for (let number = 0; number < 2001; number += 1) parts[`xl/media/${number}.png`] = new Uint8Array(1);
    expect((await refusal(altered(xlsx, parts), 'a.xlsx', OFFICE)).code).toBe('entries');
  });
  it('a size that lies in the directory is found while unpacking', async () => {
    const zip = Buffer.from(altered(xlsx, { 'xl/media/a.png': [new Uint8Array(5_000_000), { level: 9 }] }));
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(5_000_000);
    for (let at = zip.indexOf(declared); at >= 0; at = zip.indexOf(declared, at + 1)) zip.writeUInt32LE(10, at);
    expect((await refusal(zip, 'a.xlsx', OFFICE)).code).toBe('broken');
  });
  it('a hyperlink is harmless', async () => {
    const rels =
      '<Relationships><Relationship Id="r" Type="http://x/relationships/hyperlink" Target="https://a/" TargetMode="External"/></Relationships>';
    expect(await look(altered(docx, { 'word/_rels/x.xml.rels': strToU8(rels) }), 'a.docx', OFFICE)).toMatchObject({
      ok: true,
    });
  });
  it('half a zip is refused', async () => {
    expect((await refusal(docx.subarray(0, docx.length / 2), 'a.docx', OFFICE)).code).toBe('broken');
  });
});
