/** What the operator's commands have in common: settings, database, words on standard output, an exit code. */
import { type Config, ConfigProblem, readConfig } from '#platform/config';
import { codeOf } from '#platform/db/connect';
import { type Database, openDatabase } from '#platform/db/database';
import { type LocatedDatabase, locateDatabase } from '#platform/db/locate';
import { checkMigrated } from '#platform/db/migrate';
import { secretIn } from '#platform/secret';

export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Finds the database (starting the embedded one if nobody has), works, and leaves it as it was found. */
export async function withDatabaseOf(
  work: (located: LocatedDatabase, config: Config) => Promise<number>,
): Promise<number> {
  try {
    const config = readConfig(process.env, 'start');
    const located = await locateDatabase(
      { ...config, secret: config.secret ?? (await secretIn(config.dataDir)) },
      complain,
    );
    try {
      return await work(located, config);
    } finally {
      await located.release();
    }
  } catch (error) {
    if (error instanceof ConfigProblem) for (const line of error.lines) complain(line);
    else complain(error instanceof Error ? error.message : String(error));
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) complain(error.stack ?? '');
    return 1;
  }
}

/** The same with open pools. */
export function withPools(work: (db: Database, config: Config) => Promise<number>): Promise<number> {
  return withDatabaseOf(async (located, config) => {
    const db = await openDatabase(located, { poolSize: 2, reportPoolSize: 2 });
    try {
      await checkMigrated(db).catch((cause: unknown) => {
        const none = codeOf(cause) === '28P01' || codeOf(cause) === '3D000' || codeOf(cause) === '42P01';
        throw none ? new Error('There is no database of Sao Làng yet. Run "saolang migrate" first.', { cause }) : cause;
      });
      return await work(db, config);
    } finally {
      await db.close();
    }
  });
}

/** The owner's URL, or an error that says which setting is missing. */
export function ownerOf({ owner, app, report }: LocatedDatabase): { owner: string; app: string; report: string } {
  if (owner === null) throw new Error('This needs DATABASE_OWNER_URL: the role that owns the tables.');
  return { owner, app, report };
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
