/** U25: acts on many dossiers, each with its own row, key and version; what cannot be done is named and stops no other. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, done, proposedDossier, submittedDossier } from '../../../tests/support/dossiers.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
let made = 0;
const another = () => ({ newProduct: `Sản phẩm thứ ${++made} (giả định)` });

const itemOf = ({ id, version }: { id: string; version: number }, more: object = {}) => ({
  id,
  version,
  key: v7(),
  ...more,
});
const receiveAll = (who: Client, items: object[], key: string | true = true) =>
  who.json('POST', '/api/v1/dossiers/receptions', { items }, { key });

async function moves(id: string, action: string): Promise<number> {
  const rows = await app.database.asOwner(`select no from ledger where subject = '${id}' and action = '${action}'`);
  return rows.length;
}

it('U25 the commune ticks dossiers, sees what will happen to each, and what became of each; one that moved meanwhile is named', async () => {
  const one = await submittedDossier(app, another());
  const two = await submittedDossier(app, another());
  const officer = await app.signIn('commune');
  const list = await officer.page('/ho-so?state=submitted');
  expect(list.html).toContain(`name="chon" value="${one.id}"`);
  expect(list.html).not.toMatch(/name="chon"[^>]*checked/);
  const whole = await officer.page('/ho-so?state=submitted&ca=trang');
  expect(whole.html.match(/name="chon"[^>]*checked/g)?.length).toBeGreaterThan(1);
  const preview = await officer.page(
    `/nhieu-ho-so/tiep-nhan?chon=${one.id}&chon=${two.id}&ve=${encodeURIComponent('/ho-so?state=submitted')}`,
  );
  expect(preview.text).toContain('Tiếp nhận 2 hồ sơ');
  expect(preview.text).toContain('Không hoàn tác được');
  await done(act(officer, two.id, 'reception', two.version));
  const sent = await officer.submit(preview.form('/tiep-nhan'));
  expect(sent.status).toBe(303);
  const result = await officer.page(sent.location ?? '');
  expect(result.text).toContain('Đã tiếp nhận 1 hồ sơ');
  expect(result.text).toContain('1 hồ sơ chưa làm được');
  expect(result.text).toContain('đã xử lý nội dung này');
  expect(result.html).toContain('href="/ho-so?state=submitted"');
  expect([await moves(one.id, 'dossier.receive'), await moves(two.id, 'dossier.receive')]).toEqual([1, 1]);
  const other = await app.signIn('commune-2');
  expect((await other.page(sent.location ?? '')).status).toBe(404);
});

it('S14 Q5 somebody else’s dossier and a stale version are refused one by one; the rest is done', async () => {
  const good = await submittedDossier(app, another());
  const stale = await submittedDossier(app, another());
  const [foreign] = await app.database.asOwner<{ id: string; version: number }>(
    `select l.id, l.version from lifecycle l where l.process = 'dossier' and l.state <> 'draft'
        and l.commune <> (select commune from lifecycle where id = '${good.id}') limit 1`,
  );
  const officer = await app.signIn('commune');
  const items = [
    itemOf(good),
    itemOf({ ...stale, version: stale.version + 5 }),
    itemOf(foreign ?? { id: v7(), version: 1 }),
  ];
  const { status, body } = await receiveAll(officer, items);
  expect(status).toBe(200);
  const results = body.results as { done: boolean; name: string; words: string }[];
  expect(results.map((one) => one.done)).toEqual([true, false, false]);
  expect(results[2]).toMatchObject({
    name: 'Hồ sơ không tìm thấy',
    words: 'Không tìm thấy hồ sơ này trong địa bàn của bạn.',
  });
  const logged = await app.database.asOwner(
    `select 1 from access_log where kind = 'refused' and subject = '${items[2]?.id}' and facts->>'verb' = 'dossier.receive'`,
  );
  expect(logged).toHaveLength(1);
});

it('Q4 repeated as a whole or one by one, each is received once; another content under the same key is refused', async () => {
  const one = await submittedDossier(app, another());
  const officer = await app.signIn('commune');
  const items = [itemOf(one)];
  const key = v7();
  const first = await receiveAll(officer, items, key);
  expect(await receiveAll(officer, items, key)).toMatchObject({ status: 200, body: first.body });
  const anew = await receiveAll(officer, items);
  expect(anew.body.results).toMatchObject([{ id: one.id, done: true }]);
  expect(await moves(one.id, 'dossier.receive')).toBe(1);
  expect((await receiveAll(officer, [itemOf(one)], key)).status).toBe(422);
  const reused = await receiveAll(officer, [{ ...items[0], version: one.version + 1 }]);
  expect(reused.body.results).toMatchObject([{ done: false, words: expect.stringContaining('nội dung khác') }]);
});

it('S16 refuses nothing chosen, too many, twice the same, unknown fields and roles without the right', async () => {
  const one = await submittedDossier(app, another());
  const officer = await app.signIn('commune');
  const wrong: object[][] = [
    [],
    Array.from({ length: 101 }, () => itemOf({ id: v7(), version: 1 })),
    [itemOf(one), itemOf(one)],
    [itemOf(one, { state: 'proposed' })],
    [itemOf({ id: 'x', version: 1 })],
    [{ id: one.id, version: 'one', key: v7() }],
    [{ id: one.id, version: one.version, key: '!' }],
  ];
  for (const items of wrong) {
    const { status, body } = await receiveAll(officer, items);
    expect(status, JSON.stringify(items).slice(0, 80)).toBe(422);
    expect(String(body.detail)).toMatch(/[à-ỹ]/);
  }
  for (const account of ['producer', 'province', 'ministry'])
    expect((await receiveAll(await app.signIn(account), [itemOf(one)])).status, account).toBe(404);
  expect(await moves(one.id, 'dossier.receive')).toBe(0);
});

it('U25 the province takes many into rounds by the day of each proposal; without a round the preview says which to plan', async () => {
  const one = await proposedDossier(app, today, another());
  const two = await proposedDossier(app, today, another());
  const province = await app.signIn('province');
  const path = `/nhieu-ho-so/vao-dot?chon=${one.id}&chon=${two.id}`;
  await app.database.asOwner(`delete from evaluation_round r where not exists (select from dossier d where d.round = r.id)
    and r.proposed_before > '${today}'`);
  const year = Number(today.slice(0, 4));
  await done(
    province.json(
      'POST',
      '/api/v1/rounds',
      {
        year,
        no: 12,
        proposedBefore: `${year + 1}-04-30`,
        completedBefore: `${year + 1}-06-30`,
        inclusive: false,
        extra: true,
        act: '05/KH',
      },
      { key: true },
    ),
  );
  const preview = await province.page(path);
  expect(preview.text).toContain('Đưa 2 hồ sơ vào đợt');
  const sent = await province.submit(preview.form('/vao-dot'));
  const result = await province.page(sent.location ?? '');
  expect(result.text).toContain('Đã đưa vào đợt 2 hồ sơ');
  expect([await moves(one.id, 'dossier.accept'), await moves(two.id, 'dossier.accept')]).toEqual([1, 1]);
  const slips = await app.database.asOwner<{ text: string }>(
    `select distinct text from receipt_slip where body = 'province' and dossier in ('${one.id}', '${two.id}')`,
  );
  expect(slips).toHaveLength(2);
  const again = await province.page(path);
  expect(again.text).toContain('Để lại: hồ sơ đang ở bước "Đã vào đợt"');
  expect(again.text).toContain('Không hồ sơ nào trong số đã chọn làm được việc này');
});
