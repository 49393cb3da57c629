/** Art. 4 and 7.3.c: no session begins without the advisory team's report on each dossier; the agenda leads to where it is written. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, dossiersInRound, establish, versionOf } from '../../../tests/support/council.ts';

const app = await testApp();
const [province, secretary] = [await app.signIn('province'), await app.signIn('council-secretary')];
const { round, dossiers } = await dossiersInRound(app, ['Miến chưa có báo cáo'], null);
const [id = ''] = dossiers;
const council = await establish(app, province);
const plan = { council, round, title: 'Phiên chờ báo cáo', mode: 'meeting', heldOn: '2026-12-01' };
const session = String((await act(app, province, '/sessions', plan)).id);
const report = async (number: string) =>
  province.json(
    'POST',
    `/api/v1/dossiers/${id}/advice`,
    { number, dated: '2026-11-21' },
    {
      ...{ key: true, ifMatch: await versionOf(app, id) },
    },
  );
const start = async () =>
  secretary.json(
    'POST',
    `/api/v1/sessions/${session}/start`,
    {},
    { key: true, ifMatch: await versionOf(app, session) },
  );
const link = `href="/ho-so/${id}/to-tu-van"`;

it('the agenda names the dossier without a report, before and after it is put on it, and leads to its form', async () => {
  for (const placed of [false, true]) {
    const page = await province.page(`/phien/${session}/chuong-trinh`);
    expect(page.text, String(placed)).toContain('Phiên chỉ bắt đầu khi mọi hồ sơ có báo cáo của Tổ tư vấn');
    expect(page.html).toContain(link);
    if (!placed) await act(app, province, `/sessions/${session}/agenda`, { dossiers }, session);
  }
  expect((await province.page(`/phien/${session}`)).html).toContain(link);
  const seen = await secretary.page(`/phien/${session}`);
  expect(seen.text).toContain('Chưa ghi báo cáo của Tổ tư vấn: Miến chưa có báo cáo');
  expect(seen.html).not.toContain(link);
});

it('the start is refused in words, nothing is handed out', async () => {
  const refused = await start();
  expect([refused.status, refused.body.code]).toEqual([409, 'adviceMissing']);
  expect(JSON.stringify(refused.body)).toContain('Miến chưa có báo cáo');
  expect(await app.database.asOwner('select 1 from score_sheet where session = $1', [session])).toEqual([]);
});

it('written down while the dossier stands on the agenda, the session begins; from then on the report stays as it is', async () => {
  expect((await province.page(`/ho-so/${id}/to-tu-van`)).status).toBe(200);
  expect((await report('12/BC-TTV')).status).toBe(200);
  expect((await province.page(`/phien/${session}/chuong-trinh`)).html).not.toContain(link);
  expect((await start()).status).toBe(200);
  const late = await report('13/BC-TTV');
  expect([late.status, late.body.code]).toEqual([409, 'scoringBegan']);
  expect((await province.page(`/ho-so/${id}/to-tu-van`)).status).toBe(404);
  const kept = await app.database.asOwner('select number from advisory_report where dossier = $1', [id]);
  expect(kept).toEqual([{ number: '12/BC-TTV' }]);
});
