/** Art. 7.3.c, 7.4.c: the advisory team as stored people, papers asked for with a term, visits; both levels by one code. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { act, dossiersInRound, establish, versionOf } from '../../../tests/support/council.ts';
import { pdfWords } from '../../../tests/support/documents.ts';
import { upload } from '../../../tests/support/dossiers.ts';
import { LAW_SETTINGS } from '../../law/settings.ts';

const app = await testApp();
const [province, producer, commune] = await Promise.all(
  ['province', 'producer', 'commune'].map((who) => app.signIn(who)),
);
if (!province || !producer || !commune) throw new Error('nobody signed in');
const { dossiers } = await dossiersInRound(app, ['Miến tư vấn một', 'Miến tư vấn hai'], null);
const [first = '', second = ''] = dossiers;

/** An act on a dossier, with the version it has now; answers status and body. */
async function on(who: Client, id: string, path: string, body: object, method = 'POST') {
  return who.json(method, `/api/v1/dossiers/${id}/${path}`, body, { key: true, ifMatch: await versionOf(app, id) });
}
const words = async (who: Client, path: string) => {
  const answer = await who.fetch(path);
  expect(answer.status, path).toBe(200);
  return pdfWords(new Uint8Array(await answer.arrayBuffer()));
};
const inDays = async (days: number) => {
  const [row] = await app.database.asOwner<{ day: string }>(`select (current_date + ${days})::text as day`);
  return row?.day ?? '';
};
const ask = { kind: 'test', what: 'Phiếu kiểm nghiệm kim loại nặng của năm nay' };

it('the team is written down, printed in the decision of establishment, and kept when the list is written again', async () => {
  const council = await establish(app, province);
  const put = async (who: Client, members: object[]) =>
    who.json(
      'PUT',
      `/api/v1/councils/${council}/advisory-team`,
      { members },
      {
        key: true,
        ifMatch: await versionOf(app, council),
      },
    );
  const two = [
    { name: 'Vũ Thị Tổ Trưởng', job: 'Trưởng phòng', organisation: 'Chi cục Phát triển nông thôn', leader: true },
    { name: 'Lê Văn Kiểm Nghiệm', organisation: 'Sở Y tế', leader: false },
  ];
  expect(await words(province, `/hoi-dong/${council}/quyet-dinh.pdf`)).not.toContain('Tổ trưởng');
  expect((await put(province, [])).status).toBe(409);
  expect(
    (
      await put(
        province,
        two.map((one) => ({ ...one, leader: true })),
      )
    ).status,
  ).toBe(409);
  for (const who of ['commune', 'council-secretary', 'council-chair', 'ministry', 'auditor'])
    expect((await put(await app.signIn(who), two)).status, who).toBe(404);
  expect((await put(province, two)).status).toBe(200);
  const printed = await words(province, `/hoi-dong/${council}/quyet-dinh.pdf`);
  for (const one of [
    'Vũ Thị Tổ Trưởng',
    'Tổ trưởng',
    'Trưởng phòng, Chi cục Phát triển nông thôn',
    'Lê Văn Kiểm Nghiệm',
  ])
    expect(printed).toContain(one);
  const idsOf = () =>
    app.database.asOwner<{ id: string; name: string }>(
      `select id, name from advisory_team_member where council = '${council}' and ended_at is null order by leader desc`,
    );
  const [leader, doctor] = await idsOf();
  expect((await on(province, first, 'advisers', { members: [doctor?.id] }, 'PUT')).status).toBe(200);
  expect((await on(province, first, 'advisers', { members: [] }, 'PUT')).status).toBe(409);
  expect((await on(province, first, 'advisers', { members: [first] }, 'PUT')).status).toBe(422);
  expect((await put(province, [{ ...two[0], job: 'Chi cục trưởng' }])).status).toBe(200);
  expect((await idsOf()).map(({ id }) => id)).toEqual([leader?.id]);
  const desk = await province.page(`/ho-so/${first}/viec-to-tu-van`);
  expect(desk.text).toContain('Lê Văn Kiểm Nghiệm, Sở Y tế');
  expect((await on(province, first, 'advisers', { members: [doctor?.id] }, 'PUT')).status).toBe(422);
});

