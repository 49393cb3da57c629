/** Q17, S37: the nightly check computes anew what is stored, and finds whatever was changed by hand. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { TEST_SECRET, testApp } from '../../tests/support/app.ts';
import { openFileStore } from '../platform/files/store.ts';
import { auditAll } from './audit.ts';

const app = await testApp();
const files = await openFileStore('file:files', app.dataDir);
const broken = async () => (await auditAll(app.database.db, files)).filter(({ faults }) => faults.length > 0);

/** Runs the command as an operator does. */
async function command(): Promise<{ code: number | null; said: string }> {
  const { app: DATABASE_URL, owner: DATABASE_OWNER_URL, report: DATABASE_REPORT_URL } = app.database.urls;
  const env = {
    ...process.env,
    DATABASE_URL,
    DATABASE_OWNER_URL,
    DATABASE_REPORT_URL,
    DATA_DIR: app.dataDir,
    SECRET: TEST_SECRET,
    BASE_URL: app.base,
  };
  const child = spawn(process.execPath, ['bin/saolang.mjs', 'audit'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((end) => child.once('exit', end)),
  ]);
  return { code, said };
}

/** Changes something as the owner of the tables, with the guards of the database off, and puts it back. */
async function tampered(table: string, change: string, where: string, look: () => Promise<void>): Promise<void> {
  await app.database.asOwner(`create table kept as table ${table}`);
  await app.database.asOwner(`alter table ${table} disable trigger user`);
  const rows = await app.database.asOwner(`update ${table} set ${change} where ${where} returning 1`);
  expect([table, change, rows.length > 0]).toEqual([table, change, true]);
  await look();
  const columns = (
    await app.database.asOwner<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attgenerated = '' and attidentity = '' and not attisdropped`,
    )
  ).map(({ name }) => name);
  const key =
    {
      ledger: 'no',
      session_record: 'session',
      evaluation_result: 'dossier',
      decision_item: 'dossier',
      score_sheet_version: 'hash',
    }[table] ?? 'id';
  const kept = columns.filter((name) => name !== key);
  await app.database.asOwner(
    `update ${table} t set (${kept.join(', ')}) = (${kept.map((name) => `k.${name}`).join(', ')}) from kept k where k.${key} = t.${key}`,
  );
  await app.database.asOwner(`alter table ${table} enable trigger user`);
  await app.database.asOwner('drop table kept');
}

it('Q17 an untouched demonstration: everything holds, exit 0', async () => {
  expect(await broken()).toEqual([]);
  const { code, said } = await command();
  expect(said).toMatch(/holds {3}results-recomputed: .*\(7 looked at\)/);
  expect([code, said.trim().split('\n').at(-1)]).toEqual([0, expect.stringMatching(/^All \d+ checks hold\.$/)]);
}, 60_000);

const RESULT = `session is not null and star = 4 and not candidate`;
const ISSUED = 'decision is not null and star = 4';
it.each([
  [
    'evaluation_result',
    'point_sum = point_sum + 6',
    RESULT,
    'results-recomputed',
    /sum of points stored is \d+, its sheets give \d+/,
  ],
  ['evaluation_result', 'sheet_count = sheet_count - 1', RESULT, 'results-recomputed', /number of sheets/],
  ['evaluation_result', 'band_star = 5', RESULT, 'results-recomputed', /star by points stored is 5, its sheets give 4/],
  ['evaluation_result', 'star = 3', RESULT, 'results-recomputed', /the star stored is 3, its sheets give 4/],
  ['evaluation_result', 'candidate = true', RESULT, 'results-recomputed', /five-star candidate/],
  ['evaluation_result', `gates = jsonb_set(gates, '{5,met}', 'true')`, RESULT, 'results-recomputed', /star marks/],
  [
    'evaluation_result',
    `parts = jsonb_set(parts, '{A,sum}', '1')`,
    RESULT,
    'results-recomputed',
    /points of the parts/,
  ],
  ['score_sheet_version', 'total = total + 1', 'total < 100', 'sheets-scored', /points are stored, its answers give/],
  ['score_sheet_version', `opinion = 'Khác'`, 'opinion is not null', 'sheets-scored', /does not fit its seal/],
  ['session_record', `record = replace(record, '"count":6', '"count":5')`, 'true', 'records-sealed', /it does not fit/],
  ['session_record', `seal = repeat('0', 64)`, 'true', 'records-sealed', /its seal is not the one/],
  [
    'recognition',
    `expires_earliest = expires_earliest + 1, expires_latest = expires_latest + 1`,
    ISSUED,
    'certificates-lawful',
    /it ends \d{4}-\d\d-\d\d by the law/,
  ],
  ['recognition', 'star = 3', ISSUED, 'certificates-lawful', /3 stars are stored, its result gives 4/],
  ['recognition', `rulebook = '148-2023'`, ISSUED, 'certificates-lawful', /scored by 26-2026/],
  ['recognition', `decision_number = '99/QĐ'`, ISSUED, 'certificates-match-decisions', /99\/QĐ|number/],
  ['decision_item', 'star = 3', 'star = 4', 'certificates-match-decisions', /star/],
  [
    'lifecycle',
    `state = 'concluded'`,
    `process = 'dossier' and state = 'recognised'`,
    'ledger-states',
    /state: concluded/,
  ],
  ['ledger', `reason = 'Khác'`, `action = 'dossier.exclude'`, 'logs', /ledger row \d+/],
  ['file', 'size = size + 1', 'attached', 'files', /bytes instead of/],
])('Q17 finds %s changed: %s', async (table, change, where, check, words) => {
  await tampered(table, change, where, async () => {
    const found = (await broken()).find(({ name }) => name === check);
    expect(found?.faults.join('\n') ?? `${check} holds`).toMatch(words);
  });
  expect((await broken()).map(({ name }) => name)).toEqual([]);
});

it('Q17 the command says it in words on standard output and exits 1', async () => {
  await tampered('evaluation_result', 'star = 3', RESULT, async () => {
    const { code, said } = await command();
    expect(code).toBe(1);
    expect(said).toMatch(/BROKEN {2}results-recomputed/);
    expect(said).toContain('Result of Miến dong sợi nhỏ Cánh Diều (giả định): the star stored is 3, its sheets give 4');
    expect(said.trim().split('\n').at(-1)).toMatch(/checks do not hold\.$/);
  });
}, 60_000);

it('S37 a grave act leaves its intent before and its outcome after, also when it is refused', async () => {
  const secretary = await app.signIn('council-secretary');
  const [scoring] = await app.database.asOwner<{ id: string; version: number }>(
    `select id, version::int from lifecycle where process = 'session' and state = 'scoring'`,
  );
  const ask = { key: true, ifMatch: scoring?.version ?? 0 };
  expect((await secretary.json('POST', `/api/v1/sessions/${scoring?.id}/closure`, {}, ask)).status).toBe(409);
  const rows = await app.database.asOwner(
    `select kind, facts->>'action' as action, facts->>'outcome' as outcome, actor_name from access_log where subject = $1 order by no`,
    [scoring?.id],
  );
  expect(rows).toEqual([
    { kind: 'intent', action: 'session.close', outcome: null, actor_name: 'Thư ký hội đồng (giả định)' },
    { kind: 'outcome', action: 'session.close', outcome: 'refused', actor_name: 'Thư ký hội đồng (giả định)' },
  ]);
  const province = await app.signIn('province');
  const [closed] = await app.database.asOwner<{ id: string; version: number }>(
    `select l.id, l.version::int from lifecycle l where l.process = 'dossier' and l.state = 'notRecognised'`,
  );
  const notice = { dated: '22/11/2026', toCommune: true, toProducer: true };
  const path = `/api/v1/dossiers/${closed?.id}/notice`;
  expect((await province.json('POST', path, notice, { key: true, ifMatch: closed?.version ?? 0 })).status).toBe(200);
  const done = await app.database.asOwner(
    `select kind, facts->>'outcome' as outcome from access_log where subject = $1 and facts->>'action' = 'dossier.notify' order by no`,
    [closed?.id],
  );
  expect(done).toEqual([
    { kind: 'intent', outcome: null },
    { kind: 'outcome', outcome: 'done' },
  ]);
});
