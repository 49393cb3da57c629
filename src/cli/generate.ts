import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedUrls, prepareDatabase } from '#platform/db/connect';
import { generateSchema, SCHEMA_FILE } from '#platform/db/generate';
import { startEmbedded } from '#platform/db/launcher';
import { migrate } from '#platform/db/migrate';

/** `npm run generate`: writes the types of the tables, from a database migrated for the purpose and thrown away. */
export async function run(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'saolang-generate-'));
  const server = await startEmbedded({ folder, settings: { fsync: 'off' } });
  try {
    const urls = derivedUrls(server.ownerUrl, 'generate', server.secret);
    await prepareDatabase(urls);
    await migrate(urls.owner, { steps: [] });
    await writeFile(SCHEMA_FILE, await generateSchema(urls.owner));
    process.stdout.write(`${SCHEMA_FILE}\n`);
    return 0;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
