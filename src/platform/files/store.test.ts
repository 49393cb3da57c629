import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVIDENCE } from './kinds.ts';
import { preview } from './preview.ts';
import { writeProblem } from './problem.ts';
import { fileHeaders } from './serve.ts';
import { type FileStore, openFileStore } from './store.ts';

let folder = '';
let store: FileStore;
const picture = (colour: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  store = await openFileStore('file:tệp', folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function everything(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('S27: the store of files', () => {
  it('keeps bytes under their hash with a random id, once for the same content', async () => {
    const bytes = await picture('red');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const first = await store.put(
      Readable.from([bytes.subarray(0, 30), bytes.subarray(30)]),
      { name: 'Đỏ.png' },
      EVIDENCE,
    );
    const second = await store.put(bytes, { name: 'khác.png' }, EVIDENCE);
    expect(first).toMatchObject({
      sha256,
      size: bytes.length,
      type: 'image/png',
      name: 'Đỏ.png',
      width: 60,
      height: 40,
    });
    expect(second.sha256).toBe(sha256);
    expect(second.id).not.toBe(first.id);
    expect(await everything()).toEqual([join(folder, 'tệp', sha256.slice(0, 2), sha256)]);
    const opened = await store.open(sha256);
    expect(opened.size).toBe(bytes.length);
    expect(await buffer(opened.stream)).toEqual(bytes);
  });

  it('Q7: a refused, oversized or interrupted upload leaves nothing', async () => {
    await expect(store.put(Buffer.from('<svg/>'), { name: 'a.png' }, EVIDENCE)).rejects.toMatchObject({
      code: 'mismatch',
      status: 422,
    });
    await expect(store.put(Buffer.from('x'), { name: 'a.exe' }, EVIDENCE)).rejects.toMatchObject({
      code: 'kind',
      status: 415,
    });
    const flood = Readable.from(
      (function* () {
        for (let i = 0; i < 1000; i += 1) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    await expect(store.put(flood, { name: 'a.pdf' }, EVIDENCE)).rejects.toMatchObject({
      code: 'tooLarge',
      status: 413,
    });
    expect(flood.destroyed).toBe(false);
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('%PDF-1.7');
        throw new Error('connection lost');
      })(),
    );
    await expect(store.put(broken, { name: 'a.pdf' }, EVIDENCE)).rejects.toThrow('connection lost');
    expect(await everything()).toEqual([]);
  });

  it('Q7: the hash is checked on reading; damage never looks like a whole file', async () => {
    const bytes = await picture('blue');
    const { sha256 } = await store.put(bytes, { name: 'a.png' }, EVIDENCE);
    await appendFile(await store.path(sha256), 'x');
    await expect(store.read(sha256)).rejects.toMatchObject({ code: 'damaged', status: 500 });
    const opened = await store.open(sha256);
    await expect(buffer(opened.stream)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('S30: only a hash can name a stored file', async () => {
    for (const name of ['../../etc/passwd', 'A'.repeat(64), '', 'ab'.repeat(32)]) {
      await expect(store.open(name)).rejects.toMatchObject({ code: 'missing', status: 404 });
    }
  });

  it('Q7: sweeping removes left-over parts and unreferred files, but nothing young or referred', async () => {
    const used = await store.put(await picture('red'), { name: 'a.png' }, EVIDENCE);
    const orphan = await store.put(await picture('green'), { name: 'b.png' }, EVIDENCE);
    const young = await store.put(await picture('white'), { name: 'c.png' }, EVIDENCE);
    const part = join(folder, 'tệp', 'incoming', 'x.part');
    await writeFile(part, 'half');
    const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    for (const path of [await store.path(used.sha256), await store.path(orphan.sha256), part])
      await utimes(path, old, old);
    const referred = async (hashes: string[]) => new Set(hashes.filter((hash) => hash === used.sha256));
    expect(await store.sweep({ referred })).toEqual({ parts: 1, files: 1 });
    expect(existsSync(join(folder, 'tệp', orphan.sha256.slice(0, 2), orphan.sha256))).toBe(false);
    const kept: string[] = [];
    for await (const sha256 of store.list()) kept.push(sha256);
    expect(kept.sort()).toEqual([used.sha256, young.sha256].sort());
  });

  it.runIf(existsSync('/dev/full'))('Q8: a full disk is a 507 in words', async () => {
    const failure = await writeFile('/dev/full', 'x').catch((error: unknown) => error);
    expect(writeProblem(failure)).toMatchObject({ code: 'diskFull', status: 507 });
  });

  it('refuses an address it does not know', () => {
    expect(() => openFileStore('s3://bucket', folder)).toThrow('FILES_URL');
  });
});

describe('S27, S28: what is shown and how it is served', () => {
  it('a preview is upright, small and carries no metadata', async () => {
    const original = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Copyright: 'x' }, IFD3: { GPSLatitude: '21/1 0/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    for (const format of ['webp', 'jpeg'] as const) {
      const shown = await preview(original, 800, format);
      expect(shown).toMatchObject({ type: `image/${format}`, width: 200, height: 800 });
      const facts = await sharp(shown.bytes).metadata();
      expect(facts.exif).toBeUndefined();
      expect(facts.orientation).toBeUndefined();
    }
  });

  it('headers put every file in a sandbox, and only showable kinds inline', () => {
    const pdf = { name: 'Giấy "phép".pdf', type: 'application/pdf', size: 5, sha256: 'ab' };
    const headers = fileHeaders(pdf);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(fileHeaders(pdf, 'inline')['content-disposition']).toMatch(/^inline; /);
    expect(fileHeaders({ ...pdf, type: 'text/csv', name: 'a.csv' }, 'inline')['content-disposition']).toMatch(
      /^attachment/,
    );
  });
});
