/** Practice sessions: known marks beside one's own, and nothing of it anywhere else. */
import { describe, expect, it } from 'vitest';
import { setIndexOf } from '../src/features/councils/compute.ts';
import { demoSheet } from '../src/features/councils/demo-sheets.ts';
import { testApp } from './support/app.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  scoring,
  sheetOf,
  versionOf,
} from './support/council.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const [province, secretary] = [await app.signIn('province'), await app.signIn('council-secretary')];
const [one, other] = [await app.signIn('council-member-1'), await app.signIn('council-member-2')];

/** Everything a practice must not touch, counted and hashed. */
const untouched = () =>
  app.database.asOwner(
    `select (select md5(string_agg(x::text, '|' order by x.id)) from dossier x) as dossiers,
            (select md5(string_agg(x::text, '|' order by x.session, x.dossier)) from evaluation_result x) as results,
            (select md5(string_agg(x::text, '|' order by x.id)) from score_sheet x) as sheets,
            (select md5(string_agg(x::text, '|' order by x.id)) from recognition x) as register,
            (select md5(string_agg(x::text, '|' order by x.id)) from council_session x) as sessions`,
  );

describe('a practice on judged products', async () => {
  const council = await establish(app, province);
  const { round, dossiers } = await dossiersInRound(app, ['Miến để tập', 'Trà để tập']);
  const session = await scoring(app, { province, secretary, council, round, dossiers });
  for (const key of SCORERS)
    for (const dossier of dossiers)
      await handIn(app, await app.signIn(key), await sheetOf(app, session, dossier, key), demoSheet(index, 4, 80));
  for (const step of ['closure', 'opening']) await act(app, secretary, `/sessions/${session}/${step}`, {}, session);
  const before = await untouched();
  let id = '';
  const pathsOf = async () => {
    const page = await one.page(`/phien-tap/${id}`);
    return [
      ...new Set(
        [...page.html.matchAll(/href="(\/phien-tap\/[0-9a-f-]+\/[0-9a-f-]{36})"/g)].map(([, path]) => path ?? ''),
      ),
    ];
  };

  it('is made by the office from judged products alone', async () => {
    const page = await province.page('/phien-tap/moi');
    expect(page.text).toContain('Miến để tập');
    const done = await province.submit(page.form('/phien-tap/moi'), { title: 'Tập chấm', council, dossiers });
    expect([done.status, done.location]).toEqual([303, expect.stringMatching(/^\/phien-tap\//)]);
    id = done.location?.split('/').at(-1) ?? '';
    const none = await province.json('POST', '/api/v1/practices', { title: 'Rỗng', council }, { key: true });
    expect([none.status, none.body.code]).toEqual([409, 'products']);
    const strange = { title: 'Lạ', council, dossiers: [session] };
    expect((await province.json('POST', '/api/v1/practices', strange, { key: true })).status).toBe(422);
    expect((await one.json('POST', '/api/v1/practices', strange, { key: true })).status).toBe(404);
  });

  it('is marked everywhere; the known marks are hidden until all of one’s sheets are in', async () => {
    expect((await one.page('/cham')).text).toContain('Phiên tập chấm');
    const paths = await pathsOf();
    expect(paths).toHaveLength(2);
    for (const [at, path] of paths.entries()) {
      const page = await one.page(path);
      expect(page.text).toContain('Phiên tập chấm.');
      expect(page.text).not.toContain('So với điểm Hội đồng');
      const answers = Object.entries(demoSheet(index, 4, 74, at)).flatMap(([code, chosen]) =>
        [chosen].flat().map((value): [string, string] => [`answers.${code}`, value]),
      );
      const form = page.form('/luu');
      const saved = await one.post(form.action, [...form.fields.filter(([name]) => name.startsWith('_')), ...answers]);
      expect(saved.status).toBe(303);
      expect((await one.submit((await one.page(path)).form('/nop'))).status).toBe(303);
      const again = await one.page(path);
      expect(again.text.includes('So với điểm Hội đồng')).toBe(at === 1);
      expect(again.forms.some(({ action }) => action.endsWith('/nop'))).toBe(false);
    }
    const compared = await one.page(paths[0] ?? '');
    expect(compared.text).toContain('Chênh');
    expect(compared.text).toMatch(/[+-]\d,\d\d/);
  });

  it('a sheet handed in is not changed; another’s sheet is not there; the office sees who has finished', async () => {
    const [path = ''] = await pathsOf();
    const [sheet] = await app.database.asOwner<{ version: number }>(
      'select draft_version as version from practice_sheet where id = $1',
      [path.split('/').at(-1)],
    );
    const call = (client: typeof one, body: object, tail = '') =>
      client.json(
        'POST',
        `/api/v1${path.replace('/phien-tap/', '/practices/').replace(/\/([^/]+)$/, '/sheets/$1')}${tail}`,
        body,
        {
          key: true,
          ifMatch: sheet?.version ?? 0,
        },
      );
    expect((await call(one, { answers: {} })).status).toBe(409);
    expect((await call(one, {}, '/submission')).body.code).toBe('handedIn');
    expect((await call(other, { answers: {} })).status).toBe(404);
    expect((await other.page(path)).status).toBe(404);
    expect((await app.visitor().page(path)).status).not.toBe(200);
    expect((await province.page(`/phien-tap/${id}`)).text).toContain('2/2 phiếu');
  });

  it('when it has ended everybody sees the known marks, and nothing else has changed', async () => {
    const page = await province.page(`/phien-tap/${id}`);
    expect((await province.submit(page.form('/ket-thuc'))).status).toBe(303);
    expect((await other.page(`/phien-tap/${id}`)).text).toContain('Không nộp');
    expect((await other.page(`/phien-tap/${id}`)).text).not.toContain('Chưa xem được');
    expect(await untouched()).toEqual(before);
    expect(await versionOf(app, id)).toBe(4);
  });
});
