/**
 * Upgrade and re-evaluation as applications of their own, and the certificate that runs on meanwhile (R3.2, R3.3, R8.7).
 * Long because each kind is followed from its beginning to its end.
 */
import { describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { decided, held, signedIn } from '../../../tests/support/central.ts';
import { dossiersInRound, establish, SCORERS, scoring } from '../../../tests/support/council.ts';
import { act, done, fourMatters, submittedDossier, upload } from '../../../tests/support/dossiers.ts';
import { addDays } from '../../law/days.ts';
import { UPDATE_MATTERS } from '../../law/dossier.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
const producer = await app.signIn('producer');
const { asOwner } = app.database;

/** A recognised product of the demonstration's producer whose certificate ends on a day; its last dossier was withdrawn. */
async function recognised(
  expires: string,
): Promise<{ product: string; recognition: string; former: string; papers: string[] }> {
  const name = `Miến thử ${Math.random().toString(36).slice(2, 8)} (giả định)`;
  const former = await submittedDossier(app, { newProduct: name, papers: 2 });
  await done(act(producer, former.id, 'withdrawal', former.version, { reason: 'Làm lại' }));
  const [{ product = '' } = {}] = await asOwner<{ product: string }>('select product from dossier where id = $1', [
    former.id,
  ]);
  const [made] = await asOwner<{ id: string }>(
    `with made as (insert into lifecycle (id, process, producer, commune, province)
       select gen_random_uuid(), 'recognition', producer, commune, province from lifecycle where id = $1 returning id),
     moved as (insert into ledger (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, request_id, facts)
       select id, 'recognition', 'recognition.import', 'new', 'inForce', 'system:test', 'Hệ thống', 'Thử', current_date, 'thu', '{}' from made)
     select id from made`,
    [product],
  );
  const recognition = made?.id ?? '';
  await asOwner(
    `insert into recognition (id, product, star, issued_earliest, issued_latest, expires_earliest, expires_latest, check_code, product_name)
     values ($1::uuid, $2::uuid, 3, $3::date - 1096, $3::date - 1096, $3::date, $3::date, ($1::uuid)::text, $4)`,
    [recognition, product, expires, name],
  );
  await asOwner('update product set current_recognition = $1 where id = $2', [recognition, product]);
  return { product, recognition, former: former.id, papers: former.papers };
}

const begin = (product: string, kind: string) =>
  done(
    producer.json(
      'POST',
      '/api/v1/dossiers',
      { producer: demoId('producer', 'canh-dieu'), kind, product, productSet: '26-2026/06' },
      { key: true },
    ),
  );

const SAME = Object.fromEntries(UPDATE_MATTERS.map(({ name }) => [name, { answer: 'same' }]));

/** A re-evaluation with everything answered, ready to be handed in. */
async function ready(product: string): Promise<{ id: string; version: number }> {
  const { id, version, draftVersion } = await begin(product, 'reEvaluation');
  const kept = await done(act(producer, id, 'changes', draftVersion, { matters: SAME }));
  await done(act(producer, id, 'answers', kept.draftVersion, { answers: { '1.1': '1.1#3' } }));
  return { id, version };
}

/** '22/11/2026' */
const words = (day: string) => day.split('-').reverse().join('/');
const submit = (id: string, version: number) => act(producer, id, 'submission', version, { truthful: true });
const missing = async (id: string, version: number) => {
  const refused = await submit(id, version);
  expect(refused.status).toBe(409);
  return (refused.body.details as { missing: string[] }).missing;
};

describe('R3.3 re-evaluation', () => {
  it('begins with the last dossier’s form and papers; no score, no finding of the commune comes along (test 3)', async () => {
    const { product, papers } = await recognised(addDays(today, 150));
    const { id } = await begin(product, 'reEvaluation');
    const [row] = await asOwner<{
      form: Record<string, unknown>;
      answers: object;
      notes: object;
      cited: string[];
      links: number;
    }>(
      `select form, answers, answer_notes as notes, array(select paper from dossier_paper where dossier = d.id order by position) as cited,
              (select count(*)::int from dossier_evidence where dossier = d.id) as links from dossier d where id = $1`,
      [id],
    );
    expect(row).toMatchObject({ answers: {}, notes: {}, cited: papers, links: 2 });
    expect(row?.form).toMatchObject({ results: { market: 'Trong tỉnh.' }, plan: { plan: expect.any(String) } });
    expect((await producer.page(`/ho-so/${id}`)).text).toContain('Thay đổi sau khi được công nhận');
  });

  it('is not handed in before the nine matters are answered, a change with evidence, an ended paper renewed or explained', async () => {
    const { product, former } = await recognised(addDays(today, 150));
    const ended = await upload(producer, 'het-han.png');
    await asOwner('alter table dossier_paper disable trigger user');
    await asOwner(
      `with p as (insert into paper (id, producer, kind, title, ends_on, file) select gen_random_uuid(), producer, 'E14', 'Phiếu cũ', $2::date, $3 from dossier where id = $1 returning id)
       insert into dossier_paper (dossier, paper, position) select $1, id, 9 from p`,
      [former, addDays(today, -3), ended],
    );
    const { id, version, draftVersion } = await begin(product, 'reEvaluation');
    const before = await missing(id, version);
    for (const word of [
      'nguyên liệu',
      'công nghệ',
      'bao bì',
      'nhãn mác',
      'công bố',
      'kiểm nghiệm',
      'thị trường',
      'sản lượng',
      'doanh thu',
    ])
      expect(before.join(' ')).toContain(word);
    expect(before.join(' ')).toContain('đã hết hạn ngày');
    const page = await producer.page(`/ho-so/${id}/thay-doi`);
    const form = page.form(`/ho-so/${id}/thay-doi`);
    const [paper = ''] = (
      await asOwner<{ paper: string }>('select paper from dossier_paper where dossier = $1 order by position', [id])
    ).map((one) => one.paper);
    const all = Object.fromEntries(UPDATE_MATTERS.map(({ name }) => [`matters.${name}.answer`, 'same']));
    const sent = { ...all, 'matters.packaging.answer': 'changed', 'matters.packaging.words': 'Đổi sang túi giấy' };
    expect((await producer.submit(form, sent)).status).toBe(303);
    const left = await missing(id, version);
    expect(left).toEqual(expect.arrayContaining([expect.stringContaining('minh chứng cho thay đổi về bao bì')]));
    const again = (await producer.page(`/ho-so/${id}/thay-doi`)).form(`/ho-so/${id}/thay-doi`);
    const proof = { ...sent, 'matters.packaging.papers': paper, 'unrenewed.E14': 'Mẫu đang ở phòng kiểm nghiệm' };
    expect((await producer.submit(again, proof)).status).toBe(303);
    const check = await producer.page(`/ho-so/${id}/kiem-tra`);
    expect(check.text).not.toContain('bao bì.');
    expect(draftVersion).toBeGreaterThan(0);
    const [{ draft = 0 } = {}] = await asOwner<{ draft: number }>(
      'select draft_version as draft from dossier where id = $1',
      [id],
    );
    await done(act(producer, id, 'answers', draft, { answers: { '1.1': '1.1#3' } }));
    await done(submit(id, version));
    const officer = await app.signIn('commune');
    const read = await officer.page(`/ho-so/${id}`);
    expect(read.text).toContain('Đổi sang túi giấy');
    expect(read.text).toContain('Mẫu đang ở phòng kiểm nghiệm');
    expect((await producer.page(`/ho-so/${id}/ban-da-nop`)).text).toContain(
      'Đổi sang túi giấy (minh chứng: Giấy tờ số 1)',
    );
  });
});

describe('R3.2 upgrade', () => {
  it('is refused in words without changes, and with a change that nothing shows', async () => {
    const { product, papers } = await recognised(addDays(today, 500));
    const { id, version, draftVersion } = await begin(product, 'upgrade');
    expect(await missing(id, version)).toEqual(expect.arrayContaining([expect.stringContaining('Ghi những thay đổi')]));
    const bare = await done(act(producer, id, 'changes', draftVersion, { changes: [{ what: 'Máy sấy lạnh mới' }] }));
    expect((await missing(id, version)).join(' ')).toContain('Gắn minh chứng cho thay đổi 1: Máy sấy lạnh mới');
    const shown = { changes: [{ what: 'Máy sấy lạnh mới', papers: [papers[0]] }] };
    const kept = await done(act(producer, id, 'changes', bare.draftVersion, shown));
    await done(act(producer, id, 'answers', kept.draftVersion, { answers: { '1.1': '1.1#3' } }));
    await done(submit(id, version));
  });

  it('S14 evidence is taken from the producer’s own wallet only', async () => {
    const { product } = await recognised(addDays(today, 500));
    const { id, draftVersion } = await begin(product, 'upgrade');
    const [strange] = await asOwner<{ id: string }>('select id from paper where producer <> $1 limit 1', [
      demoId('producer', 'canh-dieu'),
    ]);
    const given = { changes: [{ what: 'Của người khác', papers: [strange?.id ?? ''] }] };
    expect((await act(producer, id, 'changes', draftVersion, given)).status).toBe(422);
  });
});

interface Kept {
  why: string;
  starts: string;
  ends: string;
  ended: string | null;
  reason: string | null;
}
const extension = async (dossier: string) =>
  (
    await asOwner<Kept>(
      'select why, starts_on::text as starts, ends_on::text as ends, ended_on::text as ended, end_reason as reason from certificate_extension where dossier = $1',
      [dossier],
    )
  )[0];

describe('R8.7 Art. 12.3 the certificate runs on by law', () => {
  it('a late filing begins it in the same act, everybody reads it, withdrawing ends it', async () => {
    const expires = addDays(today, -10);
    const { product, recognition } = await recognised(expires);
    const { id, version } = await ready(product);
    expect((await app.visitor().page(`/chung-nhan/${recognition}`)).text).toContain('hết hạn');
    expect((await producer.page(`/ho-so/${id}/kiem-tra`)).text).toContain(
      'Đã qua khung nộp đánh giá lại. Nộp càng sớm',
    );
    const filed = await done(submit(id, version));
    expect(await extension(id)).toEqual({
      why: 'late',
      starts: today,
      ends: addDays(expires, 180),
      ended: null,
      reason: null,
    });
    const seen = await app.visitor().page(`/chung-nhan/${recognition}`);
    expect(seen.text).toContain('theo Điều 12 khoản 3');
    const [row] = await asOwner<{ actor: string; action: string }>(
      'select actor, action from ledger where subject = $1 order by no desc limit 1',
      [recognition],
    );
    expect(row).toEqual({ actor: 'system:extendByFiling', action: 'recognition.extend' });
    await done(act(producer, id, 'withdrawal', filed.version, { reason: 'Nghỉ sản xuất' }));
    expect(await extension(id)).toMatchObject({ ended: today, reason: 'withdrawn' });
    const [after] = await asOwner<{ to: string }>('select extended_to::text as to from recognition where id = $1', [
      recognition,
    ]);
    expect(after?.to).toBe(today);
  });

  it('the office prints and records its notice; the producer reads it, nobody else’s producer does', async () => {
    const { product, recognition } = await recognised(addDays(today, -10));
    const { id, version } = await ready(product);
    await done(submit(id, version));
    const province = await app.signIn('province');
    const path = `/giay-chung-nhan/${recognition}/keo-dai`;
    for (const type of ['pdf', 'docx']) expect((await province.fetch(`${path}.${type}`)).status).toBe(200);
    const page = await province.page(path);
    const sent = await province.submit(page.form(path), { number: '57/TB-SNNMT', dated: today, signatory: 'Người ký' });
    expect(sent.location).toBe(path);
    expect((await producer.page(path)).text).toContain('57/TB-SNNMT');
    expect((await producer.page('/cua-toi/chung-nhan')).html).toContain(path);
    const other = await app.signIn('producer-2');
    expect([(await other.page(path)).status, (await producer.fetch(`${path}.pdf`)).status]).toEqual([404, 404]);
    const ahead = { number: '58/TB-SNNMT', dated: addDays(today, 3) };
    const [{ at = 0 } = {}] = await asOwner<{ at: number }>('select version as at from lifecycle where id = $1', [
      recognition,
    ]);
    const late = await province.json('POST', `/api/v1/certificates/${recognition}/extension-notice`, ahead, {
      key: true,
      ifMatch: at,
    });
    expect(late.status).toBe(409);
  });

  it('a filing in time begins it only where the setting says so; long after the end there is none', async () => {
    const inTime = await recognised(addDays(today, 150));
    const one = await ready(inTime.product);
    await done(submit(one.id, one.version));
    expect(await extension(one.id)).toMatchObject({ why: 'pending', starts: addDays(today, 151) });
    await asOwner(
      `insert into setting (key, value, valid_from) values ('extensionInTime', 'false', $1), ('extensionAfterTransition', 'false', $1)`,
      [today],
    );
    const off = await recognised(addDays(today, 150));
    const two = await ready(off.product);
    await done(submit(two.id, two.version));
    const late = await recognised(addDays(today, 20));
    const three = await ready(late.product);
    await done(submit(three.id, three.version));
    const over = await recognised(addDays(today, -181));
    const four = await ready(over.product);
    await done(submit(four.id, four.version));
    for (const { id } of [two, three, four]) expect(await extension(id)).toBeUndefined();
    await asOwner(`delete from setting where key like 'extension%'`);
  });

  it('an exclusion ends it', async () => {
    const { product, recognition } = await recognised(addDays(today, -10));
    const { id, version } = await ready(product);
    const filed = await done(submit(id, version));
    const received = await done(act(await app.signIn('commune'), id, 'reception', filed.version));
    const grounds = /<input[^>]*name="ground"[^>]*value="([^"]+)"/.exec(
      (await (await app.signIn('province')).page(`/ho-so/${id}/loai`)).html,
    );
    const body = { ground: grounds?.[1], reason: 'Giấy tờ không đúng sự thật' };
    await done(act(await app.signIn('province'), id, 'exclusion', received.version, body));
    expect(await extension(id)).toMatchObject({ ended: today, reason: 'excluded' });
    expect((await app.visitor().page(`/chung-nhan/${recognition}`)).text).toContain(`không quá ngày ${words(today)}`);
  });

  it('a new recognition ends it on the day of its decision', async () => {
    const { product, recognition } = await recognised(addDays(today, -10));
    const { id, version } = await ready(product);
    let at = (await done(submit(id, version))).version;
    const [commune, province] = [await app.signIn('commune'), await app.signIn('province')];
    const step = async (who: typeof commune, what: string, body: object = {}) => {
      at = (await done(act(who, id, what, at, body))).version;
    };
    await step(commune, 'reception');
    const papers = await asOwner<{ paper: string }>('select paper from dossier_paper where dossier = $1', [id]);
    for (const { paper } of papers) await step(commune, `papers/${paper}/check`, { verdict: 'pass' });
    await step(commune, 'assessment', fourMatters);
    await step(commune, 'code');
    await step(commune, 'proposal', {
      ...{ letterNumber: '45/UBND-KT', letterDate: today, signatory: 'Người ký giả định', samples: 5, paperSet: true },
    });
    const { round } = await dossiersInRound(app, ['Miến để có đợt']);
    await step(province, 'acceptance', { round });
    await step(province, 'advice', { number: '12/BC-TTV', dated: today });
    const council = await establish(app, province, [], { reEvaluationBy: 'meeting' });
    const secretary = await app.signIn('council-secretary');
    const session = await scoring(app, { province, secretary, council, round, dossiers: [id] });
    const as = signedIn(app);
    await held(app, as, { session, scorers: SCORERS, secretary: 'council-secretary', wanted: [[id, 4, 80]] });
    const issued = await decided(app, province, {
      ...{ kind: 'recognition', session, dossiers: [id], number: '8801/QĐ-UBND' },
    });
    expect([issued.status, issued.body.state]).toEqual([200, 'issued']);
    expect(await extension(id)).toMatchObject({ ended: '2026-11-21', reason: 'recognised' });
    const [former] = await asOwner<{ state: string }>('select state from lifecycle where id = $1', [recognition]);
    expect(former?.state).toBe('superseded');
  });
});
