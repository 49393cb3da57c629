/** Databases of one test run on a server: a template migrated once, a copy of it for each test file. */
import { type Client, escapeIdentifier } from 'pg';
import {
  type DatabaseUrls,
  derivedUrls,
  prepareDatabase,
  underLock,
  withClient,
  withDatabase,
} from '../../src/platform/db/connect.ts';
import { migrate, type Step } from '../../src/platform/db/migrate.ts';

/** Makes the template `<prefix>_template` unless another test file has done so; answers its URLs. */
export async function ensureTemplate(
  serverUrl: string,
  prefix: string,
  secret: string,
  steps: readonly Step[],
): Promise<DatabaseUrls> {
  const urls = templateUrls(serverUrl, prefix, secret);
  await withClient(withDatabase(serverUrl, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [prefix]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and not datallowconn', [
      `${prefix}_template`,
    ]);
    if (rowCount) return;
    await prepareDatabase(urls);
    // Whoever drops a database cuts the connections of these roles: a lesser owner needs their rights for that.
    await client.query(`grant ${signIns(urls)} to current_user`);
    await migrate(urls.owner, { steps });
    // Nobody may connect to it any more: a copy needs a template at rest.
    await client.query(`alter database ${escapeIdentifier(`${prefix}_template`)} allow_connections false`);
  });
  return urls;
}

/** Copies the template into a new database; all databases of a run share the two sign-in roles. */
export async function copyTemplate(
  serverUrl: string,
  prefix: string,
  secret: string,
  name: string,
  from = `${prefix}_template`,
): Promise<DatabaseUrls> {
  const database = escapeIdentifier(name);
  const urls = templateUrls(serverUrl, prefix, secret);
  await withClient(withDatabase(serverUrl, 'postgres'), async (client) => {
    await client.query(`create database ${database} template ${escapeIdentifier(from)}`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect on database ${database} to ${signIns(urls)}`);
  });
  return runUrls(serverUrl, prefix, secret, name);
}

const signIns = ({ app, report }: DatabaseUrls) =>
  [app, report].map((url) => escapeIdentifier(new URL(url).username)).join(', ');

/** URLs of a database of this run: its owner, and the two sign-in roles of the run. */
export function runUrls(serverUrl: string, prefix: string, secret: string, name: string): DatabaseUrls {
  const urls = templateUrls(serverUrl, prefix, secret);
  return {
    owner: withDatabase(urls.owner, name),
    app: withDatabase(urls.app, name),
    report: withDatabase(urls.report, name),
  };
}

/** Drops one database; open connections are cut. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(withDatabase(serverUrl, 'postgres'), (client) => dropNow(client, name));
}

const NOT_OURS_TO_END = '42501';
const [TRIES, PAUSE_MS] = [40, 250];

/** A worker of the server itself, as autovacuum is, may stand in the database; only a superuser ends it, others wait. */
async function dropNow(client: Client, name: string, tries = TRIES): Promise<void> {
  try {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== NOT_OURS_TO_END || tries === 0) throw error;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    await dropNow(client, name, tries - 1);
  }
}

/** Drops every database and role of a run from a server that is not ours. */
export async function dropRun(serverUrl: string, prefix: string): Promise<void> {
  await withClient(withDatabase(serverUrl, 'postgres'), async (client) => {
    for (const name of await names(
      client,
      'select datname as name from pg_database where starts_with(datname, $1)',
      prefix,
    )) {
      await dropNow(client, name);
    }
    await underLock(client, async () => {
      for (const name of await names(
        client,
        'select rolname as name from pg_roles where starts_with(rolname, $1)',
        prefix,
      )) {
        await client.query(`drop role if exists ${escapeIdentifier(name)}`);
      }
    });
  });
}

function templateUrls(serverUrl: string, prefix: string, secret: string): DatabaseUrls {
  return derivedUrls(serverUrl, `${prefix}_template`, secret);
}

async function names(client: Client, query: string, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query, [`${prefix}_`]);
  return rows.map(({ name }) => name);
}
