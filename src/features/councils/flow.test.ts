/**
 * From dossiers in a round to certificates on the portal: every act by the account that does it, through the API.
 * Long because the life of the same three dossiers is told from the first sheet to the notice.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  PDF,
  SCORERS,
  SET,
  scoring,
  sheetOf,
  signed,
  versionOf,
} from '../../../tests/support/council.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const known = people.get(key);
  if (known) return known;
  const client = await app.signIn(key);
  people.set(key, client);
  return client;
};
const index = await setIndexOf(SET);
let dossiers: string[] = [];
let session = '';
const [FOUR, CANDIDATE, TWO] = [0, 1, 2] as const;
const POINTS = [
  [4, 80],
  [5, 96],
  [2, 40],
] as const;
const dossier = (at: number) => dossiers[at] ?? '';
const state = async (id: string) =>
  (await app.database.asOwner<{ state: string }>('select state from lifecycle where id = $1', [id]))[0]?.state;

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến chấm thử 4 sao', 'Miến chấm thử 5 sao', 'Miến chấm thử 2 sao']);
  dossiers = made.dossiers;
  await app.database.asOwner(
    `update account set email = case username when 'producer' then 'chu-the@vi-du.vn' else 'xa@vi-du.vn' end where username in ('producer', 'commune')`,
  );
  const [province, secretary] = [await as('province'), await as('council-secretary')];
  const council = await establish(app, province);
  session = await scoring(app, { ...made, province, secretary, council });
}, 120_000);

describe('a session of the council', () => {
  it('R5.5 members hand in their sheets; the total is the law’s', async () => {
    for (const [at, key] of SCORERS.entries()) {
      const client = await as(key);
      for (const [n, one] of dossiers.entries()) {
        const [star, points] = POINTS[n] ?? [4, 80];
        const spread = n === FOUR && at === 1 ? 14 : 0;
        const sheet = await sheetOf(app, session, one, key);
        const answer = await handIn(app, client, sheet, demoSheet(index, star, points - spread, at));
        expect([answer.status, answer.body.state, String(answer.body.hash).length]).toEqual([200, 'submitted', 64]);
      }
    }
  });

  it('the secretary closes and opens; a flagged product is scored again, another is kept with a reason', async () => {
    const secretary = await as('council-secretary');
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    const flagged = async () =>
      app.database.asOwner<{ dossier: string }>(
        'select dossier from evaluation_result where session = $1 and jsonb_array_length(spread) > 0',
        [session],
      );
    expect(await flagged()).toEqual([{ dossier: dossier(FOUR) }]);
    const board = await secretary.page(`/phien/${session}`);
    expect(board.status).toBe(200);
    await act(
      app,
      secretary,
      `/sessions/${session}/rescoring`,
      { dossiers: [dossier(FOUR)], reason: 'Chênh quá 10 điểm' },
      session,
    );
    expect(await state(session)).toBe('scoring');
    for (const [at, key] of SCORERS.entries()) {
      const sheet = await sheetOf(app, session, dossier(FOUR), key);
      if (at === 0) {
        expect((await (await as(key)).page('/cham')).text).toContain('Mở lại để chấm lại');
        expect((await (await as(key)).page(`/cham/${sheet}`)).text).toContain('Lý do: Chênh quá 10 điểm');
      }
      const answers = demoSheet(index, 4, at === 2 ? 93 : 80, at);
      expect((await handIn(app, await as(key), sheet, answers)).status).toBe(200);
    }
    await act(app, secretary, `/sessions/${session}/closure`, {}, session);
    await act(app, secretary, `/sessions/${session}/opening`, {}, session);
    expect(await flagged()).toEqual([{ dossier: dossier(FOUR) }]);
    const versions = await app.database.asOwner<{ n: number }>(
      'select count(*)::int as n from score_sheet_version v join score_sheet s on s.id = v.sheet where s.dossier = $1',
      [dossier(FOUR)],
    );
    expect(versions).toEqual([{ n: 2 * SCORERS.length }]);
    const early = await secretary.json(
      'POST',
      `/api/v1/sessions/${session}/conclusion`,
      {},
      { key: true, ifMatch: await versionOf(app, session) },
    );
    expect(early.status).toBe(409);
    await act(
      app,
      secretary,
      `/sessions/${session}/accepted-spreads`,
      { dossier: dossier(FOUR), reason: 'Hội đồng đã thảo luận' },
      session,
    );
    const ended = await secretary.page(`/phien/${session}`);
    expect(ended.html).toMatch(
      /data-parts="evidence"[^>]*name="minutesFile"|name="minutesFile"[^>]*data-parts="evidence"/,
    );
    const scan = { name: 'bien-ban.pdf', type: 'application/pdf', bytes: PDF };
    const done = await secretary.submit(ended.form('/chot'), { minutesNumber: '01/BB-HĐ' }, { minutesFile: scan });
    expect([done.status, done.location]).toEqual([303, `/phien/${session}`]);
    expect(
      await app.database.asOwner(
        'select f.name, f.attached from council_session s join file f on f.id = s.minutes_file where s.id = $1',
        [session],
      ),
    ).toEqual([{ name: 'bien-ban.pdf', attached: true }]);
    expect(await Promise.all(dossiers.map(state))).toEqual(['concluded', 'concluded', 'concluded']);
    const results = await app.database.asOwner<{ star: number; candidate: boolean }>(
      `select r.star, r.candidate from evaluation_result r join session_dossier s using (session, dossier)
        where session = $1 order by s.position`,
      [session],
    );
    expect(results).toEqual([
      { star: 4, candidate: false },
      { star: 5, candidate: true },
      { star: 2, candidate: false },
    ]);
  });

  it('R18.7 prints decision, advisory report, invitation, minutes and table', async () => {
    const secretary = await as('council-secretary');
    const [row] = await app.database.asOwner<{ council: string }>('select council from council_session where id = $1', [
      session,
    ]);
    const ofSession = [
      'bien-ban.docx',
      'bien-ban.pdf',
      'tong-hop.pdf',
      'giay-moi.docx',
      'to-tu-van.docx',
      'to-tu-van.pdf',
    ];
    const ofCouncil = ['quyet-dinh.docx', 'quyet-dinh.pdf'];
    for (const paper of [
      ...ofSession.map((one) => `/phien/${session}/${one}`),
      ...ofCouncil.map((one) => `/hoi-dong/${row?.council}/${one}`),
    ]) {
      const file = await secretary.fetch(paper);
      expect([paper, file.status]).toEqual([paper, 200]);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(2000);
    }
  });
});

describe('the decision', () => {
  /** The session in the work queue of the province, as the link of its row. */
  const queued = async () =>
    (await (await as('province')).page('/viec-cua-toi?q=phien+cham+thu')).html.includes(`/quyet-dinh#cho-${session}`);
  const decide = async (kind: string, of: string[]) => {
    const drafted = await act(app, await as('province'), '/decisions', {
      ...{ session, kind, title: 'Về việc công nhận sản phẩm OCOP', dossiers: of },
    });
    return String(drafted.id);
  };
  const issue = async (client: Client, id: string, number: string, version: number) =>
    client.json(
      'POST',
      `/api/v1/decisions/${id}/issue`,
      {
        ...{ number, dated: '2026-11-20', signatory: 'Nguyễn Văn Giả', signingCapacity: 'KT' },
        signedFile: await signed(app, client),
      },
      { key: true, ifMatch: version },
    );

  it('a product that is not of the session, or has no result for it, goes into no decision', async () => {
    const [foreign] = await app.database.asOwner<{ id: string }>(
      'select d.id from dossier d where not exists (select from session_dossier o where o.session = $1 and o.dossier = d.id) limit 1',
      [session],
    );
    for (const of of [foreign?.id ?? '', dossier(TWO)]) {
      const body = { session, kind: 'recognition', title: 'Về việc công nhận sản phẩm OCOP', dossiers: [of] };
      const refused = await (await as('province')).json('POST', '/api/v1/decisions', body, { key: true });
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('đã có kết quả')]);
    }
  });

  it('S37 one of two officers issues; the certificate is public, valid and prints', async () => {
    const province = await as('province');
    expect(await queued()).toBe(true);
    const id = await decide('recognition', [dossier(FOUR)]);
    expect(await queued()).toBe(true); // the candidate still waits for its decision
    const work = await province.page('/viec-cua-toi?q=mien+cham+thu');
    expect(work.html).not.toContain(`/ho-so/${dossier(FOUR)}`); // the draft itself is the work now
    expect(work.html).toContain(`/ho-so/${dossier(TWO)}`);
    await act(app, province, `/decisions/${id}/proposal`, { number: '125/TTr-SNNMT', dated: '2026-11-19' }, id);
    for (const paper of ['to-trinh.pdf', 'to-trinh.docx', 'quyet-dinh.pdf', 'quyet-dinh.docx']) {
      const file = await province.fetch(`/quyet-dinh/${id}/${paper}`);
      expect([paper, file.status]).toEqual([paper, 200]);
    }
    const version = await versionOf(app, id);
    const other = await app.signIn('province');
    const both = await Promise.all([
      issue(province, id, '9001/QĐ-UBND', version),
      issue(other, id, '9001/QĐ-UBND', version),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 412]);
    expect(await state(dossier(FOUR))).toBe('recognised');
    const found = await app.database.asOwner<{ id: string; code: string; product: string }>(
      'select id, check_code as code, product_name as product from recognition where dossier = $1',
      [dossier(FOUR)],
    );
    expect(found).toHaveLength(1);
    const { body, status } = await app.visitor().json('GET', `/api/v1/certificates/${found[0]?.code}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ star: 4, product: expect.anything() });
    expect(JSON.stringify(body)).toContain('2029-11-20');
    const shown = await app.visitor().page(`/chung-nhan/${found[0]?.code}`);
    expect(shown.text).toContain('Miến chấm thử 4 sao');
    const pdf = await province.fetch(`/giay-chung-nhan/${found[0]?.id}`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('a candidate goes to the Ministry, two stars get no certificate, each is notified', async () => {
    const province = await as('province');
    const spoilt = await decide('approval', [dossier(CANDIDATE)]);
    expect(await queued()).toBe(false); // two stars lead to no decision
    await act(app, province, `/decisions/${spoilt}/cancellation`, { reason: 'Sai trích yếu' }, spoilt);
    expect(await queued()).toBe(true);
    const id = await decide('approval', [dossier(CANDIDATE)]);
    await act(app, province, `/decisions/${id}/proposal`, { number: '126/TTr-SNNMT', dated: '2026-11-19' }, id);
    const issued = await issue(province, id, '9002/QĐ-UBND', await versionOf(app, id));
    expect([issued.status, issued.body.state]).toEqual([200, 'issued']);
    await act(app, province, `/dossiers/${dossier(TWO)}/closing`, {}, dossier(TWO));
    expect(await Promise.all(dossiers.map(state))).toEqual(['recognised', 'candidate', 'notRecognised']);
    for (const one of dossiers) {
      for (const form of ['pdf', 'docx'])
        expect((await province.fetch(`/ho-so/${one}/thong-bao.${form}`)).status).toBe(200);
      const notice = { number: '77/TB-SNNMT', dated: '2026-11-21', toCommune: true, toProducer: true };
      await act(app, province, `/dossiers/${one}/notice`, notice, one);
    }
    const page = await province.page(`/ho-so/${dossier(TWO)}/thong-bao`);
    expect(page.text).toContain('77/TB-SNNMT');
  });

  it('U18 producer and commune get a note and a letter at every result and at its written notice', async () => {
    const says = [/được công nhận 4 sao.*Giấy chứng nhận số/s, /tiềm năng 5 sao/, /2 sao.*không có quyết định/s];
    for (const [at, one] of dossiers.entries()) {
      const told = await app.database.asOwner<{ channel: string; to: string; subject: string; body: string }>(
        `select channel, coalesce(address, (select username from account a where a.id = outbox.account)) as "to", subject, body
           from outbox where about = $1`,
        [one],
      );
      for (const what of ['Kết quả đánh giá: ', 'Thông báo kết quả số 77/TB-SNNMT ngày 21/11/2026: ']) {
        const of = told.filter(({ subject }) => subject.startsWith(what));
        expect([at, what, of.map(({ channel, to }) => `${channel} ${to}`).sort()]).toEqual([
          at,
          what,
          [
            ...['app commune', 'app producer', 'email canh-dieu@vi-du.invalid', 'email chu-the@vi-du.vn'],
            'email xa@vi-du.vn',
          ],
        ]);
        for (const { body } of of) expect(body).toMatch(says[at] ?? /never/);
      }
    }
  });

  it('every page of the chapter opens for the office', async () => {
    const province = await as('province');
    for (const path of ['/hoi-dong', '/phien', `/phien/${session}`, '/quyet-dinh', '/hoi-dong/moi', '/phien/moi']) {
      expect([path, (await province.page(path)).status]).toEqual([path, 200]);
    }
    for (const one of dossiers) expect((await province.page(`/phien/${session}/ket-qua/${one}`)).status).toBe(200);
  });
});
