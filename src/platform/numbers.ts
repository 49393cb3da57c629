import { sql } from 'kysely';
import type { Tx } from './db/database.ts';

/**
 * The next number of a series in a year, from 1, without holes: it is given back when the transaction fails. Whoever
 * takes one makes others who want the same series wait until its transaction ends: take it late.
 * @param series stable name, e.g. `certificate:<province>`
 */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select next_number(${series}, ${year}::integer) as n`.execute(tx);
  const taken = rows[0]?.n;
  if (taken === undefined) throw new Error('next_number gave nothing');
  return taken;
}
