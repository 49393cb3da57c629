/** What the roles of the application and the reports really may do (S36, S40): asked before anything is served. */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { DB } from './schema.generated.ts';

/** Tables whose rows stay as they are written; lifecycle is changed by the ledger's trigger alone. */
const APPEND_ONLY = [
  'ledger',
  'ledger_seal',
  'access_log',
  'access_seal',
  'lifecycle',
  'lifecycle_process',
  'lifecycle_step',
];

/** Throws with one line a fault when a role may do more than it needs. */
export async function checkGrants({ app, report }: Pick<Database, 'app' | 'report'>): Promise<void> {
  const faults = [...(await strayRights(app)), ...(await forbiddenWrites(app))];
  if ((await whoIs(app)) !== (await whoIs(report)))
    faults.push(...(await strayRights(report)), ...(await anyWrites(report)));
  if (faults.length > 0)
    throw new Error(`The database gives more rights than it should:\n${faults.map((one) => `  ${one}`).join('\n')}`);
}

async function whoIs(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_user::text as name`.execute(db);
  return rows[0]?.name ?? '';
}

/** Rights over the server or the schema, which only the owner has. */
async function strayRights(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select format('%s is a superuser or may create roles or databases', rolname) as fault from pg_roles
     where rolname = current_user and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)
    union all
    select format('%s may create things in schema ocop', current_user) where has_schema_privilege('ocop', 'create')
    union all
    select format('%s owns table %s', current_user, relname) from pg_class
     where relnamespace = 'ocop'::regnamespace and pg_has_role(relowner, 'usage')`.execute(db);
  return rows.map(({ fault }) => fault);
}

async function forbiddenWrites(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select format('%s may %s %s', current_user, lower(verb), relname) as fault
      from unnest(${APPEND_ONLY}::text[]) as relname, unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) as verb
     where has_table_privilege('ocop.' || relname, verb)
        or (verb = 'UPDATE' and has_any_column_privilege('ocop.' || relname, verb))`.execute(db);
  return rows.map(({ fault }) => fault);
}

async function anyWrites(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select format('%s may %s %s', current_user, lower(verb), relname) as fault
      from pg_class, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) as verb
     where relnamespace = 'ocop'::regnamespace and relkind in ('r', 'p', 'v')
       and (has_table_privilege(pg_class.oid, verb) or (verb in ('INSERT', 'UPDATE') and has_any_column_privilege(pg_class.oid, verb)))`.execute(
    db,
  );
  return rows.map(({ fault }) => fault);
}
