import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallWeb } from '../../../tests/support/small-web.ts';

const small = await smallWeb();
const API = '/api/v1/chores';
const client = small.signIn();
const start = async (title = 'Lau bàn') => String((await client.json('POST', API, { title }, { key: true })).body.id);

describe('acts through the API', () => {
  it('Q4 needs a key; the same key gives the same answer, other content 422', async () => {
    expect((await client.json('POST', API, { title: 'A' })).status).toBe(400);
    const key = 'key-of-this-test';
    const first = await client.json('POST', API, { title: 'Rửa bát' }, { key });
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe('"1"');
    expect((await client.json('POST', API, { title: 'Rửa bát' }, { key })).body).toEqual(first.body);
    const other = await client.json('POST', API, { title: 'Rửa nồi' }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'keyReused']);
    expect((await small.signIn().json('POST', API, { title: 'Rửa nồi' }, { key })).status).toBe(200);
  });

  it('Q5 needs If-Match on an existing record: 428 without, 412 when stale, and says the version now', async () => {
    const id = await start();
    const body = { body: 'Nhớ lau chân bàn' };
    expect((await client.json('POST', `${API}/${id}/note`, body, { key: true })).status).toBe(428);
    expect((await client.json('POST', `${API}/${id}/note`, body, { key: true, ifMatch: 'abc' })).status).toBe(400);
    expect((await client.json('POST', `${API}/${id}/note`, body, { key: true, ifMatch: 1 })).body).toEqual({
      id,
      version: 2,
    });
    const late = await client.json('POST', `${API}/${id}/note`, body, { key: true, ifMatch: 1 });
    expect([late.status, late.body.code, late.body.details]).toEqual([412, 'stale', { current: 2 }]);
    expect((await client.json('GET', `${API}/${id}`)).headers.get('etag')).toBe('"2"');
  });

  it('Q5 of eleven parallel editors one wins', async () => {
    const id = await start();
    const editors = Array.from({ length: 11 }, (_, n) =>
      small.signIn().json('POST', `${API}/${id}/note`, { body: `Ghi chú ${n}` }, { key: true, ifMatch: 1 }),
    );
    const statuses = (await Promise.all(editors)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(10);
  });

  it('S16 extra fields change nothing', async () => {
    for (const extra of [
      { status: 'done' },
      { id: 'x' },
      { owner_id: 1 },
      { role: 'administrator' },
      { constructor: {} },
    ]) {
      const answer = await client.json('POST', API, { title: 'A', ...extra }, { key: true });
      expect([extra, answer.status]).toEqual([extra, answer.status === 400 ? 400 : 422]);
    }
    const poisoned = await client.json('POST', API, '{"title":"A","__proto__":{"role":"administrator"}}', {
      key: true,
    });
    expect(poisoned.status).toBe(400);
  });

  it('S18 answers wrong input with 400, 413, 415 or 422 and the field, never 500', async () => {
    const send = (body: string, type = 'application/json') =>
      client.json('POST', API, body, { key: true, headers: { 'content-type': type } });
    expect((await send('{"title":')).status).toBe(400);
    expect((await send('')).status).toBe(400);
    expect((await send('[]')).status).toBe(422);
    expect((await send('{"title":"A"}', 'text/plain')).status).toBe(415);
    expect((await send('title=A', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('{}', 'application/jsonp')).status).toBe(415);
    for (const charset of ['utf-16', '"UTF-16LE"', 'iso-8859-1'])
      expect((await send('{"title":"A"}', `application/json; charset=${charset}`)).status).toBe(415);
    expect((await send('{"title":"A"}', 'application/json; charset="UTF-8"')).status).toBe(200);
    const cut = await client.fetch(API, {
      method: 'POST',
      body: Buffer.from('{"title":"Nước\xff"}', 'latin1'),
      headers: { 'content-type': 'application/json', origin: small.base, 'idempotency-key': 'not-quite-utf-8' },
    });
    expect(cut.status).toBe(400);
    const packed = await client.fetch(API, {
      method: 'POST',
      body: gzipSync('{"title":"A"}'),
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        origin: small.base,
        'idempotency-key': 'packed-body',
      },
    });
    expect([packed.status, await packed.text()]).toEqual([415, expect.stringContaining('không nén')]);
    expect((await send(`{"title":"${'a'.repeat(1_100_000)}"}`)).status).toBe(413);
    expect((await send(`${'['.repeat(40)}${']'.repeat(40)}`)).status).toBe(400);
    expect(
      (await send(JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`f${n}`, n]))))).status,
    ).toBe(413);
    const wrong = [
      { title: 5 },
      { title: null },
      { title: '\u0000' },
      { title: 'a'.repeat(41) },
      { title: 'A', count: '5' },
    ];
    for (const body of [
      ...wrong,
      { title: 'A', count: 1e300 },
      { title: 'A', dueOn: '2026-13-01' },
      { title: 'A', paper: "x' or 1=1" },
    ]) {
      const answer = await send(JSON.stringify(body));
      expect([body, answer.status]).toEqual([body, 422]);
      expect(answer.body.errors).toHaveLength(1);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    }
  });

  it('S20 a wrong id in the address is 404, also for ids that are no uuid', async () => {
    for (const id of [
      '1',
      'x'.repeat(300),
      "'%20or%201=1",
      '%00',
      '..%2f..%2fetc',
      '00000000-0000-0000-0000-00000000000g',
    ]) {
      expect([id, (await client.json('GET', `${API}/${id}`)).status]).toEqual([id, 404]);
    }
    const unknown = '01890000-0000-7000-8000-000000000000';
    expect((await client.json('GET', `${API}/${unknown}`)).status).toBe(404);
    expect((await client.json('POST', `${API}/${unknown}/note`, { body: 'A' }, { key: true, ifMatch: 1 })).status).toBe(
      404,
    );
    expect((await client.json('POST', `${API}/xyz/note`, { body: 'A' }, { key: true, ifMatch: 1 })).status).toBe(404);
  });

  it('S13 answers 401 without a session, 404 without permission, 401 reauthenticate without a fresh one', async () => {
    const id = await start();
    expect((await small.visitor().json('GET', `${API}/${id}`)).body.code).toBe('signInNeeded');
    const stranger = small.signIn({ role: 'stranger' });
    expect((await stranger.json('GET', `${API}/${id}`)).status).toBe(404);
    expect((await stranger.json('POST', API, { title: 'A' }, { key: true })).status).toBe(404);
    const tired = small.signIn({ fresh: false });
    const answer = await tired.json('POST', `${API}/${id}/end`, {}, { key: true, ifMatch: 1 });
    expect([answer.status, answer.body.code]).toEqual([401, 'reauthenticate']);
    expect((await client.json('POST', `${API}/${id}/end`, {}, { key: true, ifMatch: 1 })).status).toBe(204);
  });

  it('S39 an unforeseen error shows an id and nothing of the inside; the log knows it', async () => {
    const answer = await small.visitor().json('POST', '/api/v1/broken', {});
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/table|relation|sql|\.ts|node_modules/i);
    const line = small.lines.find((one) => one.includes('unforeseen') && one.includes(String(answer.body.errorId)));
    expect(line).toContain('table_that_is_not_there');
  });
});

