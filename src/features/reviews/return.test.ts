/** A wrong upgrade is withdrawn: what becomes of the certificate it had replaced (Art. 10.1.b, setting). */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { decided, held, signedIn, type Wanted } from '../../../tests/support/central.ts';
import { act, dossiersInRound, establish, SCORERS, scoring, versionOf } from '../../../tests/support/council.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { checkInvariants } from '../../platform/db/invariants.ts';

const app = await testApp();
const as = signedIn(app);
const { asOwner } = app.database;
const NAMES = ['Miến nâng hạng sai', 'Miến giấy trước hết hạn', 'Miến không trở lại', 'Miến giữ nguyên'] as const;
/** The former certificate of each product by its name. */
const former = new Map<string, { id: string; code: string; later: string }>();
const today = systemClock.today();
const yesterday = addDays(today, -1);

/** A certificate of earlier years; the recognition just decided took its place yesterday. */
async function replaced(dossier: string, expires: string): Promise<{ id: string; code: string; later: string }> {
  const move = (action: string, from: string, to: string, day: string, id: string) =>
    asOwner(
      `insert into ledger (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, request_id, facts)
       values ($1, 'recognition', $2, $3, $4, 'system:test', 'Hệ thống', 'Thử', $5, 'thu', '{}')`,
      [id, action, from, to, day],
    );
  const [row = { id: '', later: '', product: '' }] = await asOwner<{ id: string; later: string; product: string }>(
    `insert into lifecycle (id, process, producer, commune, province)
     select gen_random_uuid(), 'recognition', l.producer, l.commune, l.province from lifecycle l where l.id = $1
     returning id, (select id from recognition where dossier = $1) as later, (select product from dossier where id = $1) as product`,
    [dossier],
  );
  await move('recognition.import', 'new', 'inForce', yesterday, row.id);
  await asOwner(
    `insert into recognition (id, product, star, issued_earliest, issued_latest, expires_earliest, expires_latest, check_code, product_name)
     select $1::uuid, p.id, 3, ($3::date - interval '36 months')::date, ($3::date - interval '36 months')::date, $3::date, $3::date, $1::text, p.name
       from product p where p.id = $2`,
    [row.id, row.product, expires],
  );
  await move('recognition.supersede', 'inForce', 'superseded', yesterday, row.id);
  await asOwner('update recognition set ended_on = $2, superseded_by = $3 where id = $1', [
    row.id,
    yesterday,
    row.later,
  ]);
  await asOwner('update recognition set issued_earliest = $2, issued_latest = $2 where id = $1', [
    row.later,
    yesterday,
  ]);
  return { id: row.id, code: row.id, later: row.later };
}
const WITHDRAWAL = { number: '801/QĐ-UBND', dated: today, signatory: 'Nguyễn Văn Giả', reason: 'Không đủ thành viên' };
const withdraw = async (name: string, body: object = WITHDRAWAL) => {
  const { later } = of(name);
  return act(app, await as('province'), `/recognitions/${later}/annulment`, body, later);
};
const of = (name: string) => former.get(name) ?? { id: '', code: '', later: '' };
const check = async (code: string) => (await app.visitor().page(`/chung-nhan/${code}`)).text;
const stateOf = async (code: string, day: string) =>
  (
    await asOwner<{ state: string }>(
      `select certificate_state(l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from,
         g.extended_to, g.ended_on, g.aside, $2::date, true) as state from recognition g join lifecycle l on l.id = g.id where g.check_code = $1`,
      [code, day],
    )
  )[0]?.state;

beforeAll(async () => {
  const made = await dossiersInRound(app, [...NAMES]);
  const [province, secretary] = [await as('province'), await as('council-secretary')];
  const council = await establish(app, province);
  const session = await scoring(app, { ...made, province, secretary, council });
  const wanted = made.dossiers.map((one): Wanted => [one, 4, 80]);
  await held(app, as, { session, scorers: SCORERS, secretary: 'council-secretary', wanted });
  const { dossiers } = made;
  const issued = await decided(app, province, { kind: 'recognition', session, dossiers, number: '7801/QĐ-UBND' });
  if (issued.status !== 200) throw new Error(JSON.stringify(issued.body));
  for (const [at, name] of NAMES.entries())
    former.set(name, await replaced(dossiers[at] ?? '', at === 1 ? addDays(today, -10) : addDays(today, 200)));
}, 180_000);

