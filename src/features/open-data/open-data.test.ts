/** U41 Open data: what everybody may see, as data, whole, with its dictionary; S15 and no more than that. */
import { parseCsv } from 'hucre/csv';
import { expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import { OPEN_TABLES } from './schema.ts';

const app = await testApp();
const { asOwner } = app.database;
const visitor = app.visitor();
const first = async (query: string) => (await asOwner<Record<string, string | number>>(query))[0] ?? {};
const csvOf = async (name: string) => {
  const answer = await visitor.fetch(`/du-lieu-mo/${name}.csv`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return parseCsv((await answer.text()).replace(/^\uFEFF/, ''));
};

it.each(OPEN_TABLES)(
  '$name: CSV and JSON hold the same rows, each once, below the fields of the dictionary',
  async ({ name, fields }) => {
    const [head, ...rows] = await csvOf(name);
    expect(head).toEqual(fields.map((field) => field.name));
    const json = (await (await visitor.fetch(`/du-lieu-mo/${name}.json`)).json()) as {
      day: string;
      licence: string;
      dictionary: object;
      rows: { id: string }[];
    };
    expect(json.day).toBe(systemClock.today());
    expect(json.licence).toContain('creativecommons.org/licenses/by/4.0');
    expect(Object.keys(json.dictionary)).toEqual(head);
    const ids = rows.map(([id]) => id);
    expect(json.rows.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(name === 'san-pham' ? 500 : 300); // products: more than one page of reading
  },
);

it('S15 nothing that is not public leaves: no hidden product, no telephone, no e-mail, no tax code', async () => {
  const { open } = await first('select count(*)::int as open from product_search where open');
  await asOwner(`update producer set phone = '0999888777', email = 'rieng@example.vn', tax_code = '0101234567'`);
  const [, ...rows] = await csvOf('san-pham');
  expect(rows.length).toBe(open);
  for (const { name } of OPEN_TABLES) {
    const text = await (await visitor.fetch(`/du-lieu-mo/${name}.json`)).text();
    expect(text).not.toMatch(/0999888777|rieng@example|0101234567/);
  }
});

it('S22 a name that looks like a formula is text', async () => {
  await asOwner(
    `update product set name = '=HYPERLINK("https://x.vn")' where id = (select product from product_search where open order by product limit 1)`,
  );
  expect(await (await visitor.fetch('/du-lieu-mo/san-pham.csv')).text()).toContain(`"'=HYPERLINK(""https://x.vn"")"`);
});

it('says what a certificate is worth today in the words of the API', async () => {
  const [head = [], ...rows] = await csvOf('cong-nhan');
  const state = head.indexOf('state');
  const words = new Set(rows.map((row) => row[state]));
  expect(
    [...words].filter(
      (word) =>
        !['valid', 'extended', 'expired', 'revoked', 'annulled', 'superseded', 'undetermined'].includes(String(word)),
    ),
  ).toEqual([]);
  const some = rows.find((row) => row[state] === 'valid') ?? [];
  const answer = await visitor.json(
    'GET',
    `/api/v1/certificates/${encodeURIComponent(String(some[head.indexOf('code')]))}`,
  );
  expect([answer.status, answer.body.state]).toEqual([200, 'valid']);
});

it('the ETag holds until something is written', async () => {
  const one = await visitor.fetch('/du-lieu-mo/chu-the.csv');
  const etag = String(one.headers.get('etag'));
  await one.arrayBuffer();
  const same = await visitor.fetch('/du-lieu-mo/chu-the.csv', { headers: { 'if-none-match': etag } });
  expect([same.status, await same.text()]).toEqual([304, '']);
  const province = await app.signIn('province');
  const page = await province.page('/cam-nang');
  expect((await province.submit(page.form('/cam-nang'))).status).toBe(303);
  const after = await visitor.fetch('/du-lieu-mo/chu-the.csv', { headers: { 'if-none-match': etag } });
  expect(after.status).toBe(200);
  await after.arrayBuffer();
});

it('the page leads to every file in both languages, the catalogue names them, an unknown file is a 404', async () => {
  for (const path of ['/du-lieu-mo', '/en/du-lieu-mo']) {
    const page = await visitor.page(path);
    expect(page.status).toBe(200);
    for (const { name } of OPEN_TABLES)
      for (const form of ['csv', 'json']) expect(page.html).toContain(`href="/du-lieu-mo/${name}.${form}"`);
  }
  expect((await visitor.page('/en/open-data')).location).toBe('/en/du-lieu-mo');
  const catalogue = await (await visitor.fetch('/du-lieu-mo/danh-muc.jsonld')).json();
  expect(JSON.stringify(catalogue)).toContain('/du-lieu-mo/cong-nhan.json');
  for (const wrong of ['san-pham.xml', 'tai-khoan.csv', 'san-pham', '%00.csv'])
    expect([wrong, (await visitor.page(`/du-lieu-mo/${wrong}`)).status]).toEqual([wrong, 404]);
});

it('S18 the files are counted more strictly than pages', async () => {
  const strict = await testApp({ demo: false, env: { RATE_LIMITS: 'on' } });
  const statuses: number[] = [];
  for (let n = 0; n < 32; n += 1) {
    const answer = await strict.visitor().fetch('/du-lieu-mo/chu-the.csv');
    await answer.arrayBuffer();
    statuses.push(answer.status);
  }
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
});
