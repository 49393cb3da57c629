/**
 * S18 The addresses that stand open to everybody are tried with what nobody honest types: lengths, bytes, encodings,
 * filters, cursors and methods. The answer is always a 4xx in Vietnamese (or the plain page), never a 500.
 */
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { testApp } from './support/app.ts';
import { expectRefused } from './support/hostile.ts';

const app = await testApp();
const long = 'ă'.repeat(5000);
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Path segments and values that break careless programs. */
const NASTY = [
  '%00',
  'a%00b',
  '%0d%0aSet-Cookie:x=1',
  '%ED%A0%80', // a lone surrogate, as bytes
  '%C0%AF', // an overlong slash
  '%FF%FE',
  '..%2f..%2fetc%2fpasswd',
  '__proto__',
  'constructor',
  '%27%20or%201%3D1--',
  '%25%27%5C',
  '%E2%80%AE%E2%80%8B',
  '-1',
  '1e999',
  '99999999999999999999999999',
  '%7B%22a%22%3A1%7D',
  encodeURIComponent('💥'.repeat(40)),
  'x'.repeat(190),
  'x'.repeat(4000),
];
/** Broken percent-encodings cannot go through `fetch`: they are written to the socket as they are. */
const BROKEN = ['%', '%zz', '%E0%A4%A', '%u0041'];

async function raw(method: string, path: string): Promise<{ status: number; text: string }> {
  const { port } = new URL(app.base);
  const text = await new Promise<string>((resolve, reject) => {
    let got = '';
    const socket = connect(Number(port), 'localhost', () =>
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`),
    );
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${method} ${path}`)));
    socket.on('data', (bytes) => {
      got += bytes.toString('utf8');
    });
    socket.on('end', () => resolve(got));
    socket.on('error', reject);
  });
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text };
}

const segments = [
  '/chung-nhan/',
  '/en/chung-nhan/',
  '/san-pham/',
  '/chu-the/',
  '/quy-dinh/',
  '/quy-dinh/26-2026/',
  '/bao-dung-sai/',
  '/en/bao-dung-sai/',
  '/tra-cuu-ho-so/',
  '/api/v1/certificates/',
  '/api/v1/products/',
  '/api/v1/producers/',
  '/api/v1/rulebooks/',
  '/api/v1/units/',
];

describe('S18 addresses', () => {
  it.each(segments)('%s… with bytes, encodings and lengths of all kinds', async (base) => {
    for (const nasty of NASTY) {
      const answer = await app.visitor().fetch(base + nasty);
      expectRefused(base + nasty.slice(0, 40), answer.status, await answer.text(), base === '/tra-cuu-ho-so/');
    }
    for (const broken of BROKEN) {
      const { status, text } = await raw('GET', base + broken);
      expectRefused(base + broken, status, text);
    }
  });

  const queries = [
    'q',
    'star',
    'sector',
    'status',
    'unit',
    'sort',
    'after',
    'cursor',
    'limit',
    'code',
    'number',
    'lang',
    '__proto__',
  ];
  it.each([
    '/san-pham',
    '/en/san-pham',
    '/chu-the',
    '/chung-nhan',
    '/bao-dung-sai',
    '/tra-cuu-ho-so',
    '/en/tra-cuu-ho-so',
    '/api/v1/products',
    '/api/v1/producers',
    '/api/v1/units',
  ])('%s with every filter gone wrong', async (base) => {
    for (const name of queries) {
      for (const value of NASTY.slice(0, 17)) {
        const answer = await app.visitor().fetch(`${base}?${name}=${value}`);
        expectRefused(`${base}?${name}=${value.slice(0, 40)}`, answer.status, await answer.text(), true);
      }
    }
    for (const odd of [
      '?q[]=1&q[a]=2',
      '?star=1&star=2&star=x',
      '?q',
      '?&&=&',
      `?q=${'x'.repeat(12_000)}`,
      '?__proto__[x]=1',
      '?constructor.prototype.x=1',
    ]) {
      const answer = await app.visitor().fetch(base + odd);
      expectRefused(base + odd.slice(0, 40), answer.status, await answer.text(), true);
    }
    for (const broken of BROKEN) {
      const { status, text } = await raw('GET', `${base}?q=${broken}`);
      expectRefused(`${base}?q=${broken}`, status, text, true);
    }
  });

  it('S20 cursors of all shapes', async () => {
    const cursors = [
      cursor(null),
      cursor({ a: 1 }),
      cursor([]),
      cursor([1, 2, long, 'x']),
      cursor([1e308, -1, 'a', '00000000-0000-0000-0000-000000000000']),
      cursor([1, 1, 'a\u0000b', '01890000-0000-7000-8000-000000000000']),
      cursor(['\ud800', '01890000-0000-7000-8000-000000000000']),
      cursor([2 ** 53, 2 ** 53, 'a', '01890000-0000-7000-8000-000000000000']),
      'A'.repeat(1001),
      'A'.repeat(8000),
      '%00',
      '=',
    ];
    for (const path of [
      '/api/v1/products?cursor=',
      '/api/v1/producers?cursor=',
      '/api/v1/units?cursor=',
      '/san-pham?after=',
      '/chu-the?after=',
    ]) {
      for (const one of cursors) {
        const answer = await app.visitor().fetch(path + one);
        expectRefused(path + one.slice(0, 60), answer.status, await answer.text(), true);
      }
    }
  });
});

describe('S18 methods', () => {
  it.each(['/san-pham', '/chung-nhan/x', '/bao-mat', '/tra-cuu-ho-so/x', '/api/v1/products', '/api/v1/certificates/x'])(
    '%s answers wrong methods with 405 and Allow',
    async (path) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await app.visitor().fetch(path, { method, headers: { origin: app.base } });
        expect([method, answer.status, answer.headers.get('allow')]).toEqual([
          method,
          405,
          expect.stringContaining('GET'),
        ]);
        expectRefused(`${method} ${path}`, answer.status, await answer.text());
      }
      for (const method of ['PROPFIND', 'TRACE', 'BREW']) {
        const { status } = await raw(method, path);
        expect([method, status >= 400 && status < 500]).toEqual([method, true]);
      }
    },
  );

  it.each(['/api/v1/misuse-reports', '/api/v1/dossier-look-ups'])('%s answers GET with 405', async (path) => {
    expect((await app.visitor().fetch(path)).status).toBe(405);
  });
});
