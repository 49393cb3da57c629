/** Section 8: hostile input at every door of commune, province and administration: a Vietnamese 4xx, nothing changed, never a 500. */
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { steps } from '../src/law/moves.ts';
import type { Action } from '../src/platform/http/action.ts';
import type { Route } from '../src/platform/http/routes.ts';
import { policyTable } from '../src/policy.ts';
import { accounts, identity } from '../src/urls/identity.ts';
import { offices } from '../src/urls/offices.ts';
import { routes } from '../src/urls.ts';
import { testApp } from './support/app.ts';
import type { Client, JsonAnswer } from './support/client.ts';
import { LONG, SNEAKY, sensible, wrongValues } from './support/strange-values.ts';

const app = await testApp();
const { asOwner } = app.database;

type ApiRoute = Extract<Route, { kind: 'apiAction' }>;
type FormRoute = Extract<Route, { kind: 'form' }>;
const administration = routes(true).filter(
  (route) =>
    (route.kind === 'apiAction' || route.kind === 'form') &&
    /^(settings|outbox|council|session|decision|producer|productYear|idea|legalAct|target|task|conclusion|body|communeOfficer|training|support|supportPolicy|salePoint)\./.test(
      route.action.name,
    ),
);
const doors = [...offices, ...identity, ...accounts, ...administration];
const byApi = [...new Map(doors.filter((one) => one.kind === 'apiAction').map((one) => [one.path, one])).values()];
const byForm = [...new Map(doors.filter((one) => one.kind === 'form').map((one) => [one.path, one])).values()];

/** Demonstration accounts in the order they are tried for an act. */
const ACCOUNTS = {
  commune: 'commune',
  province: 'province',
  councilSecretary: 'council-secretary',
  councilChair: 'council-chair',
  councilMember: 'council-member-1',
  adviser: 'adviser',
  administrator: 'administrator',
};

/** An officer who holds the act; signed in anew, since some of the acts end the session. */
function actorOf(action: Action): Promise<Client> {
  const verb = action.open ? action.name : (action.permission ?? action.name);
  const role = Object.entries(ACCOUNTS).find(([one]) => policyTable.cell(verb, one) !== 'no');
  return app.signIn(role?.[1] ?? 'commune');
}

const PROCESS: Readonly<Record<string, string>> = {
  dossier: 'dossier',
  round: 'round',
  account: 'account',
  council: 'council',
  session: 'session',
  decision: 'decision',
  producer: 'producer',
  productYear: 'productYear',
  idea: 'idea',
  legalAct: 'legalAct',
  target: 'target',
  task: 'task',
  conclusion: 'conclusion',
  body: 'body',
  communeOfficer: 'communeOfficer',
  training: 'training',
  support: 'support',
  supportPolicy: 'supportPolicy',
  salePoint: 'salePoint',
};
const [homes] = await asOwner<{ commune: string; province: string; paper: string }>(
  `select max(t.unit::text) filter (where a.username = 'commune' and t.role = 'commune') as commune,
          max(t.unit::text) filter (where a.username = 'province' and t.role = 'province') as province,
          (select paper::text from dossier_paper limit 1) as paper
     from appointment t join account a on a.id = t.account`,
);
/** Something the act is done to, within the reach of the demonstration's officers, in a state it starts from where there is one. */
async function subjectOf(action: Action): Promise<string> {
  const process = PROCESS[action.name.split('.')[0] ?? ''] ?? 'account';
  const from = steps.filter((step) => step.action === action.name).map((step) => step.from);
  const [row] = await asOwner<{ id: string }>(
    `select l.id from lifecycle l left join account a on a.id = l.id where l.process = '${process}' and l.state <> 'draft'
        and (l.commune = '${homes?.commune}' or (l.commune is null and l.province = '${homes?.province}') or a.username = 'commune-2')
      order by l.state = any($1::text[]) desc, l.id limit 1`,
    [from],
  );
  return row?.id ?? v7();
}
const pathOf = (path: string, id: string) => path.replace(':id', id).replace(/:\w+/g, homes?.paper ?? v7());

const SENSIBLE = sensible(homes?.commune);
const EXTRA = { status: 'recognised', stars: 5, owner_id: v7(), role: 'administrator', version: 99 };

