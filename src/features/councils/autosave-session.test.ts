/** S8: a sheet that saves itself asks in its own statement who saves: an end of rights counts at the very next save. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  dossiersInRound,
  establish,
  handIn,
  MEMBERS,
  SET,
  save,
  scoring,
  sheetOf,
} from '../../../tests/support/council.ts';
import { fewestStatements } from '../../../tests/support/statements.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const [high, low] = [demoSheet(index, 4, 80), demoSheet(index, 3, 60)];
const secretary = await app.signIn('council-secretary');
const province = await app.signIn('province');
const council = await establish(app, province);
const { round, dossiers } = await dossiersInRound(app, ['Miến tự lưu']);
const session = await scoring(app, { province, secretary, council, round, dossiers });
const kept = async (sheet: string) =>
  (await app.database.asOwner<{ answers: unknown }>('select answers from score_sheet where id = $1', [sheet]))[0]
    ?.answers;
const authorOf = async (sheet: string) => {
  const query = `select account from seat_reach where subject = $1 and seat_role = 'author'`;
  return (await app.database.asOwner<{ account: string }>(query, [sheet]))[0]?.account ?? '';
};
const administrator = await app.signIn('administrator');

/** A member whose saves are one statement by now, and the same browser seen a second time. */
async function saver(key: string): Promise<{ client: Client; twin: Client; sheet: string }> {
  const client = await app.signIn(key);
  const sheet = await sheetOf(app, session, dossiers[0] ?? '', key);
  for (const answers of [low, high]) expect((await save(app, client, sheet, answers)).status).toBe(200);
  const twin = app.visitor();
  for (const [name, value] of client.cookies) twin.cookies.set(name, value);
  return { client, twin, sheet };
}

const ends: Record<string, (client: Client, account: string) => Promise<unknown>> = {
  'after the sign-out': (client) => client.post('/dang-xuat', {}),
  'after the account was locked': async (_client, id) => {
    const [row] = await app.database.asOwner<{ version: number }>('select version from lifecycle where id = $1', [id]);
    const given = { key: true, ifMatch: row?.version ?? 0 } as const;
    const done = await administrator.json('POST', `/api/v1/accounts/${id}/disable`, { reason: 'Nghỉ việc' }, given);
    expect(done.status).toBe(200);
  },
  'after the appointment ended': (_client, id) =>
    app.database.asOwner(`update appointment set valid_to = current_date - 2 where account = $1`, [id]),
};

it.each(Object.keys(ends).map((how, at) => [how, MEMBERS[at] ?? '']))('S8 refuses %s (%s)', async (how, key) => {
  const { client, twin, sheet } = await saver(key);
  await ends[how]?.(client, await authorOf(sheet));
  expect((await save(app, twin, sheet, low)).status).toBe(401);
  expect((await handIn(app, twin, sheet, low)).status).toBe(401);
  expect(await kept(sheet)).toEqual(high);
});

it('a save is one statement, whoever saves', async () => {
  const { client, sheet } = await saver('council-chair');
  const statements = await fewestStatements(() => save(app, client, sheet, low));
  expect(statements.filter((text) => !text.startsWith('select draft_version'))).toHaveLength(1);
  expect(await kept(sheet)).toEqual(low);
});

it('S14 somebody else’s sheet stays somebody else’s', async () => {
  const { client } = await saver('council-chair');
  const other = await sheetOf(app, session, dossiers[0] ?? '', MEMBERS[0] ?? '');
  expect((await save(app, client, other, low)).status).toBe(404);
  expect(await kept(other)).toEqual(high);
});
