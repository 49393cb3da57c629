import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { XmlReader } from './office-xml.ts';
import type { FileRefusal } from './problem.ts';

/** Limits of S26 for what an office file unpacks to. */
const OFFICE_LIMITS = { unpackedBytes: 100 * 1024 * 1024, entries: 2000 } as const;

const MAIN_PART = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;
const MACRO_PART = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/|macrosheets\/|embeddings\/|customUI)/i;
const LINK_PART = /(^|\/)externalLinks\//i;
const SYMLINK = 0o120000;
const FILE_TYPE_BITS = 0o170000;
const XML_PART = /\.(xml|rels|vml)$/i;
/** Parts read to the end: content types name macros, relationships name outside files. */
const WHOLE_PART = /(^\[Content_Types\]\.xml|\.rels)$/i;
/** Longer than any office program writes them; a longer one is refused, never skipped. */
const LONGEST_WHOLE_PART = 4 * 1024 * 1024;

/**
 * Looks into an office file before anyone opens it (S26): number of parts, unpacked size (really unpacked, not only
 * declared), names of parts, symbolic links, macros, embedded files, links to outside files, and whether it is the kind its name says.
 */
export async function inspectOffice(path: string, kind: 'docx' | 'xlsx'): Promise<FileRefusal | null> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
  } catch {
    return damaged();
  }
  try {
    if (zip.entryCount > OFFICE_LIMITS.entries) return tooManyParts();
    return await inspectParts(zip, kind);
  } catch (error) {
    return error instanceof Error && /invalid (relative path|characters in fileName)|absolute path/.test(error.message)
      ? {
          code: 'paths',
          message: 'Tệp chứa tên phần bên trong không hợp lệ. Hãy lưu lại bằng Word hoặc Excel rồi gửi lại.',
        }
      : damaged();
  } finally {
    zip.close();
  }
}

async function inspectParts(zip: ZipFile, kind: 'docx' | 'xlsx'): Promise<FileRefusal | null> {
  const seen = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (seen.has(entry.fileName)) return damaged();
    seen.add(entry.fileName);
    if (seen.size > OFFICE_LIMITS.entries) return tooManyParts();
    const refused = refusePart(entry);
    if (refused) return refused;
    if (unpacked + entry.uncompressedSize > OFFICE_LIMITS.unpackedBytes) return tooLarge();
    const xml = XML_PART.test(entry.fileName) ? new XmlReader(WHOLE_PART.test(entry.fileName)) : null;
    const size = await unpack(zip, entry, OFFICE_LIMITS.unpackedBytes - unpacked, xml);
    if (size === null) return tooLarge();
    unpacked += size;
    const problem = xml?.end() ?? null;
    if (problem !== null) return OF_XML[problem]();
  }
  if (seen.has(MAIN_PART[kind]) && seen.has('[Content_Types].xml')) return null;
  return {
    code: 'mismatch',
    message: `Tên tệp là .${kind} nhưng bên trong không phải. Hãy lưu lại đúng loại ${kind.toUpperCase()} rồi gửi lại.`,
  };
}

function refusePart(entry: Entry): FileRefusal | null {
  if (entry.isEncrypted())
    return { code: 'encrypted', message: 'Tệp đang bị khóa bằng mật khẩu. Hãy bỏ khóa rồi gửi lại.' };
  const isLink = ((entry.externalFileAttributes >>> 16) & FILE_TYPE_BITS) === SYMLINK;
  if (isLink || LINK_PART.test(entry.fileName)) return links();
  if (WHOLE_PART.test(entry.fileName) && entry.uncompressedSize > LONGEST_WHOLE_PART) return damaged();
  return MACRO_PART.test(entry.fileName) ? macros() : null;
}

/** Unpacks one part past its reader; answers how many bytes came out, null when more than `room` do. */
async function unpack(zip: ZipFile, entry: Entry, room: number, xml: XmlReader | null): Promise<number | null> {
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room) {
      stream.destroy();
      return null;
    }
    xml?.write(chunk);
  }
  return size;
}

const damaged = (): FileRefusal => ({
  code: 'broken',
  message: 'Tệp bị hỏng, không mở được. Hãy lưu lại bằng Word hoặc Excel rồi gửi lại.',
});
const tooLarge = (): FileRefusal => ({
  code: 'unpacked',
  message: 'Tệp bung ra lớn hơn 100 MB. Hãy chia nhỏ nội dung rồi gửi lại.',
});
const tooManyParts = (): FileRefusal => ({
  code: 'entries',
  message: 'Tệp chứa quá 2.000 phần bên trong. Hãy bỏ bớt hình, bảng rồi gửi lại.',
});
const macros = (): FileRefusal => ({
  code: 'macro',
  message:
    'Tệp chứa lệnh tự chạy (macro) hoặc đối tượng nhúng nên không nhận. Hãy bỏ đi, lưu lại dạng DOCX hoặc XLSX rồi gửi lại.',
});
const links = (): FileRefusal => ({
  code: 'links',
  message: 'Tệp có liên kết tới tệp bên ngoài. Hãy bỏ liên kết, lưu lại rồi gửi lại.',
});
const OF_XML = { broken: damaged, macro: macros, links } as const;
