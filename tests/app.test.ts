import { expect, it } from 'vitest';
import { testApp } from './support/app.ts';

const app = await testApp();

it('serves every account of the demonstration', async () => {
  for (const account of ['producer', 'commune', 'province', 'council-chair', 'council-member-5', 'administrator']) {
    const client = await app.signIn(account);
    const page = await client.page('/tai-khoan');
    expect([account, page.status]).toEqual([account, 200]);
  }
});
