import { expect, it } from 'vitest';
import { smallWeb } from '../../../tests/support/small-web.ts';
import { withClient, withDatabase } from '../db/connect.ts';

const small = await smallWeb();

it('Q18 answers that it is ready, with what was looked at', async () => {
  const ready = await small.visitor().json('GET', '/readyz');
  expect([ready.status, ready.body.status]).toEqual([200, 'ready']);
  expect(Object.keys(ready.body.checks as object)).toEqual(['database', 'migrations', 'disk', 'outbox']);
});

it('Q18 says not ready when the database is at another level', async () => {
  await small.database.asOwner(
    `insert into schema_migration (name, checksum) values ('9999-from-the-future.sql', 'x')`,
  );
  const answer = await small.visitor().json('GET', '/readyz');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(answer.body.checks).toMatchObject({ database: { ok: true }, migrations: { ok: false } });
  await small.database.asOwner(`delete from schema_migration where name = '9999-from-the-future.sql'`);
});

it('Q18 says not ready when letters wait too long', async () => {
  await small.database.asOwner(
    `insert into outbox (id, channel, address, subject, body, created_at) values (gen_random_uuid(), 'email', 'a@b.vn', 'x', 'x', now() - interval '1 hour')`,
  );
  expect((await small.visitor().json('GET', '/readyz')).body.checks).toMatchObject({ outbox: { ok: false } });
});

it('Q2 a database that is gone gives 503 with Retry-After, and the process lives on', async () => {
  const [{ name } = { name: '' }] = await small.database.asOwner<{ name: string }>('select current_database() as name');
  // From another database: the limit also holds for an owner who is no superuser.
  const beside = (query: string) =>
    withClient(withDatabase(small.database.urls.owner, 'postgres'), (client) => client.query(query));
  await beside(`alter database "${name}" connection limit 0`);
  await beside(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  const page = await small.visitor().page('/?lost=1');
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10']);
  expect(page.text).toContain('Bản nháp của bạn vẫn an toàn');
  const began = performance.now();
  expect((await small.visitor().json('GET', '/readyz')).status).toBe(503);
  expect(performance.now() - began).toBeLessThan(2000);
  expect((await small.visitor().json('GET', '/healthz')).status).toBe(200);
  await beside(`alter database "${name}" connection limit -1`);
  expect((await small.visitor().page('/?lost=2')).status).toBe(200);
});