describe('lists and reads', () => {
  it('pages through with limit and cursor, shaped by the schema', async () => {
    const first = await small.visitor().json('GET', '/api/v1/letters?limit=2');
    expect(first.body).toEqual({ items: [{ letter: 'a' }, { letter: 'b' }], next: expect.any(String) });
    const second = await small.visitor().json('GET', `/api/v1/letters?limit=2&cursor=${first.body.next}`);
    expect(second.body.items).toEqual([{ letter: 'c' }, { letter: 'd' }]);
    const last = await small.visitor().json('GET', '/api/v1/letters?from=z');
    expect(last.body).toEqual({ items: [{ letter: 'z' }], next: null });
  });

  it('S20 refuses page sizes, cursors and filters that are none', async () => {
    const forged = Buffer.from('["<script>"]').toString('base64url');
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'limit=0x10',
      'limit=1e1',
      'limit=%2B5',
      'limit=5.5',
      'limit=2&limit=3',
      'cursor=abc',
      `cursor=${forged}`,
      'from=ab',
      'size=3&size=0x4',
      'x=1',
    ]) {
      const { status, body } = await small.visitor().json('GET', `/api/v1/letters?${query}`);
      expect([query, status]).toEqual([query, 400]);
      if (query !== 'x=1') expect(body.errors).toMatchObject([{ field: query.replace(/=.*/, '') }]);
    }
  });

  it('S33 only public reads answer other origins, without credentials', async () => {
    const open = await small
      .visitor()
      .json('GET', '/api/v1/letters', undefined, { headers: { origin: 'https://khac.vn' } });
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    expect(open.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await client.json('GET', API)).headers.get('access-control-allow-origin')).toBeNull();
    const asked = await small.visitor().fetch(API, { method: 'OPTIONS' });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });
});