function hostileBodies(action: Action, path: string): unknown[] {
  const fields = Object.keys(action.input.shape).filter((name) => !path.includes(`:${name}`));
  const each = wrongValues.map((value) => ({ ...Object.fromEntries(fields.map((name) => [name, value])), ...EXTRA }));
  return [...each, EXTRA, [], 'x', 7, null, '{"a":', `{"__proto__":{"role":"administrator"}}`];
}

const vietnamese = /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/i;
function expectRefused({ status, body }: JsonAnswer, note: string): void {
  expect(status, `${note}: ${JSON.stringify(body).slice(0, 200)}`).toBeGreaterThanOrEqual(400);
  expect(status, `${note}: ${JSON.stringify(body).slice(0, 200)}`).toBeLessThan(500);
  expect(String(body.detail), note).toMatch(vietnamese);
}

async function traces(): Promise<unknown> {
  const [row] =
    await asOwner(`select (select count(*) from ledger) as ledger, (select count(*) from saved_view) as views,
    (select count(*) from setting) as settings, (select count(*) from account) as accounts, (select count(*) from act_on_many) as many`);
  return row;
}

describe.each(byApi)('S16 hostile programs at $action.name', (route: ApiRoute) => {
  const { action, method } = route;
  const send = async (path: string, body: unknown, options: object = {}) => {
    client ??= await actorOf(action);
    return client.json(method, path, body, { key: true, ifMatch: 1, ...options });
  };
  let client: Client | undefined;

  it('wrong types, lengths, fields and shapes are refused in words and change nothing', async () => {
    const path = pathOf(route.path, await subjectOf(action));
    const before = await traces();
    const statuses = new Set<number>();
    for (const body of hostileBodies(action, route.path)) {
      const answer = await send(path, body);
      statuses.add(answer.status);
      expectRefused(answer, `${action.name} ${JSON.stringify(body)?.slice(0, 60)}`);
    }
    expect(statuses).toContain(422); // the door was reached
    expect(await traces()).toEqual(before);
  });

  it('test 21: missing keys and versions, ids of nothing, of other things and of other places', async () => {
    const before = await traces();
    const path = pathOf(route.path, await subjectOf(action));
    if (action.once !== false) expectRefused(await send(path, EXTRA, { key: 'short' }), 'bad key');
    expectRefused(await send(path, EXTRA, { headers: { 'content-type': 'text/plain' } }), 'text/plain');
    if (route.path.includes(':id')) {
      for (const id of ['x', '../../etc/passwd', '%00', '00000000-0000-0000-0000-00000000000g'])
        expect((await send(pathOf(route.path, encodeURIComponent(id)), {})).status, id).toBe(404);
      expectRefused(await send(pathOf(route.path, v7()), EXTRA), 'nothing there');
      const [unit] = await asOwner<{ id: string }>('select id from unit limit 1');
      expectRefused(await send(pathOf(route.path, unit?.id ?? v7()), EXTRA), 'id of a unit');
    }
    expect(await traces()).toEqual(before);
  });
});

describe.each(byForm)('S16 hostile forms at $path', (route: FormRoute) => {
  it('are refused with a page in Vietnamese and change nothing', async () => {
    const { action } = route;
    const client = await actorOf(action);
    const path = pathOf(route.path, await subjectOf(action));
    const fields = Object.keys(action.input.shape).filter((name) => !route.path.includes(`:${name}`));
    const hidden: [string, string][] = [
      ['_key', v7()],
      ['_version', '1'],
    ];
    const strange: [string, string][][] = [
      [...hidden, ['status', 'recognised'], ['__proto__.role', 'administrator'], ['constructor.prototype.x', '1']],
      [...hidden, ['items.999999999.id', 'x'], ['a.b.c.d.e.f.g.h.i.j', '1'], ['stars', '5']],
      [...hidden, ...fields.map((name): [string, string] => [name, LONG]), ['role_', '1']],
      [
        ...hidden,
        ...fields.flatMap((name): [string, string][] => [
          [name, '\u0000'],
          [name, "' or 1=1"],
        ]),
        ['x', '1'],
      ],
      [
        ['_key', '!'],
        ['_version', 'x'],
        ['stars', '5'],
      ],
    ];
    const before = await traces();
    for (const pairs of strange) {
      const answer = await client.post(path, pairs);
      const note = `${action.name} ${JSON.stringify(pairs).slice(0, 100)}`;
      expect(answer.status, note).toBeGreaterThanOrEqual(400);
      expect(answer.status, note).toBeLessThan(500);
      expect(answer.text, note).toMatch(vietnamese);
    }
    expect(await traces()).toEqual(before);
  });
});

