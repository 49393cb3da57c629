/** What the records say today for the questions of a sent version: which figures differ, and what changed since. */
import { type Kysely, sql } from 'kysely';
import { verbOf } from '#law/moves';
import type { DB } from '#platform/db/schema.generated';
import { type Counting, countFigures, figureOf } from './figures.ts';
import type { Frozen } from './frozen.ts';
import { type Explained, explain } from './kept-rows.ts';
import type { ReportRecord, Version } from './queries.ts';
import { type NewerSource, newerSources, provincesOf } from './sources.ts';

/** A figure that would be another number today. */
export interface Changed {
  readonly figure: string;
  readonly label: string;
  /** As of which day it was asked. */
  readonly asOf: string;
  readonly sent: number | null;
  readonly now: number | null;
  readonly list: string | null;
  /** The records that make the difference; null where they cannot be named. */
  readonly explained: Explained | null;
}

/** A record changed after the sending. */
export interface Cause {
  readonly no: number;
  readonly at: Date;
  readonly verb: string;
  readonly name: string | null;
}

export interface Since {
  readonly changed: readonly Changed[];
  /** The first changes of records of the place since the sending. */
  readonly causes: readonly Cause[];
  /** Of a report of the country: provinces that sent another version. */
  readonly newer: readonly NewerSource[];
}

const MOST_CAUSES = 10;

/** The same questions asked again today. */
export async function changedSince(
  db: Kysely<DB>,
  report: ReportRecord,
  frozen: Frozen,
  version: Version,
): Promise<Since> {
  const { now, before } = frozen.figures;
  const today = await countFigures(db, {
    unit: frozen.unit,
    period: report.period,
    asOf: now.asOf,
    unitsAsOf: now.unitsAsOf,
  });
  const changed = await Promise.all([
    ...differences(now, today.now).map(async (one) => ({
      ...one,
      explained: await explain(db, { report: report.id, no: version.no }, one.figure, frozen.unit, now),
    })),
    ...differences(before, today.before).map(async (one) => ({ ...one, explained: null })),
  ]);
  const newer =
    frozen.sources === undefined
      ? []
      : newerSources(
          frozen.sources.lines,
          await provincesOf(db, { template: report.template, period: report.period, unitsAsOf: now.unitsAsOf }),
        );
  return { changed, newer, causes: changed.length === 0 ? [] : await causesOf(db, report, version.ledgerNo) };
}

function differences(then: Counting, today: Counting): Omit<Changed, 'explained'>[] {
  return then.figures.flatMap((one): Omit<Changed, 'explained'>[] => {
    const found = figureOf(today, one.id);
    if (found === undefined || found.value === one.value) return [];
    return [{ figure: one.id, label: one.label, asOf: then.asOf, sent: one.value, now: found.value, list: found.list }];
  });
}

/** Moves of recognitions, products and producers of the place after the sending, the oldest first. */
async function causesOf(db: Kysely<DB>, { office, province }: ReportRecord, after: number): Promise<Cause[]> {
  const reach =
    office === null
      ? sql`true`
      : office === province
        ? sql`l.province = ${office}::uuid`
        : sql`l.commune = ${office}::uuid`;
  const { rows } = await sql<{
    no: number;
    at: Date;
    process: string;
    action: string;
    from: string;
    name: string | null;
  }>`
    select w.no, w.at, w.process, w.action, w.from_state as "from", coalesce(g.product_name, p.name, m.name) as name
      from ledger w join lifecycle l on l.id = w.subject
      left join recognition g on g.id = w.subject left join product p on p.id = w.subject left join producer m on m.id = w.subject
     where w.no > ${after} and w.process in ('recognition', 'product', 'producer') and ${reach}
     order by w.no limit ${MOST_CAUSES}`.execute(db);
  return rows.map(({ no, at, action, from, name }) => ({ no, at, name, verb: verbOf(action, from) }));
}
