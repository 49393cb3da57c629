/**
 * S18 What strangers may send is sent wrongly: types, lengths, bytes, fields and files. The answer is always a 4xx in
 * Vietnamese, never a 500, and nothing is kept.
 */
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testApp } from './support/app.ts';
import { expectRefused } from './support/hostile.ts';

const app = await testApp();
const long = 'ă'.repeat(5000);

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
    for (const path of ['/bao-dung-sai', '/en/bao-dung-sai', '/tra-cuu-ho-so', '/en/tra-cuu-ho-so']) {
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