async function versionOf(id: string): Promise<number> {
  const [life] = await asOwner<{ version: number }>(`select version from lifecycle where id = '${id}'`);
  return life?.version ?? 1;
}

const ofDossiers = byApi.filter(
  ({ action, path }) => action.name.startsWith('dossier.') && path.includes('/:id/') && SENSIBLE[action.name],
);

describe.each(ofDossiers)('Q6 S14 $action.name in a wrong state, stale, or of another place', (route: ApiRoute) => {
  const { action } = route;
  const act = (who: Client, id: string, ifMatch: number) =>
    who.json('POST', pathOf(route.path, id), SENSIBLE[action.name], { key: true, ifMatch });

  it('is refused in words and leaves no row', async () => {
    const from = steps.filter((step) => step.action === action.name).map((step) => step.from);
    const others = await asOwner<{ id: string; version: number; state: string }>(
      `select distinct on (state) id, version, state from lifecycle where process = 'dossier' and commune = '${homes?.commune}' and state <> all($1::text[])`,
      [from],
    );
    expect(others.length).toBeGreaterThan(2);
    const before = await traces();
    const officer = await actorOf(action);
    for (const { id, version, state } of others) expectRefused(await act(officer, id, version), state);
    const id = await subjectOf(action);
    expectRefused(await act(officer, id, 999), 'stale');
    for (const account of ['commune-2', 'administrator'])
      expect((await act(await app.signIn(account), id, await versionOf(id))).status, account).toBe(404);
    await asOwner('alter table lifecycle disable trigger user');
    await asOwner(`update lifecycle set province = gen_random_uuid(), commune = gen_random_uuid() where id = '${id}'`);
    expect((await act(officer, id, await versionOf(id))).status).toBe(404);
    await asOwner(
      `update lifecycle l set province = d.province, commune = d.commune from dossier d where d.id = l.id and l.id = '${id}'`,
    );
    await asOwner('alter table lifecycle enable trigger user');
    expect(await traces()).toEqual(before);
  });
});

describe.each(['round.plan', 'view.save', 'settings.enterHoliday', 'account.invite'])(
  'Q4 %s with a repeated key',
  (name) => {
    it('has one effect; other content under the same key is refused', async () => {
      const route = byApi.find((one) => one.action.name === name);
      if (!route) throw new Error(`no door for ${name}`);
      const key = v7();
      const officer = await actorOf(route.action);
      const send = (more: object = {}) =>
        officer.json(route.method, route.path, { ...SENSIBLE[name], ...more }, { key });
      const first = await send();
      expect(first.status, JSON.stringify(first.body)).toBe(200);
      const before = await traces();
      expect(await send()).toMatchObject({ status: 200, body: first.body });
      const other = await send({
        [name === 'view.save' || name === 'settings.enterHoliday'
          ? 'name'
          : name === 'round.plan'
            ? 'act'
            : 'fullName']: 'Khác',
      });
      expect([other.status, other.body.code]).toEqual([422, 'keyReused']);
      expect(await traces()).toEqual(before);
    });
  },
);

const withFields = byApi.filter(({ action }) => SENSIBLE[action.name]);

describe.each(withFields)('S16 strange values in one field of $action.name', ({ action, method, path }: ApiRoute) => {
  it('never end in a 500, and a refusal is a sentence', async () => {
    const given = SENSIBLE[action.name] ?? {};
    const officer = await actorOf(action);
    for (const field of Object.keys(given)) {
      let id = await subjectOf(action);
      let version = await versionOf(id);
      for (const value of SNEAKY) {
        const answer = await officer.json(
          method,
          pathOf(path, id),
          { ...given, [field]: value },
          {
            key: true,
            ifMatch: version,
          },
        );
        const note = `${field} = ${JSON.stringify(value)?.slice(0, 40)}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`;
        expect(answer.status, note).not.toBe(401);
        expect(answer.status, note).toBeLessThan(500);
        if (answer.status >= 400) expect(String(answer.body.detail), note).toMatch(vietnamese);
        else {
          id = await subjectOf(action);
          version = await versionOf(id);
        }
      }
    }
  });
});
