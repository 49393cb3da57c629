/**
 * Checks that the logs are whole: each row against its hash, each row against the one before of the same subject, each
 * subject against its last row, each seal against its rows and the seal before. Reads in batches: any size, little memory.
 */
import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/schema.generated.ts';
import { LOGS, type Log, rootSql, sealsOf } from './logs.ts';

/** One thing that does not hold. `no` is the row, or the first row of the stretch that no longer fits its seal. */
export interface Break {
  log: Log;
  no: number;
  subject: string | null;
  /** English, for operators. */
  what: string;
}

export interface Verification {
  /** Rows looked at, by log. */
  rows: Record<Log, number>;
  seals: Record<Log, number>;
  /** Rows after the last seal. */
  unsealed: Record<Log, number>;
  /** Broken places, the first (lowest number) first; at most 100. */
  breaks: Break[];
}

const BATCH = 5000;
const SEAL_BATCH = 200;
/** Rows under the seals of one batch, about: keeps each statement far below its time limit. */
const SEALED_ROWS = 50_000;
const SHOWN = 100;

/** Verifies both logs with any role that may read them. `breaks[0]` is the first broken row. */
export async function verifyLogs(db: Kysely<DB>): Promise<Verification> {
  const found: Break[] = [];
  const add = (broken: Break) => {
    if (found.length < 10 * SHOWN) found.push(broken);
  };
  const result: Verification = { rows: perLog(), seals: perLog(), unsealed: perLog(), breaks: [] };
  result.rows.ledger = await verifyChains(db, add);
  result.rows.access_log = await verifyAccessRows(db, add);
  await verifyHeads(db, add);
  for (const log of LOGS) {
    const named = found.filter((broken) => broken.log === log).map(({ no }) => no);
    const { seals, end } = await verifySeals(db, log, add, (seal) =>
      named.some((no) => no >= seal.from && no <= seal.to),
    );
    result.seals[log] = seals;
    result.unsealed[log] = await countAfter(db, log, end);
  }
  result.breaks = found.sort((a, b) => a.no - b.no).slice(0, SHOWN);
  return result;
}

interface ChainRow {
  no: number;
  subject: string;
  version: number;
  from_state: string;
  to_state: string;
  hash: Buffer | null;
  prev_hash: Buffer | null;
  intact: boolean;
}

/** Rows subject by subject: own hash, hash of the row before, version one more, state where the last move led. */
async function verifyChains(db: Kysely<DB>, add: (broken: Break) => void): Promise<number> {
  let before: ChainRow | undefined;
  let count = 0;
  for (;;) {
    const after = before ? sql`where (l.subject, l.no) > (${before.subject}, ${before.no}::bigint)` : sql``;
    const { rows } = await sql<ChainRow>`
      select l.no, l.subject, l.version, l.from_state, l.to_state, l.hash, l.prev_hash,
             coalesce(l.hash = sha256(convert_to(ledger_row_text(l), 'UTF8')), false) as intact
        from ledger l ${after} order by l.subject, l.no limit ${BATCH}`.execute(db);
    for (const row of rows) {
      const what = faultOf(row, before?.subject === row.subject ? before : undefined);
      if (what !== null) add({ log: 'ledger', no: row.no, subject: row.subject, what });
      before = row;
    }
    count += rows.length;
    if (rows.length < BATCH) return count;
  }
}

function faultOf(row: ChainRow, before: ChainRow | undefined): string | null {
  if (!row.intact) return 'the row was changed: its content does not fit its hash';
  if (!sameBytes(row.prev_hash, before?.hash ?? null))
    return 'the row before it (same subject) was changed, removed or put in';
  if (row.version !== (before?.version ?? 0) + 1)
    return `version ${row.version} does not follow ${before?.version ?? 0}`;
  if (before && before.to_state !== row.from_state)
    return `starts from ${row.from_state}, but the move before led to ${before.to_state}`;
  return null;
}

