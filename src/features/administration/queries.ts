import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Process } from '#law/moves';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { InPlaceOf } from '#platform/ledger/read';
import type { LedgerFilter } from './schema.ts';

/** A row of the ledger as a person reads it: who did what to what, when. */
export interface LedgerRow {
  readonly no: number;
  readonly at: Date;
  readonly process: Process;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly actorName: string;
  readonly inPlaceOf: InPlaceOf | null;
  readonly capacity: string;
  readonly reason: string | null;
  readonly subject: string;
  readonly name: string | null;
  readonly hash: string;
  /** The reader may open the page of its subject too. */
  readonly open: boolean;
}

type Within = (verb: string, alias: string) => RawBuilder<boolean>;

/**
 * What was done with a sheet is said once the scores it went into are open, not before: neither who handed in nor when
 * (S14, U31). A sheet scored again waits for the next opening.
 */
const SAID = sql<boolean>`(g.process <> 'sheet' or g.action = 'sheet.hand' or exists (
  select from score_sheet s join ledger o on o.subject = s.session and o.action = 'session.open' and o.no > g.no where s.id = g.subject))`;

/** Rows within reach, newest first; `before` is the number where the last page ended. */
export async function listLedger(
  db: Kysely<DB>,
  within: Within,
  filter: LedgerFilter,
  ask: { before: number | null; limit: number },
): Promise<LedgerRow[]> {
  const process = filter.process ? sql`and g.process = ${filter.process}` : sql``;
  const from = filter.from ? sql`and g.day >= ${filter.from}` : sql``;
  const to = filter.to ? sql`and g.day <= ${filter.to}` : sql``;
  const before = ask.before === null ? sql`` : sql`and g.no < ${ask.before}`;
  const named = filter.q
    ? sql`and (plain_text(g.actor_name || ' ' || coalesce(g.in_place_of ->> 'name', '')) like '%' || plain_text(${filter.q}) || '%'
              or plain_text(coalesce(p.name, s.title, k.title, a.full_name, '')) like '%' || plain_text(${filter.q}) || '%')`
    : sql``;
  const { rows } = await sql<LedgerRow>`
    select g.no, g.at, g.process, g.action, g.from_state as "from", g.to_state as "to", g.actor_name as "actorName", g.in_place_of as "inPlaceOf", g.capacity,
           g.reason, g.subject, coalesce(p.name, q.name, s.title, k.title, a.full_name) as name, encode(g.hash, 'hex') as hash,
           case g.process when 'dossier' then ${within('dossier.read', 'l')} when 'session' then ${within('session.read', 'l')}
                          when 'decision' then ${within('decision.read', 'l')} else false end as open
      from ledger g join lifecycle l on l.id = g.subject
      left join score_sheet h on h.id = g.subject left join dossier d on d.id = coalesce(h.dossier, g.subject) left join product p on p.id = coalesce(d.product, g.subject)
      left join recognition c on c.id = g.subject left join product q on q.id = c.product
      left join council_session s on s.id = g.subject left join decision k on k.id = g.subject
      left join account a on a.id = g.subject
     where ${within('ledger.read', 'l')} and ${SAID} ${process} ${from} ${to} ${before} ${named}
     order by g.no desc limit ${ask.limit}`.execute(db);
  return rows;
}

export interface StoredSetting {
  readonly key: string;
  readonly validFrom: Day;
  readonly value: unknown;
  readonly note: string | null;
}

/** Every value ever set for the whole system, newest first. */
export async function storedSettings(db: Kysely<DB>): Promise<StoredSetting[]> {
  const { rows } = await sql<StoredSetting>`
    select key, valid_from as "validFrom", value, note from setting where scope is null
     order by key, valid_from desc limit 500`.execute(db);
  return rows;
}

export interface Holiday {
  readonly day: Day;
  readonly kind: 'off' | 'working';
  readonly name: string;
  readonly act: string;
}

/** Days entered for a year. */
export async function holidaysOf(db: Kysely<DB>, year: number): Promise<Holiday[]> {
  const { rows } = await sql<Holiday>`
    select day, kind, name, act from holiday where extract(year from day) = ${year} order by day`.execute(db);
  return rows;
}

export interface NoteRow {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly link: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Notes of an account, newest first; those before the note `after`, where one is named. */
export async function notesOf(
  db: Kysely<DB>,
  account: string,
  { limit, after = null }: { limit: number; after?: string | null },
): Promise<NoteRow[]> {
  const older = sql`(${after}::uuid is null or (created_at, id) <
    (select b.created_at, b.id from outbox b where b.id = ${after} and b.account = ${account}))`;
  const { rows } = await sql<NoteRow>`
    select id, subject, body, link, created_at as "createdAt", read_at as "readAt" from outbox
     where account = ${account} and channel = 'app' and ${older} order by created_at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

export interface HealthFacts {
  readonly version: string;
  readonly sealed: Date | null;
  readonly unsealed: number;
  readonly waiting: number;
  readonly failed: number;
  readonly ledger: number;
}

/** What the health page says of the database: seals, letters, size of the ledger. */
export async function healthFacts(db: Kysely<DB>): Promise<HealthFacts> {
  const { rows } = await sql<HealthFacts>`
    select current_setting('server_version') as version, (select max(sealed_at) from ledger_seal) as sealed,
           (select count(*)::int from ledger where no > coalesce((select max(to_no) from ledger_seal), 0)) as unsealed,
           (select count(*)::int from outbox where sent_at is null and failed is null and channel <> 'app') as waiting,
           (select count(*)::int from outbox where failed is not null) as failed,
           (select count(*)::int from ledger) as ledger`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('no health facts');
  return row;
}
