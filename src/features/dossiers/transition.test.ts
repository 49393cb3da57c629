/** Art. 12.2 through the acts: a dossier filed before 22/5/2026 goes on under its own rulebook, within its 60 days (R8.6). */
import { expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, done, fourMatters, GENERAL, RESULTS, upload } from '../../../tests/support/dossiers.ts';
import { loadRulebook, optionsOf, scoredCriteria } from '../../law/rulebooks.ts';
import { fixedClock } from '../../platform/clock.ts';

let now = fixedClock('2026-05-20');
const app = await testApp({ clock: { now: () => now.now(), today: () => now.today() } });
let producer: Client;
let commune: Client;
let province: Client;
/** The day goes on; sessions end meanwhile, so everybody signs in anew. */
async function on(day: string): Promise<void> {
  now = fixedClock(day);
  producer = await app.signIn('producer');
  commune = await app.signIn('commune');
  province = await app.signIn('province');
}
// The accounts of the demonstration are as old as the programme here, not as the day the tests run on.
await app.database.asOwner("update appointment set valid_from = '2025-07-01'");

/** A first dossier filed on 20/05/2026 under Decision 148, by the acts of that day. */
async function filedBefore(name: string): Promise<{ id: string; version: number; paper: string }> {
  await on('2026-05-20');
  const start = {
    producer: demoId('producer', 'canh-dieu'),
    kind: 'first',
    newProduct: name,
    productSet: '148-2023/06',
  };
  const { id, version, draftVersion } = await done(producer.json('POST', '/api/v1/dossiers', start, { key: true }));
  let draft = draftVersion;
  const save = async (part: string, body: object) => {
    ({ draftVersion: draft } = await done(act(producer, id, part, draft, body)));
  };
  await save('general', GENERAL);
  await save('results', RESULTS);
  await save('plan', { plan: 'Mở thêm sân phơi.' });
  const set = (await loadRulebook('148-2023')).productSets.find((one) => one.id === '148-2023/06');
  const [criterion] = set ? scoredCriteria(set) : [];
  const [option] = criterion ? optionsOf(criterion) : [];
  await save('answers', { answers: { [criterion?.code ?? '']: option?.id } });
  await save('papers', { kind: 'E02', title: 'Giấy chứng nhận cơ sở', file: await upload(producer, 'giay.png') });
  const filed = await done(act(producer, id, 'submission', version, { truthful: true }));
  const [row] = await app.database.asOwner<{ paper: string }>('select paper from dossier_paper where dossier = $1', [
    id,
  ]);
  return { id, version: filed.version, paper: row?.paper ?? '' };
}

/** The commune takes it in, checks it and gives a code. */
async function checked({ id, version, paper }: { id: string; version: number; paper: string }): Promise<number> {
  let { version: at } = await done(act(commune, id, 'reception', version));
  ({ version: at } = await done(act(commune, id, `papers/${paper}/check`, at, { verdict: 'pass' })));
  ({ version: at } = await done(act(commune, id, 'assessment', at, fourMatters)));
  const [row] = await app.database.asOwner<{ code: string | null }>(
    'select product_code as code from dossier where id = $1',
    [id],
  );
  return row?.code ? at : (await done(act(commune, id, 'code', at))).version;
}
const letter = (day: string) => ({
  letterNumber: '45/UBND-KT',
  letterDate: day,
  signatory: 'Người ký',
  samples: 5,
  paperSet: true,
});

it('R8.6 it is checked, returned, handed in again, proposed and taken into a round under Decision 148', async () => {
  const filed = await filedBefore('Miến nộp trước (giả định)');
  await on('2026-06-01');
  let version = await checked(filed);
  ({ version } = await done(act(commune, filed.id, 'return', version, { reason: 'Ghi rõ vùng nguyên liệu' })));
  await on('2026-06-03');
  ({ version } = await done(act(producer, filed.id, 'submission', version, { truthful: true })));
  const [row] = await app.database.asOwner<{ rulebook: string; filed: string }>(
    'select rulebook, submitted_on::text as filed from dossier where id = $1',
    [filed.id],
  );
  expect(row).toEqual({ rulebook: '148-2023', filed: '2026-05-20' });
  await on('2026-06-10');
  version = await checked({ ...filed, version });
  ({ version } = await done(act(commune, filed.id, 'proposal', version, letter('2026-06-10'))));
  const round = await done(
    province.json(
      'POST',
      '/api/v1/rounds',
      {
        year: 2026,
        no: 2,
        proposedBefore: '2026-10-30',
        completedBefore: '2026-12-30',
        inclusive: false,
        extra: false,
      },
      { key: true },
    ),
  );
  await on('2026-07-22');
  const late = await act(province, filed.id, 'acceptance', version, { round: round.id });
  expect([late.status, late.body.detail]).toEqual([
    409,
    'Hồ sơ nộp trước 22/05/2026 phải đánh giá xong ngày 21/07/2026. Nộp hồ sơ mới theo Quyết định số 26/2026/QĐ-TTg.',
  ]);
  await on('2026-07-21');
  await done(act(province, filed.id, 'acceptance', version, { round: round.id }));
  expect((await province.page(`/ho-so/${filed.id}`)).status).toBe(200);
});

it('R8.6 after the 60 days it is neither proposed nor handed in again; a new dossier is under Decision 26', async () => {
  const filed = await filedBefore('Miến quá hạn (giả định)');
  await on('2026-07-01');
  let version = await checked(filed);
  await on('2026-07-22');
  const refused = await act(commune, filed.id, 'proposal', version, letter('2026-07-22'));
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('ngày 21/07/2026')]);
  ({ version } = await done(act(commune, filed.id, 'return', version, { reason: 'Nộp lại theo quyết định mới' })));
  const again = await act(producer, filed.id, 'submission', version, { truthful: true });
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('Nộp hồ sơ mới')]);
  const start = { producer: demoId('producer', 'canh-dieu'), kind: 'first', newProduct: 'Miến mới (giả định)' };
  const body = (set: string) => ({ ...start, productSet: set });
  expect((await producer.json('POST', '/api/v1/dossiers', body('148-2023/06'), { key: true })).status).toBe(422);
  await done(producer.json('POST', '/api/v1/dossiers', body('26-2026/06'), { key: true }));
});
