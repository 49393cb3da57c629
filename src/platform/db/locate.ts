/** Where the database is: a server of one's own by settings, else the embedded one in the data folder. */
import { join } from 'node:path';
import { type DatabaseUrls, databaseIn, derivedUrls, prepareDatabase } from './connect.ts';
import { startEmbedded } from './launcher.ts';
import { migrate, type Step } from './migrate.ts';

/** The settings it depends on, as in Config. */
export interface DatabaseSettings {
  dataDir: string;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  databaseReportUrl: string | undefined;
  /** From which the passwords of the two lesser roles are derived when only the owner's URL is given. */
  secret: string | undefined;
}

export interface LocatedDatabase {
  app: string;
  report: string;
  /** Null when only the application's URL is known: then nothing can be migrated from here. */
  owner: string | null;
  embedded: boolean;
  /** Starts the embedded server again whenever it dies; nothing for a server of one's own. */
  mind(onRestart: (words: string) => void): void;
  /** Stops the embedded server; nothing for a server of one's own. */
  stop(): Promise<void>;
  /** The same, but only if this call started it and nobody else uses it: for commands. */
  release(): Promise<void>;
}

const EMBEDDED_DATABASE = 'saolang';

/** Finds the database; starts or adopts the embedded server when no URL is set. Makes nothing inside it. */
export async function locateDatabase(
  settings: DatabaseSettings,
  say?: (line: string) => void,
): Promise<LocatedDatabase> {
  const given = givenUrls(settings);
  if (given !== null) {
    const nothing = async () => undefined;
    return { ...given, embedded: false, mind: () => undefined, stop: nothing, release: nothing };
  }
  const server = await startEmbedded({ folder: join(settings.dataDir, 'postgres'), ...(say ? { say } : {}) });
  const urls = derivedUrls(server.ownerUrl, EMBEDDED_DATABASE, server.secret);
  return { ...urls, embedded: true, mind: server.mind, stop: server.stop, release: server.release };
}

function givenUrls(settings: DatabaseSettings): Pick<LocatedDatabase, 'owner' | 'app' | 'report'> | null {
  const { databaseUrl, databaseOwnerUrl, databaseReportUrl, secret } = settings;
  if (databaseUrl !== undefined) {
    return { owner: databaseOwnerUrl ?? null, app: databaseUrl, report: databaseReportUrl ?? databaseUrl };
  }
  if (databaseOwnerUrl === undefined) return null;
  if (secret === undefined)
    throw new Error('DATABASE_OWNER_URL is set without DATABASE_URL: give the application a role of its own.');
  const urls = derivedUrls(databaseOwnerUrl, databaseIn(databaseOwnerUrl), secret);
  return { ...urls, report: databaseReportUrl ?? urls.report };
}

/** Makes database and roles when they are missing, and migrates. Returns the migrations applied now. */
export async function raiseDatabase(
  urls: DatabaseUrls,
  steps: readonly Step[],
  say?: (line: string) => void,
): Promise<string[]> {
  await prepareDatabase(urls);
  return migrate(urls.owner, { steps, ...(say ? { say } : {}) });
}
