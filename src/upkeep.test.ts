import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../tests/support/database.ts';
import { PICTURE } from './platform/files/kinds.ts';
import { openFileStore } from './platform/files/store.ts';
import { announce, finish, takePart } from './platform/http/parted-files.ts';
import { insertFile } from './platform/http/uploads.ts';
import { tidy } from './upkeep.ts';

const { db, asOwner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'upkeep-'));
const files = await openFileStore('file:.', folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const account = '0193b0aa-0000-7000-8000-000000000001';
const picture = (colour: string) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: colour } })
    .png()
    .toBuffer();
const said = (name: string, size: number) => ({
  name,
  type: 'image/png',
  size,
  sha256: randomBytes(32).toString('hex'),
  takes: 'picture' as const,
});
const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
const age = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000);

it('Q7 half uploads go after a week with their bytes, orphans after a day; what is newer or in use stays', async () => {
  const rooms = { db: db.app, files };
  const bytes = await picture('#aa1111');
  const old = await announce(rooms, account, said('cũ.png', 900));
  const young = await announce(rooms, account, said('mới.png', 900));
  for (const { id } of [old, young]) await takePart(rooms, account, id, 0, bytes.subarray(0, 50));
  await asOwner(`update upload set touched_at = now() - interval '8 days' where id = '${old.id}'`);
  await utimes(join(folder, 'incoming', `${old.id}.upload`), age(8), age(8));
  const orphan = await files.put(bytes, { name: 'mồ côi.png' }, PICTURE);
  const used = await files.put(await picture('#11aa11'), { name: 'đang dùng.png' }, PICTURE);
  for (const one of [orphan, used]) {
    await insertFile(db.app, one, account);
    await utimes(await files.path(one.sha256), age(2), age(2));
  }
  await asOwner(`update file set uploaded_at = now() - interval '2 days', attached = (id = '${used.id}')`);
  await tidy({ db, files });
  expect((await asOwner<{ id: string }>('select id from upload')).map(({ id }) => id)).toEqual([young.id]);
  expect((await asOwner<{ id: string }>('select id from file')).map(({ id }) => id)).toEqual([used.id]);
  expect((await onDisk()).map(({ name }) => name).sort()).toEqual([`${young.id}.upload`, used.sha256].sort());
  await expect(finish(rooms, account, young.id)).rejects.toMatchObject({ status: 409 });
});
