/** R6.2 [?]: whether the expiry day itself is still valid is the office's setting; every door that judges validity reads it. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
const [certificate] = await app.database.asOwner<{ id: string; product: string; code: string }>(
  `select r.id, r.product, r.check_code as code from recognition r where r.decision is not null and r.star = 4`,
);
await app.database.asOwner('update recognition set expires_earliest = $1, expires_latest = $1 where id = $2', [
  today,
  certificate?.id,
]);

const set = async (value: 'true' | 'false') => {
  const administrator = await app.signIn('administrator');
  const body = { key: 'expiryDayValid', value, validFrom: today, note: 'Công văn thử' };
  expect((await administrator.json('POST', '/api/v1/settings', body, { key: true })).status).toBe(200);
};
/** What every door says of the certificate on its expiry day. */
const said = async () => {
  const anyone = app.visitor();
  const state = async (path: string) => (await anyone.json('GET', path)).body.state;
  const listed = await anyone.json('GET', `/api/v1/products?status=expired&q=mien dong soi nho canh dieu`);
  const rules = (await anyone.page('/quy-dinh')).text;
  return {
    page: (await anyone.page(`/chung-nhan/${certificate?.code}`)).text.includes('không còn được dùng sao'),
    api: await state(`/api/v1/certificates/${certificate?.code}`),
    product: await state(`/api/v1/products/${certificate?.product}`),
    expiredInList: JSON.stringify(listed.body).includes(String(certificate?.product)),
    own: (await (await app.signIn('producer')).page('/cua-toi/chung-nhan')).text.includes('Đã hết hạn'),
    rules: rules.includes('Không (cơ quan đã chọn)'),
  };
};

it('R6.2 the expiry day is valid unless the office says otherwise, on every page and list alike', async () => {
  const before = await said();
  expect(before).toMatchObject({
    page: false,
    own: false,
    api: 'valid',
    product: 'valid',
    expiredInList: false,
    rules: false,
  });
  await set('false');
  const after = await said();
  expect(after).toMatchObject({
    page: true,
    own: true,
    api: 'expired',
    product: 'expired',
    expiredInList: true,
    rules: true,
  });
  await set('true');
  expect(await said()).toMatchObject({
    own: false,
    api: 'valid',
    product: 'valid',
    expiredInList: false,
    rules: false,
  });
});
