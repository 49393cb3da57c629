import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShownFile } from './file-store.ts';
import { pdfPage } from './pdf-page.ts';
import { preview } from './preview.ts';
import { FileProblem } from './problem.ts';

const MONTH = 30 * 24 * 60 * 60 * 1000;
const SMALLEST = 64;
const LARGEST = 2400;

/** Copies to be shown in place of the original (S27): WebP without metadata, made when first asked for. */
export interface Previews {
  show(file: ShownFile, page: number, edge: number): Promise<Buffer>;
  /** Forgets pictures older than a month; they are made again when needed. Answers how many. */
  sweep(olderThanMs?: number): Promise<number>;
}

/** Previews kept in `folder`, which may be emptied at any time; `pathOf` finds the original. */
export async function openPreviews(pathOf: (sha256: string) => Promise<string>, folder: string): Promise<Previews> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const underWay = new Map<string, Promise<Buffer>>();

  async function make(sha256: string, type: string, page: number, edge: number): Promise<Buffer> {
    const original = await pathOf(sha256);
    if (type !== 'application/pdf') return (await preview(original, edge)).bytes;
    return (await preview(await pdfPage(original, page, edge), edge)).bytes;
  }

  async function makeAndKeep(place: string, ...what: Parameters<typeof make>): Promise<Buffer> {
    const bytes = await make(...what);
    const part = `${place}.${randomBytes(6).toString('hex')}`;
    // A preview that cannot be kept (disk full) is still shown.
    await writeFile(part, bytes, { mode: 0o600 })
      .then(() => rename(part, place))
      .catch(() => unlink(part).catch(() => undefined));
    return bytes;
  }

  return {
    async show({ sha256, type, pages }, page, edge) {
      if (type !== 'application/pdf' && !type.startsWith('image/')) {
        throw new FileProblem('kind', 'Loại tệp này không xem trực tiếp được. Hãy tải tệp về để xem.');
      }
      const last = type === 'application/pdf' ? (pages ?? 1) : 1;
      if (!Number.isInteger(page) || page < 1 || page > last || !/^[0-9a-f]{64}$/.test(sha256)) {
        throw new FileProblem('missing', 'Tệp không có trang này.');
      }
      const size = Math.min(Math.max(Math.round(edge), SMALLEST), LARGEST);
      const place = join(folder, `${sha256}-${page}-${size}.webp`);
      const kept = await readFile(place).catch(() => null);
      if (kept) return kept;
      const running = underWay.get(place) ?? makeAndKeep(place, sha256, type, page, size);
      underWay.set(place, running);
      try {
        return await running;
      } finally {
        underWay.delete(place);
      }
    },
    async sweep(olderThanMs = MONTH) {
      let removed = 0;
      for (const name of await readdir(folder)) {
        const facts = await stat(join(folder, name)).catch(() => null);
        if (facts && facts.mtimeMs < Date.now() - olderThanMs) {
          await unlink(join(folder, name));
          removed += 1;
        }
      }
      return removed;
    },
  };
}
