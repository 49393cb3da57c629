/** The demonstration programme, loaded once a test run into a template that test files copy. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { loadDemonstration } from '../../src/cli/demonstration.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { withClient, withDatabase } from '../../src/platform/db/connect.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openFileStore } from '../../src/platform/files/store.ts';
import { copyTemplate, dropDatabase } from './database-run.ts';

/** Data folder with the files of the demonstration; goes with the run. */
export const demoFiles = () => join(inject('run').folder, 'demo-data');

/** Makes the template unless another test file has done so (one waits for the other); answers its name. */
export async function ensureDemoTemplate(serverUrl: string, prefix: string, secret: string): Promise<string> {
  const name = `${prefix}_demo`;
  await withClient(withDatabase(serverUrl, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and not datallowconn', [name]);
    if (rowCount) return;
    await dropDatabase(serverUrl, name); // half made by a file that was killed
    await mkdir(demoFiles(), { recursive: true });
    const files = await openFileStore('file:files', demoFiles());
    const db = await openDatabase(await copyTemplate(serverUrl, prefix, secret, name), { poolSize: 2 });
    await db.transaction((tx) => loadDemonstration(tx, systemClock.today(), files, () => undefined));
    await db.close();
    await client.query(`alter database ${escapeIdentifier(name)} allow_connections false`);
  });
  return name;
}
