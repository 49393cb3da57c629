/**
 * S14, U31 for random councils: whatever members save, hand in and hand in again, nobody without the right can tell from any
 * page, list, count, search, ETag or error. Who may know which sheets are in (secretary, chair) cannot tell what is in them.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { adviserOf } from './support/advisers.ts';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';
import { act, dossiersInRound, establish, handIn, SET, save, scoring, sheetOf, versionOf } from './support/council.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (key === 'anyone' ? app.visitor() : await app.signIn(key));
  people.set(key, client);
  return client;
};
/** Those who act; the fifth member and everybody else look on. */
const ACTORS = ['council-member-1', 'council-member-2', 'council-member-3'];
const BLIND = [
  'council-member-5',
  'province',
  'auditor',
  'administrator',
  'commune',
  'producer',
  'ministry',
  'inspector',
  'adviser',
  'anyone',
];
const WATCHERS = ['council-secretary', 'council-chair'];

interface Seen {
  readonly session: string;
  readonly dossiers: readonly string[];
  readonly sheets: readonly string[];
}

/** Everything a reader may try, guessed addresses included: pages, lists, searches, files, reads, acts that must fail. */
async function look(key: string, { session, dossiers, sheets }: Seen): Promise<Record<string, unknown>> {
  const client = await as(key);
  const seen: Record<string, unknown> = {};
  const own = `/phien/${session}`;
  const pages = [
    ...[
      '/phien',
      '/hoi-dong',
      '/viec-cua-toi',
      '/viec-cua-toi?q=mien+kin',
      '/ho-so?q=mien+kin',
      '/cham',
      '/viec-tham-tra',
      '/so-ghi?process=sheet',
    ],
    ...['', '/xung-dot', '/thu-quy-che', '/viec-cham', '/ho-so-phien.json', '/bien-ban.pdf', '/tong-hop.pdf'].map(
      (one) => own + one,
    ),
    ...dossiers.flatMap((one) => [`/ho-so/${one}`, `${own}/ket-qua/${one}`, `${own}/chenh-lech/${one}`]),
    ...[`${own}/nhap-giay`, `${own}/hop`, `/api/v1/sessions/${session}/room`],
    ...dossiers.map((one) => `${own}/hop?sp=${one}`),
    ...sheets.flatMap((one) => [`/cham/${one}`, `${own}/phieu/${one}`, `/phieu/${one}`, `/phieu/${one}/nhap`]),
  ];
  for (const path of pages) {
    const { status, headers, text } = await client.page(path);
    // What is refused carries the number of the request: a new one each time.
    const words = status >= 400 ? text.replace(/Mã sự cố [^.]*\.|"errorId":"[^"]*"/, '') : text;
    seen[path] = [status, headers.get('etag'), headers.get('last-modified'), words];
  }
  for (const sheet of sheets)
    for (const [path, body] of [
      [`/api/v1/sheets/${sheet}`, { answers: {} }],
      [`/api/v1/sheets/${sheet}/submission`, { draftVersion: 1 }],
    ] as const) {
      if (key === 'anyone') continue;
      const { status, body: said } = await client.json('POST', path, body, { key: true, ifMatch: 1 });
      seen[`POST ${path}`] = [status, said.code, said.detail, said.details];
    }
  return seen;
}

const changed = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(before).filter((path) => JSON.stringify(before[path]) !== JSON.stringify(after[path]));

const step = fc.record({
  who: fc.constantFrom(...ACTORS),
  product: fc.nat(1),
  star: fc.constantFrom<2 | 3 | 4>(2, 3, 4),
  how: fc.constantFrom('save' as const, 'handIn' as const),
});
const POINTS = { 2: 40, 3: 60, 4: 80 } as const;

it('S14 U31 what happens to unopened sheets shows nowhere, for any councils, members and steps', async () => {
  const province = await as('province');
  const council = await establish(app, province);
  const adviser = await adviserOf(app, province, council);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { round, dossiers } = await dossiersInRound(app, ['Miến kín một', 'Miến kín hai']);
      for (const dossier of dossiers) await adviser.give(dossier);
      const session = await scoring(app, {
        province,
        secretary: await as('council-secretary'),
        council,
        round,
        dossiers,
      });
      const sheet = await sheetOf(app, session, dossiers[0] ?? '', 'council-member-1');
      const of = { session, dossiers: dossiers.slice(0, 1), sheets: [sheet] };
      const before = new Map<string, Record<string, unknown>>();
      for (const key of BLIND) before.set(key, await look(key, of));
      expect(before.get('adviser')?.[`/ho-so/${dossiers[0]}`]).toEqual(expect.arrayContaining([200]));
      for (const { who, product, star, how } of steps) {
        const sheet = await sheetOf(app, session, dossiers[product] ?? '', who);
        const work = how === 'save' ? save : handIn;
        const { status } = await work(app, await as(who), sheet, demoSheet(index, star, POINTS[star]));
        expect([200, 409]).toContain(status); // a sheet handed in is locked
      }
      for (const key of BLIND) expect([key, changed(before.get(key) ?? {}, await look(key, of))]).toEqual([key, []]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 240_000);

it('U31 secretary and chair see which sheets are in, never what is in them', async () => {
  const province = await as('province');
  const council = await establish(app, province);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<2 | 3>(2, 3), async (star) => {
      const { round, dossiers } = await dossiersInRound(app, ['Miến kín ba', 'Miến kín bốn']);
      const session = await scoring(app, {
        province,
        secretary: await as('council-secretary'),
        council,
        round,
        dossiers,
      });
      const sheet = await sheetOf(app, session, dossiers[0] ?? '', 'council-member-1');
      const member = await as('council-member-1');
      expect((await handIn(app, member, sheet, demoSheet(index, 4, 80))).status).toBe(200);
      const of = { session, dossiers: dossiers.slice(0, 1), sheets: [sheet] };
      const before = new Map<string, Record<string, unknown>>();
      for (const key of WATCHERS) before.set(key, await look(key, of));
      expect(String(before.get('council-secretary')?.[`/phien/${session}`])).toContain('Đã nộp');
      await act(app, await as('council-chair'), `/sheets/${sheet}/reopening`, { reason: 'Xem lại' }, sheet);
      expect((await handIn(app, member, sheet, demoSheet(index, star, POINTS[star]))).status).toBe(200);
      expect(await versionOf(app, sheet)).toBeGreaterThan(2);
      for (const key of WATCHERS) expect([key, changed(before.get(key) ?? {}, await look(key, of))]).toEqual([key, []]);
    }),
    { numRuns: 1 },
  );
}, 240_000);
