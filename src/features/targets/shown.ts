/** Which targets a screen shows, with their results. */
import type { ReadContext } from '#platform/http/context';
import { type TargetRecord, targetsAround, targetsOf, unitsWithTargets } from './queries.ts';
import { type TargetResult, withResults } from './results.ts';
import { COUNTRY, type ListQuery } from './schema.ts';

const ALWAYS = ['0001-01-01', '9999-12-31'] as const;

export interface Shown {
  readonly rows: TargetResult[];
  /** Units that have targets; the value of the country is its own word. */
  readonly units: { readonly value: string; readonly label: string }[];
  /** Which of them is shown; undefined: the reader's province with what became part of it. */
  readonly unit: string | undefined;
  readonly asOf: string;
}

/** Targets of the unit asked, or of the reader's own area, of the year asked or of all, with results as of a day. */
export async function shownTargets(ctx: ReadContext, { unit, nam, ngay }: ListQuery): Promise<Shown> {
  const { area } = ctx.actor;
  const chosen = unit ?? (area === null ? COUNTRY : undefined);
  const [from, to] = nam === undefined ? ALWAYS : [`${nam}-01-01`, `${nam}-12-31`];
  const all: readonly TargetRecord[] =
    chosen === undefined
      ? await targetsAround(ctx.db, area ?? '')
      : await targetsOf(ctx.db, chosen === COUNTRY ? null : chosen, from, to);
  const asOf = ngay === undefined || ngay > ctx.day ? ctx.day : ngay;
  const targets = all.filter((one) => one.from <= to && one.to >= from);
  const [rows, units] = await Promise.all([withResults(ctx, targets, asOf), unitsWithTargets(ctx.db)]);
  const choices = units.map((one) => ({ value: one.unit ?? COUNTRY, label: one.place }));
  return { rows, units: choices, unit: chosen, asOf };
}
