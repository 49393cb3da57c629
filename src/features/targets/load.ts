import { sql } from 'kysely';
import { provinceToday, referenceAct } from '#features/legal-acts';
import { readCsvRows, referenceFile, stableId, TWO_LEVELS_FROM } from '#features/units';
import { addDays } from '#law/days';
import { PERCENT, readTarget, sayTarget } from '#law/targets';
import type { Tx } from '#platform/db/database';
import { beget, system } from '#platform/ledger/ledger';

type Column =
  | ('key' | 'province_old' | 'from' | 'to' | 'act' | 'owner' | 'name' | 'plan' | 'measure')
  | ('denominator' | 'indicator' | 'quote' | 'source' | 'note');

const orNull = (text: string) => (text === '' ? null : text);

/** Enters the targets printed in the seed documents, for the units of their day. */
export async function loadTargets(tx: Tx, day: string): Promise<number> {
  const rows = readCsvRows<Column>(referenceFile('lists/targets.csv'));
  const hand = { actor: system('load-targets', 'Nạp chỉ tiêu'), day, requestId: 'load-targets' };
  for (const row of rows) {
    const id = stableId('target', row.key);
    const { percent, ...number } = readTarget(row.plan);
    const measure = percent ? PERCENT : row.measure;
    const denominator = orNull(row.denominator);
    const unit = row.province_old === '' ? null : await provinceThen(tx, row.province_old);
    await beget(tx, hand, {
      process: 'target',
      id,
      action: 'target.set',
      reach: { province: unit === null ? null : await provinceToday(tx, row.province_old) },
      facts: {
        ...{ unit, from: row.from, to: row.to, name: row.name, source: row.source },
        said: sayTarget(number, { measure, denominator }) ?? row.plan,
      },
      effect: async (inner) => {
        await inner
          .insertInto('target')
          .values({
            ...{ id, unit, from_on: row.from, to_on: row.to, name: row.name, comparator: number.comparator },
            low: number.low === null ? null : sql<string>`${number.low}::numeric`,
            high: number.high === null ? null : sql<string>`${number.high}::numeric`,
            ...{ measure, denominator, indicator: orNull(row.indicator), owner: orNull(row.owner) },
            ...{ act: row.act === '' ? null : referenceAct(row.act), quote: orNull(row.quote), source: row.source },
            note: orNull(row.note),
          })
          .execute();
      },
    });
  }
  return rows.length;
}

/** The province that was called so before the two-level system. */
async function provinceThen(tx: Tx, name: string): Promise<string> {
  const eve = addDays(TWO_LEVELS_FROM, -1);
  const { rows } = await sql<{ unit: string }>`
    select v.unit from unit_version v join unit u on u.id = v.unit and u.level = 'province'
     where v.name = ${name} and v.valid_from <= ${eve}::date and coalesce(v.valid_to, 'infinity') >= ${eve}::date limit 1`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) throw new Error(`No province was called ${name} on ${eve}.`);
  return found.unit;
}
