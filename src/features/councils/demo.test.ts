/** The demonstration's council and decisions, as everybody finds them. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { audit } from '../../platform/db/invariants.ts';
import { openFileStore } from '../../platform/files/store.ts';

const app = await testApp();
const counted = (query: string) => app.database.asOwner<{ what: string; n: number }>(query);

it('leaves products and sessions in every state', async () => {
  const states = await counted(
    `select state as what, count(*)::int as n from lifecycle where process in ('dossier', 'session', 'decision')
      group by process, state order by process, state`,
  );
  expect(states).toEqual(
    expect.arrayContaining([
      { what: 'recognised', n: 2 },
      { what: 'notRecognised', n: 1 },
      { what: 'concluded', n: 1 },
      { what: 'scoring', n: 1 },
      { what: 'preparing', n: 1 },
      { what: 'issued', n: 1 },
      { what: 'draft', n: 1 },
    ]),
  );
  const stars = await counted('select star::text as what, 1 as n from evaluation_result order by star');
  expect(stars.map(({ what }) => what)).toEqual(['2', '3', '4', '5']);
});

it('gives every member something to score', async () => {
  for (const key of ['council-chair', 'council-member-1', 'council-member-3', 'council-member-5']) {
    const page = await (await app.signIn(key)).page('/cham');
    expect([key, page.status]).toEqual([key, 200]);
    expect(page.text).toContain('Hộp bút tre Gió Nồm');
  }
});

it('shows an issued certificate to everybody', async () => {
  const [one] = await app.database.asOwner<{ code: string }>(
    'select check_code as code from recognition where decision is not null and star = 4',
  );
  const shown = await app.visitor().page(`/chung-nhan/${one?.code}`);
  expect(shown.text).toContain('Miến dong sợi nhỏ Cánh Diều');
});

it('Q17 everything that must hold between results, decisions and certificates holds', async () => {
  const files = await openFileStore('file:files', app.dataDir);
  const broken = (await audit(app.database.db, files)).filter(
    ({ name, faults }) => faults.length > 0 && name !== 'files',
  );
  expect(broken.map(({ name, faults }) => [name, faults])).toEqual([]);
});
