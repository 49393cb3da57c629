/** Issue 4, section 6: faults are counted by commune, each count is its list, each row leads to where it is mended. */
import { beforeAll, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { fewestStatements } from '../../../tests/support/statements.ts';
import { CHECKS } from './queries.ts';
import type { CheckName } from './schema.ts';

const app = await testApp();
const names = Object.keys(CHECKS) as CheckName[];
let officer: Client;
beforeAll(async () => {
  officer = await app.signIn('province');
});

const owner = (query: string, values: unknown[] = []) => app.database.asOwner<Record<string, string>>(query, values);
/** The count a check shows; 0 when it is not listed. */
async function countOf(who: Client, check: CheckName): Promise<number> {
  const { html } = await who.page('/chat-luong-du-lieu');
  const found = new RegExp(
    `href="/chat-luong-du-lieu/${check}(?:\\?[^"]*)?">.*?<span class="num text-lg">([\\d.]+)<`,
    's',
  ).exec(html);
  return Number((found?.[1] ?? '0').replaceAll('.', ''));
}
async function rowsOf(who: Client, check: CheckName): Promise<string[]> {
  const ids: string[] = [];
  for (let path: string | undefined = `/chat-luong-du-lieu/${check}`; path; ) {
    const { html } = await who.page(path);
    ids.push(
      ...[...html.matchAll(/<th scope="row"[^>]*><a href="\/(?:so-)?(?:san-pham|chu-the)\/([0-9a-f-]{36})"/g)].map(
        ([, id = '']) => id,
      ),
    );
    path = /href="([^"]+)"[^>]*>(?:<[^>]+>)*Trang sau/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return ids;
}

it.each(names)('%s: the count is the length of its list, and its file says the same', async (check) => {
  const rows = await rowsOf(officer, check);
  expect(rows.length).toBe(await countOf(officer, check));
  expect(new Set(rows).size).toBe(rows.length);
  const file = await officer.fetch(`/chat-luong-du-lieu/${check}/danh-sach.xlsx?dang=json`);
  expect(file.status).toBe(200);
});

const producer = demoId('producer', 'canh-dieu');
const [sound] = await owner(
  `select p.id from product p join recognition g on g.id = p.current_recognition join lifecycle l on l.id = g.id
    where p.producer = $1 and l.state = 'inForce' and g.issued_latest is not null limit 1`,
  [producer],
);
const product = sound?.id ?? '';
/** What puts the fault into a record, and which record has it then. */
const FAULTS: readonly (readonly [CheckName, string, string])[] = [
  ['producerAddress', `update producer set address = null where id = '${producer}'`, producer],
  ['producerPhone', `update producer set phone = null where id = '${producer}'`, producer],
  ['producerTaxCode', `update producer set tax_code = null where id = '${producer}'`, producer],
  ['producerKind', `update producer set type = null where id = '${producer}'`, producer],
  ['producerPerson', `update producer set representative = '{}' where id = '${producer}'`, producer],
  ['producerStale', `update lifecycle set moved_at = now() - interval '9 years' where id = '${producer}'`, producer],
  ['productStale', `update lifecycle set moved_at = now() - interval '9 years' where id = '${product}'`, product],
  ['productGroup', `update product set sector = null where id = '${product}'`, product],
  ['productGuessed', `update product set sector_guessed = true where id = '${product}'`, product],
  ['productStory', `update product set story = null where id = '${product}'`, product],
  [
    'productTwice',
    `update product set name = (select name from product where id = '${product}') where id = (select id from product where producer = '${producer}' and id <> '${product}' limit 1)`,
    product,
  ],
  ['productDecision', `update recognition set decision_number = null where product = '${product}'`, product],
  ['productStar', `update recognition set star = null where product = '${product}'`, product],
  [
    'productDecisionLate',
    `update recognition set decision_text_date = '2099-01-01' where product = '${product}'`,
    product,
  ],
  [
    'productLongTerm',
    `update recognition set expires_earliest = '2090-01-01', expires_latest = '2090-01-01' where product = '${product}'`,
    product,
  ],
  [
    'productExpiry',
    `update recognition set expires_earliest = '2026-01-01', expires_latest = '2090-01-01' where product = '${product}'`,
    product,
  ],
  [
    'productFarAway',
    `update producer set province = (select province from product where province <> '${'00000000-0000-7000-8000-000000000000'}' and province <> (select province from product where id = '${product}') limit 1), commune = null where id = '${producer}'`,
    product,
  ],
  ['producerCommune', `update producer set commune = null where id = '${producer}'`, producer],
  [
    'productOfJoined',
    `update producer set joined_into = (select id from producer where id <> '${producer}' limit 1) where id = '${producer}'`,
    product,
  ],
  ['productProducer', `update product set producer = null where id = '${product}'`, product],
  ['productCommune', `update product set commune = null where id = '${product}'`, product],
];

