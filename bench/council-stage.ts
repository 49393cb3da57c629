/** A running product as the stage of a council, and the people and sheets that are measured on it. */

import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { demoAccountId } from '../src/features/identity/demo-accounts.ts';
import type { Answers } from '../src/law/scoring.ts';
import { type DatabaseUrls, withClient } from '../src/platform/db/connect.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { wireLedger } from '../src/wiring.ts';
import { Client } from '../tests/support/client.ts';
import { dossiersInRound, establish, morePeople, SCORERS, SET, type Stage, scoring } from '../tests/support/council.ts';

export interface Hall {
  readonly stage: Stage;
  readonly province: Client;
  readonly secretary: Client;
  close(): Promise<void>;
}

/** Opens the product's database beside it and signs the office and the secretary in. */
export async function openHall(origin: string, urls: DatabaseUrls): Promise<Hall> {
  wireLedger();
  const db = await openDatabase(urls, { poolSize: 2 });
  const base = origin.replace('127.0.0.1', 'localhost');
  const stage: Stage = {
    base,
    database: {
      db,
      asOwner: (query, parameters = []) =>
        withClient(urls.owner, async (client) => (await client.query(query, [...parameters])).rows),
    },
    visitor: () => new Client(base),
    signIn: async (account) => {
      const client = new Client(base);
      const { status } = await client.post('/vao-thu', { account });
      if (status !== 303) throw new Error(`${account} cannot sign in: ${status}`);
      return client;
    },
  };
  const [province, secretary] = [await stage.signIn('province'), await stage.signIn('council-secretary')];
  return { stage, province, secretary, close: () => db.close() };
}

/** A session at which this many score these products, sheets handed out. */
export interface Sitting {
  readonly session: string;
  readonly dossiers: readonly string[];
  readonly sheets: readonly ReadySheet[];
}

export interface ReadySheet {
  readonly id: string;
  readonly dossier: string;
  readonly client: Client;
  /** Moves of the sheet so far, its draft, and what shall be written on it. */
  readonly version: number;
  readonly draft: number;
  readonly answers: Answers;
}

/** Seats this many people before these products; the chair is one of them. */
export async function sit(
  { stage, province, secretary }: Hall,
  people: number,
  products: readonly string[],
): Promise<Sitting> {
  const members = await morePeople(stage, 'councilMember', people - SCORERS.length);
  const own = await Promise.all(
    SCORERS.map(async (key) => ({ account: demoAccountId(key), client: await stage.signIn(key) })),
  );
  const clients = new Map([...own, ...members].map(({ account, client }) => [account, client]));
  const council = await establish(
    stage,
    province,
    members.map(({ account }) => ({ account, role: 'member' })),
  );
  const { round, dossiers } = await dossiersInRound(stage, products);
  const session = await scoring(stage, { province, secretary, council, round, dossiers });
  const handed = await stage.database.asOwner<{
    id: string;
    dossier: string;
    account: string;
    version: string;
    draft: number;
  }>(
    `select s.id, s.dossier, c.account, l.version, s.draft_version as draft from score_sheet s
       join lifecycle l on l.id = s.id join council_seat c on c.id = s.seat where s.session = $1 order by s.dossier, s.id`,
    [session],
  );
  const index = await setIndexOf(SET);
  const sheets = handed.flatMap(({ account, version, ...sheet }, at) => {
    const client = clients.get(account);
    return client
      ? [{ ...sheet, client, version: Number(version), answers: demoSheet(index, 4, 84 - (at % 16), at) }]
      : [];
  });
  return { session, dossiers, sheets };
}

/** Saves a sheet; answers the draft that can be handed in. */
export async function fill({ id, client, draft, answers }: ReadySheet): Promise<number> {
  const { status, body } = await client.json(
    'POST',
    `/api/v1/sheets/${id}`,
    { answers },
    { key: true, ifMatch: draft },
  );
  if (status !== 200) throw new Error(`sheet ${id} was not saved: ${status} ${JSON.stringify(body)}`);
  return Number(body.draftVersion);
}

/** Hands a filled sheet in; answers how long that took, milliseconds. */
export async function submit({ id, client, version }: ReadySheet, draftVersion: number): Promise<number> {
  const begun = performance.now();
  const { status, body } = await client.json(
    'POST',
    `/api/v1/sheets/${id}/submission`,
    { draftVersion },
    { key: true, ifMatch: version },
  );
  const taken = performance.now() - begun;
  if (status !== 200) throw new Error(`sheet ${id} was not handed in: ${status} ${JSON.stringify(body)}`);
  return taken;
}
