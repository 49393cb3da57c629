/** The five-star way through the API: what tests of the Ministry's level begin with. */
import { setIndexOf } from '../../src/features/councils/compute.ts';
import { demoSheet } from '../../src/features/councils/demo-sheets.ts';
import { demoAccountId } from '../../src/features/identity/demo-accounts.ts';
import type { TestApp } from './app.ts';
import type { Client, JsonAnswer } from './client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  scoring,
  sheetOf,
  signed,
  versionOf,
} from './council.ts';

/** Who scores at the Ministry. */
export const CENTRAL = ['central-chair', 'central-member-1', 'central-member-2'];

/** Signs an account in, once. */
export type As = (key: string) => Promise<Client>;

/** Signs accounts of the demonstration in, each once. */
export function signedIn(app: TestApp): As {
  const people = new Map<string, Promise<Client>>();
  return (key) => {
    const client = people.get(key) ?? app.signIn(key);
    people.set(key, client);
    return client;
  };
}

/** Star and points every scorer gives a dossier. */
export type Wanted = readonly [dossier: string, star: 4 | 5, points: number];

/** Everybody hands in, the secretary closes, opens and concludes. */
export async function held(
  app: TestApp,
  as: As,
  of: { session: string; scorers: readonly string[]; secretary: string; wanted: readonly Wanted[] },
): Promise<void> {
  const index = await setIndexOf(SET);
  for (const [at, key] of of.scorers.entries()) {
    for (const [dossier, star, points] of of.wanted) {
      const sheet = await sheetOf(app, of.session, dossier, key);
      const answer = await handIn(app, await as(key), sheet, demoSheet(index, star, points, at));
      if (answer.status !== 200) throw new Error(`${key}: ${JSON.stringify(answer.body)}`);
    }
  }
  for (const step of ['closure', 'opening', 'conclusion'])
    await act(app, await as(of.secretary), `/sessions/${of.session}/${step}`, {}, of.session);
}

/** Points of each who scores at the Ministry, by dossier. */
export type PointsBySeat = readonly (readonly [dossier: string, star: 4 | 5, points: readonly number[]])[];

/** Everybody at the Ministry hands in points of their own; the secretary closes and opens. */
export async function handedIn(
  app: TestApp,
  as: As,
  of: { session: string; secretary: string; wanted: PointsBySeat },
): Promise<void> {
  const index = await setIndexOf(SET);
  for (const [dossier, star, points] of of.wanted)
    for (const [at, key] of CENTRAL.entries()) {
      const sheet = await sheetOf(app, of.session, dossier, key);
      const answer = await handIn(app, await as(key), sheet, demoSheet(index, star, points[at] ?? 0, at));
      if (answer.status !== 200) throw new Error(`${key}: ${JSON.stringify(answer.body)}`);
    }
  for (const step of ['closure', 'opening'])
    await act(app, await as(of.secretary), `/sessions/${of.session}/${step}`, {}, of.session);
}

/** Drafts, proposes and issues a decision; answers what the issue was answered. */
export async function decided(
  app: TestApp,
  client: Client,
  of: { kind: 'recognition' | 'approval'; session: string; dossiers: readonly string[]; number: string },
): Promise<JsonAnswer> {
  const { number, ...draft } = of;
  const id = String((await act(app, client, '/decisions', { ...draft, title: 'Về sản phẩm OCOP' })).id);
  await act(app, client, `/decisions/${id}/proposal`, { number: '12/TTr', dated: '2026-11-20' }, id);
  const signedFile = await signed(app, client);
  const body = { number, dated: '2026-11-21', signatory: 'Nguyễn Văn Giả', signingCapacity: 'self', signedFile };
  return client.json('POST', `/api/v1/decisions/${id}/issue`, body, { key: true, ifMatch: await versionOf(app, id) });
}

/** Products of 95 points and more whose result the province has approved: candidates of five stars. */
export async function candidates(app: TestApp, as: As, names: readonly string[], number: string) {
  const made = await dossiersInRound(app, names);
  const [province, secretary] = [await as('province'), await as('council-secretary')];
  const council = await establish(app, province);
  const session = await scoring(app, { ...made, province, secretary, council });
  const wanted = made.dossiers.map((one, at): Wanted => [one, 5, 96 - at]);
  await held(app, as, { session, scorers: SCORERS, secretary: 'council-secretary', wanted });
  const { dossiers } = made;
  const issued = await decided(app, province, { kind: 'approval', session, dossiers, number });
  if (issued.status !== 200) throw new Error(`the approval was answered ${JSON.stringify(issued.body)}`);
  return { session, dossiers };
}

/** The Ministry's council of the demonstration's accounts with a session over these dossiers, scoring begun. */
export async function centralSession(
  app: TestApp,
  as: As,
  of: { round: string; dossiers: readonly string[] },
): Promise<string> {
  const ministry = await as('ministry');
  const seat = (key: string, role: string) => ({
    ...{ account: demoAccountId(key), role, organisation: 'Bộ Nông nghiệp và Môi trường' },
  });
  const council = await act(app, ministry, '/councils', {
    ...{ name: 'Hội đồng OCOP cấp trung ương', act: '100/QĐ-BNNMT', actDate: '2026-06-20' },
    regulation: {
      ...{ act: '101/QĐ-BNNMT', quorumPercent: 60, chairRequired: true },
      ...{ spreadLimit: 10, gateBasis: 'mean' },
    },
    seats: [
      ...CENTRAL.map((key, at) => seat(key, at === 0 ? 'chair' : 'member')),
      seat('central-secretary', 'secretary'),
    ],
  });
  const plan = {
    council: council.id,
    round: of.round,
    title: 'Phiên trung ương',
    mode: 'meeting',
    heldOn: '2026-12-01',
  };
  const session = String((await act(app, ministry, '/sessions', plan)).id);
  await act(app, ministry, `/sessions/${session}/agenda`, { dossiers: of.dossiers }, session);
  await act(app, await as('central-secretary'), `/sessions/${session}/start`, {}, session);
  return session;
}