describe('Art. 10.1.b a withdrawn recognition and the certificate before it', () => {
  const [speaks, ended, stays, unhurt] = NAMES;

  it('says before it is done what becomes of the certificate of before', async () => {
    const page = await (await as('province')).page(`/giay-chung-nhan/${of(speaks).later}/thu-hoi-cong-nhan`);
    expect(page.text).toContain('Giấy chứng nhận trước lại có giá trị');
    const past = await (await as('province')).page(`/giay-chung-nhan/${of(ended).later}/thu-hoi-cong-nhan`);
    expect(past.text).toContain('không còn bị thay thế nhưng đã hết hạn');
  });

  it('a withdrawal dated before the recognition is refused in words, nothing changes', async () => {
    const { later, code } = of(speaks);
    const early = await (await as('province')).json(
      'POST',
      `/api/v1/recognitions/${later}/annulment`,
      { ...WITHDRAWAL, dated: addDays(yesterday, -1) },
      { key: true, ifMatch: await versionOf(app, later) },
    );
    expect([early.status, early.body.code]).toEqual([409, 'annulledBefore']);
    expect(await check(code)).toContain('Đã được thay thế');
  });

  it('it speaks again from the day of the decision, with words and reason in the ledger and on its page', async () => {
    const { id, code, later } = of(speaks);
    await withdraw(speaks);
    const text = await check(code);
    expect(text).toMatch(/Còn hiệu lực|Sắp hết hạn/);
    expect(text).toContain('lần công nhận sau bị thu hồi theo quyết định 801/QĐ-UBND');
    const [row] = await asOwner<{ reason: string; withdrawn: string }>(
      `select reason, facts ->> 'withdrawn' as withdrawn from ledger where subject = $1 and action = 'recognition.resume'`,
      [id],
    );
    expect(row).toMatchObject({ withdrawn: later, reason: expect.stringContaining('lại có giá trị') });
    const [product] = await asOwner<{ shown: boolean }>(
      'select s.recognition = p.current_recognition and p.current_recognition = $1 as shown from product p join product_search s on s.product = p.id join recognition g on g.product = p.id where g.id = $1',
      [id],
    );
    expect(product?.shown).toBe(true);
    const [letter] = await asOwner<{ body: string }>(
      `select body from outbox where body like 'Quyết định số 801/%' limit 1`,
    );
    expect(letter?.body).toContain('lại có giá trị');
  });

  it('every day answers as it was: before, while replaced, and since; what is counted agrees', async () => {
    const { code } = of(speaks);
    expect([
      await stateOf(code, addDays(yesterday, -1)),
      await stateOf(code, yesterday),
      await stateOf(code, today),
    ]).toEqual([...['inForce', 'superseded', 'inForce']]);
    for (const day of [addDays(yesterday, -1), yesterday, today, addDays(today, 201)]) {
      const wrong = await asOwner(
        `select * from (select p.place, g.star, count(*)::int as valid from recognition g join product p on p.id = g.product join lifecycle l on l.id = g.id
             where certificate_state(l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to,
               g.ended_on, g.aside, $1::date, true) in ('inForce', 'extended') group by 1, 2) told
           full join (select place, star, sum(valid)::int as valid from valid_on($1::date, true) group by 1, 2 having sum(valid) <> 0) counted
             on counted.place = told.place and counted.star is not distinct from told.star where counted.valid is distinct from told.valid`,
        [day],
      );
      expect(wrong, day).toEqual([]);
    }
  });

  it('one whose own term has ended since shows as expired', async () => {
    await withdraw(ended);
    expect(await check(of(ended).code)).toContain('Đã hết hạn');
  });

  it('by the other choice of the office it stays replaced, and says so', async () => {
    await asOwner(`insert into setting (key, value, valid_from) values ('annulledReturns', '"stays"', '2026-01-01')`);
    const { id, code } = of(stays);
    await withdraw(stays);
    expect(await check(code)).toContain('rồi bị thu hồi; giấy này không trở lại');
    expect(await stateOf(code, today)).toBe('superseded');
    const moved = await asOwner(`select 1 from ledger where subject = $1 and action = 'recognition.resume'`, [id]);
    expect(moved).toEqual([]);
    await asOwner(`delete from setting where key = 'annulledReturns'`);
  });

  it('a certificate whose successor stands stays replaced', async () => {
    expect(await check(of(unhurt).code)).toContain('Lần công nhận sau đã thay giấy này.');
  });

  it('the books of the whole database still agree but for the days this test moved', async () => {
    const faults = (await checkInvariants(app.database.db)).filter((one) => one.faults.length > 0);
    expect(faults.map(({ name }) => name).filter((name) => name !== 'certificates-match-decisions')).toEqual([]);
  });
});
