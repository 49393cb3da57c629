import type { Kysely } from 'kysely';
import { v4 } from 'uuid';
import type { z } from 'zod';
import type { DB } from '../db/schema.generated.ts';
import { type Accepted, acceptedSentence, kindOfExtension } from '../files/kinds.ts';
import { cleanName, extensionOf } from '../files/names.ts';
import { FileProblem } from '../files/problem.ts';
import type { FileStore } from '../files/store.ts';
import { invalid, notFound, Refusal, refused } from '../refusal.ts';
import { TASTES } from './accepted-files.ts';
import type { FileTaste } from './fields.ts';
import type { uploadProgress } from './upload-messages.ts';
import { insertFile } from './uploads.ts';

/** Largest part in bytes: what has to be sent again at most after a cut connection (Q7). */
export const PART_BYTES = 512 * 1024;
/** As many half uploads of one account may lie about. */
const MOST_OPEN = 40;

export interface Rooms {
  readonly db: Kysely<DB>;
  readonly files: FileStore;
}

/** What the sender says of a file before its first part. */
export interface Announced {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly takes: FileTaste;
}

export type Progress = Readonly<z.output<typeof uploadProgress>>;

type Row = Pick<
  Progress & Announced & { account: string },
  'id' | 'account' | 'name' | 'type' | 'size' | 'sha256' | 'takes' | 'received' | 'file'
>;

/**
 * Begins to take a file in parts, or goes on with the half upload of the same file by the same account, tomorrow too.
 * Throws at once what can be known before the first byte: kind and size.
 */
export async function announce({ db, files }: Rooms, account: string, said: Announced): Promise<Progress> {
  refuseEarly(said, TASTES[said.takes]);
  const name = cleanName(said.name);
  const earlier = await db
    .selectFrom('upload')
    .select('id')
    .where('account', '=', account)
    .where('sha256', '=', said.sha256)
    .where('name', '=', name)
    .where('size', '=', said.size)
    .where('takes', '=', said.takes)
    .orderBy('started_at', 'desc')
    .executeTakeFirst();
  if (earlier) {
    const row = await find(db, account, earlier.id);
    if (row.file === null || (await isFree(db, row.file))) return progressOf(row);
    await forget({ db, files }, row.id);
  }
  const { open } = await db
    .selectFrom('upload')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('account', '=', account)
    .where('file', 'is', null)
    .executeTakeFirstOrThrow();
  if (open >= MOST_OPEN)
    throw new Refusal({
      status: 429,
      code: 'tooManyUploads',
      message: `Đang có ${MOST_OPEN} tệp gửi dở. Gửi xong các tệp ấy rồi gửi tệp mới.`,
      retryAfter: 60,
    });
  const id = v4();
  await db
    .insertInto('upload')
    .values({ id, account, name, type: said.type, size: said.size, sha256: said.sha256, takes: said.takes })
    .execute();
  return { id, received: 0, size: said.size, partBytes: PART_BYTES, file: null };
}

function refuseEarly({ name, size }: Announced, accepted: Accepted): void {
  const kind = kindOfExtension(extensionOf(cleanName(name)));
  if (!kind || !accepted.kinds.includes(kind))
    throw invalid('name', `Loại tệp này không nhận. ${acceptedSentence(accepted)}`);
  if (size > accepted.maxBytes)
    throw new Refusal({ status: 413, code: 'tooLarge', message: `Tệp quá lớn. ${acceptedSentence(accepted)}` });
}

/** How far an upload of this account is. Throws notFound for anybody else's. */
export async function progress({ db }: Rooms, account: string, id: string): Promise<Progress> {
  return progressOf(await find(db, account, id));
}

/**
 * Takes the part that begins at `offset`. The same part again changes nothing; any other place than the next one is
 * refused with 409, the expected place in its words and details.
 */
export async function takePart(
  rooms: Rooms,
  account: string,
  id: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Progress> {
  if (bytes.byteLength === 0) throw invalid('offset', 'Phần gửi lên rỗng. Gửi lại phần này.');
  if (bytes.byteLength > PART_BYTES)
    throw new Refusal({
      status: 413,
      code: 'partTooLarge',
      message: `Mỗi phần nhiều nhất ${PART_BYTES / 1024} KB. Chia nhỏ rồi gửi lại.`,
    });
  return rooms.db.transaction().execute(async (tx) => {
    const row = await find(tx, account, id, true);
    const end = offset + bytes.byteLength;
    if (row.file !== null || end <= row.received) {
      if (row.file !== null || (await rooms.files.parts.same(id, offset, bytes))) return progressOf(row);
      throw wrongPlace(row.received);
    }
    if (offset !== row.received || end > row.size) throw wrongPlace(row.received);
    await rooms.files.parts.write(id, offset, bytes);
    await tx.updateTable('upload').set({ received: end, touched_at: new Date() }).where('id', '=', id).execute();
    return progressOf({ ...row, received: end });
  });
}

function wrongPlace(expected: number): Refusal {
  return new Refusal({
    status: 409,
    code: 'wrongOffset',
    message: `Máy chủ đã có ${expected} byte đầu của tệp. Gửi tiếp từ byte ${expected}.`,
    details: { expected },
  });
}

/**
 * Makes a file of an upload that is whole, after the checks every file goes through; asked again it answers the same
 * file. A refused content is forgotten, so that a mended file begins anew. Nothing is visible before (Q7).
 */
export async function finish(rooms: Rooms, account: string, id: string): Promise<string> {
  const row = await find(rooms.db, account, id);
  if (row.file !== null) {
    if (await isFree(rooms.db, row.file)) return row.file;
    throw refused('Tệp này đã dùng rồi hoặc để quá lâu. Chọn lại tệp rồi gửi.');
  }
  if (row.received < row.size) throw wrongPlace(row.received);
  const stored = await rooms.files
    .putParts(id, row.sha256, { name: row.name, type: row.type }, TASTES[row.takes])
    .catch(async (error: unknown) => {
      if (!(error instanceof FileProblem) || error.status >= 500) throw error;
      const other = await find(rooms.db, account, id);
      if (other.file !== null) return null;
      await forget(rooms, id);
      throw error;
    });
  if (stored === null) return finish(rooms, account, id);
  const won = await rooms.db.transaction().execute(async (tx) => {
    const claimed = await tx
      .updateTable('upload')
      .set({ file: stored.id, touched_at: new Date() })
      .where('id', '=', id)
      .where('file', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (claimed) await insertFile(tx, stored, account);
    return claimed !== undefined;
  });
  if (!won) return finish(rooms, account, id);
  await rooms.files.parts.drop(id);
  return stored.id;
}

async function find(db: Kysely<DB>, account: string, id: string, lock = false): Promise<Row> {
  let query = db
    .selectFrom('upload')
    .select(['id', 'account', 'name', 'type', 'size', 'sha256', 'takes', 'received', 'file'])
    .where('id', '=', id)
    .where('account', '=', account);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('Không thấy tệp gửi dở này. Chọn lại tệp rồi gửi.');
  return { ...row, takes: row.takes as FileTaste };
}

/** Kept, and not yet tied to a record: it may still be used. */
async function isFree(db: Kysely<DB>, file: string): Promise<boolean> {
  const row = await db.selectFrom('file').select('attached').where('id', '=', file).executeTakeFirst();
  return row?.attached === false;
}

async function forget({ db, files }: Rooms, id: string): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).execute();
  await files.parts.drop(id);
}

function progressOf({ id, received, size, file }: Row): Progress {
  return { id, received, size, partBytes: PART_BYTES, file };
}
