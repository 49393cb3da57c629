/** Section 4.4: rounds of a province and the intake by the day of the commune's proposal (R4.3–R4.5). */
import { expect, it } from 'vitest';
import { tellMissedRounds } from '#features/dossiers';
import { testApp } from '../../../tests/support/app.ts';
import { act, checkedDossier, done, proposedDossier } from '../../../tests/support/dossiers.ts';
import { addDays } from '../../law/days.ts';
import { roundFor, roundsOf, roundWords } from '../../law/rounds.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
const year = Number(today.slice(0, 4));

async function plan(no: number, proposedBefore: string, more: object = {}) {
  const province = await app.signIn('province');
  const round = {
    ...{ year, no, proposedBefore, completedBefore: `${year + 2}-12-31`, inclusive: false, extra: true, act: '05/KH' },
    ...more,
  };
  return province.json('POST', '/api/v1/rounds', round, { key: true });
}

it('offers the two rounds of this year and the next that the act fixes, and plans one with one press', async () => {
  const province = await app.signIn('province');
  const page = await province.page('/dot');
  const [first] = [...roundsOf('province', year, today)];
  const form = page.forms.find((one) =>
    one.fields.some(([name, value]) => name === 'proposedBefore' && value === first?.proposedBefore),
  );
  expect(form).toBeDefined();
  if (form) expect((await province.submit(form)).location).toBe('/dot');
  const again = await province.page('/dot');
  expect(again.text).toContain(`Đợt 1 năm ${year}`);
  expect(again.forms.filter(({ action }) => action === '/dot/moi')).toHaveLength(3);
});

it('refuses a number used twice, days the wrong way round, and everybody but the province', async () => {
  expect((await plan(8, `${year + 1}-06-30`)).status).toBeLessThan(300);
  expect((await plan(8, `${year + 1}-06-30`)).status).toBe(422);
  expect((await plan(9, `${year + 1}-06-30`, { completedBefore: today })).status).toBe(422);
  for (const account of ['commune', 'producer', 'council-secretary', 'auditor']) {
    const other = await app.signIn(account);
    const answer = await other.json('POST', '/api/v1/rounds', { year, no: 10 }, { key: true });
    expect(answer.status, account).toBe(404);
    expect((await other.page('/dot/moi')).status, account).toBe(404);
  }
});