it('papers are asked for with a term, shown to producer and commune, answered from the wallet, and late in words', async () => {
  const dueOn = await inDays(20);
  expect((await on(province, first, 'advice-requests', { ...ask, dueOn: await inDays(0) })).status).toBe(409);
  expect((await on(province, first, 'advice-requests', { ...ask, dueOn })).status).toBe(200);
  const home = await producer.page('/cua-toi');
  expect(home.text).toContain('Tổ tư vấn cần thêm giấy tờ');
  for (const who of [producer, commune, province]) {
    const page = await who.page(`/ho-so/${first}`);
    expect(page.text).toContain(ask.what);
  }
  const page = await producer.page(`/ho-so/${first}`);
  expect(page.text).toContain('Tổ tư vấn đề nghị bổ sung giấy tờ, kết quả kiểm nghiệm');
  const [, link = ''] = /href="(\/ho-so\/[^"]*\/de-nghi-bo-sung\/[^"]*)"/.exec(page.html) ?? [];
  const request = link.split('/').at(-1) ?? '';
  await app.database.asOwner(
    `update advice_request set asked_on = asked_on - 40, due_on = due_on - 40 where id = '${request}'`,
  );
  expect((await producer.page(`/ho-so/${first}`)).text).toContain('Quá hạn từ ngày');
  expect((await producer.page(link)).text).toContain('vẫn gửi được');
  const answer = (who: Client, body: object) => on(who, first, `advice-requests/${request}/answer`, body);
  expect((await answer(producer, {})).status).toBe(409);
  expect((await answer(producer, { papers: [first] })).status).toBe(422);
  for (const who of ['producer-2', 'commune-2', 'province', 'council-chair'])
    expect((await answer(await app.signIn(who), { answer: 'x' })).status, who).toBe(404);
  const before = await app.database.asOwner<{ paper: string; hash: string }>(
    `select p.paper, d.content_hash as hash from dossier_paper p join dossier d on d.id = p.dossier where d.id = '${first}' order by 1`,
  );
  const file = await upload(producer, 'kiem-nghiem.png');
  const sent = { file, title: 'Phiếu kiểm nghiệm số 77', papers: [before[0]?.paper], answer: 'Kèm phiếu mới.' };
  expect((await answer(producer, sent)).status).toBe(200);
  expect((await answer(producer, sent)).status).toBe(409);
  const shown = await province.page(`/ho-so/${first}/viec-to-tu-van`);
  for (const one of ['Đã gửi ngày', 'quá hạn', 'Phiếu kiểm nghiệm số 77', 'Kèm phiếu mới.'])
    expect(shown.text).toContain(one);
  expect((await province.fetch(`/tep/${file}`)).status).toBe(200);
  expect((await (await app.signIn('producer-2')).fetch(`/tep/${file}`)).status).toBe(404);
  const after = await app.database.asOwner(
    `select p.paper, d.content_hash as hash from dossier_paper p join dossier d on d.id = p.dossier where d.id = '${first}' order by 1`,
  );
  expect(after).toEqual(before);
});

it('without a day the term is the setting, in working days', async () => {
  expect((await on(province, second, 'advice-requests', ask)).status).toBe(200);
  const [row] = await app.database.asOwner<{ weekdays: number }>(
    `select count(*)::int as weekdays from advice_request r, generate_series(r.asked_on + 1, r.due_on, interval '1 day') d
      where r.dossier = '${second}' and extract(isodow from d) < 6`,
  );
  expect(row?.weekdays).toBeGreaterThanOrEqual(LAW_SETTINGS.adviceRequestDays.initial);
});

