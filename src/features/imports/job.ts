/** What a job on an import is: who ordered it, how it tells where it is, how it ends. */
import { sql } from 'kysely';
import type { Hand } from '#features/registry';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import type { FileStore } from '#platform/files/store';
import { carryOut, system } from '#platform/ledger/ledger';

export interface Rooms {
  db: Database;
  files: FileStore;
  clock: Clock;
}

export type JobKind = 'read' | 'compare' | 'write' | 'undo';

/** An import on which something is to be done. */
export interface Job {
  readonly id: string;
  readonly job: JobKind;
  readonly province: string;
  readonly account: string;
  readonly name: string;
  readonly capacity: string;
  readonly tries: number;
}

/** Says what is under way and throws `Stopped` when somebody asked to stop or the server closes. */
export type Step = (words: string, done?: number, total?: number) => Promise<void>;

/** The officer who ordered the work, as the ledger names them. */
export function handOf({ clock }: Pick<Rooms, 'clock'>, { id, account, name, capacity }: Job): Hand {
  return { actor: account, name, capacity, day: clock.today(), requestId: id };
}

/** Ends a job well, with the move of the import where it has one. */
export async function end(
  tx: Tx,
  { clock }: Pick<Rooms, 'clock'>,
  { id }: Job,
  action?: string,
  result?: object,
): Promise<void> {
  const kept = result === undefined ? null : JSON.stringify(result);
  if (action !== undefined) await moveImport(tx, clock, id, action, { ...result });
  await sql`update list_import set job = null, doing = null, problem = null, stop = false, tries = 0, result = coalesce(${kept}::jsonb, result) where id = ${id}`.execute(
    tx,
  );
}

/** A move of the import that is the system's own: it ended, or could not go on. */
export function moveImport(tx: Tx, clock: Clock, subject: string, action: string, facts: Record<string, never>) {
  const hand = { actor: system('listImport', 'Nhập danh sách'), day: clock.today(), requestId: subject };
  return carryOut(tx, hand, { action, subject, facts });
}

/** The registry is no longer what the officer saw in the preview. */
export const CHANGED = 'Danh bạ đã thay đổi từ lúc xem trước nên chưa ghi gì. Xem lại các dòng rồi ghi.';
