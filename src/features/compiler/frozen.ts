/** A report as it stands on a day, and what is kept of it for ever once it is sent. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { canonical } from '#law/session-record';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { type Finding, findingsOf } from './checks.ts';
import { type Composed, compose } from './compose.ts';
import { countFigures, type Figures } from './figures.ts';
import { type Lists, listsOf } from './lists.ts';
import { getReport, type ReportRecord } from './queries.ts';
import { provincesOf, type Sources, sourcesOf } from './sources.ts';

/** Everything a sent version keeps: question, figures, text, findings with their reasons, and the composed report. */
export interface Frozen {
  readonly template: { readonly id: string; readonly version: number };
  /** Null: the whole country. */
  readonly unit: string | null;
  readonly unitName: string;
  readonly figures: Figures;
  /** Left out by versions sent before reports had lists. */
  readonly lists?: Lists;
  /** Of a report of the country: what the provinces had sent. */
  readonly sources?: Sources;
  readonly paragraphs: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  readonly composed: Composed;
}

/** The report made anew: figures counted as of its day, or as of today while that has not come. */
export async function makeNow(db: Kysely<DB> | Tx, report: ReportRecord, day: Day): Promise<Frozen> {
  const [asOf, unitsAsOf] = [earlier(day, report.asOf), earlier(day, report.unitsAsOf)];
  const { unit, unitName, period, paragraphs, kept, content } = report;
  const figures = await countFigures(db, { unit, period, asOf, unitsAsOf });
  const sources =
    unit === null
      ? sourcesOf(await provincesOf(db, { template: report.template, period, unitsAsOf }), figures.now.figures)
      : null;
  const lists = await listsOf(db, content, { unit, from: figures.now.from, asOf, unitsAsOf, sources });
  const composed = compose({ template: content, unitName, period, figures, lists, paragraphs });
  return {
    template: { id: content.id, version: content.version },
    ...{ unit, unitName, figures, lists, paragraphs, composed },
    ...(sources === null ? {} : { sources }),
    findings: findingsOf({ composed, figures, sources, to: report.asOf, day, kept }),
  };
}

/** What a version froze; throws notFound. */
export async function frozenOf(db: Kysely<DB> | Tx, report: string, no: number): Promise<Frozen> {
  const { rows } = await sql<{ frozen: Frozen }>`
    select frozen from compiled_report_version where report = ${report}::uuid and no = ${no}`.execute(db);
  if (!rows[0]) throw notFound();
  return rows[0].frozen;
}

/** Keys of what still stands in the way of sending. */
export async function unsettledOf(tx: Tx, id: string, day: Day): Promise<string[]> {
  const { findings } = await makeNow(tx, await getReport(tx, id), day);
  return findings.filter(({ kept }) => kept === null).map(({ key }) => key);
}

/** The earlier of two days. */
export const earlier = (one: Day, other: Day): Day => [one, other].toSorted()[0] ?? one;

/** SHA-256 of a frozen report, its keys in order: the same however the database keeps it. */
export const hashOf = (frozen: Frozen): string => createHash('sha256').update(canonical(frozen)).digest('hex');
