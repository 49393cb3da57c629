import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePdfReader } from './inspect-pdf.ts';
import { EVIDENCE } from './kinds.ts';
import { closePdfPainter } from './pdf-page.ts';
import { openPreviews, type Previews } from './previews.ts';
import { type FileStore, openFileStore } from './store.ts';

let folder = '';
let store: FileStore;
let previews: Previews;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'previews-'));
  store = await openFileStore('file:files', folder);
  previews = await openPreviews((sha256) => store.path(sha256), join(folder, 'previews'));
});
afterAll(async () => {
  await Promise.all([closePdfReader(), closePdfPainter()]);
  await rm(folder, { recursive: true, force: true });
});

describe('S27, S28: files are looked at through re-encoded pictures', () => {
  it('shows each page of a PDF', async () => {
    const made = await PDFDocument.create();
    for (const colour of [rgb(1, 0, 0), rgb(0, 0, 1)]) {
      made.addPage([595, 842]).drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: colour });
    }
    const file = await store.put(await made.save(), { name: 'a.pdf' }, EVIDENCE);
    const colours: number[][] = [];
    for (const page of [1, 2]) {
      const shown = await previews.show(file, page, 400);
      const picture = sharp(shown);
      expect(await picture.metadata()).toMatchObject({ format: 'webp', height: 400 });
      const { channels } = await picture.stats();
      colours.push(channels.slice(0, 3).map((channel) => Math.round(channel.mean / 255)));
    }
    expect(colours).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    await expect(store.show(file, 3)).rejects.toMatchObject({ status: 404 });
    await expect(store.show(file, 0)).rejects.toMatchObject({ status: 404 });
  });

  it('shows a picture without its metadata, made once for many who ask', async () => {
    const original = await sharp({ create: { width: 900, height: 300, channels: 3, background: 'green' } })
      .withExif({ IFD3: { GPSLatitude: '21/1 0/1 0/1' } })
      .jpeg()
      .toBuffer();
    const file = await store.put(original, { name: 'a.jpg' }, EVIDENCE);
    const before = (await readdir(join(folder, 'previews'))).length;
    const shown = await Promise.all([1, 2, 3].map(() => previews.show(file, 1, 300)));
    expect(new Set(shown.map((bytes) => bytes.toString('base64'))).size).toBe(1);
    expect(await sharp(shown[0]).metadata()).toMatchObject({ format: 'webp', width: 300 });
    expect((await sharp(shown[0]).metadata()).exif).toBeUndefined();
    expect(await readdir(join(folder, 'previews'))).toHaveLength(before + 1);
    expect(await previews.sweep(-1000)).toBe(before + 1);
  });

  it('refuses what is not shown', async () => {
    await expect(store.show({ sha256: 'ab'.repeat(32), type: 'text/html' })).rejects.toMatchObject({ status: 415 });
    await expect(store.show({ sha256: 'ab'.repeat(32), type: 'image/png' })).rejects.toMatchObject({ status: 404 });
    await expect(store.show({ sha256: '../../etc/passwd', type: 'image/png' })).rejects.toMatchObject({
      status: 404,
    });
  });
});
