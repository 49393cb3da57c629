/** Issue 4, section 6: published totals stand beside the records with source and date; neither changes the other. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import { differs } from './differ.ts';

const app = await testApp();
const given = (unit: string, more: object = {}) => ({
  ...{ unit, what: 'valid', qualifier: 'moreThan', number: 200, asOf: '2026-10-31', source: 'Báo cáo số 12/BC-UBND' },
  ...more,
});
const placeOf = async (role: string) =>
  (
    await app.database.asOwner<{ unit: string }>(
      `select p.unit from appointment p join account a on a.id = p.account where a.username = $1 and p.unit is not null`,
      [role],
    )
  )[0]?.unit ?? '';

describe('a published number and the records', () => {
  it.each([
    ['exact', 10, 10, false],
    ['exact', 10, 11, true],
    ['about', 100, 105, false],
    ['about', 100, 95, false],
    ['about', 100, 106, true],
    ['about', 0, 0, false],
    ['moreThan', 200, 201, false],
    ['moreThan', 200, 200, true],
  ] as const)('%s %i, counted %i: differs %s', (qualifier, published, counted, expected) => {
    expect(differs(qualifier, published, counted)).toBe(expected);
  });
});

it('an officer enters a number by its source, sees the records beside it, corrects it and takes it away', async () => {
  const officer = await app.signIn('province');
  const unit = await placeOf('province');
  const form = (await officer.page('/so-da-cong-bo/moi')).form('/so-da-cong-bo/moi');
  const sent = await officer.submit(form, {
    unit,
    what: 'recognised',
    qualifier: 'about',
    number: '1.000',
    asOf: '31/10/2026',
    source: 'Báo Hưng Yên',
  });
  expect(sent.location).toBe('/so-da-cong-bo');
  const [counted] = await app.database.asOwner<{ n: number }>(
    `select count(distinct g.product)::int as n from counted_recognition g join product p on p.id = g.product
      where p.province = $1 and g.issued_latest <= '2026-10-31'`,
    [unit],
  );
  const list = await officer.page('/so-da-cong-bo');
  expect(list.text).toContain('khoảng 1.000');
  expect(list.text).toContain(`Lệch ${1000 - (counted?.n ?? 0)}`);
  const [, id = ''] = /href="\/so-da-cong-bo\/([0-9a-f-]{36})"/.exec(list.html) ?? [];
  const one = await officer.page(`/so-da-cong-bo/${id}`);
  await officer.submit(one.form(`/so-da-cong-bo/${id}`), { number: String(counted?.n), qualifier: 'exact' });
  expect((await officer.page('/so-da-cong-bo')).text).toContain('Khớp');
  const again = await officer.page(`/so-da-cong-bo/${id}`);
  await officer.submit(again.form('/bo'), { reason: 'Ghi hai lần' });
  expect((await officer.page('/so-da-cong-bo')).text).toContain('Chưa ghi số nào');
  expect((await officer.page(`/so-da-cong-bo/${id}`)).status).toBe(404);
  const rows = await app.database.asOwner<{ action: string }>(
    `select action from ledger where subject = $1 order by no`,
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'publishedTotal.record',
    'publishedTotal.correct',
    'publishedTotal.remove',
  ]);
});

it('R12.4 a number of a commune that was merged follows to the successor, with a note, and may be put right there', async () => {
  const owner = <R extends object>(query: string, values: unknown[] = []) => app.database.asOwner<R>(query, values);
  const unit = await placeOf('commune-2');
  const before = await app.signIn('commune-2');
  const asOf = '2026-10-31';
  const made = await before.json(
    'POST',
    '/api/v1/published-totals',
    given(unit, { asOf, qualifier: 'exact', number: 7 }),
    {
      key: true,
    },
  );
  expect(made.status).toBe(200);
  const [other] = await owner<{ id: string }>(
    `select v.unit as id from unit_version v where v.valid_to is null and v.unit <> $1 and v.parent = (select parent from unit_version where unit = $1 and valid_to is null)
       and not exists (select from appointment m where m.unit = v.unit) order by v.code limit 1`,
    [unit],
  );
  const admin = await app.signIn('administrator');
  const act = { number: '98/NQ-UBTVQH16', dated: '2026-10-01', effectiveOn: systemClock.today() };
  const plan = {
    ...act,
    kind: 'merge',
    units: [unit, other?.id],
    made: [{ type: 'Xã', name: 'Hợp Số', code: '90077' }],
  };
  const drafted = await admin.json('POST', '/api/v1/unit-changes', plan, { key: true });
  expect(
    (await admin.json('POST', `/api/v1/unit-changes/${drafted.body.id}/execution`, {}, { key: true })).status,
  ).toBe(200);
  const after = await app.signIn('commune-2');
  const list = await after.page('/so-da-cong-bo');
  expect(list.text).toContain('Đơn vị cũ, nay là Xã Hợp Số');
  const form = (await after.page(`/so-da-cong-bo/${made.body.id}`)).form(`/so-da-cong-bo/${made.body.id}`);
  expect((await after.submit(form, { number: '8' })).status).toBe(303);
  expect(await owner('select number, unit from published_total where id = $1', [made.body.id])).toEqual([
    { number: 8, unit },
  ]);
  const stranger = (await app.signIn('commune')).json('POST', '/api/v1/published-totals', given(unit, { asOf }), {
    key: true,
  });
  expect((await stranger).status).toBe(422);
});

it('S14 S17 each office its own places; others neither read nor write', async () => {
  const [unit, commune] = [await placeOf('province'), await placeOf('commune')];
  const office = await app.signIn('commune');
  expect((await office.json('POST', '/api/v1/published-totals', given(unit), { key: true })).status).toBe(422);
  const made = await office.json('POST', '/api/v1/published-totals', given(commune), { key: true });
  expect(made.status).toBe(200);
  const path = `/api/v1/published-totals/${made.body.id}`;
  expect((await (await app.signIn('province')).page('/so-da-cong-bo')).text).toContain('hơn 200');
  const { unit: _unit, ...rest } = given(commune);
  for (const role of ['producer', 'ministry', 'inspector', 'council-secretary', 'auditor', 'administrator']) {
    const who = await app.signIn(role);
    expect((await who.json('POST', '/api/v1/published-totals', given(commune), { key: true })).status, role).toBe(404);
    expect((await who.json('POST', `${path}/removal`, { reason: 'x' }, { key: true, ifMatch: 1 })).status, role).toBe(
      404,
    );
    expect(
      (await who.json('POST', `${path}/correction`, { unit: commune, ...rest }, { key: true, ifMatch: 1 })).status,
      role,
    ).toBe(404);
    expect((await who.page('/so-da-cong-bo')).status, role).toBe(role === 'auditor' ? 200 : 404);
  }
});

it('S18 Q5 strange values are refused in words, an old version too', async () => {
  const officer = await app.signIn('commune');
  const commune = await placeOf('commune');
  for (const wrong of [
    { number: -1 },
    { number: 1.5 },
    { asOf: '2099-01-01' },
    { asOf: '2026-02-31' },
    { what: 'star9' },
    { qualifier: 'less' },
    { source: ' ' },
    { sourceUrl: 'javascript:alert(1)' },
    { unit: '11111111-1111-4111-8111-111111111111' },
    { evil: 1 },
  ])
    expect(
      (await officer.json('POST', '/api/v1/published-totals', given(commune, wrong), { key: true })).status,
      JSON.stringify(wrong),
    ).toBe(422);
  const made = await officer.json('POST', '/api/v1/published-totals', given(commune), { key: true });
  const path = `/api/v1/published-totals/${made.body.id}/removal`;
  expect((await officer.json('POST', path, { reason: 'x' }, { key: true, ifMatch: 9 })).status).toBe(412);
  expect((await officer.json('POST', path, { reason: 'x' }, { key: true })).status).toBe(428);
  for (const query of ['ngay=x&sau=y', "ngay=2026-01-01&sau='"])
    expect((await officer.page(`/so-da-cong-bo?${query}`)).status).toBe(200);
});
