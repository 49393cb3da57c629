/** No page leads nowhere: every link and form of the pages a role can reach from its home answers. */
import { expect, it } from 'vitest';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';

const app = await testApp();
const MOST = 110;
const roles = [
  'producer',
  'commune',
  'province',
  'council-chair',
  'council-secretary',
  'council-member-1',
  'adviser',
  'ministry',
  'inspector',
  'auditor',
  'administrator',
];

/** Local addresses a page links to, without queries and downloads of one record after another. */
function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#?]*)/g)].map(([, path = '']) => path);
  return [...new Set(found)];
}

/** Visits what is linked from `from`, nearest first; answers the addresses that do not answer 200 or lead on. */
async function brokenFrom(client: Client, from: string[]): Promise<string[]> {
  const broken: string[] = [];
  const seen = new Set<string>();
  const patterns = new Map<string, number>();
  const waiting = from.map((path) => ({ path, on: '(start)' }));
  for (let next = waiting.shift(); next && seen.size < MOST; next = waiting.shift()) {
    const pattern = next.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    const times = patterns.get(pattern) ?? 0;
    if (seen.has(next.path) || times >= 2) continue;
    seen.add(next.path);
    patterns.set(pattern, times + 1);
    const answer = await client.page(next.path);
    if (answer.status !== 200 && answer.status !== 303) broken.push(`${next.on} → ${next.path}: ${answer.status}`);
    const on = next.path;
    if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')) {
      waiting.push(...linksIn(answer.html).map((path) => ({ path, on })));
    }
    if (answer.location !== null) waiting.unshift({ path: answer.location.split('?')[0] ?? '/', on });
  }
  return broken;
}

it.each(roles)(
  'U2 everything %s is led to answers',
  async (role) => {
    const client = await app.signIn(role);
    const home = (await client.post('/vao-thu', { account: role })).location ?? '/';
    expect(await brokenFrom(client, [home, '/'])).toEqual([]);
  },
  120_000,
);

it('U38 everything a visitor is led to answers, in both languages', async () => {
  expect(await brokenFrom(app.visitor(), ['/', '/en', '/vao-thu', '/dang-nhap'])).toEqual([]);
}, 120_000);
