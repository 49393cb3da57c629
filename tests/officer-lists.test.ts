/** Every list of the officers' desk: as many questions for three rows as for one, reach by policy, bounded, and as a spreadsheet. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '../src/platform/documents/sheet.ts';
import { testApp } from './support/app.ts';
import { fewestStatements } from './support/statements.ts';

const app = await testApp();
const { asOwner } = app.database;
const producer = await app.signIn('producer');

interface ListCase {
  name: string;
  account: string;
  page: string;
  sheet: string;
  /** What is written to the access log when it leaves as a spreadsheet. */
  logged: string;
  /** Leaves exactly so many rows within reach. */
  leave(rows: number): Promise<unknown>;
  /** Column whose texts begin like a formula. */
  poison: string;
}

const [area] = await asOwner<{ province: string }>(
  `select t.unit as province from appointment t join account a on a.id = t.account where a.username = 'province' and t.role = 'province'`,
);
const province = area?.province ?? '';

/** Only the first rows of a process stay in the province of the demonstration; the others belong to nobody. */
async function keep(process: string, rows: number, state = ''): Promise<void> {
  await asOwner('alter table lifecycle disable trigger user');
  await asOwner(`update lifecycle set province = null where process = '${process}'`);
  await asOwner(`update lifecycle set province = '${province}' ${state} where id in
    (select id from lifecycle where process = '${process}' and state <> 'draft' order by id limit ${rows})`);
  await asOwner('alter table lifecycle enable trigger user');
}

/** Writes copies of a row of a table with a life, so that there are at least three. */
async function copyRows(process: string, table: string, change: string): Promise<void> {
  await asOwner('alter table lifecycle disable trigger user');
  for (let no = 1; no <= 3; no += 1)
    await asOwner(`
      with source as (select * from lifecycle where process = '${process}' order by id limit 1),
      born as (insert into lifecycle (id, process, state, version, province) select gen_random_uuid(), process, state, version, province from source returning id)
      insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', born.id) || ${change.replaceAll('$no', String(no))})).*
        from ${table} t join source on source.id = t.id, born`);
  await asOwner('alter table lifecycle enable trigger user');
}

async function letters(channel: string, rows: number): Promise<void> {
  await asOwner(`delete from outbox where channel ${channel === 'app' ? '=' : '<>'} 'app'`);
  await asOwner(`insert into outbox (id, account, channel, address, subject, body)
    select gen_random_uuid(), a.id, '${channel}', 'ai@example.vn', '=1+1 thư ' || n, 'Nội dung'
      from account a, generate_series(1, ${rows}) n where a.username = 'administrator'`);
}

const cases: ListCase[] = [
  {
    name: 'work queue',
    ...{ account: 'province', page: '/viec-cua-toi', sheet: '/viec-cua-toi.xlsx', logged: 'queue.export' },
    leave: async (rows) => {
      // Whatever else waits for an office (tasks, plans of units, reports of misuse…) waits for nobody here.
      await asOwner('alter table lifecycle disable trigger user');
      await asOwner(`update lifecycle set next_actor = null where process <> 'dossier'`);
      await asOwner('alter table lifecycle enable trigger user');
      await keep('dossier', rows, `, state = 'proposed', next_actor = 'province'`);
    },
    poison: `update product set name = '=1+1 ' || id`,
  },
  {
    name: 'dossiers',
    ...{ account: 'province', page: '/ho-so', sheet: '/ho-so.xlsx', logged: 'dossier.export' },
    leave: (rows) => keep('dossier', rows),
    poison: `update product set name = '=1+1 ' || id`,
  },
  {
    name: 'rounds',
    ...{ account: 'province', page: '/dot', sheet: '/dot.xlsx', logged: 'round.export' },
    leave: (rows) => keep('round', rows),
    poison: `update evaluation_round set act = '=1+1'`,
  },
  {
    name: 'councils',
    ...{ account: 'province', page: '/hoi-dong', sheet: '/hoi-dong.xlsx', logged: 'council.export' },
    leave: (rows) => keep('council', rows),
    poison: `update council set name = '=1+1'`,
  },
  {
    name: 'sessions',
    ...{ account: 'province', page: '/phien', sheet: '/phien.xlsx', logged: 'session.export' },
    leave: (rows) => keep('session', rows),
    poison: `update council_session set title = '=1+1'`,
  },
  {
    name: 'decisions',
    ...{ account: 'province', page: '/quyet-dinh', sheet: '/quyet-dinh.xlsx', logged: 'decision.export' },
    leave: async (rows) => {
      await asOwner(`update decision set number = null`);
      await keep('session', 0);
      await asOwner('alter table lifecycle disable trigger user');
      await asOwner(`update lifecycle set state = 'proposed' where process = 'decision'`);
      await asOwner('alter table lifecycle enable trigger user');
      await keep('decision', rows);
    },
    poison: `update decision set title = '=1+1'`,
  },
  {
    name: 'ledger',
    ...{
      account: 'province',
      page: '/so-ghi?process=session',
      sheet: '/so-ghi.xlsx?process=session',
      logged: 'ledger.export',
    },
    leave: (rows) => keep('session', rows),
    poison: `update council_session set title = '=1+1'`,
  },
  {
    name: 'accounts',
    ...{
      account: 'administrator',
      page: '/quan-tri/tai-khoan?q=thu-nghiem',
      sheet: '/quan-tri/tai-khoan.xlsx?q=thu-nghiem',
      logged: 'account.export',
    },
    leave: (rows) =>
      asOwner(`update account set username = case when username in
        (select username from account where username !~ '^(administrator|province)$' order by id limit ${rows}) then 'thu-nghiem-' || id::text else 'khac-' || id::text end
        where username not in ('administrator', 'province')`),
    poison: `update account set full_name = '=1+1'`,
  },
  {
    name: 'letters',
    ...{ account: 'administrator', page: '/quan-tri/thu-di', sheet: '/quan-tri/thu-di.xlsx', logged: 'outbox.export' },
    leave: (rows) => letters('email', rows),
    poison: 'select 1',
  },
  {
    name: 'notes',
    ...{ account: 'administrator', page: '/hop-thu', sheet: '/hop-thu.xlsx', logged: 'outbox.exportNotes' },
    leave: (rows) => letters('app', rows),
    poison: 'select 1',
  },
];

