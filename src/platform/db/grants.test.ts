import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { checkGrants } from './grants.ts';
import { MIGRATIONS } from './migrate.ts';

const { db, asOwner } = await testDatabase();

/** `role table verb` and `role table.column verb` as the database has them. */
async function actual(): Promise<string[]> {
  const rows = await asOwner<{ one: string }>(`
    select format('%s %s %s', case when a.grantee = 0 then 'public' else a.grantee::regrole::text end, c.relname, lower(a.privilege_type)) as one
      from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'ocop'::regnamespace and c.relkind in ('r', 'v') and a.grantee <> c.relowner
    union all
    select format('%s %s.%s %s', case when a.grantee = 0 then 'public' else a.grantee::regrole::text end, c.relname, t.attname, lower(a.privilege_type))
      from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a where c.relnamespace = 'ocop'::regnamespace`);
  return rows.map(({ one }) => one).sort();
}

/** The same as the migrations declare it: their grants and revokes on tables, read in order. */
async function declared(): Promise<string[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  const texts = await Promise.all(names.map((name) => readFile(`${MIGRATIONS}${name}`, 'utf8')));
  const all = new Set(['app schema_migration select', 'report schema_migration select']);
  const statements = texts
    .join('\n')
    .replace(/--.*$/gm, '')
    .matchAll(/^(grant|revoke)\s+([^;]*?)\s+on\s+(?!schema|function)([^;]*?)\s+(?:to|from)\s+([^;]*?);/gms);
  for (const [, verb, rights = '', tables = '', roles = ''] of statements) {
    for (const role of list(roles))
      for (const table of list(tables.replace(/^table\s+/, ''))) {
        for (const [, right = '', columns] of rights.matchAll(/(\w+)(?:\s*\(([^)]*)\))?/g)) {
          for (const column of columns === undefined ? [table] : list(columns).map((name) => `${table}.${name}`)) {
            if (verb === 'grant') all.add(`${role} ${column} ${right}`);
            else all.delete(`${role} ${column} ${right}`);
          }
        }
      }
  }
  return [...all].sort();
}

const list = (text: string) => text.split(',').map((one) => one.trim());

test('S40 the grants are exactly those the migrations declare', async () => {
  expect(await actual()).toEqual(await declared());
});

test('S40 neither everybody nor the groups may do more than read and write rows', async () => {
  const rights = (await actual()).map((one) => one.split(' '));
  expect(rights.filter(([role]) => role !== 'app' && role !== 'report')).toEqual([]);
  expect(rights.filter(([, , right]) => !['select', 'insert', 'update', 'delete'].includes(right ?? ''))).toEqual([]);
  expect(rights.filter(([role, , right]) => role === 'report' && right !== 'select')).toEqual([]);
});

test('S40 reports never see passwords, codes, sessions or restricted data of persons', async () => {
  for (const column of [
    'account.password_hash',
    'account.totp_secret',
    'recovery_code.code_hash',
    'account_session.token_hash',
    'producer.representative',
    'producer.tax_code',
  ]) {
    const [table = '', name = ''] = column.split('.');
    const [row] = await asOwner<{ may: boolean }>('select has_column_privilege($1, $2, $3, $4) as may', [
      'report',
      table,
      name,
      'select',
    ]);
    expect(row?.may, column).toBe(false);
  }
});

test('S36 a start is refused when the application may change the ledger or owns too much', async () => {
  await expect(checkGrants(db)).resolves.toBeUndefined();
  await asOwner('grant update (reason) on ledger to app');
  await asOwner('grant insert on file to report');
  await expect(checkGrants(db)).rejects.toThrow(/_app may update ledger\n.*_report may insert file/s);
  await asOwner('revoke update (reason) on ledger from app');
  await asOwner('revoke insert on file from report');
});
