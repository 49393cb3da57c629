/** A new council begins with the settings stored for its province, else for the system, else with the law's own. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { dayOf } from '../../platform/clock.ts';
import { changeSetting } from '../../platform/settings.ts';

const app = await testApp();
const province = await app.signIn('province');
const today = dayOf(new Date());
const [row] = await app.database.asOwner<{ area: string }>(
  `select p.unit as area from appointment p join account a on a.id = p.account where a.username = 'province'`,
);
const set = (key: string, value: string | number | boolean, scope: string | null = null, validFrom = today) =>
  changeSetting(app.database.db.app, { key, scope, validFrom, value, note: null });

/** What the form shows in the fields of the regulation before anything is typed. */
async function shown() {
  const form = (await province.page('/hoi-dong/moi')).form('/hoi-dong/moi');
  const value = (name: string) => form.fields.find(([field]) => field === `regulation.${name}`)?.[1];
  return ['quorumPercent', 'spreadLimit', 'gateBasis', 'chairRequired'].map(value);
}

it('without a setting stored the law’s own stand there', async () => {
  expect(await shown()).toEqual(['75', '10', 'mean', 'on']);
});

it('U9 what is stored is filled in, the province’s own before the system’s, not before its day', async () => {
  await set('quorumPercent', 80);
  await set('spreadLimit', 12);
  await set('gateBasis', 'everyMember');
  await set('chairRequired', false);
  expect(await shown()).toEqual(['80', '12', 'everyMember', undefined]);
  await set('spreadLimit', 8, row?.area ?? '');
  await set('quorumPercent', 90, null, '2999-01-01');
  expect(await shown()).toEqual(['80', '8', 'everyMember', undefined]);
});

it('a stored value the law does not allow is not offered', async () => {
  await set('quorumPercent', 500, row?.area ?? '');
  expect((await shown())[0]).toBe('75');
});