async function verifyAccessRows(db: Kysely<DB>, add: (broken: Break) => void): Promise<number> {
  let count = 0;
  for (let last = 0; ; ) {
    const { rows } = await sql<{ last: number | null; read: number; broken: number[] | null }>`
      select max(no) as last, count(*) as read, array_agg(no::float8 order by no) filter (where not intact) as broken from (
        select a.no, coalesce(a.hash = sha256(convert_to(access_row_text(a), 'UTF8')), false) as intact
          from access_log a where a.no > ${last} order by a.no limit ${BATCH}) batch`.execute(db);
    const batch = rows[0];
    for (const no of batch?.broken ?? []) {
      add({ log: 'access_log', no, subject: null, what: 'the row was changed: its content does not fit its hash' });
    }
    count += batch?.read ?? 0;
    if (!batch || batch.last === null || batch.read < BATCH) return count;
    last = batch.last;
  }
}

/** Each subject stands where its last row led, with that row's hash as its head. */
async function verifyHeads(db: Kysely<DB>, add: (broken: Break) => void): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string; no: number | null; fits: boolean }>`
      select s.id, l.no, coalesce(s.head = l.hash and s.version = l.version and s.state = l.to_state,
               l.no is null and s.head is null and s.version = 0) as fits
        from (select * from lifecycle where id > ${last}::uuid order by id limit ${BATCH}) s
        left join lateral (select * from ledger where subject = s.id order by no desc limit 1) l on true
       order by s.id`.execute(db);
    for (const row of rows) {
      if (!row.fits) {
        add({
          log: 'ledger',
          no: row.no ?? 0,
          subject: row.id,
          what: 'the subject is not where its last row led (rows cut off, or state changed by hand)',
        });
      }
    }
    const end = rows.at(-1);
    if (rows.length < BATCH || end === undefined) return;
    last = end.id;
  }
}

interface SealRow {
  from: number;
  to: number;
  count: number;
  counted: number;
  fits: boolean;
  root: Buffer;
  previous_root: Buffer | null;
}

async function verifySeals(
  db: Kysely<DB>,
  log: Log,
  add: (broken: Break) => void,
  /** True when a broken row of the stretch is named already: it says more than the seal does. */
  alreadyNamed: (seal: SealRow) => boolean,
): Promise<{ seals: number; end: number }> {
  let end = 0;
  let root: Buffer | null = null;
  for (let seals = 0; ; ) {
    const { rows } = await sql<SealRow>`
      select s.from_no as from, s.to_no as to, s.count, s.root, s.previous_root, r.counted, r.root = s.root as fits
        from (select *, sum(count) over (order by from_no) - count as rows_before from (
                select * from ${sql.table(sealsOf[log])} where from_no > ${end} order by from_no limit ${SEAL_BATCH}) next) s
        cross join lateral (
          select count(*) as counted, ${rootSql(sql`s.previous_root`)} as root
            from ${sql.table(log)} l where l.no between s.from_no and s.to_no) r
       where s.rows_before < ${SEALED_ROWS}
       order by s.from_no`.execute(db);
    for (const seal of rows) {
      const what = sealFault(seal, end, root);
      if (what !== null && !alreadyNamed(seal)) add({ log, no: seal.from, subject: null, what });
      end = seal.to;
      root = seal.root;
    }
    seals += rows.length;
    if (rows.length === 0) return { seals, end };
  }
}

function sealFault(seal: SealRow, end: number, root: Buffer | null): string | null {
  const stretch = `rows ${seal.from}–${seal.to}`;
  if (seal.from !== end + 1) return `rows ${end + 1}–${seal.from - 1} lost their seal`;
  if (!sameBytes(seal.previous_root, root)) return `the seal of ${stretch} does not follow the seal before it`;
  if (seal.counted !== seal.count) return `${stretch}: ${seal.count} were sealed, ${seal.counted} are there`;
  if (!seal.fits) return `${stretch} no longer fit their seal`;
  return null;
}

async function countAfter(db: Kysely<DB>, log: Log, end: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(log)} where no > ${end}`.execute(db);
  return rows[0]?.n ?? 0;
}

function perLog(): Record<Log, number> {
  return { ledger: 0, access_log: 0 };
}

function sameBytes(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
