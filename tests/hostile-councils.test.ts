/**
 * Section 8 at the doors of councils, sheets, decisions and certificates: every act with wrong types, too much, fields of
 * its own making, a wrong state, somebody else's record, an old version and a key used twice. Each is answered by a
 * Vietnamese sentence and a 4xx; when all is over, nothing has changed. Long because the acts of four chapters stand in one
 * table and are tried in one way.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from './support/app.ts';
import type { Client, JsonAnswer } from './support/client.ts';

const app = await testApp();
const one = async (query: string): Promise<string> =>
  (await app.database.asOwner<{ id: string }>(query))[0]?.id ?? '00000000-0000-7000-8000-000000000000';
const inState = (process: string, state: string) =>
  one(`select id from lifecycle where process = '${process}' and state = '${state}' order by id limit 1`);

const [scoring, preparing, concluded] = [
  await inState('session', 'scoring'),
  await inState('session', 'preparing'),
  await inState('session', 'concluded'),
];
const council = await inState('council', 'active');
const [draft, issued] = [await inState('decision', 'draft'), await inState('decision', 'issued')];
const choosing = await one(
  `select r.dossier as id from evaluation_result r join lifecycle l on l.id = r.dossier
    where r.candidate and r.star < 5 and l.state = 'concluded'`,
);
const [recognised, closed] = [await inState('dossier', 'recognised'), await inState('dossier', 'notRecognised')];
const seat = await one(`select id from council_seat where role = 'member' limit 1`);
const account = await one(`select account as id from council_seat where role = 'member' limit 1`);
const dossier = await one(`select dossier as id from session_dossier where session = '${scoring}' limit 1`);
const sheetOf = (state: string) =>
  one(`select s.id from score_sheet s join lifecycle l on l.id = s.id join council_seat c on c.id = s.seat join account a on a.id = c.account
        where s.session = '${scoring}' and l.state = '${state}' and a.username = 'council-member-3' limit 1`);
const [open, handedIn] = [await sheetOf('open'), await sheetOf('submitted')];

type Body = Record<string, unknown>;
interface Act {
  name: string;
  method?: 'PUT';
  path: string;
  /** Who may do it. */
  who: string;
  body: Body;
  /** Its record; none for what is born. */
  subject?: string;
  /** A record of the same kind in a state that does not allow it. */
  wrong?: string;
  /** Somebody signed in to whom it must look as if it did not exist. */
  stranger: string;
}

const regulation = { act: '2/QĐ', quorumPercent: 70, chairRequired: true, spreadLimit: 10, gateBasis: 'mean' };
const seats = [{ account, role: 'chair', organisation: 'Sở' }];
const councilBody = { name: 'Hội đồng thử', act: '1/QĐ', actDate: '2026-11-01', regulation, seats };
const reason = 'Lý do thử';
const notice = { number: '1/TB', dated: '2026-11-20', toCommune: true, toProducer: true };
const signed = { number: '9/QĐ', dated: '2026-11-20', signatory: 'Người ký', signingCapacity: 'KT', signedFile: draft };
const session = (what: string, who: string, body: Body, subject: string, wrong: string): Act => ({
  ...{ name: `session ${what}`, path: `/sessions/:id/${what}`, who, body, subject, wrong, stranger: 'commune' },
});

