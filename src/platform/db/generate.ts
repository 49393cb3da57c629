/** Writes the Kysely types of the tables from a migrated database (`npm run generate`; a test compares them). */
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
  }
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
