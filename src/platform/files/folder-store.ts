import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, stat, statfs, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Readable, Transform } from 'node:stream';
import { v4 } from 'uuid';
import type { FileSource, FileStore, StoredFile } from './file-store.ts';
import { type Declared, type Inspected, inspect } from './inspect.ts';
import { type Accepted, acceptedSentence } from './kinds.ts';
import { openParts } from './parts.ts';
import { openPreviews } from './previews.ts';
import { FileProblem, writeProblem } from './problem.ts';

const HASH = /^[0-9a-f]{64}$/;
const PART = /\.part$/;
const DAY = 24 * 60 * 60 * 1000;

/** A file store in `folder`: `aa/<hash>` for the kept bytes, `incoming/` for what is being received. Owner-only rights. */
export async function folderStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const parts = await openParts(incoming);
  const previews = await openPreviews(pathOf, join(folder, 'previews'));

  function placeOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new FileProblem('missing', 'Không tìm thấy tệp này.');
    return join(folder, sha256.slice(0, 2), sha256);
  }

  async function pathOf(sha256: string): Promise<string> {
    await sizeOf(sha256);
    return placeOf(sha256);
  }

  async function sizeOf(sha256: string): Promise<number> {
    try {
      return (await stat(placeOf(sha256))).size;
    } catch (error) {
      throw notFound(error);
    }
  }

  /** Moves a received part to its place; the same content is kept once. */
  async function keep(part: string, sha256: string): Promise<void> {
    const place = placeOf(sha256);
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
    const kept = await stat(place).catch(() => null);
    if (kept) {
      const now = new Date();
      await utimes(place, now, now);
      await unlink(part);
      return;
    }
    await rename(part, place);
    await syncFolder(join(folder, sha256.slice(0, 2)));
  }

  async function take(
    source: FileSource,
    maxBytes: number,
    check: (part: string) => Promise<Inspected>,
    tooLarge: string,
  ): Promise<StoredFile> {
    const part = join(incoming, `${randomBytes(16).toString('hex')}.part`);
    try {
      const { sha256, size } = await receive(source, part, maxBytes, tooLarge);
      const facts = await check(part);
      await keep(part, sha256);
      return { id: v4(), sha256, size, ...facts };
    } catch (error) {
      await unlink(part).catch(() => undefined);
      throw writeProblem(error);
    }
  }

  async function inspected(part: string, declared: Declared, accepted: Accepted): Promise<Inspected> {
    const inspection = await inspect(part, declared, accepted);
    if (inspection.ok) return inspection.facts;
    throw new FileProblem(inspection.refusal.code, inspection.refusal.message);
  }
  const tooLarge = (accepted: Accepted) => `Tệp quá lớn. ${acceptedSentence(accepted)}`;

  return {
    put(source, declared, accepted) {
      return take(source, accepted.maxBytes, (part) => inspected(part, declared, accepted), tooLarge(accepted));
    },
    parts,
    async putParts(upload, sha256, declared, accepted) {
      const source = parts.pathOf(upload);
      if ((await hashOf(source)) !== sha256) throw notWhole();
      return take(
        createReadStream(source),
        accepted.maxBytes,
        (part) => inspected(part, declared, accepted),
        tooLarge(accepted),
      );
    },
    putOwn(bytes, facts) {
      return take(bytes, bytes.byteLength, () => Promise.resolve(facts), '');
    },
    async open(sha256) {
      const size = await sizeOf(sha256);
      return { size, stream: pipeline(createReadStream(placeOf(sha256)), hashGuard(sha256), () => undefined) };
    },
    async read(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch((error: unknown) => {
        throw notFound(error);
      });
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged();
      return bytes;
    },
    show: (file, page = 1, edge = 1400) => previews.show(file, page, edge),
    path: pathOf,
    list: () => listHashes(folder),
    async sweep({ referred, minAgeMs = DAY }) {
      const before = Date.now() - minAgeMs;
      const left = (await sweepParts(incoming, before)) + (await parts.sweep());
      let files = 0;
      let batch: string[] = [];
      const flush = async () => {
        if (batch.length === 0) return;
        const inUse = await referred(batch);
        for (const sha256 of batch) {
          if (!inUse.has(sha256) && (await olderThan(placeOf(sha256), before))) {
            await unlink(placeOf(sha256));
            files += 1;
          }
        }
        batch = [];
      };
      for await (const sha256 of listHashes(folder)) {
        if (await olderThan(placeOf(sha256), before)) batch.push(sha256);
        if (batch.length === 500) await flush();
      }
      await flush();
      await previews.sweep();
      return { parts: left, files };
    },
    async free() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}

/** Writes the source to `part`, hashing and counting; the bytes are on the disk when it returns. */
async function receive(
  source: FileSource,
  part: string,
  maxBytes: number,
  tooLarge: string,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(part, 'wx', 0o600);
  try {
    const chunks = chunksOf(source);
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new FileProblem('tooLarge', tooLarge);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (source instanceof Readable && source.readableAborted) {
      throw new FileProblem('interrupted', 'Tệp gửi dở chừng. Hãy gửi lại.');
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** A stream that is refused half-way is left open, so that the form it stands in can be read on. */
function chunksOf(source: FileSource): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (source instanceof Uint8Array) return [source];
  return source instanceof Readable ? source.iterator({ destroyOnReturn: false }) : source;
}

/** Passes bytes on but holds the last piece back until the hash is right, so damage never looks like a whole file. */
function hashGuard(sha256: string): Transform {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (held) this.push(held);
      held = chunk;
      done();
    },
    flush(done) {
      if (hash.digest('hex') !== sha256) return done(damaged());
      if (held) this.push(held);
      done();
    },
  });
}

/** Hash of a file on the disk; null when it is not there. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}

async function* listHashes(folder: string): AsyncGenerator<string> {
  for (const shelf of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await readdir(join(folder, shelf))) if (HASH.test(name)) yield name;
  }
}

async function sweepParts(incoming: string, before: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    if (PART.test(name) && (await olderThan(path, before))) {
      await unlink(path);
      removed += 1;
    }
  }
  return removed;
}

async function olderThan(path: string, before: number): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts !== null && facts.mtimeMs < before;
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function notFound(error: unknown): unknown {
  const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return gone ? new FileProblem('missing', 'Không tìm thấy tệp này.') : error;
}

function notWhole(): FileProblem {
  return new FileProblem('interrupted', 'Tệp đến nơi không còn nguyên vẹn. Hãy gửi lại từ đầu.');
}

function damaged(): FileProblem {
  return new FileProblem('damaged', 'Tệp lưu trên máy chủ không còn nguyên vẹn. Hãy báo người quản trị.');
}
