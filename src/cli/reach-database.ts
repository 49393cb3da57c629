/** The database a reading command can reach: by settings, or the embedded one of the data folder. Nothing is made in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigProblem, readConfig } from '#platform/config';
import { type Database, openDatabase } from '#platform/db/database';
import { locateDatabase } from '#platform/db/locate';
import { checkMigrated } from '#platform/db/migrate';
import { secretIn } from '#platform/secret';

export interface ReachedDatabase {
  readonly db: Database;
  readonly close: () => Promise<void>;
}

/**
 * Opens a database of today's kind; null when none can be reached. An embedded server that stands still is started for the
 * command and stopped after it when `start` says so; one that runs is only visited. Throws ConfigProblem for settings that
 * cannot be understood, unless the command can do without a database (`start` false).
 */
export async function reachDatabase(start: boolean): Promise<ReachedDatabase | null> {
  const config = start ? readConfig(process.env, 'start') : understood();
  if (config === null || !isThere(config, start)) return null;
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
    return { db, close };
  } catch {
    await close();
    return null;
  }
}

/** The settings as `npm start` reads them; null when they cannot be understood. */
function understood(): Config | null {
  try {
    return readConfig(process.env, 'start');
  } catch (error) {
    if (error instanceof ConfigProblem) return null;
    throw error;
  }
}

function isThere(config: Config, start: boolean): boolean {
  if (config.databaseUrl !== undefined || config.databaseOwnerUrl !== undefined) return true;
  return start ? existsSync(join(clusterOf(config), 'PG_VERSION')) : embeddedRuns(config);
}

const clusterOf = ({ dataDir }: Config) => join(dataDir, 'postgres', 'cluster');

/** A server of this folder that runs just now: one that crashed is not started for a list. */
function embeddedRuns(config: Config): boolean {
  const file = join(clusterOf(config), 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  try {
    return Number.isSafeInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
