/** A council at work, through the API: what tests of sessions, results and decisions begin with. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { setIndexOf } from '../../src/features/councils/compute.ts';
import { demoSheet } from '../../src/features/councils/demo-sheets.ts';
import { demoAccountId } from '../../src/features/identity/demo-accounts.ts';
import { startSession } from '../../src/features/identity/sessions.ts';
import { demoInRound, demoRound } from '../../src/features/rounds/index.ts';
import type { Answers } from '../../src/law/scoring.ts';
import { dayOf } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { openFileStore } from '../../src/platform/files/store.ts';
import { beget, carryOut, system } from '../../src/platform/ledger/ledger.ts';
import type { Client, JsonAnswer } from './client.ts';

/** Where a council is set up: the app of a test, or a running product that is measured. */
export interface Stage {
  readonly base: string;
  readonly database: {
    readonly db: Pick<Database, 'transaction'>;
    asOwner<R extends object = object>(query: string, parameters?: readonly unknown[]): Promise<R[]>;
  };
  visitor(): Client;
  signIn(account: string): Promise<Client>;
}

export const MEMBERS = [1, 2, 3, 4, 5].map((no) => `council-member-${no}`);
/** Everyone who scores. */
export const SCORERS = ['council-chair', ...MEMBERS];
export const SET = '26-2026/06';

/** Dossiers in a round of Hưng Yên, with a report of the advisory team unless told otherwise. */
export async function dossiersInRound(
  app: Stage,
  names: readonly string[],
  report: string | null = '12/BC-TTV',
): Promise<{ round: string; dossiers: string[] }> {
  const files = await openFileStore('file:files', await mkdtemp(join(tmpdir(), 'saolang-council-')));
  const now = new Date();
  return app.database.db.transaction(async (tx) => {
    const tools = { tx, files, now, day: dayOf(now) };
    const used = await tx.selectFrom('evaluation_round').select('no').execute();
    const round = await demoRound(tools, Math.max(2, ...used.map(({ no }) => no)) + 1);
    const answers = demoSheet(await setIndexOf(SET), 4, 80);
    const dossiers: string[] = [];
    for (const product of names) {
      const base = { product, producer: 'canh-dieu' as const, productSet: SET, answers };
      dossiers.push(await demoInRound(tools, round, { ...base, ...(report === null ? {} : { report }) }));
    }
    return { round, dossiers };
  });
}

/** Version of a subject of the lifecycle. */
export async function versionOf(app: Stage, subject: string): Promise<number> {
  const [row] = await app.database.asOwner<{ version: string }>('select version from lifecycle where id = $1', [
    subject,
  ]);
  return Number(row?.version);
}