const acts: Act[] = [
  { name: 'council', path: '/councils', who: 'province', body: councilBody, stranger: 'council-secretary' },
  {
    name: 'council correct',
    method: 'PUT',
    path: '/councils/:id',
    who: 'province',
    body: councilBody,
    subject: council,
    stranger: 'council-chair',
  },
  {
    name: 'council dissolve',
    path: '/councils/:id/dissolution',
    who: 'province',
    body: { reason },
    subject: council,
    stranger: 'council-chair',
  },
  {
    name: 'session',
    path: '/sessions',
    who: 'province',
    body: { council, title: 'Phiên thử', mode: 'meeting' },
    stranger: 'council-secretary',
  },
  { ...session('agenda', 'province', { dossiers: [dossier], agenda: 'Thử' }, preparing, concluded), method: 'PUT' },
  session('absences', 'council-secretary', { seat, reason }, scoring, concluded),
  session('presences', 'council-secretary', { seat, reason }, scoring, concluded),
  session('recusals', 'council-secretary', { seat, dossier, reason }, scoring, concluded),
  session('cancellation', 'province', { reason }, preparing, concluded),
  session('start', 'council-secretary', { meetingReason: reason }, preparing, concluded),
  session('closure', 'council-secretary', {}, scoring, concluded),
  session('opening', 'council-secretary', {}, scoring, concluded),
  session('meeting-start', 'council-secretary', { at: '08:00' }, scoring, concluded),
  session('meeting-end', 'council-secretary', { at: '11:40' }, scoring, concluded),
  session('proposals', 'council-secretary', { dossier, remark: 'Thử' }, scoring, concluded),
  session('rescoring', 'council-secretary', { dossiers: [dossier], reason }, scoring, concluded),
  session('accepted-spreads', 'council-secretary', { dossier, reason }, scoring, concluded),
  session('conclusion', 'council-secretary', { minutesNumber: '1/BB' }, scoring, concluded),
  {
    name: 'flight',
    path: `/sessions/${scoring}/flights`,
    who: 'council-secretary',
    body: { title: 'Lượt thử', dossiers: [dossier] },
    stranger: 'council-chair',
  },
  {
    name: 'sheet save',
    path: '/sheets/:id',
    who: 'council-member-3',
    body: { answers: { '1.1': '1.1#1' }, opinion: 'Ý kiến' },
    subject: open,
    wrong: handedIn,
    stranger: 'council-member-1',
  },
  {
    name: 'sheet submit',
    path: '/sheets/:id/submission',
    who: 'council-member-3',
    body: { draftVersion: 1 },
    subject: open,
    wrong: handedIn,
    stranger: 'council-member-1',
  },
  {
    name: 'sheet from paper',
    path: '/sheets/:id/paper',
    who: 'council-secretary',
    body: { answers: { '1.1': '1.1#1' }, opinion: 'Ý kiến', scan: draft, paperTotal: 2 },
    subject: open,
    wrong: handedIn,
    stranger: 'council-member-3',
  },
  {
    name: 'sheet reopen',
    path: '/sheets/:id/reopening',
    who: 'council-chair',
    body: { reason },
    subject: handedIn,
    wrong: open,
    stranger: 'council-secretary',
  },
  {
    name: 'path',
    path: '/dossiers/:id/path',
    who: 'province',
    body: { path: 'toMinistry', reason },
    subject: choosing,
    wrong: recognised,
    stranger: 'commune',
  },
  {
    name: 'exclusion',
    path: '/dossiers/:id/exclusion',
    who: 'province',
    body: { ground: 'Không in trên phiếu', reason },
    subject: choosing,
    wrong: recognised,
    stranger: 'commune',
  },
  {
    name: 'decision',
    path: '/decisions',
    who: 'province',
    body: { session: concluded, kind: 'recognition', title: 'Thử', dossiers: [choosing] },
    stranger: 'commune',
  },
  {
    name: 'decision save',
    method: 'PUT',
    path: '/decisions/:id',
    who: 'province',
    body: { title: 'Thử', bases: 'Căn cứ' },
    subject: draft,
    wrong: issued,
    stranger: 'commune',
  },
  {
    name: 'decision propose',
    path: '/decisions/:id/proposal',
    who: 'province',
    body: { number: '1/TTr', dated: '2026-11-20' },
    subject: draft,
    wrong: issued,
    stranger: 'commune',
  },
  {
    name: 'decision issue',
    path: '/decisions/:id/issue',
    who: 'province',
    body: signed,
    subject: draft,
    wrong: issued,
    stranger: 'ministry',
  },
  {
    name: 'decision cancel',
    path: '/decisions/:id/cancellation',
    who: 'province',
    body: { reason },
    subject: draft,
    wrong: issued,
    stranger: 'auditor',
  },
  {
    name: 'closing',
    path: '/dossiers/:id/closing',
    who: 'province',
    body: {},
    subject: choosing,
    wrong: closed,
    stranger: 'commune',
  },
  {
    name: 'notice',
    path: '/dossiers/:id/notice',
    who: 'province',
    body: notice,
    subject: closed,
    wrong: choosing,
    stranger: 'producer',
  },
];

