/** Q3: eleven members hand in the sheets of one dossier at the same moment; two secretaries act at once. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  dossiersInRound,
  establish,
  morePeople,
  SET,
  save,
  scoring,
  versionOf,
} from '../../../tests/support/council.ts';
import { setIndexOf, totalOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const province = await app.signIn('province');
const secretary = await app.signIn('council-secretary');
const [members, [other]] = [await morePeople(app, 'councilMember', 5), await morePeople(app, 'councilSecretary', 1)];
const council = await establish(app, province, [
  ...members.map(({ account }) => ({ account, role: 'member' as const })),
  { account: other?.account ?? '', role: 'secretary' as const },
]);
const { round, dossiers } = await dossiersInRound(app, ['Miến mười một phiếu']);
const [dossier = ''] = dossiers;
const session = await scoring(app, { province, secretary, council, round, dossiers });
const sheets = await app.database.asOwner<{ id: string; account: string; key: string }>(
  `select s.id, c.account, a.username as key from score_sheet s join council_seat c on c.id = s.seat join account a on a.id = c.account
    where s.session = $1 order by s.id`,
  [session],
);
const clientOf = async ({ account, key }: { account: string; key: string }): Promise<Client> =>
  members.find((one) => one.account === account)?.client ?? app.signIn(key);

it('Q3 eleven members hand in at the same moment: eleven sheets, the right total, nobody is told of a deadlock', async () => {
  expect(sheets).toHaveLength(11);
  const ready = await Promise.all(sheets.map(async (sheet, at) => ({ ...sheet, at, client: await clientOf(sheet) })));
  let total = 0;
  const drafts: unknown[] = [];
  for (const { id, client, at } of ready) {
    const answers = demoSheet(index, 4, 84 - (at % 7), at);
    total += totalOf(index, answers);
    const saved = await save(app, client, id, answers);
    expect(saved.status).toBe(200);
    drafts[at] = saved.body.draftVersion;
  }
  const versions = await Promise.all(ready.map(({ id }) => versionOf(app, id)));
  const handed = await Promise.all(
    ready.map(({ id, client, at }) =>
      client.json(
        'POST',
        `/api/v1/sheets/${id}/submission`,
        { draftVersion: drafts[at] },
        { key: true, ifMatch: versions[at] ?? 0 },
      ),
    ),
  );
  expect(handed.map(({ status, body }) => [status, body.state])).toEqual(ready.map(() => [200, 'submitted']));

  const act = (what: string, version: number) =>
    Promise.all(
      [secretary, other?.client ?? app.visitor()].map((client) =>
        client.json('POST', `/api/v1/sessions/${session}/${what}`, {}, { key: true, ifMatch: version }),
      ),
    );
  for (const what of ['closure', 'opening']) {
    const both = await act(what, await versionOf(app, session));
    expect([what, both.map(({ status }) => status).sort()]).toEqual([what, [200, 412]]);
    const loser = both.find(({ status }) => status !== 200);
    expect(String(loser?.body.detail)).toMatch(/^[A-ZĐ].* .*\.$/);
    expect(String(loser?.body.detail)).not.toMatch(/deadlock|error|could not|lock/i);
  }
  const results = await app.database.asOwner(
    'select point_sum as total, sheet_count as n from evaluation_result where session = $1 and dossier = $2',
    [session, dossier],
  );
  expect(results).toEqual([{ total, n: 11 }]);
  const moves = await app.database.asOwner(
    `select action, count(*)::int as n from ledger where subject = $1 and action in ('session.close', 'session.open') group by action order by 1`,
    [session],
  );
  expect(moves).toEqual([
    { action: 'session.close', n: 1 },
    { action: 'session.open', n: 1 },
  ]);
}, 60_000);