it('R4.5 the day of the proposal decides: a round it missed is refused and the next one named', async () => {
  const { id, version } = await proposedDossier(app, today);
  const closed = await done(plan(11, `${year - 1}-10-30`));
  const open = await done(plan(12, `${year + 1}-10-30`));
  const province = await app.signIn('province');
  const late = await act(province, id, 'acceptance', version, { round: closed.id });
  expect(late.status).toBe(409);
  expect(late.body.detail).toContain('quá hạn của đợt này. Chuyển sang đợt');
  const page = await province.page(`/ho-so/${id}/vao-dot`);
  expect(page.html).toContain(open.id);
  expect(page.html).not.toContain(closed.id);
  expect(page.text).toContain(`Đợt 11 năm ${year}: chỉ nhận hồ sơ xã đề nghị trước ngày 30/10/${year - 1}.`);
  await app.database.asOwner('update evaluation_round set completed_before = $1 where id = $2', [today, open.id]);
  const over = await province.page(`/ho-so/${id}/vao-dot`);
  expect(over.html, 'a round that has ended is not offered').not.toContain(open.id);
  expect(over.text).toContain(`Đợt 12 năm ${year}: đã kết thúc`);
  await app.database.asOwner('update evaluation_round set completed_before = $1 where id = $2', [
    `${year + 2}-12-31`,
    open.id,
  ]);
  const both = await Promise.all([1, 2].map(() => act(province, id, 'acceptance', version, { round: open.id })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const slips = await app.database.asOwner<{ text: string }>(
    `select text from receipt_slip where dossier = '${id}' and body = 'province'`,
  );
  expect(slips).toHaveLength(1);
  expect(slips[0]?.text).toMatch(/^\d{4}-T\/PĐK-33-11977-20\d\d$/);
  const slip = await province.fetch(`/ho-so/${id}/phieu-tinh.pdf`);
  expect(slip.status).toBe(200);
  const commune = await app.signIn('commune');
  expect((await act(commune, id, 'advice', version + 1, { number: '1', dated: today })).status).toBe(404);
  await done(act(province, id, 'advice', version + 1, { number: '12/BC-TTV', dated: today }));
});

it('a dossier sent back needs a reason and returns to the producer', async () => {
  const { id, version } = await proposedDossier(app, today, { newProduct: 'Miến dong thử (giả định)' });
  const province = await app.signIn('province');
  expect((await act(province, id, 'completion-request', version)).status).toBe(409);
  const sent = await act(province, id, 'completion-request', version, { reason: 'Thiếu công bố chất lượng.' });
  expect(sent.body.state).toBe('returned');
  const producer = await app.signIn('producer');
  expect((await producer.page(`/ho-so/${id}`)).text).toContain('Thiếu công bố chất lượng.');
});

it('U18 reception, proposal, request to complete and acceptance each tell those concerned', async () => {
  const told = async (id: string) =>
    (
      await app.database.asOwner<{ to: string; subject: string }>(
        `select coalesce(o.address, a.username) as "to", o.subject from outbox o left join account a on a.id = o.account
          where o.about = $1 order by o.id`,
        [id],
      )
    ).map(({ to, subject }) => `${to}: ${subject.slice(0, 24)}`);
  const own = 'canh-dieu@vi-du.invalid';
  const province = await app.signIn('province');
  const one = await proposedDossier(app, today, { newProduct: 'Miến gửi thư một' });
  expect(await told(one.id)).toEqual(
    expect.arrayContaining([
      'producer: Xã đã tiếp nhận hồ sơ Mi',
      `${own}: Xã đã tiếp nhận hồ sơ Mi`,
      'producer: Xã đã đề nghị tỉnh đánh ',
      'province: Hồ sơ Miến gửi thư một c',
    ]),
  );
  await done(act(province, one.id, 'completion-request', one.version, { reason: 'Bổ sung tem nhãn' }));
  expect((await told(one.id)).slice(-3)).toEqual([
    'producer: Hồ sơ Miến gửi thư một c',
    `${own}: Hồ sơ Miến gửi thư một c`,
    'commune: Tỉnh yêu cầu hoàn thiện:',
  ]);
  const two = await proposedDossier(app, today, { newProduct: 'Miến gửi thư hai' });
  const round = await done(plan(10, `${year + 1}-10-30`));
  await done(act(province, two.id, 'acceptance', two.version, { round: round.id }));
  expect((await told(two.id)).slice(-3)).toEqual([
    'producer: Hồ sơ Miến gửi thư hai v',
    `${own}: Hồ sơ Miến gửi thư hai v`,
    'commune: Hồ sơ Miến gửi thư hai v',
  ]);
});

it('R4.5 who filed in time and was proposed late learns the round at once, by letter, timeline and page; once only', async () => {
  const made = await checkedDossier(app, { newProduct: 'Miến lỡ đợt (giả định)' });
  const { asOwner } = app.database;
  // 200 days hold one cut-off at least.
  const filed = [addDays(today, -200), '2026-05-22'].toSorted()[1] ?? today;
  await asOwner('update dossier set submitted_on = $2 where id = $1', [made.id, filed]);
  const { round: gone } = roundFor('province', filed, false);
  const missed = () =>
    asOwner<{ subject: string; body: string }>(
      `select subject, body from outbox where about = $1 and subject like '%chuyển sang đợt%'`,
      [made.id],
    );
  await tellMissedRounds(app.database.db, today);
  const told = await missed();
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told[0]?.body).toContain(`Hồ sơ lỡ ${roundWords(gone, false)}`);
  await tellMissedRounds(app.database.db, today);
  expect(await missed()).toHaveLength(told.length);
  const commune = await app.signIn('commune');
  const letter = {
    letterNumber: '45/UBND-KT',
    letterDate: today,
    signatory: 'Người ký giả định',
    samples: 5,
    paperSet: true,
  };
  await done(act(commune, made.id, 'proposal', made.version, letter));
  expect(await missed()).toHaveLength(told.length);
  const producer = await app.signIn('producer');
  for (const who of [producer, commune]) {
    const page = await who.page(`/ho-so/${made.id}`);
    expect(page.text).toContain(`Đã lỡ ${roundWords(gone, false)}. Thuộc đợt`);
    expect(page.text).toContain(`, lỡ đợt ${gone.no} năm ${gone.year}`);
  }
});

it('an extra round needs its plan when it is planned and when it is corrected', async () => {
  const made = await done(plan(7, `${year + 1}-08-30`));
  const bare = await plan(6, `${year + 1}-08-30`, { act: undefined });
  expect([bare.status, bare.body.detail]).toEqual([409, expect.stringContaining('Đợt thêm phải có trong quy chế')]);
  const province = await app.signIn('province');
  const days = {
    proposedBefore: `${year + 1}-08-30`,
    completedBefore: `${year + 2}-12-31`,
    inclusive: true,
    extra: true,
  };
  const corrected = await province.json('POST', `/api/v1/rounds/${made.id}/correction`, days, {
    key: true,
    ifMatch: made.version,
  });
  expect([corrected.status, corrected.body.detail]).toEqual([409, expect.stringContaining('Đợt thêm phải có')]);
});
