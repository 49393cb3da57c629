/** The parts of a workbook, unpacked within limits (S26). */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileProblem } from '#platform/files/problem';
import { LIST_LIMITS } from './cells.ts';

const MACRO = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/|macrosheets\/|embeddings\/|customUI)/i;
const WORKBOOK = 'xl/workbook.xml';

export const broken = (): FileProblem =>
  new FileProblem('broken', 'Tệp bị hỏng, không mở được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.');
const tooLarge = (): FileProblem =>
  new FileProblem('unpacked', 'Tệp bung ra quá lớn (trên 400 MB). Hãy chia danh sách thành nhiều tệp rồi gửi lại.');

/** An opened workbook: which parts it has, and each part's bytes piece by piece. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #room = LIST_LIMITS.unpackedBytes;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Throws FileProblem: broken, locked, with macros, not a workbook, unpacking to too much. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
      throw broken();
    });
    const entries = new Map<string, Entry>();
    let declared = 0;
    try {
      for await (const entry of zip.eachEntry()) {
        declared += entry.uncompressedSize;
        refuse(entry, entries.size, declared);
        entries.set(entry.fileName, entry);
      }
    } catch (error) {
      throw error instanceof FileProblem ? error : broken();
    }
    if (!entries.has(WORKBOOK)) {
      throw new FileProblem(
        'mismatch',
        'Tệp không phải bảng tính Excel (.xlsx). Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
      );
    }
    return new Archive(zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Gives the pieces of one part to `take`. Throws FileProblem when more comes out than may. */
  async read(name: string, take: (text: string) => void): Promise<void> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw broken();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.#room -= chunk.length;
        if (this.#room < 0) throw tooLarge();
        take(decoder.decode(chunk, { stream: true }));
      }
      take(decoder.decode());
    } catch (error) {
      throw error instanceof FileProblem ? error : broken();
    }
  }

  close(): void {
    this.#zip.close();
  }
}

function refuse(entry: Entry, count: number, declared: number): void {
  if (entry.isEncrypted()) {
    throw new FileProblem('encrypted', 'Tệp đang bị khóa bằng mật khẩu. Hãy bỏ khóa rồi gửi lại.');
  }
  if (MACRO.test(entry.fileName)) {
    throw new FileProblem('macro', 'Tệp chứa lệnh tự chạy (macro) nên không nhận. Hãy lưu lại dạng .xlsx rồi gửi lại.');
  }
  if (declared > LIST_LIMITS.unpackedBytes) throw tooLarge();
  if (count >= LIST_LIMITS.parts) throw new FileProblem('entries', 'Tệp chứa quá 2.000 phần bên trong nên không nhận.');
}
