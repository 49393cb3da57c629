import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { derivedUrls, prepareDatabase } from '#platform/db/connect';
import { generateSchema, SCHEMA_FILE } from '#platform/db/generate';
import { startEmbedded } from '#platform/db/launcher';
import { migrate } from '#platform/db/migrate';
import { policyPage } from './policy-page.ts';

const POLICY_FILE = fileURLToPath(new URL('../../docs/policy.md', import.meta.url));

/** `npm run generate`: prints the table of permissions, and writes the types of the tables, from a database migrated for the purpose and thrown away. */
export async function run(): Promise<number> {
  await writeFile(POLICY_FILE, policyPage());
  const folder = await mkdtemp(join(tmpdir(), 'saolang-generate-'));
  await chmod(folder, 0o711); // as root, the server runs as another user who must pass through
  const server = await startEmbedded({ folder, settings: { fsync: 'off' } });
  try {
    const urls = derivedUrls(server.ownerUrl, 'generate', server.secret);
    await prepareDatabase(urls);
    await migrate(urls.owner, { steps: [] });
    await writeFile(SCHEMA_FILE, await generateSchema(urls.owner));
    process.stdout.write(`${POLICY_FILE}\n${SCHEMA_FILE}\n`);
    return 0;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
