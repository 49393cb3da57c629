/** A sheet that saves itself: one statement, and every refusal of the usual way still in its words. */

import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { withClient } from '#platform/db/connect';
import { testApp } from '../../../tests/support/app.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SET,
  save,
  scoring,
  sheetOf,
} from '../../../tests/support/council.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const [high, low] = [demoSheet(index, 4, 80), demoSheet(index, 3, 60)];
const province = await app.signIn('province');
const secretary = await app.signIn('council-secretary');
const member = await app.signIn('council-member-1');
const council = await establish(app, province);
const { round, dossiers } = await dossiersInRound(app, ['Miến tự lưu']);
const session = await scoring(app, { province, secretary, council, round, dossiers });
const sheet = await sheetOf(app, session, dossiers[0] ?? '', 'council-member-1');
const path = `/api/v1/sheets/${sheet}`;

const kept = async () => {
  const query = 'select draft_version as draft, answers from score_sheet where id = $1';
  return (await app.database.asOwner<{ draft: number; answers: unknown }>(query, [sheet]))[0];
};
/** Transactions in which the row stood after each of its saves: how the saves were written. */
const writerOf = async () => {
  const query = `select (select count(*)::int from idempotency_key k where k.action = 'sheet.save' and k.xmin = s.xmin) as together
    from score_sheet s where id = $1`;
  return (await app.database.asOwner<{ together: number }>(query, [sheet]))[0]?.together;
};

it('Q4 Q5 is kept with its key in one transaction, the first time and the next times', async () => {
  for (const answers of [high, low, high]) {
    expect((await save(app, member, sheet, answers)).status).toBe(200);
    expect((await kept())?.answers).toEqual(answers);
    expect(await writerOf()).toBe(1);
  }
});

it('Q4 the same key has one effect, one after the other and at one moment', async () => {
  const { draft = 0 } = (await kept()) ?? {};
  const again = { headers: { 'idempotency-key': v7() }, ifMatch: draft };
  const first = await member.json('POST', path, { answers: low }, again);
  const second = await member.json('POST', path, { answers: low }, again);
  expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  expect((await kept())?.draft).toBe(draft + 1);
  const other = await member.json('POST', path, { answers: high }, again);
  expect([other.status, other.body.code]).toEqual([422, 'keyReused']);
  const together = { headers: { 'idempotency-key': v7() }, ifMatch: draft + 1 };
  const answers = await Promise.all([1, 2, 3, 4].map(() => member.json('POST', path, { answers: high }, together)));
  expect(answers.filter(({ status }) => status === 200).map(({ body }) => body.draftVersion)).toContain(draft + 2);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  expect((await kept())?.draft).toBe(draft + 2);
});

it('S14 Q5 nobody else, no old version, no option the set does not have', async () => {
  const { draft = 0 } = (await kept()) ?? {};
  const stranger = await app.signIn('council-member-2');
  const ask = { key: true, ifMatch: draft } as const;
  expect((await stranger.json('POST', path, { answers: low }, ask)).status).toBe(404);
  expect((await member.json('POST', path, { answers: low }, { key: true, ifMatch: draft - 1 })).status).toBe(412);
  expect((await member.json('POST', path, { answers: { '1': 'x' } }, ask)).status).toBe(422);
  expect(await kept()).toEqual({ draft, answers: high });
});

it('Q3 does not slip in behind a secretary who is just recording the absence', async () => {
  const { draft = 0 } = (await kept()) ?? {};
  const late = await withClient(app.database.urls.owner, async (owner) => {
    await owner.query('begin');
    await owner.query(`select pg_advisory_xact_lock(hashtextextended('session:' || $1::text, 0))`, [session]);
    const sent = member.json('POST', path, { answers: low }, { key: true, ifMatch: draft });
    await waitsForLock(owner);
    await owner.query(
      `insert into session_attendance (session, seat, present, reason)
         select $1, s.seat, false, 'Đi công tác' from score_sheet s where s.id = $2
       on conflict (session, seat) do update set present = false`,
      [session, sheet],
    );
    await owner.query('commit');
    return sent;
  });
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('vắng mặt')]);
  expect(await kept()).toEqual({ draft, answers: high });
  await app.database.asOwner('update session_attendance set present = true where session = $1', [session]);
});

it('U32 a sheet handed in is closed to it', async () => {
  expect((await handIn(app, member, sheet, high)).status).toBe(200);
  const { draft = 0 } = (await kept()) ?? {};
  const after = await member.json('POST', path, { answers: low }, { key: true, ifMatch: draft });
  expect([after.status, after.body.detail]).toEqual([409, expect.stringContaining('đã khóa')]);
  await act(app, await app.signIn('council-chair'), `/sheets/${sheet}/reopening`, { reason: 'Chấm nhầm ô' }, sheet);
  expect((await save(app, member, sheet, low)).status).toBe(200);
  expect((await kept())?.answers).toEqual(low);
});

/** Until the save stands before the session's lock. */
async function waitsForLock(owner: { query(text: string): Promise<{ rows: unknown[] }> }): Promise<void> {
  const query = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
  for (let n = 0; n < 200 && (await owner.query(query)).rows.length === 0; n += 1)
    await new Promise((done) => setTimeout(done, 20));
}
