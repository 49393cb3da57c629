import { mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { writeProblem } from './problem.ts';

const UPLOAD = /^[0-9a-f-]{36}$/;
const ENDING = '.upload';
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Bytes of files that come in parts, each under the id of its upload, until the file is whole (Q7). */
export interface Parts {
  /** Writes a part at its place; the bytes are on the disk when it returns. Throws `diskFull`. */
  write(upload: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** Do these bytes stand there already? */
  same(upload: string, offset: number, bytes: Uint8Array): Promise<boolean>;
  /** Where the bytes lie. */
  pathOf(upload: string): string;
  drop(upload: string): Promise<void>;
  /** Removes what nobody has added to for a week; answers how many. */
  sweep(): Promise<number>;
}

/** Parts in `folder`, which is made if needed. */
export async function openParts(folder: string): Promise<Parts> {
  await mkdir(folder, { recursive: true, mode: 0o700 });

  function pathOf(upload: string): string {
    if (!UPLOAD.test(upload)) throw new Error('an upload is named by its id');
    return join(folder, `${upload}${ENDING}`);
  }

  return {
    pathOf,
    async write(upload, offset, bytes) {
      try {
        const file = await open(pathOf(upload), offset === 0 ? 'w' : 'r+', 0o600);
        try {
          await file.write(bytes, 0, bytes.byteLength, offset);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw writeProblem(error);
      }
    },
    async same(upload, offset, bytes) {
      const file = await open(pathOf(upload), 'r').catch(() => null);
      if (file === null) return false;
      try {
        const kept = Buffer.alloc(bytes.byteLength);
        const { bytesRead } = await file.read(kept, 0, kept.length, offset);
        return bytesRead === kept.length && kept.equals(bytes);
      } finally {
        await file.close();
      }
    },
    async drop(upload) {
      await unlink(pathOf(upload)).catch(() => undefined);
    },
    async sweep() {
      let removed = 0;
      for (const name of await readdir(folder)) {
        if (!name.endsWith(ENDING)) continue;
        const path = join(folder, name);
        const facts = await stat(path).catch(() => null);
        if (facts && facts.mtimeMs < Date.now() - WEEK) {
          await unlink(path).catch(() => undefined);
          removed += 1;
        }
      }
      return removed;
    },
  };
}
