/** The SQL behind the product list, as the product itself writes it, for the peer that shall do the same. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { type Asked, productCards, productCells, productPage } from '../src/features/portal/search.ts';
import { SESSION_OPTIONS } from '../src/platform/db/connect.ts';
import type { DB } from '../src/platform/db/schema.generated.ts';
import type { Query } from './bare-handler.ts';
import { asRows, cellsAsRows } from './rows.ts';

/** A pool of one connection. A server stopped after a failure is only told: the failure itself counts. */
export function onePool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 1, options: SESSION_OPTIONS });
  pool.on('error', (error) => console.error(error.message));
  return pool;
}

/** The statements of the JSON list, in order: a second one takes the last word as unfinished where whole words find nothing. */
export function jsonListStatements(pool: Pool, asked: Asked): Promise<Query[]> {
  return statements(pool, (db) => productPage(db, asked));
}

/** The JSON list as rows: the bare handler's share. */
export async function jsonListAsRows(pool: Pool, asked: Asked): Promise<Query[]> {
  return [asRows(await onlyOne(pool, (db) => productPage(db, asked)))];
}

/** Cards and facets of the HTML list as rows. */
export async function htmlListAsRows(pool: Pool, asked: Asked): Promise<Query[]> {
  const cards = await onlyOne(pool, (db) => productCards(db, asked));
  const cells = await onlyOne(pool, (db) => productCells(db, { ...asked, filters: {} }));
  return [asRows(cards), cellsAsRows(cells)];
}

async function onlyOne(pool: Pool, work: (db: Kysely<DB>) => Promise<unknown>): Promise<Query> {
  const [statement, ...others] = await statements(pool, work);
  if (!statement || others.length > 0) throw new Error(`expected one statement, not ${others.length + 1}`);
  return statement;
}

/** Statements a read of the product sends, in order. */
async function statements(pool: Pool, work: (db: Kysely<DB>) => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      sent.push({ text: query.sql, values: query.parameters });
    },
  });
  await work(db);
  return sent;
}
