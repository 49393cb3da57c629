import { describe, expect, it } from 'vitest';
import type { Client } from '../../../tests/support/client.ts';
import { smallWeb } from '../../../tests/support/small-web.ts';

const small = await smallWeb();
const LIST = '/api/v1/letters';
const whole = { cookie: 'other=1' };

const answerOf = async (client: Client, path: string, headers: Record<string, string> = {}) => {
  const answer = await client.fetch(path, { headers });
  const { date: _date, vary: _vary, ...said } = Object.fromEntries(answer.headers);
  return { status: answer.status, said, text: await answer.text() };
};

describe('the short way of public lists', () => {
  it('answers the very bytes and headers of the whole way', async () => {
    for (const query of ['', '?limit=3', '?from=m&limit=2', '?size=1&size=2', '?%66rom=x'])
      expect(await answerOf(small.visitor(), LIST + query)).toEqual(
        await answerOf(small.visitor(), LIST + query, { ...whole }),
      );
  });

  it('leaves to the whole way what has to be said in words', async () => {
    for (const query of ['?limit=0', '?unknown=1', '?cursor=nonsense']) {
      const short = await answerOf(small.visitor(), LIST + query);
      const long = await answerOf(small.visitor(), LIST + query, { ...whole });
      expect([short.status, short.said['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
      expect(JSON.parse(short.text).message).toBe(JSON.parse(long.text).message);
    }
  });

  it('S38 writes the log line with the route alone', async () => {
    await small.visitor().fetch(`${LIST}?from=q&limit=7`);
    const line = small.lines.findLast((each) => each.includes('"msg":"request"')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: LIST, status: 200, api: true });
    expect(line).not.toContain('from=q');
  });

  it('knows its ETag', async () => {
    const first = await small.visitor().fetch(`${LIST}?from=y`);
    const again = await small.visitor().fetch(`${LIST}?from=%79`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('the short way of public pages kept as text', () => {
  const PAGE = '/chu';

  it('answers the very bytes and headers of the whole way, kept or drawn', async () => {
    for (const query of ['', '?from=x', '?%66rom=x&n=1', '?typed=w'])
      expect(await answerOf(small.visitor(), PAGE + query)).toEqual(
        await answerOf(small.visitor(), PAGE + query, { ...whole }),
      );
  });

  it('leaves to the whole way what leads elsewhere, does not exist, cannot be asked or carries a form', async () => {
    for (const [query, status] of [
      ['?to=q', 303],
      ['?from=~', 404],
      ['?from=ab', 400],
      ['?typed=form', 200],
    ] as const) {
      const short = await answerOf(small.visitor(), PAGE + query);
      const long = await answerOf(small.visitor(), PAGE + query, { ...whole });
      expect([short.status, short.said.location], query).toEqual([status, long.said.location]);
      expect(short.said['cache-control'], query).toBe('private, no-store');
    }
  });

  it('S38 writes one log line with the route alone', async () => {
    const before = small.lines.length;
    await small.visitor().fetch(`${PAGE}?from=k&typed=secret`);
    const lines = small.lines.slice(before).filter((line) => line.includes('"msg":"request"'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ method: 'GET', route: PAGE, status: 200 }]);
    expect(lines.join()).not.toContain('secret');
  });

  it('shows somebody with a chosen look their own', async () => {
    const night = { cookie: 'saolang-theme=night' };
    const usual = await (await small.visitor().fetch(`${PAGE}?from=v`)).text();
    const theirs = await (await small.visitor().fetch(`${PAGE}?from=v`, { headers: night })).text();
    expect(theirs).not.toBe(usual);
  });
});

describe('S4 with limits, behind a proxy', () => {
  it('counts the address the proxy names, and says 429 in words', async () => {
    const limited = await smallWeb({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1,::1' });
    const ask = (n: number, from: string) =>
      limited.visitor().fetch(`${LIST}?limit=${(n % 100) + 1}&from=${String.fromCharCode(97 + (n % 26))}`, {
        headers: { 'x-forwarded-for': from },
      });
    let refused: Response | undefined;
    // Answers already kept cost nothing: far more addresses are asked than a minute allows.
    for (let n = 0; n < 2600 && refused === undefined; n += 1) {
      const answer = await ask(n, '203.0.113.7');
      await answer.clone().arrayBuffer();
      if (answer.status === 429) refused = answer;
    }
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused && ((await refused.json()) as { code: string }).code).toBe('tooMany');
    expect((await ask(1, '203.0.113.8')).status).toBe(200);
  });
});
