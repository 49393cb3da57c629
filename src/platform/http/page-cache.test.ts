import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PageCache } from './page-cache.ts';

let now = Date.UTC(2026, 10, 22);
let made = 0;
const cache = new PageCache({ headers: (type) => ['content-type', type], personalCookies: ['s'], now: () => now });
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (cache.serve(request, response)) return;
    made += 1;
    const answer = { generation: cache.generation, type: 'text/plain', body: `answer ${made}`, cors: false };
    cache.answer(request, response, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());

const ask = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return response.text();
};

test('what is asked for twice is kept; after five seconds or a change it is made anew, and kept at once', async () => {
  expect([await ask('/a'), await ask('/a'), await ask('/a'), await ask('/b')]).toEqual([
    'answer 1',
    'answer 2',
    'answer 2',
    'answer 3',
  ]);
  now += 5001;
  expect([await ask('/a'), await ask('/a')]).toEqual(['answer 4', 'answer 4']);
  cache.changed();
  expect([await ask('/a'), await ask('/a')]).toEqual(['answer 5', 'answer 5']);
});

test('a value is worked out once for many, again after a change or five seconds; a failure is not kept', async () => {
  let count = 0;
  const load = async () => (count += 1);
  const both = () => Promise.all([cache.value('k', load), cache.value('k', load)]);
  expect(await both()).toEqual([1, 1]);
  cache.changed();
  expect(await both()).toEqual([2, 2]);
  now += 5001;
  expect(await both()).toEqual([3, 3]);
  await expect(cache.value('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.value('bad', async () => 'well')).toBe('well');
});
