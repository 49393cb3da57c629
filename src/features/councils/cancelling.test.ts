/** A session is cancelled before scoring begins and never after; its dossiers are free, its seats are told. */
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, dossiersInRound, establish, MEMBERS, scoring, versionOf } from '../../../tests/support/council.ts';

const app = await testApp();
const [province, secretary, member] = [
  await app.signIn('province'),
  await app.signIn('council-secretary'),
  await app.signIn('council-member-1'),
];
const reason = 'Chủ tịch Hội đồng đi công tác';
let [council, session, round, dossier] = ['', '', '', ''];
const stateOf = async (id: string) =>
  (
    await app.database.asOwner<{ state: string; next_actor: string | null }>(
      'select state, next_actor from lifecycle where id = $1',
      [id],
    )
  )[0];
const plan = async (title: string) => {
  const made = await act(app, province, '/sessions', { council, round, title, mode: 'meeting', heldOn: '2026-12-01' });
  return String(made.id);
};
const cancel = async (who: Client, id: string, body: object = { reason }, key: string | true = true) =>
  who.json('POST', `/api/v1/sessions/${id}/cancellation`, body, { key, ifMatch: await versionOf(app, id) });

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến hoãn họp']);
  council = await establish(app, province);
  round = made.round;
  [dossier = ''] = made.dossiers;
  await app.database.asOwner(`update account set email = 'uy-vien-1@vi-du.vn' where username = 'council-member-1'`);
  session = await plan('Phiên sẽ hủy');
  await act(app, province, `/sessions/${session}/agenda`, { dossiers: [dossier], heldOn: '2026-12-01' }, session);
}, 120_000);

it('S13 S14 only the province’s office cancels, with a reason; for others there is nothing to cancel', async () => {
  const before = await versionOf(app, session);
  for (const [who, status] of [
    [secretary, 404],
    [member, 404],
    [await app.signIn('commune'), 404],
  ] as const)
    expect((await cancel(who, session)).status).toBe(status);
  for (const body of [{}, { reason: '   ' }, { reason: 'x'.repeat(2001) }, { reason, state: 'x' }])
    expect((await cancel(province, session, body)).status).toBeGreaterThanOrEqual(400);
  expect([await versionOf(app, session), (await stateOf(session))?.state]).toEqual([before, 'preparing']);
});

it('U11 a page asks first; then the session is cancelled, its dossiers are free, every seat is told, the queue is rid of it', async () => {
  expect((await province.page('/viec-cua-toi?q=phien+se+huy')).text).toContain('Phiên sẽ hủy');
  const board = await province.page(`/phien/${session}`);
  expect(board.html).toContain(`/phien/${session}/huy`);
  const asked = await province.page(`/phien/${session}/huy`);
  expect(asked.text).toContain('1 hồ sơ của phiên trở lại đợt');
  const empty = await province.submit(asked.form('/huy'), { reason: '' });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Lý do hủy phiên')]);
  const done = await province.submit(asked.form('/huy'), { reason });
  expect([done.status, done.location]).toEqual([303, `/phien/${session}`]);
  expect(await stateOf(session)).toEqual({ state: 'cancelled', next_actor: null });
  expect(await stateOf(dossier)).toEqual({ state: 'inRound', next_actor: 'province' });
  expect((await province.page('/viec-cua-toi?q=phien+se+huy')).text).not.toContain('Phiên sẽ hủy');
  const notes = await app.database.asOwner<{ account: string; body: string }>(
    `select account, body from outbox where about = $1 and channel = 'app'`,
    [session],
  );
  expect(notes).toHaveLength(MEMBERS.length + 2);
  expect(notes.every(({ body }) => body.includes(reason) && body.includes('01/12/2026'))).toBe(true);
  const letters = await app.database.asOwner(
    `select address from outbox where about = $1 and channel = 'email' and address = 'uy-vien-1@vi-du.vn'`,
    [session],
  );
  expect(letters).toHaveLength(1);
  const [row] = await app.database.asOwner(
    `select reason, facts->'dossiers' as dossiers from ledger where subject = $1 and action = 'session.cancel'`,
    [session],
  );
  expect(row).toEqual({ reason, dossiers: [dossier] });
});

it('a member reads why, and reads the dossier no more', async () => {
  const seen = await member.page(`/phien/${session}`);
  expect(seen.text).toContain(reason);
  expect(seen.forms.some(({ action }) => action.includes('/phien/'))).toBe(false);
  expect((await member.page(`/ho-so/${dossier}`)).status).toBe(404);
});

it('the dossier goes on the agenda of another session, the council with only cancelled sessions is dissolved', async () => {
  const other = await plan('Phiên thay thế');
  await act(app, province, `/sessions/${other}/agenda`, { dossiers: [dossier] }, other);
  expect((await stateOf(dossier))?.state).toBe('inSession');
  const ground = await app.database.asOwner<{ title: string }>(
    `select s.title from session_dossier d join council_session s on s.id = d.session where d.dossier = $1`,
    [dossier],
  );
  expect(ground).toEqual([{ title: 'Phiên thay thế' }]);
  expect((await cancel(province, other)).status).toBe(200);
  await act(app, province, `/councils/${council}/dissolution`, { reason: 'Hết nhiệm kỳ' }, council);
  expect((await stateOf(council))?.state).toBe('dissolved');
});

it('Q4 Q6 a session that is cancelled, or in which scoring began, is refused in words and stays', async () => {
  const again = await cancel(province, session);
  expect([again.status, typeof again.body.detail]).toEqual([409, 'string']);
  const next = await establish(app, province);
  const begun = await scoring(app, { province, secretary, council: next, round, dossiers: [dossier] });
  const late = await cancel(province, begun);
  expect([late.status, typeof late.body.detail]).toEqual([409, 'string']);
  expect([(await stateOf(begun))?.state, (await stateOf(dossier))?.state]).toEqual(['scoring', 'inSession']);
  expect((await province.page(`/phien/${begun}/huy`)).location).toBe(`/phien/${begun}`);
  expect((await province.page(`/phien/${begun}`)).html).not.toContain(`/phien/${begun}/huy`);
});

it('a dossier excluded on the agenda stays excluded when its session is cancelled', async () => {
  const made = await dossiersInRound(app, ['Miến bị loại giữa chừng']);
  const [one = ''] = made.dossiers;
  const next = await establish(app, province);
  council = next;
  const planned = await plan('Phiên có hồ sơ bị loại');
  await act(app, province, `/sessions/${planned}/agenda`, { dossiers: [one] }, planned);
  const page = await province.page(`/ho-so/${one}/loai`);
  const ground = /name="ground"[^>]*value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const said = await province.submit(page.form('/loai'), {
    ground: ground.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    reason: 'Vi phạm đã xác minh',
  });
  expect([said.status, (await stateOf(one))?.state]).toEqual([303, 'excluded']);
  expect((await cancel(province, planned)).status).toBe(200);
  expect((await stateOf(one))?.state).toBe('excluded');
});
