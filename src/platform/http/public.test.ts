import { describe, expect, it } from 'vitest';
import { smallWeb } from '../../../tests/support/small-web.ts';
import { withClient } from '../db/connect.ts';

const small = await smallWeb();
const counted = async (path = '/') =>
  /Có (\d+) việc|"count":(\d+)/.exec(await (await small.visitor().fetch(path)).text())?.[0];

describe('answers for everybody', () => {
  it('come from the cache with an ETag, and 304 when nothing changed', async () => {
    const first = await small.visitor().fetch('/');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await small.visitor().fetch('/', { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
  });

  it('are the same bytes however they are compressed', async () => {
    const plain = await (await small.visitor().fetch('/', { headers: { 'accept-encoding': 'identity' } })).text();
    for (const encoding of ['br', 'gzip']) {
      const packed = await small.visitor().fetch('/', { headers: { 'accept-encoding': encoding } });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(await packed.text()).toBe(plain);
    }
    const head = await small.visitor().fetch('/', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(Buffer.byteLength(plain))]);
  });

  it('are made anew after the next act, page and API alike', async () => {
    const [page, read] = [await counted('/'), await counted('/api/v1/count')];
    await small.database.asOwner('select 1');
    expect([await counted('/'), await counted('/api/v1/count')]).toEqual([page, read]);
    await small.signIn().json('POST', '/api/v1/chores', { title: 'Việc mới' }, { key: true });
    expect(await counted('/')).not.toBe(page);
    expect(await counted('/api/v1/count')).not.toBe(read);
  });

  it('S32 are never what somebody signed in was shown', async () => {
    const client = small.signIn({ name: 'Trần Văn Riêng' });
    await client.page('/');
    expect(await (await small.visitor().fetch('/')).text()).not.toContain('Trần Văn Riêng');
    const mine = await client.fetch('/api/v1/count');
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
  });

  it('S38 the log names the route, never what was asked for', async () => {
    await small.visitor().page('/viec/01890000-0000-7000-8000-000000000000?q=bi-mat');
    expect(small.lines.join('')).not.toMatch(/bi-mat|01890000/);
    expect(small.lines.join('')).toContain('"route":"/viec/:id"');
  });
});

describe('Q13 overload', () => {
  it('turns public pages away with 503 and Retry-After while people at work are served', async () => {
    const office = small.signIn();
    await withClient(small.database.urls.owner, async (owner) => {
      await owner.query('begin');
      await owner.query('lock table lifecycle in access exclusive mode');
      const waiting = Array.from({ length: 100 }, (_, n) => small.visitor().fetch(`/?n=${n}`));
      const refused = await first503(waiting);
      expect(refused.headers.get('retry-after')).toBe('5');
      expect((await office.page('/viec/moi')).status).toBe(200);
      expect((await small.visitor().fetch('/healthz')).status).toBe(200);
      await owner.query('rollback');
      const statuses = (await Promise.all(waiting)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(80);
    });
    expect((await small.visitor().fetch('/?n=200')).status).toBe(200);
  });
});

function first503(answers: Promise<Response>[]): Promise<Response> {
  return new Promise((resolve) => {
    for (const answer of answers) void answer.then((one) => one.status === 503 && resolve(one));
  });
}
