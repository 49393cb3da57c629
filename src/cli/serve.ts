/** `npm run serve`: production. Starts nothing by itself and makes nothing up: settings, secrets and tables must be there. */
import { openDatabase } from '#platform/db/database';
import { checkGrants } from '#platform/db/grants';
import { locateDatabase } from '#platform/db/locate';
import { checkMigrated } from '#platform/db/migrate';
import { buildAssets, configOr, failWith, runUntilStopped } from './running.ts';

/** Runs until it is told to stop; answers 1, with a line for each reason, when it must not start. */
export async function run(): Promise<number> {
  const config = configOr('serve', process.env);
  if (config?.secret === undefined) return 1;
  try {
    await buildAssets();
    const located = await locateDatabase(config);
    return await runUntilStopped(config, located, config.secret, {
      prepare: () => refuseUnready(located),
      ready: () => process.stderr.write(`Sao Làng serves ${config.baseUrl} on ${config.host}:${config.port}\n`),
    });
  } catch (error) {
    return failWith(error);
  }
}

/** Refuses a database at another level (Q18), roles that may do too much (S36, S40) and one with accounts of the demonstration (S10). */
async function refuseUnready(urls: { app: string; report: string }): Promise<void> {
  const db = await openDatabase(urls, { poolSize: 1 });
  try {
    await checkMigrated(db);
    await checkGrants(db);
    const demo = await db.app.selectFrom('account').select('id').where('demo', '=', true).limit(1).executeTakeFirst();
    if (demo)
      throw new Error('This database holds accounts of the demonstration programme; production needs one of its own.');
  } finally {
    await db.close();
  }
}
