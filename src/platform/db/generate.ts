/** Writes the Kysely types of the tables from a migrated database (`npm run generate`; a test compares them). */
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generate, PostgresDialect } from 'kysely-codegen';
import { withClient } from './connect.ts';

/** The committed file. */
export const SCHEMA_FILE = fileURLToPath(new URL('./schema.generated.ts', import.meta.url));

/** The text of the types for the tables and views of schema ocop in this database; reads with the owner's URL. */
export async function generateSchema(ownerUrl: string): Promise<string> {
  const dialect = new PostgresDialect({ dateParser: 'string', defaultSchemas: ['ocop'] });
  const db = await dialect.introspector.connect({ connectionString: ownerUrl, dialect });
  try {
    return await generate({
      db,
      dialect,
      defaultSchemas: ['ocop'],
      includePattern: 'ocop.*',
      typeMapping: { date: 'string', int8: 'number', jsonb: 'JsonColumn' },
      customImports: { JsonColumn: './json.ts', GeneratedAlways: 'kysely' },
      overrides: { columns: await neverWritten(ownerUrl) },
      outFile: null,
      print: false,
    });
  } finally {
    await db.destroy();
    await othersGone(ownerUrl);
  }
}

/** Waits until nobody else is connected: a pool that has ended still hears of a server that stops, and nobody listens. */
async function othersGone(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (let tries = 0; tries < 100; tries++) {
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      if (rows[0]?.n === 0) return;
      await setTimeout(20);
    }
  });
}

/** Columns PostgreSQL alone fills: generated ones and identities. */
async function neverWritten(ownerUrl: string): Promise<Record<string, string>> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ table_name: string; column_name: string; data_type: string }>(
      `select table_name, column_name, data_type from information_schema.columns
        where table_schema = 'ocop' and (is_generated = 'ALWAYS' or identity_generation = 'ALWAYS')`,
    ),
  );
  return Object.fromEntries(
    rows.map((row) => [
      `${row.table_name}.${row.column_name}`,
      `GeneratedAlways<${row.data_type === 'bigint' || row.data_type === 'integer' ? 'number' : row.data_type === 'boolean' ? 'boolean' : 'string'}>`,
    ]),
  );
}
