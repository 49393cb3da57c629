/** A certificate is taken back on a ground of Art. 8.1; who may, what is refused, and what a shopper then reads. */
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { versionOf } from '../../../tests/support/council.ts';
import { systemClock } from '../../platform/clock.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const app = await testApp();
const { asOwner } = app.database;
const today = systemClock.today();
const FULL = {
  ground: 'd',
  proofNumber: '15/KL-SCT',
  proofDated: today,
  number: '120/QĐ-UBND',
  dated: today,
  signatory: 'Nguyễn Văn Giả',
};
let [id, code, product] = ['', '', ''];

beforeAll(async () => {
  const [row] = await asOwner<{ id: string; code: string; product: string }>(
    `select g.id, g.check_code as code, g.product from recognition g join lifecycle l on l.id = g.id
      where l.state = 'inForce' and g.dossier is not null and g.star < 5 limit 1`,
  );
  id = row?.id ?? '';
  code = row?.code ?? '';
  product = row?.product ?? '';
});

const send = async (account: string, body: object) =>
  (await app.signIn(account)).json('POST', `/api/v1/recognitions/${id}/revocation`, body, {
    key: true,
    ifMatch: await versionOf(app, id),
  });

it('the list of certificates leads the province to it; nobody else sees the page', async () => {
  const province = await app.signIn('province');
  expect((await province.page('/giay-chung-nhan')).html).toContain(`/giay-chung-nhan/${id}/thu-hoi"`);
  expect((await province.page(`/giay-chung-nhan/${id}/thu-hoi`)).text).toContain('Thu hồi giấy chứng nhận?');
  for (const other of ['commune', 'inspector', 'ministry', 'producer'])
    expect([other, (await (await app.signIn(other)).page(`/giay-chung-nhan/${id}/thu-hoi`)).status]).toEqual([
      other,
      404,
    ]);
  expect((await send('inspector', FULL)).status).toBe(404);
});

it('Art. 8: refused without a ground, without proof, with proof of a later day, with a decision of a day to come', async () => {
  expect((await send('province', { ...FULL, ground: 'g' })).status).toBe(422);
  expect((await send('province', { ...FULL, proofNumber: '' })).status).toBe(422);
  const before = await send('province', { ...FULL, dated: '2026-06-01' });
  expect([before.status, JSON.stringify(before.body)]).toEqual([422, expect.stringContaining('phải có trước')]);
  const ahead = await send('province', { ...FULL, dated: '2099-01-01' });
  expect([ahead.status, ahead.body.code]).toEqual([409, 'revocationDecision']);
  expect(await asOwner('select state from lifecycle where id = $1', [id])).toEqual([{ state: 'inForce' }]);
});

it('taken back: one row of the ledger, the shopper reads it, the producer is told; a second time is refused', async () => {
  const done = await send('province', FULL);
  expect([done.status, done.body.state]).toEqual([200, 'revoked']);
  const [row] = await asOwner<{ facts: Record<string, unknown> }>(
    `select facts from ledger where subject = $1 and action = 'recognition.revoke'`,
    [id],
  );
  expect(row?.facts).toMatchObject({ ground: 'd', proofNumber: '15/KL-SCT', number: '120/QĐ-UBND' });
  const page = await app.visitor().page(`/chung-nhan/${code}`);
  expect(page.text).toContain('Đã thu hồi');
  expect(page.text).toContain('120/QĐ-UBND');
  expect((await app.visitor().page(`/san-pham/${product}`)).text).toContain('Hạng khi còn hiệu lực');
  const [told] = await asOwner<{ n: number }>(
    `select count(*)::int as n from outbox where subject like 'Thu hồi giấy chứng nhận:%'`,
  );
  expect(told?.n).toBeGreaterThan(0);
  expect((await send('province', FULL)).status).toBe(409);
  expect((await (await app.signIn('province')).page(`/giay-chung-nhan/${id}/thu-hoi`)).status).toBe(404);
});

it('Q17 every check of the store holds afterwards', async () => {
  expect((await checkInvariants(app.database.db)).filter((one) => one.faults.length > 0)).toEqual([]);
});
