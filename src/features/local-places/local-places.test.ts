/** Craft villages and raw-material areas: kept by their commune and province, read by everybody. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);

it('the villages of the reference list are there, each in its commune of today or asked of a person', async () => {
  const [row] = await sql(
    `select count(*)::int as all, count(*) filter (where province is null)::int as lost, count(*) filter (where kind <> 'craftVillage')::int as areas from local_place`,
  );
  expect(row).toEqual({ all: 35, lost: 0, areas: 0 });
  const page = await app.visitor().page('/lang-nghe?q=tương');
  expect(page.text).toContain('Bần Yên Nhân');
  expect(page.text).toContain('trước: phường Bần Yên Nhân, thị xã Mỹ Hào');
});

it('a commune officer enters a raw-material area, corrects it with its producers, and everybody reads it', async () => {
  const officer = await app.signIn('commune');
  const form = (await officer.page('/so-lang-nghe/moi')).form('/so-lang-nghe/moi');
  const [own] = await sql<{ unit: string }>(
    "select m.unit from appointment m join account a on a.id = m.account where a.username = 'commune' or a.username = 'commune' and m.role = 'commune' limit 1",
  );
  const given = { kind: 'materialArea', name: 'Vùng dong riềng', craft: 'Dong riềng', commune: own?.unit ?? '' };
  const wrong = await officer.submit(form, { ...given, latitude: '48,8', longitude: '2,3' });
  expect(wrong.status).toBe(422);
  const half = await officer.submit(form, { ...given, latitude: '20,6' });
  expect([half.status, half.text]).toEqual([422, expect.stringContaining('Ghi cả vĩ độ và kinh độ')]);
  const done = await officer.submit(form, {
    ...given,
    latitude: '20,6467',
    longitude: '106,0511',
    plantingCodes: 'VN-HY-001',
    hectares: '12,5',
  });
  expect(done.status).toBe(303);
  const [place] = await sql<{ id: string; commune: string }>(
    "select id, commune from local_place where name = 'Vùng dong riềng'",
  );
  expect(place?.commune).toBe(own?.unit);
  const [producer] = await sql<{ id: string; name: string }>(
    'select r.id, r.name from producer r where r.commune = $1 and exists (select from product_search s where s.producer = r.id and s.open) limit 1',
    [own?.unit],
  );
  const edit = (await officer.page(`/so-lang-nghe/${place?.id}`)).form(`/so-lang-nghe/${place?.id}`);
  const saved = await officer.submit(edit, { producers: producer?.id ?? '' });
  expect(saved.status).toBe(303);
  const open = await app.visitor().page('/lang-nghe?kind=materialArea');
  expect(open.text).toContain('mã số vùng trồng VN-HY-001');
  expect(open.text).toContain(producer?.name ?? 'no producer');
  expect(open.html).toContain(`href="/lang-nghe/${place?.id}"`);
  const village = await app.visitor().page(`/lang-nghe/${place?.id}`);
  for (const words of ['VN-HY-001', '12,5 ha', producer?.name ?? '?', 'Sản phẩm ('])
    expect(village.text).toContain(words);
  const [product] = await sql<{ id: string }>(
    'select product as id from product_search where producer = $1 and open limit 1',
    [producer?.id],
  );
  expect(village.html).toContain(`/san-pham/${product?.id}`);
  expect((await app.visitor().page(`/san-pham/${product?.id}`)).html).toContain(`/lang-nghe/${place?.id}`);
  expect((await app.visitor().page(`/en/lang-nghe/${place?.id}`)).text).toContain('Raw-material area');
  expect((await app.visitor().page('/sitemap.xml')).html).toContain(`/lang-nghe/${place?.id}<`);
  const ledger = await sql('select action from ledger where subject = $1 order by no', [place?.id]);
  expect(ledger).toEqual([{ action: 'localPlace.register' }, { action: 'localPlace.correct' }]);
  expect((await officer.page('/so-lang-nghe.xlsx')).status).toBe(200);
});

it('S13 what lies in another commune, and the register itself for others, answers 404', async () => {
  const officer = await app.signIn('commune');
  const [other] = await sql<{ id: string }>(
    "select p.id from local_place p where p.commune is distinct from (select m.unit from appointment m join account a on a.id = m.account where a.username = 'commune' and m.role = 'commune' limit 1) limit 1",
  );
  expect((await officer.page(`/so-lang-nghe/${other?.id}`)).status).toBe(404);
  for (const role of ['producer', 'auditor', 'administrator'])
    expect((await (await app.signIn(role)).page('/so-lang-nghe')).status, role).toBe(404);
  const answer = await officer.json(
    'POST',
    '/api/v1/local-places',
    { kind: 'craftVillage', name: 'X', craft: 'Y', commune: other?.id },
    { key: true },
  );
  expect(answer.status).toBe(422);
});

it('a village without producers says so, and one that is not there answers 404', async () => {
  const [row] = await sql<{ id: string }>(
    'select p.id from local_place p where not exists (select from local_place_producer x where x.local_place = p.id) limit 1',
  );
  expect((await app.visitor().page(`/lang-nghe/${row?.id}`)).text).toContain('Chưa ghi chủ thể OCOP nào ở đây');
  for (const id of ['00000000-0000-7000-8000-000000000000', 'x'])
    expect((await app.visitor().page(`/lang-nghe/${id}`)).status).toBe(404);
});