beforeAll(async () => {
  await copyRows('round', 'evaluation_round', `jsonb_build_object('no', 6 + $no)`);
  await copyRows('council', 'council', `'{}'`);
  await copyRows('decision', 'decision', `jsonb_build_object('number', null)`);
});

/** Rows of the lists on a page: of tables, or notes. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<tbody>([\s\S]*?)<\/tbody>/g)].flatMap(([, body = '']) => body.match(/<tr\b/g) ?? []).length +
  (html.match(/<article\b/g) ?? []).length;

describe.each(cases)('Q19 the list of $name', ({ account, page, sheet, logged, leave, poison }) => {
  it('asks as many questions for three rows as for one, each list bounded, and shows only what is within reach', async () => {
    const client = await app.signIn(account);
    const measured = async (rows: number) => {
      await leave(rows);
      const { status, html } = await client.page(page);
      expect(status).toBe(200);
      return { rows: rowsIn(html), asked: await fewestStatements(() => client.page(page)) };
    };
    const none = await measured(0);
    const one = await measured(1);
    const three = await measured(3);
    expect(none.rows).toBe(0);
    expect(one.rows).toBeGreaterThan(0);
    expect(three.rows).toBeGreaterThanOrEqual(one.rows + 2);
    expect(three.asked).toHaveLength(one.asked.length);
    expect(three.asked.some((text) => /\blimit\b/.test(text))).toBe(true);
  });

  it('test 19: S22 S38 leaves as a spreadsheet with its filters, formula-safe and logged; not for those without the right', async () => {
    const client = await app.signIn(account);
    await leave(2);
    await asOwner(poison);
    expect((await client.page(page)).html).toContain(`href="${sheet.split('?')[0]}`);
    const answer = await client.fetch(sheet);
    expect(answer.status).toBe(200);
    const file = join(app.dataDir, 'list.xlsx');
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    const { rows = [] } = (await readSheet(file, 'xlsx', 100)) ?? {};
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.flat().some((cell) => cell.startsWith('=1+1'))).toBe(true);
    for (const [form, begins] of [
      ['csv', '\uFEFF'],
      ['json', '{"title":'],
      ['pdf', '%PDF-'],
    ] as const) {
      const other = await client.fetch(`${sheet}${sheet.includes('?') ? '&' : '?'}dang=${form}`);
      expect([
        other.status,
        Buffer.from(await other.arrayBuffer())
          .toString()
          .startsWith(begins),
      ]).toEqual([200, true]);
    }
    const [{ count } = { count: 0 }] = await asOwner<{ count: number }>(
      `select count(*)::int as count from access_log where kind = 'export' and facts->>'what' = '${logged}'`,
    );
    expect(count).toBeGreaterThan(0);
    if (!page.startsWith('/hop-thu')) expect((await producer.fetch(sheet)).status).toBe(404);
    expect((await app.visitor().fetch(sheet)).status).not.toBe(200);
  });
});