const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (await app.signIn(key));
  people.set(key, client);
  return client;
};

const TABLES =
  'lifecycle council council_seat council_session session_dossier session_attendance meeting discussion_note council_proposal tasting_flight tasting_dish tasting_note recusal score_sheet score_sheet_version evaluation_result decision decision_item recognition result_notice product outbox ledger'.split(
    ' ',
  );
/** A fingerprint of every table these acts write to. */
/** What stands in every table. Of the letters only which there are: the sender goes on sending them meanwhile. */
const everything = async () =>
  Promise.all(
    TABLES.map(async (table) => {
      const [row] = await app.database.asOwner<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as print
           from (select ${table === 'outbox' ? 't.id::text || t.subject || t.body' : 't::text'} as line from ${table} t) lines`,
      );
      return `${table} ${row?.print}`;
    }),
  );

const versionOf = async ({ name, subject }: Act): Promise<number> => {
  const own = { 'sheet save': 'score_sheet', 'decision save': 'decision' }[name];
  const query = own
    ? `select draft_version as v from ${own} where id = $1`
    : 'select version as v from lifecycle where id = $1';
  return Number((await app.database.asOwner<{ v: string }>(query, [subject]))[0]?.v ?? 1);
};

interface Try {
  who?: string;
  id?: string;
  body?: unknown;
  version?: number | null;
  key?: boolean | string;
}
async function send(act: Act, change: Try = {}): Promise<JsonAnswer> {
  const client = await as(change.who ?? act.who);
  const version = change.version === undefined ? await versionOf(act) : change.version;
  const ask = { key: change.key ?? true, ...(act.subject && version !== null ? { ifMatch: version } : {}) };
  const path = `/api/v1${act.path.replace(':id', encodeURIComponent(change.id ?? act.subject ?? ''))}`;
  return client.json(act.method ?? 'POST', path, change.body ?? act.body, ask);
}

/** Refused: the status, a sentence in Vietnamese, nothing of the machinery. */
function refused(what: string, { status, body }: JsonAnswer, allowed: readonly number[]): void {
  expect([what, allowed.includes(status) ? 'refused' : status, body.detail]).toEqual([what, 'refused', body.detail]);
  const said = String(body.detail ?? '');
  expect([what, said]).toEqual([what, expect.stringMatching(/[à-ỹđ].*/i)]);
  expect([what, said]).toEqual([
    what,
    expect.not.stringMatching(/undefined|null|NaN|select |zod|expected|invalid |stack|\.ts/i),
  ]);
}

const LONG = 'x'.repeat(20_001);
/** Values no field of this kind takes. */
function wrongFor(value: unknown): unknown[] {
  const kinds: unknown[] = [12_345.5, { a: 1 }, LONG, ['a', 1], '\u202e\u0000'];
  return kinds.filter(
    (one) => !(typeof one === 'object' && Array.isArray(one) === Array.isArray(value) && typeof value === 'object'),
  );
}

let before: string[] = [];
beforeAll(async () => {
  before = await everything();
  expect(
    [scoring, preparing, concluded, open, handedIn, draft, issued, choosing].every((id) => !id.startsWith('00000000')),
  ).toBe(true);
});

describe.each(acts)('$name', (act) => {
  it('S16 S18 wrong types, too long, fields of its own making: 4xx in words', async () => {
    for (const [field, value] of Object.entries(act.body))
      for (const wrong of wrongFor(value))
        refused(
          `${field} = ${JSON.stringify(wrong).slice(0, 30)}`,
          await send(act, { body: { ...act.body, [field]: wrong } }),
          [422, 400],
        );
    for (const extra of [
      { status: 'issued' },
      { star: 5 },
      { total: 100 },
      { totals: [100] },
      { owner_id: account },
      { role: 'province' },
    ])
      refused(JSON.stringify(extra), await send(act, { body: { ...act.body, ...extra } }), [422]);
    for (const body of ['{', '[]', '"x"', '{"__proto__":{"role":"province"}}'])
      refused(body, await send(act, { body }), [400, 422]);
  });

  it('S13 S14 S20 somebody else, a record that is none, an address that is none: 404', async () => {
    refused('stranger', await send(act, { who: act.stranger }), [404]);
    if (act.subject === undefined) return;
    refused('no such', await send(act, { id: '01900000-0000-7000-8000-00000000dead', version: 1 }), [404]);
    for (const id of ["1' or '1'='1", '../..', 'x'.repeat(300)])
      refused(id.slice(0, 20), await send(act, { id, version: 1 }), [404, 414]);
  });

  it('Q4 Q5 no key, no version, an old version: told what is missing', async () => {
    refused('no key', await send(act, { key: false }), [400]);
    if (act.subject === undefined) return;
    refused('no version', await send(act, { version: null }), [428]);
    refused('old version', await send(act, { version: (await versionOf(act)) + 5 }), [412, 409]);
  });

  it('Q6 a state that does not allow it: 409 in words', async () => {
    if (act.wrong === undefined) return;
    const [row] = await app.database.asOwner<{ v: string }>('select version as v from lifecycle where id = $1', [
      act.wrong,
    ]);
    const draftVersion = act.name.endsWith('save') ? await versionOf({ ...act, subject: act.wrong }) : Number(row?.v);
    refused('wrong state', await send(act, { id: act.wrong, version: draftVersion }), [409, 422, 404]);
  });
});

it('S18 forms of these doors take nothing hostile either, and never break', async () => {
  const forms: [string, string][] = [
    ['province', '/hoi-dong/moi'],
    ['province', `/hoi-dong/${council}/giai-the`],
    ['province', '/phien/moi'],
    ['province', `/phien/${preparing}/chuong-trinh`],
    ['council-secretary', `/phien/${scoring}/vang-mat`],
    ['council-secretary', `/phien/${scoring}/dong-phieu`],
    ['council-secretary', `/phien/${scoring}/mo-diem`],
    ['council-secretary', `/phien/${scoring}/chot`],
    ['council-member-3', `/cham/${open}/luu`],
    ['council-member-3', `/cham/${handedIn}/nop`],
    ['province', `/ho-so/${choosing}/huong`],
    ['province', `/ho-so/${choosing}/loai`],
    ['province', '/quyet-dinh/moi'],
    ['province', `/quyet-dinh/${draft}/trinh`],
    ['province', `/quyet-dinh/${draft}/ban-hanh`],
    ['province', `/ho-so/${closed}/thong-bao`],
  ];
  for (const [who, path] of forms) {
    const client = await as(who);
    const key = { _key: `thu-${path}`, _version: '1' };
    for (const fields of [
      {},
      key,
      { ...key, 'seats.9999.account': 'x', 'answers.1.1': LONG, reason: LONG, dated: '31/02/2026', total: '100' },
    ]) {
      const answer = await client.post(path, fields as Record<string, string>);
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect([path, /Error:|at .*\.ts:\d+|select .* from/.test(answer.text)]).toEqual([path, false]);
    }
  }
});

it('nothing has changed by all of this', async () => {
  expect(await everything()).toEqual(before);
});

it('Q4 the same key with other content is refused, and with the same content is the same act', async () => {
  const act = acts.find(({ name }) => name === 'notice');
  if (!act) throw new Error('no such act');
  const key = '01900000-0000-7000-8000-000000000042';
  const version = await versionOf(act);
  const first = await send(act, { key, version });
  expect(first.status).toBe(200);
  expect(await send(act, { key, version })).toMatchObject({ status: 200, body: first.body });
  refused('other content', await send(act, { key, version, body: { ...act.body, number: '2/TB' } }), [422]);
});