it('every fault put into a record is found', async () => {
  const missed: string[] = [];
  await owner(
    `update producer set tax_code = '0312345678', phone = '0912345678', address = 'Thôn 1', representative = '{"name": "A"}' where id = $1`,
    [producer],
  );
  await owner(`update product set story = 'Chuyện', sector_guessed = false where id = $1`, [product]);
  await owner(`update recognition set decision_number = '1/QĐ', decision_text_date = null where product = $1`, [
    product,
  ]);
  for (const [check, fault, record] of FAULTS) {
    const before = check === 'producerCommune' ? [] : await rowsOf(officer, check);
    await owner(fault);
    if (check === 'producerCommune')
      await owner(`update producer set province = (select province from product where id = $1) where id = $2`, [
        product,
        producer,
      ]);
    const after = await rowsOf(officer, check);
    if (!after.includes(record) || before.includes(record)) missed.push(check);
  }
  expect(missed).toEqual([]);
});

it('S14 a commune sees its own faults alone; councils, producers and inspectors have no such page', async () => {
  const commune = await app.signIn('commune');
  const mine = await rowsOf(commune, 'producerPhone');
  const area = await rowsOf(officer, 'producerPhone');
  expect(mine.every((id) => area.includes(id))).toBe(true);
  expect(mine.length).toBeLessThan(area.length);
  for (const role of ['producer', 'inspector', 'council-member-1', 'council-secretary', 'ministry', 'administrator'])
    for (const path of [
      '/chat-luong-du-lieu',
      '/chat-luong-du-lieu/producerPhone',
      '/chat-luong-du-lieu/producerPhone/danh-sach.xlsx',
    ])
      expect((await (await app.signIn(role)).page(path)).status, `${role} ${path}`).toBe(404);
  const auditor = await (await app.signIn('auditor')).page('/chat-luong-du-lieu/producerPhone');
  expect(auditor.status).toBe(200);
  expect(auditor.html).not.toContain('/so-chu-the/');
});

it('S18 names of checks that do not exist, strange communes and torn cursors are answered', async () => {
  for (const path of ['/chat-luong-du-lieu/nothing', '/chat-luong-du-lieu/constructor', "/chat-luong-du-lieu/'or 1=1"])
    expect((await officer.page(path)).status, path).toBe(404);
  for (const query of ['xa=x', 'xa=11111111-1111-4111-8111-111111111111', 'ten=%00&sau=x', `ten=${'a'.repeat(2000)}`])
    expect((await officer.page(`/chat-luong-du-lieu/producerPhone?${query}`)).status, query).toBe(200);
});

it('Q6 one commune or all of a province: the same number of statements', async () => {
  const commune = await app.signIn('commune');
  const few = await fewestStatements(() => commune.page('/chat-luong-du-lieu/producerPhone'));
  const many = await fewestStatements(() => officer.page('/chat-luong-du-lieu/producerPhone'));
  expect(many.length).toBe(few.length);
});
