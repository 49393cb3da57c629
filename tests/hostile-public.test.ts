/**
 * S18 What stands open to everybody is tried with what nobody honest sends: wrong types, lengths, bytes, encodings and
 * methods. The answer is always a 4xx in Vietnamese (or the plain page), never a 500, and nothing is kept.
 */
import { connect } from 'node:net';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testApp } from './support/app.ts';

const app = await testApp();
const long = 'ă'.repeat(5000);
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const VIETNAMESE = /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/i;

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

/** A refusal in Vietnamese; `plain` also allows the ordinary page. */
function expectRefused(what: string, status: number, text: string, plain = false): void {
  const allowed = plain && (status === 200 || status === 303);
  expect([what, status, allowed || (status >= 400 && status < 500)]).toEqual([what, status, true]);
  if (!allowed && !text.startsWith('HTTP/1.1 4')) expect([what, VIETNAMESE.test(text)]).toEqual([what, true]);
  expect([what, /\bat .+\.ts:\d+|select .+ from |invalid byte sequence|node_modules/i.exec(text)]).toEqual([
    what,
    null,
  ]);
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

const bodies: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['a number', 1],
  ['a text', 'x'],
  ['no fields', {}],
  ['broken JSON', '{"a":'],
  ['NUL', '{"kind":"other","place":"\\u0000","words":"\\u0000","code":"\\u0000","phone":"\\u0000"}'],
  ['lone surrogates', '{"kind":"other","place":"\\ud800","words":"\\udfff","code":"\\ud800","phone":"\\ud800"}'],
  ['lists for texts', { kind: ['other'], place: ['x'], words: ['x'], code: ['x'], phone: ['x'] }],
  ['objects for texts', { kind: {}, place: { a: 1 }, code: { a: 1 }, phone: {} }],
  ['numbers for texts', { kind: 1, place: 2, code: 3, phone: 4 }],
  ['too long', { kind: 'other', place: long, words: long, contact: long, product: long, code: long, phone: long }],
  [
    'prototypes',
    '{"__proto__":{"admin":true},"constructor":{"prototype":{}},"kind":"other","place":"x","code":"x","phone":"x"}',
  ],
  [
    'unknown fields',
    { kind: 'lapsed', place: 'Huế', state: 'closed', id: v7(), code: 'x', phone: '1', role: 'administrator' },
  ],
  ['unknown choices', { kind: 'constructor', place: 'Huế', province: 'x', photo: 'y', code: '%', phone: '%' }],
  ['a province that is none', { kind: 'lapsed', place: 'Huế', province: v7() }],
  ['a photo that is none', { kind: 'lapsed', place: 'Huế', photo: v7() }],
  ['deep', `{"place":${'['.repeat(60)}${']'.repeat(60)}}`],
  ['wide', JSON.stringify(Object.fromEntries(Array.from({ length: 1200 }, (_, no) => [`f${no}`, 1])))],
];

describe('S18 messages', () => {
  const count = async () =>
    (
      await app.database.asOwner(
        'select (select count(*) from misuse_report)::int + (select count(*) from ledger)::int as count',
      )
    )[0];

  it.each(bodies)('%s as JSON', async (_what, body) => {
    const before = await count();
    for (const path of ['/api/v1/misuse-reports', '/api/v1/dossier-look-ups']) {
      const answer = await app
        .visitor()
        .json('POST', path, body, { key: true, headers: { 'content-type': 'application/json' } });
      expectRefused(path, answer.status, JSON.stringify(answer.body));
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(await count()).toEqual(before);
  });

  it('forms with the same, repeated, missing and foreign', async () => {
    const before = await count();
    const fields: [string, string][][] = [
      [],
      [['kind', 'other']],
      [
        ['kind', 'lapsed'],
        ['place', '\u0000\ud800'],
        ['_key', v7()],
      ],
      [
        ['kind', 'lapsed'],
        ['kind', 'other'],
        ['place', 'Huế'],
        ['_key', v7()],
      ],
      [
        ['kind[]', 'lapsed'],
        ['place.x', 'Huế'],
        ['__proto__', 'x'],
        ['_key', v7()],
      ],
      [
        ['kind', 'lapsed'],
        ['place', long],
        ['_key', v7()],
        ['code', long],
        ['phone', long],
      ],
      [
        ['kind', 'lapsed'],
        ['place', 'Huế'],
        ['_key', 'x'],
      ],
      [
        ['kind', 'lapsed'],
        ['place', 'Huế'],
        ['province', "' or 1=1"],
        ['_key', v7()],
      ],
      Array.from({ length: 1100 }, (_, no): [string, string] => [`f${no}`, 'x']),
    ];
    for (const path of ['/bao-dung-sai', '/en/bao-dung-sai', '/tra-cuu-ho-so']) {
      for (const given of fields) {
        const answer = await app.visitor().post(path, given);
        expectRefused(`${path} ${JSON.stringify(given).slice(0, 80)}`, answer.status, answer.text);
        const parted = await app.visitor().post(path, given, {});
        expectRefused(`${path} multipart ${JSON.stringify(given).slice(0, 80)}`, parted.status, parted.text);
      }
      const foreign = await app
        .visitor()
        .post(path, { kind: 'lapsed', place: 'Huế', _key: v7() }, undefined, { origin: 'https://evil.example' });
      expect([path, foreign.status]).toEqual([path, 403]);
      for (const type of [
        'text/plain',
        'application/xml',
        'application/json',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
      ]) {
        const answer = await app.visitor().fetch(path, {
          method: 'POST',
          body: 'kind=lapsed&place=x',
          headers: { origin: app.base, 'content-type': type },
        });
        expectRefused(`${path} as ${type}`, answer.status, await answer.text());
      }
    }
    expect(await count()).toEqual(before);
  });

  it('S25 files of all kinds in the report of a stranger leave nothing', async () => {
    const visitor = app.visitor();
    const form = (await visitor.page('/bao-dung-sai')).form('/bao-dung-sai');
    const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
    const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const files = [
      { name: 'a.svg', type: 'image/svg+xml', bytes: svg },
      { name: 'a.png', type: 'image/png', bytes: svg },
      { name: '../../a.jpg', type: 'image/jpeg', bytes: bytes('\u00ff\u00d8\u00ff') },
      { name: 'a\r\nb.jpg', type: 'image/jpeg', bytes: new Uint8Array(0) },
      { name: 'a.pdf', type: 'application/pdf', bytes: bytes('%PDF-1.7\n%%EOF') },
      { name: 'big.jpg', type: 'image/jpeg', bytes: new Uint8Array(22 * 1024 * 1024) },
    ];
    const before = (await app.database.asOwner('select count(*)::int as count from file'))[0];
    for (const file of files) {
      const answer = await visitor.submit(form, { kind: 'lapsed', place: 'Huế' }, { photo: file });
      expectRefused(file.name, answer.status, answer.text);
    }
    expect((await app.database.asOwner('select count(*)::int as count from file'))[0]).toEqual(before);
  });
});