/** Posts an act with a key and the present version; throws unless it succeeds. */
export async function act(
  app: Stage,
  client: Client,
  path: string,
  body: object,
  subject?: string,
): Promise<Record<string, unknown>> {
  const ifMatch = subject === undefined ? {} : { ifMatch: await versionOf(app, subject) };
  const method = path.endsWith('/agenda') ? 'PUT' : 'POST';
  const answer = await client.json(method, `/api/v1${path}`, body, { key: true, ...ifMatch });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A seat for an account of the demonstration. */
export const seat = (key: string, role: string) => ({
  account: demoAccountId(key),
  role,
  organisation: 'Sở Nông nghiệp và Môi trường',
});

/** The council of the demonstration's accounts, with more people if given; answers its id. */
export async function establish(
  app: Stage,
  province: Client,
  more: readonly { account: string; role: 'member' | 'secretary' | 'viceChair' }[] = [],
  regulation: object = {},
): Promise<string> {
  const council = await act(app, province, '/councils', {
    name: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Hưng Yên',
    act: '1200/QĐ-UBND',
    actDate: '2026-06-20',
    regulation: {
      ...{ act: '1201/QĐ-UBND', quorumPercent: 70, chairRequired: true },
      ...{ spreadLimit: 10, gateBasis: 'mean', ...regulation },
    },
    seats: [
      seat('council-chair', 'chair'),
      seat('council-secretary', 'secretary'),
      ...MEMBERS.map((one) => seat(one, 'member')),
      ...more.map((one) => ({ ...one, organisation: 'Sở Công Thương' })),
    ],
  });
  return String(council.id);
}

/** A session with these dossiers, scoring begun. */
export async function scoring(
  app: Stage,
  of: { province: Client; secretary: Client; council: string; round: string; dossiers: readonly string[] },
): Promise<string> {
  const session = String(
    (
      await act(app, of.province, '/sessions', {
        council: of.council,
        round: of.round,
        title: 'Phiên chấm thử',
        mode: 'meeting',
        heldOn: '2026-12-01',
      })
    ).id,
  );
  await act(app, of.province, `/sessions/${session}/agenda`, { dossiers: of.dossiers }, session);
  await act(app, of.secretary, `/sessions/${session}/start`, {}, session);
  return session;
}

/** The sheet of an account on a dossier. */
export async function sheetOf(app: Stage, session: string, dossier: string, key: string): Promise<string> {
  const [row] = await app.database.asOwner<{ id: string }>(
    `select s.id from score_sheet s join council_seat c on c.id = s.seat
      where s.session = $1 and s.dossier = $2 and c.account = $3`,
    [session, dossier, demoAccountId(key)],
  );
  return row?.id ?? '';
}

/** Saves a sheet over its present draft. */
export async function save(app: Stage, client: Client, sheet: string, answers: Answers): Promise<JsonAnswer> {
  const [row] = await app.database.asOwner<{ version: number }>(
    'select draft_version as version from score_sheet where id = $1',
    [sheet],
  );
  return client.json('POST', `/api/v1/sheets/${sheet}`, { answers }, { key: true, ifMatch: row?.version ?? 0 });
}

/** Fills a sheet and hands it in. */
export async function handIn(app: Stage, client: Client, sheet: string, answers: Answers): Promise<JsonAnswer> {
  const saved = await save(app, client, sheet, answers);
  if (saved.status !== 200) return saved;
  const version = await versionOf(app, sheet);
  const { draftVersion } = saved.body;
  return client.json('POST', `/api/v1/sheets/${sheet}/submission`, { draftVersion }, { key: true, ifMatch: version });
}

/** Somebody beyond the demonstration's accounts, signed in: account and browser. */
export interface Extra {
  account: string;
  client: Client;
}

/** More people with a council role in the province, each with a session of their own. */
export async function morePeople(
  app: Stage,
  role: 'councilMember' | 'councilSecretary' | 'councilChair' | 'adviser',
  count: number,
): Promise<Extra[]> {
  const like = await app.signIn('council-member-1');
  const [cookie = ''] = [...like.cookies.keys()];
  const now = new Date();
  const ctx = { actor: system('test', 'Thử'), day: dayOf(now), requestId: 'test' };
  return app.database.db.transaction(async (tx) => {
    const { unit } = await tx
      .selectFrom('appointment')
      .select('unit')
      .where('account', '=', demoAccountId('council-member-1'))
      .executeTakeFirstOrThrow();
    const made: Extra[] = [];
    for (let no = 0; no < count; no += 1) {
      const [account, appointment] = [v7(), v7()];
      const username = `${role.toLowerCase()}-them-${account.slice(-8)}`;
      const person = { id: account, username, full_name: `Người thêm ${no + 1}`, must_change_password: false };
      const place = { id: appointment, account, role, unit, valid_from: ctx.day, organisation: 'Sở Công Thương' };
      await beget(tx, ctx, {
        ...{ process: 'account', id: account, action: 'account.invite', reach: {}, facts: { username } },
        effect: async (inside) => {
          await inside
            .insertInto('account')
            .values({ ...person, demo: true })
            .execute();
          await inside.insertInto('appointment').values(place).execute();
        },
      });
      await carryOut(tx, ctx, { action: 'account.activate', subject: account });
      const { token } = await startSession(tx, {
        ...{ account, now, address: '127.0.0.1', device: 'test', appointment, proven: true },
      });
      const client = app.visitor();
      client.cookies.set(cookie, token);
      made.push({ account, client });
    }
    return made;
  });
}

/** The smallest file that counts as a PDF. */
export const PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n',
);

/** Sends a signed paper and answers its id. */
export async function signed(app: Stage, client: Client): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([PDF], { type: 'application/pdf' }), 'ban-ky.pdf');
  const sent = await client.fetch('/api/v1/files', {
    method: 'POST',
    body: form,
    headers: { origin: app.base, 'idempotency-key': crypto.randomUUID() },
  });
  if (sent.status >= 300) throw new Error(`the signed paper was answered ${sent.status}`);
  return ((await sent.json()) as { id: string }).id;
}
