/**
 * Database and roles. Three roles (S40): `owner` owns the tables and runs migrations; the application and the reports sign
 * in under names of their own, which are members of the group roles `app` and `report` that the migrations grant to.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Where to connect as whom; PostgreSQL URLs. */
export interface DatabaseUrls {
  owner: string;
  app: string;
  report: string;
}

/** Fixed number of the advisory lock under which roles, databases and migrations are made. */
const SETUP_LOCK = 7_202_611;
/** What every connection is told: our schema first, UTC, ISO dates. */
export const SESSION_OPTIONS = '-c search_path=ocop -c TimeZone=UTC -c DateStyle=ISO -c client_encoding=UTF8';

/**
 * Urls of application and reports for a database whose owner may create roles: names `<database>_app` and
 * `<database>_report`, passwords derived from `secret` (or random ones, when they need not be found again).
 */
export function derivedUrls(
  ownerUrl: string,
  database: string,
  secret = randomBytes(32).toString('hex'),
): DatabaseUrls {
  const named = (role: 'app' | 'report') => {
    const url = new URL(withDatabase(ownerUrl, database));
    url.username = `${database}_${role}`;
    url.password = createHmac('sha256', secret).update(`${database}:${role}`).digest('hex');
    return url.href;
  };
  return { owner: withDatabase(ownerUrl, database), app: named('app'), report: named('report') };
}

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** Name of the database in a URL. */
export function databaseIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}

/** Opens one connection (time limit 5 s), runs `work`, closes it. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, options: SESSION_OPTIONS });
  client.on('error', () => undefined); // a lost connection shows itself in the next query
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Makes what is missing: the database, the groups `app` and `report`, the two sign-in roles with the passwords of their
 * URLs. Safe to run again and by several processes at once. Throws with the statements for an administrator when the
 * owner may not create databases or roles.
 */
export async function prepareDatabase(urls: DatabaseUrls): Promise<void> {
  const database = databaseIn(urls.owner);
  if (!(await exists(urls.owner))) {
    await withClient(withDatabase(urls.owner, 'postgres'), async (client) => {
      await permitted(
        client,
        `create database ${escapeIdentifier(database)} encoding 'UTF8' template template0`,
        '42P04',
      );
    });
  }
  await withClient(withDatabase(urls.owner, 'postgres'), (client) =>
    underLock(client, async () => {
      for (const group of ['app', 'report'] as const) {
        await makeGroup(client, group);
        await makeSignIn(client, urls[group], group);
      }
    }),
  );
  await withClient(urls.owner, (client) =>
    underLock(client, async () => {
      const name = escapeIdentifier(database);
      const roles = [userIn(urls.app), userIn(urls.report)].map((role) => escapeIdentifier(role)).join(', ');
      await permitted(client, `revoke all on database ${name} from public`);
      await permitted(client, `grant connect on database ${name} to ${roles}`);
    }),
  );
}

/** Runs `work` alone among all processes that prepare or migrate the database this client is connected to. */
export async function underLock<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [SETUP_LOCK]);
  }
}

async function exists(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true);
  } catch (error) {
    if (codeOf(error) === '3D000') return false;
    throw error;
  }
}

async function makeGroup(client: Client, group: string): Promise<void> {
  const found = await roleNamed(client, group);
  if (found === null) {
    await permitted(client, `create role ${group} nologin`, '42710');
  } else if (found.rolcanlogin || found.rolsuper) {
    throw new Error(
      `This server already has a role "${group}" that signs in. Sao Làng needs "app" and "report" as groups: use a server of its own.`,
    );
  }
}

async function makeSignIn(client: Client, url: string, group: string): Promise<void> {
  const role = userIn(url);
  const name = escapeIdentifier(role);
  const password = decodeURIComponent(new URL(url).password);
  const found = await roleNamed(client, role);
  if (found?.rolsuper || found?.rolcreaterole || found?.rolcreatedb || found?.rolbypassrls) {
    throw new Error(
      `Role "${role}" may do more than the application needs (superuser, create roles or databases): use a lesser one.`,
    );
  }
  if (found === null) {
    const secret = password === '' ? '' : ` password ${escapeLiteral(password)}`;
    await permitted(client, `create role ${name} login nosuperuser nocreatedb nocreaterole${secret}`, '42710');
  } else if (password !== '' && !(await canSignIn(url))) {
    await permitted(client, `alter role ${name} login password ${escapeLiteral(password)}`);
  }
  if (!(await isMember(client, role, group))) await permitted(client, `grant ${group} to ${name}`);
}

interface RoleRow {
  rolcanlogin: boolean;
  rolsuper: boolean;
  rolcreaterole: boolean;
  rolcreatedb: boolean;
  rolbypassrls: boolean;
}

async function roleNamed(client: Client, role: string): Promise<RoleRow | null> {
  const { rows } = await client.query<RoleRow>(
    'select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = $1',
    [role],
  );
  return rows[0] ?? null;
}

async function isMember(client: Client, role: string, group: string): Promise<boolean> {
  const { rows } = await client.query<{ member: boolean }>(
    `select pg_has_role($1::name, $2::name, 'usage') as member`,
    [role, group],
  );
  return rows[0]?.member ?? false;
}

/** False only when the password is refused; the database itself may not let the role in yet. */
async function canSignIn(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true);
  } catch (error) {
    if (codeOf(error) === '28P01') return false;
    if (codeOf(error) === '42501' || codeOf(error) === '3D000') return true;
    throw error;
  }
}

/** Runs a statement; `alreadyThere` is the SQLSTATE that means a rival was first. */
async function permitted(client: Client, statement: string, alreadyThere?: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (alreadyThere !== undefined && codeOf(error) === alreadyThere) return;
    if (codeOf(error) !== '42501') throw error;
    const shown = statement.replace(/ password '.*'$/, " password '…'");
    throw new Error(`The owner role may not do this; ask the administrator of the server to run:\n  ${shown};`, {
      cause: error,
    });
  }
}

function userIn(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** SQLSTATE or system error code of an error, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
