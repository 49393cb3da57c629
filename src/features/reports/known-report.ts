/** A whole report as it was known at an earlier moment, and what is another today (decision 019). */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import { countedRows } from './behind.ts';
import { asKnown, gapsOf, reasonOf } from './known.ts';
import { type Asked, type Check, daysOf, type Figure, makeReport, plannedYears } from './report.ts';

/** A record that makes the difference between then and today. */
export interface MovedRecord {
  readonly id: string;
  readonly name: string;
  readonly each: 'product' | 'producer';
  readonly came: boolean;
}

/** A figure that was another number then. */
export interface KnownChange {
  readonly id: string;
  readonly label: string;
  readonly known: number | null;
  readonly today: number | null;
  /** The first records that came to it or left it; empty where they cannot be named, or only their texts changed. */
  readonly records: readonly MovedRecord[];
  readonly total: number;
}

export interface KnownReport {
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
  readonly changes: readonly KnownChange[];
  /** Figures that cannot be known, with the reason; their value is null. */
  readonly unknown: readonly { readonly id: string; readonly reason: string }[];
}

/** The report as it was known at the moment, and what is another today. */
export async function makeKnownReport(db: Kysely<DB>, asked: Asked, moment: string): Promise<KnownReport> {
  const today = await makeReport(db, asked);
  return asKnown(db, moment, async (tx) => {
    const span = { asOf: asked.asOf, plan: plannedYears(asked) };
    const gaps = await gapsOf(tx, moment, asked.unit?.id ?? null, span);
    const then = await makeReport(tx, { ...asked, knownAt: moment });
    const figures = then.figures.map((one) =>
      reasonOf(gaps, one.id) === null ? one : { ...one, value: null, list: null },
    );
    const unknown = figures.flatMap(({ id }) => {
      const reason = reasonOf(gaps, id);
      return reason === null ? [] : [{ id, reason }];
    });
    const changes: KnownChange[] = [];
    for (const { id, label, value: known } of figures) {
      const now = today.figures.find((one) => one.id === id)?.value ?? null;
      if (reasonOf(gaps, id) === null && now !== known)
        changes.push({ id, label, known, today: now, ...(await recordsOf(tx, id, asked)) });
    }
    const { all } = gaps;
    const checks = all === null ? then.checks : then.checks.map(({ id }) => ({ id, ok: false, message: all }));
    return { figures, checks, changes, unknown };
  });
}

const MOST = 20;

/** Which records came to a figure since, and which left it. Asked inside `asKnown`. */
async function recordsOf(db: Kysely<DB>, figure: string, asked: Asked) {
  const days = daysOf(asked);
  const [past, today] = [
    await countedRows(db, figure, asked.unit, days),
    await countedRows(db, figure, asked.unit, days, 'ocop'),
  ];
  if (past === null || today === null) return { records: [], total: 0 };
  const { each } = past.behind;
  const key = each === 'producer' ? sql`r.producer` : sql`r.product`;
  const { rows } = await sql<MovedRecord & { total: number }>`
    with past as (select distinct ${key} as id from ${past.sql} r), today as (select distinct ${key} as id from ${today.sql} r)
    select coalesce(t.id, p.id) as id, coalesce(d.name, m.name, '') as name, ${each} as each, p.id is null as came, count(*) over ()::int as total
      from past p full join today t on t.id = p.id
        left join product d on d.id = coalesce(t.id, p.id) left join producer m on m.id = coalesce(t.id, p.id)
     where (p.id is null or t.id is null) and coalesce(t.id, p.id) is not null order by 4, 2, 1 limit ${MOST}`.execute(
    db,
  );
  return { records: rows.map(({ total: _all, ...one }) => one), total: rows[0]?.total ?? 0 };
}