it('a visit is recorded with photos and place, its minutes printed, signed and kept', async () => {
  const visit = {
    visitedOn: await inDays(0),
    place: 'Thôn Giả Định, xã Tân Hưng',
    people: 'Vũ Thị Tổ Trưởng, Tổ trưởng\nNgười đại diện 1, Giám đốc',
    findings: 'Nơi phơi miến sạch, có mái che.',
    coordinates: '20.651230, 106.051230',
  };
  expect((await on(province, first, 'site-visits', { ...visit, visitedOn: await inDays(1) })).status).toBe(409);
  expect((await on(province, first, 'site-visits', { ...visit, coordinates: '120.5, 106' })).status).toBe(422);
  const photos = [await upload(province, 'anh-1.png'), await upload(province, 'anh-2.png')];
  const made = await on(province, first, 'site-visits', { ...visit, photos });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const path = `/ho-so/${first}/khao-sat/${String(made.body.visit)}`;
  const page = await producer.page(path);
  for (const one of ['Nơi phơi miến sạch', 'Ảnh (2)', '20.651230', 'Chưa có']) expect(page.text).toContain(one);
  expect((await producer.fetch(`/tep/${photos[0]}`)).status).toBe(200);
  const minutes = await words(producer, `${path}/bien-ban.pdf`);
  for (const one of [
    'Khảo sát thực tế tại cơ sở sản xuất Miến tư vấn một',
    'Người đại diện 1, Giám đốc',
    'Kèm theo 2 ảnh',
  ])
    expect(minutes).toContain(one);
  expect(page.html).not.toContain('/da-ky');
  const signed = await upload(province, 'bien-ban.png');
  const sign = { visit: String(made.body.visit), file: signed };
  const keep = (who: Client, id: string) => on(who, id, `site-visits/${sign.visit}/signed-minutes`, { file: signed });
  expect((await keep(province, second)).status).toBe(422);
  expect((await keep(producer, first)).status).toBe(404);
  expect((await keep(province, first)).status).toBe(200);
  expect((await producer.page(path)).html).toContain(`/tep/${signed}`);
  for (const who of ['producer-2', 'commune-2', 'inspector'])
    expect((await (await app.signIn(who)).page(path)).status, who).toBe(404);
  const report = await words(province, `/ho-so/${first}/bao-cao-to-tu-van.pdf`);
  for (const one of [
    'Đã khảo sát ngày',
    'Phiếu kiểm nghiệm kim loại nặng của năm nay (đã có)',
    'điểm c khoản 3 Điều 7',
  ])
    expect(report).toContain(one);
  for (const who of ['producer', 'commune', 'inspector'])
    expect((await (await app.signIn(who)).fetch(`/ho-so/${first}/bao-cao-to-tu-van.pdf`)).status, who).toBe(404);
});

it('nothing is asked or recorded by the wrong level or hand, nor outside the round', async () => {
  const [gone] = await app.database.asOwner<{ id: string }>(
    `select d.id from dossier d join lifecycle l on l.id = d.id where l.state = 'concluded' limit 1`,
  );
  const visit = { visitedOn: await inDays(0), place: 'x', people: 'x', findings: 'x' };
  for (const who of ['ministry', 'commune', 'producer', 'council-chair', 'council-secretary', 'auditor']) {
    const client = await app.signIn(who);
    expect((await on(client, second, 'advice-requests', ask)).status, who).toBe(404);
    expect((await on(client, second, 'site-visits', visit)).status, who).toBe(404);
    expect((await client.page(`/ho-so/${second}/viec-to-tu-van`)).status, who).toBe(404);
  }
  expect((await on(province, gone?.id ?? '', 'advice-requests', ask)).status).toBe(404);
  expect((await on(province, gone?.id ?? '', 'site-visits', visit)).status).toBe(404);
});

it('Art. 7.4.c: the Ministry does the same with a dossier it has taken in, and the province no more', async () => {
  const ministry = await app.signIn('ministry');
  const [sent] = await app.database.asOwner<{ id: string; round: string }>(
    `select d.id, (select r.id from evaluation_round r where r.level = 'central' limit 1) as round
       from dossier d join lifecycle l on l.id = d.id where l.state = 'sentToMinistry' limit 1`,
  );
  if (!sent) throw new Error('no candidate was sent to the Ministry');
  expect((await on(ministry, sent.id, 'advice-requests', ask)).status).toBe(404);
  await act(app, ministry, `/dossiers/${sent.id}/central-reception`, { round: sent.round }, sent.id);
  expect((await on(ministry, sent.id, 'advice-requests', ask)).status).toBe(200);
  expect((await on(province, sent.id, 'advice-requests', ask)).status).toBe(404);
  const [row] = await app.database.asOwner<{ level: string }>(
    `select level from advice_request where dossier = '${sent.id}'`,
  );
  expect(row?.level).toBe('central');
  expect(await words(ministry, `/ho-so/${sent.id}/bao-cao-to-tu-van.pdf`)).toContain('điểm c khoản 4 Điều 7');
});
