/** The database a list is compared with: one that answers. Nothing is started, made or written for it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '#platform/clock';
import { type Config, readConfig } from '#platform/config';
import { openDatabase } from '#platform/db/database';
import { locateDatabase } from '#platform/db/locate';
import { checkMigrated } from '#platform/db/migrate';
import { secretIn } from '#platform/secret';
import type { ReadFile } from '../features/imports/reading/types.ts';

interface Asked {
  readonly day: Day;
  readonly asOf: Day | null;
  readonly province: string | null;
}

/** The list with the statuses the registry gives its rows; null when no database can be reached. */
export async function comparedList(file: ReadFile, asked: Asked): Promise<ReadFile | null> {
  const config = readConfig(process.env, 'start');
  const given = config.databaseUrl !== undefined || config.databaseOwnerUrl !== undefined;
  if (!given && !embeddedRuns(config)) return null;
  const located = await locateDatabase({ ...config, secret: config.secret ?? (await secretIn(config.dataDir)) });
  try {
    const db = await openDatabase(located, { poolSize: 1, reportPoolSize: 1 });
    try {
      await checkMigrated(db);
      const { compareRead } = await import('../features/imports/compare-read.ts'); // loads the registry: only where there is one
      return await compareRead(db.app, file, asked);
    } catch {
      return null; // not to be reached, or not this product's of today: the answer says "nothing"
    } finally {
      await db.close();
    }
  } finally {
    await located.release();
  }
}

function embeddedRuns({ dataDir }: Config): boolean {
  return existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'));
}
