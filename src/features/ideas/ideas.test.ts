/** Issue 4.3: potential products from the idea to the draft of a dossier. */
import { beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { type TestApp, testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';

let app: TestApp;
let commune: Client;
let producer: Client;
let province: Client;
const SET = '26-2026/06';
const one = async <T = Record<string, unknown>>(query: string, values: unknown[] = []) =>
  (await app.database.asOwner(query, values))[0] as T;

beforeAll(async () => {
  app = await testApp();
  [commune, producer, province] = await Promise.all([
    app.signIn('commune'),
    app.signIn('producer'),
    app.signIn('province'),
  ]);
});

const entered = async (who: Client, given: Record<string, string>) => {
  const done = await who.submit((await who.page('/y-tuong/moi')).form('/moi'), given);
  expect([done.status, done.text]).toEqual([303, '']);
  return done.location ?? '';
};
const step = async (who: Client, path: string, target: string, given: Record<string, string> = {}) =>
  who.submit((await who.page(path)).form(target), given);

describe('an idea of somebody who is not in the register', () => {
  let path = '';
  it('is entered, helped and made ready only with what the step asks for', async () => {
    path = await entered(commune, { name: 'Mứt gừng thử', person: 'Hộ Nguyễn Thử Nghiệm', missing: 'Bao bì' });
    expect((await step(commune, path, '/ho-tro')).text).toContain('Ghi ai đang hỗ trợ ý tưởng này.');
    expect((await step(commune, path, '/san-sang')).text).toContain('Chọn bộ sản phẩm');
    const form = (await commune.page(`${path}/sua`)).form('/sua');
    const corrected = {
      name: 'Mứt gừng thử',
      person: 'Hộ Nguyễn Thử Nghiệm',
      supporter: 'Hội Nông dân',
      productSet: SET,
    };
    expect((await commune.submit(form, corrected)).status).toBe(303);
    expect((await step(commune, path, '/ho-tro')).status).toBe(303);
    expect((await step(commune, path, '/san-sang')).status).toBe(303);
    expect((await province.page('/y-tuong?tinhTrang=ready')).text).toContain('Mứt gừng thử');
    expect((await commune.page('/y-tuong')).text).toContain('Hội Nông dân');
  });

  it('one press enters producer and product and makes the draft; without the kind of producer it asks', async () => {
    const unsaid = await step(commune, path, '/lap-ho-so');
    expect([unsaid.status, unsaid.text.includes('Chọn loại hình')]).toEqual([422, true]);
    const filed = await step(commune, path, '/lap-ho-so', { type: 'householdBusiness' });
    expect(filed.location).toMatch(/^\/ho-so\//);
    const dossier = (filed.location ?? '').split('/').at(-1);
    const row = await one(
      `select p.name, r.name as producer, l.state, i.person, i.dossier from product_idea i join lifecycle l on l.id = i.id join dossier d on d.id = i.dossier
        join product p on p.id = d.product join producer r on r.id = d.producer where i.dossier = $1`,
      [dossier],
    );
    expect(row).toEqual({
      name: 'Mứt gừng thử',
      producer: 'Hộ Nguyễn Thử Nghiệm',
      state: 'dossier',
      person: null,
      dossier,
    });
    expect((await commune.page(path)).text).toContain('Đã lập hồ sơ');
  });

  it('a name that looks like one of the register is shown before a second record is made, and nothing is half written', async () => {
    const other = await entered(commune, { name: 'Mứt quất thử', person: 'Hộ Nguyễn Thử Nghiệm', productSet: SET });
    const before = await one('select count(*)::int as n from producer');
    const seen = await step(commune, other, '/lap-ho-so', { type: 'householdBusiness' });
    expect([seen.status, seen.text.includes('Danh bạ đã có chủ thể rất giống')]).toEqual([409, true]);
    expect(await one('select count(*)::int as n from producer')).toEqual(before);
  });
});

it('a producer enters its own, drops it with a reason and opens it again; others find nothing', async () => {
  const own = { name: 'Trà sen thử', producer: demoId('producer', 'canh-dieu') };
  const path = await entered(producer, own);
  expect((await commune.page(path)).status).toBe(200);
  for (const role of ['producer-2', 'commune-2', 'council-member-1'])
    expect((await (await app.signIn(role)).page(path)).status, role).toBe(404);
  const unsaid = await step(producer, path, '/dung');
  expect([unsaid.status, unsaid.text.includes('Lý do')]).toEqual([422, true]);
  expect((await step(producer, path, '/dung', { reason: 'Thiếu nguyên liệu' })).status).toBe(303);
  expect((await producer.page(path)).text).toContain('Thiếu nguyên liệu');
  expect((await step(producer, path, '/mo-lai', { reason: 'Đã có vùng trồng' })).status).toBe(303);
  const foreign = { ...own, producer: demoId('producer', 'gio-nom') };
  const refusal = await producer.json('POST', '/api/v1/ideas', foreign, { key: true });
  expect([refusal.status, JSON.stringify(refusal.body).includes('Chọn chủ thể của bạn')]).toEqual([422, true]);
});

it('names of persons stand neither in the ledger nor where reports are made', async () => {
  expect(
    await one(`select count(*)::int as n from ledger where process = 'idea' and facts::text ~ 'Nguyễn Thử|Hội Nông'`),
  ).toEqual({ n: 0 });
  await expect(app.database.db.report.selectFrom('product_idea').select('person').execute()).rejects.toThrow(
    'permission denied',
  );
});

it('the list goes out as a file, narrowed as on the screen', async () => {
  const csv = await (await province.fetch('/y-tuong.xlsx?dang=csv&tinhTrang=dossier')).text();
  expect(csv).toContain('Mứt gừng thử');
  expect(csv).not.toContain('Trà sen thử');
});
