import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { State } from '#law/moves';
import type { PeriodKind, ReportPeriod } from '#law/report-periods';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { Template } from './template.ts';

export type ReportState = State<'report'>;

/** A report as a line of the list. */
export interface ReportLine {
  readonly id: string;
  readonly state: ReportState;
  readonly version: number;
  readonly title: string;
  readonly unitName: string;
  readonly period: ReportPeriod;
  readonly asOf: Day;
  readonly sendBy: Day;
  readonly dueOn: Day | null;
}

export interface ReportRecord extends ReportLine {
  readonly template: string;
  readonly content: Template;
  /** Null: the whole country, by the Ministry. */
  readonly unit: string | null;
  readonly office: string | null;
  readonly author: string;
  readonly province: string | null;
  readonly unitsAsOf: Day;
  readonly draftVersion: number;
  readonly paragraphs: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, string>>;
}

interface Row extends Omit<ReportRecord, 'period'> {
  readonly period: PeriodKind;
  readonly year: number;
  readonly part: number;
  readonly from: Day;
  readonly to: Day;
}

const COLUMNS = sql`c.id, l.state, l.version, c.title, c.unit_name as "unitName", c.period, c.year, c.part, c.from_day as "from", c.to_day as "to",
  c.as_of as "asOf", c.send_by as "sendBy", l.due_on as "dueOn"`;
const FROM = sql`compiled_report c join lifecycle l on l.id = c.id`;

const withPeriod = ({ period: kind, year, part, from, to, ...row }: Row): ReportRecord => ({
  ...row,
  period: { kind, year, part, from, to },
});

/** One report; throws notFound. */
export async function getReport(db: Kysely<DB> | Tx, id: string): Promise<ReportRecord> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}, c.template, c.content, c.unit, c.office, c.author, l.province, c.units_as_of as "unitsAsOf", c.draft_version as "draftVersion", c.paragraphs, c.kept
      from ${FROM} where c.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return withPeriod(row);
}

export type ReportCursor = readonly [to: Day, id: string];

/** Reports within reach, the newest period first. */
export async function listReports(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
  { limit, after }: { limit: number; after: ReportCursor | null },
): Promise<ReportLine[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from ${FROM} where c.open and ${reach}
      ${after === null ? sql`` : sql`and (c.to_day, c.id) < (${after[0]}::date, ${after[1]}::uuid)`}
     order by c.to_day desc, c.id desc limit ${limit}`.execute(db);
  return rows.map(withPeriod);
}

/** A version that was sent. */
export interface Version {
  readonly no: number;
  /** Of the row of the sending. */
  readonly ledgerNo: number;
  readonly sentAt: Date;
  readonly asOf: Day;
  readonly sender: string;
  readonly reason: string | null;
  readonly hash: string;
}

/** Versions sent, the newest first. */
export async function versionsOf(db: Kysely<DB> | Tx, report: string): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select no, ledger_no as "ledgerNo", sent_at as "sentAt", as_of as "asOf", sender, reason, hash from compiled_report_version where report = ${report}::uuid order by no desc`.execute(
    db,
  );
  return rows;
}

/** The newest reason somebody gave for giving back or correcting; null without one. */
export async function lastReason(db: Kysely<DB> | Tx, report: string): Promise<{ reason: string; by: string } | null> {
  const { rows } = await sql<{ reason: string; by: string }>`
    select reason, capacity as by from ledger where subject = ${report}::uuid and reason is not null order by no desc limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}
