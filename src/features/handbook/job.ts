/** Handbooks are made in the background: a book of many hundred pages takes its time. */
import { sql } from 'kysely';
import { readUnit } from '#features/units';
import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database, Tx } from '#platform/db/database';
import type { FileStore } from '#platform/files/store';
import { insertFile } from '#platform/http/uploads';
import { type Background, Closing, keepWorking, Stopped } from '#platform/jobs';
import { carryOut, system } from '#platform/ledger/ledger';
import { notFound } from '#platform/refusal';
import { makeHandbook } from './make.ts';

interface Rooms {
  db: Database;
  files: FileStore;
  clock: Clock;
  config: Pick<Config, 'baseUrl'>;
}

interface Job {
  readonly id: string;
  readonly tries: number;
  readonly unit: string;
  readonly province: string;
  readonly asOf: string;
}

const FAILED = 'Có lỗi khi dàn trang cẩm nang. Làm lại; nếu vẫn lỗi, báo bộ phận hỗ trợ.';
const COLUMNS = sql`id, tries, unit, province, as_of as "asOf"`;

/** Makes what was ordered until the answer is called. */
export function keepMakingHandbooks(rooms: Rooms, onError: (error: unknown) => void): () => Promise<void> {
  return keepWorking(rooms.db, background(rooms), onError);
}

function background(rooms: Rooms): Background<Job> {
  const { db } = rooms;
  return {
    name: 'handbook',
    async waiting() {
      const { rows } = await sql<Job>`select ${COLUMNS} from handbook where job order by at limit 5`.execute(db.app);
      return rows;
    },
    async begin({ id }) {
      const { rows } = await sql<Job>`
        update handbook set tries = tries + 1 where id = ${id} and job returning ${COLUMNS}`.execute(db.app);
      return rows[0];
    },
    work: (job, signal) => make(rooms, job, signal),
    giveBack: ({ id }, problem) =>
      db.transaction(async (tx) => {
        await move(tx, rooms, id, 'handbook.fail', { problem });
        await sql`update handbook set job = false, doing = null, problem = ${problem} where id = ${id}`.execute(tx);
      }),
    failed: FAILED,
  };
}

async function make(rooms: Rooms, { id, unit, province, asOf }: Job, signal: AbortSignal): Promise<void> {
  const { db, files, clock, config } = rooms;
  const of = await readUnit(db.app, unit, asOf);
  if (of === null) throw notFound();
  const step = async (words: string, done = 0, total = 0) => {
    if (signal.aborted) throw new Closing();
    const { rows } = await sql<{ stop: boolean }>`
      update handbook set doing = ${words}, done = ${done}, total = ${total} where id = ${id} returning stop`.execute(
      db.app,
    );
    if (rows[0]?.stop) throw new Stopped('Đã dừng theo yêu cầu.');
  };
  const asked = { db: db.app, files, unit: of, day: asOf, baseUrl: config.baseUrl, createdAt: clock.now(), step };
  const { bytes, pages, products } = await makeHandbook(asked);
  const facts = { kind: 'pdf', type: 'application/pdf', name: 'cam-nang.pdf', pages } as const;
  const stored = await files.putOwn(bytes, facts);
  await db.transaction(async (tx) => {
    await insertFile(tx, stored, null);
    await sql`update file set attached = true, province = ${province} where id = ${stored.id}`.execute(tx);
    await move(tx, rooms, id, 'handbook.finish', { products, pages, sha256: stored.sha256 });
    await sql`update handbook set job = false, doing = null, file = ${stored.id}, products = ${products}, pages = ${pages} where id = ${id}`.execute(
      tx,
    );
  });
}

function move(tx: Tx, { clock }: Rooms, subject: string, action: string, facts: Record<string, string | number>) {
  const hand = { actor: system('handbook', 'Làm cẩm nang'), day: clock.today(), requestId: subject };
  return carryOut(tx, hand, { action, subject, facts });
}
