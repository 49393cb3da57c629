/** The database a list is compared with: one that answers. Nothing is started, made or written for it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '#platform/clock';
import { type Config, ConfigProblem, readConfig } from '#platform/config';
import { openDatabase } from '#platform/db/database';
import { locateDatabase } from '#platform/db/locate';
import { checkMigrated } from '#platform/db/migrate';
import { secretIn } from '#platform/secret';
import type { ReadRow } from '../features/imports/reading/types.ts';

interface Asked {
  readonly day: Day;
  readonly asOf: Day | null;
  readonly province: string | null;
}

/** A registry that rows are held against, one after the other in the order of the file. */
export interface OpenRegistry {
  readonly judge: (row: ReadRow) => Promise<ReadRow>;
  readonly close: () => Promise<void>;
}

/** Opens the registry; null when no database of today's kind can be reached. */
export async function openRegistry(asked: Asked): Promise<OpenRegistry | null> {
  const config = understood();
  if (config === null) return null;
  const given = config.databaseUrl !== undefined || config.databaseOwnerUrl !== undefined;
  if (!given && !embeddedRuns(config)) return null;
  const secret = config.secret ?? (await secretIn(config.dataDir));
  const located = await locateDatabase({ ...config, secret }).catch(() => null);
  if (located === null) return null;
  const db = await openDatabase(located, { poolSize: 1, reportPoolSize: 1 }).catch(() => null);
  const close = async () => {
    await db?.close();
    await located.release();
  };
  try {
    if (db === null) throw new Error('not to be reached');
    await checkMigrated(db);
    const { registryJudge } = await import('../features/imports/compare-read.ts'); // loads the registry: only where there is one
    return { judge: await registryJudge(db.app, asked), close };
  } catch {
    await close();
    return null; // not to be reached, or not this product's of today: the answer says "nothing"
  }
}

/** The settings as `npm start` reads them; null when they cannot be understood: reading a list needs none. */
function understood(): Config | null {
  try {
    return readConfig(process.env, 'start');
  } catch (error) {
    if (error instanceof ConfigProblem) return null;
    throw error;
  }
}

/** A server of this folder that runs just now: one that crashed is not started for a list. */
function embeddedRuns({ dataDir }: Config): boolean {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  try {
    return Number.isSafeInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
